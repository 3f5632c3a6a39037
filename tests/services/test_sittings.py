from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from gmp_desktop.domain.errors import NotFound, Refused
from gmp_desktop.services.meetings import Meetings
from gmp_desktop.services.sittings import Sittings, clock
from gmp_desktop.store.store import Store

DAY = date(2026, 11, 10)


@pytest.fixture
def sittings(store: Store) -> Sittings:
    return Sittings(store)


@pytest.fixture
def meeting(meetings: Meetings) -> UUID:
    return meetings.add("PAG-16")


def test_sittings_stand_in_the_order_they_are_held(sittings: Sittings, meeting: UUID) -> None:
    sittings.add(meeting, DAY, 840, 1020)
    sittings.add(meeting, None)
    sittings.add(meeting, DAY, 570, 750)
    assert [(one.day, one.begins) for one in sittings.of_meeting(meeting)] == [
        (DAY, 570),
        (DAY, 840),
        (None, 600),
    ]


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        ({"begins": 600, "ends": 600}, "ends after it begins"),
        ({"begins": 700, "ends": 600}, "ends after it begins"),
        ({"begins": -1}, "ends after it begins"),
        ({"ends": 1_441}, "ends after it begins"),
        ({"begins": 740, "ends": 800}, "12:20 to 13:20 overlaps the sitting from 9:30 to 12:30"),
        ({"title": "x" * 201}, "200 characters"),
    ],
)
def test_hours_that_cannot_be_are_refused(
    sittings: Sittings, meeting: UUID, hours: dict[str, Any], words: str
) -> None:
    sittings.add(meeting, DAY, 570, 750)
    with pytest.raises(Refused, match=words):
        sittings.add(meeting, DAY, **{"begins": 840, "ends": 1020, **hours})
    other = sittings.add(meeting, DAY, 840, 1020)
    with pytest.raises(Refused, match=words):
        sittings.edit(other, **hours)
    assert [(one.begins, one.ends) for one in sittings.of_meeting(meeting)] == [(570, 750), (840, 1020)]


def test_one_sitting_can_begin_when_the_other_ends(sittings: Sittings, meeting: UUID) -> None:
    sittings.add(meeting, DAY, 570, 750)
    sittings.add(meeting, DAY, 750, 800)
    assert len(sittings.of_meeting(meeting)) == 2


def test_a_sitting_is_moved_over_its_own_hours(sittings: Sittings, meeting: UUID) -> None:
    id = sittings.add(meeting, DAY, 570, 750)
    sittings.edit(id, begins=600, ends=780)
    assert [(one.begins, one.ends) for one in sittings.of_meeting(meeting)] == [(600, 780)]


def test_two_sittings_two_devices_put_at_one_time_are_named_and_moved_apart(
    fresh: Callable[[], Store],
) -> None:
    mine, other = fresh(), fresh()
    meeting = Meetings(mine).add("PAG-16")
    other.absorb(mine.entries())
    for store in (mine, other):
        Sittings(store).add(meeting, DAY, 600, 780)
    mine.absorb(other.entries())
    sittings = Sittings(mine)
    first, second = sittings.of_meeting(meeting)

    sittings.edit(first.id, title="Plenary")
    with pytest.raises(Refused, match="overlaps"):
        sittings.edit(second.id, ends=770)
    sittings.edit(second.id, begins=780, ends=900)

    assert [(one.title, one.begins) for one in sittings.of_meeting(meeting)] == [("Plenary", 600), ("", 780)]


def test_a_sitting_removed_comes_back(sittings: Sittings, meeting: UUID, store: Store) -> None:
    id = sittings.add(meeting, DAY)
    sittings.remove(id)
    assert sittings.of_meeting(meeting) == []
    with pytest.raises(NotFound):
        sittings.edit(id, title="x")
    store.undo()
    assert [one.id for one in sittings.of_meeting(meeting)] == [id]


def test_a_field_no_sitting_has_is_a_defect(sittings: Sittings, meeting: UUID) -> None:
    with pytest.raises(TypeError, match="room"):
        sittings.edit(sittings.add(meeting), room=1)


def test_the_clock_is_read_without_a_zero_in_front() -> None:
    assert (clock(570), clock(845)) == ("9:30", "14:05")
