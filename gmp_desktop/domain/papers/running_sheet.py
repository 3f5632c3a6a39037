"""What the Chair has at hand: item by item the hours, who speaks, the documents, what is to be said, and room."""

from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from gmp_desktop.domain.agenda import bare_title, number_of
from gmp_desktop.domain.blocks import Block, Document, Heading, Paragraph, Quotation, Table
from gmp_desktop.domain.inline import escape
from gmp_desktop.domain.meeting import AgendaItem
from gmp_desktop.domain.papers.agendas import lines_of
from gmp_desktop.domain.papers.days import hours, nth, short_weekday
from gmp_desktop.domain.papers.front import Front, Keys, framed, joined, keys_of
from gmp_desktop.domain.papers.kinds import PaperKind
from gmp_desktop.domain.papers.wording import Wording
from gmp_desktop.domain.papers.work import Hour

NOTE_ROWS = 3
_SAID = {
    "title-opening": "say-opening",
    "title-adoption": "say-adoption",
    "title-organization": "say-organization",
    "title-closure": "say-closure",
}


def running_sheet(
    front: Front, items: Sequence[AgendaItem], hours_: Mapping[UUID, Hour], say: Wording
) -> Document:
    """``hours_`` are the lines of the timetable by their items; other items only head those below them."""
    kind = PaperKind.RUNNING_SHEET
    key = keys_of(front, kind)
    blocks: list[Block] = []
    for item in items:
        title = say("item-heading", item=number_of(items, item.id), title=bare_title(item.title))
        blocks.append(Heading(key(), title, min(item.depth + 1, 4), numbered=False))
        line = hours_.get(item.id)
        blocks += [Paragraph(key(), text, numbered=False) for text in _facts(line, item, say)]
        blocks += _to_say(front, item, say, key)
        if line:
            rows = (("",),) * NOTE_ROWS
            blocks.append(Table(key(), ((say("column-notes"),), *rows), 1, "", True))
    return framed(front, kind, say("running-sheet"), blocks, say)


def _facts(line: Hour | None, item: AgendaItem, say: Wording) -> Iterator[str]:
    if line is None:
        return
    if line.begins is not None and line.ends is not None:
        when = hours(line.begins, line.ends, say)
        if line.day:
            when = say("list-comma").join((short_weekday(line.day, say), when))
        count = line.ends - line.begins
        minutes = say("minutes-one") if count == 1 else say("minutes", count=count)
        yield f"**{say('planned', hours=when, minutes=minutes)}**"
    if line.who:
        tell = say.having("presenters")
        yield tell("presenters", names=joined([escape(name) for name in line.who], tell))
    if line.papers:
        tell = say.having("papers")
        yield tell("papers", names=tell("list-comma").join(map(escape, line.papers)))


def _to_say(front: Front, item: AgendaItem, say: Wording, key: Keys) -> Iterator[Block]:
    """The annotation, and the sentence an item of a usual title ends or begins with."""
    for text in lines_of(item.annotation):
        yield Quotation(key(), text)
    title = bare_title(item.title).casefold()
    for usual, sentence in _SAID.items():
        if title in say.spellings(usual):
            tell = say.having(sentence)
            meeting = nth(front.meeting.ordinal, front.sits, tell) or tell("the-meeting")
            called = meeting[:1].lower() + meeting[1:]
            yield Quotation(key(), f"**{tell(sentence, meeting=called)}**")
