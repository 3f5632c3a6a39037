"""A table of texts: as a spreadsheet held it, and as one is written."""

import re
from collections.abc import Iterable
from enum import StrEnum

from gmp_desktop.domain.people import cleaned
from gmp_desktop.domain.values import value

MOST_ROWS = 100_000
LONGEST_CELL = 2_000
"""Letters; what is longer is a text that got into the wrong field."""

_FORMULA = re.compile(r"['\s]*[=+\-@＝＋－＠\t\r\n]")


class SheetKind(StrEnum):
    TEXT = "text"
    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    PASTED = "pasted"


@value
class Sheet:
    """What was read, and how: every guess can be corrected by reading once more.

    ``numbers`` are the rows' numbers in the file. ``head_row`` is that of the headings, 0 where there are none.
    ``first_lines`` are what the file begins with, number and text, to choose the headings from. ``merged`` are the
    columns in which one cell stood for several rows; each of these rows has its text now.
    """

    name: str
    kind: SheetKind
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    head_row: int = 0
    first_lines: tuple[tuple[int, str], ...] = ()
    merged: tuple[int, ...] = ()


@value
class SheetTable:
    """What is written: every cell is a text, whatever it looks like."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def cell(text: str) -> str:
    """A cell's text as it may be kept."""
    return cleaned(text) if text else ""


def shielded(text: str) -> str:
    """With an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def unshielded(text: str) -> str:
    """Without the apostrophe of :func:`shielded`."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def copied(rows: Iterable[Iterable[str]]) -> str:
    """Rows for the clipboard as a spreadsheet takes them: a cell begins neither a row, a column nor a formula."""
    return "\n".join("\t".join(shielded(" ".join(cell.split())) for cell in row) for row in rows)
