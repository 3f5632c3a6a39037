"""Tables of texts as XLSX and CSV; no cell of them is ever a formula."""

import csv
import io
from datetime import datetime

from gmp_desktop.documents.clean import clean
from gmp_desktop.domain.sheet import SheetTable, shielded

LONGEST_XLSX_CELL = 32_767
WIDEST, NARROWEST = 48, 8
_LONGEST_NAME = 31
_SOME_DAY = datetime(2000, 1, 1)


def write_csv(table: SheetTable) -> bytes:
    """UTF-8 with its mark, for Excel takes it for something else without; what looks like a formula is shielded."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    for row in (table.heads, *table.rows):
        writer.writerow([shielded(clean(cell)) for cell in row])
    return out.getvalue().encode("utf-8-sig")


def write_xlsx(table: SheetTable) -> bytes:
    """A workbook with one table: its head stays in sight, every column can be filtered."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with Workbook(out, options) as book:
        book.set_properties({"title": clean(table.title), "created": _SOME_DAY})
        sheet = book.add_worksheet(_sheet_name(table.title))
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        rows = [[clean(cell)[:LONGEST_XLSX_CELL] for cell in row] for row in table.rows]
        for at, row in enumerate(rows, start=1):
            for column, cell in enumerate(row):
                sheet.write_string(at, column, cell, wrapped)
        sheet.add_table(
            *(0, 0, max(len(rows), 1), max(len(table.heads), 1) - 1),
            {"columns": [{"header": head} for head in _unlike(table.heads)], "style": "Table Style Light 1"},
        )
        for column, head in enumerate(table.heads):
            sheet.set_column(column, column, _width(head, [row[column] for row in rows]))
        sheet.freeze_panes(1, 0)
    return out.getvalue()


def _sheet_name(title: str) -> str:
    kept = (
        "".join(c for c in clean(title) if c not in "[]:*?/\\" and c.isprintable())
        .strip("' ")[:_LONGEST_NAME]
        .strip("' ")
    )
    return kept if kept and kept.casefold() != "history" else "Table"


def _unlike(heads: tuple[str, ...]) -> list[str]:
    """A table's columns must have different names, and each some."""
    taken: set[str] = set()
    named = []
    for at, head in enumerate(heads, start=1):
        name = own = clean(head)[:200].strip() or f"Column {at}"
        number = 2
        while name.casefold() in taken:
            name, number = f"{own} ({number})", number + 1
        taken.add(name.casefold())
        named.append(name)
    return named


def _width(head: str, cells: list[str]) -> int:
    longest = max((len(line) for cell in cells for line in cell.split("\n")), default=0)
    return min(max(longest, len(head) + 3, NARROWEST), WIDEST) + 2
