"""Who takes part in a meeting, for whom, and in which order they are listed."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from uuid import UUID

from gmp_desktop.domain.people import Organisation, OrganisationKind, Person, by_name, sort_key
from gmp_desktop.domain.values import value

NO_COUNTRIES: Mapping[str, str] = {}
HIGHEST_BADGE = 999_999


class Capacity(StrEnum):
    CO_CHAIR = "co-chair"
    LEAD = "lead"
    PARTNER = "partner"
    OBSERVER = "observer"
    SECRETARIAT = "secretariat"
    SPEAKER = "speaker"
    RAPPORTEUR = "rapporteur"
    REPRESENTATIVE = "representative"


class Attends(StrEnum):
    ROOM = "in the room"
    ONLINE = "online"


GROUPS = (
    OrganisationKind.GOVERNMENT,
    OrganisationKind.UNITED_NATIONS,
    OrganisationKind.IGO,
    OrganisationKind.NGO,
    OrganisationKind.INDUSTRY,
    OrganisationKind.ACADEMIA,
    OrganisationKind.OTHER,
    OrganisationKind.SECRETARIAT,
)
"""UN_STYLE 3.3: the order of the printed list."""

_SECTION = {
    OrganisationKind.UNITED_NATIONS: OrganisationKind.IGO,
    OrganisationKind.OTHER: OrganisationKind.ACADEMIA,
}
_RANK = {kind: rank for rank, kind in enumerate(GROUPS)}

SECTIONS = tuple(kind for kind in GROUPS if kind not in _SECTION)
"""What has a heading of its own: United Nations bodies come first among intergovernmental organizations, others
last among academia."""


@value
class Participant:
    """One person at one meeting. ``group`` is an organisation's kind that overrules the one of theirs.

    ``badge`` 0 is none yet. ``late`` is who was registered after the list closed.
    """

    id: UUID
    meeting_id: UUID
    person: Person
    organisation: Organisation | None = None
    capacity: Capacity = Capacity.PARTNER
    function: str = ""
    division: str = ""
    group: str = ""
    area: str = ""
    heads_delegation: bool = False
    attends: Attends = Attends.ROOM
    late: bool = False
    badge: int = 0
    printed: bool = True


@value
class PrivateDetails:
    """What is nobody else's business; ``printable`` allows contact lines in a list, never the needs."""

    person_id: UUID
    email: str = ""
    phone: str = ""
    address: str = ""
    dietary: str = ""
    access: str = ""
    printable: bool = False


def group_of(participant: Participant) -> OrganisationKind:
    """The group somebody is listed in: the one said, the secretariat for those who serve it, or their organisation's."""
    if participant.group:
        return OrganisationKind(participant.group)
    if participant.capacity is Capacity.SECRETARIAT:
        return OrganisationKind.SECRETARIAT
    return participant.organisation.kind if participant.organisation else OrganisationKind.OTHER


def section_of(participant: Participant) -> OrganisationKind:
    """The heading somebody is listed under, one of ``SECTIONS``."""
    group = group_of(participant)
    return _SECTION.get(group, group)


def delegation_of(participant: Participant, countries: Mapping[str, str] = NO_COUNTRIES) -> str:
    """For whom somebody is there: the country of a government, by its code in ``countries``, or an organisation."""
    organisation = participant.organisation
    if organisation is None:
        return ""
    if organisation.kind is OrganisationKind.GOVERNMENT and organisation.country in countries:
        return countries[organisation.country]
    return organisation.name


def delegation_key(participant: Participant) -> UUID | str | None:
    """What two people of one delegation have in common: ministries of one country are one delegation."""
    organisation = participant.organisation
    return body_key(organisation.id, organisation.kind, organisation.country) if organisation else None


def body_key(id: UUID, kind: str, country: str) -> UUID | str:
    """What stands for the delegation of an organisation: the country of a government, or the organisation itself."""
    return country if kind == OrganisationKind.GOVERNMENT and country else id


def in_printed_order(
    participants: Iterable[Participant],
    country_order: Mapping[str, str] = NO_COUNTRIES,
    *,
    as_given: bool = False,
) -> list[Participant]:
    """By group, then by delegation; its head first, the others by name, or ``as_given``.

    ``country_order`` tells what a country is ordered by, by its code (``order_en`` of countries.csv).
    """

    orders: dict[UUID | None, str] = {}

    def place(participant: Participant) -> tuple[int, str, bool, tuple[str, ...]]:
        body = participant.organisation.id if participant.organisation else None
        key = orders.get(body)
        if key is None:
            key = orders[body] = delegation_order(participant, country_order)
        name = () if as_given else by_name(participant.person)
        return _RANK[group_of(participant)], key, not participant.heads_delegation, name

    return sorted(participants, key=place)


def delegation_order(participant: Participant, country_order: Mapping[str, str] = NO_COUNTRIES) -> str:
    """What a delegation is ordered by within its group; those of nobody come last."""
    organisation = participant.organisation
    if organisation is None:
        return "\U0010ffff"
    if organisation.kind is OrganisationKind.GOVERNMENT and organisation.country in country_order:
        return country_order[organisation.country]
    return sort_key(organisation.name)


def next_badge(taken: Iterable[int]) -> int:
    """One above the highest: the number of somebody removed may still hang around a neck."""
    return next(free_badges(taken))


def free_badges(taken: Iterable[int]) -> Iterator[int]:
    """The numbers above the highest; where somebody wears the highest there is, those nobody wears."""
    worn = set(taken)
    yield from range(max(worn, default=0) + 1, HIGHEST_BADGE + 1)
    yield from (number for number in range(1, HIGHEST_BADGE) if number not in worn)


def badge_text(badge: int) -> str:
    """012; nothing where there is no badge yet."""
    return f"{badge:03}" if badge else ""
