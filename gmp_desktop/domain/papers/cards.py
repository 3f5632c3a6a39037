"""Badges and name plates: cards on the sheets they are printed on."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from gmp_desktop.domain.errors import Refused
from gmp_desktop.domain.papers.front import Front
from gmp_desktop.domain.papers.kinds import PaperKind, PaperSettings
from gmp_desktop.domain.papers.wording import Wording
from gmp_desktop.domain.participants import (
    NO_COUNTRIES,
    Participant,
    delegation_of,
    in_printed_order,
)
from gmp_desktop.domain.people import full_name
from gmp_desktop.domain.values import value


@value
class CardSheet:
    """Cards on a page, in millimetres; ``across`` is from the left edge of one card to that of the next.

    One that is ``folded`` is a plate that stands on the table: its text is on both halves, once upside down.
    One that is ``cut`` is plain paper and shows where to cut.
    """

    name: str
    page_width: float
    page_height: float
    columns: int
    rows: int
    width: float
    height: float
    left: float
    top: float
    across: float
    down: float
    folded: bool = False
    cut: bool = False

    @property
    def per_page(self) -> int:
        return self.columns * self.rows

    def place(self, at: int) -> tuple[float, float]:
        """Left and top of a card, counted along the rows from 0."""
        row, column = divmod(at % self.per_page, self.columns)
        return self.left + column * self.across, self.top + row * self.down


class Sheets(StrEnum):
    """The sheets there are, badges and plates, A4 and Letter; the first of each kind is the usual one."""

    L7418 = "L7418"
    PLAIN_A4 = "85 × 54 mm"
    AVERY_5395 = "5395"
    TENT_A4 = "A4 folded"
    TENT_A4_TWO = "A4, two plates"
    TENT_LETTER = "Letter folded"
    TENT_LETTER_TWO = "Letter, two plates"


SHEETS: dict[Sheets, CardSheet] = {
    Sheets(sheet.name): sheet
    for sheet in (
        CardSheet(Sheets.L7418.value, 210, 297, 2, 4, 86, 55, 19, 38.5, 86, 55),
        CardSheet(Sheets.PLAIN_A4.value, 210, 297, 2, 5, 85, 54, 20, 13.5, 85, 54, cut=True),
        CardSheet(Sheets.AVERY_5395.value, 215.9, 279.4, 2, 4, 85.725, 59.267, 17.463, 14.817, 95.25, 63.5),
        CardSheet(Sheets.TENT_A4.value, 297, 210, 1, 1, 297, 210, 0, 0, 297, 210, folded=True),
        CardSheet(
            Sheets.TENT_A4_TWO.value, 210, 297, 1, 2, 210, 148.5, 0, 0, 210, 148.5, folded=True, cut=True
        ),
        CardSheet(
            Sheets.TENT_LETTER.value, 279.4, 215.9, 1, 1, 279.4, 215.9, 0, 0, 279.4, 215.9, folded=True
        ),
        CardSheet(
            Sheets.TENT_LETTER_TWO.value,
            215.9,
            279.4,
            1,
            2,
            215.9,
            139.7,
            0,
            0,
            215.9,
            139.7,
            folded=True,
            cut=True,
        ),
    )
}


@value
class Card:
    """Plain texts. ``own_script`` is the name as its bearer writes it; ``number`` 0 is none."""

    name: str
    own_script: str = ""
    organisation: str = ""
    capacity: str = ""
    meeting: str = ""
    number: int = 0


@value
class Cards:
    """A batch of cards; ``title`` is what the file is called."""

    kind: PaperKind
    sheet: CardSheet
    cards: tuple[Card, ...]
    title: str = ""
    language: str = "en"


def sheets_for(kind: PaperKind) -> tuple[CardSheet, ...]:
    """The sheets badges or plates can be printed on, the usual one first."""
    return tuple(sheet for sheet in SHEETS.values() if sheet.folded == (kind is PaperKind.NAME_PLATES))


def badges(
    front: Front,
    participants: Sequence[Participant],
    say: Wording,
    settings: PaperSettings,
    countries: Mapping[str, str] = NO_COUNTRIES,
) -> Cards:
    """One for everybody, in the order of the numbers; who has none comes last."""
    in_order = sorted(in_printed_order(participants), key=lambda one: (not one.badge, one.badge))
    cards = [
        Card(
            full_name(one.person),
            _own_script(one, settings),
            delegation_of(one, countries),
            say(f"capacity-{one.capacity.value}"),
            front.meeting.code,
            one.badge,
        )
        for one in in_order
    ]
    return _batch(PaperKind.BADGES, cards, front, settings)


def name_plates(
    front: Front,
    participants: Sequence[Participant],
    say: Wording,
    settings: PaperSettings,
    countries: Mapping[str, str] = NO_COUNTRIES,
    country_order: Mapping[str, str] = NO_COUNTRIES,
) -> Cards:
    """One for everybody, in the order of the list of participants."""
    cards = [
        Card(full_name(one.person), _own_script(one, settings), delegation_of(one, countries))
        for one in in_printed_order(participants, country_order)
    ]
    return _batch(PaperKind.NAME_PLATES, cards, front, settings)


def _batch(kind: PaperKind, cards: Sequence[Card], front: Front, settings: PaperSettings) -> Cards:
    title = f"{front.meeting.code} {kind.value}"
    return Cards(kind, _sheet(kind, settings), tuple(cards), title, front.meeting.language or "en")


def _sheet(kind: PaperKind, settings: PaperSettings) -> CardSheet:
    """The sheet asked for, or the usual one of the paper."""
    known = sheets_for(kind)
    if settings.cards:
        found = next((sheet for sheet in known if sheet.name == settings.cards), None)
        if found is None:
            names = ", ".join(sheet.name for sheet in known)
            raise Refused(f"There is no sheet “{settings.cards}”; there are {names}. Nothing was written.")
        return found
    return next(sheet for sheet in known if _is_letter(sheet) == settings.letter_paper)


def _is_letter(sheet: CardSheet) -> bool:
    return 215.9 in (sheet.page_width, sheet.page_height)


def _own_script(one: Participant, settings: PaperSettings) -> str:
    """Beside the name in Latin letters, where it is another."""
    own = one.person.own_script if settings.own_script else ""
    return "" if own == full_name(one.person, honorific=False) else own
