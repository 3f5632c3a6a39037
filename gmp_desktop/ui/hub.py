"""News of the store as a Qt signal, always on the window's own thread."""

from PySide6.QtCore import QObject, Signal

from gmp_desktop.domain.changes import Changes


class Hub(QObject):
    """Pages connect to ``changed`` and read again what a step touched."""

    changed = Signal(object)

    def announce(self, changes: Changes) -> None:
        """What the store calls; from another thread the news is queued by Qt."""
        self.changed.emit(changes)
