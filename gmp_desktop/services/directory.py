"""The directory of the Partnership: its people, organisations and areas, and who is what on which day."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from gmp_desktop.domain.directory import (
    LEADING,
    Appointment,
    AreaCard,
    OrganisationCard,
    OrganisationLine,
    Pair,
    PersonCard,
    PersonLine,
    Role,
    matching,
    overlapping,
    refuse_term,
    words_of_organisation,
    words_of_person,
)
from gmp_desktop.domain.errors import Refused
from gmp_desktop.domain.ops import Op
from gmp_desktop.domain.people import (
    Person,
    full_name,
)
from gmp_desktop.services import directory_cards as cards
from gmp_desktop.services import directory_duplicates
from gmp_desktop.services import directory_lists as lists
from gmp_desktop.services import directory_merging as merging
from gmp_desktop.services.directory_values import (
    appointment_row,
    appointment_values,
    organisation_row,
    organisation_values,
    partnership_row,
    person_row,
    person_values,
    refuse_nameless,
    refuse_unfit,
    refuse_unknown_area,
)
from gmp_desktop.services.participant_rows import person_of
from gmp_desktop.store.keys import new_key
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import (
    AppointmentRow,
    OrganisationRow,
    PartnershipRow,
    PersonRow,
    PresenterRow,
)


class Directory:
    """``today`` decides who is in office where nobody names a day."""

    def __init__(self, store: Store, today: Callable[[], date] = date.today) -> None:
        self._store = store
        self._today = today

    def persons(self, day: date | None = None) -> list[PersonLine]:
        """Everybody by name, with what they are on the day."""
        with self._store.read() as session:
            return lists.person_lines(session, day or self._today())

    def organisations(self, day: date | None = None) -> list[OrganisationLine]:
        with self._store.read() as session:
            return lists.organisation_lines(session, day or self._today())

    def counts(self) -> tuple[int, int]:
        """How many persons and organisations there are."""
        with self._store.read() as session:
            tables = (PersonRow, OrganisationRow)
            persons, organisations = (session.scalar(select(func.count(table.id))) or 0 for table in tables)
        return persons, organisations

    def areas(self, day: date | None = None) -> list[AreaCard]:
        """The areas with their leads and partners on the day."""
        with self._store.read() as session:
            return cards.area_cards(session, day or self._today())

    def person(self, person_id: UUID) -> PersonCard:
        with self._store.read() as session:
            return cards.person_card(session, person_row(session, person_id))

    def organisation(self, organisation_id: UUID, day: date | None = None) -> OrganisationCard:
        with self._store.read() as session:
            row = organisation_row(session, organisation_id)
            return cards.organisation_card(session, row, day or self._today())

    def search(self, text: str) -> tuple[list[PersonLine], list[OrganisationLine]]:
        """Who has every word of the text in name, organisation or function, whatever its case and accents."""
        persons, organisations = self.persons(), self.organisations()
        found = matching(text, map(words_of_person, persons))
        known = matching(text, map(words_of_organisation, organisations))
        return [persons[at] for at in found], [organisations[at] for at in known]

    def add_person(self, **fields: Any) -> UUID:
        values = person_values(fields)
        person = Person(new_key(), **values)
        refuse_nameless(person)
        with self._store.write(Op.ADD_PERSON, about=full_name(person)) as session:
            session.add(PersonRow(id=person.id, **values))
        return person.id

    def edit_person(self, person_id: UUID, **fields: Any) -> None:
        values = person_values(fields)
        before = self.person(person_id).person
        with self._store.write(Op.EDIT_PERSON, about=full_name(before)) as session:
            row = person_row(session, person_id)
            _set(row, values)
            refuse_nameless(person_of(row))

    def remove_persons(self, person_ids: Iterable[UUID]) -> str:
        """Refused for who took part in a meeting: its list of participants would lose a name. Gives their name."""
        people = [self.person(id) for id in person_ids]
        for card in people:
            if card.meetings:
                raise Refused(
                    f"{full_name(card.person)} is registered for {card.meetings[0].code} and stays in the directory. "
                    "Nothing was changed; remove the registration first, or end the appointments."
                )
        about = _all_of([full_name(card.person) for card in people], "persons")
        with self._store.write(Op.REMOVE_PERSON, about=about) as session:
            for card in people:
                _keep_name(session, card.person)
                session.delete(person_row(session, card.person.id))
        return about

    def add_organisation(self, **fields: Any) -> UUID:
        values = organisation_values(fields)
        if not values.get("name"):
            raise Refused("An organisation needs a name. Nothing was changed; write one.")
        with self._store.write(Op.ADD_ORGANISATION, about=values["name"]) as session:
            row = OrganisationRow(**values)
            session.add(row)
            return row.id

    def edit_organisation(self, organisation_id: UUID, **fields: Any) -> None:
        values = organisation_values(fields)
        if values.get("name") == "":
            raise Refused("An organisation needs a name. Its old one was kept.")
        name = self.organisation(organisation_id).organisation.name
        with self._store.write(Op.EDIT_ORGANISATION, about=name) as session:
            _set(organisation_row(session, organisation_id), values)

    def remove_organisations(self, organisation_ids: Iterable[UUID]) -> str:
        """Those who are affiliated to them stay, for nobody. Gives their name."""
        names = {id: self.organisation(id).organisation.name for id in organisation_ids}
        about = _all_of(list(names.values()), "organisations")
        with self._store.write(Op.REMOVE_ORGANISATION, about=about) as session:
            for id in names:
                session.delete(organisation_row(session, id))
        return about

    def appoint(
        self, person_id: UUID, role: Role = Role.AFFILIATION, **fields: Any
    ) -> tuple[UUID, tuple[Appointment, ...]]:
        """Gives the appointment, and those it overlaps: to be told, not refused."""
        values = appointment_values({**fields, "role": role})
        with self._store.write(Op.APPOINT, about=full_name(self.person(person_id).person)) as session:
            row = AppointmentRow(person_id=person_row(session, person_id).id, **values)
            refuse_unfit(session, row)
            session.add(row)
            session.flush()
            return row.id, _overlaps(session, row)

    def edit_appointment(self, appointment_id: UUID, **fields: Any) -> tuple[Appointment, ...]:
        """Gives the appointments it overlaps now."""
        values = appointment_values(fields)
        with self._store.write(Op.EDIT_APPOINTMENT, about=self._holder(appointment_id)) as session:
            row = appointment_row(session, appointment_id)
            _set(row, values)
            refuse_unfit(session, row)
            session.flush()
            return _overlaps(session, row)

    def end_appointment(self, appointment_id: UUID, on: date) -> None:
        """``on`` is its last day."""
        self.edit_appointment(appointment_id, ends_on=on)

    def remove_appointment(self, appointment_id: UUID) -> None:
        with self._store.write(Op.REMOVE_APPOINTMENT, about=self._holder(appointment_id)) as session:
            session.delete(appointment_row(session, appointment_id))

    def join_area(self, organisation_id: UUID, area: str, starts_on: date | None = None) -> UUID:
        """Make the organisation a partner in an area; one that is already a partner there stays what it is."""
        refuse_unknown_area(area)
        name = self.organisation(organisation_id).organisation.name
        with self._store.write(Op.EDIT_PARTNERSHIP, about=name) as session:
            for there in organisation_row(session, organisation_id).partnerships:
                if there.area == area and there.ends_on is None:
                    return there.id
            row = PartnershipRow(organisation_id=organisation_id, area=area, starts_on=starts_on)
            session.add(row)
            return row.id

    def edit_partnership(self, partnership_id: UUID, *, starts_on: date | None, ends_on: date | None) -> None:
        refuse_term(starts_on, ends_on)
        with self._store.write(Op.EDIT_PARTNERSHIP, about=self._partner(partnership_id)) as session:
            _set(partnership_row(session, partnership_id), {"starts_on": starts_on, "ends_on": ends_on})

    def leave_area(self, partnership_id: UUID, on: date | None = None) -> None:
        """Ends with the day given; without one it has never been."""
        with self._store.write(Op.EDIT_PARTNERSHIP, about=self._partner(partnership_id)) as session:
            row = partnership_row(session, partnership_id)
            if on is None:
                session.delete(row)
            else:
                refuse_term(row.starts_on, on)
                row.ends_on = on

    def merge_persons(self, kept: UUID, other: UUID) -> None:
        """They are the same: everything the other one did is now the kept one's. One step."""
        about = full_name(self.person(kept).person)
        with self._store.write(Op.MERGE_PERSONS, about=about) as session:
            _refuse_same(kept, other)
            merging.merge_persons(session, person_row(session, kept), person_row(session, other))

    def merge_organisations(self, kept: UUID, other: UUID) -> None:
        about = self.organisation(kept).organisation.name
        with self._store.write(Op.MERGE_ORGANISATIONS, about=about) as session:
            _refuse_same(kept, other)
            merging.merge_organisations(
                session, organisation_row(session, kept), organisation_row(session, other)
            )

    def duplicates(self) -> list[Pair]:
        """Pairs that may be one and the same, the likeliest first, without those said not to be."""
        return directory_duplicates.likely_pairs(
            self.persons(), self.organisations(), directory_duplicates.told_apart(self._store)
        )

    def tell_apart(self, first: UUID, second: UUID) -> None:
        """These two are not the same, whatever their names: not asked again on this computer."""
        directory_duplicates.tell_apart(self._store, first, second)

    def _holder(self, appointment_id: UUID) -> str:
        with self._store.read() as session:
            row = appointment_row(session, appointment_id)
            return full_name(person_of(person_row(session, row.person_id)))

    def _partner(self, partnership_id: UUID) -> str:
        with self._store.read() as session:
            row = partnership_row(session, partnership_id)
            return organisation_row(session, row.organisation_id).name


def _all_of(names: list[str], what: str) -> str:
    return names[0] if len(names) == 1 else f"{len(names)} {what}"


def _keep_name(session: Session, person: Person) -> None:
    """Who presents an item stays there by name."""
    for presenter in session.scalars(select(PresenterRow).where(PresenterRow.person_id == person.id)):
        presenter.name = presenter.name or full_name(person)


def _set(row: Any, values: dict[str, Any]) -> None:
    for name, value in values.items():
        if getattr(row, name) != value:
            setattr(row, name, value)


def _refuse_same(kept: UUID, other: UUID) -> None:
    if kept == other:
        raise Refused("These are one entry already. Nothing was changed.")


def _overlaps(session: Session, row: AppointmentRow) -> tuple[Appointment, ...]:
    alike = session.scalars(
        select(AppointmentRow).where(
            AppointmentRow.role == row.role,
            (AppointmentRow.person_id == row.person_id) | (AppointmentRow.area == row.area)
            if row.role in LEADING
            else AppointmentRow.person_id == row.person_id,
        )
    )
    return overlapping(cards.appointment_of(row), map(cards.appointment_of, alike))
