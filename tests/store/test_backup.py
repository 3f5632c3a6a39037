import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from gmp_desktop.domain.errors import DamagedFile, WorldFault
from gmp_desktop.domain.ops import Op
from gmp_desktop.store import backup
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import BlockRow
from tests.store.builders import a_document, edit, texts

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def _texts(file: Path) -> list[str]:
    store = Store.open(file)
    try:
        assert store.verify() == []
        return texts(store)
    finally:
        store.close()


def test_a_backup_holds_what_was_saved_while_the_record_is_open(record_file: Path) -> None:
    store = Store.open(record_file)
    (block,) = a_document(store, "one")

    copy = backup.make(record_file, NOW)
    edit(store, block, "two")
    store.close()

    assert backup.backups(record_file) == [copy]
    assert _texts(copy) == ["one"]
    assert _texts(record_file) == ["two"]


def test_a_restored_backup_is_not_mixed_with_the_log_of_what_it_replaces(record_file: Path) -> None:
    store = Store.open(record_file)
    (block,) = a_document(store, "one")
    copy = backup.make(record_file, NOW)
    for number in range(5):
        edit(store, block, f"later {number}")
    left = {path.name: path.read_bytes() for path in record_file.parent.glob("record.db*")}
    store.close()
    for name, content in left.items():
        (record_file.parent / name).write_bytes(content)
    assert "record.db-wal" in left

    kept = backup.restore(record_file, copy, NOW)

    assert _texts(record_file) == ["one"]
    assert kept is not None
    assert _texts(kept) == ["later 4"]


def test_a_damaged_copy_is_not_restored(record_file: Path) -> None:
    store = Store.open(record_file)
    a_document(store, "one")
    store.close()
    copy = backup.make(record_file, NOW)
    content = bytearray(copy.read_bytes())
    content[4096 * 2 : 4096 * 6] = bytes(4096 * 4)
    copy.write_bytes(content)

    with pytest.raises(DamagedFile, match="Nothing was changed"):
        backup.restore(record_file, copy, NOW)

    assert _texts(record_file) == ["one"]


def test_what_is_no_database_is_not_restored(record_file: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter"
    letter.write_text("Dear colleagues")
    with pytest.raises(DamagedFile):
        backup.restore(record_file, letter, NOW)
    assert record_file.exists()


def test_a_record_can_be_restored_where_there_is_none(record_file: Path) -> None:
    copy = backup.make(record_file, NOW)
    record_file.unlink()

    assert backup.restore(record_file, copy, NOW) is None
    assert _texts(record_file) == []


def test_backups_are_thinned_with_age(record_file: Path) -> None:
    for hours in range(0, 24 * 70, 7):
        backup.make(record_file, NOW + timedelta(hours=hours))
        if hours > 24 * 3:
            break
    end = NOW + timedelta(days=70)
    names = [f"{(end - timedelta(hours=hours)):%Y-%m-%dT%H%M%S.%fZ}.db" for hours in range(0, 24 * 70, 6)]

    kept = set(names) - set(backup.outdated(names, end))

    last_day = [name for name in names if name[:13] >= f"{end - timedelta(days=1):%Y-%m-%dT%H}"]
    assert kept >= set(last_day)
    assert 30 <= len(kept) <= 42
    assert min(kept)[:7] == "2026-11"
    assert len(backup.backups(record_file)) < 12


def test_a_backup_is_due_half_an_hour_after_the_newest_if_something_was_written(record_file: Path) -> None:
    def written(at: datetime) -> None:
        for path in record_file.parent.glob("record.db*"):
            os.utime(path, (at.timestamp(), at.timestamp()))

    written(NOW - timedelta(days=1))
    first = backup.make_if_due(record_file, NOW)
    assert first is not None
    assert backup.make_if_due(record_file, NOW + timedelta(hours=2)) is None
    written(NOW + timedelta(minutes=1))
    assert backup.make_if_due(record_file, NOW + timedelta(minutes=29)) is None

    second = backup.make_if_due(record_file, NOW + timedelta(minutes=30))

    assert backup.backups(record_file) == [second, first]


def test_a_due_backup_is_made_in_another_thread_while_a_step_is_written(record_file: Path) -> None:
    store = Store.open(record_file)
    (block,) = a_document(store, "one")
    with ThreadPoolExecutor() as pool, store.write(Op.EDIT_TEXT) as session:
        session.get_one(BlockRow, block).text = "two"
        session.flush()
        made = pool.submit(store.due_backup).result()
    store.close()

    assert made is not None
    assert _texts(made) == ["one"]
    assert _texts(record_file) == ["two"]


def test_of_the_last_day_one_backup_of_each_hour_stays() -> None:
    names = [
        f"{(NOW - timedelta(minutes=minutes)):%Y-%m-%dT%H%M%S.%fZ}.db" for minutes in range(0, 24 * 60, 30)
    ]

    kept = sorted(set(names) - set(backup.outdated(names, NOW)), reverse=True)

    assert kept[:7] == names[:7]
    assert len({name[:13] for name in kept}) == len(kept[7:]) + 4


def test_other_files_in_the_folder_of_backups_are_left_alone(record_file: Path) -> None:
    folder = record_file.parent / backup.FOLDER
    folder.mkdir()
    shutil.copy(record_file, folder / "mine.db")
    backup.make(record_file, NOW)
    assert (folder / "mine.db").exists()
    assert len(backup.backups(record_file)) == 1


def test_a_record_somebody_has_open_is_not_replaced(record_file: Path) -> None:
    store = Store.open(record_file)
    (block,) = a_document(store, "one")
    copy = backup.make(record_file, NOW)

    with pytest.raises(WorldFault, match="open"):
        backup.restore(record_file, copy, NOW)

    edit(store, block, "two")
    store.close()
    assert _texts(record_file) == ["two"]
    assert sorted(path.name for path in record_file.parent.iterdir()) == ["backups", record_file.name]


def test_of_a_damaged_record_no_backup_is_made_and_nothing_left_lying(record_file: Path) -> None:
    store = Store.open(record_file)
    a_document(store, *(f"{number} " * 500 for number in range(200)))
    store.close()
    content = record_file.read_bytes()
    record_file.write_bytes(content[:200_000] + b"\xff" * 40_000 + content[240_000:])

    with pytest.raises(DamagedFile, match="No backup"):
        backup.make(record_file, NOW)

    assert list((record_file.parent / backup.FOLDER).iterdir()) == []


def test_a_copy_that_cannot_be_opened_is_not_called_damaged(record_file: Path, tmp_path: Path) -> None:
    with pytest.raises(WorldFault, match="cannot be opened") as told:
        backup.check(tmp_path)
    assert not isinstance(told.value, DamagedFile)
