"""Long work away from the window: plain values in, plain values out, with progress and cancel."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from queue import SimpleQueue
from threading import Event, Thread
from time import sleep
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

WORKERS = 2
SWITCH_INTERVAL_S = 0.001
"""So that the window gets its turn while a worker computes: the default of 5 ms is felt in typing."""
MOMENT_S = 0.0005
"""For the window to hear of progress: a worker that lets go of the interpreter often is else always back before it."""


@dataclass(eq=False)
class Ticket:
    """One piece of work under way; its ``cancelled`` may be set at any time, and nothing comes of it then."""

    work: Callable[["Ticket"], Any]
    done: Callable[[Any], None]
    failed: Callable[[BaseException], None] | None = None
    on_progress: Callable[[float], None] | None = None
    cancelled: Event = field(default_factory=Event)
    tell: Callable[["Ticket", float], None] | None = None

    def progress(self, fraction: float) -> None:
        if self.tell is not None and not self.cancelled.is_set():
            self.tell(self, fraction)
            sleep(MOMENT_S)

    def cancel(self) -> None:
        self.cancelled.set()


class Jobs(QObject):
    """Two workers, started at the first job."""

    _finished = Signal(object, object, object)
    _progressed = Signal(object, float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: SimpleQueue[Ticket | None] = SimpleQueue()
        self._threads: list[Thread] = []
        self._open: set[Ticket] = set()
        self._finished.connect(self._finish)
        self._progressed.connect(self._progress)

    def run(
        self,
        work: Callable[[Ticket], Any],
        done: Callable[[Any], None],
        failed: Callable[[BaseException], None] | None = None,
        progress: Callable[[float], None] | None = None,
    ) -> Ticket:
        """``work`` runs in a worker; ``done``, ``failed`` and ``progress`` are called on the window's thread.

        Without ``failed`` an error goes where all unexpected errors go.
        """
        self._start()
        ticket = Ticket(work, done, failed, progress, tell=self._progressed.emit)
        self._open.add(ticket)
        self._waiting.put(ticket)
        return ticket

    @property
    def busy(self) -> bool:
        return bool(self._open)

    def stop(self, patience_s: float = 5.0) -> None:
        """Let what runs come to an end, start nothing more."""
        for ticket in self._open:
            ticket.cancel()
        for _ in self._threads:
            self._waiting.put(None)
        for thread in self._threads:
            thread.join(patience_s)
        self._threads.clear()
        self._open.clear()

    def _start(self) -> None:
        if not self._threads:
            sys.setswitchinterval(SWITCH_INTERVAL_S)
            self._threads = [Thread(target=self._work, name=f"job-{n}", daemon=True) for n in range(WORKERS)]
            for thread in self._threads:
                thread.start()

    def _work(self) -> None:
        while (ticket := self._waiting.get()) is not None:
            result, error = None, None
            try:
                if not ticket.cancelled.is_set():
                    result = ticket.work(ticket)
            except BaseException as raised:
                error = raised
            self._finished.emit(ticket, result, error)

    @Slot(object, object, object)
    def _finish(self, ticket: Ticket, result: object, error: BaseException | None) -> None:
        self._open.discard(ticket)
        if ticket.cancelled.is_set():
            return
        if error is None:
            ticket.done(result)
        elif ticket.failed is not None:
            ticket.failed(error)
        else:
            raise error

    @Slot(object, float)
    def _progress(self, ticket: Ticket, fraction: float) -> None:
        if ticket.on_progress is not None and not ticket.cancelled.is_set():
            ticket.on_progress(fraction)
