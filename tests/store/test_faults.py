"""The world's faults: what was saved stays saved, the sentence says so, and doing it again works."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from random import Random
from time import sleep
from uuid import UUID

import pytest
import sqlcipher3.dbapi2
from sqlalchemy import text

from gmp_desktop.domain.errors import DamagedFile, WorldFault
from gmp_desktop.store import engine as engines
from gmp_desktop.store.store import Store
from tests.store.builders import a_document, edit, texts

KILLS = 20
ROOT = Path(__file__).parents[2]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("Only root may make a small disk.")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


@pytest.mark.timeout(120)
def test_what_was_acknowledged_survives_kill_9(places) -> None:
    chance = Random(9)
    for _ in range(KILLS):
        place = places()
        command = [sys.executable, "-m", "tests.store.writer", str(place)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as child:
            assert child.stdout is not None
            block = UUID(child.stdout.readline().strip())
            sleep(chance.random() * 0.1)
            child.send_signal(signal.SIGKILL)
            acknowledged = [int(line) for line in child.stdout if line.endswith("\n")]
        _assert_there(place, block, acknowledged)


def _assert_there(place, block: UUID, acknowledged: list[int]) -> None:
    store = Store.open(place)
    edits = [number for number in acknowledged if number % 3]
    drafts = [number for number in acknowledged if not number % 3]
    draft = store.draft(block, "text")
    assert int(texts(store)[0].split()[0]) >= max(edits, default=0)
    assert int(draft.text.split()[0] if draft else 0) >= max(drafts, default=0)
    assert {f'"{number} ' for number in edits} <= {
        entry.value[: entry.value.find(" ") + 1] for entry in store.entries()
    }
    assert store.verify() == []
    store.close()


def test_a_full_disk_loses_nothing_and_a_retry_works(small_disk: Path, empty_record: Path) -> None:
    file = Path(shutil.copy(empty_record, small_disk / "record.db"))
    store = Store.open(file)
    (block,) = a_document(store, "0")
    written: list[str] = []
    with pytest.raises(WorldFault, match=r"disk is full\. What was saved before is safe"):
        _edit_for_ever(store, block, written)
    assert texts(store) == [written[-1]]
    assert store.verify() == []

    subprocess.run(["mount", "-o", "remount,size=16m", small_disk], check=True)
    edit(store, block, "again")

    assert texts(store) == ["again"]
    assert store.verify() == []
    store.close()


def _edit_for_ever(store: Store, block: UUID, written: list[str]) -> None:
    while True:
        new = f"{len(written)} ".ljust(40_000, "x")
        edit(store, block, new)
        written.append(new)


def test_a_database_that_may_not_be_written_is_told(small_disk: Path, empty_record: Path) -> None:
    file = Path(shutil.copy(empty_record, small_disk / "record.db"))
    store = Store.open(file)
    (block,) = a_document(store, "one")
    store.close()
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)

    with pytest.raises(WorldFault, match=r"Check that its folder|Check its permissions"):
        Store.open(file)

    subprocess.run(["mount", "-o", "remount,rw", small_disk], check=True)
    store = Store.open(file)
    edit(store, block, "two")
    assert texts(store) == ["two"]
    store.close()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(WorldFault, match="folder"):
        Store.open(tmp_path / "file" / "record.db")


def test_a_locked_database_is_told_and_a_retry_works(
    record_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "_GUARDS", ("PRAGMA busy_timeout = 50", *engines._GUARDS[1:]))
    store = Store.open(record_file)
    (block,) = a_document(store, "one")
    with closing(sqlcipher3.dbapi2.connect(record_file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(WorldFault, match="holds the database"):
            edit(store, block, "two")
        other.execute("ROLLBACK")

    edit(store, block, "two")
    assert texts(store) == ["two"]
    store.close()


def test_a_damaged_database_is_told(record_file: Path) -> None:
    store = Store.open(record_file)
    a_document(store, *("x" * 5_000 for _ in range(20)))
    store.close()
    content = bytearray(record_file.read_bytes())
    content[4096 * 2 :] = os.urandom(len(content) - 4096 * 2)
    record_file.write_bytes(content)

    with pytest.raises(DamagedFile, match="damaged"):
        _read(record_file)


def _read(file: Path) -> None:
    store = Store.open(file)
    try:
        texts(store)
    finally:
        store.close()


def test_a_server_that_is_gone_is_told() -> None:
    with pytest.raises(WorldFault, match="server cannot be reached"):
        Store.open("postgresql://gmp@127.0.0.1:1/none")


def test_errors_name_no_text(places) -> None:
    engine = engines.open_engine(places())
    with engine.connect() as connection, pytest.raises(Exception, match="no_such_table") as caught:
        connection.execute(text("SELECT * FROM no_such_table WHERE a = :a"), {"a": "a secret"})
    engine.dispose()
    assert "secret" not in str(caught.value)


def test_sqlite_is_set_up_so_that_saved_means_saved(record_file: Path) -> None:
    engine = engines.open_engine(record_file)
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "secure_delete": 1,
    }
    with engine.connect() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in [*wanted, "cell_size_check"]
        }
    engine.dispose()
    assert found == {**wanted, "cell_size_check": 1}


def test_without_wal_every_save_is_synced_twice() -> None:
    engine = engines.open_engine(Path(":memory:"))
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() != "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 3
    engine.dispose()


def test_a_disk_without_room_for_the_index_of_the_log_is_called_full(
    small_disk: Path, empty_record: Path
) -> None:
    file = Path(shutil.copy(empty_record, small_disk / "record.db"))
    rest = os.open(small_disk / "everything else", os.O_WRONLY | os.O_CREAT)
    with suppress(OSError):
        while os.write(rest, bytes(4096)):
            pass
    os.close(rest)
    with pytest.raises(WorldFault, match="disk is full"):
        Store.open(file)
