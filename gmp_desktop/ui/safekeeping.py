"""A copy of the record at the start and every half hour, made away from the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from gmp_desktop.domain.errors import GmpError
from gmp_desktop.ui.faults import sentence

if TYPE_CHECKING:
    from pathlib import Path

    from gmp_desktop.store.store import Store
    from gmp_desktop.ui.jobs import Jobs, Ticket

FIRST_AFTER_MS = 5_000
"""The window is looked at first."""
EVERY_MS = 30 * 60 * 1000


class Safekeeping(QObject):
    """Whether a copy is due is the store's business; here it is only asked in time."""

    def __init__(
        self, store: Store, jobs: Jobs, warn: Callable[[str], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._store, self._jobs, self._warn = store, jobs, warn
        self._told = ""
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.keep)
        self._timer.start()
        QTimer.singleShot(FIRST_AFTER_MS, self, self.keep)

    @Slot()
    def keep(self) -> None:
        self._jobs.run(self._make, self._made, self._failed)

    def _make(self, ticket: Ticket) -> Path | None:
        return self._store.due_backup()

    def _made(self, copy: Path | None) -> None:
        self._told = ""

    def _failed(self, error: BaseException) -> None:
        """The same trouble is told once, not every half hour."""
        if not isinstance(error, GmpError | OSError):
            raise error
        words = sentence(error) if isinstance(error, GmpError) else error.strerror or str(error)
        if words != self._told:
            self._told = words
            self._warn(self.tr("The record could not be copied for safety: {words}").format(words=words))
