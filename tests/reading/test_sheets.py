"""Spreadsheets of every kind, encoding and dialect, with what people leave in them; and files meant to do harm."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from gmp_desktop.domain.errors import DamagedFile, GmpError, Refused
from gmp_desktop.domain.sheet import SheetKind
from gmp_desktop.reading.sheets.days import iso_day
from gmp_desktop.reading.sheets.read import LIMIT_BYTES, read_sheet

HEADS = ("Surname", "First name", "Organisation")
WESTERN = (("Vauclair", "Étienne", "Ministère des eaux"), ("Müller", "Jürgen", "Bündnis für Lampen"))
CYRILLIC = (("Иванова", "Ольга", "Союз озёр"), ("Петров", "Пётр", "Министерство рек"))
CHINESE = (("李", "明", "清洁灯联盟"), ("王", "小红", "水利部"))


def text_of(rows: tuple[tuple[str, ...], ...], sign: str = ";") -> str:
    return "\r\n".join(sign.join(row) for row in (HEADS, *rows))


@pytest.mark.parametrize(
    ("encoding", "rows"),
    [
        ("utf-8", WESTERN),
        ("utf-8-sig", CYRILLIC),
        ("utf-16", CHINESE),
        ("utf-16-le", WESTERN),
        ("cp1252", WESTERN),
        ("cp1251", CYRILLIC),
        ("gb18030", CHINESE),
    ],
)
def test_any_encoding_is_found_out(encoding: str, rows: tuple[tuple[str, ...], ...]) -> None:
    sheet = read_sheet(text_of(rows).encode(encoding), name="list.csv")

    assert (sheet.heads, sheet.rows) == (HEADS, rows)


def test_a_wrong_guess_can_be_put_right() -> None:
    data = "Name;Ort\nÖçÅ;ı".encode("cp1254")

    assert read_sheet(data, name="a.csv", encoding="cp1254", head_row=1).rows == (("ÖçÅ", "ı"),)


@pytest.mark.parametrize("sign", [";", ",", "\t", "|"])
def test_any_delimiter_is_found_out(sign: str) -> None:
    quoted = "\n".join(sign.join(f'"{cell}"' for cell in row) for row in (HEADS, *WESTERN))
    for text in (text_of(WESTERN, sign), quoted):
        sheet = read_sheet(text.encode(), name="list.csv")
        assert (sheet.delimiter, sheet.rows) == (sign, WESTERN)


def test_a_quoted_cell_may_hold_delimiters_quotes_and_lines() -> None:
    sheet = read_sheet(b'Name,Function\n"DIALLO, Amina","Head of ""Lakes""\nand rivers"\n', name="a.csv")

    assert sheet.rows == (("DIALLO, Amina", 'Head of "Lakes" and rivers'),)


def test_a_single_column_stays_one() -> None:
    sheet = read_sheet(b"Name\nAmina Diallo\nJean Moreau\n", name="a.txt")

    assert (sheet.delimiter, sheet.heads, len(sheet.rows)) == ("", ("Name",), 2)


def test_copied_cells_are_read_as_a_file_is() -> None:
    sheet = read_sheet("Name\tFor\nAmina Diallo\tAlliance\n")

    assert (sheet.kind, sheet.rows) == (SheetKind.PASTED, (("Amina Diallo", "Alliance"),))


def test_the_first_line_of_excel_names_the_delimiter() -> None:
    sheet = read_sheet(b"sep=|\nName|For\nAmina Diallo|A; B\n", name="a.csv")

    assert (sheet.rows, sheet.numbers) == ((("Amina Diallo", "A; B"),), (3,))


def test_lines_above_the_headings_are_passed_over() -> None:
    sheet = read_sheet(f"Registrations for the meeting;;\n;;\n{text_of(WESTERN)}".encode(), name="a.csv")

    assert (sheet.heads, sheet.head_row, sheet.numbers) == (HEADS, 3, (4, 5))
    assert sheet.first_lines[0] == (1, "Registrations for the meeting")


@pytest.mark.parametrize(
    "text",
    [
        "Diallo;Amina;a@x.example\nMoreau;Jean;j@x.example\n",
        "Diallo;Amina;in person\nMoreau;Jean;online\n",
    ],
)
def test_a_list_without_headings_loses_nobody(text: str) -> None:
    sheet = read_sheet(text.encode(), name="a.csv")

    assert (sheet.head_row, sheet.heads, len(sheet.rows)) == (0, ("A", "B", "C"), 2)


def test_empty_rows_and_columns_are_left_out_and_rows_keep_their_numbers() -> None:
    sheet = read_sheet(b"Name;;For\n;;\nAmina Diallo;;Alliance\n;;\nJean Moreau;;Lakes\n", name="a.csv")

    assert (sheet.heads, sheet.numbers) == (("Name", "For"), (3, 5))


def test_three_columns_may_be_named_alike() -> None:
    assert read_sheet(b"Name;Name;Name\na;b;c\n", name="a.csv").heads == ("Name", "Name", "Name")


def test_controls_of_direction_are_taken_out() -> None:
    others = "Jean Moreau;Lakes\n" * 9
    sheet = read_sheet(f"Name;For\n\u202eamina\u2066 Diallo\x07;A\u200eB\n{others}".encode(), name="a.csv")

    assert sheet.rows[0] == ("amina Diallo", "AB")


def test_a_formula_is_a_text_and_its_shield_is_taken_off() -> None:
    sheet = read_sheet("Name;For\n=1+1;'=cmd|' /C calc'!A0\n'Aimé;O'Neill\n".encode(), name="a.csv")

    assert sheet.rows == (("=1+1", "=cmd|' /C calc'!A0"), ("'Aimé", "O'Neill"))


def test_cells_of_a_hundred_kilobytes_are_read() -> None:
    assert len(read_sheet(f"Name;For\nA;{'x' * 100_000}\n".encode(), name="a.csv").rows[0][1]) == 100_000


# Workbooks


def workbook(rows: list[list[object]], merge: str = "", sheets: tuple[str, ...] = ("People",)) -> bytes:
    book = Workbook()
    for at, name in enumerate(sheets):
        sheet = book.create_sheet(name, at)
        for row in rows:
            sheet.append(row)
        if merge:
            sheet.merge_cells(merge)
    book.remove(book.worksheets[-1])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_workbook_gives_texts_numbers_and_days_as_one_would_copy_them() -> None:
    data = workbook([["Name", "Badge", "Since", "Online"], ["Amina Diallo", 12.0, date(2026, 4, 3), True]])

    assert read_sheet(data, name="a.xlsx").rows == (("Amina Diallo", "12", "2026-04-03", "yes"),)


def test_a_cell_merged_over_rows_is_each_ones() -> None:
    rows: list[list[object]] = [
        ["Organisation", "Name"],
        ["Alliance", "Amina Diallo"],
        [None, "Jean Moreau"],
        ["Lakes", "Li Ming"],
    ]
    sheet = read_sheet(workbook(rows, "A2:A3"), name="a.xlsx")

    assert [row[0] for row in sheet.rows] == ["Alliance", "Alliance", "Lakes"]
    assert sheet.merged == (0,)


def test_a_title_merged_over_columns_is_above_the_headings() -> None:
    rows: list[list[object]] = [["Registrations"], ["Surname", "First name"], ["Diallo", "Amina"]]
    sheet = read_sheet(workbook(rows, "A1:B1"), name="a.xlsx")

    assert (sheet.heads, sheet.head_row) == (("Surname", "First name"), 2)


def test_another_sheet_can_be_chosen() -> None:
    data = workbook([["Name"], ["Amina Diallo"]], sheets=("First", "Second"))

    assert read_sheet(data, name="a.xlsx").sheets == ("First", "Second")
    assert read_sheet(data, name="a.xlsx", sheet="Second").sheet == "Second"


def test_a_formula_in_a_workbook_is_what_it_showed_last() -> None:
    assert "SUM" not in str(
        read_sheet(workbook([["Name", "For"], ["A", "=SUM(1,1)"], ["B", "x"]]), name="a.xlsx").rows
    )


def ods(rows: str, locked: bool = False) -> bytes:
    out = io.BytesIO()
    names = "office table text"
    spaces = " ".join(f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in names.split())
    body = f'<office:body><office:spreadsheet><table:table table:name="People">{rows}</table:table></office:spreadsheet></office:body>'
    manifest = '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">{}</m:manifest>'
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("META-INF/manifest.xml", manifest.format("<m:encryption-data/>" if locked else ""))
        package.writestr(
            "content.xml",
            f'<?xml version="1.0"?><office:document-content {spaces}>{body}</office:document-content>',
        )
    return out.getvalue()


def ods_row(*cells: str, repeat: str = "") -> str:
    told = "".join(
        f'<table:table-cell office:value-type="string"{repeat}><text:p>{c}</text:p></table:table-cell>'
        for c in cells
    )
    return f"<table:table-row>{told}</table:table-row>"


def test_an_ods_is_read() -> None:
    empty_end = '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    sheet = read_sheet(
        ods(ods_row("Name", "For") + ods_row("Zsófia Keller", "Lakes") + empty_end), name="a.ods"
    )

    assert (sheet.kind, sheet.rows) == (SheetKind.ODS, (("Zsófia Keller", "Lakes"),))


def test_an_xls_is_read() -> None:
    sheet = read_sheet(Path(__file__).with_name("registrations.xls"))

    assert sheet.rows[0] == ("DIALLO, Amina", "Alliance for Clear Streams", "2026-03-04")


# What is refused, with a sentence


def refused(data: bytes | Path, name: str = "list.xlsx") -> str:
    with pytest.raises(GmpError) as error:
        read_sheet(data, name=name)
    return str(error.value)


def test_a_file_of_two_gigabytes_is_refused_by_its_size(tmp_path: Path) -> None:
    large = tmp_path / "large.csv"
    with large.open("wb") as file:
        file.truncate(2_000_000_000)

    assert f"larger than {LIMIT_BYTES // 1_000_000} MB" in refused(large)


def test_a_zip_bomb_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", "<workbook/>")
        package.writestr("xl/worksheets/sheet1.xml", b" " * 61_000_000)

    assert "would unpack to more" in refused(out.getvalue())


def test_a_zip_that_lies_about_its_sizes_is_refused() -> None:
    data = bytearray(workbook([["Name"], ["A" * 5000]]))
    at = data.rindex(b"xl/worksheets/sheet1.xml") - 46 + 24  # the size in the directory at the end
    data[at : at + 4] = (100).to_bytes(4, "little")

    assert "damaged" in refused(bytes(data))


def test_cells_spread_over_the_whole_sheet_are_refused() -> None:
    book = Workbook()
    book.active["A1"] = "Name"  # type: ignore[index]
    book.active["XFD1048576"] = "far away"  # type: ignore[index]
    out = io.BytesIO()
    book.save(out)

    assert "spread over more rows" in refused(out.getvalue())


def test_a_coloured_but_empty_sheet_is_no_harm() -> None:
    from openpyxl.styles import PatternFill

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Name"])
    sheet.append(["Amina Diallo"])
    sheet["XFD1048576"].fill = PatternFill("solid", fgColor="FFFF00")
    out = io.BytesIO()
    book.save(out)

    assert read_sheet(out.getvalue(), name="a.xlsx").rows == (("Amina Diallo",),)


def test_an_ods_cell_repeated_without_end_is_refused() -> None:
    rows = ods_row("Name", "For") + ods_row("A", repeat=' table:number-columns-repeated="9000000"')

    assert "spread over more rows" in refused(ods(rows), "a.ods")


@pytest.mark.parametrize(
    "data", [b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), ods(ods_row("Name"), locked=True)]
)
def test_a_locked_workbook_is_refused(data: bytes) -> None:
    assert "locked with a password" in refused(data)


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 and nothing more",
        b"\xd0\xcf\x11\xe0" + b"\0" * 600,
        workbook([["Name"], ["Amina Diallo"]])[:-300],
        Path(__file__).with_name("registrations.xls").read_bytes()[:2500],
    ],
)
def test_a_damaged_workbook_is_told(data: bytes) -> None:
    with pytest.raises(DamagedFile):
        read_sheet(data, name="list.xlsx")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b";;\n;;\n", "holds no table"),
        (b"Name;For\n", "no rows below"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "no table of text"),
        (b'Name;For\n"' + b"x" * 140_000, "quotation mark"),
        (b"Name\n" + b"A\n" * 100_001, "more than 100,000 rows"),
    ],
)
def test_what_is_no_table_is_refused(data: bytes, words: str, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_bytes(data)

    assert words in refused(file)


def test_another_kind_of_zip_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("word/document.xml", "<w/>")

    with pytest.raises(Refused, match="no workbook"):
        read_sheet(out.getvalue(), name="paper.xlsx")


@pytest.mark.parametrize(
    ("text", "day_first", "day"),
    [
        ("2026-11-09", False, "2026-11-09"),
        ("3/4/2026", True, "2026-04-03"),
        ("3/4/2026", False, "2026-03-04"),
        ("9 November 2026", False, "2026-11-09"),
        ("November 2026", True, ""),
        ("soon", True, ""),
        ("2026-13-40", True, ""),
        ("9" * 5000, True, ""),
    ],
)
def test_days_are_read_as_they_were_said_to_stand(text: str, day_first: bool, day: str) -> None:
    assert iso_day(text, day_first) == day
