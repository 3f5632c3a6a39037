"""The organization of work: items onto sittings, in the order of the agenda, with what that leaves or overruns."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby, pairwise
from uuid import UUID

from gmp_desktop.domain.agenda import parents, sums
from gmp_desktop.domain.meeting import AgendaItem, Sitting
from gmp_desktop.domain.values import value


@value
class Slot:
    """When an item is taken; ``begins`` and ``ends`` are minutes after midnight, None while there is no sitting.

    ``minutes`` are those of the item with its sub-items. One that is ``over`` ends after its sitting.
    """

    item_id: UUID
    minutes: int
    sitting_id: UUID | None = None
    begins: int | None = None
    ends: int | None = None
    over: bool = False


@value
class Load:
    """A sitting and the minutes planned in it."""

    sitting: Sitting
    planned: int = 0

    @property
    def available(self) -> int:
        return self.sitting.minutes

    @property
    def free(self) -> int:
        return max(self.available - self.planned, 0)

    @property
    def over(self) -> int:
        return max(self.planned - self.available, 0)


@value
class Break:
    """Between two sittings of a day."""

    begins: int
    ends: int


@value
class Day:
    day: date | None
    loads: tuple[Load, ...]

    @property
    def begins(self) -> int:
        return min(load.sitting.begins for load in self.loads)

    @property
    def ends(self) -> int:
        return max(load.sitting.ends for load in self.loads)

    @property
    def planned(self) -> int:
        return sum(load.planned for load in self.loads)

    @property
    def available(self) -> int:
        return sum(load.available for load in self.loads)

    @property
    def over(self) -> int:
        """A sitting that overruns is not helped by room in another one."""
        return sum(load.over for load in self.loads)

    @property
    def free(self) -> int:
        return sum(load.free for load in self.loads)

    @property
    def breaks(self) -> tuple[Break, ...]:
        return tuple(
            Break(one.sitting.ends, next_.sitting.begins)
            for one, next_ in pairwise(self.loads)
            if next_.sitting.begins > one.sitting.ends
        )


@value
class Timetable:
    slots: tuple[Slot, ...] = ()
    days: tuple[Day, ...] = ()
    planned: int = 0

    def of(self, item_id: UUID) -> Slot | None:
        return next((slot for slot in self.slots if slot.item_id == item_id), None)


def in_order(sittings: Iterable[Sitting]) -> list[Sitting]:
    """As they are held; those without a day stand last."""
    return sorted(sittings, key=lambda s: (s.day is None, s.day or date.min, s.begins, s.ends, s.id))


def timetable(items: Sequence[AgendaItem], sittings: Iterable[Sitting]) -> Timetable:
    """Leaves, and parents with minutes of their own, one after the other.

    What was put into a sitting by hand, or stands below such an item, stays there, and what follows goes on from
    there. Anything else begins in the sitting where the item before it was if it fits beside what others will need
    there, else in the next one that has room, else in the next one; in the last it overruns.
    """
    held = in_order(sittings)
    own = _placed(items, held)
    loads = dict.fromkeys((sitting.id for sitting in held), 0)
    for slot in own.values():
        if slot.sitting_id is not None:
            loads[slot.sitting_id] += slot.minutes
    days = tuple(
        Day(day, tuple(Load(sitting, loads[sitting.id]) for sitting in group))
        for day, group in groupby(held, key=lambda sitting: sitting.day)
    )
    total = sums(items)
    slots = tuple(_whole(at, items, own, total) for at in range(len(items)))
    return Timetable(slots, days, sum(item.minutes or 0 for item in items))


def _placed(items: Sequence[AgendaItem], held: Sequence[Sitting]) -> dict[UUID, Slot]:
    """The slots of all that take time themselves."""
    at_of = {sitting.id: at for at, sitting in enumerate(held)}
    pins = _pins(items, at_of)
    over = parents(items)
    taking = [item for item in items if item.id not in over or item.minutes]
    reserved = [0] * len(held)
    for item in taking:
        if item.id in pins:
            reserved[pins[item.id]] += item.minutes or 0
    used = [0] * len(held)
    current = 0
    slots: dict[UUID, Slot] = {}
    for item in taking:
        minutes = item.minutes or 0
        if not held:
            slots[item.id] = Slot(item.id, minutes)
            continue
        if item.id in pins:
            current = pins[item.id]
            reserved[current] -= minutes
        else:
            left = [sitting.minutes - used[at] - reserved[at] for at, sitting in enumerate(held)]
            current = _fitting(left, used, current, minutes)
        sitting = held[current]
        begins = sitting.begins + used[current]
        used[current] += minutes
        ends = begins + minutes
        slots[item.id] = Slot(item.id, minutes, sitting.id, begins, ends, ends > sitting.ends)
    return slots


def _pins(items: Sequence[AgendaItem], at_of: dict[UUID, int]) -> dict[UUID, int]:
    """Which sitting an item was put into, itself or with an item above it."""
    pins: dict[UUID, int] = {}
    for item in items:
        if item.sitting_id in at_of:
            pins[item.id] = at_of[item.sitting_id]
        elif item.parent_id in pins:
            pins[item.id] = pins[item.parent_id]
    return pins


def _fitting(left: Sequence[int], used: Sequence[int], current: int, minutes: int) -> int:
    if minutes <= left[current]:
        return current
    later = range(current + 1, len(left))
    roomy = next((at for at in later if minutes <= left[at]), None)
    if roomy is not None:
        return roomy
    return current if not used[current] or current + 1 == len(left) else current + 1


def _whole(at: int, items: Sequence[AgendaItem], own: dict[UUID, Slot], total: dict[UUID, int]) -> Slot:
    """An item with its sub-items begins when the first of them does."""
    item = items[at]
    end = at + 1
    while end < len(items) and items[end].depth > item.depth:
        end += 1
    inside = [own[part.id] for part in items[at:end] if part.id in own]
    first, last = inside[0], inside[-1]
    over = any(slot.over for slot in inside)
    return Slot(item.id, total[item.id], first.sitting_id, first.begins, last.ends, over)
