from tests.cli.conftest import Command


def test_the_sample_is_added_once_and_named_every_time(run: Command) -> None:
    assert [run("sample").out, run("sample").out] == ["PAG-15\n", "PAG-15\n"]
    assert len(run("meetings").out.splitlines()) == 1
