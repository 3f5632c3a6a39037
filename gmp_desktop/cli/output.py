"""Words on the terminal: whatever its encoding, nothing in a text can stop the program."""

import json
import sys
from typing import Any


def prepare() -> None:
    """What the terminal cannot show is written as an escape."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="backslashreplace")


def say(words: str) -> None:
    if sys.stdout:
        print(words, flush=True)


def remark(words: str) -> None:
    """To the side, so that the result stays alone in the output."""
    if sys.stderr:
        print(words, file=sys.stderr, flush=True)


def say_json(value: Any) -> None:
    wide = "utf" in (getattr(sys.stdout, "encoding", None) or "")
    say(json.dumps(value, ensure_ascii=not wide, indent=1))
