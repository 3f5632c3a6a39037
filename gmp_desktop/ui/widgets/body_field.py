"""For whom somebody is there: typed, and completed from the directory and the countries."""

from collections.abc import Iterable

from PySide6.QtCore import QStringListModel, Qt, Slot
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from gmp_desktop.domain.people import words

MOST = 8


class BodyField(QLineEdit):
    """Completes the beginning of any word, whatever its accents and capitals."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: list[tuple[str, str]] = []
        self._offered = QStringListModel(self)
        completer = QCompleter(self._offered, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(MOST)
        self.setCompleter(completer)
        self.textEdited.connect(self._offer)

    def offer_names(self, names: Iterable[str]) -> None:
        """In the order they are to be offered in."""
        self._names = [(name, "".join(f" {word}" for word in words(name))) for name in dict.fromkeys(names)]

    @Slot(str)
    def _offer(self, text: str) -> None:
        asked = words(text)
        found: list[str] = []
        for name, known in self._names if asked else ():
            if all(f" {word}" in known for word in asked):
                found.append(name)
                if len(found) == MOST:
                    break
        self._offered.setStringList(found)
