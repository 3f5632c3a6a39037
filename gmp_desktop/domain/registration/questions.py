"""What was understood of every column, and what only a person can tell."""

import re
from collections import Counter
from enum import StrEnum

from gmp_desktop.domain.registration.headings import Field, field_of
from gmp_desktop.domain.registration.lexicon import Lexicon
from gmp_desktop.domain.registration.mapping import Mapping
from gmp_desktop.domain.registration.names import NameOrder, is_honorific, tells_its_order
from gmp_desktop.domain.registration.words import CHOICES, VOCABULARIES, plain_honorifics, read_word
from gmp_desktop.domain.sheet import Sheet
from gmp_desktop.domain.values import value

MOST_QUESTIONS = 40
DAY_FIRST, MONTH_FIRST = "day first", "month first"
REPEATS, EMPTY = "repeats", "empty"
_BY_NUMBERS = re.compile(r"\s*(\d{1,2})[./\-](\d{1,2})[./\-](\d{4}|\d{2})\b")
_MANY_EMPTY = 0.25


class Asks(StrEnum):
    WORD = "word"
    """What a word of a column with few choices means."""
    NAME_ORDER = "order of names"
    DAY_ORDER = "order of day and month"
    EMPTY_CELLS = "empty cells"


class Tells(StrEnum):
    LEFT_OUT = "left out"
    AS_LAST_TIME = "as last time"
    BY_HEADING = "by heading"
    BY_CELLS = "by cells"
    TAKEN_AS = "taken as"
    READ_AS = "read as"
    AS_IT_STANDS = "as it stands"
    NOT_KNOWN = "not known"
    MERGED = "merged"


@value
class Question:
    """``about`` is the word, name or day in question, ``count`` how many rows have it.

    ``options`` are the answers; ``proposed`` is what is taken if nobody answers, nothing if somebody must.
    """

    key: str
    field: Field
    asks: Asks
    options: tuple[str, ...]
    proposed: str = ""
    about: str = ""
    count: int = 0


@value
class Note:
    """What was understood; where words of the file become others, ``words`` and what they ``become``."""

    tells: Tells
    words: tuple[str, ...] = ()
    become: tuple[str, ...] = ()


@value
class Understood:
    """What the page says of a column; ``told`` in place of a question once all are answered."""

    field: Field
    told: Note
    questions: tuple[Question, ...] = ()

    @property
    def left_out(self) -> bool:
        return self.told.tells is Tells.LEFT_OUT

    @property
    def doubtful(self) -> bool:
        return self.told.tells is Tells.NOT_KNOWN


def key_of(field: Field, word: str = "") -> str:
    return f"{field}:{word.casefold()}" if word else str(field)


def understood(
    sheet: Sheet, mapping: Mapping, lexicon: Lexicon, column: int, *, remembered: bool = False
) -> Understood:
    field = mapping.fields[column]
    if field is Field.LEAVE_OUT:
        return Understood(field, Note(Tells.LEFT_OUT))
    cells = [row[column] for row in sheet.rows]
    by_heading = field_of(sheet.heads[column]) is field
    told = Note(Tells.AS_LAST_TIME if remembered else Tells.BY_HEADING if by_heading else Tells.BY_CELLS)
    if field in VOCABULARIES:
        return Understood(field, _taken(field, cells, mapping) or told, _word_questions(field, cells))
    if field is Field.HONORIFIC:
        return Understood(field, _honorifics_told(cells) or told)
    if field is Field.FULL_NAME:
        return Understood(field, told, _order_questions(cells))
    if field in (Field.STARTS, Field.ENDS):
        return Understood(field, told, _day_questions(field, cells))
    code = {Field.COUNTRY: lexicon.country, Field.AREA: lexicon.area}.get(field)
    unknown = tuple(word[:30] for word in dict.fromkeys(cells) if word and not code(word)) if code else ()
    if unknown:
        return Understood(field, Note(Tells.NOT_KNOWN, unknown))
    if field in (Field.ORGANISATION, Field.COUNTRY):
        if column in sheet.merged:
            return Understood(field, Note(Tells.MERGED))
        return Understood(field, told, _empty_questions(field, cells))
    return Understood(field, told)


def open_questions(understood: Understood, mapping: Mapping) -> list[Question]:
    return [question for question in understood.questions if not mapping.answer(question.key)]


def _word_questions(field: Field, cells: list[str]) -> tuple[Question, ...]:
    """One for each word that is not certainly one of the choices; the most frequent first."""
    asked = []
    for word, count in Counter(cell[:60] for cell in cells if cell).most_common():
        reading = read_word(field, word)
        if not reading.sure:
            key, options = key_of(field, word), tuple(map(str, CHOICES[field]))
            asked.append(Question(key, field, Asks.WORD, options, reading.taken_as, word, count))
    return tuple(asked[:MOST_QUESTIONS])


def _taken(field: Field, cells: list[str], mapping: Mapping) -> Note | None:
    """IND taken as Industry, once somebody said so."""
    words = dict.fromkeys(cell[:60] for cell in cells if cell)
    answers = {word: answer for word in words if (answer := mapping.answer(key_of(field, word)))}
    return Note(Tells.TAKEN_AS, tuple(answers), tuple(answers.values())) if answers else None


def _honorifics_told(cells: list[str]) -> Note | None:
    changed = plain_honorifics(list(dict.fromkeys(cells)))
    unusual = {
        text: plain
        for text, plain in changed.items()
        if f"{text}." != plain and text.casefold() != plain.casefold()
    }
    if unusual:
        return Note(Tells.READ_AS, tuple(unusual), tuple(dict.fromkeys(unusual.values())))
    if any(not is_honorific(cell) for cell in cells if cell):
        return Note(Tells.AS_IT_STANDS)
    return None


def _order_questions(cells: list[str]) -> tuple[Question, ...]:
    doubtful = next((cell for cell in cells if cell and not tells_its_order(cell)), "")
    if not doubtful:
        return ()
    key, options = key_of(Field.FULL_NAME), tuple(order.value for order in NameOrder)
    return (Question(key, Field.FULL_NAME, Asks.NAME_ORDER, options, NameOrder.GIVEN_FIRST.value, doubtful),)


def _day_questions(field: Field, cells: list[str]) -> tuple[Question, ...]:
    """Asked only where no cell tells it: 31/12 does, 3/4 does not."""
    found = [match for cell in cells if (match := _BY_NUMBERS.match(cell))]
    if not found or certain_order(cells):
        return ()
    options = (DAY_FIRST, MONTH_FIRST)
    return (Question(key_of(field), field, Asks.DAY_ORDER, options, about=found[0][0].strip()),)


def certain_order(cells: list[str]) -> str:
    """Which of day and month comes first, where a cell of the column tells it."""
    found = [match for cell in cells if (match := _BY_NUMBERS.match(cell))]
    if any(int(match[1]) > 12 for match in found):
        return DAY_FIRST
    if any(int(match[2]) > 12 for match in found):
        return MONTH_FIRST
    return DAY_FIRST if any("." in match[0] for match in found) else ""


def _empty_questions(field: Field, cells: list[str]) -> tuple[Question, ...]:
    empty = cells.count("")
    if not cells or not cells[0] or empty < _MANY_EMPTY * len(cells):
        return ()
    return (Question(key_of(field), field, Asks.EMPTY_CELLS, (REPEATS, EMPTY), EMPTY, count=empty),)
