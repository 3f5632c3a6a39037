"""One entry of the directory with all that belongs to it: a person, an organisation, an area."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from gmp_desktop.domain.directory import (
    LEADING,
    Appointment,
    AreaCard,
    Holder,
    OrganisationCard,
    Partner,
    Partnership,
    PersonCard,
    Role,
    TookPart,
)
from gmp_desktop.domain.participants import Capacity
from gmp_desktop.domain.people import Organisation, Person, by_name, sort_key
from gmp_desktop.services.directory_lists import covers
from gmp_desktop.services.participant_rows import organisation_of, person_of
from gmp_desktop.store import reference
from gmp_desktop.store.tables import (
    AppointmentRow,
    MeetingRow,
    OrganisationRow,
    ParticipantRow,
    PartnershipRow,
    PersonRow,
)


def appointment_of(row: AppointmentRow) -> Appointment:
    role = Role(row.role) if row.role in set(Role) else Role.MEMBER
    return Appointment(
        row.id,
        row.person_id,
        role,
        row.organisation_id,
        row.title,
        row.body,
        row.area,
        row.starts_on,
        row.ends_on,
    )


def partnership_of(row: PartnershipRow) -> Partnership:
    return Partnership(row.id, row.organisation_id, row.area, row.starts_on, row.ends_on)


def person_card(session: Session, row: PersonRow) -> PersonCard:
    appointments = appointments_of(session, [row.id])
    ids = {one.organisation_id for one in appointments if one.organisation_id}
    meetings = session.execute(
        select(
            MeetingRow.id, MeetingRow.code, MeetingRow.title, MeetingRow.starts_on, ParticipantRow.capacity
        )
        .join(ParticipantRow, ParticipantRow.meeting_id == MeetingRow.id)
        .where(ParticipantRow.person_id == row.id)
    )
    took_part = sorted(
        (TookPart(id, code, title, day, _capacity(capacity)) for id, code, title, day, capacity in meetings),
        key=lambda one: one.starts_on or date.min,
        reverse=True,
    )
    return PersonCard(
        person_of(row), appointments, tuple(_organisations(session, ids).values()), tuple(took_part)
    )


def organisation_card(session: Session, row: OrganisationRow, day: date) -> OrganisationCard:
    partnerships = session.scalars(select(PartnershipRow).where(PartnershipRow.organisation_id == row.id))
    order = {area.code: at for at, area in enumerate(reference.areas())}
    people = session.scalars(
        select(PersonRow)
        .join(AppointmentRow, AppointmentRow.person_id == PersonRow.id)
        .where(
            AppointmentRow.organisation_id == row.id,
            AppointmentRow.role == Role.AFFILIATION.value,
            covers(AppointmentRow, day),
        )
        .distinct()
    )
    return OrganisationCard(
        organisation_of(row),
        tuple(sorted(map(partnership_of, partnerships), key=lambda one: order.get(one.area, len(order)))),
        tuple(sorted(map(person_of, people), key=by_name)),
    )


def area_cards(session: Session, day: date) -> list[AreaCard]:
    """The areas in their order, each with those in office and the partners of the day."""
    leading = AppointmentRow.role.in_([role.value for role in LEADING])
    terms = list(
        map(
            appointment_of,
            session.scalars(select(AppointmentRow).where(leading, covers(AppointmentRow, day))),
        )
    )
    joined = list(
        map(partnership_of, session.scalars(select(PartnershipRow).where(covers(PartnershipRow, day))))
    )
    people = _persons(session, {one.person_id for one in terms})
    organisations = _organisations(
        session,
        {one.organisation_id for one in terms if one.organisation_id}
        | {one.organisation_id for one in joined},
    )
    employed = _employers(session, [one.person_id for one in terms if not one.organisation_id], day)
    cards = []
    for area in reference.areas():
        leads = [
            Holder(people[one.person_id], one, _named(organisations, one) or employed.get(one.person_id, ""))
            for one in terms
            if one.area == area.code
        ]
        partners = [
            Partner(organisations[one.organisation_id], one) for one in joined if one.area == area.code
        ]
        leads.sort(key=lambda holder: (LEADING.index(holder.appointment.role), by_name(holder.person)))
        partners.sort(key=lambda partner: sort_key(partner.organisation.name))
        cards.append(AreaCard(area, tuple(leads), tuple(partners)))
    return cards


def appointments_of(session: Session, persons: Iterable[UUID]) -> tuple[Appointment, ...]:
    """The latest first; those that began nobody knows when last."""
    rows = session.scalars(select(AppointmentRow).where(AppointmentRow.person_id.in_(list(persons))))
    return tuple(
        sorted(map(appointment_of, rows), key=lambda one: (one.starts_on or date.min, one.id), reverse=True)
    )


def _employers(session: Session, persons: list[UUID], day: date) -> dict[UUID, str]:
    """For whom those work who hold an office on nobody's behalf."""
    wanted = (
        select(AppointmentRow.person_id, OrganisationRow.name)
        .join(OrganisationRow, AppointmentRow.organisation_id == OrganisationRow.id)
        .where(
            AppointmentRow.person_id.in_(persons),
            AppointmentRow.role == Role.AFFILIATION.value,
            covers(AppointmentRow, day),
        )
        .order_by(AppointmentRow.starts_on.nulls_first(), AppointmentRow.id)
    )
    return dict(session.execute(wanted).all())


def _capacity(text: str) -> Capacity:
    return Capacity(text) if text in set(Capacity) else Capacity.PARTNER


def _persons(session: Session, ids: Iterable[UUID]) -> dict[UUID, Person]:
    rows = session.scalars(select(PersonRow).where(PersonRow.id.in_(list(ids))))
    return {row.id: person_of(row) for row in rows}


def _organisations(session: Session, ids: Iterable[UUID]) -> dict[UUID, Organisation]:
    rows = session.scalars(select(OrganisationRow).where(OrganisationRow.id.in_(list(ids))))
    return {row.id: organisation_of(row) for row in rows}


def _named(organisations: dict[UUID, Organisation], one: Appointment) -> str:
    return organisations[one.organisation_id].name if one.organisation_id else ""
