"""The measures of the page (UN_STYLE 1.1): columns, type sizes and spaces, all in points."""

from dataclasses import dataclass, replace
from enum import Enum

from gmp_desktop.documents.paper import Paper

STEP = 23.6
"""From a paragraph's number to its text, and from one list level to the next."""
HANG = 26.8
"""From a heading's number to its text."""
LABEL_GAP = 4.0
RULE_LEFT = 60.0
TEXT_LEFT = 123.4
EMBLEM_BOX = (4.0, 71.0, 56.0, 50.0)
"""Left of the rules' beginning, top, width and height."""
LARGE = 1.5
"""How much larger everything is in large print."""


class Align(Enum):
    JUSTIFIED = 0
    LEFT = 1


@dataclass(frozen=True, slots=True)
class Style:
    """``left`` and ``right`` are indents from the column; ``keep`` holds a block to the next one."""

    size: float = 10
    leading: float = 12
    bold: bool = False
    italic: bool = False
    align: Align = Align.JUSTIFIED
    left: float = 0
    right: float = 0
    first: float = 0
    before: float = 0
    after: float = 6
    keep: bool = False

    @property
    def ascent(self) -> float:
        """From the top of a line to its base."""
        return (self.leading + 0.675 * self.size) / 2


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: where rules, text, heads and feet stand; y grows downwards.

    All is measured before ``scale``: a page of large print is a smaller one that is drawn larger.
    """

    width: float
    height: float
    rule_right: float
    text_left: float
    text_right: float
    top: float
    bottom: float
    head_base: float = 60.0
    head_rule: float = 65.0
    rule_left: float = RULE_LEFT
    name_left: float = TEXT_LEFT
    """Where "United Nations" and the organ begin."""
    distribution_left: float = 397.0
    scale: float = 1.0

    @property
    def foot_base(self) -> float:
        return self.height - 36 / self.scale

    @property
    def column(self) -> float:
        return self.text_right - self.text_left


def sheet_of(paper: Paper, *, letter: bool = False, large: bool = False) -> Sheet:
    """The same columns on both papers; rules end 60 pt from either edge; letters have even margins."""
    width, height = paper.size
    if large:
        return _large_sheet(width / LARGE, height / LARGE)
    if letter:
        return Sheet(width, height, width - 72, 72, width - 72, 84, height - 66, rule_left=72)
    return Sheet(width, height, width - RULE_LEFT, TEXT_LEFT, 488, 84, height - 66)


def _large_sheet(width: float, height: float) -> Sheet:
    """Narrow margins leave large print a line of some words."""
    left, right = 36.0, width - 36.0
    return Sheet(
        *(width, height, right, left + HANG, right, 56, height - 50),
        head_base=36,
        head_rule=41,
        rule_left=left,
        name_left=left + 63.4,
        distribution_left=right - 96,
        scale=LARGE,
    )


_HEADING = Style(bold=True, align=Align.LEFT, before=12, after=6, keep=True)
TITLE = replace(_HEADING, size=14, leading=15, before=0, after=12)
SUBTITLE = replace(_HEADING, size=12, leading=14, before=0, after=12)
CORNER = Style(bold=True, align=Align.LEFT, after=0)
AGENDA_HEADINGS = (
    replace(_HEADING, size=12, leading=14),
    _HEADING,
    replace(_HEADING, bold=False, italic=True),
    replace(_HEADING, bold=False),
)
ROMAN_HEADINGS = (
    replace(_HEADING, size=14, leading=16),
    replace(_HEADING, size=12, leading=14),
    _HEADING,
    _HEADING,
    replace(_HEADING, bold=False, italic=True),
    replace(_HEADING, bold=False),
)
BODY = Style()
LETTER_BODY = Style(size=11, leading=13.5, after=8)
LETTER_PART = replace(LETTER_BODY, align=Align.LEFT)
QUOTATION = Style(left=STEP * 2, right=STEP)
INDENTED = Style(first=STEP)
DECISION_TITLE = replace(_HEADING, size=12, leading=14)
ANNEX = replace(_HEADING, size=14, leading=16, before=0, after=4)
ANNEX_TITLE = replace(ANNEX, after=12)
NOTE = Style(size=8.5, leading=10.5, left=14, after=2)
CAPTION = replace(_HEADING, before=12, after=4)
CELL = Style(size=8.5, leading=10.5, align=Align.LEFT)
CELL_HEAD = Style(size=7, leading=8.5, italic=True, align=Align.LEFT)
NAME_HEAD = Style(size=9, leading=10.8, bold=True, align=Align.LEFT)
"""A delegation in a list of participants."""
NAME = Style(size=8, leading=9.2, align=Align.LEFT)
AGENDA_LINE = Style(align=Align.LEFT, after=6)
ORGAN = Style(size=20, leading=21, bold=True, align=Align.LEFT)
DISTRIBUTION = Style(align=Align.LEFT)
