"""What is kept for the first window is good for one state of the database, and harmless in any other."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from gmp_desktop.domain.ops import Op
from gmp_desktop.store import first_look
from gmp_desktop.store.backup import restore
from gmp_desktop.store.first_look import ENDING, FIELD, LINE, forget, keep, kept
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import PersonRow, PrivateDetailRow

LINES = [["PAG-8", "Nairobi"], ["", "“Ünïcode” \u202e"], ["last"]]


@pytest.fixture
def record(tmp_path: Path) -> Path:
    file = tmp_path / "gmp-desktop.db"
    file.write_bytes(b"a database")
    keep(file, "1 en", lambda: LINES)
    return file


def look(record: Path) -> Path:
    return record.with_name(record.name + ENDING)


def test_what_was_kept_is_there_again(record: Path) -> None:
    assert kept(record, "1 en") == LINES


def test_there_is_nothing_before_anything_was_kept(tmp_path: Path) -> None:
    assert kept(tmp_path / "gmp-desktop.db", "1 en") is None


@pytest.mark.parametrize("form", ["2 en", "1 fr", ""])
def test_another_form_or_language_is_nothing(record: Path, form: str) -> None:
    assert kept(record, form) is None


def test_another_version_is_nothing(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(first_look, "__version__", "99")
    assert kept(record, "1 en") is None


def test_another_schema_is_nothing(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(first_look, "HEAD", "9999")
    assert kept(record, "1 en") is None


def test_a_database_written_since_makes_it_stale(record: Path) -> None:
    record.write_bytes(b"a datebase")
    assert kept(record, "1 en") is None


def test_a_log_written_since_makes_it_stale(record: Path) -> None:
    log = record.with_name(f"{record.name}-wal")
    log.touch()
    assert kept(record, "1 en") == LINES
    log.write_bytes(b"a frame")
    assert kept(record, "1 en") is None


def test_another_database_in_its_place_makes_it_stale(record: Path) -> None:
    facts = record.stat()
    other = record.with_suffix(".other")
    other.write_bytes(b"a datebase")
    os.utime(other, ns=(facts.st_atime_ns, facts.st_mtime_ns))
    other.replace(record)
    assert kept(record, "1 en") is None


def test_one_damaged_anywhere_is_nothing(record: Path) -> None:
    whole = look(record).read_bytes()
    for at in range(len(whole)):
        look(record).write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert kept(record, "1 en") is None
        look(record).write_bytes(whole[:at])
        assert kept(record, "1 en") is None


def test_one_too_large_is_nothing(record: Path) -> None:
    with look(record).open("r+b") as file:
        file.truncate(first_look.MOST_BYTES + 1)
    assert kept(record, "1 en") is None


def test_nothing_is_kept_of_a_record_that_changes_meanwhile(record: Path) -> None:
    def change() -> list[list[str]]:
        record.write_bytes(b"changed")
        return LINES

    keep(record, "1 en", change)
    assert not look(record).exists()


@pytest.mark.parametrize("sign", [FIELD, LINE])
def test_words_with_the_signs_that_part_words_are_not_kept(record: Path, sign: str) -> None:
    keep(record, "1 en", lambda: [[f"a{sign}b"]])
    assert not look(record).exists()


def test_nothing_to_show_leaves_nothing(record: Path) -> None:
    keep(record, "1 en", list)
    assert not look(record).exists()


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    keep(tmp_path / "no" / "record.db", "1 en", lambda: LINES)
    assert kept(tmp_path / "no" / "record.db", "1 en") is None


@pytest.mark.skipif(os.name != "posix", reason="other systems have the rights of the folder")
def test_it_is_for_nobody_else_to_read(record: Path) -> None:
    assert look(record).stat().st_mode & 0o777 == 0o600
    assert [one.name for one in record.parent.iterdir() if "look" in one.name] == [look(record).name]


def test_a_change_right_after_bears_another_time(record: Path) -> None:
    record.write_bytes(b"one")
    keep(record, "1 en", lambda: LINES)
    record.write_bytes(b"two")
    assert kept(record, "1 en") is None


def test_it_goes_when_it_has_to(record: Path) -> None:
    forget(record)
    forget(record)
    assert not look(record).exists()


def test_it_goes_with_the_record_another_one_replaces(record_file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy.write_bytes(record_file.read_bytes())
    keep(record_file, "1 en", lambda: LINES)
    restore(record_file, copy, datetime.now(UTC))
    assert not look(record_file).exists()


def test_reading_it_loads_no_database(record: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from gmp_desktop.store.first_look import kept;"
        "assert kept(Path(sys.argv[1]), '1 en'); "
        "sys.exit('sqlcipher3' in sys.modules or 'uuid' in sys.modules or 'dataclasses' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code, record], check=False).returncode == 0


def test_it_goes_when_something_is_erased_for_good(record_file: Path) -> None:
    store = Store.open(record_file)
    person = PersonRow(family="Diallo")
    with store.write(Op.ADD_PERSON) as session:
        session.add_all([person, PrivateDetailRow(person_id=person.id, email="a@example.org")])
    keep(record_file, "1 en", lambda: LINES)

    store.erase(person.id)
    store.close()

    assert not look(record_file).exists()
