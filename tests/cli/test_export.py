import json
from pathlib import Path

import pytest

from gmp_desktop.cli.arguments import PAPERS
from gmp_desktop.domain.papers.kinds import PaperKind
from gmp_desktop.paths import shipped
from tests.cli.conftest import Command


def test_the_newest_meeting_is_taken_and_told(run: Command, paper: Path, tmp_path: Path) -> None:
    run("import", paper)
    assert run("export", "--to", tmp_path / "a.txt").err == ""
    run("sample")
    result = run("export", "--to", tmp_path / "a.txt")
    assert (result.status, result.err) == (0, "Of 2 meetings the newest was taken: PAG-15.\n")
    assert "PAG.15/8" in (tmp_path / "a.txt").read_text(encoding="utf-8")


def test_a_meeting_without_a_report_is_passed_over(run: Command, paper: Path, tmp_path: Path) -> None:
    run("import", paper)
    assert run("export", "--meeting", "pag-3", "--to", tmp_path / "a.pdf").status == 0
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")


def test_an_export_as_json_can_be_imported_elsewhere(run: Command, tmp_path: Path) -> None:
    run("sample")
    run("export", "--to", tmp_path / "a.json")
    assert (tmp_path / "a.json").read_bytes() == shipped("resources", "sample", "pag-15.json").read_bytes()


def test_a_document_is_exported_by_its_symbol(run: Command, tmp_path: Path) -> None:
    (tmp_path / "points.txt").write_text("Points to remember\n\nThe stations were visited in May.\n")
    run("import", tmp_path / "points.txt")
    assert run("export", "--document", "DOC-1", "--to", tmp_path / "a.txt").status == 0
    assert "stations" in (tmp_path / "a.txt").read_text(encoding="utf-8")


def test_what_is_not_there_is_not_written(run: Command, paper: Path, tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    assert "no meeting yet" in run("export", "--to", target).err
    run("import", paper)
    for words, told in (
        (["--meeting", "PAG-9"], "There is no meeting PAG-9"),
        (["--document", "DOC-9"], "There is no document DOC-9"),
        (["--document", "UNEP/Hg/PAG.3/1"], "only cited"),
    ):
        result = run("export", *words, "--to", target)
        assert (result.status, told in result.err) == (1, True)
    assert not target.exists()


def test_a_place_that_cannot_be_written_to_is_the_worlds_fault(
    run: Command, paper: Path, tmp_path: Path
) -> None:
    run("import", paper)
    for target in (tmp_path / "none" / "a.pdf", paper / "a.pdf"):
        result = run("export", "--to", target)
        assert (result.status, result.err.count("\n")) == (3, 1)


def test_a_document_has_to_be_named(run: Command, paper: Path, tmp_path: Path) -> None:
    run("import", paper)
    for name in ("", " ", "\udcff"):
        assert run("export", "--document", name, "--to", tmp_path / "a.pdf").status == 1
    assert not (tmp_path / "a.pdf").exists()


def test_the_names_of_the_papers_are_those_there_are() -> None:
    assert tuple(PaperKind) == PAPERS


@pytest.mark.parametrize("paper", PAPERS)
def test_every_paper_is_written_without_a_window(run: Command, tmp_path: Path, paper: str) -> None:
    run("sample")
    for suffix, begins in ((".pdf", b"%PDF-"), (".docx", b"PK\x03\x04")):
        target = tmp_path / f"{paper}{suffix}"
        result = run("export", "--document", paper, "--to", target)
        assert (result.status, result.err) == (0, "")
        assert target.read_bytes().startswith(begins)


def test_a_report_is_written_for_word(run: Command, tmp_path: Path) -> None:
    run("sample")
    assert run("export", "--to", tmp_path / "a.docx").status == 0
    told = json.loads(run("--data", tmp_path / "other", "import", tmp_path / "a.docx", "--json").out)
    assert (told["meeting"], told["symbol"]) == ("PAG-15", "UNEP/Hg/PAG.15/8")


def test_a_list_is_written_as_a_spreadsheet_that_can_be_taken_in(run: Command, tmp_path: Path) -> None:
    run("sample")
    for suffix in (".xlsx", ".csv"):
        target = tmp_path / f"list{suffix}"
        assert run("export", "--document", "participants", "--to", target).status == 0
        told = json.loads(run("import", target, "--json").out)
        assert (told["counts"]["rows"], told["counts"]["registered"]) == (47, 0)
