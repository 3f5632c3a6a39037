"""Where two people wrote without seeing each other, and the history of a row: both read from the log."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, select

from gmp_desktop.store.ledger import live_parts
from gmp_desktop.store.local import live, log_entry
from gmp_desktop.store.log import EXISTS, FALSE, Part, moment, parts
from gmp_desktop.store.sealed import unsealed
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
    for (table, row), live_here in sorted(live_parts(connection, sorted(_suspects(connection))).items()):
        versions = sorted(unsealed(connection, live_here), key=lambda part: part.entry.rank, reverse=True)
        by_field: dict[str, list[Part]] = defaultdict(list)
        for part in versions:
            by_field[part.field].append(part)
        if len(by_field) > 1 and any(part.said is False for part in by_field.get(EXISTS, ())):
            by_field[EXISTS] = versions
        for field, of_field in by_field.items():
            if len({part.value for part in of_field}) > 1:
                found.append(Conflict(table, row, field, tuple(map(_version, of_field))))
    return found


def history(connection: Connection, row: UUID) -> list[Change]:
    """Who changed what in a row, when, and from what; oldest first."""
    entries = [entry for of_row in entries_of(connection, [row]).values() for entry in of_row]
    versions = unsealed(connection, (part for entry in entries for part in parts(entry)))
    said = {(part.id, part.field): part.said for part in versions}
    return [
        Change(
            _version(part),
            tuple(said[id, part.field] for id in part.entry.replaces if (id, part.field) in said),
        )
        for part in sorted(versions, key=lambda part: part.entry.rank)
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


def _version(part: Part) -> Version:
    entry = part.entry
    return Version(entry.id, part.said, entry.device, moment(entry.time), part.field, entry.op)
