from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from gmp_desktop.services.opening import FILE
from tests.cli.conftest import Command


def test_a_sound_record_is_told_so(run: Command) -> None:
    run("sample")
    assert run("verify").out == "The record is sound.\n"


def test_a_faulty_record_is_told_and_made_anew(run: Command, data: Path) -> None:
    run("sample")
    database = sqlite.connect(data / FILE)
    database.execute("UPDATE meeting SET venue = 'Elsewhere'")
    database.commit()
    database.close()
    assert run("verify").status == 3
    assert run("rebuild").status == 0
    assert run("verify").status == 0


def test_a_backup_brings_back_what_was(run: Command, tmp_path: Path) -> None:
    run("sample")
    assert run("backup", tmp_path / "copy.db").status == 0
    run("export", "--to", tmp_path / "before.json")
    restored = run("restore", tmp_path / "copy.db", "--data", tmp_path / "elsewhere")
    assert (restored.status, restored.err) == (0, "")
    run("export", "--to", tmp_path / "after.json", "--data", tmp_path / "elsewhere")
    assert (tmp_path / "after.json").read_bytes() == (tmp_path / "before.json").read_bytes()


def test_restoring_says_where_the_record_before_is_kept(run: Command, tmp_path: Path, data: Path) -> None:
    run("backup", tmp_path / "copy.db")
    out = run("restore", tmp_path / "copy.db").out
    (kept,) = data.glob("gmp-desktop-replaced-*.db")
    assert str(kept) in out


def test_a_backup_into_nowhere_is_the_worlds_fault(run: Command, tmp_path: Path) -> None:
    assert run("backup", tmp_path / "none" / "copy.db").status == 3
