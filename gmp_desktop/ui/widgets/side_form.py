"""What the forms of an inspector share: fields that are kept when left, words from the record as they are."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLayout, QLineEdit, QVBoxLayout

from gmp_desktop.ui.look import Look
from gmp_desktop.ui.widgets.buttons import Tinted


def fill(field: QLineEdit, text: str) -> None:
    """What somebody is typing stays."""
    if not (field.hasFocus() and field.isModified()) and field.text() != text:
        field.setText(text)
        field.setCursorPosition(0)


def choose(field: QComboBox, data: Any) -> None:
    """Without a word to anybody; what is not among the choices becomes one."""
    with QSignalBlocker(field):
        at = field.findData(data)
        if at < 0:
            field.addItem(str(data), data)
            at = field.count() - 1
        field.setCurrentIndex(at)


def offer(field: QComboBox, choices: Iterable[tuple[str, Any]]) -> None:
    with QSignalBlocker(field):
        field.clear()
        for words, data in choices:
            field.addItem(words, data)


def plain(look: Look, role: str, words: str = "", points: float = 10, weight: int = 400) -> QLabel:
    """A label of words somebody typed: never read as mark-up."""
    label = Tinted(look, role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setFont(look.font(points, weight))
    label.setText(words)
    return label


def beside(*parts: QLayout) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for part in parts:
        row.addLayout(part, 1)
    return row


def column() -> QVBoxLayout:
    made = QVBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(12)
    return made
