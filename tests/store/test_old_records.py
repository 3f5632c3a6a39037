"""Records of earlier versions of the program: what was in them is there after the migration."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from alembic import command
from sqlalchemy import Connection, insert, inspect, text

from gmp_desktop.paths import shipped
from gmp_desktop.store import migrate
from gmp_desktop.store.engine import open_engine, writing
from gmp_desktop.store.ledger_rows import insert_entries
from gmp_desktop.store.local import device
from gmp_desktop.store.log import BEGINNING, LogEntry, signed, tick, to_json
from gmp_desktop.store.store import Store
from tests.store.builders import delete, edit, texts
from tests.store.random_history import content

DAY = datetime(2026, 11, 1, tzinfo=UTC)
DEVICE = uuid4()
MEETING, ITEM, DOCUMENT, BLOCK = (uuid4() for _ in range(4))
SAID: tuple[tuple[str, UUID, str, Any], ...] = (
    ("meeting", MEETING, "exists", True),
    ("meeting", MEETING, "code", "PAG-8"),
    ("agenda_item", ITEM, "exists", True),
    ("agenda_item", ITEM, "meeting_id", MEETING),
    ("agenda_item", ITEM, "title", "Opening"),
    ("document", DOCUMENT, "exists", True),
    ("document", DOCUMENT, "meeting_id", MEETING),
    ("document", DOCUMENT, "corner", ("a", "é")),
    ("block", BLOCK, "exists", True),
    ("block", BLOCK, "document_id", DOCUMENT),
    ("block", BLOCK, "agenda_item_id", ITEM),
    ("block", BLOCK, "text", "one"),
    ("block", BLOCK, "text", "two"),
)


@pytest.fixture
def record_0001(blank_place: str | Path) -> str | Path:
    """A record as version 0001 wrote it: one entry for every field."""
    engine = open_engine(blank_place)
    with writing(engine).begin() as connection:
        config = migrate.configuration(shipped("db", "migrations"))
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        entries = list(_entries())
        insert_entries(connection, entries, 1)
        head = {"number": len(entries), "previous": entries[-1].id, "clock": entries[-1].time}
        connection.execute(insert(device), {"id": DEVICE, "here": True, **head})
        connection.execute(text(_ROW), {"id": MEETING.hex if engine.name == "sqlite" else MEETING})
    engine.dispose()
    return blank_place


_ROW = "INSERT INTO meeting VALUES (:id, 'PAG-8', '', 'PAG', NULL, NULL, NULL, '', '', 'preparing', 'en')"


def _entries() -> Iterator[LogEntry]:
    previous, time, step = "", BEGINNING, uuid4()
    newest: dict[tuple[UUID, str], str] = {}
    for number, (table, row, field, value) in enumerate(SAID, 1):
        time = tick(time, DAY)
        replaces = tuple(newest.pop((row, field), "").split())
        entry = signed(
            LogEntry(
                DEVICE, number, previous, time, step, "import", table, row, field, to_json(value), replaces
            )
        )
        newest[row, field] = previous = entry.id
        yield entry


def test_an_old_record_is_the_same_after_the_migration(
    record_0001: str | Path, fresh: Callable[[], Store]
) -> None:
    store, other = Store.open(record_0001), fresh()

    other.absorb(store.entries())

    found = content(store)
    assert [(row["text"], row["agenda_item_id"]) for row in found["block"]] == [("two", ITEM)]
    assert found["document"][0]["corner"] == ("a", "é")
    assert found == content(other)
    assert store.verify() == other.verify() == []
    store.close()


def test_an_old_record_is_gone_on_with(record_0001: str | Path) -> None:
    store = Store.open(record_0001)
    edit(store, BLOCK, "three")
    store.undo()
    delete(store, BLOCK)
    store.undo()

    assert texts(store) == ["two"]
    assert next(store.entries()).device == DEVICE
    assert store.verify() == []
    store.close()


def test_a_migration_that_fails_leaves_an_old_record_as_it_was(
    record_0001: str | Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _everything(record_0001)

    def fail(connection: Connection) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(migrate, "rebuild", fail)
    with pytest.raises(ZeroDivisionError):
        Store.open(record_0001)

    assert _everything(record_0001) == before
    monkeypatch.undo()
    store = Store.open(record_0001)
    assert texts(store) == ["two"]
    store.close()


def _everything(place: str | Path) -> dict[str, list[tuple[Any, ...]]]:
    """All tables with their columns and rows."""
    engine = open_engine(place)
    with engine.connect() as connection:
        found = {}
        for name in inspect(connection).get_table_names():
            rows = connection.execute(text(f'SELECT * FROM "{name}"'))
            found[name] = [tuple(rows.keys()), *sorted(map(tuple, rows), key=str)]
    engine.dispose()
    assert found["alembic_version"][1:] == [("0001",)]
    return found
