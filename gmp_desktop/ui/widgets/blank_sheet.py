"""A sheet of paper with nothing on it: stands for the page view in the first paint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from gmp_desktop.ui.look import PAGE_VIEW_WIDTH, Look
from gmp_desktop.ui.painting import fill

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

HEAD, SIDE = 40, 22
A4 = 842 / 595


class BlankSheet(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setMinimumWidth(300)

    # Qt's side

    def sizeHint(self) -> QSize:
        return QSize(PAGE_VIEW_WIDTH, 400)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill(painter, self.rect(), self._look.color("desk"))
        width = self.width() - 2 * SIDE - 14
        fill(painter, QRect(SIDE, HEAD, width, int(width * A4)), self._look.color("paper"))
