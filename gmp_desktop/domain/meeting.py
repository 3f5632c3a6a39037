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


def goes_back(before: State, after: State) -> bool:
    """Whether this is a step back, which needs a reason."""
    order = tuple(State)
    return order.index(after) < order.index(before)


class Format(StrEnum):
    IN_PERSON = "in person"
    ONLINE = "online"
    HYBRID = "hybrid"


class AgendaStage(StrEnum):
    """UN_STYLE 3.2: what the floor changes after the provisional agenda is recorded against it."""

    PROVISIONAL = "provisional"
    ADOPTED = "adopted"


class QuorumOf(StrEnum):
    PARTICIPANTS = "participants"
    DELEGATIONS = "delegations"


@value
class Meeting:
    """``code`` is how people call it (PAG-8); ``ordinal`` its number among the meetings of its body.

    ``time_zone`` is an IANA name; all hours of the meeting are of that zone. ``symbol_stem`` is what the symbols of
    its documents begin with (UNEP(ED)/Hg/PAG.8). ``quorum`` is None where the body has none.
    """

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
    time_zone: str = ""
    format: Format = Format.IN_PERSON
    host: str = ""
    languages: tuple[str, ...] = ()
    symbol_stem: str = ""
    agenda_stage: AgendaStage = AgendaStage.PROVISIONAL
    quorum: int | None = None
    quorum_of: QuorumOf = QuorumOf.PARTICIPANTS
    archived: bool = False


@value
class StateChange:
    """The meeting went from one state to another; ``at`` is an ISO date and time."""

    id: UUID
    before: State
    after: State
    reason: str = ""
    at: str = ""


@value
class Sitting:
    """A part of a day in which the meeting sits; ``begins`` and ``ends`` are minutes after midnight."""

    id: UUID
    day: date | None
    begins: int = 600
    ends: int = 780
    title: str = ""

    @property
    def minutes(self) -> int:
        return max(self.ends - self.begins, 0)


@value
class AgendaItem:
    """``label`` (1., (a), (i)) is computed from the order; ``depth`` counts from 0.

    ``minutes`` are planned for the item itself, those of its sub-items apart. ``annotation`` is marked text, one
    paragraph a line. ``sitting_id`` is the sitting it was put into by hand.
    """

    id: UUID
    title: str
    label: str = ""
    depth: int = 0
    parent_id: UUID | None = None
    minutes: int | None = None
    annotation: str = ""
    sitting_id: UUID | None = None


@value
class Presenter:
    """Who presents an item: somebody of the directory, or whoever ``name`` tells (Secretariat)."""

    id: UUID
    agenda_item_id: UUID
    name: str
    person_id: UUID | None = None


@value
class ProvisionalItem:
    """An item as the provisional agenda had it; without ``agenda_item_id`` the floor has struck it out."""

    id: UUID
    title: str
    label: str = ""
    depth: int = 0
    agenda_item_id: UUID | None = None


class DocumentStage(StrEnum):
    PLANNED = "planned"
    DRAFTED = "drafted"
    SUBMITTED = "submitted"
    ISSUED = "issued"
    WITHDRAWN = "withdrawn"


@value
class Attachment:
    """A file of a document in one language, kept under its SHA-256; ``size`` in bytes."""

    id: UUID
    document_id: UUID
    name: str
    sha256: str
    size: int
    language: str = "en"


@value
class MeetingDocument:
    """A line of the document register; ``cited`` ones are known only because another document names them.

    ``item_ids`` are the agenda items it is before the meeting under. ``distribution`` as the masthead prints it.
    ``has_text`` says that its words are in the record, as those of the report are.
    """

    id: UUID
    symbol: str
    title: str = ""
    kind: str = "other"
    printed_symbol: str = ""
    cited: bool = False
    code: str = ""
    meeting_id: UUID | None = None
    distribution: str = ""
    stage: DocumentStage = DocumentStage.PLANNED
    issued_on: date | None = None
    languages: tuple[str, ...] = ()
    item_ids: tuple[UUID, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    has_text: bool = False


@value
class SetAside:
    """A passage an import did not take into the text, and why."""

    text: str
    reason: str
