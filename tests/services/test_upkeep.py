from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite

from gmp_desktop.domain.errors import DamagedFile, NewerDatabase, NotFound, Refused
from gmp_desktop.services.bundles import Bundles
from gmp_desktop.services.meetings import Meetings
from gmp_desktop.services.opening import FILE, opened
from gmp_desktop.services.sample import Sample
from gmp_desktop.services.upkeep import Upkeep, backup, restore


def noon() -> datetime:
    return datetime(2025, 11, 18, 12, tzinfo=UTC)


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A folder with the sample meeting."""
    with opened(tmp_path) as store:
        Sample(store).add()
    return tmp_path / FILE


def spoil(record: Path, statement: str) -> None:
    database = sqlite.connect(record)
    database.execute(statement)
    database.commit()
    database.close()


def test_a_sound_record_is_sound(record: Path) -> None:
    with opened(record.parent) as store:
        Upkeep(store).verify()


def test_a_table_changed_behind_the_log_is_found_and_made_anew(record: Path) -> None:
    spoil(record, "UPDATE meeting SET venue = 'Elsewhere'")
    with opened(record.parent) as store:
        with pytest.raises(DamagedFile, match="differs from the log in venue"):
            Upkeep(store).verify()
        assert Upkeep(store).rebuild() > 100
        Upkeep(store).verify()


def test_a_backup_holds_everything(record: Path, tmp_path: Path) -> None:
    backup(record, tmp_path / "copy.db", noon)
    with opened(tmp_path, str(tmp_path / "copy.db")) as copy:
        assert Bundles(copy).write("PAG-15")


def test_restoring_keeps_the_replaced_record_aside(record: Path, tmp_path: Path) -> None:
    backup(record, tmp_path / "copy.db", noon)
    with opened(record.parent) as store:
        Meetings(store).add("PAG-16")
    kept = restore(record, tmp_path / "copy.db", noon)
    assert kept is not None
    with opened(record.parent) as store, opened(tmp_path, str(kept)) as before:
        assert [len(Meetings(one).all()) for one in (store, before)] == [1, 2]


def test_a_backup_is_restored_where_nothing_was(record: Path, tmp_path: Path) -> None:
    backup(record, tmp_path / "copy.db", noon)
    assert restore(tmp_path / "new" / FILE, tmp_path / "copy.db", noon) is None
    with opened(tmp_path / "new", create=False) as store:
        assert Meetings(store).by_code("PAG-15")


@pytest.mark.parametrize("content", [b"", b"not a database" * 100], ids=["empty", "other"])
def test_a_damaged_backup_is_refused_and_the_record_left_alone(
    record: Path, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "copy.db").write_bytes(content)
    before = record.read_bytes()
    with pytest.raises(DamagedFile):
        restore(record, tmp_path / "copy.db", noon)
    assert record.read_bytes() == before


def test_a_newer_backup_is_refused_and_the_record_left_alone(record: Path, tmp_path: Path) -> None:
    backup(record, tmp_path / "copy.db", noon)
    spoil(tmp_path / "copy.db", "UPDATE alembic_version SET version_num = '9999'")
    before = record.read_bytes()
    with pytest.raises(NewerDatabase):
        restore(record, tmp_path / "copy.db", noon)
    assert record.read_bytes() == before


def test_what_is_not_there_is_neither_copied_nor_restored(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="no record to copy"):
        backup(tmp_path / FILE, tmp_path / "copy.db")
    with pytest.raises(NotFound, match="There is no backup"):
        restore(tmp_path / FILE, tmp_path / "copy.db")


def test_a_database_on_a_server_is_copied_there(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="on a server"):
        backup("postgresql://localhost/gmp", tmp_path / "copy.db")


@pytest.mark.parametrize("ending", ["", "-wal", "-shm", "-journal"])
def test_a_backup_does_not_take_the_place_of_the_record(record: Path, ending: str) -> None:
    before = record.read_bytes()
    with pytest.raises(Refused, match="itself"):
        backup(record, record.with_name(record.name + ending), noon)
    assert record.read_bytes() == before
