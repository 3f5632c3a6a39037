"""Writing this device's entries into the log, within the transaction that changes the rows."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    and_,
    bindparam,
    case,
    delete,
    func,
    insert,
    literal_column,
    select,
    update,
)

from gmp_desktop.domain.changes import Seen
from gmp_desktop.store.ledger_rows import AT_ONCE, ENTRY, entry_of, insert_entries, portions
from gmp_desktop.store.local import device, live, log_entry
from gmp_desktop.store.log import (
    EXISTS,
    FALSE,
    TRUE,
    WHOLE,
    LogEntry,
    Part,
    fields_made,
    parts,
    signed,
    tick,
    to_json,
)
from gmp_desktop.store.prepared import Prepared
from gmp_desktop.store.recorder import Key, RowChange
from gmp_desktop.store.sealed import SEALED, SealedText, keep, mark, seal
from gmp_desktop.store.tables import DEFAULTS


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
_NOTHING: ColumnElement[str] = literal_column(f"'{WHOLE}'")
_IS_WHOLE = and_(live.c.field == _NOTHING, log_entry.c.field == literal_column(f"'{EXISTS}'"))
_MADE = case((_IS_WHOLE, log_entry.c.value), else_=_NOTHING)
_LIVE = select(live.c.row, live.c.field, live.c.seq, log_entry.c.id, _MADE).join(
    log_entry, log_entry.c.seq == live.c.seq
)
_LIVE_OF_ONE = Prepared(_LIVE.where(live.c.row == bindparam("of")))
_LIVE_OF_MANY = _LIVE.where(live.c.row.in_(bindparam("rows", expanding=True)))
_PLACES_OF_MANY = select(live.c.field, live.c.seq).where(live.c.row.in_(bindparam("rows", expanding=True)))
_ENTRIES_AT = select(log_entry.c.seq, *ENTRY).where(log_entry.c.seq.in_(bindparam("places", expanding=True)))
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
        self.fields: list[Sequence[str]] = []
        """What each entry speaks of."""
        self._sealed: list[SealedText] = []

    @property
    def last(self) -> int:
        return self._last + len(self.entries)

    def make(
        self, key: Key, content: Mapping[str, Any], replaces: Collection[str] = (), stands_for: str = ""
    ) -> None:
        """A row is there, and this is in it."""
        value = to_json(content) if content else TRUE
        self._write(key, EXISTS, value, replaces, stands_for, (EXISTS, *content))

    def write(
        self, key: Key, field: str, value: str, replaces: Collection[str] = (), stands_for: str = ""
    ) -> None:
        self._write(key, field, value, replaces, stands_for, (field,))

    def put_away(self, key: Key, field: str, value: Any) -> Any:
        """What the log says of a column's value: a fingerprint, where it is private."""
        if not value or field not in SEALED.get(key[0], ()):
            return value
        self._sealed.append(seal(key, field, value))
        return mark(self._sealed[-1].fingerprint)

    def _write(
        self,
        key: Key,
        field: str,
        value: str,
        replaces: Collection[str],
        stands_for: str,
        fields: Sequence[str],
    ) -> None:
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
                stands_for=stands_for,
            )
        )
        self._previous = entry.id
        self.entries.append(entry)
        self.fields.append(fields)

    def close(self) -> None:
        """Insert the entries and move the device's place in its chain."""
        if self.entries:
            insert_entries(self._connection, self.entries, self.first)
            if self._sealed:
                keep(self._connection, self._sealed)
            _MOVE_HEAD.run(
                self._connection,
                of=self.author.device,
                number=self._number,
                previous=self._previous,
                clock=self._clock,
            )


def live_parts(connection: Connection, rows: Iterable[UUID]) -> dict[Key, list[Part]]:
    """The live versions of all fields of these rows."""
    found: dict[Key, list[Part]] = defaultdict(list)
    for portion in portions(rows):
        fields: dict[int, set[str]] = defaultdict(set)
        for field, seq in connection.execute(_PLACES_OF_MANY, {"rows": portion}):
            fields[seq].add(field)
        for seqs in portions(fields):
            for seq, *columns in connection.execute(_ENTRIES_AT, {"places": seqs}):
                entry = entry_of(columns)
                here = fields[seq]
                found[entry.table, entry.row] += [
                    part for part in parts(entry) if WHOLE in here or part.field in here
                ]
    return found


def live_versions(connection: Connection, rows: Collection[UUID]) -> Live:
    return _read_live(connection, rows)[0]


def _read_live(connection: Connection, rows: Collection[UUID]) -> tuple[Live, dict[UUID, int]]:
    """The live versions, and of rows that are as they were made the place of their entry."""
    found: Live = {}
    whole: dict[UUID, int] = {}
    for row, field, seq, id, made in _live_lines(connection, rows):
        if made:
            whole[row] = seq
        for name in fields_made(made) if made else (field,):
            found.setdefault(row, {}).setdefault(name, {})[id] = seq
    return found, whole


def _live_lines(connection: Connection, rows: Collection[UUID]) -> Iterator[Sequence[Any]]:
    if len(rows) == 1:
        (row,) = rows
        for _, *line in _LIVE_OF_ONE.rows(connection, of=row):
            yield row, *line
        return
    for portion in portions(rows):
        yield from connection.execute(_LIVE_OF_MANY, {"rows": portion})


def write_changes(
    ledger: Ledger,
    connection: Connection,
    changes: Mapping[Key, RowChange],
    seen: Mapping[tuple[UUID, str], Seen],
    progress: Callable[[float], None],
) -> set[Key]:
    """The entries of one step's row changes, and what they make of the live versions.

    Returns the rows whose tables may say otherwise than the log, because not all their versions were on the screen.
    """
    now_live, whole = _read_live(connection, {row for _, row in changes} | {row for row, _ in seen})
    for number, (key, change) in enumerate(changes.items()):
        if number % AT_ONCE == 0:
            progress(number / len(changes))
        live_here = now_live.get(key[1], {})
        on_screen = {field: ids for (row, field), ids in seen.items() if row == key[1]} if seen else {}
        _write_change(ledger, key, change, {**live_here, **on_screen})
    uncertain = {key for key, change in changes.items() if change.deleted and seen}
    for part, ids in _settled(connection, changes, seen, now_live):
        value = TRUE if part.field == EXISTS else part.value
        ledger.write((part.entry.table, part.entry.row), part.field, value, ids)
        uncertain.add((part.entry.table, part.entry.row))
    ledger.close()
    _take_apart(
        connection, {row: whole[row] for _, row in changes.keys() | uncertain if row in whole}, now_live
    )
    _renew_live(connection, ledger, now_live)
    progress(1.0)
    return uncertain


def _write_change(
    ledger: Ledger, key: Key, change: RowChange, on_screen: Mapping[str, Collection[str]]
) -> None:
    """A deletion replaces every field of its row; of a row never seen before only what differs is written."""
    if change.deleted:
        ledger.write(key, EXISTS, FALSE, _ids(on_screen.values()))
    elif change.made:
        defaults = DEFAULTS[key[0]]
        content = {
            field: ledger.put_away(key, field, value)
            for field, value in change.fields.items()
            if on_screen or value != defaults[field]
        }
        ledger.make(key, content, _ids(on_screen.get(field, ()) for field in (EXISTS, *content)))
    else:
        for field, value in change.fields.items():
            ledger.write(
                key, field, to_json(ledger.put_away(key, field, value)), _ids([on_screen.get(field, ())])
            )


def _ids(versions: Iterable[Collection[str]]) -> set[str]:
    return {id for ids in versions for id in ids}


def _settled(
    connection: Connection,
    changes: Mapping[Key, RowChange],
    seen: Mapping[tuple[UUID, str], Seen],
    now_live: Live,
) -> Iterator[tuple[Part, Seen]]:
    """Conflicts a person settled by leaving what was shown: their versions are named, the value stays.

    Versions that are all replaced by now were settled before.
    """
    fields = {(row, field) for (_, row), change in changes.items() for field in change.fields}
    deleted = {row for (_, row), change in changes.items() if change.deleted}
    for (row, field), ids in seen.items():
        if now_live.get(row, {}).get(field, {}).keys().isdisjoint(ids):
            continue
        if row not in deleted and (row, field) not in fields and (len(ids) > 1 or field == EXISTS):
            found = connection.execute(select(*ENTRY).where(log_entry.c.id.in_(ids)))
            versions = [part for one in found for part in parts(entry_of(one)) if part.field == field]
            if versions:
                yield max(versions, key=lambda part: part.entry.rank), ids


def _renew_live(connection: Connection, ledger: Ledger, now_live: Live) -> None:
    """An entry takes the place of one it replaces; the others go."""
    places: dict[str, dict[str, tuple[UUID, str, int]]] = defaultdict(dict)
    for row, of_row in now_live.items():
        for field, versions in of_row.items():
            for id, seq in versions.items():
                places[id][field] = (row, field, seq)
    fresh, gone, succeed = [], [], []
    for seq, (entry, fields) in enumerate(zip(ledger.entries, ledger.fields, strict=True), ledger.first):
        if not entry.replaces and len(fields) > 1 and entry.row not in now_live:
            fresh.append({"row": entry.row, "field": WHOLE, "seq": seq})
            continue
        replaced = [place for id in entry.replaces for place in _taken(places[id], entry, fields)]
        gone += [_this(place) for place in replaced]
        if replaced and replaced[-1][:2] == (entry.row, entry.field):
            succeed.append({**gone.pop(), "seq": seq})
        else:
            fresh.append({"row": entry.row, "field": entry.field, "seq": seq})
        fresh += [{"row": entry.row, "field": field, "seq": seq} for field in fields if field != entry.field]
    for statement, rows in ((_NO_LONGER_LIVE, gone), (_SUCCEED, succeed), (_NOW_LIVE, fresh)):
        if rows:
            statement.many(connection, rows)


def _take_apart(connection: Connection, whole: Mapping[UUID, int], now_live: Live) -> None:
    """Rows that were as they were made are so no longer: note their fields one by one."""
    if whole:
        _NO_LONGER_LIVE.many(connection, [_this((row, WHOLE, seq)) for row, seq in whole.items()])
        _NOW_LIVE.many(
            connection,
            [
                {"row": row, "field": field, "seq": seq}
                for row, seq in whole.items()
                for field in now_live[row]
            ],
        )


def _taken(
    versions: dict[str, tuple[UUID, str, int]], entry: LogEntry, fields: Sequence[str]
) -> Iterator[tuple[UUID, str, int]]:
    """Where the versions are that an entry replaces by naming one id."""
    whole = entry.field == EXISTS and entry.value == FALSE
    for field in list(versions) if whole else fields:
        if field in versions:
            yield versions.pop(field)


def _this(place: tuple[UUID, str, int]) -> dict[str, Any]:
    row, field, seq = place
    return {"of_row": row, "of_field": field, "of_seq": seq}
