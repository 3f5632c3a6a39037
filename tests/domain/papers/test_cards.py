"""Badges and name plates."""

import pytest

from gmp_desktop.domain.errors import Refused
from gmp_desktop.domain.papers.cards import SHEETS, Card, CardSheet, badges, name_plates, sheets_for
from gmp_desktop.domain.papers.kinds import PaperKind, PaperSettings
from gmp_desktop.domain.participants import Capacity
from tests.domain.papers.invented import FRONT, wording
from tests.domain.papers.people import COUNTRIES, OFFICE, ORDER, participant

SAY = wording()
ANA = participant("Ana", "Beispiel", badge=7, capacity=Capacity.CO_CHAIR)
LI = participant("Ming", "Li", OFFICE, own="李明")


def test_badges_are_in_the_order_of_their_numbers() -> None:
    made = badges(FRONT, [LI, ANA], SAY, PaperSettings(), COUNTRIES)

    assert made.cards == (
        Card("Ms. Ana Beispiel", "", "Chile", "Co-Chair", "PAG-16", 7),
        Card("Ms. Ming Li", "李明", "Secretariat", "Partner", "PAG-16", 0),
    )


def test_plates_are_in_the_order_of_the_list() -> None:
    made = name_plates(FRONT, [LI, ANA], SAY, PaperSettings(own_script=False), COUNTRIES, ORDER)

    assert made.cards == (Card("Ms. Ana Beispiel", "", "Chile"), Card("Ms. Ming Li", "", "Secretariat"))
    assert made.sheet.folded


def test_a_sheet_of_the_other_kind_is_refused() -> None:
    with pytest.raises(Refused, match="L7418"):
        badges(FRONT, [ANA], SAY, PaperSettings(cards="A4 folded"))


def test_letter_paper_has_sheets_of_its_own() -> None:
    assert badges(FRONT, [], SAY, PaperSettings(letter_paper=True)).sheet.name == "5395"
    assert name_plates(FRONT, [], SAY, PaperSettings(letter_paper=True)).sheet.name == "Letter folded"


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=lambda sheet: sheet.name)
def test_all_cards_of_a_sheet_lie_on_the_page_and_apart(sheet: CardSheet) -> None:
    places = [sheet.place(at) for at in range(sheet.per_page)]

    assert len(set(places)) == sheet.per_page
    for left, top in places:
        assert 0 <= left <= sheet.page_width - sheet.width + 0.01
        assert 0 <= top <= sheet.page_height - sheet.height + 0.01
    assert sheet.columns == 1 or sheet.across >= sheet.width
    assert sheet.rows == 1 or sheet.down >= sheet.height


def test_every_paper_on_cards_has_sheets() -> None:
    for kind in (PaperKind.BADGES, PaperKind.NAME_PLATES):
        assert sheets_for(kind)
