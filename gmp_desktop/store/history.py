"""Undo and redo: new entries that bring back what a step replaced, so that they merge like any edit.

Doing again is undoing the undo. Only versions the step itself wrote are replaced, or versions that stand for them
since a later step was undone; what another device wrote in between stays, beside what is brought back.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import Connection, select

from gmp_desktop.store.ledger import Ledger, live_parts
from gmp_desktop.store.ledger_rows import ENTRY, entry_of, portions
from gmp_desktop.store.local import live, log_entry
from gmp_desktop.store.log import EXISTS, FALSE, WHOLE, LogEntry, Part, Replaced, parts, to_json
from gmp_desktop.store.recorder import Key
from gmp_desktop.store.steps import Step
from gmp_desktop.store.tables import DEFAULTS

Fields = dict[str, list[Part]]


@dataclass(slots=True)
class _Past:
    """One row in a step: what the step left there, and what it found."""

    left: Fields = field(default_factory=lambda: defaultdict(list))
    found: Fields = field(default_factory=lambda: defaultdict(list))


def write_inverse(connection: Connection, ledger: Ledger, step: Step) -> set[Key]:
    """Write the entries that take a step back; returns the rows they are about."""
    entries = _entries_of_step(connection, step)
    for entry in (as_made := _as_made(connection, entries)).values():
        ledger.write((entry.table, entry.row), EXISTS, FALSE, [entry.id])
    past = _past(connection, step, [entry for entry in entries if entry.row not in as_made])
    now_live = live_parts(connection, [row for _, row in past])
    for key, one in past.items():
        _take_back(ledger, key, one, now_live.get(key, []), ledger.author.device)
    ledger.close()
    return {(entry.table, entry.row) for entry in ledger.entries}


def _as_made(connection: Connection, entries: list[LogEntry]) -> dict[UUID, LogEntry]:
    """Rows that the step made for the first time and nobody touched since: there is nothing to weigh."""
    made = {entry.row: entry for entry in entries if entry.field == EXISTS and not entry.replaces}
    untouched: set[str] = set()
    for portion in portions(made):
        wanted = select(log_entry.c.id).join(live, live.c.seq == log_entry.c.seq)
        untouched.update(connection.scalars(wanted.where(live.c.row.in_(portion), live.c.field == WHOLE)))
    return {row: entry for row, entry in made.items() if entry.id in untouched}


def _take_back(ledger: Ledger, key: Key, past: _Past, now: list[Part], device: UUID) -> None:
    if _brought(past):
        own = {part.id for part in now if part.entry.device == device}
        written = past.left.get(EXISTS) or [part for of_field in past.left.values() for part in of_field]
        if _standing(written, now):
            ledger.write(key, EXISTS, FALSE, own, _root(past.found[EXISTS]))
        return
    if _says(past.left, False) and not (past.found and _standing(past.left[EXISTS], now)):
        return
    if _says(past.left, False):
        _make_again(ledger, key, past, now)
    for name in sorted(past.left.keys() | past.found.keys()):
        _bring_back(ledger, key, name, past, now)


def _brought(past: _Past) -> bool:
    """Whether the row is there because of the step: it was made, or brought back from its deletion."""
    if _says(past.found, True):
        return False
    return _says(past.left, True) or (past.found.keys() == {EXISTS} and past.left.keys() != {EXISTS})


def _make_again(ledger: Ledger, key: Key, past: _Past, now: list[Part]) -> None:
    """What the entry that made a deleted row still said of it comes back as one entry; it is found no more."""
    for making in [part for part in past.found.get(EXISTS, ()) if part.said is True]:
        of_making = {
            name: part
            for name, found in past.found.items()
            for part in found
            if part.id == making.id and name != EXISTS
        }
        replaces = {part.id for part in _standing(past.left[EXISTS], now)}
        content = {name: part.said for name, part in of_making.items()}
        ledger.make(key, content, replaces, making.entry.root)
        for name, part in [(EXISTS, making), *of_making.items()]:
            past.found[name].remove(part)


def _bring_back(ledger: Ledger, key: Key, name: str, past: _Past, now: list[Part]) -> None:
    replaces = [part.id for part in _standing(past.left.get(name, []), now)]
    if name in past.left and not replaces:
        return
    for part in past.found.get(name, ()):
        ledger.write(key, name, part.value, replaces, part.entry.root)
    if name not in past.found and name in DEFAULTS.get(key[0], {}):
        ledger.write(key, name, to_json(DEFAULTS[key[0]][name]), replaces)


def _standing(written: Iterable[Part], now: list[Part]) -> list[Part]:
    """The live versions that are these, or stand for them."""
    roots = {part.root for part in written}
    return [part for part in now if part.root in roots]


def _says(fields: Fields, there: bool) -> bool:
    return any(part.said is there for part in fields.get(EXISTS, ()))


def _root(versions: list[Part]) -> str:
    return versions[0].entry.root if versions else ""


def _past(connection: Connection, step: Step, entries: list[LogEntry]) -> dict[Key, _Past]:
    """What a step left and found; what it wrote and replaced itself is neither."""
    replaced = Replaced(entries)
    past: dict[Key, _Past] = defaultdict(_Past)
    for part in _parts(entries):
        if part not in replaced:
            past[part.entry.table, part.entry.row].left[part.field].append(part)
    named = {id for entry in entries for id in entry.replaces} - {entry.id for entry in entries}
    found = _by_id(connection, named)
    deleted = [entry.row for entry in entries if entry.field == EXISTS and entry.value == FALSE]
    outdated = Replaced([*found, *_edits_before(connection, deleted, step)])
    for part in _parts(found):
        if part in replaced and part not in outdated:
            past[part.entry.table, part.entry.row].found[part.field].append(part)
    return past


def _parts(entries: Iterable[LogEntry]) -> Iterator[Part]:
    for entry in entries:
        yield from parts(entry)


def _entries_of_step(connection: Connection, step: Step) -> list[LogEntry]:
    place = log_entry.c.seq.between(step.first, step.last)
    wanted = select(*ENTRY).where(place, log_entry.c.step == step.entries).order_by(log_entry.c.seq)
    return [entry_of(row) for row in connection.execute(wanted)]


def _edits_before(connection: Connection, rows: Iterable[UUID], step: Step) -> Iterator[LogEntry]:
    """A deletion names the entry that made its row for what is left of it: these took the rest before."""
    for portion in portions(rows):
        wanted = select(*ENTRY).where(
            log_entry.c.row.in_(portion), log_entry.c.seq < step.first, log_entry.c.replaces != ""
        )
        yield from map(entry_of, connection.execute(wanted))


def _by_id(connection: Connection, ids: Iterable[str]) -> list[LogEntry]:
    found: list[LogEntry] = []
    for portion in portions(sorted(ids)):
        found += map(entry_of, connection.execute(select(*ENTRY).where(log_entry.c.id.in_(portion))))
    return sorted(found, key=lambda entry: entry.rank)
