"""Lines of a printed page: which of them make a paragraph, which stand on every page."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise, takewhile

from gmp_desktop.reading.labels import label_of
from gmp_desktop.reading.rejoin import NOTE, unfinished

_EDGE_LINES = 3
_LONGEST_HEAD = 100
_ABOUT = 6
_SMALL = 0.8
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
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


def in_rows(lines: Iterable[PdfLine]) -> list[PdfLine]:
    """The lines of a page with a raised figure put back into its row, where the page holds it apart."""
    rows: list[PdfLine] = []
    for line in lines:
        before = rows[-1] if rows else None
        if before and _beside(before, line):
            rows[-1] = _joined(before, line)
        else:
            rows.append(line)
    return rows


def _beside(before: PdfLine, line: PdfLine) -> bool:
    overlap = min(before.top, line.top) - max(before.bottom, line.bottom)
    small = min(before.size, line.size) < _SMALL * max(before.size, line.size)
    return small and overlap > 0 and -1 < line.left - before.right < _NEAR + max(before.size, line.size)


def _joined(before: PdfLine, line: PdfLine) -> PdfLine:
    first = (
        before.text.translate(_RAISED) if before.size < line.size and before.text.isdigit() else before.text
    )
    second = line.text.translate(_RAISED) if line.size < before.size and line.text.isdigit() else line.text
    space = " " if first == before.text == line.text or first != before.text else ""
    large = max(before, line, key=lambda one: one.size)
    return replace(large, text=first + space + second, left=before.left, right=line.right)


def part_heads(pages: list[list[PdfLine]]) -> tuple[list[list[PdfLine]], list[str]]:
    """The pages without page numbers and the lines that repeat at one height of their edges, and those lines."""
    often = Counter(shape for page in pages for shape in {_shape(line) for line in _edges(page)})
    kept: list[list[PdfLine]] = []
    heads: list[str] = []
    for number, page in enumerate(pages):
        by_height = sorted(page, key=lambda line: -line.top)
        is_head = partial(_is_head, often=often, page=number)
        found = [*takewhile(is_head, by_height[:_EDGE_LINES])]
        found += takewhile(is_head, by_height[: -_EDGE_LINES - 1 : -1])
        heads += [line.text for line in page if line in found]
        kept.append([line for line in page if line not in found])
    return kept, heads


def _is_head(line: PdfLine, often: Counter[tuple[str, int]], page: int) -> bool:
    if _BARE_NUMBER.fullmatch(line.text):
        return True
    return page > 0 and often[_shape(line)] > 1 and len(line.text) < _LONGEST_HEAD


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


def _edges(page: list[PdfLine]) -> list[PdfLine]:
    by_height = sorted(page, key=lambda line: -line.top)
    return by_height[:_EDGE_LINES] + by_height[_EDGE_LINES:][-_EDGE_LINES:]


def _shape(line: PdfLine) -> tuple[str, int]:
    """A line's words without figures, and about how high it stands."""
    return _NUMBER.sub("#", line.text), round(line.top / _ABOUT)


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
