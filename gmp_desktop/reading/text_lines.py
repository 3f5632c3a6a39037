"""A text as lines that know what stood before them: nothing, blank lines or a page break."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_BREAK = re.compile(r"\r\n|[\n\r\v\x85\u2028\u2029]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROLS = {code: " " for code in (*range(9), 14, 15, *range(16, 32), *range(127, 160)) if code != 0x85}
_CONTROLS |= {0xFEFF: "", 0x200B: ""}
_TAB = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds something. ``gap``: blank lines stand before it; ``page``: a page break does."""

    text: str
    indent: int = 0
    gap: bool = False
    page: bool = False


def lines(text: str) -> Iterator[Line]:
    """The lines of a text, whatever parts them; blank ones are told by the next line's ``gap``."""
    gap = True
    page = False
    for raw in _BREAK.split(_clean(text).replace("\f", "\n\f\n")):
        words = raw.strip()
        if not words:
            gap = True
            page = page or raw == "\f"
            continue
        lead = raw[: len(raw) - len(raw.lstrip())]
        yield Line(words, len(lead) + (_TAB - 1) * lead.count("\t"), gap, page)
        gap = page = False


def _clean(text: str) -> str:
    text = text.translate(_CONTROLS) if not text.isascii() or any(chr(c) in text for c in range(32)) else text
    return _SURROGATE.sub("\ufffd", text)
