"""An invented meeting for papers."""

import json
from datetime import date
from itertools import count
from uuid import UUID

from gmp_desktop.domain.blocks import Document, Masthead
from gmp_desktop.domain.meeting import AgendaItem, AgendaStage, Meeting, MeetingDocument
from gmp_desktop.domain.numbering import labels
from gmp_desktop.domain.papers.front import Front
from gmp_desktop.domain.papers.wording import Wording
from gmp_desktop.paths import shipped

MEETING = Meeting(
    UUID(int=1),
    "PAG-16",
    "Sixteenth meeting",
    ordinal=16,
    starts_on=date(2026, 11, 10),
    ends_on=date(2026, 11, 11),
    venue="Lakeside Centre",
    place="Nairobi",
)
FRONT = Front(MEETING, ("Partnership Advisory Group",), "Group")
_TITLES = (
    ("Opening of the meeting", 0),
    ("Organizational matters", 0),
    ("Adoption of the agenda", 1),
    ("Organization of work", 1),
    ("Partnership areas", 0),
    ("Gold mining", 1),
    ("Waste", 1),
    ("Closure of the meeting", 0),
)


def wording(language: str = "en") -> Wording:
    def papers(name: str) -> dict[str, object]:
        file = shipped("resources", "phrases", f"{name}.json")
        found: dict[str, object] = json.loads(file.read_text(encoding="utf-8"))["papers"]
        return found

    return Wording(language, papers(language), papers("en"))


def items(**annotations: str) -> tuple[AgendaItem, ...]:
    """The agenda; an annotation is given by the first word of its item."""
    found: list[AgendaItem] = []
    tops, subs = count(1), count(0)
    for number, (title, depth) in enumerate(_TITLES, start=1):
        if depth == 0:
            label, subs, parent = f"{next(tops)}.", count(0), None
        else:
            label = f"({chr(ord('a') + next(subs))})"
            parent = next(item.id for item in reversed(found) if item.depth == 0)
        found.append(
            AgendaItem(
                UUID(int=100 + number),
                title,
                label,
                depth,
                parent,
                annotation=annotations.get(title.split()[0], ""),
            )
        )
    return tuple(found)


def item(word: str) -> AgendaItem:
    return next(found for found in items() if found.title.startswith(word))


def registered(symbol: str, title: str = "", *under: str, **facts: object) -> MeetingDocument:
    ids = tuple(item(word).id for word in under)
    return MeetingDocument(UUID(int=len(symbol) * 1000 + len(title)), symbol, title, item_ids=ids, **facts)  # type: ignore[arg-type]


def with_symbol(symbol: str, front: Front = FRONT) -> Front:
    return Front(
        front.meeting, front.body, front.called, masthead=Masthead(symbol=symbol), agenda_symbol="UNEP/X/1"
    )


def adopted() -> Front:
    meeting = Meeting(UUID(int=1), "PAG-16", "", ordinal=16, agenda_stage=AgendaStage.ADOPTED)
    return Front(meeting, FRONT.body, "Group")


def lines(document: Document) -> list[str]:
    """Every block with its label, as one line."""
    known = labels(document)
    return [f"{known.get(block.id, '')} {block.text}".strip() for block in document.blocks]
