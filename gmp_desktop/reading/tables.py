"""Tables printed with pipes or tabs: lines of equally many cells."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gmp_desktop.reading.labels import label_of
from gmp_desktop.reading.markup import Piece

_PIPE = re.compile(r"(?<!\\)\|")
_UNDER_HEAD = re.compile(r"[\s:|-]*--[\s:|-]*")
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Rows:
    """The cells of a table as marked texts."""

    rows: tuple[tuple[str, ...], ...]
    header_rows: int = 1


def part_tables(pieces: list[Piece]) -> Iterator[Piece | Rows]:
    """The pieces with the lines of every table gathered."""
    gathered: list[Piece] = []
    for piece in pieces:
        if gathered and (piece.gap or _parting(piece.text) != _parting(gathered[0].text)):
            yield from _table(gathered)
            gathered = []
        if _parting(piece.text):
            gathered.append(piece)
        else:
            yield piece
    yield from _table(gathered)


def _parting(text: str) -> str:
    """What parts the cells of a line, "" where it is no line of a table."""
    if "|" in text and (text[0] == "|" or len(_PIPE.findall(text)) > 1):
        return "|"
    if "\t" in text and (text.count("\t") > 1 or label_of(text) is None):
        return "\t"
    return ""


def _table(pieces: list[Piece]) -> Iterator[Piece | Rows]:
    if len(pieces) < _FEWEST:
        yield from pieces
        return
    parting = _parting(pieces[0].text)
    under = len(pieces) > 1 and parting == "|" and bool(_UNDER_HEAD.fullmatch(pieces[1].text))
    rows = [_cells(piece.text, parting) for at, piece in enumerate(pieces) if not (under and at == 1)]
    width = max(len(row) for row in rows)
    yield Rows(
        tuple((*row, *[""] * (width - len(row))) for row in rows),
        header_rows=1 if under or len(rows) > 1 else 0,
    )


def _cells(text: str, parting: str) -> tuple[str, ...]:
    if parting == "\t":
        return tuple(cell.strip() for cell in text.split("\t"))
    inner = text.strip()
    inner = inner[1:] if inner.startswith("|") else inner
    inner = inner[:-1] if inner.endswith("|") else inner
    return tuple(cell.strip().replace("\\|", "|") for cell in _PIPE.split(inner))
