"""A big step is turned away from the window; what is pressed meanwhile is answered afterwards."""

from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gmp_desktop.domain.errors import Refused
from gmp_desktop.domain.ops import Op
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import PersonRow
from gmp_desktop.ui.bench import Bench
from gmp_desktop.ui.turning import AT_ONCE
from gmp_desktop.ui.workbench import Workbench

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def people(store: Store, window: Workbench) -> int:
    """How many there are without those of the big step, which is the last one."""
    before = count(window.bench)
    with store.write(Op.IMPORT, about="list.csv") as session:
        session.add_all([PersonRow(family=f"Diallo {number}") for number in range(AT_ONCE + 1)])
    return before


def count(bench: Bench) -> int:
    return len(bench.directory.persons())


def words(window: Workbench) -> str:
    return window.window.status._saved.text()


def test_a_big_step_is_taken_back_and_done_again_with_its_progress(
    window: Workbench, people: int, qtbot: QtBot
) -> None:
    window.undo()
    assert words(window).startswith("Taking back: import of list.csv")
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert count(window.bench) == people
    assert words(window).startswith("Saved")

    window.redo()
    assert words(window).startswith("Doing again: import of list.csv")
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert count(window.bench) == people + AT_ONCE + 1


def test_what_is_pressed_while_a_step_is_taken_back_is_answered_afterwards(
    window: Workbench, people: int, qtbot: QtBot
) -> None:
    window.undo()
    QTest.keyClick(
        window.window.windowHandle(),
        Qt.Key.Key_Z,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    qtbot.waitUntil(lambda: count(window.bench) == people)
    qtbot.waitUntil(lambda: count(window.bench) == people + AT_ONCE + 1)
    qtbot.waitUntil(lambda: not window.jobs.busy)


def test_while_a_worker_writes_no_step_is_taken_back_that_nobody_meant(
    window: Workbench, qtbot: QtBot
) -> None:
    store, begun, go_on = window.bench.store, Event(), Event()
    before, last = count(window.bench), store.undo_name()

    def write(ticket: object) -> None:
        with store.write(Op.IMPORT, about="list.csv") as session:
            session.add(PersonRow(family="Diallo"))
            begun.set()
            go_on.wait(10)

    window.jobs.run(write, lambda result: None)
    begun.wait(10)
    window.undo()
    window.redo()
    go_on.set()
    qtbot.waitUntil(lambda: not window.jobs.busy)

    assert "Something is being written" in window.window.advice._words.text()
    assert count(window.bench) == before + 1
    assert store.undo_name() == (Op.IMPORT, "list.csv")
    window.undo()
    assert (count(window.bench), store.undo_name()) == (before, last)


def test_a_step_that_cannot_be_taken_back_leaves_the_window_as_it_was(
    window: Workbench, people: int, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(progress: object) -> None:
        raise Refused("The disk is full. Nothing was changed.")

    monkeypatch.setattr(window.bench.store, "undo", refuse)
    with qtbot.captureExceptions() as raised:
        window.undo()
        qtbot.waitUntil(lambda: not window.jobs.busy)
    assert [kind for kind, *_ in raised] == [Refused]
    monkeypatch.undo()

    window.undo()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert count(window.bench) == people
