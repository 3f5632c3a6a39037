"""The key card: every key that really works, read from the commands themselves."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gmp_desktop.ui.commands import Commands, key_words
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.widgets.buttons import Button, Tinted
from gmp_desktop.ui.widgets.fields import head_label
from gmp_desktop.ui.widgets.page_head import PageHead
from gmp_desktop.ui.widgets.sections import page_column, scrolled

KEYS_WIDTH = 150
HEAD_LINES = 3
"""What the head of a group takes, in lines of keys."""


class KeysPage(QWidget):
    left = Signal()

    def __init__(self, look: Look, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        head = PageHead(look, self.tr("Keys"))
        head.show_facts(self.tr("Esc goes back"))
        inside = QWidget()
        column = page_column(inside)
        row = QHBoxLayout()
        row.setSpacing(40)
        groups = [
            *self._command_groups(commands),
            (self.tr("In the agenda"), self._agenda_keys()),
            (self.tr("At the door"), self._door_keys()),
            (self.tr("While writing a paragraph"), self._writing_keys()),
        ]
        halves = QVBoxLayout(), QVBoxLayout()
        filled = [0, 0]
        for words, keys in groups:
            shorter = 0 if filled[0] <= filled[1] else 1
            halves[shorter].addLayout(self._group(words, keys))
            filled[shorter] += len(keys) + HEAD_LINES
        for half in halves:
            half.setSpacing(20)
            half.addStretch(1)
            row.addLayout(half, 1)
        column.addLayout(row)
        column.addStretch(1)
        self.back = Button(look, self.tr("Back"))
        self.back.clicked.connect(self.left)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeading)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(head)
        whole.addWidget(scrolled(inside), 1)

    def leave(self) -> None:
        """Nothing is being written here."""

    def _command_groups(self, commands: Commands) -> list[tuple[str, list[tuple[str, str]]]]:
        groups: dict[str, list[tuple[str, str]]] = {}
        for command in commands.all():
            keys = key_words(command.action)
            if keys:
                words = command.action.text().replace("&", "").rstrip("…")
                groups.setdefault(commands.group_words(command.group), []).append((keys, words))
        return list(groups.items())

    def _agenda_keys(self) -> list[tuple[str, str]]:
        return [
            ("Enter", self.tr("New item below")),
            ("F2", self.tr("Write the title")),
            ("Tab, Shift+Tab", self.tr("One level in, one level out")),
            ("Del", self.tr("Remove the item with its sub-items")),
            ("Esc", self.tr("To the details of the item, and back")),
        ]

    def _door_keys(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Two letters"), self.tr("Of a name, a country or an organisation: find somebody")),
            (self.tr("A number"), self.tr("Find a badge")),
            ("Enter", self.tr("Tick the first one found; once more: note the departure")),
            (self.tr("Space"), self.tr("In the list: tick or untick")),
        ]

    def _writing_keys(self) -> list[tuple[str, str]]:
        return [
            ("Enter", self.tr("Split the paragraph at the cursor")),
            ("Shift+Enter", self.tr("New line in the same paragraph")),
            ("Backspace", self.tr("At the beginning: join with the paragraph above")),
            ("Del", self.tr("At the end: join with the paragraph below")),
            ("Up, Down", self.tr("Out of the first or last line: to the next paragraph")),
            ("Esc", self.tr("Leave the paragraph")),
            ("Enter, F2", self.tr("In the list: write in the paragraph")),
            ("Del", self.tr("In the list: remove the paragraph")),
        ]

    def _group(self, words: str, keys: list[tuple[str, str]]) -> QVBoxLayout:
        column, grid = QVBoxLayout(), QGridLayout()
        column.setSpacing(8)
        grid.setVerticalSpacing(6)
        for at, (key, does) in enumerate(keys):
            name = QLabel(key)
            name.setFont(self._look.font(10, 600))
            name.setFixedWidth(KEYS_WIDTH)
            told = Tinted(self._look, "text2", does)
            told.setWordWrap(True)
            grid.addWidget(name, at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(told, at, 1)
        grid.setColumnStretch(1, 1)
        column.addWidget(head_label(words, self._look))
        column.addLayout(grid)
        return column

    # Qt's side

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
