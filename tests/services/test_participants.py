import json
from uuid import UUID

import pytest

from gmp_desktop.domain.errors import NotFound, Refused
from gmp_desktop.domain.ops import Op
from gmp_desktop.domain.participants import Attends, Capacity, Participant
from gmp_desktop.domain.people import OrganisationKind, full_name
from gmp_desktop.services.meetings import Meetings
from gmp_desktop.services.participants import Participants
from gmp_desktop.store.keys import new_key
from gmp_desktop.store.store import Store

LUND = {"honorific": "Ms.", "given": "Solvej", "family": "Lund"}
TAVARES = {"honorific": "Mr.", "given": "Paulo", "family": "Tavares"}


@pytest.fixture
def people(store: Store) -> Participants:
    return Participants(store)


@pytest.fixture
def meeting(store: Store) -> UUID:
    return Meetings(store).add("PAG-16")


def only(people: Participants, meeting: UUID) -> Participant:
    (one,) = people.of_meeting(meeting)
    return one


def test_a_new_person_of_a_new_organisation_is_one_step(
    people: Participants, meeting: UUID, store: Store
) -> None:
    id = people.add(
        meeting,
        LUND,
        {"name": "Clear Rivers Trust", "kind": "non-governmental"},
        function="Campaigner",
        area="WASTE",
    )

    one = only(people, meeting)
    assert one == people.get(id)
    assert (full_name(one.person), one.function, one.area, one.badge) == (
        "Ms. Solvej Lund",
        "Campaigner",
        "WASTE",
        1,
    )
    assert one.organisation is not None
    assert one.organisation.kind is OrganisationKind.NGO
    assert store.undo_name() == (Op.ADD_PARTICIPANT, "Ms. Solvej Lund")
    store.undo()
    assert people.of_meeting(meeting) == []
    assert people.organisations() == []
    assert people.similar("Solvej", "Lund") == []


def test_an_organisation_is_known_by_its_name_whatever_capitals_and_accents(
    people: Participants, meeting: UUID
) -> None:
    people.add(meeting, LUND, {"name": "Société des Eaux", "short_name": "SDE"})
    people.add(meeting, TAVARES, {"name": " societe  DES eaux "})
    people.add(meeting, {"family": "Keller"}, {"name": "sde"})

    assert [body.name for body in people.organisations()] == ["Société des Eaux"]


def test_a_country_is_a_government(people: Participants, meeting: UUID) -> None:
    people.add(meeting, TAVARES, {"name": "Brazil"})
    people.add(meeting, LUND, {"name": "Georgia", "kind": OrganisationKind.NGO})

    bodies = {body.name: (body.kind, body.country) for body in people.organisations()}
    assert bodies == {"Brazil": (OrganisationKind.GOVERNMENT, "BR"), "Georgia": (OrganisationKind.NGO, "")}


def test_somebody_of_the_directory_is_registered_once(people: Participants, meeting: UUID) -> None:
    person = people.get(people.add(meeting, LUND)).person.id
    with pytest.raises(Refused, match=r"Ms\. Solvej Lund is registered already"):
        people.add(meeting, person)
    with pytest.raises(NotFound):
        people.add(meeting, new_key())
    with pytest.raises(NotFound):
        people.add(new_key(), LUND)


@pytest.mark.parametrize("person", [{}, {"honorific": "Ms."}, {"family": " \u202e "}, {"family": "x" * 301}])
def test_who_has_no_name_is_not_registered(
    people: Participants, meeting: UUID, person: dict[str, str]
) -> None:
    with pytest.raises(Refused, match="Nothing was changed"):
        people.add(meeting, person)
    assert people.of_meeting(meeting) == []


def test_hostile_text_is_kept_as_text(people: Participants, meeting: UUID) -> None:
    people.add(meeting, {"family": "=1+1 \u202e<b>"}, {"name": "<i>\x00"}, function="a\nb")
    one = only(people, meeting)
    assert (one.person.family, one.function) == ("=1+1 <b>", "a b")


def test_edits_change_what_is_given_in_one_step(people: Participants, meeting: UUID, store: Store) -> None:
    id = people.add(meeting, LUND, {"name": "Clear Rivers Trust"})

    people.edit(
        id,
        person={"given": "Solveig"},
        organisation={"name": "Basin Commission"},
        capacity=Capacity.LEAD,
        late=True,
    )

    one = people.get(id)
    assert (one.person.given, one.capacity, one.late) == ("Solveig", Capacity.LEAD, True)
    assert one.organisation is not None
    assert one.organisation.name == "Basin Commission"
    store.undo()
    assert people.get(id).person.given == "Solvej"
    people.edit(id, organisation={"name": ""})
    assert people.get(id).organisation is None


def test_a_fact_nobody_knows_is_a_mistake_of_ours(people: Participants, meeting: UUID) -> None:
    id = people.add(meeting, LUND)
    with pytest.raises(TypeError):
        people.edit(id, colour="red")


def test_several_are_edited_and_removed_together(people: Participants, meeting: UUID, store: Store) -> None:
    ids = [people.add(meeting, {"family": name}) for name in ("Lund", "Keller", "Souma")]

    people.edit_several(ids[:2], attends=Attends.ONLINE, area="WASTE")
    assert [one.attends for one in people.of_meeting(meeting)] == [
        Attends.ONLINE,
        Attends.ONLINE,
        Attends.ROOM,
    ]
    with pytest.raises(Refused):
        people.edit_several(ids, badge=4)

    people.remove(ids[1:])
    assert [one.id for one in people.of_meeting(meeting)] == ids[:1]
    assert store.undo_name() == (Op.REMOVE_PARTICIPANT, "2 participants")
    store.undo()
    assert len(people.of_meeting(meeting)) == 3


def test_a_badge_is_one_persons(people: Participants, meeting: UUID) -> None:
    first, second = people.add(meeting, LUND, badge=12), people.add(meeting, TAVARES)
    assert people.get(second).badge == 13
    with pytest.raises(Refused, match=r"Badge 012 is Ms\. Solvej Lund’s"):
        people.edit(second, badge=12)
    with pytest.raises(Refused, match="at most"):
        people.edit(second, badge=10**9)
    people.edit(first, badge=12)
    assert people.next_badge(meeting) == 14


def test_the_highest_badge_does_not_close_the_door(people: Participants, meeting: UUID) -> None:
    people.add(meeting, LUND, badge=999_999)
    without = people.add(meeting, {"family": "Souma"}, badge=0)
    assert people.get(people.add(meeting, TAVARES)).badge == 1
    people.give_badges(meeting)
    assert people.get(without).badge == 2


def test_all_without_a_badge_get_one_in_printed_order(
    people: Participants, meeting: UUID, store: Store
) -> None:
    people.add(meeting, {"family": "Zongo"}, {"name": "Clear Rivers Trust"}, badge=0)
    people.add(meeting, {"family": "Tavares"}, {"name": "Brazil"}, badge=0)
    people.add(meeting, {"family": "Keller"}, badge=40)

    assert people.give_badges(meeting) == 2
    assert [one.badge for one in people.of_meeting(meeting)] == [42, 41, 40]
    store.undo()
    assert [one.badge for one in people.of_meeting(meeting)] == [0, 0, 40]


def test_a_delegation_has_one_head(people: Participants, meeting: UUID) -> None:
    first = people.add(meeting, TAVARES, {"name": "Brazil"}, heads_delegation=True)
    other = people.add(meeting, {"family": "Keller"}, {"name": "Clear Rivers Trust"}, heads_delegation=True)
    ministry = {"name": "Ministry of Health", "kind": "government", "country": "BR"}
    second = people.add(meeting, {"family": "Souma"}, ministry, heads_delegation=True)

    assert [people.get(id).heads_delegation for id in (first, second, other)] == [False, True, True]


def test_those_of_no_delegation_are_no_delegation(people: Participants, meeting: UUID) -> None:
    first, second = (people.add(meeting, who, heads_delegation=True) for who in (LUND, TAVARES))
    assert people.get(first).heads_delegation
    assert people.get(second).heads_delegation


def test_a_group_like_the_organisations_is_not_said_twice(people: Participants, meeting: UUID) -> None:
    id = people.add(meeting, TAVARES, {"name": "Brazil"}, group=OrganisationKind.ACADEMIA)
    assert people.get(id).group == "academia"
    people.edit(id, group=OrganisationKind.GOVERNMENT)
    assert people.get(id).group == ""


def test_private_details_are_apart_and_their_step_tells_nothing(
    people: Participants, meeting: UUID, store: Store
) -> None:
    id = people.add(meeting, LUND, private={"email": "solvej@example.org"})
    person = people.get(id).person.id
    assert people.private(person).email == "solvej@example.org"

    people.edit_private(person, dietary="no nuts", printable=True)

    kept = people.private(person)
    assert (kept.dietary, kept.printable, kept.email) == ("no nuts", True, "solvej@example.org")
    assert "nuts" not in json.dumps(store.undo_name())
    store.undo()
    assert people.private(person).dietary == ""
    assert people.private(new_key()).email == ""


def test_private_details_are_erased_for_good(people: Participants, meeting: UUID, store: Store) -> None:
    person = people.get(people.add(meeting, LUND, private={"email": "solvej@example.org"})).person.id

    assert people.erase_private(person)
    assert not people.erase_private(people.get(people.add(meeting, TAVARES)).person.id)

    store.undo()
    store.undo()
    store.redo()
    assert people.private(person).email == ""
    with pytest.raises(NotFound):
        people.erase_private(new_key())


def test_likely_the_same_are_offered_with_what_they_were_there_for(
    people: Participants, store: Store
) -> None:
    earlier, now = (Meetings(store).add(code) for code in ("PAG-15", "PAG-16"))
    people.add(earlier, LUND, {"name": "Clear Rivers Trust"})
    people.add(earlier, {"given": "Søren", "family": "Lund"}, {"name": "Basin Commission"})
    people.add(now, {"given": "S.", "family": "Lund"})

    found = people.similar("Sølvej", "LUND")

    assert [(person.given, body.name if body else "") for person, body in found] == [
        ("Solvej", "Clear Rivers Trust"),
        ("S.", ""),
    ]
    by_body = people.similar("S", "Lund", "basin commission")
    assert by_body[0][0].given in ("S.", "Søren")
    assert people.similar("", "") == []


def test_a_participant_who_is_gone_is_said_to_be(people: Participants) -> None:
    with pytest.raises(NotFound, match="Undo may bring"):
        people.get(new_key())
    with pytest.raises(NotFound):
        people.edit(new_key(), function="x")
