"""One spreadsheet or text of cells, read with what was said about it and guesses for the rest."""

from collections.abc import Sequence
from pathlib import Path

from gmp_desktop.domain.errors import Refused
from gmp_desktop.domain.sheet import MOST_ROWS, Sheet, SheetKind, cell
from gmp_desktop.reading.files import bytes_of
from gmp_desktop.reading.sheets.grid import Grid
from gmp_desktop.reading.sheets.heads import find_heads

LIMIT_BYTES = 50_000_000
MOST_COLUMNS = 300
FIRST_LINES = 12
_FIRST_LINE_LETTERS = 160
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


def read_sheet(
    source: Path | bytes | str,
    *,
    name: str = "",
    encoding: str | None = None,
    delimiter: str | None = None,
    sheet: str | None = None,
    head_row: int | None = None,
) -> Sheet:
    """What a file, its bytes, or a text that was copied holds.

    ``head_row`` counts from 1; 0 says that there are no headings.
    """
    grid = _grid(source, name, encoding, delimiter, sheet)
    return _sheet(_without_empty(grid), head_row)


def _grid(
    source: Path | bytes | str, name: str, encoding: str | None, delimiter: str | None, sheet: str | None
) -> Grid:
    from gmp_desktop.reading.sheets.text import read_bytes, read_text

    if isinstance(source, str):
        if len(source) > LIMIT_BYTES:
            raise Refused("What was copied is larger than a table can be; nothing was read.")
        return read_text(source, name or "clipboard", SheetKind.PASTED, delimiter)
    if isinstance(source, Path):
        name, data = name or source.name, bytes_of(source, LIMIT_BYTES, "a table")
    else:
        data = source
    if data.startswith((_ZIP, _OLE)):
        from gmp_desktop.reading.sheets.workbook import read_workbook

        return read_workbook(data, name, sheet)
    return read_bytes(data, name, encoding, delimiter)


def _without_empty(grid: Grid) -> Grid:
    """The cells cleaned, empty rows left out."""
    rows = [
        (number, [cell(text) for text in row]) for number, row in zip(grid.numbers, grid.rows, strict=True)
    ]
    kept = [(number, row) for number, row in rows if any(row)]
    if not kept:
        raise Refused(f"“{grid.name}” holds no table; nothing was read.")
    if len(kept) > MOST_ROWS:
        raise Refused(
            f"“{grid.name}” has more than {MOST_ROWS:,} rows; nothing was read. Part it and import the pieces."
        )
    if max(len(row) for _, row in kept) > MOST_COLUMNS:
        raise Refused(
            f"“{grid.name}” has more than {MOST_COLUMNS} columns, more than a list of people has; nothing was read."
        )
    return grid.with_rows([row for _, row in kept], [number for number, _ in kept])


def _sheet(grid: Grid, head_row: int | None) -> Sheet:
    if head_row is None:
        at = find_heads(grid.rows)
    else:
        at = next((at for at, number in enumerate(grid.numbers) if number == head_row), -1)
    heads = list(grid.rows[at]) if at >= 0 else []
    below = grid.rows[at + 1 :]
    if not below:
        raise Refused(f"“{grid.name}” has no rows below its headings; nothing was read.")
    width = max(map(len, (heads, *below)))
    filled = [any(len(row) > column and row[column] for row in below) for column in range(width)]
    kept = [column for column in range(width) if filled[column] or (column < len(heads) and heads[column])]
    return Sheet(
        grid.name,
        grid.kind,
        tuple(_named(heads, kept)),
        tuple(tuple(row[column] if column < len(row) else "" for column in kept) for row in below),
        tuple(grid.numbers[at + 1 :]),
        encoding=grid.encoding,
        delimiter=grid.delimiter,
        sheet=grid.sheet,
        sheets=grid.sheets,
        head_row=grid.numbers[at] if at >= 0 else 0,
        first_lines=_first_lines(grid),
        merged=tuple(kept.index(column) for column in sorted(grid.merged) if column in kept),
    )


def _named(heads: Sequence[str], kept: Sequence[int]) -> list[str]:
    """The headings; a column without one is called by its letter."""
    return [heads[at] if at < len(heads) and heads[at] else _letter(at) for at in kept]


def _letter(column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _first_lines(grid: Grid) -> tuple[tuple[int, str], ...]:
    lines = zip(grid.numbers[:FIRST_LINES], grid.rows[:FIRST_LINES], strict=True)
    return tuple((number, " · ".join(filter(None, row))[:_FIRST_LINE_LETTERS]) for number, row in lines)
