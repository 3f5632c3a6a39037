"""News of the store as a Qt signal, always on the window's own thread."""

from PySide6.QtCore import QObject, Signal, Slot

from gmp_desktop.domain.changes import Changes


class Hub(QObject):
    """Pages connect to ``changed`` and read again what a step touched."""

    changed = Signal(object)
    _heard = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heard.connect(self._tell)

    def announce(self, changes: Changes) -> None:
        """What the store calls; from another thread Qt queues the news."""
        self._heard.emit(changes)

    @Slot(object)
    def _tell(self, changes: Changes) -> None:
        """In the hub's own thread, so that what hears it is called there too, be it an object of Qt's or not."""
        self.changed.emit(changes)
