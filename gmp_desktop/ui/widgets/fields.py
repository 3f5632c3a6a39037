"""Fields with their label above, in the interface's own manner."""

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from gmp_desktop.ui.look import Look
from gmp_desktop.ui.widgets.buttons import Tinted


def labelled(words: str, field: QWidget, look: Look) -> QVBoxLayout:
    """The label is the field's buddy, so that its name is known to keyboard and screen reader."""
    label = Tinted(look, "text2", words)
    label.setFont(look.font(9.5))
    label.setBuddy(field)
    field.setAccessibleName(words)
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addWidget(label)
    column.addWidget(field)
    return column


class TextLines(QPlainTextEdit):
    """A field of several lines; Tab leaves it."""

    left = Signal()

    def __init__(self, name: str, lines: int) -> None:
        super().__init__()
        self.setProperty("field", "1")
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 18)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class Choice(QComboBox):
    """A drop-down list with the interface's own chevron."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        pixmap = self._look.pixmap("chevron-down", 14, "text2", self.devicePixelRatioF())
        QPainter(self).drawPixmap(6 if mirrored else self.width() - 20, (self.height() - 14) // 2, pixmap)


def head_label(words: str, look: Look) -> QLabel:
    label = QLabel(words)
    label.setFont(look.font(11, 600))
    return label


def qdate(day: object) -> QDate:
    return QDate(day.year, day.month, day.day) if day is not None else QDate()  # type: ignore[attr-defined]
