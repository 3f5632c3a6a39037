"""A Word file in LibreOffice: the words and labels of the printed pages, in their order."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from gmp_desktop.documents.docx import write_cards_docx, write_docx
from gmp_desktop.documents.pdf import write_pdf
from gmp_desktop.domain.blocks import (
    AgendaLine,
    Annex,
    Block,
    Footnote,
    Heading,
    ListItem,
    NoteMark,
    Paragraph,
    Roll,
    Table,
)
from gmp_desktop.domain.papers.cards import SHEETS, CardSheet, Sheets
from tests.documents.examples import full_paper, id_of, letter, paper, prose
from tests.documents.reading import pages_of
from tests.documents.test_cards import ANA, cards

OFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed here")


def printed(data: bytes, folder: Path) -> bytes:
    """The file as LibreOffice prints it."""
    (folder / "paper.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    words = (str(OFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), "paper.docx")
    subprocess.run(words, cwd=folder, check=True, capture_output=True, timeout=110)
    return (folder / "paper.pdf").read_bytes()


def words(data: bytes) -> list[str]:
    return re.findall(r"[^\W_]+", re.sub(r"^\d+/\d+$", "", "\n".join(pages_of(data)), flags=re.MULTILINE))


def test_the_words_of_a_document_stand_as_they_are_printed(tmp_path: Path) -> None:
    document = full_paper()
    office, own = (
        sorted(words(data)) for data in (printed(write_docx(document), tmp_path), write_pdf(document))
    )
    assert office == own


def test_labels_stand_before_their_texts_as_they_are_printed(tmp_path: Path) -> None:
    levels = (1, 2, 2, 3, 1, 3, 2, 4, 2, 1)
    blocks: list[Block] = [
        *(Heading(id_of(at), f"Heading {at}", level) for at, level in enumerate(levels)),
        *(ListItem(id_of(20 + at), f"Item {at}", level) for at, level in enumerate(levels)),
        Paragraph(id_of(70), prose(40)),
        *(ListItem(id_of(100 + at), f"Letter {at}") for at in range(30)),
        *(AgendaLine(id_of(40 + at), f"Line {at}", min(level, 3)) for at, level in enumerate(levels)),
        Annex(id_of(60), "Annexed"),
        Paragraph(id_of(61), "Again"),
        ListItem(id_of(62), "Anew"),
    ]
    document = paper(*blocks, masthead=None)
    office, own = (words(data) for data in (printed(write_docx(document), tmp_path), write_pdf(document)))
    assert office == own


def test_stars_and_notes_have_their_marks_once(tmp_path: Path) -> None:
    stars = [Footnote(id_of(at), f"Star {at}.", NoteMark.STAR) for at in (1, 2)]
    body, annexed = Footnote(id_of(3), "Body."), Footnote(id_of(4), "Annexed.")
    document = paper(
        Paragraph(id_of(5), f"Said.[^{body.id}]"),
        body,
        *stars,
        Annex(id_of(6), "More"),
        Paragraph(id_of(7), f"Annexed.[^{annexed.id}]"),
        annexed,
        masthead=None,
        corner=(f"Online[^{stars[0].id}]", f"Item 5[^{stars[1].id}]"),
    )
    text = "".join(pages_of(printed(write_docx(document), tmp_path)))
    assert re.findall(r"\*+", text) == re.findall(r"\*+", "".join(pages_of(write_pdf(document))))
    assert re.sub(r"\s", "", text).count("Annexed.1") == 1


def test_tables_rolls_and_letters_keep_their_words(tmp_path: Path) -> None:
    roll = Roll(id_of(1), tuple(("Chile", f"Ana {at}", "Director") for at in range(3)))
    table = Table(id_of(2), (("No", "Name"), ("1", "Ana")), roomy=True)
    for document in (paper(Heading(id_of(3), "Governments"), roll, table), letter()):
        office = words(printed(write_docx(document), tmp_path))
        own = [word for word in words(write_pdf(document)) if word != "continued"]
        assert set(office) == set(own)


@pytest.mark.parametrize("sheet", [SHEETS[one] for one in Sheets], ids=list(Sheets))
def test_cards_take_no_more_pages_than_their_sheets(sheet: CardSheet, tmp_path: Path) -> None:
    made = cards(*[ANA] * (sheet.per_page * 2), sheet=sheet)
    assert len(pages_of(printed(write_cards_docx(made), tmp_path))) == 2
