"""Words that give way: cut at the end of their column, shown whole in a tool tip."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from gmp_desktop.ui.look import Look
from gmp_desktop.ui.tips import tip
from gmp_desktop.ui.widgets.buttons import Tinted

SHORT = 24
"""Letters that fit anywhere."""


class Elided(Tinted):
    def __init__(self, look: Look, words: str, role: str, weight: int = 400) -> None:
        super().__init__(look, role, words)
        self.setFont(look.font(10, weight))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        if len(words) > SHORT:
            self.setToolTip(tip(words))

    # Qt's side

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, shown)
