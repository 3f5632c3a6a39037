"""What may be kept in the directory, and the rows it is kept in; what may not is refused with a sentence."""

from dataclasses import fields as fields_of
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy.orm import Session

from gmp_desktop.domain.directory import LEADING, LONGEST_TITLE, Appointment, Role, refuse_term
from gmp_desktop.domain.errors import NotFound, Refused
from gmp_desktop.domain.people import (
    LONGEST_NAME,
    Organisation,
    OrganisationKind,
    Person,
    cleaned,
    full_name,
)
from gmp_desktop.store import reference
from gmp_desktop.store.tables import AppointmentRow, OrganisationRow, PartnershipRow, PersonRow

Row = TypeVar("Row")

_PERSON = {field.name for field in fields_of(Person)} - {"id"}
_ORGANISATION = {field.name for field in fields_of(Organisation)} - {"id"}
_APPOINTMENT = {field.name for field in fields_of(Appointment)} - {"id", "person_id"}


def person_row(session: Session, id: UUID) -> PersonRow:
    return _found(session.get(PersonRow, id), "This person")


def organisation_row(session: Session, id: UUID) -> OrganisationRow:
    return _found(session.get(OrganisationRow, id), "This organisation")


def appointment_row(session: Session, id: UUID) -> AppointmentRow:
    return _found(session.get(AppointmentRow, id), "This appointment")


def partnership_row(session: Session, id: UUID) -> PartnershipRow:
    return _found(session.get(PartnershipRow, id), "This partnership")


def _found(row: Row | None, what: str) -> Row:
    if row is None:
        raise NotFound(f"{what} is not there any more. Undo may bring it back.")
    return row


def person_values(fields: dict[str, Any]) -> dict[str, Any]:
    return _values("person", fields, _PERSON, LONGEST_NAME)


def organisation_values(fields: dict[str, Any]) -> dict[str, Any]:
    values = _values("organisation", fields, _ORGANISATION, LONGEST_NAME)
    if values.get("country") and reference.country(values["country"]) is None:
        raise Refused(f"“{values['country']}” is no code of a country, as BR. Nothing was changed.")
    if "kind" in values:
        values["kind"] = OrganisationKind(values["kind"]).value
    return values


def appointment_values(fields: dict[str, Any]) -> dict[str, Any]:
    values = _values("appointment", fields, _APPOINTMENT, LONGEST_TITLE)
    if values.get("area"):
        refuse_unknown_area(values["area"])
    if "role" in values:
        values["role"] = Role(values["role"]).value
    return values


def _values(what: str, fields: dict[str, Any], known: set[str], longest: int) -> dict[str, Any]:
    """The fields as they are kept: texts cleaned, none of them absurdly long."""
    if unknown := fields.keys() - known:
        raise TypeError(f"a {what} has no {', '.join(sorted(unknown))}")
    values = {name: cleaned(value) if isinstance(value, str) else value for name, value in fields.items()}
    if any(isinstance(value, str) and len(value) > longest for value in values.values()):
        raise Refused(
            f"A field here holds at most {longest:,} characters. Nothing was changed; shorten the text."
        )
    return values


def refuse_nameless(person: Person) -> None:
    if not full_name(person, honorific=False):
        raise Refused("A person needs a given or a family name. Nothing was changed; write one.")


def refuse_unknown_area(area: str) -> None:
    if reference.area(area) is None:
        raise Refused(f"There is no Partnership area {area}. Nothing was changed.")


def refuse_unfit(session: Session, row: AppointmentRow) -> None:
    refuse_term(row.starts_on, row.ends_on)
    if row.role in LEADING and not row.area:
        raise Refused("Who leads, leads an area. Nothing was changed; choose the area.")
    if row.organisation_id is not None:
        organisation_row(session, row.organisation_id)
