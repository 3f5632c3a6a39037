"""Numbers as Word counts them: lists with levels, and a list begun anew wherever its count would not be the label."""

from dataclasses import dataclass, field
from enum import IntEnum
from xml.etree.ElementTree import Element

from gmp_desktop.documents.docx.form import Form
from gmp_desktop.documents.docx.nodes import node, twips
from gmp_desktop.documents.pdf.styles import HANG, STEP
from gmp_desktop.domain.blocks import HeadingScheme
from gmp_desktop.domain.numbering import roman

NO_LIST = 0
"""What takes a paragraph out of the list of its style."""
_LAST_TRIED = 4_000


class Series(IntEnum):
    """What is counted apart from all else; the value is the number of its list definition."""

    HEADINGS = 1
    PARAGRAPHS = 2
    ITEMS = 3
    BULLETS = 4
    DASHES = 5
    AGENDA = 6
    OPERATIVE = 7
    ANNEXES = 8


_AGENDA = (("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)"), ("lowerLetter", "%4."))
_ROMAN = (
    ("upperRoman", "%1."),
    ("upperLetter", "%2."),
    ("decimal", "%3."),
    ("lowerLetter", "(%4)"),
    ("lowerRoman", "(%5)"),
    ("lowerLetter", "%6."),
)
HEADINGS = {HeadingScheme.AGENDA: _AGENDA, HeadingScheme.ROMAN: _ROMAN}
_ITEMS = (("lowerLetter", "(%1)"), ("lowerRoman", "(%2)"), ("lowerLetter", "%3."), ("lowerRoman", "%4."))
_LEVELS = {
    Series.PARAGRAPHS: (("decimal", "%1."),),
    Series.ITEMS: _ITEMS,
    Series.BULLETS: (("bullet", "•"),) * 4,
    Series.DASHES: (("bullet", "–"),) * 4,
    Series.AGENDA: _AGENDA,
    Series.OPERATIVE: (("decimal", "%1."),),
    Series.ANNEXES: (("upperRoman", "Annex %1"),),
}
STYLES = {
    Series.HEADINGS: "Heading{}",
    Series.PARAGRAPHS: "NumberedParagraph",
    Series.ITEMS: "ListItem{}",
    Series.BULLETS: "ListBullet{}",
    Series.DASHES: "ListDash{}",
    Series.AGENDA: "AgendaItem{}",
    Series.OPERATIVE: "Operative",
    Series.ANNEXES: "Annex",
}
"""The style of a level is the one its number comes with."""


def depth_of(series: Series, scheme: HeadingScheme) -> int:
    return len(_levels(series, scheme))


def _levels(series: Series, scheme: HeadingScheme) -> tuple[tuple[str, str], ...]:
    return HEADINGS[scheme] if series is Series.HEADINGS else _LEVELS[series]


def word_label(kind: str, pattern: str, count: int) -> str:
    """How Word writes a number: behind z it doubles the letter, so 28 is bb."""
    if kind == "bullet":
        return pattern
    match kind:
        case "lowerLetter" | "upperLetter":
            said = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        case "lowerRoman" | "upperRoman":
            said = roman(count)
        case _:
            said = str(count)
    said = said.upper() if kind.startswith("upper") else said
    before, _, after = pattern.partition("%")
    return f"{before}{said}{after[1:]}"


@dataclass(slots=True)
class _List:
    """A list as Word will have counted it so far."""

    id: int
    starts: list[int]
    counts: list[int | None]
    skipped: list[bool]
    """A lower level came before any of this one: programs differ in what is counted then."""

    def next(self, level: int) -> int:
        count = self.counts[level]
        return self.starts[level] if count is None else count + 1

    def take(self, level: int) -> None:
        self.counts[level] = self.next(level)
        for deeper in range(level + 1, len(self.counts)):
            self.counts[deeper], self.skipped[deeper] = None, False
        for higher in range(level):
            self.skipped[higher] = self.skipped[higher] or self.counts[higher] is None


@dataclass(slots=True)
class Numbering:
    """Gives every numbered block its place in a list, and makes the part that defines the lists."""

    form: Form
    scheme: HeadingScheme
    letter: bool = False
    _lists: dict[Series, _List] = field(default_factory=dict)
    _begun: list[Element] = field(default_factory=list)
    _fixed: list[Element] = field(default_factory=list)
    _ids: int = len(Series)

    def place(self, series: Series, level: int, label: str) -> int | None:
        """The list a block of this label belongs to; none where it is the one its style is of."""
        levels = _levels(series, self.scheme)
        if series in (Series.BULLETS, Series.DASHES):
            return None
        kept = self._lists.get(series) or self._first(series, len(levels))
        kind, pattern = levels[level]
        if kept.skipped[level] or word_label(kind, pattern, kept.next(level)) != label:
            count = _count(kind, pattern, label)
            if not count:
                return self._literal(series, level, label)
            kept = self._begin(series, kept, level, count)
        kept.take(level)
        return None if kept.id == series else kept.id

    def part(self) -> Element:
        abstract = [self._definition(series) for series in Series]
        usual = [_num(series, series) for series in Series]
        return node("numbering", *abstract, *self._fixed, *usual, *self._begun)

    def _first(self, series: Series, depth: int) -> _List:
        made = self._lists[series] = _List(series, [1] * depth, [None] * depth, [False] * depth)
        return made

    def _begin(self, series: Series, before: _List, level: int, count: int) -> _List:
        """A list that goes on above where the one before is, and counts from here below."""
        depth = len(before.counts)
        starts = [before.next(above) for above in range(level)] + [count] + [1] * (depth - level - 1)
        self._ids += 1
        made = self._lists[series] = _List(self._ids, starts, [None] * depth, [False] * depth)
        over = [
            node("lvlOverride", node("startOverride", val=start), ilvl=at) for at, start in enumerate(starts)
        ]
        self._begun.append(_num(self._ids, series, *over))
        return made

    def _literal(self, series: Series, level: int, label: str) -> int:
        """A list of one item for a label Word would count otherwise, as it does behind z."""
        self._ids += 1
        made = node("abstractNum", node("multiLevelType", val="multilevel"), abstractNumId=self._ids)
        made.append(self._level(series, level, "decimal", label))
        self._fixed.append(made)
        self._begun.append(_num(self._ids, self._ids))
        return self._ids

    def _definition(self, series: Series) -> Element:
        levels = _levels(series, self.scheme)
        made = node("abstractNum", node("multiLevelType", val="multilevel"), abstractNumId=int(series))
        for at, (kind, pattern) in enumerate(levels):
            level = self._level(series, at, kind, pattern)
            level.insert(2, node("pStyle", val=STYLES[series].format(at + 1)))
            made.append(level)
        return made

    def _level(self, series: Series, at: int, kind: str, pattern: str) -> Element:
        left, hanging, stop = self.indents(series, at)
        first = {"hanging": twips(hanging)} if hanging >= 0 else {"firstLine": twips(-hanging)}
        return node(
            "lvl",
            node("start", val=1),
            node("numFmt", val=kind),
            node("suff", val="nothing") if series is Series.ANNEXES else None,
            node("lvlText", val=pattern),
            node("lvlJc", val="left"),
            node(
                "pPr",
                node("tabs", node("tab", val="num", pos=twips(stop))) if stop else None,
                node("ind", left=twips(left), **first),
            ),
            node("rPr", node("b", val=0), node("i", val=0)) if kind == "bullet" else None,
            ilvl=at,
        )

    def indents(self, series: Series, level: int) -> tuple[float, float, float]:
        """Left edge, how far the number hangs out of it, and the stop of the text behind it, 0 at the left edge."""
        column, step = self.form.column_left, self.form.points(STEP)
        match series:
            case Series.HEADINGS:
                return column, self.form.points(HANG), 0
            case Series.PARAGRAPHS:
                return column, 0, column + step
            case Series.OPERATIVE:
                return column, -step, column + 2 * step
            case Series.AGENDA:
                return column + step * (level + 1), step, 0
            case Series.ANNEXES:
                return column, 0, 0
            case _:
                return column + step * (level + (1 if self.letter else 2)), step, 0


def _count(kind: str, pattern: str, label: str) -> int:
    """Which number Word writes so; 0 if none."""
    return next((at for at in range(1, _LAST_TRIED) if word_label(kind, pattern, at) == label), 0)


def _num(id: int, abstract: int, *over: Element) -> Element:
    return node("num", node("abstractNumId", val=int(abstract)), *over, numId=int(id))
