from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from gmp_desktop.domain.meeting import Meeting, QuorumOf, Sitting
from gmp_desktop.domain.participants import Participant
from gmp_desktop.domain.people import Organisation, OrganisationKind, Person
from gmp_desktop.domain.presence import (
    Attendance,
    Counts,
    Presence,
    attendance,
    by_place,
    count,
    count_by_section,
    current_sitting,
    is_open,
    meeting_time,
    quorum,
)
from gmp_desktop.store.keys import new_key

DAY = date(2026, 11, 10)
MORNING, AFTERNOON = Sitting(new_key(), DAY, 600, 780), Sitting(new_key(), DAY, 900, 1080)
NEXT = Sitting(new_key(), date(2026, 11, 11), 600, 780)
SITTINGS = [NEXT, AFTERNOON, MORNING]
BRAZIL = [
    Organisation(new_key(), name, "", OrganisationKind.GOVERNMENT, "BR") for name in ("Ministry", "Council")
]
TRUST = Organisation(new_key(), "Clear Rivers Trust", "", OrganisationKind.NGO)
PEOPLE = [Participant(new_key(), new_key(), Person(new_key(), family="A"), body) for body in (*BRAZIL, TRUST)]


def tick(at: int, sitting: Sitting = MORNING, arrived: str = "2026-11-10T09:31", **facts: object) -> Presence:
    return Presence(new_key(), PEOPLE[at].id, sitting.id, arrived, **facts)  # type: ignore[arg-type]


TICKS = [tick(0), tick(1, online=True), tick(2, left="2026-11-10T12:05"), tick(2, AFTERNOON)]


def test_counts_of_a_sitting_and_of_the_meeting() -> None:
    assert count(PEOPLE, TICKS, MORNING.id) == Counts(3, 3, 2, 1)
    assert count(PEOPLE, TICKS, AFTERNOON.id) == Counts(3, 1, 1, 0)
    assert count(PEOPLE, TICKS) == Counts(3, 3, 3, 1)
    assert count_by_section(PEOPLE, TICKS, MORNING.id) == {
        OrganisationKind.GOVERNMENT: Counts(2, 2, 2, 1),
        OrganisationKind.NGO: Counts(1, 1, 0, 0),
    }


def test_where_somebody_is() -> None:
    assert [attendance(one) for one in (None, *TICKS[:3])] == [
        *(Attendance.ABSENT, Attendance.PRESENT, Attendance.ONLINE, Attendance.LEFT)
    ]


def test_of_two_devices_the_first_arrival_counts() -> None:
    later, earlier = tick(0, arrived="2026-11-10T09:40"), tick(0, arrived="2026-11-10T09:31")
    assert by_place([later, earlier]) == {(PEOPLE[0].id, MORNING.id): earlier}


def test_of_two_devices_one_tick_is_shown_and_counted() -> None:
    """One of them also saw the participant leave."""
    ticks = [
        tick(0, arrived="2026-11-10T09:31", left="2026-11-10T11:00"),
        tick(0, arrived="2026-11-10T09:40"),
    ]
    (shown,) = by_place(ticks).values()
    meeting = Meeting(new_key(), "PAG-15", "", quorum=1)
    found = quorum(meeting, PEOPLE, ticks, MORNING.id)

    assert attendance(shown) is Attendance.LEFT
    assert count(PEOPLE, ticks, MORNING.id) == Counts(3, 1, 0, 0)
    assert found is not None
    assert found.present == 0


def test_a_quorum_of_participants_or_of_delegations() -> None:
    def state(needed: int | None, of: QuorumOf) -> tuple[int, bool] | None:
        found = quorum(
            Meeting(new_key(), "PAG-15", "", quorum=needed, quorum_of=of), PEOPLE, TICKS, MORNING.id
        )
        return (found.present, found.reached) if found else None

    assert state(None, QuorumOf.PARTICIPANTS) is None
    assert state(2, QuorumOf.PARTICIPANTS) == (2, True)
    assert state(2, QuorumOf.DELEGATIONS) == (1, False)


@pytest.mark.parametrize(
    ("at", "sitting"),
    [
        (datetime(2026, 11, 9, 18), None),
        (datetime(2026, 11, 10, 8), MORNING),
        (datetime(2026, 11, 10, 12, 59), MORNING),
        (datetime(2026, 11, 10, 13), AFTERNOON),
        (datetime(2026, 11, 10, 13, 1), AFTERNOON),
        (datetime(2026, 11, 10, 20), AFTERNOON),
        (datetime(2026, 11, 11, 8), NEXT),
        (datetime(2026, 12, 1), NEXT),
    ],
)
def test_the_sitting_people_come_to(at: datetime, sitting: Sitting | None) -> None:
    assert current_sitting(SITTINGS, at) == sitting


def test_the_doors_open_before_a_sitting() -> None:
    assert not is_open(MORNING, datetime(2026, 11, 10, 7, 59))
    assert is_open(MORNING, datetime(2026, 11, 10, 8))
    assert is_open(Sitting(UUID(int=1), None), datetime(2020, 1, 1))


@pytest.mark.parametrize("day", [date.min, DAY, date.max])
@pytest.mark.parametrize("minutes", [(0, 1440), (-(2**31), 2**31)])
def test_a_day_at_the_end_of_the_calendar_stops_nobody(day: date, minutes: tuple[int, int]) -> None:
    sitting = Sitting(new_key(), day, *minutes)
    assert current_sitting([sitting], datetime(2026, 11, 10)) in (None, sitting)


def test_the_clock_is_the_one_on_the_wall_of_the_meeting() -> None:
    now = datetime(2026, 11, 10, 6, 31, tzinfo=UTC)
    assert meeting_time(now, "Africa/Nairobi") == datetime(2026, 11, 10, 9, 31)
    for unknown in ("", "Atlantis/Nowhere", "../../etc", "x" * 1000):
        assert meeting_time(now, unknown).tzinfo is None
