"""A record of its own for every test, copied from one that was migrated once."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest

from gmp_desktop.services.meetings import Meetings
from gmp_desktop.services.report import Reports
from gmp_desktop.services.sample import Sample
from gmp_desktop.store.store import Store


@pytest.fixture(scope="session")
def empty_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("record") / "empty.db"
    Store.open(file).close()
    return file


@pytest.fixture(scope="session")
def sample_record(empty_record: Path) -> Path:
    file = empty_record.with_name("sample.db")
    shutil.copy(empty_record, file)
    store = Store.open(file)
    Sample(store).add()
    store.close()
    return file


@pytest.fixture
def fresh(empty_record: Path, tmp_path: Path) -> Iterator[Callable[[], Store]]:
    """Makes empty records, as many as a test wants."""
    stores: list[Store] = []

    def make() -> Store:
        file = tmp_path / f"{len(stores)}.db"
        shutil.copy(empty_record, file)
        stores.append(Store.open(file))
        return stores[-1]

    yield make
    for store in stores:
        store.close()


@pytest.fixture
def store(fresh: Callable[[], Store]) -> Store:
    return fresh()


@pytest.fixture
def sampled(sample_record: Path, tmp_path: Path) -> Iterator[Store]:
    """A record with the sample meeting."""
    file = tmp_path / "sampled.db"
    shutil.copy(sample_record, file)
    store = Store.open(file)
    yield store
    store.close()


@pytest.fixture(scope="session")
def seeds() -> Path:
    folder = Path(__file__).parents[2].parent / "shared" / "seeds"
    if not folder.is_dir():
        pytest.skip("the real reports are not beside this tree")
    return folder


@pytest.fixture
def meetings(store: Store) -> Meetings:
    return Meetings(store)


@pytest.fixture
def reports(sampled: Store) -> Reports:
    return Reports(sampled)


@pytest.fixture
def report_id(sampled: Store) -> UUID:
    found = Reports(sampled).of_meeting(Meetings(sampled).by_code("PAG-15").id)
    assert found is not None
    return found
