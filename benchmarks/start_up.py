"""Process start to the first painted window with the last meeting in it, against a bare PySide6 window with a table."""

import compileall
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.pairs import Figure, against

TURN_MS = 100.0
"""What a person takes for at once."""
CHILD = Path(__file__).with_name("start_up_child.py")


def measure() -> Iterator[Figure]:
    # An installed program has its byte code, as the reference's libraries have theirs.
    compileall.compile_dir(Path(__file__).parents[1] / "gmp_desktop", quiet=1)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [sys.executable, "-m", "gmp_desktop", "--data", folder, "sample"],
            check=True,
            capture_output=True,
        )
        ours, bare = (
            partial(_first_paint, "ours", folder),
            partial(_first_paint, "bare", folder),
        )
        _settle(folder)
        yield against(
            "first painted window / bare PySide6 window",
            ours,
            bare,
            goal=1.25,
            rounds=15,
        )
        yield against(
            "longest turn of the event loop after that / 0.1 s",
            partial(_told, "turns", folder, "longest_turn_ms"),
            lambda: TURN_MS,
            goal=1.0,
            rounds=5,
        )


def _settle(folder: str) -> None:
    """The first starts write byte code, window state and a backup; it is not what people see every day."""
    for _ in range(2):
        if _told("settle", folder, "code"):
            raise RuntimeError("the window did not close as it should")


def _first_paint(case: str, folder: str) -> float:
    return _told(case, folder, "first_paint_ms")


def _told(case: str, folder: str, fact: str) -> float:
    env = os.environ | {"QT_QPA_PLATFORM": os.environ.get("BENCH_PLATFORM", "offscreen")}
    env["PYTHONDONTWRITEBYTECODE"] = ""  # as on the machine of somebody who uses programs
    env["START_NS"] = str(time.monotonic_ns())
    done = subprocess.run(
        [sys.executable, str(CHILD), case, folder],
        env=env,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    if done.returncode or not done.stdout.strip():
        raise RuntimeError(f"the {case} window did not paint: {done.stderr[-2000:]}")
    return float(json.loads(done.stdout.splitlines()[-1])[fact])
