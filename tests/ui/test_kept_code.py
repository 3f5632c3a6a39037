"""Byte code kept from one start to the next."""

from pathlib import Path

import pytest

from gmp_desktop.ui.kept_code import THEIRS, kept_code

FILE = f"{THEIRS}loader.py"


@pytest.fixture
def writing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", False)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "shiboken_support.pyc"


def value_of(source: bytes, kept: Path, file: str = FILE) -> object:
    known: dict[str, object] = {}
    with kept_code(kept):
        exec(compile(source, file, "exec"), known)
    return known["a"]


@pytest.mark.usefixtures("writing")
def test_what_was_compiled_once_is_not_compiled_again(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert value_of(b"a = 1", kept) == 1

    monkeypatch.setattr("builtins.compile", None)

    assert value_of(b"a = 1", kept) == 1


@pytest.mark.usefixtures("writing")
def test_another_text_under_the_same_name_is_compiled(kept: Path) -> None:
    value_of(b"a = 1", kept)

    assert value_of(b"a = 2", kept) == 2
    assert value_of(b"a = 1", kept) == 1


@pytest.mark.usefixtures("writing")
def test_a_damaged_file_is_as_none(kept: Path) -> None:
    value_of(b"a = 1", kept)
    whole = kept.read_bytes()
    for damaged in (b"", whole[:40], b"\0" * 100, whole[:16] + b"\xff" * 20):
        kept.write_bytes(damaged)

        assert value_of(b"a = 1", kept) == 1


@pytest.mark.usefixtures("writing")
def test_other_code_is_none_of_its_business(kept: Path) -> None:
    assert value_of(b"a = 1", kept, "elsewhere.py") == 1
    assert not kept.exists()


def test_nothing_is_written_where_python_keeps_no_byte_code(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", True)

    assert value_of(b"a = 1", kept) == 1
    assert not kept.exists()
