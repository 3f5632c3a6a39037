"""The composition root: builds the window around one data folder and runs it until it is closed."""

import gc
from collections.abc import Callable
from pathlib import Path


def run(
    data: Path, database: str | None, file: Path | None, *, painted: Callable[[], None] | None = None
) -> int:
    """The window on this data folder, ``file`` opened in it; a window that is up already takes the file instead.

    ``painted`` is called once the first paint has reached the screen.
    """
    gc.disable()  # nothing made in a start is garbage; start() lets it run once the record is open
    from gmp_desktop.ui.kept_code import load_qt

    load_qt()
    from gmp_desktop.ui.start import start

    return start(data, database, file, painted)
