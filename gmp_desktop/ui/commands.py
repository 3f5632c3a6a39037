"""Everything one can do, as named actions: menus, shortcuts, the palette and the key card all read this one list."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget


@dataclass(frozen=True, slots=True)
class Command:
    """``group`` is the menu it stands in and the place the palette names beside it."""

    name: str
    group: str
    action: QAction
    icon: str


class Commands(QObject):
    """The commands of one window, in the order of its menus."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._all: dict[str, Command] = {}
        self._groups: dict[str, str] = {}

    def add(
        self,
        name: str,
        group: str,
        words: str,
        run: Callable[[], object],
        keys: str | tuple[str, ...] = (),
        icon: str = "",
        *,
        checkable: bool = False,
    ) -> QAction:
        """``keys`` in Qt's portable form; the first one is shown."""
        action = QAction(words, self._window)
        action.setShortcuts([QKeySequence(key) for key in ([keys] if isinstance(keys, str) else keys)])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setCheckable(checkable)
        action.triggered.connect(lambda _checked=False: run())
        self._window.addAction(action)
        self._all[name] = Command(name, group, action, icon)
        return action

    def __getitem__(self, name: str) -> QAction:
        return self._all[name].action

    def menu(self, group: str) -> QMenu:
        """The commands of a group as a menu; made anew, so that whoever shows it may own it."""
        menu = QMenu(self._groups.get(group, group), self._window)
        for command in self._all.values():
            if command.group == group:
                menu.addAction(command.action)
        return menu

    def name_group(self, group: str, words: str) -> None:
        self._groups[group] = words

    def group_words(self, group: str) -> str:
        return self._groups.get(group, group).replace("&", "")

    def all(self) -> list[Command]:
        return list(self._all.values())

    def possible(self) -> list[Command]:
        """What can be done at this moment."""
        return [command for command in self._all.values() if command.action.isEnabled()]


def key_words(action: QAction) -> str:
    """The keys as they stand on a keyboard."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText).replace("Return", "Enter")
