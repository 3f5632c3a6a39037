"""Grounds and lines for what is painted first: neither names a gradient.

``fillRect`` and a pen's constructor take one too, so that Qt for Python loads all 170 of them before it looks at the
colour it was given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPen

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QColor, QPainter


def fill(painter: QPainter, place: QRect, color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRect(place)


def pen(color: QColor, width: float) -> QPen:
    made = QPen(color)
    made.setWidthF(width)
    return made
