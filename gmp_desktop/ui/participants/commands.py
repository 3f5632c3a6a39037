"""What one can do among the participants: its commands and the buttons of its head."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject

from gmp_desktop.ui.commands import Commands
from gmp_desktop.ui.participants.desk import ParticipantsDesk

GROUP = "participants"


class Steps(Protocol):
    """What the page itself does."""

    def ask_for_lists(self) -> None: ...
    def ask_to_import(self) -> None: ...
    def register(self) -> None: ...
    def open_walk_in(self) -> None: ...
    def give_badges(self) -> None: ...


class ParticipantsCommands(QObject):
    def __init__(self, commands: Commands, page: Steps, desk: ParticipantsDesk) -> None:
        super().__init__(desk)
        self._commands = commands
        commands.name_group(GROUP, self.tr("&Participants"))
        steps: tuple[tuple[str, str, Callable[[], object], str, str], ...] = (
            ("badges-and-lists", self.tr("Badges and lists…"), page.ask_for_lists, "", "printer"),
            ("import-participants", self.tr("Import participants…"), page.ask_to_import, "", "download"),
            ("register", self.tr("Register a participant"), page.register, "Ctrl+Shift+N", "user-plus"),
            ("walk-in", self.tr("Register a walk-in"), page.open_walk_in, "Ctrl+Shift+W", "user-plus"),
            ("give-badges", self.tr("Number the badges"), page.give_badges, "", "users-round"),
        )
        for name, words, run, keys, icon in steps:
            commands.add(name, GROUP, words, run, keys or (), icon)
        desk.lists.serve(commands["badges-and-lists"])
        desk.importing.serve(commands["import-participants"])
        desk.registering.serve(commands["register"])

    def enable(self, *, here: bool, anybody: bool) -> None:
        for names, possible in (
            (("import-participants", "register", "walk-in"), here),
            (("badges-and-lists", "give-badges"), here and anybody),
        ):
            for name in names:
                self._commands[name].setEnabled(possible)
