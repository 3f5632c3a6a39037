"""Taking in entries of another device: a union, so that order, repetition and loss of packages do no harm."""

import json
import re
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, select, update

from gmp_desktop.domain.errors import DamagedFile
from gmp_desktop.domain.tidy import tidy
from gmp_desktop.store import sealed
from gmp_desktop.store.ledger_rows import insert_entries, portions
from gmp_desktop.store.local import device, log_entry
from gmp_desktop.store.log import LogEntry, digest, to_json
from gmp_desktop.store.recorder import Key
from gmp_desktop.store.sealed import SealedText
from gmp_desktop.store.shown import show

_TIME = re.compile(r"[0-8]\d{12}\.\d{4}")
_ID = re.compile(r"[0-9a-f]{64}")
_FAR_AHEAD = "8"  # the year 2223
_LARGEST_NUMBER = 2**31
_DEEPEST = 20
"""Levels of nesting in a value, well over what any column has."""


def absorb(
    connection: Connection, entries: Iterable[LogEntry], texts: Iterable[SealedText], here: UUID
) -> set[Key]:
    """Add the entries and private texts not known yet; returns the rows they touch."""
    offered = {entry.id: entry for entry in entries}
    for entry in offered.values():
        check(entry)
    texts = list(texts)
    for text in texts:
        sealed.check(text)
    known = _known(connection, offered)
    fresh = [entry for id, entry in offered.items() if id not in known]
    if fresh:
        last = connection.scalar(select(func.max(log_entry.c.seq))) or 0
        insert_entries(connection, fresh, last + 1)
        _move_clock(connection, fresh, here)
    rows = {(entry.table, entry.row) for entry in fresh} | sealed.take(connection, texts)
    return show(connection, rows) if rows else set()


def check(entry: LogEntry) -> None:
    """Refuse an entry that is not what its writer wrote, or could not have been written by the program."""
    if not _well_formed(entry) or digest(entry) != entry.id:
        raise DamagedFile(
            "A change in what was read is not what its writer wrote. Nothing was taken; ask for a new copy."
        )


def _well_formed(entry: LogEntry) -> bool:
    words = (entry.op, entry.table, entry.field)
    try:
        return (
            bool(_TIME.fullmatch(entry.time))
            and 0 < entry.number < _LARGEST_NUMBER
            and all(_ID.fullmatch(id) for id in entry.replaces)
            and list(entry.replaces) == sorted(set(entry.replaces))
            and (entry.previous == "" or bool(_ID.fullmatch(entry.previous)))
            and all(tidy(word) == word for word in words)
            and to_json(said := json.loads(entry.value)) == entry.value
            and _depth(said) <= _DEEPEST
            and bool(entry.value.encode())
        )
    except (ValueError, RecursionError):
        return False


def _depth(said: Any) -> int:
    inside = said.values() if isinstance(said, dict) else said if isinstance(said, list) else ()
    return 1 + max(map(_depth, inside), default=0)


def _known(connection: Connection, ids: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for portion in portions(ids):
        found.update(connection.scalars(select(log_entry.c.id).where(log_entry.c.id.in_(portion))))
    return found


def _move_clock(connection: Connection, fresh: list[LogEntry], here: UUID) -> None:
    """What is written from now on is later; own entries that come back from elsewhere are gone on from.

    A clock that is centuries wrong is not followed: from the end of its digits there is no later time.
    """
    head = connection.execute(select(device).where(device.c.id == here)).one()
    values = {"clock": max([head.clock, *(entry.time for entry in fresh if entry.time < _FAR_AHEAD)])}
    own = max(
        (entry for entry in fresh if entry.device == here), key=lambda entry: entry.number, default=None
    )
    if own is not None and own.number > head.number:
        values |= {"number": own.number, "previous": own.id}
    connection.execute(update(device).where(device.c.id == here).values(**values))
