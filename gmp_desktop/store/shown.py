"""Bringing the ordinary tables to what the log says of certain rows: after undo, after reading, when rebuilding."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, insert, select, type_coerce, update

from gmp_desktop.store.fields import references_of, references_to
from gmp_desktop.store.keys import Keys
from gmp_desktop.store.ledger_rows import ENTRY, entry_of, portions
from gmp_desktop.store.local import live, log_entry, waiting
from gmp_desktop.store.log import WHOLE, LogEntry, Part, parts
from gmp_desktop.store.recorder import Key
from gmp_desktop.store.sealed import SEALED, opened
from gmp_desktop.store.state import RowState, Values, row_state, values
from gmp_desktop.store.tables import TABLES, Base

NOBODY: Mapping[str, Collection[UUID]] = {}


def show(connection: Connection, rows: Iterable[Key]) -> set[Key]:
    """Make the tables, the live versions and the waiting list right for these rows and those that refer to them."""
    todo: dict[str, set[UUID]] = defaultdict(set)
    for table, row in rows:
        todo[table].add(row)
    done: set[Key] = set()
    while any(todo.values()):
        for table in (*TABLES, *(set(todo) - set(TABLES))):
            batch = todo.pop(table, set())
            done.update((table, row) for row in batch)
            for portion in portions(sorted(batch)):
                for child_table, child in _show(connection, table, portion):
                    todo[child_table].add(child)
    return done


def entries_of(connection: Connection, rows: Collection[UUID]) -> Mapping[Key, list[LogEntry]]:
    """All entries on these rows, in order of arrival."""
    wanted = select(*ENTRY).where(log_entry.c.row.in_(rows)).order_by(log_entry.c.table, log_entry.c.row)
    found = connection.execute(wanted.order_by(log_entry.c.seq))
    return {
        key: list(of_row)
        for key, of_row in groupby(map(entry_of, found), lambda entry: (entry.table, entry.row))
    }


def _show(connection: Connection, table: str, rows: list[UUID]) -> set[Key]:
    """Returns the rows that refer to one that came or went."""
    states = {
        row: row_state(entries)
        for (name, row), entries in entries_of(connection, rows).items()
        if name == table
    }
    _renew_live(connection, table, rows, states)
    if table not in TABLES:
        return set()
    texts = opened(connection, _shown(states.values())) if table in SEALED else {}
    wanted = {
        row: content for row, state in states.items() if (content := values(table, state, texts)) is not None
    }
    stop_waiting(connection, table, rows)
    begin_waiting(connection, table, rows, wanted)
    return _apply(connection, table, rows, wanted)


def _shown(states: Iterable[RowState]) -> Iterator[Part]:
    for state in states:
        yield from state.shown.values()


def _renew_live(connection: Connection, table: str, rows: list[UUID], states: dict[UUID, RowState]) -> None:
    of_table = select(log_entry.c.seq).where(log_entry.c.row.in_(rows), log_entry.c.table == table)
    connection.execute(delete(live).where(live.c.row.in_(rows), live.c.seq.in_(of_table)))
    fields: dict[str, list[str]] = defaultdict(list)
    for state in states.values():
        for name, id in _lines(state):
            fields[id].append(name)
    where = select(log_entry.c.row, log_entry.c.seq, log_entry.c.id).where(log_entry.c.row.in_(rows))
    fresh = [
        {"row": row, "field": field, "seq": seq}
        for row, seq, id in connection.execute(where)
        for field in fields.get(id, ())
    ]
    if fresh:
        connection.execute(insert(live), fresh)


def _lines(state: RowState) -> Iterable[tuple[str, str]]:
    """Fields and ids of the live versions; of a row that is as it was made one for all."""
    lines = [(field, part.id) for field, versions in state.live.items() for part in versions]
    if len(lines) > 1 and len({id for _, id in lines}) == 1:
        (making, *_) = next(iter(state.live.values()))
        if len(parts(making.entry)) == len(lines):
            return [(WHOLE, making.id)]
    return lines


def stop_waiting(connection: Connection, table: str, rows: list[UUID]) -> None:
    connection.execute(delete(waiting).where(waiting.c.row.in_(rows), waiting.c.table == table))


def begin_waiting(
    connection: Connection,
    table: str,
    rows: list[UUID],
    wanted: dict[UUID, Values],
    here: Mapping[str, Collection[UUID]] = NOBODY,
) -> None:
    """Empty references to nothing, take out rows whose required parent is missing, and note for whom they wait.

    A row that goes with this batch is nothing already. ``here`` are rows known to be in their tables.
    """
    waits: list[dict[str, Any]] = []
    for reference in references_of(table):
        parents = {content[reference.column] for content in wanted.values()} - {None}
        known = parents.intersection(here.get(reference.target, ()))
        there = known | _present(connection, reference.target, parents - known)
        if reference.target == table:
            there -= set(rows) - wanted.keys()
        for row, content in list(wanted.items()):
            parent = content[reference.column]
            if parent in there:
                continue
            if parent is not None:
                waits.append({"parent": parent, "row": row, "table": table})
            if reference.required:
                del wanted[row]
            else:
                content[reference.column] = None
    if waits:
        connection.execute(insert(waiting), waits)


def _present(connection: Connection, table: str, rows: Collection[UUID]) -> set[UUID]:
    key = Base.metadata.tables[table].c.id
    found: set[UUID] = set()
    for portion in portions(rows):
        found.update(connection.scalars(select(type_coerce(key, Keys())).where(key.in_(portion))))
    return found


def _apply(connection: Connection, table: str, rows: list[UUID], wanted: dict[UUID, Values]) -> set[Key]:
    target = Base.metadata.tables[table]
    there: dict[UUID, Values] = {}
    for found in connection.execute(select(target).where(target.c.id.in_(wanted))) if wanted else ():
        content = dict(found._mapping)
        there[content.pop("id")] = content
    gone = _present(connection, table, [row for row in rows if row not in wanted])
    come = wanted.keys() - there.keys()
    bereft = referring(connection, table, gone)
    changed = [row for row in wanted.keys() & there.keys() if wanted[row] != there[row]]
    if gone:
        connection.execute(delete(target).where(target.c.id.in_(gone)))
    if come:
        connection.execute(insert(target), [{"id": row, **wanted[row]} for row in sorted(come)])
    if changed:
        statement = update(target).where(target.c.id == bindparam("of"))
        connection.execute(statement, [{"of": row, **wanted[row]} for row in sorted(changed)])
    return bereft | waiting_for(connection, come)


def referring(connection: Connection, table: str, rows: Collection[UUID]) -> set[Key]:
    found: set[Key] = set()
    for reference in references_to(table) if rows else ():
        child = TABLES[reference.table]
        ids = connection.scalars(select(child.id).where(getattr(child, reference.column).in_(rows)))
        found.update((reference.table, id) for id in ids)
    return found


def waiting_for(connection: Connection, parents: Collection[UUID]) -> set[Key]:
    """The rows that refer to these and could not be shown with them."""
    found: set[Key] = set()
    for portion in portions(parents):
        rows = connection.execute(select(waiting.c.table, waiting.c.row).where(waiting.c.parent.in_(portion)))
        found.update((table, row) for table, row in rows)
    return found
