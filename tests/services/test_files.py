import os
from pathlib import Path
from typing import Any

import pytest

from gmp_desktop.domain.errors import WorldFault
from gmp_desktop.services.files import write_whole


def test_a_file_is_written_and_nothing_beside_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.txt", b"one")
    write_whole(tmp_path / "a.txt", b"two")
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {"a.txt": b"two"}


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(WorldFault, match=r"“a\.txt” was not written\. It is not there"):
        write_whole(tmp_path / "none" / "a.txt", b"one")


def test_a_folder_of_that_name_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(WorldFault, match="That is a folder"):
        write_whole(tmp_path / "a.txt", b"one")


def test_a_name_that_is_too_long_is_told(tmp_path: Path) -> None:
    with pytest.raises(WorldFault, match="name is too long"):
        write_whole(tmp_path / ("a" * 400), b"one")


@pytest.mark.skipif(not Path("/dev/full").exists() or os.name != "posix", reason="needs /dev/full")
def test_a_full_disk_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.txt"
    target.write_bytes(b"old")
    monkeypatch.setattr("gmp_desktop.services.files.token_hex", lambda size: "full")
    real: Any = Path.open

    def full(self: Path, *args: str) -> Any:
        return real(Path("/dev/full"), "wb") if self.suffix == ".part" else real(self, *args)

    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(WorldFault, match="The disk is full"):
        write_whole(target, b"new" * 100_000)
    monkeypatch.undo()
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {"a.txt": b"old"}


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(WorldFault, match="may not be"):
        write_whole(tmp_path / "a.txt", b"one")


def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_bytes(b"old")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    write_whole(tmp_path / "link.txt", b"new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_bytes() == b"new"
