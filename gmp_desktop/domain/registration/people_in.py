"""The people in a sheet, and the rows that cannot be taken, each with its reason."""

from collections.abc import Iterator

from gmp_desktop.domain.participants import HIGHEST_BADGE
from gmp_desktop.domain.people import LONGEST_NAME, full_name
from gmp_desktop.domain.registration.headings import Field
from gmp_desktop.domain.registration.lexicon import Lexicon
from gmp_desktop.domain.registration.mapping import Mapping
from gmp_desktop.domain.registration.names import Name, NameOrder, recased, split
from gmp_desktop.domain.registration.questions import DAY_FIRST, REPEATS, certain_order, key_of
from gmp_desktop.domain.registration.words import VOCABULARIES, is_yes, plain_honorifics, read_word
from gmp_desktop.domain.sheet import LONGEST_CELL, Sheet
from gmp_desktop.domain.values import value


@value
class Registration:
    """One person as a row tells; ``row`` is the place among the sheet's rows. An empty text is not told."""

    row: int
    honorific: str = ""
    given: str = ""
    family: str = ""
    family_first: bool = False
    own_script: str = ""
    organisation: str = ""
    short_name: str = ""
    kind: str = ""
    country: str = ""
    function: str = ""
    division: str = ""
    capacity: str = ""
    area: str = ""
    heads: bool = False
    attends: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""
    dietary: str = ""
    access: str = ""
    badge: int = 0
    starts: str = ""
    ends: str = ""

    @property
    def latin(self) -> str:
        return full_name(self, honorific=False)

    @property
    def name(self) -> str:
        return full_name(self)


@value
class RefusedRow:
    row: int
    reason: str


class _Unfit(Exception):
    """The row cannot be taken; the message is the reason."""


def people_in(sheet: Sheet, mapping: Mapping, lexicon: Lexicon) -> Iterator[Registration | RefusedRow]:
    """Everybody in the sheet, row by row."""
    reader = _Reader(sheet, mapping, lexicon)
    for at, cells in enumerate(sheet.rows):
        try:
            yield reader.read(at, cells)
        except _Unfit as reason:
            yield RefusedRow(at, str(reason))


class _Reader:
    """What is the same for all rows, worked out once."""

    def __init__(self, sheet: Sheet, mapping: Mapping, lexicon: Lexicon) -> None:
        self._mapping, self._lexicon, self._heads = mapping, lexicon, sheet.heads
        self._places = [
            (at, field) for at, field in enumerate(mapping.fields) if field is not Field.LEAVE_OUT
        ]
        order = mapping.answer(key_of(Field.FULL_NAME))
        self._order = NameOrder(order) if order in list(NameOrder) else NameOrder.GIVEN_FIRST
        self._honorifics = self._read_honorifics(sheet)
        self._words: dict[tuple[Field, str], str] = {}
        self._day_first: dict[Field, bool] = {
            field: (mapping.answer(key_of(field)) or certain_order([row[at] for row in sheet.rows]))
            == DAY_FIRST
            for at, field in self._places
            if field in (Field.STARTS, Field.ENDS)
        }
        self._above: dict[Field, str] = {}

    def read(self, at: int, cells: tuple[str, ...]) -> Registration:
        told: dict[Field, str] = {field: cells[column] for column, field in self._places if cells[column]}
        self._refuse_long(told)
        for field in (Field.ORGANISATION, Field.COUNTRY):
            if self._mapping.answer(key_of(field)) == REPEATS:
                told[field] = self._above[field] = told.get(field) or self._above.get(field, "")
        name = self._name(told)
        return Registration(
            at,
            name.honorific,
            name.given,
            name.family,
            name.family_first,
            name.own_script,
            told.get(Field.ORGANISATION, ""),
            told.get(Field.SHORT_NAME, ""),
            self._word(Field.KIND, told),
            self._lexicon.country(told.get(Field.COUNTRY, "")),
            told.get(Field.FUNCTION, ""),
            told.get(Field.DIVISION, ""),
            self._word(Field.CAPACITY, told),
            self._lexicon.area(told.get(Field.AREA, "")),
            is_yes(told.get(Field.HEAD, "")),
            self._word(Field.ATTENDS, told),
            told.get(Field.EMAIL, ""),
            told.get(Field.PHONE, ""),
            told.get(Field.ADDRESS, ""),
            told.get(Field.DIETARY, ""),
            told.get(Field.ACCESS, ""),
            _badge(told.get(Field.BADGE, "")),
            self._day(Field.STARTS, told),
            self._day(Field.ENDS, told),
        )

    def _name(self, told: dict[Field, str]) -> Name:
        """The name of the row, in parts; a row without one is nobody."""
        whole = split(told[Field.FULL_NAME], self._order) if Field.FULL_NAME in told else Name()
        given = recased(told.get(Field.GIVEN, "")) or whole.given
        family = recased(told.get(Field.FAMILY, "")) or whole.family
        own = told.get(Field.OWN_SCRIPT, "")
        if not (given or family or own):
            raise _Unfit("There is no name in it.")
        if len(given) + len(family) > LONGEST_NAME or len(own) > LONGEST_NAME:
            raise _Unfit(f"Its name has more than {LONGEST_NAME} letters.")
        honorific = told.get(Field.HONORIFIC, "") or whole.honorific
        return Name(given, family, self._honorifics.get(honorific, honorific), whole.family_first, own)

    def _word(self, field: Field, told: dict[Field, str]) -> str:
        text = told.get(field, "")
        if not text:
            return ""
        key = (field, text)
        if key not in self._words:
            answer = self._mapping.answer(key_of(field, text[:60]))
            known = answer in VOCABULARIES[field].values()
            self._words[key] = answer if known else read_word(field, text).taken_as
        return self._words[key]

    def _day(self, field: Field, told: dict[Field, str]) -> str:
        text = told.get(field, "")
        found = self._lexicon.day(text, self._day_first[field]) if text else ""
        if text and not found:
            raise _Unfit(f"“{text[:60]}” is no day.")
        return found

    def _refuse_long(self, told: dict[Field, str]) -> None:
        for field, text in told.items():
            if len(text) > LONGEST_CELL:
                head = self._heads[self._mapping.column(field)][:60]
                raise _Unfit(f"“{head}” has {len(text):,} letters, more than {LONGEST_CELL:,}.")

    def _read_honorifics(self, sheet: Sheet) -> dict[str, str]:
        at = self._mapping.column(Field.HONORIFIC)
        return plain_honorifics(list(dict.fromkeys(row[at] for row in sheet.rows))) if at >= 0 else {}


def _badge(text: str) -> int:
    if not text:
        return 0
    if not text.isascii() or not text.isdigit() or not 0 < int(text[:9]) <= HIGHEST_BADGE or len(text) > 9:
        raise _Unfit(f"“{text[:60]}” is no badge number.")
    return int(text)
