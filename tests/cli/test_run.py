import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pypdf
import pytest
import sqlcipher3.dbapi2 as sqlite

from gmp_desktop.cli import main
from gmp_desktop.paths import shipped
from gmp_desktop.services.opening import FILE
from tests.cli.conftest import Command

ROOT = Path(__file__).parents[2]


def program(*words: object, before: Sequence[str] = (), **more: Any) -> subprocess.CompletedProcess[str]:
    command = [*before, sys.executable, "-m", "gmp_desktop", *map(str, words)]
    more = {"encoding": "utf-8", **more}
    return subprocess.run(command, check=False, cwd=ROOT, capture_output=True, timeout=60, **more)


def plain_rights() -> list[str]:
    """Words before a command that make the rights of folders count, for root too; nothing where they cannot."""
    if sys.platform == "win32":
        return []
    if os.geteuid() != 0:
        return ["env"]
    words = ["setpriv", "--bounding-set=-dac_override"]
    able = (
        shutil.which("setpriv")
        and subprocess.run([*words, "true"], check=False, capture_output=True).returncode == 0
    )
    return words if able else []


def contents(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def encrypted(path: Path) -> None:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(path)


def huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(200_000_000)


BAD = {
    "a binary file.txt": lambda path: path.write_bytes(bytes(range(256)) * 400),
    "a program.txt": lambda path: path.write_bytes(Path(sys.executable).read_bytes()[:100_000]),
    "locked.pdf": encrypted,
    "no pdf.pdf": lambda path: path.write_bytes(b"%PDF-1.7 and then nothing"),
    "no word file.docx": lambda path: path.write_bytes(b"PK\x03\x04 nothing"),
    "empty.txt": lambda path: path.write_bytes(b""),
    "blank.txt": lambda path: path.write_bytes(b" \n\n "),
    "empty.json": lambda path: path.write_bytes(b""),
    "bundle.json": lambda path: path.write_bytes(b'{"format": "gmp-desktop meeting"}'),
    "huge.txt": huge,
    "huge.json": huge,
    "picture.png": lambda path: path.write_bytes(b"\x89PNG"),
    "folder.txt": lambda path: path.mkdir(),
    "missing.txt": lambda path: None,
    "missing.json": lambda path: None,
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_gets_one_sentence_and_changes_nothing(
    run: Command, data: Path, tmp_path: Path, name: str
) -> None:
    BAD[name](tmp_path / name)
    before = contents(data)
    result = run("import", tmp_path / name)
    assert result.status in (1, 3)
    assert result.out == ""
    assert result.err.strip().endswith(".")
    assert result.err.count("\n") == 1
    assert contents(data) == before


def test_a_newer_database_is_refused_untouched(run: Command, data: Path, paper: Path) -> None:
    database = sqlite.connect(data / FILE)
    database.execute("UPDATE alembic_version SET version_num = '9999'")
    database.commit()
    database.close()
    before = (data / FILE).read_bytes()
    for words in (["meetings"], ["import", paper], ["verify"]):
        result = run(*words)
        assert (result.status, "newer version" in result.err) == (3, True)
    assert (data / FILE).read_bytes() == before


def test_a_damaged_database_is_told(run: Command, data: Path) -> None:
    (data / FILE).write_bytes(b"no database at all" * 100)
    result = run("meetings")
    assert (result.status, "Traceback" in result.err) == (3, False)


def test_a_locked_database_is_told(run: Command, data: Path, paper: Path) -> None:
    other = sqlite.connect(data / FILE, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        result = run("import", paper)
    finally:
        other.close()
    assert (result.status, result.err.count("\n")) == (3, 1)
    assert "Another program" in result.err


@pytest.mark.skipif(not plain_rights(), reason="this user may write everywhere")
def test_a_read_only_folder_is_told(data: Path, paper: Path) -> None:
    data.chmod(0o555)
    before = contents(data)
    for words in (["import", paper], ["export", "--to", data / "a.pdf"], ["sample"]):
        result = program("--data", data, *words, before=plain_rights())
        assert (result.returncode, result.stdout, result.stderr.count("\n")) == (3, "", 1)
    data.chmod(0o755)
    assert contents(data) == before


@pytest.mark.skipif(sys.platform == "win32", reason="needs the limits of POSIX")
def test_a_full_disk_is_told_and_the_record_is_as_it_was(data: Path, paper: Path, tmp_path: Path) -> None:
    import resource

    size = (data / FILE).stat().st_size
    result = program(
        "--data", data, "sample", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    )
    assert (result.returncode, result.stdout, "Traceback" in result.stderr) == (3, "", False)
    assert program("--data", data, "verify").stdout == "The record is sound.\n"
    assert program("--data", data, "meetings").stdout == ""


def test_commands_need_no_display_and_load_no_qt(data: Path, paper: Path, tmp_path: Path) -> None:
    script = (
        "import sys; from gmp_desktop.__main__ import main\n"
        "assert main(sys.argv[1:]) == 0\n"
        "print([name for name in sys.modules if name.startswith(('PySide6', 'shiboken6'))])\n"
    )
    bare = {
        name: value
        for name, value in os.environ.items()
        if "DISPLAY" not in name and not name.startswith("QT_")
    }
    words = ["--data", str(data), "import", str(paper)]
    for command in (words, ["--data", str(data), "export", "--to", str(tmp_path / "a.pdf")]):
        result = subprocess.run(
            [sys.executable, "-c", script, *command],
            cwd=ROOT,
            env=bare,
            capture_output=True,
            text=True,
            check=True,
        )
        assert result.stdout.splitlines()[-1] == "[]"


def test_a_terminal_of_another_encoding_stops_nothing(data: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    result = program("--data", data, "sample", env=environment, encoding="cp1252")
    assert result.returncode == 0
    missing = program("--data", data, "import", tmp_path / "доклад.txt", env=environment, encoding="cp1252")
    assert missing.returncode == 1
    assert "\\u0434" in missing.stderr


def test_a_name_that_is_no_text_stops_nothing(run: Command, tmp_path: Path) -> None:
    result = run("import", tmp_path / os.fsdecode(b"\xff\xfe.txt"))
    assert (result.status, result.err.count("\n")) == (1, 1)


def test_help_and_version_are_done() -> None:
    assert [main(["--help"]), main(["--version"]), main(["import", "--help"])] == [0, 0, 0]


def test_wrong_usage_is_2() -> None:
    assert main(["metings"]) == 2


def test_a_defect_is_noted_without_words_of_the_papers(
    run: Command, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(args: object) -> None:
        raise KeyError("Ms. Somebody said something")

    monkeypatch.setattr("gmp_desktop.cli.sample.run", fail)
    result = run("sample")
    log = (data / "logs" / "gmp-desktop.log").read_text(encoding="utf-8")
    assert (result.status, "KeyError" in result.err) == (70, True)
    assert "KeyError" in log
    assert "Somebody" not in log + result.err


def test_a_bundle_taken_again_by_a_program_just_started_is_known(data: Path) -> None:
    bundle = shipped("resources", "sample", "pag-15.json")
    for _ in range(2):
        taken = program("--data", data, "import", bundle)
        assert (taken.returncode, taken.stdout) == (0, "PAG-15\n"), taken.stderr
