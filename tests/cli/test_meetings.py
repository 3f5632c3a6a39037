import json

from tests.cli.conftest import Command


def test_meetings_are_listed_one_to_a_line(run: Command) -> None:
    run("sample")
    (line,) = run("meetings").out.splitlines()
    assert line.split() == [
        *("PAG-15", "2025-11-18", "drafting"),
        *("Fifteenth", "meeting", "of", "the", "Partnership", "Advisory", "Group"),
    ]


def test_meetings_are_told_as_json(run: Command) -> None:
    assert json.loads(run("meetings", "--json").out) == []
    run("sample")
    (meeting,) = json.loads(run("meetings", "--json").out)
    assert (meeting["code"], meeting["starts_on"], meeting["state"]) == ("PAG-15", "2025-11-18", "drafting")


def test_looking_for_meetings_makes_no_record(run: Command, tmp_path: object) -> None:
    result = run("meetings", "--data", f"{tmp_path}/new")
    assert (result.status, result.out) == (0, "")
    assert run("verify", "--data", f"{tmp_path}/new").status == 1
