import json
import os
import sys
from pathlib import Path

import pytest

from gmp_desktop.paths import shipped
from tests.cli.conftest import Command

SAMPLE = shipped("resources", "sample", "pag-15.json")


def test_a_report_becomes_a_meeting(run: Command, paper: Path) -> None:
    assert run("import", paper).out == "PAG-3\n"


def test_everything_recognised_is_told_as_json(run: Command, paper: Path) -> None:
    told = json.loads(run("import", paper, "--json").out)
    assert (told["meeting"], told["symbol"]) == ("PAG-3", "UNEP/Hg/PAG.3/9")
    assert (told["counts"]["paragraphs"], told["counts"]["headings"]) == (2, 2)
    assert told["set_aside"] == []


def test_a_document_gets_a_name_where_it_bears_none(run: Command, tmp_path: Path) -> None:
    (tmp_path / "points.txt").write_text("Points to remember\n\nThe stations were visited in May.\n")
    assert [run("import", tmp_path / "points.txt").out for _ in range(2)] == ["DOC-1\n", "DOC-2\n"]


def test_a_document_gets_the_symbol_and_meeting_given(run: Command, paper: Path, tmp_path: Path) -> None:
    run("import", paper)
    (tmp_path / "points.txt").write_text("Points to remember\n\nThe stations were visited in May.\n")
    result = run(
        "import", tmp_path / "points.txt", "--meeting", "PAG-3", "--symbol", "UNEP/Hg/PAG.3/1", "--json"
    )
    told = json.loads(result.out)
    assert (told["meeting"], told["symbol"]) == ("PAG-3", "UNEP/Hg/PAG.3/1")


def test_a_report_taken_as_a_document_prints_its_symbol(run: Command, paper: Path) -> None:
    assert run("import", paper, "--as", "document").out == "UNEP/Hg/PAG.3/9\n"
    assert run("meetings").out == ""


def test_a_report_that_is_here_is_refused_and_told_how_to_go_on(run: Command, paper: Path) -> None:
    run("import", paper)
    again = run("import", paper)
    assert (again.status, again.out) == (1, "")
    assert "PAG-3 is here already" in again.err
    assert "--meeting" in again.err
    assert run("import", paper, "--meeting", "PAG-3bis").out == "PAG-3bis\n"


def test_a_malformed_symbol_is_refused(run: Command, paper: Path) -> None:
    assert run("import", paper, "--symbol", "eight").status == 1
    assert run("meetings").out == ""


def test_a_bundle_becomes_its_meeting(run: Command) -> None:
    told = json.loads(run("import", SAMPLE, "--json").out)
    assert (told["meeting"], told["symbol"]) == ("PAG-15", "UNEP/Hg/PAG.15/8")
    assert (told["counts"]["paragraphs"], told["counts"]["documents"]) == (72, 10)


def test_a_bundle_under_another_name_is_a_bundle_when_told(run: Command, tmp_path: Path) -> None:
    (tmp_path / "meeting.bundle").write_bytes(SAMPLE.read_bytes())
    assert run("import", tmp_path / "meeting.bundle", "--as", "bundle").out == "PAG-15\n"


def test_a_bundle_that_is_here_is_told_so(run: Command) -> None:
    run("import", SAMPLE)
    again = run("import", SAMPLE)
    assert (again.status, again.out, "already here" in again.err) == (0, "PAG-15\n", True)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a name is always text")
def test_the_name_of_a_file_need_not_be_text(run: Command, tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"points \xff.txt")
    file.write_text("Points to remember\n\nThe stations were visited in May.\n")
    assert run("import", file).out == "DOC-1\n"


REGISTRATIONS = """Title;Surname;First name;Organisation;Cat.;E-mail
Ms.;VANTREIGHT;Ilse;Clear Rivers Trust;NGO;ilse@crt.example
Mr.;OKONJO-REED;Bayo;=1+1 Metals;IND;bayo@metals.example
;;;Nobody Ltd;IND;
"""


def test_a_spreadsheet_becomes_participants(run: Command, tmp_path: Path) -> None:
    run("sample")
    (tmp_path / "registrations.csv").write_text(REGISTRATIONS, encoding="cp1252")
    result = run("import", tmp_path / "registrations.csv", "--refused", tmp_path / "refused.csv", "--json")
    told = json.loads(result.out)
    assert (told["meeting"], told["counts"]["registered"], told["counts"]["refused"]) == ("PAG-15", 2, 1)
    assert "Nobody Ltd" in (tmp_path / "refused.csv").read_text(encoding="utf-8-sig")
    assert "Nobody Ltd" in told["set_aside"][0]["text"]
    assert run("import", tmp_path / "registrations.csv", "--json").status == 0
    run("export", "--document", "participants", "--to", tmp_path / "list.txt")
    listed = (tmp_path / "list.txt").read_text(encoding="utf-8")
    assert listed.count("Ilse Vantreight") == 1


def test_a_list_becomes_an_agenda(run: Command, tmp_path: Path) -> None:
    (tmp_path / "agenda.txt").write_text("1. Opening of the meeting.\n2. Reports:\n(a) Of the leads;\n")
    assert "no meeting yet" in run("import", tmp_path / "agenda.txt", "--as", "agenda").err
    run("sample")
    told = json.loads(run("import", tmp_path / "agenda.txt", "--as", "agenda", "--json").out)
    assert (told["meeting"], told["counts"]) == ("PAG-15", {"agenda_items": 3})
