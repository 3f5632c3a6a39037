"""Words in a row of which one is chosen: it stands in weight 600 over a line; arrows walk."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from gmp_desktop.ui.look import RADIUS, Look
from gmp_desktop.ui.widgets.picking import Picking

GAP = 8
LINE = 3


class WordSwitch(QWidget):
    chosen = Signal(int)

    def __init__(self, look: Look, words: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = Picking(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        for at, word in enumerate(words):
            button = _Word(look, word)
            self._group.addButton(button, at)
            row.addWidget(button)
        row.addStretch(1)
        self._group.picked.connect(self._picked)
        self.choose(0)

    @property
    def at(self) -> int:
        return self._group.checkedId()

    def choose(self, at: int) -> None:
        """Without a word to anybody."""
        for button in self._group.buttons():
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button = self._group.button(at)
        self._group.show_picked(button)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @Slot(QAbstractButton)
    def _picked(self, button: QAbstractButton) -> None:
        self.choose(self._group.id(button))
        self.chosen.emit(self.at)

    @Slot(int)
    def _walk(self, to: int) -> None:
        if 0 <= to < len(self._group.buttons()):
            self.choose(to)
            self._group.button(to).setFocus()
            self.chosen.emit(to)

    # Qt's side

    def keyPressEvent(self, event: QKeyEvent) -> None:
        forth, back = Qt.Key.Key_Right, Qt.Key.Key_Left
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            forth, back = back, forth
        if event.key() in (forth, back):
            self._walk(self.at + (1 if event.key() == forth else -1))
        else:
            super().keyPressEvent(event)


class _Word(QAbstractButton):
    def __init__(self, look: Look, word: str) -> None:
        super().__init__()
        self._look = look
        self.setText(word)
        self.setAccessibleName(word)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        look.changed.connect(self.update)

    # Qt's side

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows are the switch's own: a group of buttons would walk silently."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        self.setFont(self._look.font(10, 600))
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 16, self.fontMetrics().height() + 14)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = self.isChecked()
        painter.setFont(self._look.font(10, 600 if here else 400))
        painter.setPen(self._look.color("text" if here or self.underMouse() else "text2"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if here:
            painter.fillRect(8, self.height() - LINE, self.width() - 16, LINE, self._look.color("mark"))
        if self.hasFocus():
            painter.setPen(QPen(self._look.color("focus"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), RADIUS, RADIUS)
