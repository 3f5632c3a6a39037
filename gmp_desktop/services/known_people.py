"""Everybody of the directory as an import compares them: for whom and as what, here or wherever they are in office."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import Integer, Select, String, select, type_coerce
from sqlalchemy.orm import Session

from gmp_desktop.domain.registration.candidates import Known
from gmp_desktop.services.participant_rows import as_key
from gmp_desktop.store.collecting import in_turns, uncollected
from gmp_desktop.store.tables import (
    AppointmentRow,
    OrganisationRow,
    ParticipantRow,
    PersonRow,
    PrivateDetailRow,
)


def known_people(session: Session, meeting_id: UUID) -> list[Known]:
    with uncollected():
        return _known_people(session, meeting_id)


def _known_people(session: Session, meeting_id: UUID) -> list[Known]:
    """Keys are left as the driver gives them: there are several of each person, and one is needed."""
    connection = session.connection()

    def found(wanted: Select[Any]) -> Iterator[Any]:
        return in_turns(connection.execute(wanted))

    employed, private, here = AppointmentRow, PrivateDetailRow, ParticipantRow
    bodies: dict[Any, str] = dict(found(select(_key(OrganisationRow.id), OrganisationRow.name)))
    place = {
        person: (bodies.get(body, ""), title)
        for person, body, title in found(
            select(_key(employed.person_id), _key(employed.organisation_id), employed.title)
            .where(employed.organisation_id.is_not(None))
            .order_by(employed.id)
        )
    }
    contact = {
        person: (email, phone)
        for person, email, phone in found(
            select(_key(private.person_id), private.email, private.phone).order_by(private.id.desc())
        )
    }
    registered = {}
    for id, person, body, function in found(
        select(_key(here.id), _key(here.person_id), _key(here.organisation_id), here.function)
        .where(here.meeting_id == meeting_id)
        .order_by(here.id)
    ):
        place[person] = (bodies.get(body, ""), function)
        registered[person] = as_key(id)
    one, nothing = PersonRow, ("", "")
    return [
        Known(
            as_key(person),
            honorific,
            given,
            family,
            bool(first),
            own,
            *place.get(person, nothing),
            *contact.get(person, nothing),
            participant_id=registered.get(person),
        )
        for person, honorific, given, family, first, own in found(
            select(
                *(_key(one.id), one.honorific, one.given, one.family),
                *(type_coerce(one.family_first, Integer), one.own_script),
            ).order_by(one.id)
        )
    ]


def _key(column: Any) -> Any:
    return type_coerce(column, String)
