"""Is the record what was written? Every entry is hashed again and the tables compared with the log."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from uuid import UUID

from sqlalchemy import Connection, select

from gmp_desktop.store.ledger_rows import ENTRY, entry_of
from gmp_desktop.store.local import live, log_entry, sealed
from gmp_desktop.store.log import WHOLE, LogEntry, digest, fields_made
from gmp_desktop.store.recorder import Key
from gmp_desktop.store.sealed import SEALED, SealedText, opened, right
from gmp_desktop.store.state import RowState, row_state, tables
from gmp_desktop.store.tables import TABLES

Chains = dict[UUID, list[tuple[int, str, str]]]
"""Number, id and previous id of every entry of a device."""


def verify(connection: Connection) -> list[str]:
    """What is wrong, in sentences; nothing, if all is well."""
    findings = list(_database(connection))
    if findings:
        return findings
    chains: Chains = defaultdict(list)
    states: dict[Key, RowState] = {}
    wanted = select(*ENTRY).order_by(log_entry.c.table, log_entry.c.row, log_entry.c.seq)
    found = connection.execute(wanted.execution_options(yield_per=1000))
    for key, entries in groupby(map(entry_of, found), lambda entry: (entry.table, entry.row)):
        of_row = list(entries)
        findings += _altered(of_row)
        states[key] = row_state(of_row)
        for entry in of_row:
            chains[entry.device].append((entry.number, entry.id, entry.previous))
    for device, chain in chains.items():
        findings += _chain(device, sorted(chain))
    findings += _sealed(connection)
    return findings + list(_live(connection, states)) + list(_tables(connection, states))


def _database(connection: Connection) -> Iterator[str]:
    if connection.dialect.name != "sqlite":
        return
    for (finding,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if finding != "ok":
            yield f"The database file is damaged: {finding}."
    for table, *_ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"A row of {table} refers to a row that is not there."


def _altered(entries: list[LogEntry]) -> list[str]:
    return [
        f"Entry {entry.number} of device {entry.device} was altered ({entry.table} {entry.row}, {entry.field})."
        for entry in entries
        if digest(entry) != entry.id
    ]


def _chain(device: UUID, chain: list[tuple[int, str, str]]) -> Iterator[str]:
    """Every number once, each entry after the one before it."""
    by_number: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for number, id, previous in chain:
        by_number[number].append((id, previous))
    numbers = sorted(by_number)
    for before, after in zip([0, *numbers], numbers, strict=False):
        if after > before + 1:
            missing = f"{before + 1}" if after == before + 2 else f"{before + 1} to {after - 1}"
            yield f"Of device {device} the entries {missing} are missing."
    for number, entries in by_number.items():
        if len(entries) > 1:
            yield f"Device {device} wrote number {number} {len(entries)} times: it went on from an old copy."
        earlier = {id for id, _ in by_number.get(number - 1, ())} or ({""} if number == 1 else set())
        for _, previous in entries:
            if earlier and previous not in earlier:
                yield f"Entry {number} of device {device} does not follow the entry before it."


def _sealed(connection: Connection) -> Iterator[str]:
    for one in connection.execute(select(sealed).order_by(sealed.c.fingerprint)):
        if not right(SealedText(*one)):
            yield f"A private text was altered ({one.table} {one.row}, {one.field})."


def _live(connection: Connection, states: dict[Key, RowState]) -> Iterator[str]:
    wanted = {
        (row, version.field, version.id)
        for (_, row), state in states.items()
        for versions in state.live.values()
        for version in versions
    }
    noted = select(live.c.row, live.c.field, log_entry.c.id, log_entry.c.value).join(
        log_entry, log_entry.c.seq == live.c.seq
    )
    kept = {
        (row, name, id)
        for row, field, id, value in connection.execute(noted)
        for name in (field == WHOLE and fields_made(value)) or [field]
    }
    for row, field in sorted({(row, field) for row, field, _ in wanted ^ kept}):
        yield f"The newest versions of {field} in row {row} are noted wrongly."


def _tables(connection: Connection, states: dict[Key, RowState]) -> Iterator[str]:
    spoken = (part for (name, _), state in states.items() if name in SEALED for part in state.shown.values())
    wanted = tables(states, opened(connection, spoken))
    for name, row in TABLES.items():
        there = {}
        try:
            for one in connection.execute(select(row.__table__)):
                content = dict(one._mapping)
                there[content.pop("id")] = content
        except ValueError:
            yield f"A {name} in its table cannot be read."
            continue
        for id in sorted(wanted[name].keys() - there.keys()):
            yield f"The {name} {id} is in the log and not in its table."
        for id in sorted(there.keys() - wanted[name].keys()):
            yield f"The {name} {id} is in its table and not in the log."
        for id in sorted(there.keys() & wanted[name].keys()):
            wrong = [column for column, value in wanted[name][id].items() if there[id][column] != value]
            if wrong:
                yield f"The {name} {id} differs from the log in {', '.join(wrong)}."
