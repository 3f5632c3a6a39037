"""The whole store suite runs on both engines: ``place`` makes empty records on the one in turn."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from gmp_desktop.store.store import Store
from tests.store import postgres

Places = Callable[[], str | Path]


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    programs = postgres.programs()
    if programs is None:
        pytest.skip("Debian's PostgreSQL server is not installed on this machine.")
    with postgres.server(programs) as url:
        _command(url, "CREATE DATABASE empty")
        Store.open(f"{url}empty").close()
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def places(request: pytest.FixtureRequest, engine: str, data_folder: Path) -> Places:
    """Makes places with an empty record."""
    if engine == "sqlite":
        empty = request.getfixturevalue("empty_record")
        return lambda: Path(shutil.copy(empty, data_folder / f"{uuid4().hex}.db"))
    url = request.getfixturevalue("postgres_server")

    def make() -> str:
        name = f"record_{uuid4().hex}"
        _command(url, f"CREATE DATABASE {name} TEMPLATE empty")
        return f"{url}{name}"

    return make


@pytest.fixture
def blank_place(request: pytest.FixtureRequest, engine: str, data_folder: Path) -> str | Path:
    """A place with nothing in it."""
    if engine == "sqlite":
        return data_folder / "blank.db"
    url = request.getfixturevalue("postgres_server")
    name = f"blank_{uuid4().hex}"
    _command(url, f"CREATE DATABASE {name}")
    return f"{url}{name}"


@pytest.fixture
def fresh(places: Places) -> Iterator[Callable[[], Store]]:
    """Makes stores with an empty record, each of a device of its own."""
    stores: list[Store] = []

    def make() -> Store:
        stores.append(Store.open(places(), device=uuid4()))
        return stores[-1]

    yield make
    for store in stores:
        store.close()


def _command(url: str, command: str) -> None:
    with closing(psycopg.connect(f"{url}postgres", autocommit=True)) as connection:
        connection.execute(command)
