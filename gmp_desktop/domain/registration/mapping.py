"""Which column becomes what: guessed, corrected by a person, remembered for the next sheet of that shape."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from enum import StrEnum

from gmp_desktop.domain.registration.headings import Field, field_of, is_private
from gmp_desktop.domain.registration.names import is_honorific
from gmp_desktop.domain.sheet import Sheet
from gmp_desktop.domain.values import value

LOOKED_AT = 200
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_PHONE = re.compile(r"\+?[\d\s()/.-]{7,}")
_ENOUGH = 0.6


@value
class Mapping:
    """A field for every column, and what the person answered to the questions the sheet raised."""

    fields: tuple[Field, ...]
    answers: tuple[tuple[str, str], ...] = ()

    def answer(self, key: str) -> str:
        return dict(self.answers).get(key, "")

    def column(self, field: Field) -> int:
        """The column that becomes the field; -1 where none does."""
        return self.fields.index(field) if field in self.fields else -1

    def becoming(self, column: int, field: Field) -> "Mapping":
        fields = (*self.fields[:column], field, *self.fields[column + 1 :])
        return Mapping(fields, self.answers)

    def answered(self, key: str, answer: str) -> "Mapping":
        kept = tuple((known, value) for known, value in self.answers if known != key)
        return Mapping(self.fields, (*kept, (key, answer)))


class Wants(StrEnum):
    """What only a person can settle."""

    NAMES = "a column of names"
    ONE_COLUMN = "one column for one thing"
    ANSWER = "an answer"


@value
class Problem:
    """``heads`` of the columns that become the same, and how many they are; ``about`` what the answer is wanted."""

    wants: Wants
    heads: tuple[str, ...] = ()
    count: int = 0
    about: str = ""


def guess_mapping(sheet: Sheet, country: Callable[[str], str]) -> Mapping:
    """By the headings, then by the cells; ``country`` gives the code of a country's name or nothing.

    Of several columns with different headings the first becomes a field. Columns headed alike all become it, so
    that somebody has to say which one is meant.
    """
    fields: list[Field | None] = [field_of(head) for head in sheet.heads]
    for at, field in enumerate(fields):
        first = fields.index(field)
        if field is not None and first < at and sheet.heads[first].casefold() != sheet.heads[at].casefold():
            fields[at] = Field.LEAVE_OUT
    for at, field in enumerate(fields):
        if field is None:
            found = None if is_private(sheet.heads[at]) else by_contents(_cells(sheet, at), country)
            fields[at] = Field.LEAVE_OUT if found is None or found in fields else found
    return Mapping(tuple(field or Field.LEAVE_OUT for field in _with_full_name(fields)))


def _with_full_name(fields: list[Field | None]) -> list[Field | None]:
    """“Nom” or “Nombre” alone is the whole name."""
    present = set(fields)
    if Field.FULL_NAME not in present:
        for half, other in ((Field.FAMILY, Field.GIVEN), (Field.GIVEN, Field.FAMILY)):
            if half in present and other not in present:
                return [Field.FULL_NAME if field is half else field for field in fields]
    elif {Field.FAMILY, Field.GIVEN} <= present:
        return [Field.LEAVE_OUT if field is Field.FULL_NAME else field for field in fields]
    return fields


def by_contents(cells: Sequence[str], country: Callable[[str], str]) -> Field | None:
    """What cells are whose heading says nothing, if most of them are of one kind that shows."""
    filled = [cell for cell in cells if cell]
    if not filled:
        return None
    tests: tuple[tuple[Field, Callable[[str], object]], ...] = (
        (Field.EMAIL, _EMAIL.fullmatch),
        (Field.HONORIFIC, is_honorific),
        (Field.COUNTRY, lambda cell: len(cell) > 1 and country(cell)),
        (Field.PHONE, lambda cell: cell.startswith(("+", "00")) and _PHONE.fullmatch(cell)),
    )
    return next(
        (field for field, is_one in tests if sum(bool(is_one(c)) for c in filled) >= _ENOUGH * len(filled)),
        None,
    )


def problems(sheet: Sheet, mapping: Mapping) -> list[Problem]:
    """Why the sheet cannot be read with this mapping."""
    found = []
    if not {Field.FULL_NAME, Field.FAMILY, Field.GIVEN, Field.OWN_SCRIPT} & set(mapping.fields):
        found.append(Problem(Wants.NAMES))
    for field, count in Counter(mapping.fields).items():
        if count > 1 and field is not Field.LEAVE_OUT:
            heads = {sheet.heads[at] for at, own in enumerate(mapping.fields) if own is field}
            found.append(Problem(Wants.ONE_COLUMN, tuple(sorted(heads)), count))
    return found


def _cells(sheet: Sheet, column: int) -> list[str]:
    return [row[column] for row in sheet.rows[:LOOKED_AT]]
