"""One entry with all that belongs to it."""

from datetime import date

import pytest

from gmp_desktop.domain.directory import Role
from gmp_desktop.domain.people import full_name
from gmp_desktop.store.store import Store
from tests.services.directory_world import World, world_on


@pytest.fixture
def world(store: Store) -> World:
    return world_on(store)


def test_a_card_tells_appointments_and_meetings(world: World) -> None:
    ada, trust = world.person("Lund"), world.organisation("Trust")
    world.works(ada, trust, "Clerk", starts_on=date(2020, 1, 1))
    world.leads(ada, "WASTE", starts_on=date(2024, 1, 1))
    world.registers(ada, world.meeting("PAG-15"), capacity="speaker")
    card = world.directory.person(ada)
    assert [one.role for one in card.appointments] == [Role.LEAD, Role.AFFILIATION]
    assert [one.name for one in card.organisations] == ["Trust"]
    assert [(one.code, one.capacity) for one in card.meetings] == [("PAG-15", "speaker")]


def test_an_organisation_lists_who_is_affiliated_now(world: World) -> None:
    trust = world.organisation("Trust")
    world.works(world.person("Zulu"), trust)
    world.works(world.person("Adjei"), trust)
    world.works(world.person("Lund"), trust, ends_on=date(2020, 1, 1))
    world.directory.join_area(trust, "WASTE")
    world.directory.join_area(trust, "ASGM")
    card = world.directory.organisation(trust)
    assert [person.family for person in card.people] == ["Adjei", "Zulu"]
    assert [one.area for one in card.partnerships] == ["ASGM", "WASTE"]


def test_an_area_shows_who_is_in_office_on_the_day(world: World) -> None:
    trust = world.organisation("Trust")
    old, new, beside = world.person("Lund"), world.person("Adjei"), world.person("Brandt")
    world.works(beside, trust)
    world.leads(beside, "WASTE", Role.CO_LEAD)
    world.leads(old, "WASTE", ends_on=date(2025, 12, 31))
    world.leads(new, "WASTE", starts_on=date(2026, 1, 1), organisation_id=trust)
    world.directory.join_area(trust, "WASTE")
    (waste,) = (card for card in world.directory.areas() if card.area.code == "WASTE")
    assert [full_name(holder.person) for holder in waste.leads] == ["Adjei", "Brandt"]
    assert [holder.organisation for holder in waste.leads] == ["Trust", "Trust"]
    assert [partner.organisation.name for partner in waste.partners] == ["Trust"]
    (waste,) = (card for card in world.directory.areas(date(2025, 1, 1)) if card.area.code == "WASTE")
    assert [holder.person.family for holder in waste.leads] == ["Lund", "Brandt"]


def test_all_eight_areas_are_there_before_anybody_leads_them(world: World) -> None:
    assert [card.leads for card in world.directory.areas()] == [()] * 8
