from datetime import date
from itertools import pairwise
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from gmp_desktop.domain.meeting import AgendaItem, Sitting
from gmp_desktop.domain.timetable import Break, Slot, timetable

TUESDAY, WEDNESDAY = date(2026, 11, 10), date(2026, 11, 11)
MORNING = Sitting(UUID(int=101), TUESDAY, 570, 750)
AFTERNOON = Sitting(UUID(int=102), TUESDAY, 840, 1050)
SECOND = Sitting(UUID(int=103), WEDNESDAY, 570, 780)
HELD = (MORNING, AFTERNOON, SECOND)


def item(
    number: int, minutes: int | None = None, parent: int | None = None, sitting: Sitting | None = None
) -> AgendaItem:
    above = UUID(int=parent) if parent else None
    return AgendaItem(
        UUID(int=number),
        "",
        depth=1 if parent else 0,
        parent_id=above,
        minutes=minutes,
        sitting_id=sitting.id if sitting else None,
    )


def begins(*items: AgendaItem, held: tuple[Sitting, ...] = HELD) -> list[tuple[UUID | None, int | None]]:
    return [(slot.sitting_id, slot.begins) for slot in timetable(items, held).slots]


def test_items_follow_each_other_and_flow_into_the_next_sitting() -> None:
    assert begins(item(1, 60), item(2, 100), item(3, 30), item(4, 170), item(5, 60)) == [
        (MORNING.id, 570),
        (MORNING.id, 630),
        (AFTERNOON.id, 840),
        (AFTERNOON.id, 870),
        (SECOND.id, 570),
    ]


def test_an_item_fits_to_the_minute() -> None:
    assert begins(item(1, 180), item(2, 1)) == [(MORNING.id, 570), (AFTERNOON.id, 840)]


def test_the_last_sitting_overruns() -> None:
    made = timetable((item(1, 200), item(2, 20)), (SECOND,))
    assert made.slots[1] == Slot(UUID(int=2), 20, SECOND.id, 770, 790, over=True)
    assert (made.days[0].over, made.days[0].free) == (10, 0)


def test_an_item_put_into_a_sitting_stays_there_and_what_follows_goes_on_there() -> None:
    assert begins(item(1, 10), item(2, 10, sitting=SECOND), item(3, 10)) == [
        (MORNING.id, 570),
        (SECOND.id, 570),
        (SECOND.id, 580),
    ]


def test_the_minutes_of_an_item_put_there_are_kept_free_for_it() -> None:
    assert begins(item(1, 100), item(2, 100), item(3, 60, sitting=MORNING)) == [
        (MORNING.id, 570),
        (AFTERNOON.id, 840),
        (MORNING.id, 670),
    ]


def test_what_is_put_into_a_sitting_takes_its_sub_items_with_it() -> None:
    assert begins(item(1, sitting=SECOND), item(2, 10, 1), item(3, 10, 1, MORNING)) == [
        (SECOND.id, 570),
        (SECOND.id, 570),
        (MORNING.id, 570),
    ]


def test_a_parent_begins_with_its_first_sub_item_and_ends_with_the_last() -> None:
    whole = timetable((item(1), item(2, 90, 1), item(3, 190, 1)), (AFTERNOON, SECOND)).slots[0]
    assert whole == Slot(UUID(int=1), 280, AFTERNOON.id, 840, 760)


def test_a_parent_with_minutes_of_its_own_takes_them_first() -> None:
    assert begins(item(1, 15), item(2, 10, 1)) == [(MORNING.id, 570), (MORNING.id, 585)]


def test_an_item_too_long_for_any_sitting_begins_in_an_empty_one() -> None:
    assert begins(item(1, 500), item(2, 10)) == [(MORNING.id, 570), (AFTERNOON.id, 840)]


def test_a_sitting_that_is_gone_holds_nothing() -> None:
    assert begins(item(1, 10, sitting=Sitting(UUID(int=999), None))) == [(MORNING.id, 570)]


def test_without_sittings_nothing_begins_and_the_minutes_still_add_up() -> None:
    made = timetable((item(1, 10), item(2, 20)), ())
    assert made.slots[0] == Slot(UUID(int=1), 10)
    assert (made.days, made.planned) == ((), 30)


def test_days_add_up_and_say_when_they_break() -> None:
    made = timetable((item(1, 180), item(2, 30)), HELD)
    first, second = made.days
    assert (first.day, first.begins, first.ends, first.planned, first.available) == (
        TUESDAY,
        570,
        1050,
        210,
        390,
    )
    assert (first.free, first.over, first.breaks) == (180, 0, (Break(750, 840),))
    assert (second.planned, second.breaks) == (0, ())


@given(
    st.lists(st.tuples(st.integers(0, 300), st.sampled_from((None, *HELD)))),
    st.sets(st.sampled_from(HELD)),
)
def test_no_minute_is_lost_and_no_two_items_meet(
    planned: list[tuple[int, Sitting | None]], held: set[Sitting]
) -> None:
    items = [item(number, minutes, None, sitting) for number, (minutes, sitting) in enumerate(planned, 1)]
    made = timetable(items, held)
    assert sum(day.planned for day in made.days) == (sum(minutes for minutes, _ in planned) if held else 0)
    for sitting in held:
        taken = sorted((s.begins, s.ends) for s in made.slots if s.sitting_id == sitting.id and s.minutes)
        assert all(one[1] == other[0] for one, other in pairwise(taken))


def test_a_sitting_that_is_full_to_the_minute_is_not_over() -> None:
    (slot,) = timetable((item(1, 180),), HELD).slots
    assert (slot.ends, slot.over) == (750, False)


def test_what_was_kept_free_is_free_no_more_once_its_item_was_there() -> None:
    assert begins(item(1, 100, sitting=MORNING), item(2, 60)) == [(MORNING.id, 570), (MORNING.id, 670)]


def test_between_sittings_that_touch_there_is_no_break() -> None:
    touching = Sitting(UUID(int=104), TUESDAY, MORNING.ends, MORNING.ends + 60)
    (day,) = timetable((), (MORNING, touching)).days
    assert day.breaks == ()
