from datetime import UTC, datetime
from uuid import UUID

import pytest

from gmp_desktop.domain.errors import Refused
from gmp_desktop.domain.meeting import State
from gmp_desktop.services.agendas import Agendas
from gmp_desktop.services.meetings import Meetings
from gmp_desktop.store.store import Store

NOW = datetime(2026, 11, 10, 9, 30, tzinfo=UTC)


@pytest.fixture
def meetings(store: Store) -> Meetings:
    return Meetings(store, lambda: NOW)


@pytest.fixture
def meeting(meetings: Meetings) -> UUID:
    return meetings.add("PAG-16")


def test_every_change_is_recorded_with_its_time(meetings: Meetings, meeting: UUID) -> None:
    meetings.set_state(meeting, State.IN_SESSION)
    found = [(one.before, one.after, one.reason, one.at) for one in meetings.state_changes(meeting)]
    assert found == [(State.PREPARING, State.IN_SESSION, "", "2026-11-10T09:30:00+00:00")]


@pytest.mark.parametrize("reason", ["", "  "])
def test_going_back_needs_a_reason(meetings: Meetings, meeting: UUID, reason: str) -> None:
    meetings.set_state(meeting, State.ISSUED)
    with pytest.raises(Refused, match="needs a reason"):
        meetings.set_state(meeting, State.DRAFTING, reason)
    assert meetings.get(meeting).state is State.ISSUED
    meetings.set_state(meeting, State.DRAFTING, " A paragraph was missing ")
    assert meetings.get(meeting).state is State.DRAFTING
    assert meetings.state_changes(meeting)[-1].reason == "A paragraph was missing"


def test_a_reason_is_no_essay(meetings: Meetings, meeting: UUID) -> None:
    with pytest.raises(Refused, match="shorten it"):
        meetings.set_state(meeting, State.ISSUED, "x" * 100_000)


def test_the_same_state_again_is_no_change(meetings: Meetings, meeting: UUID) -> None:
    meetings.set_state(meeting, State.PREPARING)
    assert meetings.state_changes(meeting) == []


def test_going_into_session_keeps_the_provisional_agenda_once(
    meetings: Meetings, meeting: UUID, store: Store
) -> None:
    agendas = Agendas(store)
    agendas.add(meeting, "Opening")
    meetings.set_state(meeting, State.IN_SESSION)
    agendas.add(meeting, "From the floor")
    meetings.set_state(meeting, State.PREPARING, "too early")
    meetings.set_state(meeting, State.IN_SESSION)
    assert [item.title for item in agendas.provisional(meeting)] == ["Opening"]


def test_an_agenda_that_was_never_provisional_here_is_not_kept_on_the_way_back(
    meetings: Meetings, meeting: UUID, store: Store
) -> None:
    meetings.set_state(meeting, State.ISSUED)
    Agendas(store).add(meeting, "Opening")
    meetings.set_state(meeting, State.DRAFTING, "a paragraph was missing")
    assert Agendas(store).provisional(meeting) == []


def test_undo_takes_the_state_and_its_record_back(meetings: Meetings, meeting: UUID, store: Store) -> None:
    meetings.set_state(meeting, State.IN_SESSION)
    store.undo()
    assert (meetings.get(meeting).state, meetings.state_changes(meeting)) == (State.PREPARING, [])
