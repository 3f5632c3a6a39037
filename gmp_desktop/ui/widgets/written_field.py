"""A field for a few lines of text that is kept while one pauses and when one leaves it."""

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QTextEdit

from gmp_desktop.ui.look import Look

PAUSE_MS = 700


class WrittenField(QTextEdit):
    """Plain characters: marks of emphasis stand as they are kept. Tab leaves it.

    ``one_line`` takes no line breaks, however long the words are.
    """

    written = Signal(str)
    """The words as they are now; again and again while one writes."""
    finished = Signal()
    entered = Signal()
    """Enter where it is ``one_line``; the words are kept."""

    def __init__(self, look: Look, lines: int, *, one_line: bool = False) -> None:
        super().__init__()
        self._one_line = one_line
        self._kept = ""
        self._lines = lines
        self._look = look
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setProperty("field", "1")
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOff if one_line else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        )
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.keep)
        self.textChanged.connect(self._pause.start)
        look.changed.connect(self._measure)
        self._measure()

    def show_text(self, text: str) -> None:
        """What somebody is writing stays."""
        if self.hasFocus() and self.toPlainText() != self._kept:
            return
        self.begin(text)

    def begin(self, text: str) -> None:
        """Words of something else: what stood here belongs to nobody any more."""
        self._kept = text
        if self.toPlainText() != text:
            self.setPlainText(text)
        self._pause.stop()

    @property
    def words(self) -> str:
        text = self.toPlainText()
        return " ".join(text.split()) if self._one_line else text

    def settled(self) -> str:
        """The words as they stand; they are kept by whoever asks."""
        self._pause.stop()
        self._kept = self.words
        return self._kept

    def insert(self, words: str) -> None:
        """On a line of its own where something stands before it; the end of it is selected."""
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        cursor.insertText(("\n" if before.strip() else "") + words)
        self.setTextCursor(cursor)
        self.setFocus()

    @Slot()
    def keep(self) -> None:
        self._pause.stop()
        if self.words != self._kept:
            self._kept = self.words
            self.written.emit(self._kept)

    @Slot()
    def _measure(self) -> None:
        self.setFixedHeight(self.fontMetrics().lineSpacing() * self._lines + 18)

    # Qt's side

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._one_line:
            self.keep()
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.keep()
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self.finished.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text()
        self.textCursor().insertText(" ".join(text.split()) if self._one_line else text)
