from pathlib import Path

import pytest

from gmp_desktop.cli.arguments import COMMANDS, read_arguments
from gmp_desktop.paths import data_folder


@pytest.mark.parametrize(
    "words", [["--data", "d", "--database", "u", "verify"], ["verify", "--data", "d", "--database", "u"]]
)
def test_the_places_may_stand_before_or_after_the_command(words: list[str]) -> None:
    args = read_arguments(words)
    assert (args.data, args.database, args.command) == (Path("d"), "u", "verify")


def test_the_users_own_folder_is_taken_where_none_is_named() -> None:
    assert read_arguments(["meetings"]).data == data_folder()


def test_every_command_is_known() -> None:
    for command in set(COMMANDS) - {"import", "export", "backup", "restore"}:
        assert read_arguments([command]).command == command


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ([], "COMMAND"),
        (["metings"], "invalid choice"),
        (["import"], "FILE"),
        (["import", "a.txt", "--as", "letter"], "invalid choice"),
        (["import", "a.json", "--meeting", "PAG-9"], "brings its own meeting"),
        (["import", "a.txt", "--as", "bundle", "--symbol", "MC-4/1"], "brings its own meeting"),
        (["export"], "--to"),
        (["export", "--to", "a.doc"], "should end in"),
        (["export", "--to", "a"], "should end in"),
        (["export", "--document", "bundle", "--to", "a.pdf"], "written as .json"),
        (["export", "--document", "DOC-1", "--to", "a.json"], "single document"),
        (["sample", "--mee", "x"], "unrecognized"),
    ],
)
def test_wrong_usage_is_told_and_leaves_with_2(
    words: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        read_arguments(words)
    assert left.value.code == 2
    assert complaint in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "document"),
    [
        (["--to", "a.json"], "bundle"),
        (["--to", "a.pdf"], "report"),
        (["--to", "a.TXT"], "report"),
        (["--document", "report", "--to", "a.json"], "report"),
        (["--document", "DOC-1", "--to", "a.pdf"], "DOC-1"),
    ],
)
def test_the_suffix_tells_what_is_exported(words: list[str], document: str) -> None:
    assert read_arguments(["export", *words]).document == document
