"""The steps of a piece of work as words: those done with a tick, the current one underlined."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gmp_desktop.ui.look import PAGE_MARGIN, Look

GAP = 30
SIGN = 20


class StepWords(QWidget):
    """It only shows where one is; Back and the main button go."""

    def __init__(self, look: Look, steps: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._steps, self._current = look, tuple(steps), 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)
        self.show_step(0)

    def show_step(self, current: int) -> None:
        self._current = current
        told = self.tr("Step {n} of {count}: {words}")
        self.setAccessibleName(told.format(n=current + 1, count=len(self._steps), words=self._steps[current]))
        self.update()

    # Qt's side

    def sizeHint(self) -> QSize:
        return QSize(400, self.fontMetrics().height() + 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        place = PAGE_MARGIN
        for at, words in enumerate(self._steps):
            place += self._paint_step(painter, at, words, place) + GAP
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._look.color("rule"))

    def _paint_step(self, painter: QPainter, at: int, words: str, leading: int) -> int:
        current, passed = at == self._current, at < self._current
        painter.setFont(self._look.font(10, 600 if current else 400, figures=True))
        painter.setPen(self._look.color("text" if current else "text2"))
        width = SIGN + painter.fontMetrics().horizontalAdvance(words)
        room = self._turned(QRect(leading, 0, width, self.height() - 3))
        sign = self._turned(QRect(leading, 0, SIGN, self.height() - 3))
        middle = Qt.AlignmentFlag.AlignVCenter
        if passed:
            tick = self._look.pixmap("check", 14, "ok", self.devicePixelRatioF())
            painter.drawPixmap(sign.left(), sign.center().y() - 7, tick)
        else:
            painter.drawText(sign, middle | Qt.AlignmentFlag.AlignLeading, str(at + 1))
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignTrailing, words)
        if current:
            painter.fillRect(room.left(), self.height() - 3, width, 3, self._look.color("mark"))
        return width

    def _turned(self, room: QRect) -> QRect:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            room.moveLeft(self.width() - room.left() - room.width())
        return room
