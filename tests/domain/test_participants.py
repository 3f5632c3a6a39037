from itertools import islice
from typing import Any

from gmp_desktop.domain.participants import (
    HIGHEST_BADGE,
    Capacity,
    Participant,
    badge_text,
    delegation_key,
    delegation_of,
    free_badges,
    group_of,
    in_printed_order,
    next_badge,
    section_of,
)
from gmp_desktop.domain.people import Organisation, OrganisationKind, Person
from gmp_desktop.store.keys import new_key

MEETING = new_key()
COUNTRIES = {"BR": "Brazil", "CI": "Côte d’Ivoire", "CL": "Chile"}
ORDER = {"BR": "brazil", "CI": "cote divoire", "CL": "chile"}


def body(name: str, kind: OrganisationKind, country: str = "") -> Organisation:
    return Organisation(new_key(), name, "", kind, country)


def one(family: str, organisation: Organisation | None = None, **facts: Any) -> Participant:
    return Participant(new_key(), MEETING, Person(new_key(), "", "A.", family), organisation, **facts)


def families(people: list[Participant]) -> list[str]:
    return [participant.person.family for participant in people]


def test_groups_stand_in_the_order_of_the_printed_list() -> None:
    people = [
        one("Secretary", body("Office", OrganisationKind.UNITED_NATIONS), capacity=Capacity.SECRETARIAT),
        one("Other"),
        one("Scholar", body("Institute", OrganisationKind.ACADEMIA)),
        one("Maker", body("Works", OrganisationKind.INDUSTRY)),
        one("Campaigner", body("Trust", OrganisationKind.NGO)),
        one("Commissioner", body("Basin Commission", OrganisationKind.IGO)),
        one("Officer", body("Zonal Office", OrganisationKind.UNITED_NATIONS)),
        one("Delegate", body("Brazil", OrganisationKind.GOVERNMENT, "BR")),
    ]

    assert families(in_printed_order(people)) == [
        *("Delegate", "Officer", "Commissioner", "Campaigner", "Maker", "Scholar", "Other", "Secretary")
    ]
    assert section_of(people[6]) is OrganisationKind.IGO
    assert section_of(people[1]) is OrganisationKind.ACADEMIA


def test_governments_stand_by_country_and_the_head_of_a_delegation_first() -> None:
    ministry, council = (body(name, OrganisationKind.GOVERNMENT, "CI") for name in ("Ministry", "Council"))
    people = [
        one("Zongo", ministry),
        one("Abel", council),
        one("Konan", ministry, heads_delegation=True),
        one("Rojas", body("Ministry", OrganisationKind.GOVERNMENT, "CL")),
        one("Sotelo", body("Ministry", OrganisationKind.GOVERNMENT, "BR")),
    ]

    assert families(in_printed_order(people, ORDER)) == ["Sotelo", "Rojas", "Konan", "Abel", "Zongo"]
    assert families(in_printed_order(people, ORDER, as_given=True))[2:] == ["Konan", "Zongo", "Abel"]
    assert delegation_of(people[0], COUNTRIES) == "Côte d’Ivoire"
    assert delegation_key(people[0]) == delegation_key(people[1])


def test_only_governments_of_a_country_are_one_delegation() -> None:
    trusts = [one(name, body(name, OrganisationKind.NGO, "BR")) for name in ("Trust", "League")]
    ministry = one("Delegate", body("Ministry", OrganisationKind.GOVERNMENT, "BR"))
    assert len({delegation_key(person) for person in (*trusts, ministry)}) == 3
    assert delegation_key(one("Nobody’s")) is None


def test_a_group_that_was_said_overrules() -> None:
    expert = one("Expert", body("Ministry", OrganisationKind.GOVERNMENT, "BR"), group="academia")
    assert group_of(expert) is OrganisationKind.ACADEMIA
    assert delegation_of(one("Nobody’s")) == ""


def test_badges_go_up_and_are_never_given_twice() -> None:
    assert next_badge([]) == 1
    assert next_badge([3, 12, 0]) == 13
    assert (badge_text(12), badge_text(1200), badge_text(0)) == ("012", "1200", "")


def test_where_the_highest_badge_is_worn_those_nobody_wears_are_given() -> None:
    assert next_badge([HIGHEST_BADGE]) == 1
    assert list(islice(free_badges([1, 3, HIGHEST_BADGE - 1]), 3)) == [HIGHEST_BADGE, 2, 4]
