"""An empty place: one head, one sentence, one or two things to do."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gmp_desktop.ui.look import Look
from gmp_desktop.ui.widgets.buttons import Button, IconLabel, Tinted

WIDTH = 460


class EmptyPlace(QWidget):
    def __init__(
        self, look: Look, icon: str, head: str, sentence: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._first: Button | None = None
        column = QWidget()
        column.setFixedWidth(WIDTH)
        inside = QVBoxLayout(column)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        title = QLabel(head)
        title.setFont(look.font(14, 600))
        words = Tinted(look, "text2", sentence)
        words.setFont(look.font(10.5))
        words.setWordWrap(True)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        inside.addWidget(IconLabel(look, icon, 24))
        inside.addSpacing(14)
        inside.addWidget(title)
        inside.addWidget(words)
        inside.addSpacing(12)
        inside.addLayout(self._buttons)
        self._buttons.addStretch(1)
        self._hint = Tinted(look, "text2")
        self._hint.setContentsMargins(0, 12, 0, 0)
        self._hint.hide()
        inside.addWidget(self._hint)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addWidget(column, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(3)
        self._words = words

    def add_button(
        self, words: str, run: Callable[..., Any] | Any, icon: str = "", *, primary: bool = False
    ) -> Button:
        button = Button(self._look, words, icon, primary=primary)
        button.clicked.connect(run)
        self._buttons.insertWidget(self._buttons.count() - 1, button)
        self._first = self._first or button
        return button

    def show_hint(self, words: str) -> None:
        """A quiet line under the buttons."""
        self._hint.setText(words)
        self._hint.setVisible(bool(words))

    def take_focus(self) -> None:
        """The first thing to do here has the keyboard."""
        if self._first is not None:
            self._first.setFocus()

    # Qt's side

    def showEvent(self, event: QShowEvent) -> None:
        """A layout that centres a column forgets that wrapped words are higher in it."""
        self._words.setMinimumHeight(self._words.heightForWidth(WIDTH))
        super().showEvent(event)
