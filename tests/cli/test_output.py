import io
import json
import sys

import pytest

from gmp_desktop.cli.output import prepare, remark, say, say_json


def test_a_program_without_a_terminal_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    prepare()
    say("words")
    remark("words")


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "ascii"])
def test_json_stays_json_in_every_encoding(monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding=encoding))
    prepare()
    say_json(["Þorvaldur 沈若溪 \ud800"])
    assert json.loads(raw.getvalue().decode(encoding)) == ["Þorvaldur 沈若溪 \ud800"]
