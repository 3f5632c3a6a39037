"""What a report tells of its meeting: body, ordinal, days, venue, place, agenda."""

import re
from collections.abc import Sequence
from datetime import date

from gmp_desktop.domain.blocks import Block, Document, DocumentKind, Heading, Paragraph
from gmp_desktop.domain.inline import plain
from gmp_desktop.domain.meeting import AgendaItem, Meeting, State
from gmp_desktop.domain.numbering import labels
from gmp_desktop.domain.ordinals import number_of, ordinal
from gmp_desktop.domain.symbols import is_symbol, parse
from gmp_desktop.reading.dates import before_date, find_dates
from gmp_desktop.reading.draft import MakeId

_TELLING = {DocumentKind.REPORT, DocumentKind.AGENDA, DocumentKind.ANNOTATED_AGENDA}
_NUMBERED = re.compile(
    r"\b(?P<word>[A-Za-z]+(?:-[a-z]+)?|\d{1,3}(?:st|nd|rd|th))\s+(?P<what>meeting|session)\b", re.IGNORECASE
)
_BODIES = {
    "partnership advisory group": "PAG",
    "global mercury partnership advisory group": "PAG",
    "conference of the parties": "COP",
    "intergovernmental negotiating committee": "INC",
    "open-ended working group": "OEWG",
}
_HELD = re.compile(
    r"\b(?:was|were|is to be|will be) held (?:at|in) (?:the )?(?P<where>.{3,200}?),?\s+(?:on|from)\s"
)
_FULL_NAME = re.compile(
    r"^The (?P<name>.{3,160}?(?:meeting|session) of .{3,200}?)(?: \((?P<acronym>[A-Z]{2,8})\))? was held\b"
)
_OF = re.compile(
    r"(?:report|agenda) (?:of|for) the (?P<name>.{3,160}?(?:meeting|session) of .+)", re.IGNORECASE
)
_FIRST_PARAGRAPHS = 3


def meeting_of(document: Document, make_id: MakeId) -> Meeting | None:
    """The meeting a report or an agenda is of, None where the paper is of none or does not say which."""
    if document.kind not in _TELLING:
        return None
    body, number = _body_and_number(document)
    title = _title(document, body, number)
    if not title and not body:
        return None
    when, where = _when_and_where(document)
    draft = bool(re.search(r"\bdraft\b", document.title, re.IGNORECASE))
    state = (
        State.PREPARING
        if document.kind is not DocumentKind.REPORT
        else State.DRAFTING
        if draft
        else State.ISSUED
    )
    venue, place = _venue_and_place(document, where)
    code = f"{body}-{number}" if body and number else ""
    first, last = when
    return Meeting(make_id(), code, title, body, number, first, last, venue, place, state, document.language)


def agenda_of(document: Document, make_id: MakeId) -> tuple[AgendaItem, ...]:
    """The agenda a report goes by: its numbered headings up to the first annex."""
    if document.kind not in _TELLING:
        return ()
    printed = labels(document)
    items: list[AgendaItem] = []
    open_items: list[tuple[int, AgendaItem]] = []
    for block in _before_annex(document.blocks):
        if isinstance(block, Heading) and block.numbered:
            while open_items and open_items[-1][0] >= block.level:
                open_items.pop()
            parent = open_items[-1][1].id if open_items else None
            title = plain(block.text).rstrip(" .;:")
            item = AgendaItem(make_id(), title, printed.get(block.id, ""), len(open_items), parent)
            open_items.append((block.level, item))
            items.append(item)
    return tuple(items)


def _body_and_number(document: Document) -> tuple[str, int | None]:
    symbol = document.masthead.symbol if document.masthead else ""
    meeting = parse(symbol).meeting if is_symbol(symbol) else None
    if meeting:
        return meeting
    texts = _front(document)
    number = next((found for text in texts if (found := _number(text))), None)
    words = " ".join(texts).casefold()
    body = next((short for long, short in _BODIES.items() if long in words), "")
    if not body:
        acronyms = (_FULL_NAME.match(text) for text in texts)
        body = next((found["acronym"] for found in acronyms if found and found["acronym"]), "")
    return body, number


def _number(text: str) -> int | None:
    for found in _NUMBERED.finditer(text):
        number = number_of(found["word"])
        if number:
            return number
    return None


def _title(document: Document, body: str, number: int | None) -> str:
    """The meeting's name as the paper has it in a sentence, else from its title, else from its corner block."""
    for text in _first_paragraphs(document):
        found = _FULL_NAME.match(text)
        if found:
            return found["name"][0].upper() + found["name"][1:]
    found = _OF.search(plain(document.title))
    if found:
        return found["name"][0].upper() + found["name"][1:]
    corner = [plain(line) for line in document.corner if not find_dates(line)]
    if any(_NUMBERED.search(line) for line in corner):
        return ", ".join(corner[:2])
    return f"{ordinal(number).capitalize()} meeting of {body}" if body and number else ""


def _when_and_where(document: Document) -> tuple[tuple[date, date] | tuple[None, None], str]:
    for line in document.corner:
        words = plain(line)
        if when := find_dates(words):
            return when, before_date(words)
    for text in _first_paragraphs(document):
        if " held " in text and (when := find_dates(text)):
            return when, ""
    return (None, None), ""


def _venue_and_place(document: Document, place: str) -> tuple[str, str]:
    """The venue from the sentence that says where the meeting was held, without the place it ends with."""
    for text in _first_paragraphs(document):
        held = _HELD.search(text)
        if held:
            where = held["where"].strip()
            if place and where.endswith(place):
                return where[: -len(place)].strip(" ,"), place
            names = where.split(", ")
            return (
                (", ".join(names[:-2]), place or ", ".join(names[-2:]))
                if len(names) > 2
                else ("", place or where)
            )
    return "", place


def _front(document: Document) -> list[str]:
    return [
        *map(plain, document.corner),
        plain(document.title),
        plain(document.subtitle),
        *_first_paragraphs(document),
    ]


def _first_paragraphs(document: Document) -> list[str]:
    texts = (plain(block.text[:4000]) for block in document.blocks if isinstance(block, Paragraph))
    return [text for text, _ in zip(texts, range(_FIRST_PARAGRAPHS), strict=False)]


def _before_annex(blocks: Sequence[Block]) -> list[Block]:
    end = next((at for at, block in enumerate(blocks) if type(block).__name__ == "Annex"), len(blocks))
    return list(blocks[:end])
