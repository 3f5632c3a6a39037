"""Fields with their label above, in the interface's own manner."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QVBoxLayout, QWidget

from gmp_desktop.ui.look import RADIUS, Look
from gmp_desktop.ui.report.paragraph_editor import ParagraphEditor
from gmp_desktop.ui.widgets.buttons import Tinted
from gmp_desktop.ui.widgets.plain_text import LINE_BREAK, TextStyle
from gmp_desktop.ui.widgets.rich_text import NoteSign, make_document

LINE = 20
FIELD_WIDTH = 400


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


class MarkedField(ParagraphEditor):
    """A field for marked text: emphasis and note references show as they print. Tab leaves it."""

    def __init__(self, look: Look, name: str, lines: int, parent: QWidget) -> None:
        self._style = TextStyle(look.font(10.5, serif=True), LINE)
        self._sign = NoteSign()
        super().__init__(make_document("", {}, self._style, FIELD_WIDTH, self._sign), name, parent)
        self._lines = lines
        self.setProperty("field", "1")
        self.setFixedHeight(LINE * lines + 12)

    def show_text(self, text: str, labels: Mapping[str, str]) -> None:
        if self.text() != text:
            self.setDocument(make_document(text, labels, self._style, FIELD_WIDTH, self._sign, self))
            self.document().setUndoRedoEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self._lines > 2:
            self.textCursor().insertText(LINE_BREAK)
        elif enter:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class Tick(QCheckBox):
    """A tick box in the accent colour."""

    def __init__(self, look: Look, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._look = look

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        box = QRect(self.width() - 17 if mirrored else 1, (self.height() - 16) // 2, 16, 16)
        on, enabled = self.isChecked(), self.isEnabled()
        edge = "disabled" if not enabled else "accent" if on else "edge"
        painter.setPen(self._look.color(edge))
        painter.setBrush(self._look.color(edge if on else "base"))
        painter.drawRoundedRect(box.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        if on:
            tick = self._look.pixmap("check", 14, "onaccent", self.devicePixelRatioF())
            painter.drawPixmap(box.left() + 1, box.top() + 1, tick)
        painter.setPen(self._look.color("text" if enabled else "disabled"))
        words = self.rect().adjusted(4, 0, -26, 0) if mirrored else self.rect().adjusted(26, 0, -4, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            painter.setPen(QPen(self._look.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), RADIUS, RADIUS)

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 34, self.fontMetrics().height() + 12)

    def hitButton(self, at: QPoint) -> bool:
        return self.rect().contains(at)


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
