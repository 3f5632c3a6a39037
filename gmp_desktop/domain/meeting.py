"""A meeting, its agenda and the papers it lists."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from gmp_desktop.domain.values import value


class State(StrEnum):
    PREPARING = "preparing"
    IN_SESSION = "in session"
    DRAFTING = "drafting"
    ISSUED = "issued"


@value
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


@value
class AgendaItem:
    """``label`` (1., (a), (i)) is computed from the order; ``depth`` counts from 0."""

    id: UUID
    title: str
    label: str = ""
    depth: int = 0
    parent_id: UUID | None = None


@value
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


@value
class SetAside:
    """A passage an import did not take into the text, and why."""

    text: str
    reason: str
