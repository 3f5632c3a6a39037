"""A name, or several parted by commas, completed over a list as one types."""

from collections.abc import Callable, Iterable
from itertools import islice
from typing import cast

from PySide6.QtCore import QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit, QWidget

from gmp_desktop.domain.people import folded

MOST_SHOWN = 12
MOST_FOUND = 200


class CompletedField(QLineEdit):
    """Found are the entries with every word one typed, without case and accents; first those with words that begin so."""

    finished = Signal(str)
    """The whole line; only where it changed."""

    def __init__(self, *, several: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._several = several
        self._kept = ""
        self._entries: list[tuple[str, str]] = []
        self._read: Callable[[], Iterable[str]] | None = None
        self._found = QStringListModel(self)
        self._completer = QCompleter(self._found, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(MOST_SHOWN)
        self._completer.setWidget(self)
        self._completer.activated.connect(self._take)
        self.textEdited.connect(self._offer)
        self.editingFinished.connect(self.keep)

    def offer(self, entries: Iterable[str]) -> None:
        """What there is to choose from, in the order it is to be offered in; folded once."""
        self._read = None
        self._entries = [(f" {folded(entry)}", entry) for entry in dict.fromkeys(entries)]

    def offer_later(self, read: Callable[[], Iterable[str]]) -> None:
        """What is long is read when somebody comes to the field."""
        self._entries, self._read = [], read

    def show_text(self, text: str) -> None:
        if self.hasFocus() and self.text() != self._kept:
            return
        self._kept = text
        if self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)

    @property
    def _popup(self) -> QAbstractItemView:
        return cast(QAbstractItemView, self._completer.popup())

    @Slot()
    def keep(self) -> None:
        self._popup.hide()
        if self.text() != self._kept:
            self._kept = self.text()
            self.finished.emit(self._kept)

    def found(self, typed: str) -> list[str]:
        words = folded(typed).split()
        if self._read is not None:
            self.offer(self._read())
        if not words:
            return []
        fits = ((key, entry) for key, entry in self._entries if all(word in key for word in words))
        first = sorted(
            islice(fits, MOST_FOUND), key=lambda fit: not all(f" {word}" in fit[0] for word in words)
        )
        return [entry for _, entry in first]

    @Slot(str)
    def _offer(self, text: str) -> None:
        found = self.found(self._segment(text))
        self._found.setStringList(found)
        if found and found != [self._segment(text).strip()]:
            self._completer.complete()
        else:
            self._popup.hide()

    def _segment(self, text: str) -> str:
        return text.rpartition(",")[2] if self._several else text

    @Slot(str)
    def _take(self, entry: str) -> None:
        before, comma, _ = self.text().rpartition(",") if self._several else ("", "", "")
        self.setText(f"{before}{comma}{' ' if comma else ''}{entry}")
        self._popup.hide()

    # Qt's side

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._read is not None:
            self.offer(self._read())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        popup = self._popup
        if popup.isVisible() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            if popup.currentIndex().isValid():
                event.ignore()
                return
            popup.hide()
        super().keyPressEvent(event)
