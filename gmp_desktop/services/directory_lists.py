"""The long lists of the directory: lean lines, read without making an object of every row."""

from collections import defaultdict
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, String, or_, select, type_coerce
from sqlalchemy.orm import Session

from gmp_desktop.domain.directory import (
    OrganisationLine,
    PersonLine,
)
from gmp_desktop.domain.people import Organisation, OrganisationKind, Person, by_name, sort_key
from gmp_desktop.services.participant_rows import as_key
from gmp_desktop.store import reference
from gmp_desktop.store.collecting import uncollected
from gmp_desktop.store.tables import (
    AppointmentRow,
    OrganisationRow,
    PartnershipRow,
    PersonRow,
)

_KINDS = {kind.value: kind for kind in OrganisationKind}

Key = Any
"""A key as the driver gives it: making thousands of them into UUIDs takes longer than reading them."""


def person_lines(session: Session, day: date) -> list[PersonLine]:
    """Everybody, by name, with what they are on the day."""
    with uncollected():
        return _person_lines(session, day)


def _person_lines(session: Session, day: date) -> list[PersonLine]:
    connection = session.connection()
    employed, areas = _in_office(connection, day)
    organisations = {
        key: (name, country)
        for key, name, country in connection.execute(
            select(_key(OrganisationRow.id), OrganisationRow.name, OrganisationRow.country)
        )
    }
    nowhere = ("", "")
    wanted = select(
        _key(PersonRow.id),
        PersonRow.honorific,
        PersonRow.given,
        PersonRow.family,
        type_coerce(PersonRow.family_first, Integer),
        PersonRow.own_script,
    )
    lines = []
    for key, honorific, given, family, first, own in connection.execute(wanted).all():
        person = Person(as_key(key), honorific, given, family, bool(first), own)
        title, at = employed.get(key, ("", None))
        organisation, country = organisations.get(at, nowhere) if at else nowhere
        served = _in_order(areas[key]) if key in areas else ()
        lines.append(PersonLine(person, organisation, title, country, served))
    return sorted(lines, key=lambda line: _order(line.person))


def organisation_lines(session: Session, day: date) -> list[OrganisationLine]:
    """All organisations, by name, with how many are affiliated to them on the day."""
    connection = session.connection()
    counts: dict[Key, int] = defaultdict(int)
    for _, at in _in_office(connection, day)[0].values():
        if at:
            counts[at] += 1
    areas: dict[Key, list[str]] = defaultdict(list)
    partnerships = select(_key(PartnershipRow.organisation_id), PartnershipRow.area)
    for key, area in connection.execute(partnerships.where(covers(PartnershipRow, day))):
        areas[key].append(area)
    wanted = select(
        _key(OrganisationRow.id),
        OrganisationRow.name,
        OrganisationRow.short_name,
        OrganisationRow.kind,
        OrganisationRow.country,
    )
    lines = [
        OrganisationLine(
            Organisation(as_key(key), name, short, _KINDS.get(kind, OrganisationKind.OTHER), country),
            counts[key],
            _in_order(areas[key]),
        )
        for key, name, short, kind, country in connection.execute(wanted)
    ]
    return sorted(lines, key=lambda line: sort_key(line.organisation.name))


def _in_office(
    connection: Connection, day: date
) -> tuple[dict[Key, tuple[str, Key | None]], dict[Key, list[str]]]:
    """Of each person the title and organisation of the latest affiliation, and the areas they serve."""
    employed: dict[Key, tuple[str, Key | None]] = {}
    since: dict[Key, tuple[bool, Any, Key]] = {}
    areas: dict[Key, list[str]] = {}
    wanted = select(
        _key(AppointmentRow.id),
        _key(AppointmentRow.person_id),
        AppointmentRow.role,
        AppointmentRow.title,
        AppointmentRow.area,
        _key(AppointmentRow.organisation_id),
        type_coerce(AppointmentRow.starts_on, String),
    ).where(covers(AppointmentRow, day))
    for id, key, role, title, area, at, starts_on in connection.execute(wanted).all():
        if role == "affiliation":
            begun = (starts_on is not None, starts_on, id)
            if key not in employed or begun > since[key]:
                employed[key], since[key] = (title, at), begun
        if area and area not in areas.setdefault(key, []):
            areas[key].append(area)
    return employed, areas


def covers(row: type[AppointmentRow] | type[PartnershipRow], day: date) -> ColumnElement[bool]:
    """As ``in_office``, in the words of the database."""
    begun = or_(row.starts_on.is_(None), row.starts_on <= day)
    return begun & or_(row.ends_on.is_(None), row.ends_on >= day)


def _in_order(areas: list[str]) -> tuple[str, ...]:
    if len(areas) < 2:
        return tuple(areas)
    known = [area.code for area in reference.areas() if area.code in areas]
    return (*known, *sorted(set(areas) - set(known)))


def _order(person: Person) -> tuple[str, str]:
    """As ``by_name``; most names are plain letters and need no folding."""
    family, given = person.family, person.given
    if family.isascii() and given.isascii() and family.isalpha() and given.isalpha():
        return family.lower(), given.lower()
    return by_name(person)


def _key(column: Any) -> Any:
    return type_coerce(column, String)
