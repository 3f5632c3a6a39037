"""The tables of the record. Every column has a default; a row is what the change log says about it.

References are checked at commit, so the order of statements does not matter. A required reference goes with
an ORM cascade; an optional one is emptied by the database and comes back with its row.
"""

import json
from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import Dialect, ForeignKey, MetaData, String, Text, TypeDecorator, event
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from gmp_desktop.domain.tidy import tidy
from gmp_desktop.store.keys import new_key

Lines = tuple[str, ...]
Cells = tuple[tuple[str, ...], ...]

NAMES = {
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}
ORDER_KEY = String().with_variant(String(collation="C"), "postgresql")


class Tuples(TypeDecorator[Any]):
    """Nested tuples of text, kept as JSON; a tuple cannot be changed behind the recorder's back."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        return as_tuples(json.loads(value or "[]"))


def as_tuples(value: Any) -> Any:
    """Lists as tuples, all the way down, with their texts tidied."""
    if isinstance(value, list | tuple):
        return tuple(as_tuples(part) for part in value)
    return tidy(value) if isinstance(value, str) else value


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {Lines: Tuples, Cells: Tuples, str: Text}

    def __init__(self, **values: Any) -> None:
        values["id"] = values.get("id") or new_key()
        content, columns = self.__dict__, COLUMNS[self.__tablename__]
        content.update(DEFAULTS[self.__tablename__])
        for name, value in values.items():
            if name in columns:
                content[name] = as_tuples(
                    value
                )  # past the instrumentation: rows are made by the ten thousand
            else:
                setattr(self, name, value)

    id: Mapped[UUID] = mapped_column(primary_key=True, sort_order=-1)


def _optional(target: str) -> Mapped[UUID | None]:
    return mapped_column(_reference(target, "SET NULL"), default=None, index=True)


def _required(target: str) -> Mapped[UUID]:
    return mapped_column(_reference(target, None), index=True)


def _reference(target: str, on_delete: str | None) -> ForeignKey:
    return ForeignKey(f"{target}.id", ondelete=on_delete, deferrable=True, initially="DEFERRED")


class MeetingRow(Base):
    __tablename__ = "meeting"

    code: Mapped[str] = mapped_column(default="", index=True)
    title: Mapped[str] = mapped_column(default="")
    body: Mapped[str] = mapped_column(default="PAG")
    ordinal: Mapped[int | None] = mapped_column(default=None)
    starts_on: Mapped[date | None] = mapped_column(default=None)
    ends_on: Mapped[date | None] = mapped_column(default=None)
    venue: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    state: Mapped[str] = mapped_column(default="preparing")
    language: Mapped[str] = mapped_column(default="en")
    time_zone: Mapped[str] = mapped_column(default="")
    format: Mapped[str] = mapped_column(default="in person")
    host: Mapped[str] = mapped_column(default="")
    languages: Mapped[Lines] = mapped_column(default=())
    symbol_stem: Mapped[str] = mapped_column(default="")
    agenda_stage: Mapped[str] = mapped_column(default="provisional")
    quorum: Mapped[int | None] = mapped_column(default=None)
    quorum_of: Mapped[str] = mapped_column(default="participants")
    archived: Mapped[bool] = mapped_column(default=False)

    agenda: Mapped[list["AgendaItemRow"]] = relationship(
        cascade="all, delete-orphan", order_by="AgendaItemRow.order_key, AgendaItemRow.id"
    )
    provisional: Mapped[list["ProvisionalItemRow"]] = relationship(
        cascade="all, delete-orphan", order_by="ProvisionalItemRow.order_key, ProvisionalItemRow.id"
    )
    sittings: Mapped[list["SittingRow"]] = relationship(
        cascade="all, delete-orphan", order_by="SittingRow.day, SittingRow.begins, SittingRow.id"
    )
    participants: Mapped[list["ParticipantRow"]] = relationship(cascade="all, delete-orphan")
    state_changes: Mapped[list["StateChangeRow"]] = relationship(
        cascade="all, delete-orphan", order_by="StateChangeRow.at, StateChangeRow.id"
    )


class StateChangeRow(Base):
    __tablename__ = "state_change"

    meeting_id: Mapped[UUID] = _required("meeting")
    before: Mapped[str] = mapped_column(default="")
    after: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")
    at: Mapped[str] = mapped_column(default="")


class SittingRow(Base):
    """``begins`` and ``ends`` are minutes after midnight of the meeting's own time."""

    __tablename__ = "sitting"

    meeting_id: Mapped[UUID] = _required("meeting")
    day: Mapped[date | None] = mapped_column(default=None)
    begins: Mapped[int] = mapped_column(default=600)
    ends: Mapped[int] = mapped_column(default=780)
    title: Mapped[str] = mapped_column(default="")

    presences: Mapped[list["PresenceRow"]] = relationship(cascade="all, delete-orphan")


class AgendaItemRow(Base):
    __tablename__ = "agenda_item"

    meeting_id: Mapped[UUID] = _required("meeting")
    parent_id: Mapped[UUID | None] = _optional("agenda_item")
    order_key: Mapped[str] = mapped_column(ORDER_KEY, default="")
    title: Mapped[str] = mapped_column(default="")
    minutes: Mapped[int | None] = mapped_column(default=None)
    annotation: Mapped[str] = mapped_column(default="")
    sitting_id: Mapped[UUID | None] = _optional("sitting")

    presenters: Mapped[list["PresenterRow"]] = relationship(
        cascade="all, delete-orphan", order_by="PresenterRow.order_key, PresenterRow.id"
    )
    papers: Mapped[list["ItemDocumentRow"]] = relationship(
        cascade="all, delete-orphan", order_by="ItemDocumentRow.order_key, ItemDocumentRow.id"
    )


class PresenterRow(Base):
    """Somebody of the directory, or whoever the ``name`` tells (Secretariat, Rapporteurs)."""

    __tablename__ = "presenter"

    agenda_item_id: Mapped[UUID] = _required("agenda_item")
    person_id: Mapped[UUID | None] = _optional("person")
    name: Mapped[str] = mapped_column(default="")
    order_key: Mapped[str] = mapped_column(ORDER_KEY, default="")


class ItemDocumentRow(Base):
    """A document that is before the meeting under an agenda item."""

    __tablename__ = "item_document"

    agenda_item_id: Mapped[UUID] = _required("agenda_item")
    document_id: Mapped[UUID] = _required("document")
    order_key: Mapped[str] = mapped_column(ORDER_KEY, default="")


class ProvisionalItemRow(Base):
    """An item as the provisional agenda printed it; ``agenda_item_id`` is empty where the floor struck it out."""

    __tablename__ = "provisional_item"

    meeting_id: Mapped[UUID] = _required("meeting")
    agenda_item_id: Mapped[UUID | None] = _optional("agenda_item")
    order_key: Mapped[str] = mapped_column(ORDER_KEY, default="")
    label: Mapped[str] = mapped_column(default="")
    depth: Mapped[int] = mapped_column(default=0)
    title: Mapped[str] = mapped_column(default="")


class DocumentRow(Base):
    __tablename__ = "document"

    meeting_id: Mapped[UUID | None] = _optional("meeting")
    code: Mapped[str] = mapped_column(default="", index=True)
    symbol: Mapped[str] = mapped_column(default="", index=True)
    printed_symbol: Mapped[str] = mapped_column(default="")
    kind: Mapped[str] = mapped_column(default="other")
    title: Mapped[str] = mapped_column(default="")
    subtitle: Mapped[str] = mapped_column(default="")
    organ: Mapped[str] = mapped_column(default="")
    distribution: Mapped[str] = mapped_column(default="")
    dated: Mapped[str] = mapped_column(default="")
    language_line: Mapped[str] = mapped_column(default="")
    job_number: Mapped[str] = mapped_column(default="")
    has_masthead: Mapped[bool] = mapped_column(default=False)
    corner: Mapped[Lines] = mapped_column(default=())
    scheme: Mapped[str] = mapped_column(default="agenda")
    language: Mapped[str] = mapped_column(default="en")
    draft: Mapped[bool] = mapped_column(default=True)
    cited: Mapped[bool] = mapped_column(default=False)
    order_key: Mapped[str] = mapped_column(ORDER_KEY, default="")
    source: Mapped[str] = mapped_column(default="")
    stage: Mapped[str] = mapped_column(default="planned")
    issued_on: Mapped[date | None] = mapped_column(default=None)
    languages: Mapped[Lines] = mapped_column(default=())

    blocks: Mapped[list["BlockRow"]] = relationship(
        cascade="all, delete-orphan", order_by="BlockRow.order_key, BlockRow.id"
    )
    set_aside: Mapped[list["SetAsideRow"]] = relationship(
        cascade="all, delete-orphan", order_by="SetAsideRow.order_key, SetAsideRow.id"
    )
    attachments: Mapped[list["AttachmentRow"]] = relationship(
        cascade="all, delete-orphan", order_by="AttachmentRow.language, AttachmentRow.id"
    )
    items: Mapped[list[ItemDocumentRow]] = relationship(cascade="all, delete-orphan")


class BlockRow(Base):
    __tablename__ = "block"

    document_id: Mapped[UUID] = _required("document")
    order_key: Mapped[str] = mapped_column(ORDER_KEY, default="")
    kind: Mapped[str] = mapped_column(default="paragraph")
    level: Mapped[int] = mapped_column(default=1)
    numbered: Mapped[bool] = mapped_column(default=True)
    grouping: Mapped[str] = mapped_column(default="")
    style: Mapped[str] = mapped_column(default="")
    header_rows: Mapped[int] = mapped_column(default=1)
    agenda_item_id: Mapped[UUID | None] = _optional("agenda_item")
    rows: Mapped[Cells] = mapped_column(default=())
    text: Mapped[str] = mapped_column(default="")


class SetAsideRow(Base):
    __tablename__ = "set_aside"

    document_id: Mapped[UUID] = _required("document")
    order_key: Mapped[str] = mapped_column(ORDER_KEY, default="")
    text: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")


class AttachmentRow(Base):
    """A file of a document, kept in the data folder under its SHA-256; ``name`` is what it was called."""

    __tablename__ = "attachment"

    document_id: Mapped[UUID] = _required("document")
    language: Mapped[str] = mapped_column(default="en")
    name: Mapped[str] = mapped_column(default="")
    sha256: Mapped[str] = mapped_column(default="")
    size: Mapped[int] = mapped_column(default=0)


class OrganisationRow(Base):
    """``country`` is an ISO 3166 code; of a government it tells which."""

    __tablename__ = "organisation"

    name: Mapped[str] = mapped_column(default="")
    short_name: Mapped[str] = mapped_column(default="")
    kind: Mapped[str] = mapped_column(default="other")
    country: Mapped[str] = mapped_column(default="")

    partnerships: Mapped[list["PartnershipRow"]] = relationship(cascade="all, delete-orphan")


class PartnershipRow(Base):
    """An organisation is a partner in a Partnership area."""

    __tablename__ = "partnership"

    organisation_id: Mapped[UUID] = _required("organisation")
    area: Mapped[str] = mapped_column(default="")
    starts_on: Mapped[date | None] = mapped_column(default=None)
    ends_on: Mapped[date | None] = mapped_column(default=None)


class PersonRow(Base):
    """``own_script`` is the name as its bearer writes it, beside the one in Latin letters."""

    __tablename__ = "person"

    honorific: Mapped[str] = mapped_column(default="")
    given: Mapped[str] = mapped_column(default="")
    family: Mapped[str] = mapped_column(default="")
    family_first: Mapped[bool] = mapped_column(default=False)
    own_script: Mapped[str] = mapped_column(default="")

    appointments: Mapped[list["AppointmentRow"]] = relationship(cascade="all, delete-orphan")
    participations: Mapped[list["ParticipantRow"]] = relationship(cascade="all, delete-orphan")
    private_details: Mapped[list["PrivateDetailRow"]] = relationship(cascade="all, delete-orphan")


class PrivateDetailRow(Base):
    """What is nobody else's business: never in a package, printed only where ``printable`` says so."""

    __tablename__ = "private_detail"

    person_id: Mapped[UUID] = _required("person")
    email: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    dietary: Mapped[str] = mapped_column(default="")
    access: Mapped[str] = mapped_column(default="")
    printable: Mapped[bool] = mapped_column(default=False)


class AppointmentRow(Base):
    """What a person is, from when until when: in an organisation, in a body, in a Partnership area."""

    __tablename__ = "appointment"

    person_id: Mapped[UUID] = _required("person")
    organisation_id: Mapped[UUID | None] = _optional("organisation")
    role: Mapped[str] = mapped_column(default="affiliation")
    title: Mapped[str] = mapped_column(default="")
    body: Mapped[str] = mapped_column(default="")
    area: Mapped[str] = mapped_column(default="")
    starts_on: Mapped[date | None] = mapped_column(default=None)
    ends_on: Mapped[date | None] = mapped_column(default=None)


class ParticipantRow(Base):
    """``badge`` 0 is none yet; ``group`` overrules the kind of the organisation."""

    __tablename__ = "participant"

    meeting_id: Mapped[UUID] = _required("meeting")
    person_id: Mapped[UUID] = _required("person")
    organisation_id: Mapped[UUID | None] = _optional("organisation")
    capacity: Mapped[str] = mapped_column(default="partner")
    function: Mapped[str] = mapped_column(default="")
    division: Mapped[str] = mapped_column(default="")
    group: Mapped[str] = mapped_column(default="")
    area: Mapped[str] = mapped_column(default="")
    heads_delegation: Mapped[bool] = mapped_column(default=False)
    attends: Mapped[str] = mapped_column(default="in the room")
    late: Mapped[bool] = mapped_column(default=False)
    badge: Mapped[int] = mapped_column(default=0)
    printed: Mapped[bool] = mapped_column(default=True)

    presences: Mapped[list["PresenceRow"]] = relationship(cascade="all, delete-orphan")


class PresenceRow(Base):
    """Somebody came to a sitting; ``arrived`` and ``left`` are ISO date and minute of the meeting's own time."""

    __tablename__ = "presence"

    participant_id: Mapped[UUID] = _required("participant")
    sitting_id: Mapped[UUID] = _required("sitting")
    arrived: Mapped[str] = mapped_column(default="")
    left: Mapped[str] = mapped_column(default="")
    online: Mapped[bool] = mapped_column(default=False)


TABLES: dict[str, type[Base]] = {
    row.__tablename__: row
    for row in (
        MeetingRow,
        StateChangeRow,
        SittingRow,
        AgendaItemRow,
        ProvisionalItemRow,
        DocumentRow,
        BlockRow,
        SetAsideRow,
        AttachmentRow,
        ItemDocumentRow,
        OrganisationRow,
        PartnershipRow,
        PersonRow,
        PrivateDetailRow,
        AppointmentRow,
        PresenterRow,
        ParticipantRow,
        PresenceRow,
    )
}
"""Parents before children."""


DEFAULTS: dict[str, dict[str, Any]] = {
    name: {
        column.name: column.default.arg if column.default else None
        for column in row.__table__.columns
        if column.name != "id"
    }
    for name, row in TABLES.items()
}
"""What a column holds that the change log says nothing about; it never changes meaning."""


COLUMNS: dict[str, frozenset[str]] = {name: frozenset(row.__table__.c.keys()) for name, row in TABLES.items()}


def _tidied(row: Base, value: Any, before: Any, initiator: Any) -> Any:
    return as_tuples(value)


for _row in TABLES.values():
    for _column in _row.__table__.columns:
        if isinstance(_column.type, String | Tuples):
            event.listen(getattr(_row, _column.name), "set", _tidied, retval=True)
