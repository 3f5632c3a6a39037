"""Lines of a printed page: which of them make a paragraph, which stand on every page."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from gmp_desktop.reading.labels import label_of
from gmp_desktop.reading.rejoin import NOTE, unfinished

_EDGE_LINES = 3
_WIDE = 1.5
_NEAR = 3.0
_SHORTER = 0.85
_LEAST_PITCH, _MOST_PITCH = 4, 40
_SOFT_HYPHEN = "\u00ad"
_SPLIT_MARK = re.compile(r"(?<=[^\s*])(?:\*\* \*\*|\* \*)(?=[^\s*])")
_NUMBER = re.compile(r"\d+")
_BARE_NUMBER = re.compile(r"(?:page\s+)?\d{1,4}(?:\s?(?:/|of)\s?\d{1,4})?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A printed line, its place in points from the page's lower left corner, its size and weight."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    bold: bool = False


def part_heads(pages: list[list[PdfLine]]) -> tuple[list[list[PdfLine]], list[str]]:
    """The pages without the lines that repeat at their edges, figures aside, and those lines."""
    edges = [_edges(page) for page in pages]
    often = Counter(shape for edge in edges for shape in {_shape(page_line) for page_line in edge.values()})
    kept: list[list[PdfLine]] = []
    heads: list[str] = []
    for number, (page, edge) in enumerate(zip(pages, edges, strict=True)):
        out = []
        for at, line in enumerate(page):
            repeated = number > 0 and often[_shape(line)] > 1
            if at in edge and (repeated or _BARE_NUMBER.fullmatch(line.text)):
                heads.append(line.text)
            else:
                out.append(line)
        kept.append(out)
    return kept, heads


def usual_pitch(pages: list[list[PdfLine]]) -> float:
    """The distance between two lines met most often in a paper."""
    steps = Counter(
        round(2 * (one.bottom - other.bottom)) / 2 for page in pages for one, other in pairwise(page)
    )
    return next((step for step, _ in steps.most_common() if _LEAST_PITCH < step < _MOST_PITCH), 12.0)


def chunks(page: list[PdfLine], pitch: float) -> Iterator[str]:
    """The paragraphs of a page: lines parted by a wide gap, an indent, a label, another size or weight.

    A line that ends early stays a line of its own in its paragraph: whether it goes on is for the words to say.
    """
    right = max((line.right for line in page), default=0.0)
    gathered: list[PdfLine] = []
    for line in page:
        if gathered and _begins(line, gathered[-1], pitch, right):
            yield _whole(gathered, right)
            gathered = []
        gathered.append(line)
    if gathered:
        yield _whole(gathered, right)


def _edges(page: list[PdfLine]) -> dict[int, PdfLine]:
    by_height = sorted(range(len(page)), key=lambda at: page[at].top)
    places = {*by_height[:_EDGE_LINES], *by_height[-_EDGE_LINES:]}
    return {at: page[at] for at in places if len(page[at].text) < 120}


def _shape(line: PdfLine) -> str:
    return _NUMBER.sub("#", line.text)


def _begins(line: PdfLine, before: PdfLine, pitch: float, right: float) -> bool:
    """Whether a line begins a new paragraph."""
    step = before.bottom - line.bottom
    if step > _WIDE * pitch or step < -_NEAR or line.bold != before.bold or abs(line.size - before.size) > 1:
        return True
    if abs(step) < _NEAR:
        return line.left < before.right or line.left - before.right > 4 * line.size
    if NOTE.match(line.text):
        return True
    label = label_of(line.text)
    if label is not None and not unfinished(before.text):
        return True
    if line.left - before.left > _NEAR and not unfinished(before.text):
        return True
    return before.right < _SHORTER * right and (not unfinished(before.text) or label is not None)


def _whole(lines: list[PdfLine], right: float) -> str:
    """The lines of a paragraph as one, words broken at a line's end made whole."""
    out = ""
    for before, line in zip([None, *lines], lines, strict=False):
        if out.endswith(_SOFT_HYPHEN):
            out = out[:-1] + line.text
        elif out.endswith("-") and out[-2:-1].isalpha() and line.text[:1].islower():
            out += line.text
        elif before is not None:
            out += ("\n" if before.right < _SHORTER * right else " ") + line.text
        else:
            out = line.text
    text = _SPLIT_MARK.sub(" ", out.replace(_SOFT_HYPHEN, ""))
    return "\n".join(f"**{one}**" for one in text.split("\n")) if lines[0].bold and "*" not in text else text
