"""The field in which one types what one looks for."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit


class FindField(QLineEdit):
    """Empty it has nothing of its own to take back: Undo and Redo are then the window's."""

    # Qt's side

    def event(self, event: QEvent) -> bool:
        asked = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if asked and not self.text() and any(map(event.matches, _STEPS)):  # type: ignore[attr-defined]
            event.ignore()
            return True
        return super().event(event)


_STEPS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
