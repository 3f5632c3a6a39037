"""One piece of work at a time away from the window: what is begun anew ends what was under way."""

from collections.abc import Callable
from typing import Any

from gmp_desktop.ui.jobs import Jobs, Ticket


class OneJob:
    def __init__(self, jobs: Jobs) -> None:
        self._jobs = jobs
        self._ticket: Ticket | None = None

    @property
    def busy(self) -> bool:
        return self._ticket is not None

    def run(
        self,
        work: Callable[[Ticket], Any],
        done: Callable[[Any], None],
        failed: Callable[[BaseException], None],
        progress: Callable[[float], None],
    ) -> None:
        self.stop()

        def finished(result: Any) -> None:
            self._ticket = None
            done(result)

        def ended(error: BaseException) -> None:
            self._ticket = None
            failed(error)

        self._ticket = self._jobs.run(work, finished, ended, progress)

    def stop(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
            self._ticket = None
