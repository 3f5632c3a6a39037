"""A meeting, its agenda and the papers it lists."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class State(StrEnum):
    PREPARING = "preparing"
    IN_SESSION = "in session"
    DRAFTING = "drafting"
    ISSUED = "issued"


@dataclass(frozen=True, slots=True)
class Meeting:
    """``code`` is how people call it (PAG-8); ``ordinal`` its number among the meetings of its body."""

    id: UUID
    code: str
    title: str
    body: str = "PAG"
    ordinal: int | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    venue: str = ""
    place: str = ""
    state: State = State.PREPARING
    language: str = "en"


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """``label`` (1., (a), (i)) is computed from the order; ``depth`` counts from 0."""

    id: UUID
    title: str
    label: str = ""
    depth: int = 0
    parent_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class MeetingDocument:
    """A line of the document register; ``cited`` ones are known only because another document names them."""

    id: UUID
    symbol: str
    title: str = ""
    kind: str = "other"
    printed_symbol: str = ""
    cited: bool = False
    code: str = ""
    meeting_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class SetAside:
    """A passage an import did not take into the text, and why."""

    text: str
    reason: str
