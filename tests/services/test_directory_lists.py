"""Lean lines: who is what on a day."""

from datetime import date

import pytest

from gmp_desktop.domain.ops import Op
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import OrganisationRow
from tests.services.directory_world import World, world_on


@pytest.fixture
def world(store: Store) -> World:
    return world_on(store)


def test_a_line_tells_for_whom_a_person_works_on_the_day(world: World) -> None:
    ada = world.person("Lund")
    mill = world.organisation("Mill", country="DK")
    trust = world.organisation("Clear Rivers Trust", country="BR")
    world.works(ada, mill, "Engineer", ends_on=date(2025, 12, 31))
    world.works(ada, trust, "Campaigner", starts_on=date(2026, 1, 1))
    (now,) = world.directory.persons()
    (then,) = world.directory.persons(date(2025, 6, 1))
    assert (now.organisation, now.function, now.country) == ("Clear Rivers Trust", "Campaigner", "BR")
    assert (then.organisation, then.function, then.country) == ("Mill", "Engineer", "DK")


def test_of_two_affiliations_the_later_one_counts(world: World) -> None:
    ada, mill, trust = world.person("Lund"), world.organisation("Mill"), world.organisation("Trust")
    world.works(ada, trust, starts_on=date(2026, 1, 1))
    world.works(ada, mill)
    assert world.directory.persons()[0].organisation == "Trust"
    assert [(line.organisation.name, line.persons) for line in world.directory.organisations()] == [
        ("Mill", 0),
        ("Trust", 1),
    ]


def test_persons_stand_in_the_order_of_their_names(world: World) -> None:
    for family in ("Zulu", "Ångström", "al-Amin", "Świt"):
        world.person(family)
    assert world.names() == ["al-Amin", "Ångström", "Świt", "Zulu"]


def test_areas_are_those_served_and_joined_on_the_day(world: World) -> None:
    ada, trust = world.person("Lund"), world.organisation("Trust")
    world.leads(ada, "WASTE")
    world.leads(ada, "ASGM", ends_on=date(2020, 1, 1))
    for area in ("WASTE", "ASGM"):
        world.directory.join_area(trust, area)
    assert world.directory.persons()[0].areas == ("WASTE",)
    assert world.directory.organisations()[0].areas == ("ASGM", "WASTE")


def test_a_kind_of_the_future_is_another_one(world: World) -> None:
    guild = world.organisation("Guild of Millers")
    with world.store.write(Op.IMPORT) as session:
        session.get_one(OrganisationRow, guild).kind = "guild"
    assert world.directory.organisations()[0].organisation.kind == "other"
