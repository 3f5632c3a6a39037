"""One start in one process: prints the milliseconds from START_NS to the first paint of the main window.

The paint counts when the event loop is back after it, so handing the frame to the platform is included.
"""

import json
import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))


def report() -> None:
    elapsed = (time.monotonic_ns() - int(os.environ["START_NS"])) / 1e6
    print(json.dumps({"first_paint_ms": elapsed}), flush=True)
    os._exit(0)


def ours(folder: str) -> None:
    from gmp_desktop.app import run

    run(Path(folder), None, None, painted=report)


def bare() -> None:
    from benchmarks.bare_window import run

    run(report)


if __name__ == "__main__":
    ours(sys.argv[2]) if sys.argv[1] == "ours" else bare()
