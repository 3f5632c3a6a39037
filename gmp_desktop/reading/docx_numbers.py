"""The numbers Word prints before paragraphs, counted as Word counts them."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from docx.oxml.ns import qn

from gmp_desktop.domain.numbering import letter, roman
from gmp_desktop.reading.docx_text import Styles

_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": str,
    "lowerLetter": letter,
    "upperLetter": lambda n: letter(n).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda n: roman(n).upper(),
}


class Numbers:
    """One counter for every list and level, going on through the paper."""

    def __init__(self, document: Any, styles: Styles) -> None:
        self._styles = styles
        self._lists = dict(_lists(document))
        self._counts: dict[str, dict[int, int]] = {}

    def label(self, paragraph: Any) -> tuple[str, int]:
        """The label printed before a paragraph, "-" for a bullet, "" for none; and its level from 0."""
        id, level = self._place(paragraph)
        levels = self._lists.get(id)
        if not levels or level not in levels:
            return "", 0
        shape, text, start = levels[level]
        if shape == "bullet":
            return "-", level
        counts = self._counts.setdefault(id, {})
        counts[level] = counts.get(level, start - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        return self._printed(text, levels, counts), level

    def _place(self, paragraph: Any) -> tuple[str, int]:
        """The list and level a paragraph belongs to, by itself or by its style."""
        for holder in (paragraph, *self._styles.chain(paragraph)):
            numbering = holder.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
            if numbering is not None:
                id = _child(numbering, "w:numId")
                if id or holder is paragraph:
                    return id, _integer(_child(numbering, "w:ilvl"))
        return "", 0

    def _printed(self, text: str, levels: dict[int, tuple[str, str, int]], counts: dict[int, int]) -> str:
        def number(place: re.Match[str]) -> str:
            level = int(place.group(1)) - 1
            shape, _, start = levels.get(level, ("decimal", "", 1))
            return str(_FORMATS.get(shape, str)(max(counts.get(level, start), 1)))

        return re.sub(r"%(\d)", number, text)


def _lists(document: Any) -> Iterator[tuple[str, dict[int, tuple[str, str, int]]]]:
    """Every list's levels: shape of its numbers, text around them, first number."""
    try:
        numbering = document.part.numbering_part.element
    except (KeyError, NotImplementedError, AttributeError):
        return
    shapes = {
        shape.get(qn("w:abstractNumId")): dict(_levels(shape))
        for shape in numbering.iter(qn("w:abstractNum"))
    }
    for one in numbering.iter(qn("w:num")):
        levels = dict(shapes.get(_child(one, "w:abstractNumId"), {}))
        for change in one.iter(qn("w:lvlOverride")):
            level = _integer(change.get(qn("w:ilvl")))
            start = _child(change, "w:startOverride")
            if level in levels and start:
                levels[level] = (*levels[level][:2], _integer(start))
        yield one.get(qn("w:numId"), ""), levels


def _levels(shape: Any) -> Iterator[tuple[int, tuple[str, str, int]]]:
    for level in shape.iter(qn("w:lvl")):
        start = _child(level, "w:start")
        yield (
            _integer(level.get(qn("w:ilvl"))),
            (_child(level, "w:numFmt"), _child(level, "w:lvlText"), _integer(start) if start else 1),
        )


def _child(element: Any, name: str) -> str:
    child = element.find(qn(name))
    return "" if child is None else child.get(qn("w:val"), "")


def _integer(text: str | None) -> int:
    return int(text) if text and text.isdigit() else 0
