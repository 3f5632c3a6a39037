"""Where two people wrote without seeing each other, and the history of a row: both read from the log."""

import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, select

from gmp_desktop.store.ledger import entry_of, portions
from gmp_desktop.store.local import live, log_entry
from gmp_desktop.store.log import EXISTS, FALSE, LogEntry, moment
from gmp_desktop.store.recorder import Key
from gmp_desktop.store.shown import entries_of


@dataclass(frozen=True, slots=True)
class Version:
    """What one device wrote into a field."""

    id: str
    value: Any
    device: UUID
    at: datetime
    field: str
    op: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field with several live versions, the shown one first.

    The field "exists" stands for a row that one person deleted while another wrote into it: its versions are the
    deletion and what was written. To settle a conflict, write with ``seen`` naming all its versions.
    """

    table: str
    row: UUID
    field: str
    versions: tuple[Version, ...]

    @property
    def seen(self) -> tuple[str, ...]:
        return tuple(sorted(version.id for version in self.versions if version.field == self.field))


@dataclass(frozen=True, slots=True)
class Change:
    """One line of a row's history: a version and the values it took the place of."""

    version: Version
    before: tuple[Any, ...]


def conflicts(connection: Connection) -> list[Conflict]:
    """Fields whose versions differ, and rows that came back after a deletion."""
    found = []
    for (table, row), versions in sorted(_live_of(connection, _suspects(connection)).items()):
        by_field: dict[str, list[LogEntry]] = defaultdict(list)
        for entry in sorted(versions, key=lambda entry: entry.rank, reverse=True):
            by_field[entry.field].append(entry)
        if len(by_field) > 1 and any(entry.value == FALSE for entry in by_field.get(EXISTS, ())):
            by_field[EXISTS] = sorted(versions, key=lambda entry: entry.rank, reverse=True)
        for field, entries in by_field.items():
            if len({entry.value for entry in entries}) > 1:
                found.append(Conflict(table, row, field, tuple(map(_version, entries))))
    return found


def history(connection: Connection, row: UUID) -> list[Change]:
    """Who changed what in a row, when, and from what; oldest first."""
    entries = [entry for of_row in entries_of(connection, [row]).values() for entry in of_row]
    values = {entry.id: json.loads(entry.value) for entry in entries}
    fields = {entry.id: entry.field for entry in entries}
    return [
        Change(_version(entry), tuple(values[id] for id in entry.replaces if fields.get(id) == entry.field))
        for entry in sorted(entries, key=lambda entry: entry.rank)
    ]


def _suspects(connection: Connection) -> set[UUID]:
    several = select(live.c.row).group_by(live.c.row, live.c.field).having(func.count() > 1)
    other = live.alias()
    brought_back = (
        select(live.c.row)
        .join(log_entry, log_entry.c.seq == live.c.seq)
        .where(live.c.field == EXISTS, log_entry.c.value == FALSE)
        .where(select(other.c.row).where(other.c.row == live.c.row, other.c.field != EXISTS).exists())
    )
    return {*connection.scalars(several), *connection.scalars(brought_back)}


def _live_of(connection: Connection, rows: set[UUID]) -> dict[Key, list[LogEntry]]:
    found: dict[Key, list[LogEntry]] = defaultdict(list)
    for portion in portions(sorted(rows)):
        wanted = select(log_entry).join(live, live.c.seq == log_entry.c.seq).where(live.c.row.in_(portion))
        for row in connection.execute(wanted):
            found[row.table, row.row].append(entry_of(row))
    return found


def _version(entry: LogEntry) -> Version:
    return Version(entry.id, json.loads(entry.value), entry.device, moment(entry.time), entry.field, entry.op)
