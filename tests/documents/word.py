"""Reads a Word file back as Word would: its parts, and the labels it counts before its paragraphs."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts_of(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def root_of(data: bytes, part: str = "document") -> Element:
    return fromstring(parts_of(data)[f"word/{part}.xml"])


def attribute(element: Element | None, name: str = "val") -> str:
    return "" if element is None else element.get(f"{W}{name}", "")


def style_of(paragraph: Element) -> str:
    return attribute(paragraph.find(f"{W}pPr/{W}pStyle"))


def said(element: Element, *, marks: bool = True) -> str:
    """The words of an element; tabs and line ends are spaces, signs are letters of a note's own mark."""
    out = []
    for one in (one for run in element.iter(f"{W}r") for one in run):
        if one.tag == f"{W}t":
            out.append(one.text or "")
        elif one.tag in (f"{W}tab", f"{W}br"):
            out.append(" ")
        elif one.tag == f"{W}sym" and marks:
            out.append(chr(int(attribute(one, "char"), 16)))
    return "".join(out)


def paragraphs_of(data: bytes, *, marks: bool = True) -> Iterator[tuple[str, str, str]]:
    """Style, label and words of every paragraph of the body that has words or a label."""
    counter = _Counter(data)
    for paragraph in root_of(data).iter(f"{W}p"):
        label, words = counter.label(paragraph), said(paragraph, marks=marks).strip()
        if label or words:
            yield style_of(paragraph), label, words


class _Counter:
    """Lists of one definition are counted together; a list that begins anew at a level does so once."""

    def __init__(self, data: bytes) -> None:
        numbering, styles = root_of(data, "numbering"), root_of(data, "styles")
        self._levels = {
            attribute(one, "abstractNumId"): {
                attribute(level, "ilvl"): level for level in one.iter(f"{W}lvl")
            }
            for one in numbering.iter(f"{W}abstractNum")
        }
        self._lists = {attribute(one, "numId"): one for one in numbering.iter(f"{W}num")}
        self._styles = {
            attribute(one, "styleId"): one.find(f"{W}pPr/{W}numPr") for one in styles.iter(f"{W}style")
        }
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, paragraph: Element) -> str:
        place = paragraph.find(f"{W}pPr/{W}numPr")
        if place is None:
            place = self._styles.get(style_of(paragraph))
        if place is None:
            return ""
        id, level = attribute(place.find(f"{W}numId")), int(attribute(place.find(f"{W}ilvl")))
        if id == "0":
            return ""
        abstract = attribute(self._lists[id].find(f"{W}abstractNumId"))
        counts = self._counts.setdefault(abstract, {})
        begins = self._starts(id).get(level)
        if begins is not None and (id, level) not in self._begun:
            counts[level] = begins
        else:
            counts[level] = counts[level] + 1 if level in counts else (begins or 1)
        self._begun.add((id, level))
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        made: Any = self._levels[abstract][str(level)]
        pattern, shape = attribute(made.find(f"{W}lvlText")), attribute(made.find(f"{W}numFmt"))
        return re.sub(r"%\d", lambda _: _written(shape, counts[level]), pattern)

    def _starts(self, id: str) -> dict[int, int]:
        return {
            int(attribute(one, "ilvl")): int(attribute(one.find(f"{W}startOverride")))
            for one in self._lists[id].iter(f"{W}lvlOverride")
        }


def _written(shape: str, count: int) -> str:
    """Behind z Word doubles the letter."""
    match shape:
        case "lowerLetter" | "upperLetter":
            text = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        case "lowerRoman" | "upperRoman":
            text = _roman(count)
        case _:
            text = str(count)
    return text.upper() if shape.startswith("upper") else text


def _roman(count: int) -> str:
    signs = (
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    )
    out = ""
    for value, sign in signs:
        times, count = divmod(count, value)
        out += sign * times
    return out
