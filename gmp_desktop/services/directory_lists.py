"""The long lists of the directory: lean lines, read without making an object of every row."""

from collections import defaultdict
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, String, or_, select, type_coerce
from sqlalchemy.orm import Session

from gmp_desktop.domain.directory import (
    OrganisationLine,
    PersonLine,
)
from gmp_desktop.domain.people import Organisation, OrganisationKind, Person, by_name, sort_key
from gmp_desktop.store import reference
from gmp_desktop.store.tables import (
    AppointmentRow,
    OrganisationRow,
    PartnershipRow,
    PersonRow,
)

Key = str | UUID
"""A key as the database gives it out: making thousands of them into UUIDs takes longer than reading them."""


def person_of(row: PersonRow) -> Person:
    return Person(row.id, row.honorific, row.given, row.family, row.family_first, row.own_script)


def organisation_of(row: OrganisationRow) -> Organisation:
    return Organisation(row.id, row.name, row.short_name, kind_of(row.kind), row.country)


def kind_of(text: str) -> OrganisationKind:
    """A kind this version does not know is another one."""
    return OrganisationKind(text) if text in set(OrganisationKind) else OrganisationKind.OTHER


def person_lines(session: Session, day: date) -> list[PersonLine]:
    """Everybody, by name, with what they are on the day."""
    employed, areas = _in_office(session, day)
    organisations = {
        key: (name, country)
        for key, name, country in session.execute(
            select(_key(OrganisationRow.id), OrganisationRow.name, OrganisationRow.country)
        )
    }
    nowhere = ("", "")
    wanted = select(
        _key(PersonRow.id),
        PersonRow.honorific,
        PersonRow.given,
        PersonRow.family,
        PersonRow.family_first,
        PersonRow.own_script,
    )
    lines = []
    for key, *name in session.execute(wanted):
        person = Person(_id(key), *name)
        title, at = employed.get(key, ("", None))
        organisation, country = organisations.get(at, nowhere) if at else nowhere
        lines.append(PersonLine(person, organisation, title, country, tuple(areas.get(key, ()))))
    return sorted(lines, key=lambda line: by_name(line.person))


def organisation_lines(session: Session, day: date) -> list[OrganisationLine]:
    """All organisations, by name, with how many are affiliated to them on the day."""
    counts: dict[Key, int] = defaultdict(int)
    for _, at in _in_office(session, day)[0].values():
        if at:
            counts[at] += 1
    areas: dict[Key, list[str]] = defaultdict(list)
    partnerships = select(_key(PartnershipRow.organisation_id), PartnershipRow.area)
    for key, area in session.execute(partnerships.where(covers(PartnershipRow, day))):
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
            Organisation(_id(key), name, short, kind_of(kind), country), counts[key], _in_order(areas[key])
        )
        for key, name, short, kind, country in session.execute(wanted)
    ]
    return sorted(lines, key=lambda line: sort_key(line.organisation.name))


def _in_office(session: Session, day: date) -> tuple[dict[Key, tuple[str, Key | None]], dict[Key, list[str]]]:
    """Of each person the title and organisation of the latest affiliation, and the areas they serve."""
    employed: dict[Key, tuple[str, Key | None]] = {}
    areas: dict[Key, list[str]] = {}
    wanted = select(
        _key(AppointmentRow.person_id),
        AppointmentRow.role,
        AppointmentRow.title,
        AppointmentRow.area,
        _key(AppointmentRow.organisation_id),
    ).where(covers(AppointmentRow, day))
    for key, role, title, area, at in session.execute(
        wanted.order_by(AppointmentRow.starts_on.nulls_first(), AppointmentRow.id)
    ):
        if role == "affiliation":
            employed[key] = (title, at)
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


def _key(column: Any) -> Any:
    return type_coerce(column, String)


def _id(key: Key) -> UUID:
    return key if isinstance(key, UUID) else UUID(key)
