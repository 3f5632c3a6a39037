"""The participants of a meeting: registered, changed, numbered; the person and the organisation made where new."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from gmp_desktop.domain.errors import NotFound, Refused
from gmp_desktop.domain.likeness import alike_words
from gmp_desktop.domain.ops import Op
from gmp_desktop.domain.participants import (
    HIGHEST_BADGE,
    Attends,
    Capacity,
    Participant,
    PrivateDetails,
    badge_text,
    delegation_key,
    free_badges,
    in_printed_order,
    next_badge,
)
from gmp_desktop.domain.people import Organisation, OrganisationKind, Person, folded, full_name, words
from gmp_desktop.services import participant_rows, private_details
from gmp_desktop.services.meetings import row_of as meeting_row
from gmp_desktop.services.registering import (
    PERSON,
    Facts,
    change_person,
    known_person,
    name_of,
    organisation_row,
    person_row,
    tidied,
)
from gmp_desktop.store.keys import new_key
from gmp_desktop.store.reference import countries
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import (
    AppointmentRow,
    OrganisationRow,
    ParticipantRow,
    PrivateDetailRow,
)

MOST_ALIKE = 4

_FACTS = frozenset(
    {
        "capacity",
        "function",
        "division",
        "group",
        "area",
        "heads_delegation",
        "attends",
        "late",
        "badge",
        "printed",
    }
)
_PRIVATE = frozenset({"email", "phone", "address", "dietary", "access", "printable"})
_CHOICES = {"capacity": Capacity, "attends": Attends, "group": OrganisationKind}


class Participants:
    def __init__(self, store: Store) -> None:
        self._store = store

    def of_meeting(self, meeting_id: UUID) -> list[Participant]:
        """In the order they were registered."""
        with self._store.read() as session:
            return _of_meeting(session, meeting_id)

    def get(self, participant_id: UUID) -> Participant:
        with self._store.read() as session:
            return get(session, participant_id)

    def add(
        self,
        meeting_id: UUID,
        person: UUID | Facts,
        organisation: UUID | Facts | None = None,
        *,
        badge: int | None = None,
        private: Facts | None = None,
        **facts: Any,
    ) -> UUID:
        """Register somebody known or new, for an organisation known or new; the next free badge if none is given."""
        with self._store.write(Op.ADD_PARTICIPANT, about=self._called(person)) as session:
            row = add(session, meeting_id, person, organisation, badge=badge, **facts)
            if private:
                _change_private(session, row.person_id, private)
            return row.id

    def edit(
        self,
        participant_id: UUID,
        *,
        person: Facts | None = None,
        organisation: UUID | Facts | None = None,
        fold: str = "",
        **facts: Any,
    ) -> None:
        """Change what is given, in one step; an organisation without a name is none."""
        with self._store.write(Op.EDIT_PARTICIPANT, about=self._name(participant_id), fold=fold) as session:
            row = participant_row(session, participant_id)
            if person is not None:
                change_person(known_person(session, row.person_id), person)
            if organisation is not None:
                body = organisation_row(session, organisation)
                row.organisation_id = body.id if body else None
            session.flush()
            _change(session, row, facts)

    def edit_several(self, participant_ids: Iterable[UUID], **facts: Any) -> None:
        """The same facts for all of them, in one step."""
        ids = list(participant_ids)
        if facts.keys() & {"badge", "heads_delegation"}:
            raise Refused("A badge and the head of a delegation are one person's. Nothing was changed.")
        with self._store.write(Op.EDIT_PARTICIPANT, about=self._names(ids)) as session:
            for id in ids:
                _change(session, participant_row(session, id), facts)

    def remove(self, participant_ids: Iterable[UUID]) -> None:
        """From the meeting, with their ticks; the persons stay in the directory."""
        ids = list(participant_ids)
        with self._store.write(Op.REMOVE_PARTICIPANT, about=self._names(ids)) as session:
            for id in ids:
                session.delete(participant_row(session, id))

    def next_badge(self, meeting_id: UUID) -> int:
        with self._store.read() as session:
            return _next_badge(session, meeting_id)

    def give_badges(self, meeting_id: UUID) -> int:
        """Numbers for all who have none, in the order of the printed list; returns how many were given."""
        with self._store.read() as session:
            code = meeting_row(session, meeting_id).code
        with self._store.write(Op.GIVE_BADGES, about=code) as session:
            orders = {country.code: country.order for country in countries()}
            people = _of_meeting(session, meeting_id)
            without = [one for one in people if not one.badge]
            free = free_badges(one.badge for one in people)
            for one, number in zip(in_printed_order(without, orders), free, strict=False):
                participant_row(session, one.id).badge = number
            return len(without)

    def private(self, person_id: UUID) -> PrivateDetails:
        with self._store.read() as session:
            row = _private_row(session, person_id)
            return participant_rows.private_of(row) if row else PrivateDetails(person_id)

    def edit_private(self, person_id: UUID, **details: Any) -> None:
        """The step is called by the person: what it holds is nobody's business."""
        with self._store.read() as session:
            about = name_of(known_person(session, person_id))
        with self._store.write(Op.EDIT_PRIVATE, about=about) as session:
            _change_private(session, person_id, details)

    def erase_private(self, person_id: UUID) -> bool:
        """For good, whatever was ever kept: no undo brings it back. Whether there was anything.

        What other devices and older backups hold is not erased there.
        """
        with self._store.read() as session:
            known_person(session, person_id)
        return self._store.erase(person_id) is not None

    def similar(
        self, given: str, family: str, organisation: str = ""
    ) -> list[tuple[Person, Organisation | None]]:
        """Who in the directory is likely meant, with what they were last there for; the likeliest first."""
        own, last = words(given), words(family)
        if not own and not last:
            return []
        with self._store.read() as session:
            likely = [
                (likeness, person)
                for person in participant_rows.persons(session)
                if (likeness := alike_words(own, last, words(person.given), words(person.family)))
            ]
            likely.sort(key=lambda one: -one[0])
            told = [(likeness, person, _last_body(session, person.id)) for likeness, person in likely[:20]]
        wanted = folded(organisation)
        told.sort(key=lambda one: (-one[0], not (wanted and one[2] and folded(one[2].name) == wanted)))
        return [(person, body) for _, person, body in told[:MOST_ALIKE]]

    def organisations(self) -> list[Organisation]:
        """What somebody can be there for."""
        with self._store.read() as session:
            return participant_rows.organisations(session)

    def _called(self, person: UUID | Facts) -> str:
        if isinstance(person, UUID):
            with self._store.read() as session:
                return name_of(known_person(session, person))
        facts = tidied(person, PERSON, "person")
        return full_name(Person(new_key(), **facts))

    def _name(self, participant_id: UUID) -> str:
        return full_name(self.get(participant_id).person)

    def _names(self, ids: list[UUID]) -> str:
        return self._name(ids[0]) if len(ids) == 1 else f"{len(ids)} participants"


def get(session: Session, participant_id: UUID) -> Participant:
    found = participant_rows.participants(
        session, lambda told: told.where(ParticipantRow.id == participant_id)
    )
    if not found:
        raise _gone()
    return found[0]


def participant_row(session: Session, participant_id: UUID) -> ParticipantRow:
    row = session.get(ParticipantRow, participant_id)
    if row is None:
        raise _gone()
    return row


def add(
    session: Session,
    meeting_id: UUID,
    person: UUID | Facts,
    organisation: UUID | Facts | None = None,
    *,
    badge: int | None = None,
    **facts: Any,
) -> ParticipantRow:
    """The row of a new participant, within a step."""
    meeting_row(session, meeting_id)
    one, body = person_row(session, person), organisation_row(session, organisation)
    if isinstance(person, UUID) and _is_registered(session, meeting_id, person):
        raise Refused(f"{name_of(one)} is registered already. Nothing was changed.")
    row = ParticipantRow(
        id=new_key(),
        meeting_id=meeting_id,
        person_id=one.id,
        organisation_id=body.id if body else None,
        badge=0,
    )
    number = _next_badge(session, meeting_id) if badge is None else badge
    session.add(row)
    session.flush()
    _change(session, row, {**facts, "badge": number})
    return row


def _change(session: Session, row: ParticipantRow, facts: Facts) -> None:
    for name, fact in tidied(facts, _FACTS, "participant").items():
        kept = _checked(session, row, name, fact)
        if getattr(row, name) != kept:
            setattr(row, name, kept)
    if facts.get("heads_delegation"):
        session.flush()
        _only_head(session, row)


def _checked(session: Session, row: ParticipantRow, name: str, fact: Any) -> Any:
    if name == "group" and fact and row.organisation_id:
        body = session.get(OrganisationRow, row.organisation_id)
        fact = "" if body is not None and body.kind == fact else fact
    if name in _CHOICES:
        return _CHOICES[name](fact).value if fact else ""
    if name == "badge" and fact and fact != row.badge:
        return _free_badge(session, row, fact)
    return fact


def _free_badge(session: Session, row: ParticipantRow, badge: int) -> int:
    wearing = select(ParticipantRow.id).where(
        ParticipantRow.meeting_id == row.meeting_id,
        ParticipantRow.badge == _as_badge(badge),
        ParticipantRow.id != row.id,
    )
    wearer = session.scalars(wearing).first()
    if wearer is not None:
        raise Refused(
            f"Badge {badge_text(badge)} is {full_name(get(session, wearer).person)}’s. "
            "Nothing was changed; choose another number."
        )
    return badge


def _as_badge(number: int) -> int:
    if not 0 <= number <= HIGHEST_BADGE:
        raise Refused(
            f"A badge number is at most {HIGHEST_BADGE:,}. Nothing was changed; choose another one."
        )
    return number


def _only_head(session: Session, row: ParticipantRow) -> None:
    """A delegation has one head: whoever was it before is not any more."""
    own = delegation_key(get(session, row.id))
    heads = participant_rows.participants(
        session,
        lambda told: told.where(
            ParticipantRow.meeting_id == row.meeting_id, ParticipantRow.heads_delegation.is_(True)
        ),
    )
    for other in heads:
        if own is not None and other.id != row.id and delegation_key(other) == own:
            participant_row(session, other.id).heads_delegation = False


def _of_meeting(session: Session, meeting_id: UUID) -> list[Participant]:
    def wanted(told: Select[Any]) -> Select[Any]:
        return told.where(ParticipantRow.meeting_id == meeting_id)

    return participant_rows.participants(session, wanted)


def _next_badge(session: Session, meeting_id: UUID) -> int:
    return next_badge(
        session.scalars(select(ParticipantRow.badge).where(ParticipantRow.meeting_id == meeting_id))
    )


def _is_registered(session: Session, meeting_id: UUID, person_id: UUID) -> bool:
    told = select(ParticipantRow.id).where(
        ParticipantRow.meeting_id == meeting_id, ParticipantRow.person_id == person_id
    )
    return session.scalars(told).first() is not None


def _change_private(session: Session, person_id: UUID, details: Facts) -> None:
    row = _private_row(session, person_id)
    if row is None:
        row = PrivateDetailRow(id=new_key(), person_id=person_id)
        session.add(row)
    for name, detail in tidied(details, _PRIVATE, "person’s private details").items():
        if getattr(row, name) != detail:
            setattr(row, name, detail)


def _private_row(session: Session, person_id: UUID) -> PrivateDetailRow | None:
    return next(iter(private_details.rows_of(session, person_id)), None)


def _last_body(session: Session, person_id: UUID) -> Organisation | None:
    """What somebody was registered for last, or what the directory says they belong to."""
    for kept in (ParticipantRow, AppointmentRow):
        told = (
            select(OrganisationRow)
            .join(kept, kept.organisation_id == OrganisationRow.id)
            .where(kept.person_id == person_id)
            .order_by(kept.id.desc())
        )
        row = session.scalars(told).first()
        if row is not None:
            return participant_rows.organisation_of(row)
    return None


def _gone() -> NotFound:
    return NotFound("This participant is not registered any more. Undo may bring them back.")
