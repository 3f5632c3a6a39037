"""The field one types into at the door, and the line below it that says what Enter does now."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from gmp_desktop.ui.look import PAGE_MARGIN, Look
from gmp_desktop.ui.widgets.buttons import Button, IconLabel, Tinted
from gmp_desktop.ui.widgets.find_field import FindField

WIDTH = 300
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class DoorField(FindField):
    entered = Signal()
    walked = Signal(int)
    left = Signal()
    """Escape in an empty field."""
    pasted = Signal(str)
    """Rows of a spreadsheet, which are nothing one looks for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self.setPlaceholderText(self.tr("Two letters, a badge number, a country…"))
        self.setAccessibleName(self.tr("Find a participant"))

    # Qt's side

    def keyPressEvent(self, event: QKeyEvent) -> None:
        clipboard = (
            QGuiApplication.clipboard().text() if event.matches(QKeySequence.StandardKey.Paste) else ""
        )
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() in _STEPS:
            self.walked.emit(_STEPS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif "\t" in clipboard or "\n" in clipboard.strip():
            self.pasted.emit(clipboard)
        else:
            super().keyPressEvent(event)


class DoorLine(QWidget):
    """Folded away while Enter simply ticks."""

    walked_in = Signal(str)
    agreed = Signal()
    """To what the line offers."""
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Tinted(look, "text2")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._button = Button(look, "", link=True)
        self._button.clicked.connect(self.agreed)
        self.field = QLineEdit()
        self.field.setMaximumWidth(520)
        self.field.setPlaceholderText(self.tr("Ms. Solvej Lund, Clear Rivers Trust, Campaigner"))
        self.field.setAccessibleName(self.tr("Walk-in: name, organisation, function"))
        row = QHBoxLayout(self)
        row.setContentsMargins(PAGE_MARGIN, 6, PAGE_MARGIN, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel(look, "user-plus", 16))
        row.addWidget(self.field, 1)
        row.addWidget(self._words)
        row.addWidget(self._button)
        row.addStretch(1)
        self.hide()

    @property
    def words(self) -> str:
        return "" if self.isHidden() else self._words.text()

    def say(self, sentence: str, action: str) -> None:
        self.field.hide()
        self._words.setText(sentence)
        self._button.setText(action)
        self._button.setAccessibleName(action)
        self._button.setVisible(bool(action))
        self.show()

    def ask(self, begun: str) -> None:
        """One line for whoever stands there unregistered, begun with what was typed."""
        self.say(self.tr("Name, organisation, function. Enter registers and ticks."), "")
        self.field.setText(begun)
        self.field.show()
        self.field.setFocus()

    @Slot()
    def close_line(self) -> None:
        self.hide()
        self.field.hide()

    # Qt's side

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the field leaves: Enter and Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.field.text().strip():
            self.walked_in.emit(self.field.text())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
