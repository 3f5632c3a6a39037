"""Undo and redo: new entries that bring back what a step replaced, so that they merge like any edit.

Doing again is undoing the undo. Only versions the step itself wrote are replaced, or versions that stand for them
since a later step was undone; what another device wrote in between stays, beside what is brought back.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import Connection, select

from gmp_desktop.store import wholesale
from gmp_desktop.store.ledger import Ledger, live_parts
from gmp_desktop.store.ledger_rows import ENTRY, entry_of, portions
from gmp_desktop.store.local import log_entry
from gmp_desktop.store.log import EXISTS, FALSE, LogEntry, Part, Replaced, parts, to_json
from gmp_desktop.store.recorder import Key
from gmp_desktop.store.shown import show
from gmp_desktop.store.steps import Step
from gmp_desktop.store.tables import DEFAULTS

Fields = dict[str, list[Part]]
Progress = Callable[[float], None]

_WRITTEN = 0.5
"""How much of it is done when the log has it."""


@dataclass(slots=True)
class _Past:
    """One row in a step: what the step left there, and what it found."""

    left: Fields = field(default_factory=lambda: defaultdict(list))
    found: Fields = field(default_factory=lambda: defaultdict(list))


def take_back(connection: Connection, ledger: Ledger, step: Step, progress: Progress) -> set[Key]:
    """Write the entries that take a step back and bring the tables to them; returns the rows they are about."""
    whole = wholesale.find(connection, step, ledger.author.device)
    wholesale.write(ledger, whole, lambda part: progress(_WRITTEN * part))
    past = _past(connection, step, _entries_of_step(connection, step, {one.seq for one in whole}))
    now_live = live_parts(connection, [row for _, row in past])
    for key, one in past.items():
        _take_back(ledger, key, one, now_live.get(key, []), ledger.author.device)
    ledger.close()
    progress(_WRITTEN)
    written, rest = ledger.entries[: len(whole)], ledger.entries[len(whole) :]
    others = wholesale.show(
        connection, written, ledger.first, lambda part: progress(_WRITTEN + (1 - _WRITTEN) * part)
    )
    shown = show(connection, others | {(entry.table, entry.row) for entry in rest})
    return shown | {(one.table, one.row) for one in whole}


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


def _entries_of_step(connection: Connection, step: Step, but: set[int]) -> list[LogEntry]:
    place = log_entry.c.seq.between(step.first, step.last)
    places = connection.scalars(select(log_entry.c.seq).where(place, log_entry.c.step == step.entries))
    found: list[LogEntry] = []
    for portion in portions(sorted(set(places) - but)):
        wanted = select(*ENTRY).where(log_entry.c.seq.in_(portion)).order_by(log_entry.c.seq)
        found += map(entry_of, connection.execute(wanted))
    return found


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
