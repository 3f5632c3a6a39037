import errno
import os
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from gmp_desktop.domain.errors import DamagedFile, NotFound, Refused, WorldFault
from gmp_desktop.services import kept_files
from gmp_desktop.services.kept_files import KeptFile, KeptFiles

DATA = b"An invented paper. " * 1000
NOW = datetime(2026, 11, 10, 9, tzinfo=UTC)


@pytest.fixture
def files(data_folder: Path) -> KeptFiles:
    return KeptFiles(data_folder)


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "paper.pdf"
    path.write_bytes(DATA)
    return path


def stored(data_folder: Path) -> list[Path]:
    return sorted(path for path in data_folder.glob("files/**/*") if path.is_file())


def test_a_file_is_kept_under_its_hash(files: KeptFiles, paper: Path, data_folder: Path) -> None:
    kept = files.keep(paper)

    digest = sha256(DATA).hexdigest()
    assert kept == KeptFile("paper.pdf", digest, len(DATA))
    assert stored(data_folder) == [data_folder / "files" / digest[:2] / digest]
    assert stored(data_folder)[0].read_bytes() == DATA


def test_what_is_here_already_is_not_copied_again(files: KeptFiles, paper: Path, data_folder: Path) -> None:
    files.keep(paper)
    before = stored(data_folder)[0].stat()
    files.keep(paper)

    assert stored(data_folder)[0].stat().st_ino == before.st_ino
    assert len(stored(data_folder)) == 1


def test_keeping_a_file_again_heals_a_damaged_one(files: KeptFiles, paper: Path, data_folder: Path) -> None:
    files.keep(paper)
    stored(data_folder)[0].write_bytes(b"x" * len(DATA))
    files.keep(paper)

    assert stored(data_folder)[0].read_bytes() == DATA


def test_keeping_tells_how_far_it_is(files: KeptFiles, paper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_files, "_AT_ONCE_BYTES", len(DATA) // 4)
    told: list[float] = []
    files.keep(paper, told.append)

    assert told == [0.25, 0.5, 0.75, 1.0]


def test_keeping_can_be_stopped_and_leaves_nothing(files: KeptFiles, paper: Path, data_folder: Path) -> None:
    with pytest.raises(Refused, match="stopped"):
        files.keep(paper, stopped=lambda: True)

    assert stored(data_folder) == []


def test_a_full_disk_is_a_sentence_and_leaves_nothing(
    files: KeptFiles, paper: Path, data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WorldFault, match=r"“paper.pdf” was not attached. The disk is full."):
        files.keep(paper)

    assert stored(data_folder) == []


@pytest.mark.parametrize("what", ["folder", "empty", "large"])
def test_what_can_be_no_document_is_refused(
    what: str, files: KeptFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "thing"
    if what == "folder":
        path.mkdir()
    else:
        path.write_bytes(b"" if what == "empty" else DATA)
    monkeypatch.setattr(kept_files, "MOST_BYTES", 1000)

    with pytest.raises(Refused, match="Nothing was changed"):
        files.keep(path)


@pytest.mark.skipif(os.name != "posix", reason="there are no such files")
def test_a_file_that_never_ends_is_not_opened(files: KeptFiles, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(Refused, match="cannot be read through"):
        files.keep(tmp_path / "pipe")


def test_a_missing_file_is_a_sentence(files: KeptFiles, tmp_path: Path) -> None:
    with pytest.raises(WorldFault, match="It is not there"):
        files.keep(tmp_path / "gone.pdf")


def test_a_copy_is_given_out(files: KeptFiles, paper: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.pdf"
    target.write_text("older")
    files.copy_out(files.keep(paper), target)

    assert target.read_bytes() == DATA


def test_a_damaged_file_is_not_given_out(
    files: KeptFiles, paper: Path, tmp_path: Path, data_folder: Path
) -> None:
    kept, target = files.keep(paper), tmp_path / "out.pdf"
    target.write_text("older")
    stored(data_folder)[0].write_bytes(b"x" + DATA[1:])

    with pytest.raises(DamagedFile, match="is damaged: it is not what was attached"):
        files.copy_out(kept, target)

    assert target.read_text() == "older"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "out.pdf", "paper.pdf"]


def test_a_file_that_is_not_here_is_told(files: KeptFiles, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="not on this computer"):
        files.copy_out(KeptFile("paper.pdf", "0" * 64, 1), tmp_path / "out.pdf")


@pytest.mark.parametrize("digest", ["", "../../../etc/passwd", "0" * 63, "G" * 64, "/" * 64])
def test_a_hash_is_never_a_path(digest: str, files: KeptFiles, tmp_path: Path) -> None:
    with pytest.raises(WorldFault, match="no proper file"):
        files.copy_out(KeptFile("paper.pdf", digest, 1), tmp_path / "out.pdf")


def test_tidying_leaves_what_is_mentioned_and_what_is_young(
    files: KeptFiles, paper: Path, data_folder: Path, tmp_path: Path
) -> None:
    mentioned = files.keep(paper)
    for name in ("forgotten", "young"):
        (tmp_path / name).write_text(name)
    forgotten, young = files.keep(tmp_path / "forgotten"), files.keep(tmp_path / "young")
    part = data_folder / "files" / ".0123.part"
    part.write_text("half")
    for path in stored(data_folder):
        age = timedelta(hours=1) if path.name == young.sha256 else timedelta(days=2)
        os.utime(path, ((NOW - age).timestamp(),) * 2)

    assert files.tidy({mentioned.sha256}, NOW) == 2

    assert {path.name for path in stored(data_folder)} == {mentioned.sha256, young.sha256}
    assert forgotten.sha256 not in {path.name for path in stored(data_folder)}


def test_there_may_be_nothing_to_tidy(files: KeptFiles) -> None:
    assert files.tidy((), NOW) == 0
