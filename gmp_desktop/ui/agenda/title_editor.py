"""The line one writes an agenda item in: it opens over its row so that no letter moves."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

INSET = 2
"""Pixels a line edit keeps free before its text."""


class TitleEditor(QLineEdit):
    """Says what the person wants; whoever opened it does it."""

    left = Signal()
    new_wanted = Signal()
    depth_wanted = Signal(int)
    """One level in (1) or out (-1)."""
    step_wanted = Signal(int)
    """To the line above (-1) or below (1)."""

    def __init__(self, text: str, font: QFont, name: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setFont(font)
        self.setFrame(False)
        self.setStyleSheet("border: none; padding: 0px; background: transparent;")
        self.setAccessibleName(name)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
            self.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)

    # Qt's side

    def event(self, event: QEvent) -> bool:
        """A line edit never sees Tab as a key, and Ctrl+Z is its own while it has something to take back."""
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and event.matches(QKeySequence.StandardKey.Undo):
                event.setAccepted(self.isUndoAvailable())
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                self.depth_wanted.emit(1 if event.key() == Qt.Key.Key_Tab else -1)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.new_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers():
            self.step_wanted.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()
