from datetime import date
from typing import Any
from uuid import UUID

import pytest

from gmp_desktop.domain.errors import NotFound, Refused
from gmp_desktop.domain.meeting import State
from gmp_desktop.domain.ops import Op
from gmp_desktop.services.meetings import MAX_CODE, Meetings
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import AppointmentRow, PersonRow


def test_a_meeting_is_called_by_its_body_and_number(meetings: Meetings) -> None:
    assert meetings.get(meetings.add(body="PAG", ordinal=16)).code == "PAG-16"


def test_a_meeting_is_found_by_its_code_whatever_the_capitals(meetings: Meetings) -> None:
    id = meetings.add("PAG-16", title="Sixteenth meeting", starts_on=date(2026, 10, 6))
    assert meetings.by_code(" pag-16 ").id == id


def test_a_code_names_one_meeting(meetings: Meetings) -> None:
    meetings.add("PAG-16")
    with pytest.raises(Refused, match="There is a meeting PAG-16 already"):
        meetings.add("PAG-16")
    assert len(meetings.all()) == 1


@pytest.mark.parametrize("code", ["", "   ", "PAG\n16", "x" * (MAX_CODE + 1)])
def test_a_meeting_needs_a_proper_code(meetings: Meetings, code: str) -> None:
    with pytest.raises(Refused, match="needs a code"):
        meetings.add(code)


def test_the_newest_meeting_comes_first_and_one_without_a_day_last(meetings: Meetings) -> None:
    meetings.add("PAG-8", starts_on=date(2017, 9, 22))
    meetings.add("PAG-16")
    meetings.add("PAG-9", starts_on=date(2018, 9, 22))
    assert [meeting.code for meeting in meetings.all()] == ["PAG-9", "PAG-8", "PAG-16"]


def test_an_edit_changes_what_it_names(meetings: Meetings, store: Store) -> None:
    id = meetings.add("PAG-16", place="Nairobi")
    meetings.edit(id, venue="Conference Room 9", code="PAG-17")
    meeting = meetings.get(id)
    assert (meeting.code, meeting.place, meeting.venue) == ("PAG-17", "Nairobi", "Conference Room 9")


def test_an_edit_cannot_take_another_meetings_code(meetings: Meetings) -> None:
    meetings.add("PAG-16")
    id = meetings.add("PAG-17")
    with pytest.raises(Refused):
        meetings.edit(id, code="pag-16")
    assert meetings.get(id).code == "PAG-17"


def test_a_meetings_own_code_can_be_spelled_otherwise(meetings: Meetings) -> None:
    id = meetings.add("pag-16")
    meetings.edit(id, code=" PAG-16 ")
    assert meetings.get(id).code == "PAG-16"


def test_a_field_no_meeting_has_is_a_defect(meetings: Meetings) -> None:
    with pytest.raises(TypeError, match="colour"):
        meetings.add("PAG-16", colour="blue")


def test_a_state_is_set(meetings: Meetings) -> None:
    id = meetings.add("PAG-16")
    meetings.set_state(id, State.IN_SESSION)
    assert meetings.get(id).state is State.IN_SESSION


def test_an_unknown_meeting_is_not_found(meetings: Meetings) -> None:
    with pytest.raises(NotFound):
        meetings.get(UUID(int=1))
    with pytest.raises(NotFound, match="There is no meeting PAG-1"):
        meetings.by_code("PAG-1")


def test_the_register_lists_the_report_and_what_it_cites(sampled: Store) -> None:
    meetings = Meetings(sampled)
    entries = meetings.documents(meetings.by_code("PAG-15").id)
    assert [entry.symbol for entry in entries][:2] == ["UNEP/Hg/PAG.15/8", "UNEP/Hg/PAG.15/1"]
    assert [entry.cited for entry in entries] == [False] * 10


def test_removing_a_meeting_is_one_step_that_undo_takes_back(sampled: Store) -> None:
    meetings = Meetings(sampled)
    id = meetings.by_code("PAG-15").id
    before = (meetings.agenda(id), meetings.documents(id))
    meetings.remove(id)
    assert meetings.all() == []
    assert meetings.documents(id) == []
    sampled.undo()
    assert (meetings.agenda(id), meetings.documents(id)) == before


@pytest.mark.parametrize("field", [{"language": "x" * 36}, {"ordinal": -1}, {"ordinal": 100_001}])
def test_what_no_bundle_holds_is_refused_in_a_sentence(meetings: Meetings, field: dict[str, Any]) -> None:
    id = meetings.add("PAG-8", language="fr", ordinal=8)
    with pytest.raises(Refused, match=r"Nothing was changed"):
        meetings.edit(id, **field)
    with pytest.raises(Refused, match=r"Nothing was changed"):
        meetings.add("PAG-9", **field)
    assert (meetings.get(id).language, meetings.get(id).ordinal, len(meetings.all())) == ("fr", 8, 1)


def test_an_archived_meeting_is_there_and_can_come_back(meetings: Meetings) -> None:
    id = meetings.add("PAG-16")
    meetings.archive(id)
    assert meetings.get(id).archived
    meetings.unarchive(id)
    assert not meetings.get(id).archived


def test_the_last_day_is_checked_against_the_first_one_kept(meetings: Meetings) -> None:
    id = meetings.add("PAG-16", starts_on=date(2026, 10, 6))
    with pytest.raises(Refused, match="before the first"):
        meetings.edit(id, ends_on=date(2026, 10, 5))
    assert meetings.get(id).ends_on is None


def test_officers_are_those_of_the_body_on_the_first_day(meetings: Meetings, store: Store) -> None:
    id = meetings.add(ordinal=16, starts_on=date(2026, 10, 6))
    with store.write(Op.APPOINT) as session:
        for family, facts in (
            ("Solheim", {"body": "PAG", "role": "co-chair", "ends_on": date(2026, 10, 6)}),
            ("Keller", {"body": "PAG", "role": "co-chair", "ends_on": date(2026, 10, 5)}),
            ("Nasser", {"body": "MC-COP", "role": "co-chair"}),
            ("Adjei", {"body": "PAG", "role": "affiliation"}),
        ):
            person = PersonRow(family=family)
            session.add_all((person, AppointmentRow(person_id=person.id, **facts)))
    assert [holder.person.family for holder in meetings.officers(id)] == ["Solheim"]
