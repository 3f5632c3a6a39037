"""Taking steps back and doing them again: at once, or away from the window where it takes longer than a moment."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from gmp_desktop.domain.changes import Changes
from gmp_desktop.domain.ops import Op
from gmp_desktop.ui.early_input import EarlyInput
from gmp_desktop.ui.wording import step_words

if TYPE_CHECKING:
    from gmp_desktop.ui.jobs import Ticket
    from gmp_desktop.ui.workbench import Workbench

AT_ONCE = 1000
"""Entries of the log that are turned before anybody notices."""

Turn = Callable[[Callable[[float], None]], Changes | None]


class Turning(QObject):
    """While a big step is turned in a worker the window goes on showing; keys and clicks wait until it is done."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._bench = bench
        self._hold: EarlyInput | None = None

    def undo(self) -> None:
        if self._must_wait():
            return
        self._bench.leave_page()
        store = self._bench.bench.store
        words = self.tr("Taking back: {step}"), self.tr("Taken back: {step}.")
        self._turn(store.undo, store.undo_name(), store.undo_size(), *words)

    def redo(self) -> None:
        if self._must_wait():
            return
        self._bench.leave_page()
        store = self._bench.bench.store
        words = self.tr("Doing again: {step}"), self.tr("Done again: {step}.")
        self._turn(store.redo, store.redo_name(), store.redo_size(), *words)

    def _must_wait(self) -> bool:
        """What is being written would be the last step once it is done, and not the one that was meant."""
        if self._hold is None and not self._bench.bench.store.changing:
            return False
        self._bench.say(
            self.tr("Something is being written. Nothing was taken back; do so when that is done.")
        )
        return True

    def _turn(self, turn: Turn, step: tuple[Op, str] | None, size: int, doing: str, done: str) -> None:
        if step is None:
            return
        doing, done = (words.format(step=step_words(*step)) for words in (doing, done))
        if size <= AT_ONCE:
            self._tell(done, turn(lambda part: None))
            return
        self._hold = EarlyInput(self._bench.window, self._bench.window.windowHandle())
        self._show(doing, 0.0)

        def work(ticket: Ticket) -> Changes | None:
            return turn(ticket.progress)

        self._bench.jobs.run(work, partial(self._finish, done), self._fail, partial(self._show, doing))

    def _show(self, words: str, part: float) -> None:
        self._bench.window.status.show_words(f"{words}  ·  {part:.0%}")

    def _finish(self, sentence: str, changes: Changes | None) -> None:
        self._tell(sentence, changes)
        self._let_go()

    def _fail(self, error: BaseException) -> None:
        self._bench.window.status.show_saved(self._bench.now())
        self._let_go()
        raise error

    def _let_go(self) -> None:
        if self._hold is not None:
            self._hold.give_back()
            self._hold = None

    def _tell(self, sentence: str, changes: Changes | None) -> None:
        """What turned is seen in the place; of a meeting it has to be said, it may not be the one in the window."""
        if changes is None:
            return
        self._bench.window.advice.clear()
        self._bench.window.status.show_saved(self._bench.now())
        if changes.touch("meeting"):
            self._bench.say(sentence)
        else:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._bench.window, sentence))
