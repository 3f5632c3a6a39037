"""Importing 10,000 people, taking that back and doing it again, against inserting as many rows raw; and the window meanwhile."""

import gc
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import random
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count, pairwise
from pathlib import Path
from uuid import UUID

import sqlcipher3.dbapi2
from PySide6.QtCore import QEventLoop, QLoggingCategory, Qt, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.directory import fill, word
from benchmarks.pairs import Case, Figure, against, timed
from benchmarks.places import made_window
from gmp_desktop.services.meetings import Meetings
from gmp_desktop.services.participant_import import ParticipantImport
from gmp_desktop.store.store import Store
from gmp_desktop.ui.jobs import Ticket
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.places import Place
from gmp_desktop.ui.start import ARGUMENTS, QUIET
from gmp_desktop.ui.workbench import Workbench

PEOPLE, BODIES = 10_000, 300
ROWS = 4 * PEOPLE
"""A person, their private details, their affiliation, their part in the meeting."""
IMPORT, UNDO, REDO = 45.0, 22.0, 27.0
"""Goals, in raw insertions of as many rows: about 5, 2.5 and 3 s on a machine of today."""
TURN_MS = 100.0
HEADS = "Surname;First name;Title;Organisation;Position;Kind;E-mail;Country"


def measure() -> Iterator[Figure]:
    application = QApplication.instance() or QApplication(ARGUMENTS)
    assert isinstance(application, QApplication)
    QLoggingCategory.setFilterRules(QUIET)
    look = Look(application)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sheet = _sheet(folder / "people.csv")
        raw = _raw(folder / "raw.db")
        against_raw = partial(against, reference=raw, rounds=3)
        taking = _Taking(folder, sheet, known=True)
        yield against_raw("import of 10,000 rows into 10,000 people / raw rows", taking.take, goal=IMPORT)
        taking = _Taking(folder, sheet, known=False)
        yield against_raw(
            "import of 10,000 rows into an empty directory / raw rows", taking.take, goal=IMPORT
        )
        yield against_raw("taking it back / raw rows", taking.undo, goal=UNDO)
        yield against_raw("doing it again / raw rows", taking.redo, goal=REDO)
        turns = _Turns(look, folder, sheet)
        yield against(
            "longest turn of the window meanwhile / 0.1 s", turns.longest, lambda: TURN_MS, goal=1.0, rounds=3
        )


def _sheet(file: Path, seed: int = 3) -> Path:
    chance = random.Random(seed)
    bodies = [f"{word(chance)} Union" for _ in range(BODIES)]
    rows = [
        f"{word(chance)};{word(chance)};Ms.;{chance.choice(bodies)};Officer {number % 50};IND;p{number}@x.example;Kenya"
        for number in range(PEOPLE)
    ]
    file.write_text("\n".join([HEADS, *rows]), "utf-8")
    return file


def _raw(file: Path) -> Case:
    database = sqlcipher3.dbapi2.connect(file, isolation_level=None)
    for statement in (
        "PRAGMA journal_mode = WAL",
        "PRAGMA synchronous = FULL",
    ):
        database.execute(statement)

    def begin() -> None:
        database.execute("DROP TABLE IF EXISTS one")
        database.execute(
            "CREATE TABLE one (id TEXT PRIMARY KEY, a TEXT, b TEXT, c TEXT, d TEXT, e TEXT, f TEXT, g TEXT)"
        )
        database.execute("CREATE INDEX by_a ON one (a)")

    def insert() -> None:
        database.execute("BEGIN IMMEDIATE")
        rows = ((f"{at:032}", f"{at:032}", *["some words"] * 6) for at in range(ROWS))
        database.executemany("INSERT INTO one VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
        database.execute("COMMIT")

    def run() -> float:
        begin()
        return timed(insert)

    return run


class _Taking:
    """Every import goes into a record of its own; the last one is taken back and done again."""

    def __init__(self, folder: Path, sheet: Path, *, known: bool) -> None:
        self._folder, self._sheet, self._known = folder, sheet, known
        self._numbers = count()

    def take(self) -> float:
        self.store = Store.open(self._folder / f"{self._known}-{next(self._numbers)}.db")
        if self._known:
            fill(self.store)
        meeting = Meetings(self.store).add("PAG-15")
        return timed(partial(_import, ParticipantImport(self.store), self._sheet, meeting))

    def undo(self) -> float:
        took = timed(self.store.undo)
        self.store.redo()
        return took

    def redo(self) -> float:
        self.store.undo()
        return timed(self.store.redo)


def _import(
    service: ParticipantImport,
    sheet: Path,
    meeting: UUID,
    progress: Callable[[float], None] = lambda part: None,
) -> None:
    read = service.read(sheet)
    service.take(service.plan(read, service.offer(read).mapping, meeting, progress), {}, progress)


class _Turns:
    """A person who imports in the window and takes it back, the event loop beating every millisecond meanwhile."""

    def __init__(self, look: Look, folder: Path, sheet: Path) -> None:
        self._look, self._folder, self._sheet = look, folder, sheet
        self._numbers = count()

    def longest(self) -> float:
        store = Store.open(self._folder / f"window-{next(self._numbers)}.db")
        meeting = Meetings(store).add("PAG-15")
        window = made_window(self._look, store, self._folder)
        window.show_meeting(window.bench.meetings.get(meeting), Place.OVERVIEW)
        gc.freeze()  # as the program does when its record is open
        beats: list[float] = []
        heart = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=1)
        heart.timeout.connect(lambda: beats.append(time.perf_counter()))
        heart.start()
        self._live(window)
        heart.stop()
        window.jobs.stop()
        window.window.close()
        window.window.deleteLater()
        store.close()
        return max(after - before for before, after in pairwise(beats)) * 1000

    def _live(self, window: Workbench) -> None:
        service, meeting = window.bench.participant_import, window.meetings[0].id

        def take(ticket: Ticket) -> None:
            _import(service, self._sheet, meeting, ticket.progress)

        def begin() -> None:
            window.jobs.run(take, lambda done: None)

        for act in (begin, window.undo, window.redo):
            act()
            _until(lambda: not window.jobs.busy)


def _until(is_so: Callable[[], bool]) -> None:
    loop = QEventLoop()
    asking = QTimer(interval=20)
    asking.timeout.connect(lambda: loop.quit() if is_so() else None)
    asking.start()
    loop.exec()
