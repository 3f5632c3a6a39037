"""Who is what in the Partnership, from when until when: appointments, areas and their partners."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from functools import lru_cache
from uuid import UUID

from gmp_desktop.domain.errors import Refused
from gmp_desktop.domain.participants import Capacity
from gmp_desktop.domain.people import Organisation, Person, folded
from gmp_desktop.domain.values import value

LONGEST_TITLE = 1_000


class Role(StrEnum):
    AFFILIATION = "affiliation"
    CO_CHAIR = "co-chair"
    LEAD = "lead"
    CO_LEAD = "co-lead"
    FOCAL_POINT = "focal point"
    MEMBER = "member"


LEADING = (Role.LEAD, Role.CO_LEAD)

SCOPE = {
    Role.AFFILIATION: ("title", "organisation_id"),
    Role.CO_CHAIR: ("body", "organisation_id"),
    Role.LEAD: ("area", "organisation_id"),
    Role.CO_LEAD: ("area", "organisation_id"),
    Role.FOCAL_POINT: ("title", "organisation_id", "area"),
    Role.MEMBER: ("title", "body", "area"),
}
"""What an appointment tells besides its term, by role."""


@value
class Area:
    """A Partnership area; ``articles`` are those of the Convention it mainly serves."""

    code: str
    name: str
    short_name: str
    articles: tuple[int, ...] = ()


@value
class Appointment:
    """What a person is: affiliated to an organisation with a title, officer of a body, lead of an area.

    Without ``starts_on`` it has been so as long as anybody knows, without ``ends_on`` it goes on.
    """

    id: UUID
    person_id: UUID
    role: Role = Role.AFFILIATION
    organisation_id: UUID | None = None
    title: str = ""
    body: str = ""
    area: str = ""
    starts_on: date | None = None
    ends_on: date | None = None


@value
class Partnership:
    """An organisation is a partner in an area."""

    id: UUID
    organisation_id: UUID
    area: str
    starts_on: date | None = None
    ends_on: date | None = None


@value
class PersonLine:
    """A person in a list: for whom, as what and where from on the day asked for."""

    person: Person
    organisation: str = ""
    function: str = ""
    country: str = ""
    areas: tuple[str, ...] = ()


@value
class OrganisationLine:
    organisation: Organisation
    persons: int = 0
    areas: tuple[str, ...] = ()


@value
class TookPart:
    """A meeting somebody was registered for."""

    meeting_id: UUID
    code: str
    title: str
    starts_on: date | None
    capacity: Capacity


@value
class PersonCard:
    """All there is to know of a person that is not private; ``organisations`` are those the appointments name."""

    person: Person
    appointments: tuple[Appointment, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    meetings: tuple[TookPart, ...] = ()


@value
class OrganisationCard:
    """``people`` are those affiliated on the day asked for."""

    organisation: Organisation
    partnerships: tuple[Partnership, ...] = ()
    people: tuple[Person, ...] = ()


@value
class Holder:
    """Who leads an area, for whom, and for which term."""

    person: Person
    appointment: Appointment
    organisation: str = ""


@value
class Partner:
    organisation: Organisation
    partnership: Partnership


@value
class AreaCard:
    """An area with those who lead it and those who are partners in it on the day asked for."""

    area: Area
    leads: tuple[Holder, ...] = ()
    partners: tuple[Partner, ...] = ()


@value
class Pair:
    """Two entries that may be the same person or organisation; ``likeness`` goes up to 100."""

    first: UUID
    second: UUID
    likeness: int


def in_office(term: Appointment | Partnership, day: date) -> bool:
    """Whether the term covers the day; its first and its last day belong to it."""
    return (term.starts_on is None or term.starts_on <= day) and (term.ends_on is None or day <= term.ends_on)


def refuse_term(starts_on: date | None, ends_on: date | None) -> None:
    """A term ends no earlier than it begins."""
    if starts_on and ends_on and ends_on < starts_on:
        raise Refused("The last day is before the first. Nothing was changed; correct one of the two.")


def overlapping(one: Appointment, others: Iterable[Appointment]) -> tuple[Appointment, ...]:
    """The appointments that cannot quite be true beside this one: worth a word, never a refusal.

    A person has one affiliation at a time and holds an office once; an area has one lead.
    """
    return tuple(
        other for other in others if other.id != one.id and _same_office(one, other) and _meet(one, other)
    )


def _same_office(one: Appointment, other: Appointment) -> bool:
    if one.role != other.role:
        return False
    if one.role is Role.LEAD and one.area == other.area:
        return True
    scope = one.role is Role.AFFILIATION or (one.body, one.area) == (other.body, other.area)
    return one.person_id == other.person_id and scope


def _meet(one: Appointment, other: Appointment) -> bool:
    first = max(one.starts_on or date.min, other.starts_on or date.min)
    last = min(one.ends_on or date.max, other.ends_on or date.max)
    return first <= last


def words_of_person(line: PersonLine) -> str:
    """What a person is found by, folded: name, organisation, function."""
    person = line.person
    name = f"{person.honorific} {person.given} {person.family} {person.own_script}"
    return f"{folded(name)} {_shared(line.organisation)} {_shared(line.function)}"


def words_of_organisation(line: OrganisationLine) -> str:
    return folded(f"{line.organisation.name} {line.organisation.short_name}")


@lru_cache(4_096)
def _shared(text: str) -> str:
    """Of what thousands have in common, folded once."""
    return folded(text)


def matching(wanted: str, texts: Iterable[str]) -> list[int]:
    """Which of the folded texts have every word of what is typed, each at any place."""
    words = folded(wanted).split()
    return [at for at, text in enumerate(texts) if all(word in text for word in words)]
