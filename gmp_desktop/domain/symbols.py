"""The grammar of document symbols: UNEP(ED)/Hg/PAG.8/7, decisions MC-4/12, letters MC/ES/2022/202.

UN_STYLE 2. A symbol is kept in one normal form, without spaces and with the short name of a division; the form a
paper prints is kept beside it by whoever reads the paper.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import total_ordering

from gmp_desktop.domain.errors import Refused


class SymbolKind(StrEnum):
    DOCUMENT = "document"
    DECISION = "decision"
    LETTER = "letter"


_DIVISIONS = {"EconomyDivision": "ED", "DivisionofTechnology,IndustryandEconomics": "DTIE"}
_SERIES = r"(?:UNEP(?:\([A-Z]{2,5}\))?|SAICM|FCCC|A|E|ST)"
_BODY = r"(?:/[A-Za-z][A-Za-z-]{0,20}(?:\.[A-Za-z]{1,20}){0,4}(?:\.\d{1,4})?|/\d{1,4}){0,6}"
_END = r"/(?:INF/|INF\.|CRP\.|L\.|R\.|WP\.)?\d{1,5}(?:/(?:Add|Rev|Corr|Amend)\.\d{1,3}){0,4}"
_DOCUMENT = _SERIES + _BODY + _END
_DECISION = r"(?:[A-Z]{2}|INC|PAG|OEWG)-\d{1,3}/\d{1,3}"
_LETTER = r"[A-Z]{2,5}/[A-Z][A-Z0-9]{0,9}/(?:19|20)\d\d/\d{1,5}"
_ONE = re.compile(
    f"(?P<document>{_DOCUMENT}(?:–{_DOCUMENT}){{0,9}})|(?P<decision>{_DECISION})|(?P<letter>{_LETTER})"
)
_IN_TEXT = re.compile(rf"(?<![A-Za-z0-9_/.-])(?:{_ONE.pattern})(?![A-Za-z0-9_/(-]|\.\d)")
_DIVISION = re.compile(r"UNEP\s?\(([A-Za-z][A-Za-z, ]{1,60})\)\s*/")
_TOO_SHORT = re.compile(r"(?:A|E|ST)/\d+")  # in running text "annex A/1" is no symbol
_PIECE = re.compile(r"\d+|[^\d/]+")


@total_ordering
@dataclass(frozen=True, slots=True)
class Symbol:
    """A symbol in normal form; they sort as people count: /9, /10, /10/Add.1."""

    text: str
    kind: SymbolKind = SymbolKind.DOCUMENT

    @property
    def parts(self) -> tuple[str, ...]:
        """The symbols of a joint document, in the order printed; one otherwise."""
        return tuple(self.text.split("–"))

    @property
    def meeting(self) -> tuple[str, int] | None:
        """The body and number of the meeting a symbol belongs to: ("PAG", 8)."""
        found = re.search(r"/([A-Za-z]+)\.(\d+)(?=/)", self.text)
        if (
            self.kind is not SymbolKind.DOCUMENT
            or found is None
            or found.group(1) in {"INF", "CRP", "L", "R", "WP"}
        ):
            return None
        return found.group(1), int(found.group(2))

    def __str__(self) -> str:
        return self.text

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Symbol):
            return NotImplemented
        return _in_order(self.text) < _in_order(other.text)


def normalise(text: str) -> str:
    """Without spaces and line breaks, the division by its short name; what is no symbol stays otherwise as it is."""
    joined = re.sub(r"\s+", "", text)
    for long, short in _DIVISIONS.items():
        joined = joined.replace(f"({long})", f"({short})")
    return joined


def parse(text: str) -> Symbol:
    """The symbol a text is, whatever its spaces."""
    normal = normalise(text)
    found = _ONE.fullmatch(normal)
    if found is None:
        raise Refused(f"“{text}” is not a document symbol; one looks like UNEP(ED)/Hg/PAG.8/7 or MC-4/12.")
    return Symbol(normal, SymbolKind(found.lastgroup or ""))


def is_symbol(text: str) -> bool:
    return _ONE.fullmatch(normalise(text)) is not None


def find(text: str) -> tuple[Symbol, ...]:
    """The symbols cited in running text, in order, each time they are cited."""
    return tuple(_found(text))


def _found(text: str) -> Iterator[Symbol]:
    for found in _IN_TEXT.finditer(_DIVISION.sub(lambda division: normalise(division.group()), text)):
        if not _TOO_SHORT.fullmatch(found.group()):
            yield Symbol(found.group(), SymbolKind(found.lastgroup or ""))


def _in_order(text: str) -> list[tuple[int, int, str]]:
    pieces = _PIECE.findall(text)
    return [(1, int(piece), "") if piece.isdigit() else (2, 0, piece) for piece in pieces]
