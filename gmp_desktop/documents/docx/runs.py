"""Marked text as the runs of a Word paragraph: emphasis, direction, script, and the marks of notes."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from gmp_desktop.documents.clean import clean
from gmp_desktop.documents.docx.nodes import half_points, node, words
from gmp_desktop.documents.pdf import bidi
from gmp_desktop.domain.inline import Run, escape, parse, plain

_IDEOGRAPHS = re.compile(
    "[\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef\U0001f200-\U0003ffff]"
    "[“”‘’…—·\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef\U0001f200-\U0003ffff]*"
)

_OPENING = 1_000
"""Letters; the first of them that has a direction gives it to the paragraph."""

Refer = Callable[[str, bool], list[Element]]
"""The runs of a note's mark, by its id; the second argument tells whether it follows another mark."""


class Look(NamedTuple):
    """How a piece of text is to look, beyond its style."""

    bold: bool = False
    italic: bool = False
    raised: bool = False
    from_right: bool = False
    ideographs: bool = False


def no_notes(id: str, after_mark: bool) -> list[Element]:
    return []


def reads_from_right(text: str) -> bool:
    """Whether a marked text is a paragraph that is read from right to left."""
    return bidi.mixes(text) and bidi.levels(clean(plain(text))[:_OPENING].replace("\n", " "))[0] == 1


def runs_of(text: str, refer: Refer = no_notes) -> list[Element]:
    """A marked text; its line ends stay."""
    out: list[Element] = []
    for at, line in enumerate(text.split("\n")):
        if at:
            out.append(node("r", node("br")))
        out += _line(line, refer)
    return out


def plain_runs(text: str) -> list[Element]:
    """A text in which no mark means anything, on one line."""
    return runs_of(escape(" ".join(clean(text).split())))


def run(text: str, look: Look = Look(), *, style: str = "") -> Element:  # noqa: B008
    return node("r", _properties(look, style), words(text))


def sized(runs: list[Element], size: float) -> list[Element]:
    """Runs in a size of their own."""
    for run in runs:
        properties = run.find("w:rPr")
        if properties is None:
            properties = node("rPr")
            run.insert(0, properties)
        last = next((at for at, one in enumerate(properties) if one.tag in ("w:vertAlign", "w:rtl")), None)
        at = len(properties) if last is None else last
        properties.insert(at, node("sz", val=half_points(size)))
        properties.insert(at + 1, node("szCs", val=half_points(size)))
    return runs


def _line(text: str, refer: Refer) -> Iterator[Element]:
    runs = [piece if piece.note else _cleaned(piece) for piece in parse(text)]
    levels: list[int] = []
    if bidi.mixes(text):
        levels = bidi.levels("".join(piece.text for piece in runs))[1]
    at, after_mark = 0, False
    for piece in runs:
        if piece.note:
            yield from refer(piece.note, after_mark)
        elif piece.text:
            yield from _pieces(piece, levels[at : at + len(piece.text)])
        at += len(piece.text)
        after_mark = bool(piece.note)


def _cleaned(run: Run) -> Run:
    text = clean(run.text).replace("\n", " ").replace("\u200b", "")
    return Run(text, run.italic, run.bold, run.superscript)


def _pieces(piece: Run, levels: list[int]) -> Iterator[Element]:
    """A run cut where its direction or its script changes."""
    look = Look(piece.bold, piece.italic, piece.superscript)
    start, text = 0, piece.text
    for at in range(1, len(text) + 1):
        if at == len(text) or (levels and levels[at] % 2 != levels[start] % 2):
            if levels and levels[start] % 2:
                yield run(text[start:at], look._replace(from_right=True))
            else:
                yield from _scripts(text[start:at], look)
            start = at


def _scripts(text: str, look: Look) -> Iterator[Element]:
    at = 0
    for found in _IDEOGRAPHS.finditer(text):
        if found.start() > at:
            yield run(text[at : found.start()], look)
        yield run(found.group(), look._replace(ideographs=True))
        at = found.end()
    if text[at:]:
        yield run(text[at:], look)


def _properties(look: Look, style: str) -> Element | None:
    made = [
        node("rStyle", val=style) if style else None,
        node("rFonts", hint="eastAsia") if look.ideographs else None,
        *((node("b"), node("bCs")) if look.bold else ()),
        *((node("i"), node("iCs")) if look.italic else ()),
        node("vertAlign", val="superscript") if look.raised else None,
        node("rtl") if look.from_right else None,
    ]
    kept = [one for one in made if one is not None]
    return node("rPr", *kept) if kept else None
