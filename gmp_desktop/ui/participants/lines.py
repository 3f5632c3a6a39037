"""The lines of the participants' table: who is shown, under which group, in which order. Nothing here draws."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import IntEnum, StrEnum
from uuid import UUID

from gmp_desktop.domain import door
from gmp_desktop.domain.door import Sought
from gmp_desktop.domain.participants import (
    SECTIONS,
    Attends,
    Capacity,
    Participant,
    delegation_of,
    in_printed_order,
    section_of,
)
from gmp_desktop.domain.people import sort_key
from gmp_desktop.domain.presence import Attendance, Presence, attendance
from gmp_desktop.domain.values import value

INDEXED_AT_ONCE = 250
_CAPACITIES = frozenset(Capacity)


class Grouping(StrEnum):
    KIND = "kind"
    DELEGATION = "delegation"
    AREA = "area"
    NONE = "none"


class Shown(StrEnum):
    """Which of them are listed; a capacity is named by its own value."""

    EVERYONE = "everyone"
    PRESENT = "present"
    ABSENT = "absent"
    ONLINE = "attending online"
    LEFT = "left"
    LATE = "late"


class Column(IntEnum):
    BADGE = 0
    NAME = 1
    FOR = 2
    FUNCTION = 3
    AREA = 4
    ATTENDS = 5


@value
class Asked:
    """What the table is asked to show; ``sort`` None is the order of the printed list."""

    text: str = ""
    grouping: Grouping = Grouping.KIND
    shown: str = Shown.EVERYONE
    sort: Column | None = None
    descending: bool = False
    folded: frozenset[str] = frozenset()


@value
class Group:
    key: str
    words: str
    count: int
    folded: bool = False


@value
class Names:
    """What the reference lists call countries and areas."""

    countries: Mapping[str, str]
    country_order: Mapping[str, str]
    areas: Mapping[str, str]
    section: Callable[[str], str]
    none: str


Line = int | Group
"""A place in ``Listing.people``, or the head of a group."""


class Listing:
    """The participants of one meeting, with what makes finding them quick."""

    def __init__(self, participants: Iterable[Participant], names: Names) -> None:
        self.people = in_printed_order(participants, names.country_order)
        self.names = names
        self._sought: list[Sought] = []
        self._last: tuple[str, list[int]] = ("", [])
        self._keys: dict[Column, list[str]] = {}
        self._delegations: dict[UUID, str] = {}

    def delegation(self, at: int) -> str:
        organisation = self.people[at].organisation
        if organisation is None:
            return ""
        if organisation.id not in self._delegations:
            self._delegations[organisation.id] = delegation_of(self.people[at], self.names.countries)
        return self._delegations[organisation.id]

    def area(self, at: int) -> str:
        return self.names.areas.get(self.people[at].area, self.people[at].area)

    def index_some(self) -> bool:
        """Make a part of what searching needs; whether there is more to make."""
        begin = len(self._sought)
        end = min(begin + INDEXED_AT_ONCE, len(self.people))
        self._sought += [door.sought(self.people[at], self.delegation(at)) for at in range(begin, end)]
        return end < len(self.people)

    def found(self, text: str) -> list[int]:
        """Who is meant, the likeliest first; letters added to the last search look only among what it found."""
        while len(self._sought) < len(self.people):
            self.index_some()
        last, places = self._last
        among = sorted(places) if last and text.startswith(last) and not door.asks_for_badge(last) else None
        self._last = (text, door.found(text, self._sought, among))
        return self._last[1]

    def meant(self, text: str, places: list[int]) -> int | None:
        """Whom Enter means."""
        return door.at_the_door(text, self._sought, places)

    def lines(self, asked: Asked, here: Mapping[UUID, Presence]) -> list[Line]:
        """``here`` are the ticks of the sitting asked about, by participant.

        While somebody is looked for the likeliest stand first, under no heads; who was left out is found all the same.
        """
        shown = [at for at, one in enumerate(self.people) if _is_shown(one, asked.shown, here)]
        if door.asks(asked.text):
            places, kept = self.found(asked.text), set(shown)
            return [*([at for at in places if at in kept] or places)]
        if asked.sort is not None:
            keys = self._column(asked.sort)
            shown.sort(key=lambda at: (not keys[at], keys[at]))
            if asked.descending:
                shown.reverse()
        if asked.grouping is Grouping.NONE:
            return [*shown]
        return self._grouped(shown, asked)

    def _grouped(self, shown: list[int], asked: Asked) -> list[Line]:
        members: dict[str, list[int]] = {}
        for at in shown:
            members.setdefault(self._group_key(at, asked.grouping), []).append(at)
        lines: list[Line] = []
        for key in self._group_order(members, asked.grouping):
            folded = key in asked.folded
            lines.append(Group(key, self._group_words(key, asked.grouping), len(members[key]), folded))
            lines += () if folded else members[key]
        return lines

    def _group_key(self, at: int, grouping: Grouping) -> str:
        if grouping is Grouping.KIND:
            return section_of(self.people[at]).value
        return self.delegation(at) if grouping is Grouping.DELEGATION else self.people[at].area

    def _group_order(self, keys: Iterable[str], grouping: Grouping) -> list[str]:
        if grouping is Grouping.KIND:
            return [kind.value for kind in SECTIONS if kind.value in keys]
        if grouping is Grouping.AREA:
            order = {key: place for place, key in enumerate(self.names.areas)}
            return sorted(keys, key=lambda key: (not key, order.get(key, len(order)), key))
        return sorted(keys, key=lambda key: (not key, sort_key(key)))

    def _group_words(self, key: str, grouping: Grouping) -> str:
        if grouping is Grouping.KIND:
            return self.names.section(key)
        return (self.names.areas.get(key, key) if grouping is Grouping.AREA else key) or self.names.none

    def _column(self, column: Column) -> list[str]:
        """What a column is ordered by, made once."""
        if column not in self._keys:
            self._keys[column] = [self._key(at, column) for at in range(len(self.people))]
        return self._keys[column]

    def _key(self, at: int, column: Column) -> str:
        one = self.people[at]
        match column:
            case Column.BADGE:
                return f"{one.badge:09}" if one.badge else ""
            case Column.NAME:
                return sort_key(f"{one.person.family or one.person.own_script} {one.person.given}")
            case Column.FOR:
                return sort_key(self.delegation(at))
            case Column.FUNCTION:
                return sort_key(one.function)
            case Column.AREA:
                return sort_key(self.area(at))
            case Column.ATTENDS:
                return f"{one.late:d}{one.attends.value}"


def _is_shown(one: Participant, shown: str, here: Mapping[UUID, Presence]) -> bool:
    if shown == Shown.EVERYONE:
        return True
    if shown == Shown.LATE:
        return one.late
    if shown == Shown.ONLINE:
        return one.attends is Attends.ONLINE
    if shown in _CAPACITIES:
        return one.capacity == shown
    state = attendance(here.get(one.id))
    if shown == Shown.PRESENT:
        return state in (Attendance.PRESENT, Attendance.ONLINE)
    return state is (Attendance.LEFT if shown == Shown.LEFT else Attendance.ABSENT)
