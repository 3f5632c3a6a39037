"""Turning rows that a step made or removed as they stand: one entry says all of such a row, there is nothing to weigh.

A list of ten thousand people is forty thousand of them. What is more entangled is :mod:`history`'s.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import starmap
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    bindparam,
    delete,
    exists,
    func,
    literal,
    or_,
    select,
    type_coerce,
    update,
)

from gmp_desktop.store import quick
from gmp_desktop.store.keys import Keys
from gmp_desktop.store.ledger import Ledger
from gmp_desktop.store.ledger_rows import AT_ONCE, portions
from gmp_desktop.store.local import live, log_entry, waiting
from gmp_desktop.store.log import EXISTS, FALSE, TRUE, WHOLE, LogEntry, parts
from gmp_desktop.store.prepared import Prepared
from gmp_desktop.store.recorder import Key
from gmp_desktop.store.sealed import SEALED, opened
from gmp_desktop.store.shown import begin_waiting, referring, stop_waiting, waiting_for
from gmp_desktop.store.state import RowState, values
from gmp_desktop.store.steps import Step
from gmp_desktop.store.tables import TABLES, Base

Progress = Callable[[float], None]
Take = Callable[[Connection, str, list[LogEntry]], set[Key]]


class Whole(NamedTuple):
    """A row, the entry of the step that says all of it, and what is to be said instead."""

    seq: int
    id: str
    table: str
    row: UUID
    value: str
    root: str


_ONE, _BEFORE = log_entry.alias("one"), log_entry.alias("before")
_OTHER, _ALSO = log_entry.alias("other"), live.alias("also")
_PLACE = (_ONE.c.seq, _ONE.c.id, _ONE.c.table, type_coerce(_ONE.c.row, Keys()))
_ROOT = func.coalesce(func.nullif(_BEFORE.c.stands_for, ""), _BEFORE.c.id, "")
_SAYS_THERE = and_(_BEFORE.c.field == EXISTS, _BEFORE.c.value != FALSE)
_MOVE = Prepared(
    update(live).where(live.c.row == bindparam("of")).values(field=bindparam("field"), seq=bindparam("seq"))
)


def find(connection: Connection, step: Step, device: UUID) -> list[Whole]:
    """Rows that are as the step made them and were not there before it, and those it removed as they were made."""
    found = (*connection.execute(_made(step)), *connection.execute(_removed(step, device)))
    return list(starmap(Whole, found))


def write(ledger: Ledger, rows: Sequence[Whole], progress: Progress) -> None:
    for number, one in enumerate(rows):
        if number % AT_ONCE == 0:
            progress(number / len(rows))
        ledger.write((one.table, one.row), EXISTS, one.value, [one.id], one.root)


def show(connection: Connection, written: Sequence[LogEntry], first: int, progress: Progress) -> set[Key]:
    """Bring the tables to these entries, which begin at a place of the log; returns rows to look at again.

    Those are others that refer to them, and those that came before what they refer to.
    """
    gone: dict[str, list[LogEntry]] = defaultdict(list)
    come: dict[str, list[LogEntry]] = defaultdict(list)
    for entry in written:
        (gone if entry.value == FALSE else come)[entry.table].append(entry)
    here: dict[str, set[UUID]] = defaultdict(set)
    others: set[Key] = set()
    done = 0
    turns: list[tuple[Take, str, list[LogEntry]]] = [
        *((_take_out, table, gone[table]) for table in reversed(TABLES)),
        *((partial(_put_in, here), table, come[table]) for table in TABLES),
    ]
    for take, table, entries in turns:
        for portion in portions(entries):
            progress(done / len(written))
            others |= take(connection, table, portion)
            done += len(portion)
    _MOVE.many(connection, _lines(written, first))
    return others - {(entry.table, entry.row) for entry in written if entry.value == FALSE}


def _made(step: Step) -> Select[Any]:
    """What the step left is still the one live version; it replaced nothing, or a deletion from before."""
    still = and_(live.c.row == _ONE.c.row, live.c.field == WHOLE, live.c.seq == _ONE.c.seq)
    before = and_(_BEFORE.c.id == _ONE.c.replaces, _BEFORE.c.field == EXISTS, _BEFORE.c.value == FALSE)
    return (
        select(*_PLACE, literal(FALSE), _ROOT)
        .join(live, still)
        .outerjoin(_BEFORE, and_(before, _BEFORE.c.seq < step.first))
        .where(*_of_step(step), or_(_ONE.c.replaces == "", _BEFORE.c.id.is_not(None)))
        .order_by(_ONE.c.seq)
    )


def _removed(step: Step, device: UUID) -> Select[Any]:
    """The deletion is the one live version, and nobody ever wrote a single field of the row."""
    still = and_(live.c.row == _ONE.c.row, live.c.field == EXISTS, live.c.seq == _ONE.c.seq)
    own = and_(_BEFORE.c.id == _ONE.c.replaces, _BEFORE.c.device == device, _BEFORE.c.seq < step.first)
    return (
        select(*_PLACE, _BEFORE.c.value, _ROOT)
        .join(live, still)
        .join(_BEFORE, and_(own, _SAYS_THERE))
        .where(
            *_of_step(step),
            _ONE.c.value == FALSE,
            ~exists().where(_ALSO.c.row == _ONE.c.row, _ALSO.c.seq != _ONE.c.seq),
            ~exists().where(_OTHER.c.row == _ONE.c.row, _OTHER.c.field != EXISTS),
        )
        .order_by(_ONE.c.seq)
    )


def _of_step(step: Step) -> Iterator[ColumnElement[bool]]:
    yield _ONE.c.seq.between(step.first, step.last)
    yield _ONE.c.step == step.entries
    yield _ONE.c.field == EXISTS
    yield _ONE.c.table.in_(TABLES)


def _take_out(connection: Connection, table: str, entries: list[LogEntry]) -> set[Key]:
    """Children are gone when their parents go; what refers to these is none of them."""
    target, rows = Base.metadata.tables[table], [entry.row for entry in entries]
    bereft = referring(connection, table, rows)
    connection.execute(delete(target).where(target.c.id.in_(rows)))
    if _somebody_waits(connection):
        stop_waiting(connection, table, rows)
    return bereft


def _put_in(
    here: dict[str, set[UUID]], connection: Connection, table: str, entries: list[LogEntry]
) -> set[Key]:
    said = {entry.row: parts(entry) for entry in entries}
    spoken = (part for of_row in said.values() for part in of_row)
    texts = opened(connection, spoken) if table in SEALED else {}
    wanted = {}
    for row, of_row in said.items():
        content = values(table, RowState(True, {}, {part.field: part for part in of_row}), texts)
        if content is not None:
            wanted[row] = content
    if _somebody_waits(connection):
        stop_waiting(connection, table, list(said))
    begin_waiting(connection, table, list(said), wanted, here)
    quick.insert_rows(connection, table, [{"id": row, **content} for row, content in wanted.items()])
    here[table].update(wanted)
    return waiting_for(connection, wanted) if _somebody_waits(connection) else set()


def _somebody_waits(connection: Connection) -> bool:
    """Asked of the whole table, which is nearly always empty: asking for thousands of rows takes its time."""
    return connection.execute(select(waiting.c.row).limit(1)).first() is not None


def _lines(written: Sequence[LogEntry], first: int) -> Iterator[dict[str, object]]:
    """The live line of each row: the deletion, or all that made it again."""
    for seq, entry in enumerate(written, first):
        yield {"of": entry.row, "field": EXISTS if entry.value in (TRUE, FALSE) else WHOLE, "seq": seq}
