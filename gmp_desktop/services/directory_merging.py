"""Two entries of the directory become one: what named the other names the kept one, and nothing said is lost."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from gmp_desktop.services import private_details
from gmp_desktop.store.tables import (
    DEFAULTS,
    AppointmentRow,
    Base,
    OrganisationRow,
    ParticipantRow,
    PartnershipRow,
    PersonRow,
    PresenceRow,
    PresenterRow,
)


def merge_persons(session: Session, kept: PersonRow, other: PersonRow) -> None:
    """A meeting both were registered for has the kept one once, present wherever either was."""
    _fill(kept, other)
    _move(session, PresenterRow, "person_id", kept.id, other.id)
    _move_new(session, AppointmentRow, "person_id", kept.id, other.id)
    private_details.join(session, kept.id, other.id)
    for row in _of(session, ParticipantRow, "person_id", other.id):
        same = [
            one
            for one in _of(session, ParticipantRow, "person_id", kept.id)
            if one.meeting_id == row.meeting_id
        ]
        if same:
            _join_presences(session, same[0], row)
        _move_or_fill(session, row, "person_id", same, kept.id)
    _remove(session, other)


def merge_organisations(session: Session, kept: OrganisationRow, other: OrganisationRow) -> None:
    _fill(kept, other)
    for table in (AppointmentRow, ParticipantRow):
        _move(session, table, "organisation_id", kept.id, other.id)
    _move_new(session, PartnershipRow, "organisation_id", kept.id, other.id)
    _remove(session, other)


def _join_presences(session: Session, kept: ParticipantRow, other: ParticipantRow) -> None:
    there = {presence.sitting_id for presence in _of(session, PresenceRow, "participant_id", kept.id)}
    for presence in _of(session, PresenceRow, "participant_id", other.id):
        if presence.sitting_id not in there:
            presence.participant_id = kept.id


def _move_or_fill(session: Session, row: Any, column: str, there: list[Any], to: UUID) -> None:
    """A row that may be there once: it moves where there is none yet, or fills the one there is."""
    if there:
        _fill(there[0], row)
        session.flush()
        session.delete(row)
    else:
        setattr(row, column, to)
    session.flush()


def _move(session: Session, table: type[Base], column: str, to: UUID, from_: UUID) -> None:
    for row in _of(session, table, column, from_):
        setattr(row, column, to)


def _move_new(session: Session, table: type[Base], column: str, to: UUID, from_: UUID) -> None:
    """What both had word for word is had once."""
    there = {_content(row, column) for row in _of(session, table, column, to)}
    for row in _of(session, table, column, from_):
        if _content(row, column) not in there:
            setattr(row, column, to)


def _content(row: Base, without: str) -> tuple[Any, ...]:
    return tuple(getattr(row, name) for name in DEFAULTS[row.__tablename__] if name != without)


def _fill(kept: Base, other: Base) -> None:
    """A field that says nothing says what the other one does."""
    for name, nothing in DEFAULTS[kept.__tablename__].items():
        if getattr(kept, name) == nothing:
            setattr(kept, name, getattr(other, name))


def _of(session: Session, table: Any, column: str, id: UUID) -> list[Any]:
    rows: Iterable[Any] = session.scalars(
        select(table).where(getattr(table, column) == id).order_by(table.id)
    )
    return list(rows)


def _remove(session: Session, other: Base) -> None:
    """What still hangs on it is what the kept one had already."""
    session.flush()
    session.expire(other)
    session.delete(other)
