"""The texts of cards: each as large as its card allows, measured as for the printed ones."""

from collections.abc import Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from gmp_desktop.documents.docx.paragraphs import paragraph
from gmp_desktop.documents.docx.runs import runs_of, sized
from gmp_desktop.documents.pdf.setter import Setter
from gmp_desktop.documents.pdf.styles import Align, Style
from gmp_desktop.domain.inline import escape

MM = 72 / 25.4
_LEADING = 1.16
_LONGEST = 600
"""Letters; of what is longer no card holds the end."""


class Fitted(NamedTuple):
    """``marked`` is what there is room for, as marked text."""

    marked: str
    size: float
    bold: bool

    def line(self, align: str = "") -> Element:
        return paragraph("Normal", *self.runs(), text=self.marked, align=align)

    def runs(self) -> list[Element]:
        return sized(runs_of(f"**{self.marked}**" if self.bold else self.marked), self.size)


def fitted(
    text: str, sizes: Sequence[float], width: float, height: float, setter: Setter, *, bold: bool = False
) -> Fitted:
    """The text in the largest size in which it fits, without a broken word if it can; else as much as fits."""
    words = " ".join(text.split())
    words = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
    for unbroken in (True, False):
        for size in sizes:
            if _fits(words, size, width, height, setter, bold=bold, unbroken=unbroken):
                return Fitted(escape(words), size, bold)
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        cut = f"{words[:middle].rstrip()}…"
        if _fits(cut, sizes[-1], width, height, setter, bold=bold, unbroken=False):
            low = middle
        else:
            high = middle - 1
    return Fitted(escape(f"{words[:low].rstrip()}…"), sizes[-1], bold)


def _fits(
    words: str, size: float, width: float, height: float, setter: Setter, *, bold: bool, unbroken: bool
) -> bool:
    style = Style(size=size, leading=size * _LEADING, bold=bold, align=Align.LEFT)
    marked = escape(words)
    if unbroken and setter.extent(marked, style, {})[1] > width:
        return False
    return len(setter.set(marked, style, width)) * style.leading <= height
