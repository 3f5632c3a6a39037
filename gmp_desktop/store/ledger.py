"""Writing this device's entries into the log, within the transaction that changes the rows."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, Connection, Row, bindparam, delete, func, insert, select, update

from gmp_desktop.domain.changes import Seen
from gmp_desktop.store.local import device, live, log_entry
from gmp_desktop.store.log import EXISTS, FALSE, TRUE, LogEntry, signed, tick, to_json
from gmp_desktop.store.prepared import Prepared
from gmp_desktop.store.recorder import Key, RowChange
from gmp_desktop.store.tables import DEFAULTS

AT_ONCE = 500
"""Rows named in one statement."""


def _named(*names: str) -> dict[str, BindParameter[Any]]:
    return {name: bindparam(name) for name in names}


Live = dict[UUID, dict[str, dict[str, int]]]
"""By row and field the ids of the live versions, with their place in the log."""

_HEAD = Prepared(
    select(
        device.c.number,
        device.c.previous,
        device.c.clock,
        select(func.max(log_entry.c.seq)).scalar_subquery(),
    ).where(device.c.id == bindparam("of"))
)
_MOVE_HEAD = Prepared(
    update(device).where(device.c.id == bindparam("of")).values(_named("number", "previous", "clock"))
)
_INSERT = Prepared(insert(log_entry))
_LIVE = select(live.c.field, live.c.seq, log_entry.c.id).join(log_entry, log_entry.c.seq == live.c.seq)
_LIVE_OF_ONE = Prepared(_LIVE.where(live.c.row == bindparam("of")))
_LIVE_OF_MANY = _LIVE.add_columns(live.c.row).where(live.c.row.in_(bindparam("rows", expanding=True)))
_THIS_LIVE = (
    (live.c.row == bindparam("of_row"))
    & (live.c.field == bindparam("of_field"))
    & (live.c.seq == bindparam("of_seq"))
)
_NOW_LIVE = Prepared(insert(live))
_NO_LONGER_LIVE = Prepared(delete(live).where(_THIS_LIVE))
_SUCCEED = Prepared(update(live).where(_THIS_LIVE).values(_named("seq")))


@dataclass(frozen=True, slots=True)
class Author:
    """Who writes: the device, the step of the log, what the person did."""

    device: UUID
    step: UUID
    op: str
    now: Callable[[], datetime]


class Ledger:
    """Entries of one step. Nothing is in the database before :meth:`close`."""

    def __init__(self, connection: Connection, author: Author) -> None:
        self._connection = connection
        self.author = author
        ((self._number, self._previous, self._clock, last),) = _HEAD.rows(connection, of=author.device)
        self._last: int = last or 0
        self.first = self._last + 1
        self.entries: list[LogEntry] = []

    @property
    def last(self) -> int:
        return self._last + len(self.entries)

    def write(
        self, key: Key, field: str, value: str, replaces: Collection[str] = (), stands_for: str = ""
    ) -> LogEntry:
        self._number += 1
        self._clock = tick(self._clock, self.author.now())
        author = self.author
        entry = signed(
            LogEntry(
                author.device,
                self._number,
                self._previous,
                self._clock,
                author.step,
                author.op,
                *key,
                field,
                value,
                tuple(sorted(replaces)),
            )
        )
        self._previous = entry.id
        if stands_for:
            entry = replace(entry, stands_for=stands_for)
        self.entries.append(entry)
        return entry

    def close(self) -> None:
        """Insert the entries and move the device's place in its chain."""
        if self.entries:
            insert_entries(self._connection, self.entries, self.first)
            _MOVE_HEAD.run(
                self._connection,
                of=self.author.device,
                number=self._number,
                previous=self._previous,
                clock=self._clock,
            )


def insert_entries(connection: Connection, entries: Iterable[LogEntry], first: int) -> None:
    _INSERT.many(
        connection,
        [
            {
                "seq": seq,
                "id": entry.id,
                "device": entry.device,
                "number": entry.number,
                "previous": entry.previous,
                "time": entry.time,
                "step": entry.step,
                "op": entry.op,
                "table": entry.table,
                "row": entry.row,
                "field": entry.field,
                "value": entry.value,
                "replaces": " ".join(entry.replaces),
                "stands_for": entry.stands_for,
            }
            for seq, entry in enumerate(entries, first)
        ],
    )


def entry_of(row: Row[Any]) -> LogEntry:
    """A log entry from its row in the database."""
    return LogEntry(
        row.device,
        row.number,
        row.previous,
        row.time,
        row.step,
        row.op,
        row.table,
        row.row,
        row.field,
        row.value,
        tuple(row.replaces.split()),
        row.id,
        row.stands_for,
    )


def live_versions(connection: Connection, rows: Collection[UUID]) -> Live:
    found: Live = {}
    if len(rows) == 1:
        row = next(iter(rows))
        for field, seq, id in _LIVE_OF_ONE.rows(connection, of=row):
            found.setdefault(row, {}).setdefault(field, {})[id] = seq
        return found
    for portion in portions(rows):
        for one in connection.execute(_LIVE_OF_MANY, {"rows": portion}):
            found.setdefault(one.row, {}).setdefault(one.field, {})[one.id] = one.seq
    return found


def portions(rows: Iterable[Any]) -> Iterator[list[Any]]:
    """As many at a time as one statement may name."""
    rest = iter(rows)
    while portion := list(islice(rest, AT_ONCE)):
        yield portion


def write_changes(
    ledger: Ledger,
    connection: Connection,
    changes: Mapping[Key, RowChange],
    seen: Mapping[tuple[UUID, str], Seen],
) -> set[Key]:
    """The entries of one step's row changes, and what they make of the live versions.

    Returns the rows whose tables may say otherwise than the log, because not all their versions were on the screen.
    """
    now_live = live_versions(connection, {row for _, row in changes} | {row for row, _ in seen})
    for key, change in changes.items():
        live_here = now_live.get(key[1], {})
        on_screen = {field: ids for (row, field), ids in seen.items() if row == key[1]} if seen else {}
        for field, value in _fields(key, change, bool(live_here)):
            ledger.write(key, field, value, _replaced(field, value, {**live_here, **on_screen}))
    uncertain = {key for key, change in changes.items() if change.deleted and seen}
    for entry, ids in _settled(connection, changes, seen, now_live):
        value = TRUE if entry.field == EXISTS else entry.value
        ledger.write((entry.table, entry.row), entry.field, value, ids)
        uncertain.add((entry.table, entry.row))
    ledger.close()
    _renew_live(connection, ledger, now_live)
    return uncertain


def _settled(
    connection: Connection,
    changes: Mapping[Key, RowChange],
    seen: Mapping[tuple[UUID, str], Seen],
    now_live: Live,
) -> Iterator[tuple[LogEntry, Seen]]:
    """Conflicts a person settled by leaving what was shown: their versions are named, the value stays.

    Versions that are all replaced by now were settled before.
    """
    fields = {(row, field) for (_, row), change in changes.items() for field in change.fields}
    deleted = {row for (_, row), change in changes.items() if change.deleted}
    for (row, field), ids in seen.items():
        if now_live.get(row, {}).get(field, {}).keys().isdisjoint(ids):
            continue
        if row not in deleted and (row, field) not in fields and (len(ids) > 1 or field == EXISTS):
            found = [
                entry_of(one) for one in connection.execute(select(log_entry).where(log_entry.c.id.in_(ids)))
            ]
            if found:
                yield max(found, key=lambda entry: entry.rank), ids


def _fields(key: Key, change: RowChange, known: bool) -> Iterator[tuple[str, str]]:
    """Fields to write: of a row never seen before only what differs from the defaults."""
    if change.deleted:
        yield EXISTS, FALSE
        return
    if change.made:
        yield EXISTS, TRUE
    defaults = DEFAULTS[key[0]]
    for field, value in change.fields.items():
        if known or not change.made or value != defaults[field]:
            yield field, to_json(value)


def _replaced(field: str, value: str, on_screen: Mapping[str, Iterable[str]]) -> set[str]:
    """A deletion replaces every field of its row."""
    if field == EXISTS and value == FALSE:
        return {id for ids in on_screen.values() for id in ids}
    return set(on_screen.get(field, ()))


def _renew_live(connection: Connection, ledger: Ledger, now_live: Live) -> None:
    """An entry takes the place of one it replaces; the others go."""
    places = {
        id: (row, field, seq)
        for row, fields in now_live.items()
        for field, versions in fields.items()
        for id, seq in versions.items()
    }
    fresh, gone, succeed = [], [], []
    for seq, entry in enumerate(ledger.entries, ledger.first):
        replaced = [places.pop(id) for id in entry.replaces if id in places]
        gone += [_this(place) for place in replaced]
        if replaced and replaced[-1][:2] == (entry.row, entry.field):
            succeed.append({**gone.pop(), "seq": seq})
        else:
            fresh.append({"row": entry.row, "field": entry.field, "seq": seq})
    for statement, rows in ((_NO_LONGER_LIVE, gone), (_SUCCEED, succeed), (_NOW_LIVE, fresh)):
        if rows:
            statement.many(connection, rows)


def _this(place: tuple[UUID, str, int]) -> dict[str, Any]:
    row, field, seq = place
    return {"of_row": row, "of_field": field, "of_seq": seq}
