"""Two entries become one, and undo makes them two again."""

from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import func, select

from gmp_desktop.domain.ops import Op
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import ParticipantRow, PresenceRow, PrivateDetailRow, SittingRow
from tests.services.directory_world import World, world_on


@pytest.fixture
def world(store: Store) -> World:
    return world_on(store)


def everything(world: World) -> list[object]:
    directory = world.directory
    people = [directory.person(line.person.id) for line in directory.persons()]
    bodies = [directory.organisation(line.organisation.id) for line in directory.organisations()]
    return [*people, *bodies]


def sits(world: World, meeting: UUID) -> UUID:
    with world.store.write(Op.IMPORT) as session:
        row = SittingRow(meeting_id=meeting)
        session.add(row)
        return row.id


def comes(world: World, participant: UUID, sitting: UUID) -> None:
    with world.store.write(Op.IMPORT) as session:
        session.add(PresenceRow(participant_id=participant, sitting_id=sitting))


def test_what_the_other_was_is_what_the_kept_one_was(world: World) -> None:
    ada, twin, trust = world.person("Lund", "Solvej"), world.person("Lund", "S."), world.organisation("Trust")
    world.works(twin, trust, "Campaigner")
    world.registers(twin, world.meeting("PAG-14"))
    before = everything(world)
    world.directory.merge_persons(ada, twin)
    card = world.directory.person(ada)
    assert card.person.given == "Solvej"
    assert [one.title for one in card.appointments] == ["Campaigner"]
    assert [one.code for one in card.meetings] == ["PAG-14"]
    assert world.names() == ["Lund"]
    world.store.undo()
    assert everything(world) == before
    assert world.store.verify() == []


def test_an_appointment_both_had_is_had_once(world: World) -> None:
    ada, twin, trust = world.person("Lund"), world.person("Lund"), world.organisation("Trust")
    for person in (ada, twin):
        world.works(person, trust, "Campaigner")
    world.works(twin, trust, "Treasurer", ends_on=date(2020, 1, 1))
    world.directory.merge_persons(ada, twin)
    assert sorted(one.title for one in world.directory.person(ada).appointments) == [
        "Campaigner",
        "Treasurer",
    ]


def test_a_meeting_both_were_at_has_them_once_and_present_wherever_either_was(world: World) -> None:
    ada, twin, meeting = world.person("Lund"), world.person("Lund"), world.meeting("PAG-15")
    morning, noon = sits(world, meeting), sits(world, meeting)
    first, second = world.registers(ada, meeting), world.registers(twin, meeting, badge=12, function="Clerk")
    comes(world, first, morning)
    comes(world, second, morning)
    comes(world, second, noon)
    world.directory.merge_persons(ada, twin)
    with world.store.read() as session:
        row = session.scalars(select(ParticipantRow)).one()
        assert (row.id, row.badge, row.function) == (first, 12, "Clerk")
        assert set(session.scalars(select(PresenceRow.sitting_id))) == {morning, noon}
        assert session.scalar(select(func.count()).select_from(PresenceRow)) == 2
    world.store.undo()
    with world.store.read() as session:
        assert session.scalar(select(func.count()).select_from(PresenceRow)) == 3
        assert session.scalar(select(func.count()).select_from(ParticipantRow)) == 2


def test_private_details_fill_each_other(world: World) -> None:
    ada, twin = world.person("Lund"), world.person("Lund")
    world.private(twin, email="other@example.org", phone="123")
    world.private(ada, email="lund@example.org")
    before = [world.details(person) for person in (ada, twin)]
    world.directory.merge_persons(ada, twin)
    joined = world.details(ada)
    assert (joined.email, joined.phone) == ("lund@example.org", "123")
    world.store.undo()
    assert [world.details(person) for person in (ada, twin)] == before
    assert world.store.verify() == []


@pytest.mark.parametrize("agreed", [True, False])
@pytest.mark.parametrize("kept", [0, 1])
def test_contact_is_printed_of_two_only_if_both_agreed(world: World, agreed: bool, kept: int) -> None:
    people = world.person("Lund"), world.person("Lund")
    world.private(people[0], email="lund@example.org", printable=True)
    world.private(people[1], phone="123", printable=agreed)
    ada, twin = people[kept], people[1 - kept]
    world.directory.merge_persons(ada, twin)
    assert world.details(ada).printable is agreed


def test_nothing_private_is_left_of_a_merged_person_who_is_erased(world: World) -> None:
    ada, twin = world.person("Lund"), world.person("Lund")
    world.private(ada, email="lund@example.org")
    world.private(twin, email="other@example.org")
    with world.store.read() as session:
        rows = list(session.scalars(select(PrivateDetailRow.id)))
    world.directory.merge_persons(ada, twin)
    world.store.erase(ada)
    world.store.undo()
    assert world.store.sealed(rows) == []


def test_a_merge_taken_back_is_no_reason_to_erase_the_other(world: World) -> None:
    ada, twin = world.person("Lund"), world.person("Lund")
    world.private(twin, email="other@example.org")
    world.directory.merge_persons(ada, twin)
    world.store.undo()
    world.store.erase(ada)
    assert world.details(twin).email == "other@example.org"
    assert world.store.verify() == []


def test_private_details_go_with_who_had_none(world: World) -> None:
    ada, twin = world.person("Lund"), world.person("Lund")
    world.private(twin, phone="123")
    world.directory.merge_persons(ada, twin)
    with world.store.read() as session:
        assert session.scalars(select(PrivateDetailRow)).one().person_id == ada


def test_organisations_take_over_people_and_areas(world: World) -> None:
    trust, twin, ada = (
        world.organisation("Clear Rivers Trust"),
        world.organisation("CRT", country="DK"),
        world.person("L"),
    )
    world.works(ada, twin)
    participant = world.registers(ada, world.meeting("PAG-15"), organisation_id=twin)
    for body, area in ((trust, "WASTE"), (twin, "WASTE"), (twin, "ASGM")):
        world.directory.join_area(body, area)
    before = everything(world)
    world.directory.merge_organisations(trust, twin)
    card = world.directory.organisation(trust)
    assert card.organisation.country == "DK"
    assert [one.area for one in card.partnerships] == ["ASGM", "WASTE"]
    assert [person.id for person in card.people] == [ada]
    with world.store.read() as session:
        assert session.get_one(ParticipantRow, participant).organisation_id == trust
    world.store.undo()
    assert everything(world) == before
