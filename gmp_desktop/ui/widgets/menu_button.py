"""A button that says what is chosen and opens the choices below it."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from gmp_desktop.ui.look import Look
from gmp_desktop.ui.widgets.buttons import Button

Choice = tuple[str, str]
"""A value, and its words on the button and in the menu."""


class MenuButton(Button):
    chosen = Signal(str)

    def __init__(self, look: Look, icon: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(look, name, icon, parent=parent)
        self._name = name
        self._choices: list[Choice | None] = []
        self._value = ""
        self.menu_to_show = QMenu(self)
        self._group = QActionGroup(self)
        self._group.triggered.connect(self._choose)
        self.clicked.connect(self._open)

    def offer(self, choices: Sequence[Choice | None], value: str) -> None:
        """None parts them."""
        self._choices = list(choices)
        self.menu_to_show.clear()
        for choice in choices:
            if choice is None:
                self.menu_to_show.addSeparator()
                continue
            action = QAction(choice[1], self.menu_to_show, checkable=True)
            action.setData(choice[0])
            self._group.addAction(action)
            self.menu_to_show.addAction(action)
        self.show_value(value)

    def show_value(self, value: str) -> None:
        self._value = value
        words = next((choice[1] for choice in self._choices if choice and choice[0] == value), self._name)
        self.setText(f" {words}")
        self.setAccessibleName(f"{self._name}: {words}")
        for action in self._group.actions():
            action.setChecked(action.data() == value)

    def _open(self) -> None:
        self.menu_to_show.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def _choose(self, action: QAction) -> None:
        self.show_value(action.data())
        self.chosen.emit(action.data())
