"""Services on a record of their own, empty or with the sample meeting."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from gmp_desktop.services.meetings import Meetings
from gmp_desktop.services.report import Reports
from gmp_desktop.services.sample import Sample
from gmp_desktop.store.store import Store


@pytest.fixture(scope="session")
def sample_record(empty_record: Path) -> Path:
    file = empty_record.with_name("sample.db")
    shutil.copy(empty_record, file)
    store = Store.open(file)
    Sample(store).add()
    store.close()
    return file


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
