"""What a bundle holds of a meeting beside its agenda and its papers: plain rows, column by column.

People and organisations go with the meeting they took part in; their private details, their appointments and their
partnerships stay where they are: they are not the meeting's.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from gmp_desktop.domain.tidy import tidy
from gmp_desktop.store.ledger_rows import portions
from gmp_desktop.store.tables import (
    DEFAULTS,
    TABLES,
    AgendaItemRow,
    AttachmentRow,
    Base,
    DocumentRow,
    ItemDocumentRow,
    OrganisationRow,
    ParticipantRow,
    PersonRow,
    PresenceRow,
    PresenterRow,
    ProvisionalItemRow,
    SittingRow,
    StateChangeRow,
)

SHARED = ("organisation", "person")
"""Rows of these belong to all meetings: where they are known already, they stay as they are."""

KINDS = (
    "state_change",
    "sitting",
    "provisional_item",
    "attachment",
    "item_document",
    *SHARED,
    "presenter",
    "participant",
    "presence",
)
"""In the order in which they can be stored."""

_IDS = frozenset(
    column.name
    for kind in KINDS
    for column in TABLES[kind].__table__.columns
    if column.foreign_keys or column.primary_key
)
_DAYS = frozenset({"day", "starts_on", "ends_on"})


@dataclass(frozen=True, slots=True)
class BundleRow:
    """One row of the record; ``values`` has every column but the id, in the order of the table."""

    kind: str
    id: UUID
    values: tuple[tuple[str, Any], ...]


def load(session: Session, meeting_id: UUID) -> tuple[BundleRow, ...]:
    """The rows of a meeting in one order, whoever wrote them first."""
    return tuple(row for kind in KINDS for row in _of_kind(session, kind, _OF_MEETING[kind](meeting_id)))


def place(session: Session, rows: Iterable[BundleRow]) -> None:
    """New rows for all that are not known already."""
    rows = tuple(rows)
    known = _known(session, [row.id for row in rows if row.kind in SHARED])
    for row in rows:
        if row.id not in known:
            session.add(TABLES[row.kind](id=row.id, **dict(row.values)))


def to_tree(row: BundleRow) -> dict[str, Any]:
    """As JSON."""
    return {"id": str(row.id)} | {name: _plain(value) for name, value in row.values}


def from_tree(kind: str, tree: dict[str, Any]) -> BundleRow:
    """ValueError where an id or a day is none."""
    return BundleRow(
        kind, UUID(tree["id"]), tuple((name, _value(name, tree[name])) for name in DEFAULTS[kind])
    )


def references(row: BundleRow) -> Iterator[tuple[str, UUID]]:
    """Column and id of what the row refers to."""
    return ((name, value) for name, value in row.values if name in _IDS and value is not None)


def _of_kind(session: Session, kind: str, of_meeting: ColumnElement[bool]) -> Iterator[BundleRow]:
    row = TABLES[kind]
    names = tuple(DEFAULTS[kind])
    columns = [getattr(row, name) for name in ("id", *names)]
    for id, *values in session.execute(select(*columns).where(of_meeting).order_by(row.id)):
        yield BundleRow(kind, id, tuple(zip(names, values, strict=True)))


def _known(session: Session, ids: list[UUID]) -> set[UUID]:
    found: set[UUID] = set()
    for kind in SHARED:
        row: type[Base] = TABLES[kind]
        for portion in portions(ids):
            found.update(session.scalars(select(row.id).where(row.id.in_(portion))))
    return found


def _plain(value: Any) -> Any:
    match value:
        case UUID():
            return str(value)
        case date():
            return value.isoformat()
        case tuple():
            return list(value)
    return value


def _value(name: str, value: Any) -> Any:
    if value is None:
        return None
    if name in _IDS:
        return UUID(value)
    if name in _DAYS:
        return date.fromisoformat(value)
    return tidy(value) if isinstance(value, str) else value


def _documents(meeting_id: UUID) -> Any:
    return select(DocumentRow.id).where(DocumentRow.meeting_id == meeting_id)


def _items(meeting_id: UUID) -> Any:
    return select(AgendaItemRow.id).where(AgendaItemRow.meeting_id == meeting_id)


def _people(meeting_id: UUID) -> ColumnElement[bool]:
    took_part = select(ParticipantRow.person_id).where(ParticipantRow.meeting_id == meeting_id)
    presents = select(PresenterRow.person_id).where(PresenterRow.agenda_item_id.in_(_items(meeting_id)))
    return PersonRow.id.in_(took_part) | PersonRow.id.in_(presents)


_OF_MEETING: dict[str, Callable[[UUID], ColumnElement[bool]]] = {
    "state_change": lambda meeting: StateChangeRow.meeting_id == meeting,
    "sitting": lambda meeting: SittingRow.meeting_id == meeting,
    "provisional_item": lambda meeting: ProvisionalItemRow.meeting_id == meeting,
    "attachment": lambda meeting: AttachmentRow.document_id.in_(_documents(meeting)),
    "item_document": lambda meeting: (
        ItemDocumentRow.document_id.in_(_documents(meeting))
        & ItemDocumentRow.agenda_item_id.in_(_items(meeting))
    ),
    "organisation": lambda meeting: OrganisationRow.id.in_(
        select(ParticipantRow.organisation_id).where(ParticipantRow.meeting_id == meeting)
    ),
    "person": _people,
    "presenter": lambda meeting: PresenterRow.agenda_item_id.in_(_items(meeting)),
    "participant": lambda meeting: ParticipantRow.meeting_id == meeting,
    "presence": lambda meeting: PresenceRow.sitting_id.in_(
        select(SittingRow.id).where(SittingRow.meeting_id == meeting)
    ),
}
