"""What stands before the text of a paper: masthead, corner block, title; and the keys of its blocks."""

from collections.abc import Callable, Iterable, Sequence
from itertools import count
from uuid import UUID, uuid5

from gmp_desktop.domain.agenda import bare_title, number_of
from gmp_desktop.domain.blocks import (
    Block,
    Document,
    DocumentKind,
    Footnote,
    HeadingScheme,
    Masthead,
    NoteMark,
)
from gmp_desktop.domain.inline import escape
from gmp_desktop.domain.meeting import AgendaItem, AgendaStage, Format, Meeting
from gmp_desktop.domain.papers.days import days, nth
from gmp_desktop.domain.papers.kinds import PaperKind
from gmp_desktop.domain.papers.wording import Wording
from gmp_desktop.domain.values import value

Keys = Callable[[], UUID]


@value
class Front:
    """A meeting as its papers name it. ``body`` is written out, line by line, ``called`` what a sentence calls it (Group),
    ``sits`` whether it holds a meeting or a session. A paper without ``masthead`` has no symbol.
    """

    meeting: Meeting
    body: tuple[str, ...] = ()
    called: str = ""
    sits: str = "meeting"
    masthead: Masthead | None = None
    agenda_symbol: str = ""
    draft: bool = False

    @property
    def adopted(self) -> bool:
        return self.meeting.agenda_stage is AgendaStage.ADOPTED


def keys_of(front: Front, kind: PaperKind) -> Keys:
    """The same keys for the same paper, whenever it is put together."""
    numbers = count(1)
    return lambda: uuid5(front.meeting.id, f"{kind.value}/{next(numbers)}")


def framed(
    front: Front,
    kind: PaperKind,
    title: str,
    blocks: Iterable[Block],
    say: Wording,
    *,
    item: str = "",
    subtitle: str = "",
    scheme: HeadingScheme = HeadingScheme.AGENDA,
) -> Document:
    """The paper. ``item`` is the number of the agenda item it is for; a note tells the agenda's symbol."""
    meeting = front.meeting
    where = meeting.place or (say("online") if meeting.format is Format.ONLINE else "")
    when = days(meeting.starts_on, meeting.ends_on, say)
    place = say("place-and-days", place=escape(where), days=when) if where and when else escape(where) or when
    corner = [*map(escape, front.body), nth(meeting.ordinal, front.sits, say), place]
    notes: tuple[Block, ...] = ()
    if item:
        line = say("item-adopted" if front.adopted else "item-provisional", item=item)
        if front.agenda_symbol and front.masthead and front.masthead.symbol != front.agenda_symbol:
            note = Footnote(
                uuid5(meeting.id, f"{kind.value}/agenda"), escape(f"{front.agenda_symbol}."), NoteMark.STAR
            )
            line, notes = f"{line}[^{note.id}]", (note,)
        corner.append(line)
    return Document(
        uuid5(meeting.id, kind.value),
        _KINDS.get(kind, DocumentKind.OTHER),
        title,
        (*blocks, *notes),
        front.masthead,
        tuple(line for line in corner if line.strip()),
        subtitle,
        scheme,
        meeting.language or "en",
        f"{meeting.code} {kind.value}",
        front.draft,
    )


_KINDS = {
    PaperKind.AGENDA: DocumentKind.AGENDA,
    PaperKind.ANNOTATED_AGENDA: DocumentKind.ANNOTATED_AGENDA,
}


def staged(front: Front, name: str, say: Wording) -> str:
    """The title of a paper before and after the agenda is adopted."""
    return say(f"{name}-adopted" if front.adopted else f"{name}-provisional")


def item_called(items: Sequence[AgendaItem], name: str, say: Wording) -> str:
    """The number of the item that bears a usual title, such as the adoption of the agenda; "" for none."""
    wanted = say.spellings(name)
    found = (item.id for item in items if bare_title(item.title).casefold() in wanted)
    id = next(found, None)
    return number_of(items, id) if id else ""


def joined(parts: Sequence[str], say: Wording) -> str:
    """A, B and C; the parts are marked texts."""
    if len(parts) < 2:
        return "".join(parts)
    return say("list-end", before=say("list-comma").join(parts[:-1]), last=parts[-1])
