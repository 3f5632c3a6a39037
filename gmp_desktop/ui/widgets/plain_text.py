"""Words without marks, laid out as a Qt document would lay them out, without all that comes with one.

A document and the formats of its parts take longer to load than the rows of the first window to paint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextLayout, QTextOption

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QColor, QFont, QPainter


LINE_BREAK, NO_BREAK_SPACE = "\N{LINE SEPARATOR}", "\N{NO-BREAK SPACE}"


class TextStyle(NamedTuple):
    """``line`` is the distance from line to line in pixels, whatever scripts and raised figures stand in it."""

    font: QFont
    line: float
    centred: bool = False


class PlainText:
    def __init__(self, text: str, style: TextStyle) -> None:
        self._style = style
        self._layout = QTextLayout(text.replace("\n", LINE_BREAK), style.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._width = 0
        self._height = 0.0

    @property
    def width(self) -> int:
        return self._width

    def height(self, width: int) -> float:
        if width != self._width:
            self._lay_out(width)
        return self._height

    def paint(self, painter: QPainter, place: QPoint, color: QColor) -> None:
        painter.setPen(color)
        self._layout.draw(painter, QPointF(place))

    def _lay_out(self, width: int) -> None:
        """Every line on its baseline, as :func:`first_baseline` says."""
        layout, y, baseline = self._layout, 0.0, first_baseline(self._style)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLeadingIncluded(True)
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y + baseline - line.ascent() - max(line.leading(), 0)))
            y += self._style.line
        layout.endLayout()
        self._width, self._height = width, max(y, self._style.line)


def is_plain(text: str, style: TextStyle) -> bool:
    """Whether this class lays the text out: marks are not looked for, only what a document has its own way with."""
    printable = text.replace("\n", "").replace(NO_BREAK_SPACE, "").isprintable()
    return printable and bool(text) and not style.centred and not _may_turn(text)


def _may_turn(text: str) -> bool:
    """Whether some of it may run from right to left."""
    return not text.isascii() and any("\u0590" <= sign < "\u0900" or sign >= "\ufb1d" for sign in text)


def first_baseline(style: TextStyle) -> float:
    """Where the first line of any text in this style stands: Qt puts it at four fifths of a fixed line, in 64ths."""
    return int(style.line * 64 * 4 / 5) / 64
