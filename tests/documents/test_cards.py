"""Badges and name plates on their sheets."""

from io import BytesIO

import pypdf
import pytest

from gmp_desktop.documents.pdf import write_cards_pdf
from gmp_desktop.domain.papers.cards import SHEETS, Card, Cards, CardSheet, Sheets, sheets_for
from gmp_desktop.domain.papers.kinds import PaperKind
from tests.documents.reading import pages_of, text_of

ANA = Card("Ms. Ana Beispiel", "", "Chile", "Co-Chair", "PAG-16", 7)


def cards(*made: Card, sheet: CardSheet = SHEETS[Sheets.L7418]) -> Cards:
    kind = PaperKind.NAME_PLATES if sheet.folded else PaperKind.BADGES
    return Cards(kind, sheet, made, "PAG-16 cards")


def test_a_badge_tells_name_body_capacity_meeting_and_number() -> None:
    words = text_of(write_cards_pdf(cards(ANA))).split()

    assert {"Ana", "Beispiel", "Chile", "Co-Chair", "PAG-16", "007"} <= set(words)


def test_a_badge_without_a_number_has_no_code() -> None:
    with_code, without = (write_cards_pdf(cards(Card("Ana", number=number))) for number in (7, 0))

    assert len(_drawing(with_code)) > len(_drawing(without)) + 2_000


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=lambda sheet: sheet.name)
def test_a_page_holds_as_many_as_its_sheet(sheet: CardSheet) -> None:
    made = [Card(f"Name{at}") for at in range(sheet.per_page + 1)]
    data = write_cards_pdf(cards(*made, sheet=sheet))
    pages = pages_of(data)
    box = pypdf.PdfReader(BytesIO(data)).pages[0].mediabox

    assert len(pages) == 2
    assert f"Name{sheet.per_page}" in pages[1]
    assert float(box.width) == pytest.approx(sheet.page_width * 72 / 25.4, abs=0.1)


def test_a_plate_is_read_once_and_seen_twice() -> None:
    """The half that stands upside down is no text to a reader."""
    drawing = _drawing(write_cards_pdf(cards(ANA, sheet=SHEETS[Sheets.TENT_A4])))

    assert drawing.count("-1 0 0 -1") == 1
    assert drawing.count("Tj") + drawing.count("TJ") >= 4


@pytest.mark.parametrize(
    "name",
    [
        "<b>",
        "=1+1",
        "*star* [^x]",
        "\u202egnp\u202c",
        "Name " * 60,
        "x" * 300,
        "y" * 100_000,
        "李明 " * 30,
        "ליאת שלום",
        "",
        "\n\t",
    ],
)
@pytest.mark.parametrize("sheet", [sheets_for(kind)[0] for kind in (PaperKind.BADGES, PaperKind.NAME_PLATES)])
def test_any_name_fits(name: str, sheet: CardSheet) -> None:
    data = write_cards_pdf(cards(Card(name, name, name, name, name, 1234), sheet=sheet))

    for word in _places(data):
        assert 0 <= word[0] <= sheet.page_width * 72 / 25.4
        assert 0 <= word[1] <= sheet.page_height * 72 / 25.4


def test_no_word_of_a_name_is_broken_where_a_smaller_size_helps() -> None:
    text = text_of(write_cards_pdf(cards(Card("Mr. Wolfeschlegelsteinhausenbergerdorff"))))

    assert "Wolfeschlegelsteinhausenbergerdorff" in text


def test_what_does_not_fit_ends_in_dots() -> None:
    assert "…" in text_of(write_cards_pdf(cards(Card("Name " * 400))))


def test_no_cards_are_an_empty_page() -> None:
    assert len(pages_of(write_cards_pdf(cards()))) == 1


def test_equal_cards_give_equal_files() -> None:
    assert write_cards_pdf(cards(ANA)) == write_cards_pdf(cards(ANA))


def _drawing(data: bytes) -> str:
    content = pypdf.PdfReader(BytesIO(data)).pages[0].get_contents()
    assert content is not None
    return content.get_data().decode("latin-1")


def _places(data: bytes) -> list[tuple[float, float]]:
    found: list[tuple[float, float]] = []
    for line in _drawing(data).splitlines():
        if line.startswith("1 0 0 1 ") and " Tm" in line:
            x, y = line.split()[4:6]
            found.append((float(x), float(y)))
    return found
