"""Rows of people as values: ten thousand in a blink, because a page waits for them."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Integer, Select, String, select, type_coerce
from sqlalchemy.orm import InstrumentedAttribute, Session

from gmp_desktop.domain.participants import Attends, Capacity, Participant, PrivateDetails
from gmp_desktop.domain.people import Organisation, OrganisationKind, Person
from gmp_desktop.domain.presence import Presence
from gmp_desktop.store.collecting import uncollected
from gmp_desktop.store.keys import key_of
from gmp_desktop.store.tables import (
    OrganisationRow,
    ParticipantRow,
    PersonRow,
    PresenceRow,
    PrivateDetailRow,
    SittingRow,
)

KEYS = 1 << 16
"""Keys that are kept once made: a page reads the same people again after every step."""

as_key = lru_cache(KEYS)(key_of)

Choice = TypeVar("Choice", bound=StrEnum)


def _key(column: InstrumentedAttribute[Any]) -> Any:
    """A key as the driver gives it: making a UUID of every one takes longer than reading them."""
    return type_coerce(column, String)


def _flag(column: InstrumentedAttribute[bool]) -> Any:
    return type_coerce(column, Integer)


def participants(session: Session, wanted: Callable[[Select[Any]], Select[Any]]) -> list[Participant]:
    """Those ``wanted`` leaves of the statement, in the order they were registered."""
    with uncollected():
        return _participants(session, wanted)


def _participants(session: Session, wanted: Callable[[Select[Any]], Select[Any]]) -> list[Participant]:
    row, one = ParticipantRow, PersonRow
    told = (
        select(
            *(_key(row.id), _key(row.meeting_id), _key(row.organisation_id)),
            *(_key(one.id), one.honorific, one.given, one.family, _flag(one.family_first), one.own_script),
            *(row.capacity, row.function, row.division, row.group, row.area),
            *(_flag(row.heads_delegation), row.attends, _flag(row.late), row.badge, _flag(row.printed)),
        )
        .join(one, one.id == row.person_id)
        .order_by(row.id)
    )
    rows = session.connection().execute(wanted(told)).all()
    bodies = _organisations(session, {found[2] for found in rows if found[2]})
    return [
        Participant(
            as_key(id),
            as_key(meeting),
            Person(as_key(person), honorific, given, family, bool(first), own),
            bodies.get(body),
            _CAPACITIES.get(capacity, Capacity.PARTNER),
            function,
            division,
            group if group in _KINDS else "",
            area,
            bool(heads),
            _ATTENDS.get(attends, Attends.ROOM),
            bool(late),
            badge,
            bool(printed),
        )
        for (
            id,
            meeting,
            body,
            person,
            honorific,
            given,
            family,
            first,
            own,
            capacity,
            function,
            division,
            group,
            area,
            heads,
            attends,
            late,
            badge,
            printed,
        ) in rows
    ]


def presences(session: Session, meeting_id: UUID) -> list[Presence]:
    """All ticks of a meeting."""
    with uncollected():
        return _presences(session, meeting_id)


def _presences(session: Session, meeting_id: UUID) -> list[Presence]:
    row = PresenceRow
    told = (
        select(
            *(_key(row.id), _key(row.participant_id), _key(row.sitting_id)),
            *(row.arrived, row.left, _flag(row.online)),
        )
        .join(SittingRow, SittingRow.id == row.sitting_id)
        .where(SittingRow.meeting_id == meeting_id)
    )
    return [
        Presence(as_key(id), as_key(participant), as_key(sitting), arrived, left, bool(online))
        for id, participant, sitting, arrived, left, online in session.connection().execute(told)
    ]


def persons(session: Session) -> list[Person]:
    """Everybody in the directory."""
    one = PersonRow
    told = select(
        _key(one.id), one.honorific, one.given, one.family, _flag(one.family_first), one.own_script
    ).order_by(one.id)
    return [
        Person(as_key(id), honorific, given, family, bool(first), own)
        for id, honorific, given, family, first, own in session.connection().execute(told)
    ]


def organisations(session: Session) -> list[Organisation]:
    """All of the directory, oldest first."""
    return [
        organisation_of(row) for row in session.scalars(select(OrganisationRow).order_by(OrganisationRow.id))
    ]


def organisation_of(row: OrganisationRow) -> Organisation:
    return Organisation(
        row.id, row.name, row.short_name, _KINDS.get(row.kind, OrganisationKind.OTHER), row.country
    )


def person_of(row: PersonRow) -> Person:
    return Person(row.id, row.honorific, row.given, row.family, row.family_first, row.own_script)


def private_of(row: PrivateDetailRow) -> PrivateDetails:
    return PrivateDetails(
        row.person_id, row.email, row.phone, row.address, row.dietary, row.access, row.printable
    )


def _organisations(session: Session, wanted: Iterable[Any]) -> dict[Any, Organisation]:
    """By the key as the driver gives it; read whole, for there are far fewer of them than people."""
    wanted = set(wanted)
    row = OrganisationRow
    told = select(_key(row.id), row.name, row.short_name, row.kind, row.country)
    if len(wanted) == 1:
        told = told.where(row.id == as_key(next(iter(wanted))))
    return {
        id: Organisation(as_key(id), name, short, _KINDS.get(kind, OrganisationKind.OTHER), country)
        for id, name, short, kind, country in (session.connection().execute(told) if wanted else ())
        if id in wanted
    }


def _by_value(choices: type[Choice]) -> dict[str, Choice]:
    """A value only a newer program knows is not among them."""
    return {choice.value: choice for choice in choices}


_CAPACITIES = _by_value(Capacity)
_ATTENDS = _by_value(Attends)
_KINDS = _by_value(OrganisationKind)
