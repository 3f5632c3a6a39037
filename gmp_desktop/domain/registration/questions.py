"""What was understood of every column, and what only a person can tell."""

import re
from collections import Counter

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
_SHOWN = 4


@value
class Question:
    """``options`` are (answer, words); ``proposed`` is what is taken if nobody answers, nothing if somebody must."""

    key: str
    words: str
    options: tuple[tuple[str, str], ...]
    proposed: str = ""


@value
class Understood:
    """What the page says of a column; ``told`` in place of a question once all are answered."""

    told: str
    questions: tuple[Question, ...] = ()
    left_out: bool = False
    doubtful: bool = False


def key_of(field: Field, word: str = "") -> str:
    return f"{field}:{word.casefold()}" if word else str(field)


def understood(
    sheet: Sheet, mapping: Mapping, lexicon: Lexicon, column: int, *, remembered: bool = False
) -> Understood:
    field = mapping.fields[column]
    if field is Field.LEAVE_OUT:
        return Understood("will not be read", left_out=True)
    cells = [row[column] for row in sheet.rows]
    by_heading = field_of(sheet.heads[column]) is field
    told = (
        "as last time" if remembered else "matched by its heading" if by_heading else "matched by its cells"
    )
    if field in VOCABULARIES:
        return Understood(_taken(field, cells, mapping) or told, _word_questions(field, cells))
    if field is Field.HONORIFIC:
        return Understood(_honorifics_told(cells) or told)
    if field is Field.FULL_NAME:
        return Understood(told, _order_questions(cells))
    if field in (Field.STARTS, Field.ENDS):
        return Understood(told, _day_questions(field, cells))
    code = {Field.COUNTRY: lexicon.country, Field.AREA: lexicon.area}.get(field)
    unknown = [word[:30] for word in dict.fromkeys(cells) if word and not code(word)] if code else []
    if unknown:
        return Understood(f"{_shortened(unknown)} not known: left empty", doubtful=True)
    if field in (Field.ORGANISATION, Field.COUNTRY):
        if column in sheet.merged:
            return Understood("merged cells stand for each of their rows")
        return Understood(told, _empty_questions(field, cells))
    return Understood(told)


def open_questions(understood: Understood, mapping: Mapping) -> list[Question]:
    return [question for question in understood.questions if not mapping.answer(question.key)]


def _word_questions(field: Field, cells: list[str]) -> tuple[Question, ...]:
    """One for each word that is not certainly one of the choices; the most frequent first."""
    asked = []
    options = tuple((choice, choice.capitalize()) for choice in CHOICES[field])
    for word, count in Counter(cell[:60] for cell in cells if cell).most_common():
        reading = read_word(field, word)
        if not reading.sure:
            rows = f"{count:,} rows say" if count > 1 else "1 row says"
            words = f"{rows} {word}: taken as {reading.taken_as.capitalize()}?"
            asked.append(Question(key_of(field, word), words, options, reading.taken_as))
    return tuple(asked[:MOST_QUESTIONS])


def _taken(field: Field, cells: list[str], mapping: Mapping) -> str:
    """“IND taken as Industry”, once somebody said so."""
    answers = (
        (word, mapping.answer(key_of(field, word))) for word in dict.fromkeys(c[:60] for c in cells if c)
    )
    return _shortened([f"{word} taken as {answer.capitalize()}" for word, answer in answers if answer])


def _honorifics_told(cells: list[str]) -> str:
    changed = plain_honorifics(list(dict.fromkeys(cells)))
    unusual = {
        text: plain
        for text, plain in changed.items()
        if f"{text}." != plain and text.casefold() != plain.casefold()
    }
    if unusual:
        froms, tos = list(unusual), list(dict.fromkeys(unusual.values()))
        return f"{', '.join(froms[:_SHOWN])} read as {', '.join(tos)}"
    if any(not is_honorific(cell) for cell in cells if cell):
        return "taken as it stands"
    return ""


def _order_questions(cells: list[str]) -> tuple[Question, ...]:
    doubtful = next((cell for cell in cells if cell and not tells_its_order(cell)), "")
    if not doubtful:
        return ()
    first, last = doubtful.split()[0], doubtful.split()[-1]
    options = (
        (NameOrder.GIVEN_FIRST.value, f"{last} is the family name"),
        (NameOrder.FAMILY_FIRST.value, f"{first} is the family name"),
        (NameOrder.FAMILY_STAYS_FIRST.value, f"{first} is the family name and stays first"),
    )
    words = f"Is {last[:20]} the family name of {doubtful[:40]}?"
    return (Question(key_of(Field.FULL_NAME), words, options, NameOrder.GIVEN_FIRST.value),)


def _day_questions(field: Field, cells: list[str]) -> tuple[Question, ...]:
    """Asked only where no cell tells it: 31/12 does, 3/4 does not."""
    found = [match for cell in cells if (match := _BY_NUMBERS.match(cell))]
    if not found or certain_order(cells):
        return ()
    options = ((DAY_FIRST, "The day comes first"), (MONTH_FIRST, "The month comes first"))
    return (Question(key_of(field), f"{found[0][0].strip()}: day or month first?", options),)


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
    options = ((REPEATS, "They repeat the cell above"), (EMPTY, "They are empty"))
    return (
        Question(key_of(field), f"{empty:,} cells are empty: do they repeat the one above?", options, EMPTY),
    )


def _shortened(parts: list[str]) -> str:
    return ", ".join(parts[:_SHOWN]) + (" …" if len(parts) > _SHOWN else "")
