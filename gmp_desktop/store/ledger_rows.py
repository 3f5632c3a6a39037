"""Entries of the log as rows of its table."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Dialect, insert, type_coerce

from gmp_desktop.store.keys import Keys
from gmp_desktop.store.local import log_entry
from gmp_desktop.store.log import LogEntry
from gmp_desktop.store.prepared import Prepared

AT_ONCE = 500
"""Rows named in one statement."""

_INSERT = Prepared(insert(log_entry))


class _Repeated(Keys):
    """Keys of which there are few in many rows, made once."""

    cache_ok = True

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        process = super().result_processor(dialect, coltype)
        return process and lru_cache(process)


_TYPES = {"device": _Repeated(), "step": _Repeated(), "row": Keys()}
ENTRY = tuple(
    type_coerce(log_entry.c[name], _TYPES[name]) if name in _TYPES else log_entry.c[name]
    for name in (
        "device",
        "number",
        "previous",
        "time",
        "step",
        "op",
        "table",
        "row",
        "field",
        "value",
        "replaces",
        "id",
        "stands_for",
    )
)
"""The columns of an entry, in the order of its fields."""


def insert_entries(connection: Connection, entries: Iterable[LogEntry], first: int) -> None:
    _INSERT.many(
        connection,
        (
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
        ),
    )


def entry_of(row: Sequence[Any]) -> LogEntry:
    """A log entry from its columns, which are those of ``ENTRY``."""
    device, number, previous, time, step, op, table, key, field, value, replaces, id, stands_for = row
    replaced = tuple(replaces.split())
    return LogEntry(
        device, number, previous, time, step, op, table, key, field, value, replaced, id, stands_for
    )


def portions(rows: Iterable[Any]) -> Iterator[list[Any]]:
    """As many at a time as one statement may name."""
    rest = iter(rows)
    while portion := list(islice(rest, AT_ONCE)):
        yield portion
