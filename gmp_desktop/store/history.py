"""Undo and redo: new entries that bring back what a step replaced, so that they merge like any edit.

Doing again is undoing the undo. Only versions the step itself wrote are replaced, or versions that stand for them
since a later step was undone; what another device wrote in between stays, beside what is brought back.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import Connection, select

from gmp_desktop.store.ledger import Ledger, entry_of, portions
from gmp_desktop.store.local import live, log_entry
from gmp_desktop.store.log import EXISTS, FALSE, TRUE, LogEntry, to_json
from gmp_desktop.store.recorder import Key
from gmp_desktop.store.steps import Step
from gmp_desktop.store.tables import DEFAULTS

Fields = dict[str, list[LogEntry]]


@dataclass(slots=True)
class _Past:
    """One row in a step: what the step left there, and what it found."""

    left: Fields = field(default_factory=lambda: defaultdict(list))
    found: Fields = field(default_factory=lambda: defaultdict(list))


def write_inverse(connection: Connection, ledger: Ledger, step: Step) -> set[Key]:
    """Write the entries that take a step back; returns the rows they are about."""
    past = _past(connection, _entries_of_step(connection, step))
    now_live = _live_entries(connection, [row for _, row in past])
    for key, one in past.items():
        _take_back(ledger, key, one, now_live.get(key, []), ledger.author.device)
    ledger.close()
    return {(entry.table, entry.row) for entry in ledger.entries}


def _take_back(ledger: Ledger, key: Key, past: _Past, now: list[LogEntry], device: UUID) -> None:
    if _brought(past):
        own = [entry.id for entry in now if entry.device == device]
        written = past.left.get(EXISTS) or [entry for entries in past.left.values() for entry in entries]
        if _standing(written, now):
            ledger.write(key, EXISTS, FALSE, own, _root(past.found[EXISTS]))
        return
    if _says(past.left, FALSE) and not (past.found and _standing(past.left[EXISTS], now)):
        return
    for name in sorted(past.left.keys() | past.found.keys()):
        _bring_back(ledger, key, name, past, now)


def _brought(past: _Past) -> bool:
    """Whether the row is there because of the step: it was made, or brought back from its deletion."""
    if _says(past.found, TRUE):
        return False
    return _says(past.left, TRUE) or (past.found.keys() == {EXISTS} and past.left.keys() != {EXISTS})


def _bring_back(ledger: Ledger, key: Key, name: str, past: _Past, now: list[LogEntry]) -> None:
    replaces = [entry.id for entry in _standing(past.left.get(name, []), now)]
    if name in past.left and not replaces:
        return
    for entry in past.found.get(name, ()):
        ledger.write(key, name, entry.value, replaces, entry.root)
    if name not in past.found and name in DEFAULTS.get(key[0], {}):
        ledger.write(key, name, to_json(DEFAULTS[key[0]][name]), replaces)


def _standing(written: Iterable[LogEntry], now: list[LogEntry]) -> list[LogEntry]:
    """The live versions that are these entries, or stand for them."""
    roots = {entry.root for entry in written}
    return [entry for entry in now if entry.root in roots]


def _says(fields: Fields, value: str) -> bool:
    return any(entry.value == value for entry in fields.get(EXISTS, ()))


def _root(entries: list[LogEntry]) -> str:
    return entries[0].root if entries else ""


def _past(connection: Connection, entries: list[LogEntry]) -> dict[Key, _Past]:
    """What a step left and found; what it wrote and replaced itself is neither."""
    written = {entry.id for entry in entries}
    replaced = {id for entry in entries for id in entry.replaces}
    past: dict[Key, _Past] = defaultdict(_Past)
    for entry in entries:
        if entry.id not in replaced:
            past[entry.table, entry.row].left[entry.field].append(entry)
    found = _by_id(connection, replaced - written)
    outdated = {id for entry in found for id in entry.replaces}
    for entry in found:
        if entry.id not in outdated:
            past[entry.table, entry.row].found[entry.field].append(entry)
    return past


def _entries_of_step(connection: Connection, step: Step) -> list[LogEntry]:
    place = log_entry.c.seq.between(step.first, step.last)
    wanted = select(log_entry).where(place, log_entry.c.step == step.entries).order_by(log_entry.c.seq)
    return [entry_of(row) for row in connection.execute(wanted)]


def _by_id(connection: Connection, ids: Iterable[str]) -> list[LogEntry]:
    found = []
    for portion in portions(sorted(ids)):
        found += [
            entry_of(row) for row in connection.execute(select(log_entry).where(log_entry.c.id.in_(portion)))
        ]
    return sorted(found, key=lambda entry: entry.rank)


def _live_entries(connection: Connection, rows: Iterable[UUID]) -> dict[Key, list[LogEntry]]:
    found: dict[Key, list[LogEntry]] = defaultdict(list)
    for portion in portions(rows):
        wanted = select(log_entry).join(live, live.c.seq == log_entry.c.seq).where(live.c.row.in_(portion))
        for row in connection.execute(wanted):
            found[row.table, row.row].append(entry_of(row))
    return found
