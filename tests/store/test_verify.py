from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from gmp_desktop.store.engine import open_engine, writing
from gmp_desktop.store.store import Store
from tests.store.builders import a_document, edit, meet, texts
from tests.store.random_history import content


@pytest.fixture
def place(places: Callable[[], str | Path]) -> str | Path:
    return places()


@pytest.fixture
def store(place: str | Path):
    store = Store.open(place)
    yield store
    store.close()


def _tamper(place: str | Path, statement: str) -> None:
    engine = open_engine(place)
    with writing(engine).begin() as connection:
        connection.execute(text(statement))
    engine.dispose()


@pytest.mark.parametrize(
    ("statement", "finding"),
    [
        ("UPDATE log_entry SET value = '\"onE\"' WHERE value = '\"one\"'", "was altered"),
        ("UPDATE log_entry SET replaces = ''", "was altered"),
        ("UPDATE block SET text = 'onE'", "differs from the log in text"),
        ("UPDATE document SET corner = 'x'", "cannot be read"),
        ("DELETE FROM block", "is in the log and not in its table"),
        ("DELETE FROM live WHERE field = 'text'", "noted wrongly"),
        (
            'UPDATE document SET id = (SELECT "row" FROM log_entry WHERE "table" = \'block\' LIMIT 1)',
            "refers to",
        ),
    ],
)
def test_tampering_is_found(store: Store, place: str | Path, statement: str, finding: str) -> None:
    (block,) = a_document(store, "one")
    edit(store, block, "two")
    edit(store, block, "one")
    if "document SET id" in statement and isinstance(place, str):
        pytest.skip("PostgreSQL does not let a reference point to nothing.")

    if "document SET id" in statement:
        statement = f"PRAGMA foreign_keys = OFF; {statement}"
        _tamper_outside(place, statement)
    else:
        _tamper(place, statement)

    assert any(finding in sentence for sentence in store.verify())


def _tamper_outside(place: str | Path, statements: str) -> None:
    import sqlcipher3.dbapi2

    database = sqlcipher3.dbapi2.connect(place)
    database.executescript(statements)
    database.close()


def test_a_rebuild_repairs_the_tables(store: Store, place: str | Path) -> None:
    a_document(store, "one", "two")
    before = content(store)
    _tamper(place, "DELETE FROM block")
    _tamper(place, "DELETE FROM live")
    _tamper(place, "UPDATE document SET title = 'x'")

    store.rebuild()

    assert content(store) == before
    assert store.verify() == []


def test_missing_entries_of_a_device_are_named(fresh: Callable[[], Store]) -> None:
    mine, other = fresh(), fresh()
    (block,) = a_document(mine, "one")
    known = len(list(mine.entries()))
    for number in range(3):
        edit(mine, block, str(number))
    *_, last = mine.entries()

    other.absorb([*list(mine.entries())[:known], last])

    (gap,) = other.verify()
    assert f"{known + 1} to {known + 2} are missing" in gap


def test_a_device_that_went_on_from_an_old_copy_is_named(places: Callable[[], str | Path]) -> None:
    place, other = places(), Store.open(places())
    store = Store.open(place)
    (block,) = a_document(store, "one")
    old = list(store.entries())
    device = old[0].device
    edit(store, block, "new")
    copy = Store.open(places(), device=device)
    copy.absorb(old)
    edit(copy, block, "from the old copy")
    meet(store, copy, other)

    assert any("went on from an old copy" in finding for finding in other.verify())
    assert {version.value for version in other.conflicts()[0].versions} == {"new", "from the old copy"}
    assert texts(other) == texts(store)
    for one in (store, copy, other):
        one.close()


def test_a_device_goes_on_from_its_own_entries_that_come_back(places: Callable[[], str | Path]) -> None:
    store = Store.open(places())
    (block,) = a_document(store, "one")
    device = next(store.entries()).device
    restored = Store.open(places(), device=device)
    restored.absorb(store.entries())

    edit(restored, block, "two")

    assert restored.verify() == []
    store.close()
    restored.close()
