"""Where the record of a data folder is, and opening it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from gmp_desktop.domain.errors import NotFound
from gmp_desktop.services.files import fault
from gmp_desktop.store.engine import file_of
from gmp_desktop.store.store import Store

FILE = "gmp-desktop.db"


def place(data: Path, database: str | None = None) -> str | Path:
    """The database: the one given by path or URL, or else the file in the data folder."""
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
    except OSError as error:
        raise fault("The record was not opened", error) from error
    try:
        yield store
    finally:
        store.close()
