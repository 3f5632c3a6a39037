"""Where the record of a data folder is, and opening it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import ArgumentError

from gmp_desktop.domain.errors import NotFound, Refused
from gmp_desktop.services.files import fault
from gmp_desktop.store.engine import file_of, url_of
from gmp_desktop.store.store import Store

FILE = "gmp-desktop.db"
KINDS = ("sqlite", "postgresql")
_IN_MEMORY = ":memory:"


def place(data: Path, database: str | None = None) -> str | Path:
    """The database: the one given by path or URL, or else the file in the data folder."""
    if database and ("://" in database or database == _IN_MEMORY):
        _check_url(database)
    return database or data / FILE


@contextmanager
def opened(data: Path, database: str | None = None, *, create: bool = True) -> Iterator[Store]:
    """The store for as long as the block lasts; without ``create`` a record has to be there."""
    where = place(data, database)
    file = file_of(where)
    if file is not None and not create and not file.exists():
        raise NotFound(f"There is no record in “{file.parent.name}” yet. Nothing was changed.")
    try:
        store = Store.open(where, create=create)
    except ModuleNotFoundError as error:
        raise Refused(
            f"A database on a server needs the package “{error.name}”, which is not installed."
        ) from error
    except OSError as error:
        raise fault("The record was not opened", error) from error
    try:
        yield store
    finally:
        store.close()


def _check_url(url: str) -> None:
    try:
        kind = url_of(url).get_backend_name()
        if kind == "sqlite" and url_of(url).database in (None, "", _IN_MEMORY):
            raise ValueError("what is kept in memory is not kept")
    except (ArgumentError, ValueError):
        kind = ""
    if kind not in KINDS:
        raise Refused("This is not the address of a database; one looks like postgresql://user@server/name.")
