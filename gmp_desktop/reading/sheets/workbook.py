"""Cells of XLSX, XLS and ODS workbooks."""

import io
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetVisibleEnum,
    load_workbook,
)

from gmp_desktop.domain.errors import DamagedFile, Refused
from gmp_desktop.domain.sheet import MOST_ROWS, SheetKind
from gmp_desktop.reading import archive_guard
from gmp_desktop.reading.sheets.extent import MOST_CELLS, check_extent
from gmp_desktop.reading.sheets.grid import Grid

Value = int | float | str | bool | time | date | datetime | timedelta
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read_workbook(data: bytes, name: str, sheet: str | None) -> Grid:
    """The cells of one sheet: the one named, or the first that can be seen and has any."""
    kind = _kind(data, name)
    try:
        with load_workbook(io.BytesIO(data)) as workbook:
            sheets = _visible(workbook)
            if not sheets or (sheet and sheet not in sheets):
                raise Refused(
                    f"“{name}” has no sheet {f'“{sheet}”' if sheet else 'with cells'}; nothing was read."
                )
            chosen = workbook.get_sheet_by_name(sheet or sheets[0])
            for other in sheets if sheet is None and chosen.start is None else ():
                chosen = workbook.get_sheet_by_name(other)
                if chosen.start is not None:
                    break
            return _grid(chosen, name, kind, sheets)
    except PasswordError as error:
        raise _locked(name) from error
    except (CalamineError, OSError, ValueError) as error:
        raise _damaged(name) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # the reader's own word for a file it did not expect
            raise
        raise _damaged(name) from error


def _kind(data: bytes, name: str) -> SheetKind:
    """What it is, once it is known to be no bomb; its name may say anything."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        if _ENCRYPTED in data:
            raise _locked(name)
        return SheetKind.XLS
    archive_guard.check(data, name)
    return check_extent(data, name)


def _visible(workbook: CalamineWorkbook) -> tuple[str, ...]:
    return tuple(each.name for each in workbook.sheets_metadata if each.visible == SheetVisibleEnum.Visible)


def _grid(sheet: CalamineSheet, name: str, kind: SheetKind, sheets: tuple[str, ...]) -> Grid:
    if sheet.start is None:
        raise Refused(f"“{name}” holds no table; nothing was read.")
    if sheet.height > 2 * MOST_ROWS or sheet.height * sheet.width > MOST_CELLS:
        raise Refused(
            f"“{name}” has more than {MOST_ROWS:,} rows; nothing was read. Part it and import the pieces."
        )
    top, leading = sheet.start
    rows = [[_text(value) for value in row] for row in sheet.to_python()]
    merged = _fill_merged(rows, sheet.merged_cell_ranges or [], top, leading)
    numbers = range(top + 1, top + 1 + len(rows))
    return Grid(name, kind, rows, numbers, sheet=sheet.name, sheets=sheets, merged=merged)


def _fill_merged(
    rows: list[list[str]], ranges: Sequence[tuple[tuple[int, int], tuple[int, int]]], top: int, leading: int
) -> frozenset[int]:
    """A cell that stands for several rows is each one's; gives the columns where there are such."""
    columns = set()
    for (first, column), (last, _) in ranges:
        at = column - leading
        if last == first or first < top or not 0 <= at < len(rows[0]) or first - top >= len(rows):
            continue
        text = rows[first - top][at]
        for row in rows[first - top + 1 : last - top + 1]:
            row[at] = row[at] or text
        if text:
            columns.add(at)
    return frozenset(columns)


def _text(value: Value) -> str:
    """A cell as a person would copy it; a day is written in the one way that cannot be misread."""
    match value:
        case str():
            return value
        case bool():
            return "yes" if value else "no"
        case float():
            return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
        case datetime():
            return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
        case date():
            return value.isoformat()
        case time():
            return value.isoformat("minutes")
        case timedelta():
            minutes = int(value.total_seconds()) // 60
            return f"{minutes // 60}:{minutes % 60:02}"
        case _:
            return str(value)


def _locked(name: str) -> Refused:
    return Refused(
        f"“{name}” is locked with a password; nothing was read. Save it without one and import that."
    )


def _damaged(name: str) -> DamagedFile:
    return DamagedFile(f"“{name}” is damaged and could not be opened; nothing was read. Get it once more.")
