from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from gmp_desktop.domain.errors import NotFound, Refused
from gmp_desktop.domain.meeting import QuorumOf
from gmp_desktop.domain.ops import Op
from gmp_desktop.domain.participants import Attends
from gmp_desktop.domain.people import full_name
from gmp_desktop.domain.presence import Counts
from gmp_desktop.services.meetings import Meetings
from gmp_desktop.services.participants import Participants
from gmp_desktop.services.presence import Presences
from gmp_desktop.store.keys import new_key
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import MeetingRow, SittingRow

NOW = datetime(2026, 11, 10, 6, 31, 59, tzinfo=UTC)


@pytest.fixture
def presences(store: Store) -> Presences:
    return Presences(store, lambda: NOW)


@pytest.fixture
def people(store: Store) -> Participants:
    return Participants(store)


@pytest.fixture
def meeting(store: Store) -> UUID:
    with store.write(Op.ADD_MEETING) as session:
        row = MeetingRow(
            code="PAG-16", time_zone="Africa/Nairobi", quorum=2, quorum_of=QuorumOf.PARTICIPANTS.value
        )
        session.add(row)
        for begins in (900, 600):
            session.add(
                SittingRow(meeting_id=row.id, day=date(2026, 11, 10), begins=begins, ends=begins + 180)
            )
        return row.id


@pytest.fixture
def sitting(presences: Presences, meeting: UUID) -> UUID:
    return presences.sittings(meeting)[0].id


@pytest.fixture
def lund(people: Participants, meeting: UUID) -> UUID:
    return people.add(meeting, {"honorific": "Ms.", "given": "Solvej", "family": "Lund"})


def test_sittings_stand_in_their_order(presences: Presences, meeting: UUID) -> None:
    assert [one.begins for one in presences.sittings(meeting)] == [600, 900]
    assert presences.time_there(meeting) == datetime(2026, 11, 10, 9, 31, 59)


def test_a_sitting_without_a_day_stands_last(presences: Presences, meeting: UUID, store: Store) -> None:
    with store.write(Op.ADD_SITTING) as session:
        session.add(SittingRow(meeting_id=meeting, begins=480, ends=540))
    assert [one.begins for one in presences.sittings(meeting)] == [600, 900, 480]


def test_a_tick_tells_the_minute_on_the_wall_of_the_meeting(
    presences: Presences, meeting: UUID, sitting: UUID, lund: UUID, store: Store
) -> None:
    presences.tick(lund, sitting)

    (tick,) = presences.of_meeting(meeting)
    assert (tick.participant_id, tick.sitting_id, tick.arrived, tick.left) == (
        lund,
        sitting,
        "2026-11-10T09:31",
        "",
    )
    assert store.undo_name() == (Op.ARRIVE, "Ms. Solvej Lund")
    store.undo()
    assert presences.of_meeting(meeting) == []


def test_who_left_comes_back_with_the_first_arrival(
    presences: Presences, meeting: UUID, sitting: UUID, lund: UUID
) -> None:
    presences.tick(lund, sitting)
    presences.leave(lund, sitting, at=datetime(2026, 11, 10, 10, 5))
    assert presences.of_meeting(meeting)[0].left == "2026-11-10T10:05"

    presences.tick(lund, sitting, at=datetime(2026, 11, 10, 10, 20))

    (tick,) = presences.of_meeting(meeting)
    assert (tick.arrived, tick.left) == ("2026-11-10T09:31", "")


def test_nobody_leaves_who_has_not_arrived(presences: Presences, sitting: UUID, lund: UUID) -> None:
    with pytest.raises(Refused, match="has not arrived"):
        presences.leave(lund, sitting)


def test_online_is_as_they_said_they_attend(
    presences: Presences, people: Participants, meeting: UUID, sitting: UUID, lund: UUID
) -> None:
    people.edit(lund, attends=Attends.ONLINE)
    presences.tick(lund, sitting)
    assert presences.of_meeting(meeting)[0].online
    presences.tick(lund, sitting, online=False)
    assert not presences.of_meeting(meeting)[0].online


def test_several_are_ticked_and_unticked_in_one_step(
    presences: Presences, people: Participants, meeting: UUID, sitting: UUID, lund: UUID, store: Store
) -> None:
    other = people.add(meeting, {"family": "Keller"})
    presences.tick_several([lund, other], sitting)
    assert presences.counts(meeting, sitting) == Counts(2, 2, 2, 0)
    presences.untick([lund, other], sitting)
    assert presences.counts(meeting, sitting) == Counts(2, 0, 0, 0)
    store.undo()
    assert presences.counts(meeting).arrived == 2


def test_a_quorum_is_reached(
    presences: Presences, people: Participants, meeting: UUID, sitting: UUID, lund: UUID
) -> None:
    presences.tick(lund, sitting)
    state = presences.quorum(meeting, sitting)
    assert state is not None
    assert not state.reached
    presences.tick(people.add(meeting, {"family": "Keller"}), sitting)
    state = presences.quorum(meeting, sitting)
    assert state is not None
    assert state.reached


def test_a_body_without_a_quorum(presences: Presences, store: Store) -> None:
    assert presences.quorum(Meetings(store).add("PAG-17"), new_key()) is None


def test_a_walk_in_is_one_step(
    presences: Presences, people: Participants, meeting: UUID, sitting: UUID, store: Store
) -> None:
    id = presences.walk_in(meeting, "Ms. Solvej Lund, Clear Rivers Trust, Campaigner", sitting)

    one = people.get(id)
    assert (full_name(one.person), one.function, one.late, one.badge) == (
        "Ms. Solvej Lund",
        "Campaigner",
        True,
        1,
    )
    assert one.organisation is not None
    assert one.organisation.name == "Clear Rivers Trust"
    assert presences.counts(meeting, sitting).present == 1
    store.undo()
    assert people.of_meeting(meeting) == []
    assert presences.of_meeting(meeting) == []


@pytest.mark.parametrize("line", ["", ", Clear Rivers Trust", "\u202e", "x" * 100_000])
def test_a_line_without_a_name_registers_nobody(
    presences: Presences, people: Participants, meeting: UUID, sitting: UUID, line: str
) -> None:
    with pytest.raises(Refused):
        presences.walk_in(meeting, line, sitting)
    assert people.of_meeting(meeting) == []


def test_before_the_first_sitting_a_walk_in_is_only_registered(
    presences: Presences, people: Participants, meeting: UUID
) -> None:
    presences.walk_in(meeting, "Emil Brandt")
    assert presences.counts(meeting) == Counts(1, 0, 0, 0)


def test_a_sitting_of_another_meeting_is_refused(
    presences: Presences, sitting: UUID, people: Participants, store: Store
) -> None:
    stranger = people.add(Meetings(store).add("PAG-17"), {"family": "Keller"})
    with pytest.raises(Refused, match="another meeting"):
        presences.tick(stranger, sitting)
    with pytest.raises(NotFound):
        presences.tick(stranger, new_key())
