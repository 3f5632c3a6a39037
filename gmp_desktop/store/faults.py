"""Failures of the database that are the world's, told in sentences; every other failure is a defect of ours."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from gmp_desktop.domain.errors import DamagedFile, WorldFault

_KEPT = "What was saved before is safe; the last step was not saved."

_FULL = f"The disk is full. {_KEPT} Make room and do it again."
_IO_ERROR = "disk I/O error"
"""What SQLite says of a disk that fails, and of one so full that it cannot map its index."""
_LEAST_BYTES = 1_000_000

_SENTENCES: tuple[tuple[str, type[WorldFault], str], ...] = (
    ("disk is full", WorldFault, _FULL),
    ("No space left", WorldFault, _FULL),
    ("readonly database", WorldFault, f"The database may not be written to. {_KEPT} Check its permissions."),
    (
        "read-only transaction",
        WorldFault,
        f"The database may not be written to. {_KEPT} Check its permissions.",
    ),
    (
        "database is locked",
        WorldFault,
        f"Another program holds the database. {_KEPT} Close it and do it again.",
    ),
    ("lock timeout", WorldFault, f"Another program holds the database. {_KEPT} Do it again."),
    (
        "unable to open",
        WorldFault,
        "The database cannot be opened. Check that its folder is there and may be written to.",
    ),
    (
        _IO_ERROR,
        WorldFault,
        f"The disk does not read or write as it should. {_KEPT} Make a backup elsewhere.",
    ),
    ("malformed", DamagedFile, "The database is damaged. It was left as it is; restore the newest backup."),
    (
        "not a database",
        DamagedFile,
        "This file is not a database of the program, or it is damaged. It was left as it is.",
    ),
    (
        "connection",
        WorldFault,
        f"The database server cannot be reached. {_KEPT} Check the network and do it again.",
    ),
)


@contextmanager
def told(engine: Engine) -> Iterator[None]:
    """Turn failures of the database underneath into :class:`WorldFault` with a sentence."""
    try:
        yield
    except (DBAPIError, engine.dialect.loaded_dbapi.Error) as error:
        fault = fault_of(error.orig if isinstance(error, DBAPIError) else error)
        if fault is None:
            raise
        if _IO_ERROR in str(error) and _full(engine.url.database):
            fault = WorldFault(_FULL)
        raise fault from error


def fault_of(error: BaseException | None) -> WorldFault | None:
    """The world's fault behind an error of a database driver, if it is one."""
    words = str(error)
    return next((fault(sentence) for sign, fault, sentence in _SENTENCES if sign in words), None)


def _full(file: str | None) -> bool:
    """Whether the disk of a database file has no room left."""
    folder = Path(file or "").parent
    return bool(file) and folder.exists() and shutil.disk_usage(folder).free < _LEAST_BYTES
