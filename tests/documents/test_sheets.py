"""Tables of texts written for spreadsheets: never a formula, and read again as they were."""

import io

import pytest
from openpyxl import load_workbook

from gmp_desktop.documents.sheets import write_csv, write_xlsx
from gmp_desktop.domain.sheet import SheetTable

HOSTILE = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "=cmd|' /C calc'!A0",
    "https://x.example",
    "<b>&",
    "012",
    "\u202eabc",
)
TABLE = SheetTable("Participants PAG-15", ("Name", "For"), tuple((text, "Alliance") for text in HOSTILE))


def test_csv_has_the_mark_excel_needs_and_no_formula() -> None:
    data = write_csv(TABLE)

    assert data.startswith(b"\xef\xbb\xbf")
    lines = data.decode("utf-8-sig").split("\r\n")
    assert lines[0] == "Name,For"
    assert not [line for line in lines[1:] if line.lstrip('"').startswith(("=", "+", "-", "@"))]


def test_xlsx_has_texts_only_in_a_table_with_its_head_in_sight() -> None:
    sheet = load_workbook(io.BytesIO(write_xlsx(TABLE))).worksheets[0]

    assert sheet.freeze_panes == "A2"
    assert [table.ref for table in sheet.tables.values()] == [f"A1:B{len(HOSTILE) + 1}"]
    cells = [sheet.cell(at, 1) for at in range(2, len(HOSTILE) + 2)]
    assert [cell.value for cell in cells] == [*HOSTILE[:-1], "abc"]
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr"}
    assert not [cell for cell in cells if cell.hyperlink]


def test_the_same_table_is_the_same_file() -> None:
    assert write_xlsx(TABLE) == write_xlsx(TABLE)


@pytest.mark.parametrize("title", ["", "History", "a[b]:c*?/\\", "x" * 300, "'quoted'", "PAG-15"])
def test_any_title_gives_a_sheet_a_name(title: str) -> None:
    assert load_workbook(io.BytesIO(write_xlsx(SheetTable(title, ("Name",), ())))).sheetnames[0]


def test_heads_named_alike_and_empty_ones_are_told_apart() -> None:
    table = SheetTable("x", ("Name", "name", "", "Name"), (("a", "b", "c", "d"),))
    sheet = load_workbook(io.BytesIO(write_xlsx(table))).worksheets[0]

    assert [cell.value for cell in sheet[1]] == ["Name", "name (2)", "Column 3", "Name (3)"]


def test_a_text_longer_than_a_cell_does_not_break_the_file() -> None:
    table = SheetTable("x", ("Name",), (("y" * 100_000,),))

    assert load_workbook(io.BytesIO(write_xlsx(table))).worksheets[0]["A2"].value == "y" * 32_767
