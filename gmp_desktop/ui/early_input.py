"""Keys and clicks that come before the window can answer them: kept, and given back in their order."""

from collections import deque

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QMouseEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget

KEPT = (
    QEvent.Type.KeyPress,
    QEvent.Type.KeyRelease,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
)
MOVES = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)
"""The list answers these by itself; they are kept only behind something that is."""


class EarlyInput(QObject):
    """Stands before the window from its first paint until everything in it works."""

    def __init__(self, window: QWidget, before: QWindow) -> None:
        super().__init__(window)
        self._window, self._before = window, before
        self._kept: deque[QKeyEvent | QMouseEvent] = deque()
        self._giving = False
        before.installEventFilter(self)

    def give_back(self) -> None:
        """One each turn, so that what it opens is there for the next; what comes meanwhile waits its turn."""
        QTimer.singleShot(0, self._give_next)

    def forget(self) -> None:
        self._kept.clear()
        self.give_back()

    @Slot()
    def _give_next(self) -> None:
        if not self._kept:
            self._before.removeEventFilter(self)
            self.deleteLater()
            return
        event = self._kept.popleft()
        self._giving = True
        try:
            if not self._is_shortcut(event):
                QApplication.sendEvent(self._before, event)
        finally:
            self._giving = False
        QTimer.singleShot(0, self._give_next)

    def _is_shortcut(self, event: QKeyEvent | QMouseEvent) -> bool:
        """Qt looks for shortcuts only in keys that come from the system: the same is done here for ours."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        override = QKeyEvent(QEvent.Type.ShortcutOverride, event.key(), event.modifiers(), event.text())
        override.ignore()
        focused = QApplication.focusWidget() or self._window
        QApplication.sendEvent(focused, override)
        action = None if override.isAccepted() else self._action(QKeySequence(event.keyCombination()))
        if action is None:
            return False
        action.trigger()
        return True

    def _action(self, keys: QKeySequence) -> QAction | None:
        if QApplication.activePopupWidget() is not None:
            return None
        able = (action for action in self._window.actions() if action.isEnabled())
        return next((action for action in able if keys in action.shortcuts()), None)

    # Qt's side

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._giving or event.type() not in KEPT:
            return False
        if not isinstance(event, QKeyEvent | QMouseEvent) or (not self._kept and _only_moves(event)):
            return False
        self._kept.append(event.clone())
        event.accept()
        return True


def _only_moves(event: QKeyEvent | QMouseEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() in MOVES and not event.modifiers()
