"""How each kind of block looks in the list: what prints is serif, what is said about it is sans."""

from enum import Enum, auto
from typing import NamedTuple

from gmp_desktop.ui.look import Look
from gmp_desktop.ui.report.row import Row
from gmp_desktop.ui.widgets.plain_text import TextStyle

STEP = 28
"""Indent of one list level."""


class LabelPlace(Enum):
    COLUMN = auto()
    """Its right edge in the number column."""
    BEFORE = auto()
    """In one line with the text, which hangs after it."""
    HANGING = auto()
    """At the indent, the text one step further in."""


class RowStyle(NamedTuple):
    """``indent`` is measured from the text column; -1 means from the page's own margin."""

    text: TextStyle
    role: str = "text"
    indent: int = 0
    label: LabelPlace = LabelPlace.COLUMN
    above: int = 7
    below: int = 8


def style_of(row: Row, look: Look) -> RowStyle:
    body = TextStyle(look.font(11.5, serif=True), 20)
    kind, _, level = row.kind.partition(" ")
    match kind:
        case "paragraph":
            return RowStyle(body)
        case "heading":
            return RowStyle(
                TextStyle(look.font(11, 600), 20), indent=-1, label=LabelPlace.BEFORE, above=16, below=2
            )
        case "subheading":
            return RowStyle(
                TextStyle(look.font(10, 500), 18), "text2", label=LabelPlace.BEFORE, above=6, below=2
            )
        case "front":
            return RowStyle(TextStyle(look.font(14, 700, serif=True), 24), above=10, below=30)
        case "note":
            return RowStyle(
                TextStyle(look.font(10, serif=True), 17), label=LabelPlace.HANGING, above=3, below=4
            )
        case "item":
            return RowStyle(
                body, indent=STEP * (max(int(level), 1) - 1), label=LabelPlace.HANGING, above=3, below=6
            )
        case "annex":
            return RowStyle(
                TextStyle(look.font(11, 600), 20), indent=-1, label=LabelPlace.BEFORE, above=32, below=6
            )
        case "quotation":
            return RowStyle(body, indent=STEP)
        case "operative":
            return RowStyle(body, label=LabelPlace.HANGING)
        case "enacting":
            return RowStyle(TextStyle(look.font(11.5, italic=True, serif=True), 20))
        case "decision":
            return RowStyle(TextStyle(look.font(11.5, 700, serif=True), 20), above=20)
        case "subject":
            return RowStyle(TextStyle(look.font(11.5, 700, serif=True), 20))
        case "end":
            return RowStyle(body, above=4, below=4)
        case _:
            return RowStyle(body)
