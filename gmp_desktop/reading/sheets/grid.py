"""The cells of a spreadsheet before anything is understood of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gmp_desktop.domain.sheet import SheetKind


@dataclass(frozen=True, slots=True)
class Grid:
    """``numbers`` are those of the rows in the file, from 1."""

    name: str
    kind: SheetKind
    rows: Sequence[Sequence[str]]
    numbers: Sequence[int]
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    merged: frozenset[int] = frozenset()

    def with_rows(self, rows: Sequence[Sequence[str]], numbers: Sequence[int]) -> "Grid":
        return replace(self, rows=rows, numbers=numbers)
