"""Badges and name plates as a Word file: as large as the sheets they are printed on."""

from io import BytesIO

import docx
import pytest
from PIL import Image

from gmp_desktop.documents.docx import write_cards_docx
from gmp_desktop.documents.docx.pictures import qr_png
from gmp_desktop.domain.papers.cards import SHEETS, Card, CardSheet, Sheets
from tests.documents.test_cards import ANA, cards
from tests.documents.word import W, attribute, paragraphs_of, parts_of, root_of

MM = 1440 / 25.4


def test_a_badge_tells_name_body_capacity_meeting_and_number() -> None:
    words = [words for _, _, words in paragraphs_of(write_cards_docx(cards(ANA)))]
    assert words == ["PAG-16 Co-Chair", "Ms. Ana Beispiel", "Chile", "007"]


@pytest.mark.parametrize(
    "sheet", [one for one in SHEETS.values() if not one.folded], ids=lambda one: one.name
)
def test_the_rows_and_columns_are_those_of_the_sheet(sheet: CardSheet) -> None:
    data = write_cards_docx(cards(*[ANA] * (sheet.per_page + 1), sheet=sheet))
    heights = [int(attribute(one)) for one in root_of(data).iter(f"{W}trHeight")]
    widths = [int(attribute(one, "w")) for one in root_of(data).iter(f"{W}gridCol")]
    margins = next(root_of(data).iter(f"{W}pgMar"))
    page = sheet.rows * sheet.height + (sheet.rows - 1) * (sheet.down - sheet.height)

    assert sum(heights) == pytest.approx((page + sheet.height) * MM, abs=20)
    assert sum(widths) == pytest.approx(((sheet.columns - 1) * sheet.across + sheet.width) * MM, abs=5)
    assert int(attribute(margins, "top")) == pytest.approx(sheet.top * MM, abs=1)
    assert int(attribute(margins, "left")) == pytest.approx(sheet.left * MM, abs=1)
    assert {attribute(one, "hRule") for one in root_of(data).iter(f"{W}trHeight")} == {"exact"}


def test_a_number_has_its_code_and_none_has_none() -> None:
    for number, count in ((7, 1), (0, 0)):
        parts = parts_of(write_cards_docx(cards(Card("Ana", number=number))))
        assert len([name for name in parts if name.endswith(".png")]) == count


def test_the_code_is_square_black_and_white_with_its_three_eyes() -> None:
    picture = Image.open(BytesIO(qr_png("7"))).convert("L")
    step = picture.width // 21
    eyes = [(0, 0), (20, 0), (0, 20)]

    assert picture.width == picture.height == 21 * step
    assert [picture.getpixel((x * step + 1, y * step + 1)) for x, y in [*eyes, (20, 20)]][:3] == [0, 0, 0]
    assert {colour for _, colour in picture.getcolors() or []} == {0, 255}


def test_a_plate_is_read_once_and_seen_twice() -> None:
    data = write_cards_docx(cards(ANA, sheet=SHEETS[Sheets.TENT_A4]))
    picture = Image.open(BytesIO(parts_of(data)["word/media/image1.png"]))
    dark = picture.convert("L").point(lambda grey: 255 * (grey < 128)).getbbox()

    assert [words for _, _, words in paragraphs_of(data)] == ["Ms. Ana Beispiel", "Chile"]
    assert picture.width / picture.height == pytest.approx(297 / 105, rel=0.01)
    assert dark is not None
    assert "descr" in parts_of(data)["word/document.xml"].decode()


def test_no_cards_are_an_empty_page() -> None:
    assert list(paragraphs_of(write_cards_docx(cards()))) == []


@pytest.mark.parametrize(
    "sheet", [SHEETS[Sheets.L7418], SHEETS[Sheets.TENT_A4_TWO]], ids=lambda one: one.name
)
def test_equal_cards_give_equal_files_that_open(sheet: CardSheet) -> None:
    data = write_cards_docx(cards(ANA, ANA, ANA, sheet=sheet))
    assert data == write_cards_docx(cards(ANA, ANA, ANA, sheet=sheet))
    assert docx.Document(BytesIO(data)).tables
