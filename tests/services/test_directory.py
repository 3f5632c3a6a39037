"""Adding, correcting and removing what the directory holds."""

from datetime import date

import pytest
from sqlalchemy import select

from gmp_desktop.domain.directory import Role
from gmp_desktop.domain.errors import NotFound, Refused
from gmp_desktop.domain.ops import Op
from gmp_desktop.domain.people import OrganisationKind
from gmp_desktop.services.meetings import Meetings
from gmp_desktop.store.keys import new_key
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import AgendaItemRow, PresenterRow
from tests.services.directory_world import TODAY, World, world_on


@pytest.fixture
def world(store: Store) -> World:
    return world_on(store)


def test_a_person_is_kept_as_written(world: World) -> None:
    ada = world.person("Vaitkus", "Rūta", honorific="Ms.", own_script="Ру́та", family_first=True)
    person = world.directory.person(ada).person
    assert (person.family, person.given, person.honorific) == ("Vaitkus", "Rūta", "Ms.")
    assert person.family_first


def test_a_person_without_a_name_is_refused(world: World) -> None:
    with pytest.raises(Refused, match="needs a given or a family name"):
        world.directory.add_person(honorific="Mr.", given="  ")
    ada = world.person("Lund")
    with pytest.raises(Refused):
        world.directory.edit_person(ada, family="\u202e ")
    assert world.directory.person(ada).person.family == "Lund"


def test_a_text_that_is_no_name_is_refused(world: World) -> None:
    with pytest.raises(Refused, match="at most 300"):
        world.person("a" * 100_000)
    assert world.directory.persons() == []


def test_hostile_names_are_kept_as_text(world: World) -> None:
    world.person("=1+1", "<b>Bo</b>\n\u202eevil")
    (line,) = world.directory.persons()
    assert line.person.family == "=1+1"
    assert line.person.given == "<b>Bo</b> evil"


def test_an_unknown_field_is_a_mistake_of_ours(world: World) -> None:
    with pytest.raises(TypeError):
        world.person("Lund", shoe_size="42")


def test_an_edit_that_changes_nothing_is_no_step(world: World) -> None:
    ada = world.person("Lund", "Solvej")
    world.directory.edit_person(ada, family=" Lund ")
    assert world.store.undo_name() == (Op.ADD_PERSON, "Solvej Lund")


def test_who_took_part_in_a_meeting_is_not_removed(world: World) -> None:
    ada = world.person("Lund", "Solvej")
    world.registers(ada, world.meeting("PAG-15"))
    with pytest.raises(Refused, match="Solvej Lund is registered for PAG-15"):
        world.directory.remove_persons([ada])
    assert world.names() == ["Lund"]


def test_removing_a_person_takes_the_appointments_and_undo_brings_them_back(world: World) -> None:
    ada = world.person("Lund")
    world.leads(ada, "WASTE")
    world.private(ada, email="lund@example.org")
    world.directory.remove_persons([ada])
    assert world.names() == []
    world.store.undo()
    assert [one.area for one in world.directory.person(ada).appointments] == ["WASTE"]


def test_a_presenter_who_is_removed_stays_by_name(world: World) -> None:
    ada, meeting = world.person("Lund", "Solvej"), world.meeting("PAG-15")
    with world.store.write(Op.ADD_AGENDA_ITEM) as session:
        item = AgendaItemRow(meeting_id=meeting)
        session.add_all([item, PresenterRow(agenda_item_id=item.id, person_id=ada)])
    world.directory.remove_persons([ada])
    with world.store.read() as session:
        presenter = session.scalars(select(PresenterRow)).one()
    assert (presenter.name, presenter.person_id) == ("Solvej Lund", None)


def test_an_organisation_needs_a_name_and_a_country_that_is_one(world: World) -> None:
    with pytest.raises(Refused, match="needs a name"):
        world.organisation(" ")
    with pytest.raises(Refused, match="no code of a country"):
        world.organisation("Clear Rivers Trust", country="Atlantis")
    trust = world.organisation("Clear Rivers Trust", country="DK", kind=OrganisationKind.NGO)
    with pytest.raises(Refused, match="old one was kept"):
        world.directory.edit_organisation(trust, name="")
    assert world.directory.organisation(trust).organisation.kind is OrganisationKind.NGO


def test_removing_an_organisation_empties_what_names_it(world: World) -> None:
    ada, trust, meeting = (
        world.person("Lund"),
        world.organisation("Clear Rivers Trust"),
        world.meeting("PAG-15"),
    )
    world.works(ada, trust, "Campaigner")
    world.registers(ada, meeting, organisation_id=trust)
    world.directory.join_area(trust, "WASTE")
    world.directory.remove_organisations([trust])
    (line,) = world.directory.persons()
    assert (line.organisation, line.function) == ("", "Campaigner")
    world.store.undo()
    (line,) = world.directory.persons()
    assert line.organisation == "Clear Rivers Trust"
    assert [one.area for one in world.directory.organisation(trust).partnerships] == ["WASTE"]


def test_an_overlap_is_told_and_kept(world: World) -> None:
    ada, bo = world.person("Lund"), world.person("Adjei")
    first = world.leads(ada, "WASTE", ends_on=date(2026, 6, 30))
    _, overlaps = world.directory.appoint(bo, Role.LEAD, area="WASTE", starts_on=date(2026, 6, 1))
    assert [one.id for one in overlaps] == [first]
    assert world.directory.edit_appointment(first, ends_on=date(2026, 5, 31)) == ()


def test_a_lead_leads_an_area_that_is_there(world: World) -> None:
    ada = world.person("Lund")
    with pytest.raises(Refused, match="leads an area"):
        world.directory.appoint(ada, Role.CO_LEAD)
    with pytest.raises(Refused, match="no Partnership area"):
        world.leads(ada, "SOAP")
    lead = world.leads(ada, "WASTE")
    with pytest.raises(Refused, match="leads an area"):
        world.directory.edit_appointment(lead, area="")
    with pytest.raises(NotFound):
        world.directory.appoint(ada, organisation_id=new_key())


def test_an_appointment_ends_on_its_last_day(world: World) -> None:
    ada = world.person("Lund")
    lead = world.leads(ada, "WASTE", starts_on=date(2026, 1, 1))
    world.directory.end_appointment(lead, date(2026, 4, 30))
    assert world.directory.person(ada).appointments[0].ends_on == date(2026, 4, 30)
    with pytest.raises(Refused, match="before the first"):
        world.directory.end_appointment(lead, date(2025, 12, 31))
    world.directory.remove_appointment(lead)
    assert world.directory.person(ada).appointments == ()


def test_an_organisation_joins_an_area_once(world: World) -> None:
    trust = world.organisation("Clear Rivers Trust")
    joined = world.directory.join_area(trust, "WASTE")
    assert world.directory.join_area(trust, "WASTE") == joined
    assert len(world.directory.organisation(trust).partnerships) == 1


def test_an_organisation_leaves_an_area_with_a_day_or_as_if_it_had_never_been(world: World) -> None:
    trust = world.organisation("Clear Rivers Trust")
    waste = world.directory.join_area(trust, "WASTE")
    world.directory.leave_area(waste, TODAY)
    assert world.directory.organisation(trust).partnerships[0].ends_on == TODAY
    again = world.directory.join_area(trust, "WASTE")
    assert again != waste
    world.directory.edit_partnership(again, starts_on=date(2026, 6, 1), ends_on=None)
    world.directory.leave_area(again)
    assert [one.id for one in world.directory.organisation(trust).partnerships] == [waste]


def test_search_folds_marks_and_word_order(world: World) -> None:
    ruta = world.person("Vaitkus", "Rūta")
    world.works(ruta, world.organisation("Łódź Lamp Works", short_name="LLW"))
    world.person("Souma", "Idris")
    people, bodies = world.directory.search("lodz ruta")
    assert [line.person.id for line in people] == [ruta]
    assert bodies == []
    assert [line.organisation.name for line in world.directory.search("llw")[1]] == ["Łódź Lamp Works"]


def test_merging_is_one_step(world: World) -> None:
    ada, twin = world.person("Lund", "Solvej"), world.person("Lund", "Solvej", honorific="Ms.")
    world.directory.merge_persons(ada, twin)
    assert [line.person.honorific for line in world.directory.persons()] == ["Ms."]
    world.store.undo()
    assert len(world.directory.persons()) == 2
    with pytest.raises(Refused, match="one entry already"):
        world.directory.merge_persons(ada, ada)


def test_those_told_apart_are_not_shown_again(world: World) -> None:
    ada, twin = world.person("Lund", "Solvej"), world.person("Solvej", "Lund")
    (pair,) = world.directory.duplicates()
    assert {pair.first, pair.second} == {ada, twin}
    world.directory.tell_apart(twin, ada)
    assert world.directory.duplicates() == []


def test_what_is_gone_says_so(world: World) -> None:
    for ask in (world.directory.person, world.directory.organisation, world.directory.remove_appointment):
        with pytest.raises(NotFound, match="not there any more"):
            ask(new_key())


def test_a_meeting_removed_frees_its_people(world: World) -> None:
    ada, meeting = world.person("Lund"), world.meeting("PAG-15")
    world.registers(ada, meeting)
    Meetings(world.store).remove(meeting)
    world.directory.remove_persons([ada])
    assert world.names() == []


def test_several_are_removed_in_one_step(world: World) -> None:
    several = [world.person(name) for name in ("Lund", "Adjei", "Souma")]
    assert world.directory.remove_persons(several[:2]) == "2 persons"
    assert world.directory.counts() == (1, 0)
    world.store.undo()
    assert world.directory.counts() == (3, 0)
