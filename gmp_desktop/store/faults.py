"""Failures of the database that are the world's, told in sentences; every other failure is a defect of ours."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from gmp_desktop.domain.errors import DamagedFile, WorldFault

_KEPT = "What was saved before is safe; the last step was not saved."

_SENTENCES: tuple[tuple[str, type[WorldFault], str], ...] = (
    ("disk is full", WorldFault, f"The disk is full. {_KEPT} Make room and do it again."),
    ("No space left", WorldFault, f"The disk is full. {_KEPT} Make room and do it again."),
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
        "disk I/O error",
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
        raise fault from error


def fault_of(error: BaseException | None) -> WorldFault | None:
    """The world's fault behind an error of a database driver, if it is one."""
    words = str(error)
    return next((fault(sentence) for sign, fault, sentence in _SENTENCES if sign in words), None)
