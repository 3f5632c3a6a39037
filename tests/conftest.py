"""A data folder of its own for every test, and a record copied from one that was migrated once."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from gmp_desktop.store.store import Store


@pytest.fixture
def data_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


@pytest.fixture(scope="session")
def empty_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty record, migrated once; copy it."""
    file = tmp_path_factory.mktemp("record") / "empty.db"
    Store.open(file).close()
    return file


@pytest.fixture
def record_file(empty_record: Path, data_folder: Path) -> Path:
    """A file with an empty record, to do with as a test likes."""
    return Path(shutil.copy(empty_record, data_folder / "record.db"))


@pytest.fixture
def fresh(empty_record: Path, data_folder: Path) -> Iterator[Callable[[], Store]]:
    """Makes empty records, as many as a test wants."""
    stores: list[Store] = []

    def make() -> Store:
        file = data_folder / f"{len(stores)}.db"
        shutil.copy(empty_record, file)
        stores.append(Store.open(file))
        return stores[-1]

    yield make
    for store in stores:
        store.close()


@pytest.fixture
def store(fresh: Callable[[], Store]) -> Store:
    return fresh()
