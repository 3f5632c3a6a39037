"""One start in one process: prints the milliseconds from START_NS to the first paint of the main window.

Or, asked for ``turns``, the longest turn of the event loop in the two seconds after that.

The paint counts when the event loop is back after it, so handing the frame to the platform is included.
"""

import json
import os
import sys
import time
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
TURNS_MS = 2000


def report() -> None:
    elapsed = (time.monotonic_ns() - int(os.environ["START_NS"])) / 1e6
    print(json.dumps({"first_paint_ms": elapsed}), flush=True)
    os._exit(0)


def ours(folder: str) -> None:
    from gmp_desktop.app import run

    run(Path(folder), None, None, painted=report)


def turns(folder: str) -> None:
    from gmp_desktop.app import run

    beats: list[float] = []

    def count() -> None:
        from PySide6.QtCore import QCoreApplication, Qt, QTimer

        beat = QTimer(QCoreApplication.instance(), timerType=Qt.TimerType.PreciseTimer, interval=1)
        beat.timeout.connect(lambda: beats.append(time.perf_counter()))
        beat.start()
        QTimer.singleShot(TURNS_MS, beat, lambda: tell(beats))

    run(Path(folder), None, None, painted=count)


def tell(beats: list[float]) -> None:
    longest = max(after - before for before, after in pairwise(beats))
    print(json.dumps({"longest_turn_ms": longest * 1000}), flush=True)
    os._exit(0)


def settle(folder: str) -> None:
    """As somebody leaves it who has looked at the report: the window was whole and was closed."""
    from gmp_desktop.app import run

    def close() -> None:
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication

        QTimer.singleShot(TURNS_MS, lambda: [window.close() for window in QApplication.topLevelWidgets()])

    code = run(Path(folder), None, None, painted=close)
    print(json.dumps({"code": code}), flush=True)


def bare() -> None:
    from benchmarks.bare_window import run

    run(report)


if __name__ == "__main__":
    {"ours": ours, "turns": turns, "settle": settle}[sys.argv[1]](sys.argv[2]) if sys.argv[
        1
    ] != "bare" else bare()
