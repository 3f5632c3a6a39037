"""The head of every place: its name, one quiet line of facts beside it, what one can do at the trailing end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from gmp_desktop.ui.look import PAGE_MARGIN, Look
from gmp_desktop.ui.widgets.buttons import Button, Tinted

if TYPE_CHECKING:
    from PySide6.QtGui import QAction


class PageHead(QWidget):
    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setMinimumHeight(48)
        self.name = QLabel(name)
        self.name.setFont(look.font(14, 600))
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self._facts = Tinted(look, "text2")
        self._facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(PAGE_MARGIN, 12, PAGE_MARGIN - 4, 8)
        self._row.setSpacing(8)
        self._row.addWidget(self.name)
        self._row.addSpacing(6)
        self._row.addWidget(self._facts, 1)

    def show_name(self, name: str) -> None:
        self.name.setText(name)

    def show_facts(self, *facts: str) -> None:
        self._facts.setText("  ·  ".join(fact for fact in facts if fact))

    def add_button(self, words: str, icon: str = "", *, primary: bool = False) -> ActionButton:
        button = ActionButton(self._look, words, icon, primary=primary)
        self._row.addWidget(button)
        return button


class ActionButton(Button):
    """Does what a command does, and can be pressed only when that can be done."""

    def serve(self, action: QAction) -> None:
        self._action = action
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled())
        self.setToolTip(self._action.shortcut().toString())
