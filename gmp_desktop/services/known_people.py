"""Everybody of the directory as an import compares them: for whom and as what, here or wherever they are in office."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from gmp_desktop.domain.registration.candidates import Known
from gmp_desktop.services.participant_rows import organisations, participants, persons
from gmp_desktop.store.tables import AppointmentRow, ParticipantRow, PrivateDetailRow


def known_people(session: Session, meeting_id: UUID) -> list[Known]:
    bodies = {body.id: body.name for body in organisations(session)}
    place = {
        person: (bodies.get(body, "") if body else "", title)
        for person, body, title in session.execute(
            select(AppointmentRow.person_id, AppointmentRow.organisation_id, AppointmentRow.title)
            .where(AppointmentRow.organisation_id.is_not(None))
            .order_by(AppointmentRow.id)
        )
    }
    contact = {
        person: (email, phone)
        for person, email, phone in session.execute(
            select(PrivateDetailRow.person_id, PrivateDetailRow.email, PrivateDetailRow.phone).order_by(
                PrivateDetailRow.id.desc()
            )
        )
    }
    here = {}
    for one in participants(session, lambda told: told.where(ParticipantRow.meeting_id == meeting_id)):
        place[one.person.id] = (one.organisation.name if one.organisation else "", one.function)
        here[one.person.id] = one.id
    return [
        Known(
            person.id,
            person.honorific,
            person.given,
            person.family,
            person.family_first,
            person.own_script,
            *place.get(person.id, ("", "")),
            *contact.get(person.id, ("", "")),
            participant_id=here.get(person.id),
        )
        for person in persons(session)
    ]
