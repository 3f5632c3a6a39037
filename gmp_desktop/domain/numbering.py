"""Numbers, letters and note marks: a function of the blocks, computed anew whenever they are needed."""

from collections.abc import Callable, Iterator
from uuid import UUID

from gmp_desktop.domain.blocks import (
    AgendaLine,
    Annex,
    Block,
    Document,
    Footnote,
    Heading,
    HeadingScheme,
    ListItem,
    Marker,
    NoteMark,
    Operative,
    Paragraph,
    Roll,
    Table,
)
from gmp_desktop.domain.inline import note_references

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"))
_ROMAN_SMALL = ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def roman(number: int) -> str:
    """A lower-case roman numeral: 4 is iv."""
    out = ""
    for value, letters in _ROMAN + _ROMAN_SMALL:
        count, number = divmod(number, value)
        out += letters * count
    return out


def letter(number: int) -> str:
    """Letters as in lists: 1 is a, 26 is z, 27 is aa."""
    out = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        out = chr(ord("a") + rest) + out
    return out


_HEADINGS: dict[HeadingScheme, tuple[Callable[[int], str], ...]] = {
    HeadingScheme.AGENDA: (
        "{}.".format,
        lambda n: f"({letter(n)})",
        lambda n: f"({roman(n)})",
        lambda n: f"{letter(n)}.",
    ),
    HeadingScheme.ROMAN: (
        lambda n: f"{roman(n).upper()}.",
        lambda n: f"{letter(n).upper()}.",
        "{}.".format,
        lambda n: f"({letter(n)})",
        lambda n: f"({roman(n)})",
        lambda n: f"{letter(n)}.",
    ),
}
_LISTS = (
    lambda n: f"({letter(n)})",
    lambda n: f"({roman(n)})",
    lambda n: f"{letter(n)}.",
    lambda n: f"{roman(n)}.",
)
_SIGNS = {Marker.BULLET: "•", Marker.DASH: "–"}


def labels(document: Document) -> dict[UUID, str]:
    """What is printed before every block that has a label, and as the mark of every note.

    Headings follow the document's scheme (UN_STYLE 1.3); paragraphs run through the whole body and start again in
    every annex (1.4); a list counts anew after anything but its own items; notes are numbered in the order
    of their references, stars apart from figures, anew in every annex (1.5); a single operative paragraph bears
    no number (3.5); a single annex is "Annex", several are "Annex I", "Annex II"; the lines of a printed agenda
    are numbered as agenda items, apart from the headings (3.2).
    """
    out: dict[UUID, str] = {}
    annexes = [block.id for block in document.blocks if isinstance(block, Annex)]
    for index, id in enumerate(annexes, start=1):
        out[id] = "Annex" if len(annexes) == 1 else f"Annex {roman(index).upper()}"
    front = (*document.corner, document.title, document.subtitle)
    for part in _parts(document.blocks):
        _number_part(document, part, out)
        _mark_notes(part, front, out)
        front = ()
    return out


def _parts(blocks: tuple[Block, ...]) -> Iterator[list[Block]]:
    """The body, then each annex."""
    part: list[Block] = []
    for block in blocks:
        if isinstance(block, Annex):
            yield part
            part = []
        part.append(block)
    yield part


def _number_part(document: Document, part: list[Block], out: dict[UUID, str]) -> None:
    formats = _HEADINGS[document.scheme]
    headings = [0] * len(formats)
    lines = [0] * len(_HEADINGS[HeadingScheme.AGENDA])
    items: list[int] = []
    paragraph = operative = 0
    single = sum(isinstance(block, Operative) for block in part) == 1
    for block in part:
        if isinstance(block, ListItem):
            out[block.id] = _item_label(block, items)
            continue
        if not isinstance(block, Footnote):
            items.clear()
        match block:
            case Heading(level=level, numbered=True):
                out[block.id] = _next(formats, headings, level)
            case AgendaLine(level=level):
                out[block.id] = _next(_HEADINGS[HeadingScheme.AGENDA], lines, level)
            case Paragraph(numbered=True):
                paragraph += 1
                out[block.id] = f"{paragraph}."
            case Operative():
                operative += 1
                if not single:
                    out[block.id] = f"{operative}."


def _next(formats: tuple[Callable[[int], str], ...], counts: list[int], level: int) -> str:
    """The label after those counted so far; what lies below a level counts anew."""
    level = min(max(level, 1), len(formats))
    counts[level - 1] += 1
    counts[level:] = [0] * (len(formats) - level)
    return formats[level - 1](counts[level - 1])


def _item_label(item: ListItem, counts: list[int]) -> str:
    level = min(max(item.level, 1), len(_LISTS))
    if item.marker is not Marker.LETTER:
        del counts[level:]
        return _SIGNS[item.marker]
    while len(counts) < level:
        counts.append(0)
    del counts[level:]
    counts[level - 1] += 1
    return _LISTS[level - 1](counts[level - 1])


def _mark_notes(part: list[Block], front: tuple[str, ...], out: dict[UUID, str]) -> None:
    notes = {str(block.id): block for block in part if isinstance(block, Footnote)}
    in_order = [reference for text in front for reference in note_references(text)]
    for block in part:
        in_order += [reference for text in texts(block) for reference in note_references(text)]
    stars = figures = 0
    for id in dict.fromkeys([*in_order, *notes]):
        note = notes.get(id)
        if note is None:
            continue
        if note.mark is NoteMark.STAR:
            stars += 1
            out[note.id] = "*" * stars
        else:
            figures += 1
            out[note.id] = str(figures)


def texts(block: Block) -> tuple[str, ...]:
    """Every marked text of a block, in reading order."""
    if isinstance(block, Table | Roll):
        return (block.text, *(cell for row in block.rows for cell in row))
    return (block.text,)
