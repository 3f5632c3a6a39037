"""Writing what was decided about a list of people, within one step."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from gmp_desktop.domain.directory import Role
from gmp_desktop.domain.errors import NotFound
from gmp_desktop.domain.participants import Attends, Capacity, badge_text, body_key, free_badges
from gmp_desktop.domain.people import OrganisationKind, sort_key
from gmp_desktop.domain.registration.candidates import Candidate, Decision
from gmp_desktop.domain.registration.people_in import Registration
from gmp_desktop.store.collecting import drop
from gmp_desktop.store.keys import new_key
from gmp_desktop.store.reference import country_name, find_country
from gmp_desktop.store.tables import (
    AppointmentRow,
    OrganisationRow,
    ParticipantRow,
    PersonRow,
    PrivateDetailRow,
)

_PERSON = ("honorific", "given", "family", "own_script")
_PRIVATE = ("email", "phone", "address", "dietary", "access")
_FACTS = ("function", "division", "area")


class Taking:
    """What is here is read once; what comes is added at the end, in one go."""

    def __init__(self, session: Session, meeting_id: UUID) -> None:
        self.added = self.registered = 0
        self.changed = 0
        """Rows of people known before that are otherwise now."""
        self._session, self._meeting_id = session, meeting_id
        self._new: list[Any] = []
        self._here: dict[UUID, ParticipantRow] = {}
        self._badges: set[int] = set()
        self._waiting: list[ParticipantRow] = []
        self._heads: list[ParticipantRow] = []
        self._chosen_heads: set[UUID | str] = set()
        for row in session.scalars(select(ParticipantRow).where(ParticipantRow.meeting_id == meeting_id)):
            self._here[row.person_id] = row
            self._badges.add(row.badge)
            if row.heads_delegation and row.organisation_id:
                self._heads.append(row)
        self._bodies: dict[str, OrganisationRow] = {}
        self._bodies_here: dict[UUID, OrganisationRow] = {}
        for body in session.scalars(select(OrganisationRow).order_by(OrganisationRow.id)):
            self._bodies_here[body.id] = body
            for name in (body.name, body.short_name):
                if sort_key(name):
                    self._bodies.setdefault(sort_key(name), body)
        self._private: dict[UUID, PrivateDetailRow] | None = None
        self._persons: dict[UUID, PersonRow] | None = None

    def reason_against(self, candidate: Candidate, decision: Decision | None) -> str:
        """Why this cannot be taken, in a sentence."""
        badge = candidate.registration.badge
        own = (
            self._here.get(candidate.known.person_id)
            if candidate.known and decision is not Decision.NEW
            else None
        )
        if badge and badge in self._badges and (own is None or own.badge != badge):
            return f"Badge {badge_text(badge)} is somebody else’s."
        return ""

    def take(self, candidate: Candidate, decision: Decision) -> None:
        told = candidate.registration
        body = self._body(told)
        if decision is Decision.NEW or candidate.known is None:
            person_id = self._add_person(told, body)
        else:
            person_id = candidate.known.person_id
            person = self._known_person(person_id)
            if decision in (Decision.FILL, Decision.FILE):
                self._change_person(person, told, over=decision is Decision.FILE)
        self._register(person_id, told, body, decision)

    def finish(self) -> None:
        """Number those who came without a badge, and hand all that is new to the step."""
        for row, badge in zip(self._waiting, free_badges(self._badges), strict=False):
            row.badge = badge
        self._session.add_all(self._new)

    def drop(self) -> None:
        """The step is made; thousands of rows go part by part."""
        drop(self._here, self._bodies, self._bodies_here, self._private or {}, self._persons or {})
        drop(self._heads, self._waiting, self._new)

    def _body(self, told: Registration) -> OrganisationRow | None:
        """The organisation of that name, new if there is none; a government without a name is its country's.

        An organisation that is called as a country and of which no more is said is its government.
        """
        name = told.organisation
        if not name and told.kind == OrganisationKind.GOVERNMENT and told.country:
            name = country_name(told.country)
        if not name:
            return None
        body = self._bodies.get(sort_key(name) or name)
        if body is None:
            meant = None if told.kind else find_country(name)
            body = OrganisationRow(
                id=new_key(),
                name=name,
                short_name=told.short_name,
                kind=told.kind or (OrganisationKind.GOVERNMENT if meant else OrganisationKind.OTHER).value,
                country=told.country or (meant.code if meant else ""),
            )
            self._new.append(body)
            self._bodies[sort_key(name) or name] = body
            return body
        if told.kind and body.kind == OrganisationKind.OTHER:
            body.kind = told.kind
        _fill(body, {"short_name": told.short_name, "country": told.country})
        return body

    def _add_person(self, told: Registration, body: OrganisationRow | None) -> UUID:
        person = PersonRow(
            id=new_key(),
            honorific=told.honorific,
            given=told.given,
            family=told.family,
            family_first=told.family_first,
            own_script=told.own_script,
        )
        self.added += 1
        self._new.append(person)
        private = {name: getattr(told, name) for name in _PRIVATE if getattr(told, name)}
        if private:
            self._new.append(PrivateDetailRow(id=new_key(), person_id=person.id, **private))
        if body is not None:
            self._new.append(
                AppointmentRow(
                    id=new_key(),
                    person_id=person.id,
                    organisation_id=body.id,
                    role=Role.AFFILIATION.value,
                    title=told.function,
                    starts_on=_day(told.starts),
                    ends_on=_day(told.ends),
                )
            )
        return person.id

    def _known_person(self, person_id: UUID) -> PersonRow:
        if self._persons is None:
            self._persons = {row.id: row for row in self._session.scalars(select(PersonRow))}
        person = self._persons.get(person_id)
        if person is None:
            raise NotFound(
                "Somebody of this list was removed meanwhile. Nothing was changed; check the duplicates again."
            )
        return person

    def _change_person(self, person: PersonRow, told: Registration, *, over: bool) -> None:
        changed = _fill(
            person, {name: getattr(told, name) for name in _PERSON if not _has_name(person, name)}
        )
        private = {name: getattr(told, name) for name in _PRIVATE if getattr(told, name)}
        if private:
            row = self._private_of(person.id)
            changed = _fill(row, private, over=over) or changed
        self.changed += changed

    def _private_of(self, person_id: UUID) -> PrivateDetailRow:
        if self._private is None:
            rows = self._session.scalars(select(PrivateDetailRow).order_by(PrivateDetailRow.id.desc()))
            self._private = {row.person_id: row for row in rows}
        if person_id not in self._private:
            self._private[person_id] = row = PrivateDetailRow(
                id=new_key(), person_id=person_id, **dict.fromkeys(_PRIVATE, "")
            )
            self._new.append(row)
        return self._private[person_id]

    def _register(
        self, person_id: UUID, told: Registration, body: OrganisationRow | None, decision: Decision
    ) -> None:
        row = self._here.get(person_id)
        if row is None:
            row = self._here[person_id] = ParticipantRow(
                id=new_key(),
                meeting_id=self._meeting_id,
                person_id=person_id,
                organisation_id=body.id if body else None,
                capacity=told.capacity or Capacity.PARTNER.value,
                function=told.function,
                division=told.division,
                area=told.area,
                heads_delegation=False,
                attends=told.attends or Attends.ROOM.value,
                badge=told.badge,
            )
            self.registered += 1
            self._new.append(row)
            if not told.badge:
                self._waiting.append(row)
        elif decision in (Decision.FILL, Decision.FILE):
            facts = {name: getattr(told, name) for name in _FACTS}
            facts |= {"badge": told.badge, "organisation_id": body.id if body else None}
            self.changed += _fill(row, facts, over=decision is Decision.FILE)
        self._badges.add(told.badge)
        if told.heads and body is not None:
            self._let_head(row, body)

    def _let_head(self, row: ParticipantRow, body: OrganisationRow) -> None:
        """A delegation has one head: the first the list names; whoever was it before is not any more."""
        delegation = _delegation(body)
        if delegation in self._chosen_heads or row.organisation_id != body.id:
            return
        self._chosen_heads.add(delegation)
        for before in self._heads:
            its = self._bodies_here.get(before.organisation_id) if before.organisation_id else None
            if before is not row and its is not None and _delegation(its) == delegation:
                before.heads_delegation = False
        if not row.heads_delegation:
            row.heads_delegation = True


def _delegation(body: OrganisationRow) -> UUID | str:
    return body_key(body.id, body.kind, body.country)


def _fill(row: Any, told: dict[str, Any], *, over: bool = False) -> bool:
    """Set what is told and empty here, or ``over`` what differs; whether anything was set."""
    set_here = {name: fact for name, fact in told.items() if fact and not getattr(row, name)}
    if over:
        set_here |= {name: fact for name, fact in told.items() if fact and getattr(row, name) != fact}
    for name, fact in set_here.items():
        setattr(row, name, fact)
    return bool(set_here)


def _has_name(person: PersonRow, name: str) -> bool:
    """A person with one name gets no second half: which one is theirs only they can say."""
    return name in ("given", "family") and bool(person.given or person.family)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
