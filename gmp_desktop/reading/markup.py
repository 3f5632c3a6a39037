"""Dirty marks of exported papers (``**``, ``##``, ``<sup>``, ``<https://…>``) made into marked text.

The output of this module is pieces: one printed line each, the marks that spoke of the whole line taken off and
remembered, lines that an export glued together parted again.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from gmp_desktop.domain.inline import escape
from gmp_desktop.reading.text_lines import Line

LONGEST_LINE = 100_000
"""A longer line is no line of a paper: it is kept as it is, and no marks are looked for in it."""

_BOLD = re.compile(r"(?<!\\)\*\*")
_HASHES = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_GLUED_HASHES = re.compile(r"(?<=[^\s#])[ \t]{0,3}(?=#{2,6}[ \t]+\S)")
_TAGS = re.compile(
    r"\\[\\*^\[]|\[\^[0-9A-Za-z-]{1,64}\]|\^|<sup>(?P<raised>[^<>]{1,200})</sup>|<(?P<link>https?://[^\s<>]{1,2000})>"
    r"|(?P<gap><br ?/?>)|(?P<bold></?(?:b|strong)>)|(?P<italic></?(?:i|em)>)"
)
HEADING_LABEL = re.compile(r"(?:(?:[IVXLC]{1,7}|[A-Z]|\d{1,3})\.|\([a-z]{1,5}\))\s")
_PARAGRAPH_LABEL = re.compile(r"\d{1,4}\.\s")
_BOLD_LABEL = re.compile(r"\*\*((?:\d{1,4}|[A-Z]|[IVXLC]{1,7})\.)\s?\*\*\s?")
_ITALIC = re.compile(r"\*(?!\*)([^*]{1,300})\*")
_NOTE_STARS = re.compile(r"\*\*\s+(?=\*?[^\s*])")
_FEW = 8
_MOST_STRETCHES = 60
_RULE = re.compile(r"[-_*=–—]{3,}|(?:[-_*] ){2,}[-_*]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A printed line as marked text; ``bold`` and ``italic`` tell of the whole line, ``hashes`` of its heading mark."""

    text: str
    bold: bool = False
    italic: bool = False
    hashes: int = 0
    indent: int = 0
    gap: bool = False
    page: bool = False

    @property
    def marked(self) -> bool:
        """Whether the paper itself says this line is more than text."""
        return self.bold or self.hashes > 0


def pieces(lines: Iterable[Line]) -> Iterator[Piece]:
    """Every line's pieces; rules drawn with hyphens or stars are left out."""
    after_rule = False
    for chunk in _chunks(lines):
        for line in _bold_closed(chunk):
            if _RULE.fullmatch(line.text):
                after_rule = True
                continue
            gap = line.gap or after_rule
            if len(line.text) > LONGEST_LINE:
                yield Piece(escape(line.text), indent=line.indent, gap=gap, page=line.page)
            else:
                yield from _pieces(line, gap)
            after_rule = False


def _chunks(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Lines with nothing between them."""
    chunk: list[Line] = []
    for line in lines:
        if line.gap and chunk:
            yield chunk
            chunk = []
        chunk.append(line)
    if chunk:
        yield chunk


def _bold_closed(chunk: list[Line]) -> Iterable[Line]:
    """The chunk with bold that runs over several lines closed and opened again at every line's end."""
    odd = [index for index, line in enumerate(chunk) if _opens(line.text)]
    if not odd:
        return chunk
    out = list(chunk)
    open_at: int | None = None
    for index in odd:
        text = chunk[index].text
        last = text.rfind("**")
        if open_at is None:
            if text[last + 2 : last + 3].strip():
                open_at = index
            continue
        for at in range(open_at, index + 1):
            before = "" if at == open_at else "**"
            after = "" if at == index else "**"
            out[at] = replace(chunk[at], text=before + chunk[at].text + after)
        open_at = None
    return out


def _opens(text: str) -> bool:
    """Whether a bold mark of the line has no partner in it."""
    return "**" in text and len(text) <= LONGEST_LINE and len(_BOLD.findall(text)) % 2 == 1


def _pieces(line: Line, gap: bool) -> Iterator[Piece]:
    first = True
    for text in _GLUED_HASHES.split(line.text) if "##" in line.text else [line.text]:
        hashes = _HASHES.match(text)
        body = text[hashes.end() :].rstrip("#").rstrip() if hashes else text
        for bold, part in _parted(body):
            depth = len(hashes.group(1)) if hashes else 0
            yield _piece(part, bold, depth, line.indent, gap or not first, line.page and first)
            first = False


def _parted(text: str) -> list[tuple[bool, str]]:
    """Stretches that were lines of their own before an export glued them, told whether bold; usually one."""
    if "**" not in text:
        return [(False, text)]
    note = _NOTE_STARS.match(text)
    if note and len(_BOLD.findall(text)) % 2:
        (bold, first), *others = _parted(text[note.end() :])
        return [(False, f"{note.group()}**{first}**" if bold else note.group() + first), *others]
    parts = _BOLD.split(text)
    stretches = [(at % 2 == 1, part) for at, part in enumerate(parts) if part.strip()]
    if not 0 < len(stretches) <= _MOST_STRETCHES or not len(parts) % 2:
        return [(False, text)]
    groups = [stretches[:1]]
    all_bold = all(bold for bold, _ in stretches)
    for at, (before, after) in enumerate(pairwise(stretches), start=1):
        if all_bold or _parts_here(before, after, all(bold for bold, _ in stretches[at : at + _FEW])):
            groups.append([after])
        else:
            groups[-1].append(after)
    return [_stretch(group) for group in groups]


def _parts_here(before: tuple[bool, str], after: tuple[bool, str], end: bool) -> bool:
    """Whether two stretches, one bold and one not, were two lines: glued without a space, or a labelled heading."""
    first, second = before[1].strip(), after[1].strip()
    labelled = bool(HEADING_LABEL.match(second))
    glued = not before[1][-1].isspace() and not after[1][0].isspace() and len(first) > 2
    ended = first[-1].isalnum() or first[-1] in ".:;!?)>”"
    if glued and ended and (second[0].isupper() or labelled) and (end or not after[0]):
        return True
    if after[0]:
        return end and labelled
    return bool(HEADING_LABEL.match(first)) and bool(_PARAGRAPH_LABEL.match(second))


def _stretch(group: list[tuple[bool, str]]) -> tuple[bool, str]:
    if len(group) == 1:
        return group[0][0], group[0][1].strip()
    return False, "".join(f"**{part}**" if bold else part for bold, part in group).strip()


def _piece(text: str, bold: bool, hashes: int, indent: int, gap: bool, page: bool) -> Piece:
    if hashes and not bold:
        unbold = _BOLD.split(text)
        if len(unbold) == 3 and not unbold[0].strip() and not unbold[2].strip():
            bold, text = True, unbold[1].strip()
    if text.startswith("*"):
        label = _BOLD_LABEL.match(text)
        text = f"{label.group(1)} {text[label.end() :]}" if label else text
    italic = _ITALIC.fullmatch(text)
    if italic:
        text = italic.group(1).strip()
    return Piece(marked(text), bold, bool(italic), hashes, indent, gap, page)


def marked(text: str) -> str:
    """A dirty line as marked text: tags become marks, carets that are no marks are escaped."""
    if "^" not in text and "<" not in text and "\\" not in text:
        return text
    return _TAGS.sub(_mark, text)


def _mark(tag: re.Match[str]) -> str:
    if tag.group("raised"):
        return f"^{tag.group('raised').strip()}^"
    if tag.group("link"):
        return tag.group("link")
    if tag.lastgroup == "gap":
        return " "
    if tag.lastgroup:
        return "**" if tag.lastgroup == "bold" else "*"
    return r"\^" if tag.group() == "^" else tag.group()
