"""A field for a title that may take more than one line: kept when typing pauses and when it is left; Tab leaves it."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QTextEdit, QWidget

PAUSE_MS = 700
PADDING = 14


class TitleField(QTextEdit):
    kept = Signal(str)
    """The words, each time they differ from what was kept or shown before."""
    entered = Signal()

    def __init__(self, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = ""
        self.setProperty("field", "1")
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + PADDING)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.keep)
        self.textChanged.connect(self._pause.start)

    def show_words(self, words: str) -> None:
        """Words that come from the record; what is being typed here goes before them."""
        if words == self._known or (self.hasFocus() and self.toPlainText() != self._known):
            return
        self._known = words
        self.setPlainText(words)
        self._pause.stop()

    @property
    def words(self) -> str:
        return " ".join(self.toPlainText().split())

    @Slot()
    def keep(self) -> None:
        self._pause.stop()
        if self.words != " ".join(self._known.split()):
            self._known = self.words
            self.kept.emit(self.words)

    def settled(self) -> str:
        """The words as they stand; they are kept by whoever asks."""
        self._pause.stop()
        self._known = self.words
        return self._known

    def reset(self, words: str) -> None:
        """Words of something else: what stood here belongs to nobody any more."""
        self._known = words
        self.setPlainText(words)
        self._pause.stop()

    # Qt's side

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.keep()
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.keep()
