"""The change log: one entry says which device set which field of which row to what, replacing which versions.

The entry that makes a row says so with an object of the fields it sets, all of them at once: a spreadsheet of ten
thousand people is ten thousand entries, not a hundred thousand.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, NamedTuple
from uuid import UUID

EXISTS = "exists"
"""The field that says whether a row is there."""

WHOLE = ""
"""All fields of the entry that made a row; no field is called so."""

TRUE, FALSE = "true", "false"
BEGINNING = "0" * 13 + ".0000"
_COUNTER_END = 10_000
_SCAN: Any = getattr(json.JSONDecoder(), "scan_once")  # noqa: B009 - what json.loads does, without looking for blanks


@dataclass(frozen=True, slots=True)
class LogEntry:
    """``value`` is canonical JSON; ``previous`` the id of the device's entry before this one, "" for its first.

    ``stands_for`` is no part of the entry and stays on this device: an undo notes in it whose value it brought back.
    """

    device: UUID
    number: int
    previous: str
    time: str
    step: UUID
    op: str
    table: str
    row: UUID
    field: str
    value: str
    replaces: tuple[str, ...]
    id: str = ""
    stands_for: str = ""

    @property
    def root(self) -> str:
        """The entry whose value this is."""
        return self.stands_for or self.id

    @property
    def rank(self) -> tuple[str, str, str]:
        """The greatest of several live versions is shown."""
        return self.time, str(self.device), self.id


class Part(NamedTuple):
    """What an entry says of one field: a version of it. The entry's id and the field name it."""

    entry: LogEntry
    field: str
    said: Any

    @property
    def id(self) -> str:
        return self.entry.id

    @property
    def root(self) -> tuple[str, str]:
        """The version whose value this is."""
        return self.entry.root, self.field

    @property
    def value(self) -> str:
        """What is said, as canonical JSON."""
        return to_json(self.said)


def parts(entry: LogEntry) -> list[Part]:
    """The versions an entry is."""
    said = parsed(entry.value)
    if entry.field != EXISTS or not isinstance(said, dict):
        return [Part(entry, entry.field, said)]
    return [
        Part(entry, EXISTS, True),
        *[Part(entry, name, value) for name, value in said.items() if name not in (EXISTS, WHOLE)],
    ]


def fields_made(value: str) -> list[str]:
    """What the entry that makes a row speaks of."""
    said = parsed(value)
    return [EXISTS, *(name for name in said if name not in (EXISTS, WHOLE))] if isinstance(said, dict) else []


def parsed(value: str) -> Any:
    """What JSON says; nothing, where it is none: a damaged entry is found by its id."""
    try:
        said, end = _SCAN(value, 0)
    except (ValueError, StopIteration, RecursionError):
        return None
    return said if end == len(value) else None


class Replaced:
    """The versions that entries replace: those they name, in the fields they speak of; a deletion in all."""

    def __init__(self, entries: Iterable[LogEntry]) -> None:
        self._whole: set[str] = set()
        self._parts: set[tuple[str, str]] = set()
        for entry in entries:
            if not entry.replaces:
                continue
            if entry.field == EXISTS and entry.value == FALSE:
                self._whole.update(entry.replaces)
            else:
                self._parts.update((id, part.field) for part in parts(entry) for id in entry.replaces)

    def whole(self, entry: LogEntry) -> bool:
        """Whether all that an entry says was replaced by a deletion."""
        return entry.id in self._whole

    def __contains__(self, part: Part) -> bool:
        return part.entry.id in self._whole or (part.entry.id, part.field) in self._parts


def _plain(value: Any) -> str:
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"The change log has no form for {type(value).__name__}.")


to_json = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"), default=_plain
).encode
"""Canonical JSON of a column's value."""


def canonical(entry: LogEntry) -> str:
    """The entry as JSON with sorted keys and no spaces, put together by hand because its value is JSON already."""
    replaces = ",".join(f'"{id}"' for id in entry.replaces)
    return (
        f'{{"device":"{entry.device}","field":{to_json(entry.field)},"number":{entry.number},'
        f'"op":{to_json(entry.op)},"previous":"{entry.previous}","replaces":[{replaces}],'
        f'"row":{to_json(f"{entry.table}/{entry.row}")},"step":"{entry.step}","time":"{entry.time}",'
        f'"value":{entry.value}}}'
    )


def digest(entry: LogEntry) -> str:
    return hashlib.sha256(canonical(entry).encode()).hexdigest()


def signed(entry: LogEntry) -> LogEntry:
    """The entry with its id."""
    return LogEntry(
        entry.device,
        entry.number,
        entry.previous,
        entry.time,
        entry.step,
        entry.op,
        entry.table,
        entry.row,
        entry.field,
        entry.value,
        entry.replaces,
        digest(entry),
        entry.stands_for,
    )


def tick(last: str, now: datetime) -> str:
    """The time after ``last``: the wall clock's where that is later, else a count on from ``last``."""
    ms, counter = int(last[:13]), int(last[14:])
    wall = int(now.timestamp() * 1000)
    if wall > ms:
        return f"{wall:013}.0000"
    ms, counter = (ms, counter + 1) if counter + 1 < _COUNTER_END else (ms + 1, 0)
    return f"{ms:013}.{counter:04}"


def moment(time: str) -> datetime:
    """The wall-clock time of an entry."""
    return datetime.fromtimestamp(int(time[:13]) / 1000, UTC)
