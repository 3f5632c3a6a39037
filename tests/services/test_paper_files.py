"""The suffix of a file tells its form."""

from pathlib import Path
from uuid import UUID

import pytest

from gmp_desktop.domain.blocks import Document, DocumentKind, Heading, Table
from gmp_desktop.domain.errors import Refused
from gmp_desktop.domain.papers.kinds import PaperKind
from gmp_desktop.domain.sheet import SheetTable
from gmp_desktop.services.paper_files import refuse_unknown, suffixes, table_of

ID = UUID(int=1)


@pytest.mark.parametrize("paper", PaperKind)
def test_every_paper_is_written_as_pdf_first(paper: PaperKind) -> None:
    assert suffixes(paper)[0] == ".pdf"
    for suffix in suffixes(paper):
        refuse_unknown(paper, Path(f"Paper{suffix.upper()}"))


@pytest.mark.parametrize(
    ("paper", "name"),
    [
        (PaperKind.AGENDA, "agenda.exe"),
        (PaperKind.AGENDA, "agenda"),
        (PaperKind.RUNNING_SHEET, "sheet.xlsx"),
        (PaperKind.BADGES, "badges.csv"),
    ],
)
def test_another_suffix_is_refused(paper: PaperKind, name: str) -> None:
    with pytest.raises(Refused, match=r"\.pdf"):
        refuse_unknown(paper, Path(name))


def made(*blocks: Heading | Table) -> Document:
    return Document(ID, DocumentKind.OTHER, "Sign-in sheet", blocks)


def test_a_table_of_several_parts_says_which_part_a_row_is_of() -> None:
    table = Table(ID, (("No.", "Name"), ("1", r"Ms. \*A\*"), ("", "")))
    document = made(Heading(ID, "Morning"), table, Heading(ID, "Afternoon"), table)

    assert table_of(document) == SheetTable(
        "Sign-in sheet",
        ("Sign-in sheet", "No.", "Name"),
        (("Morning", "1", "Ms. *A*"), ("Afternoon", "1", "Ms. *A*")),
    )


def test_a_single_table_is_itself() -> None:
    assert table_of(made(Table(ID, (("A", "B"), ("1", "2"))))).rows == (("1", "2"),)
    assert table_of(made()).rows == ()
