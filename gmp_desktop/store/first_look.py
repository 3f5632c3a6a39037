"""What the first window shows, kept beside the database: good for exactly the state it was made of.

Words in fields and lines, so that no library is needed to read them and nothing in them can do anything. Never the
record itself: a file that is not there, not whole or of another state only means that the database is looked into.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from typing import TYPE_CHECKING
from zlib import crc32

from gmp_desktop import __version__
from gmp_desktop.store.schema import HEAD

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

ENDING = ".look"
FIELD, LINE = "\x1f", "\x1e"
MOST_BYTES = 1_000_000
SETTLED_NS = 20_000_000
"""Longer than a file system's clock ticks: a change after this time bears another time."""

Lines = list[list[str]]


def kept(database: Path, form: str) -> Lines | None:
    """The lines kept for the database as it is now; ``form`` says what they are made of, and in which language."""
    try:
        with _file_of(database).open("rb") as file:
            content = file.read(MOST_BYTES + 1)
        state = _state(database)
    except OSError:
        return None
    check, _, rest = content.partition(LINE.encode())
    if len(content) > MOST_BYTES or check != _check(rest):
        return None
    head, *lines = rest.decode("utf-8", "replace").split(LINE)
    return [line.split(FIELD) for line in lines] if head == FIELD.join((form, *state)) else None


def keep(database: Path, form: str, make: Callable[[], Sequence[Sequence[str]]]) -> None:
    """Keep what ``make`` tells of the database; nothing where that changed meanwhile or does not fit."""
    forget(database)
    with suppress(OSError, ValueError):
        _settle(database)
        state = _state(database)
        lines = make()
        fields = [form, *state, *(field for line in lines for field in line)]
        if not lines or _state(database) != state or any(FIELD in one or LINE in one for one in fields):
            return
        rest = LINE.join(FIELD.join(line) for line in ((form, *state), *lines)).encode()
        if len(rest) < MOST_BYTES:
            _write(_file_of(database), _check(rest) + LINE.encode() + rest)


def forget(database: Path) -> None:
    """Another record takes the place of this one, or something was erased for good."""
    with suppress(OSError):
        _file_of(database).unlink(missing_ok=True)


def _file_of(database: Path) -> Path:
    return database.with_name(database.name + ENDING)


def _state(database: Path) -> tuple[str, ...]:
    """Version, schema, and the database with its write-ahead log by file, size and time."""
    return (__version__, HEAD, *(str(fact) for facts in _files(database) for fact in facts))


def _files(database: Path) -> list[tuple[int, int, int]]:
    """An empty log says nothing: whoever only looks leaves one behind."""
    found = [database.stat()]
    with suppress(FileNotFoundError):
        log = database.with_name(f"{database.name}-wal").stat()
        found += [log] if log.st_size else []
    return [(one.st_ino, one.st_size, one.st_mtime_ns) for one in found]


def _settle(database: Path) -> None:
    age = time.time_ns() - max(changed for _, _, changed in _files(database))
    if 0 <= age < SETTLED_NS:
        time.sleep((SETTLED_NS - age) / 1e9)


def _check(content: bytes) -> bytes:
    return b"%08x" % crc32(content)


def _write(file: Path, content: bytes) -> None:
    """At once or not at all, for nobody else to read."""
    half = file.with_name(f"{file.name}.{os.getpid()}")
    handle = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with os.fdopen(handle, "wb") as open_file:
            open_file.write(content)
        half.replace(file)
    finally:
        half.unlink(missing_ok=True)
