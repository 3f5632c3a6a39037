"""Two entries that may be the same, side by side: 1 keeps the one, 2 the other, N says they are not the same."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gmp_desktop.ui.look import PAGE_MARGIN, Look
from gmp_desktop.ui.widgets.buttons import Button, Tinted
from gmp_desktop.ui.widgets.fields import head_label
from gmp_desktop.ui.widgets.sections import Rule, clear, scrolled
from gmp_desktop.ui.widgets.side_form import plain

Fact = tuple[str, str, str]
"""What it is, and how either of the two says it."""


class PairBoard(QWidget):
    kept = Signal(int)
    """0 or 1: which of the two stays."""
    told_apart = Signal()
    later = Signal()
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._build()

    def show_pair(self, place: str, facts: Sequence[Fact]) -> None:
        """``place`` says which of how many it is. A differing fact is the one to look at."""
        self._place.setText(place)
        clear(self._facts)
        for at, (name, one, two) in enumerate(facts):
            differs = one != two
            label = Tinted(self._look, "text2", name)
            self._facts.addWidget(label, at, 0, Qt.AlignmentFlag.AlignTop)
            for column, words in ((1, one), (2, two)):
                value = plain(
                    self._look,
                    "warn" if differs and words else "text",
                    words or "–",
                    10,
                    500 if at == 0 else 400,
                )
                value.setMinimumHeight(24)
                value.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
                value.setAccessibleName(f"{name}: {words}")
                self._facts.addWidget(value, at, column)
        self._facts.setRowStretch(len(facts), 1)
        self._board.show()
        self._nothing.hide()
        for button in self._choices:
            button.setVisible(True)
        self.setFocus()

    @property
    def deciding(self) -> bool:
        """Whether there is a pair to decide on."""
        return not self._board.isHidden()

    def show_none(self, sentence: str) -> None:
        self._nothing.setText(sentence)
        self._board.hide()
        self._nothing.show()
        for button in self._choices:
            button.setVisible(False)
        self.back.setFocus()

    def _build(self) -> None:
        look = self._look
        self._place = Tinted(look, "text2")
        self._nothing = QLabel()
        self._nothing.setWordWrap(True)
        self._nothing.setFont(look.font(10.5))
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(24)
        self._facts.setVerticalSpacing(6)
        self._facts.setColumnMinimumWidth(0, 110)
        self._facts.setColumnStretch(1, 1)
        self._facts.setColumnStretch(2, 1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(PAGE_MARGIN, 12, PAGE_MARGIN, 12)
        column.setSpacing(12)
        column.addWidget(head_label(self.tr("Are these the same?"), look))
        column.addWidget(self._place)
        column.addWidget(Rule(look, "edge"))
        column.addLayout(self._facts)
        column.addStretch(1)
        self._board = scrolled(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._board, 1)
        aside = QVBoxLayout()
        aside.setContentsMargins(PAGE_MARGIN, 12, PAGE_MARGIN, 12)
        aside.addWidget(self._nothing)
        whole.addLayout(aside)
        whole.addWidget(Rule(look))
        whole.addLayout(self._build_foot())

    def _build_foot(self) -> QHBoxLayout:
        look = self._look
        told = Tinted(
            look, "text2", self.tr("The kept one takes over all the other has. Undo parts them again.")
        )
        told.setWordWrap(True)
        self.back = Button(look, self.tr("Back"))
        apart = Button(look, self.tr("N  Not the same"))
        later = Button(look, self.tr("Leave for later"))
        first, second = (
            Button(look, self.tr("1  Keep the left one")),
            Button(look, self.tr("2  Keep the right one")),
        )
        if self.isRightToLeft():
            first.setText(self.tr("1  Keep the right one"))
            second.setText(self.tr("2  Keep the left one"))
        self._choices = (apart, later, first, second)
        self.back.clicked.connect(self.left)
        apart.clicked.connect(self.told_apart)
        later.clicked.connect(self.later)
        first.clicked.connect(self._keep_first)
        second.clicked.connect(self._keep_second)
        foot = QHBoxLayout()
        foot.setContentsMargins(PAGE_MARGIN, 12, PAGE_MARGIN, 12)
        foot.setSpacing(8)
        foot.addWidget(told, 1)
        for button in (self.back, later, apart, first, second):
            foot.addWidget(button)
        return foot

    @Slot()
    def _keep_first(self) -> None:
        self.kept.emit(0)

    @Slot()
    def _keep_second(self) -> None:
        self.kept.emit(1)

    # Qt's side

    def keyPressEvent(self, event: QKeyEvent) -> None:
        run = {
            Qt.Key.Key_1: self._keep_first,
            Qt.Key.Key_2: self._keep_second,
            Qt.Key.Key_N: self.told_apart.emit,
            Qt.Key.Key_Escape: self.left.emit,
        }
        if event.key() in run and (self.deciding or event.key() == Qt.Key.Key_Escape):
            run[Qt.Key(event.key())]()
        elif self.deciding and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Right):
            self.later.emit()
        else:
            super().keyPressEvent(event)
