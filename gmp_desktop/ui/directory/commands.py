"""What one can do in the directory: its commands and the buttons of its head."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject

from gmp_desktop.ui.commands import Commands
from gmp_desktop.ui.directory.lists import View
from gmp_desktop.ui.widgets.empty import EmptyPlace
from gmp_desktop.ui.widgets.page_head import PageHead

GROUP = "directory"


class Steps(Protocol):
    """What the page itself does."""

    def begin_person(self) -> None: ...
    def begin_organisation(self) -> None: ...
    def begin_duplicates(self) -> None: ...
    def remove_selected(self) -> None: ...


class DirectoryCommands(QObject):
    def __init__(self, commands: Commands, page: Steps, head: PageHead, empty: EmptyPlace) -> None:
        super().__init__(head)
        self._commands = commands
        commands.name_group(GROUP, self.tr("&Directory"))
        steps: tuple[tuple[str, str, Callable[[], object], str, str], ...] = (
            ("new-person", self.tr("New person"), page.begin_person, "Ctrl+Shift+N", "user-plus"),
            ("new-organisation", self.tr("New organisation"), page.begin_organisation, "", "plus"),
            ("duplicates", self.tr("Possible duplicates"), page.begin_duplicates, "", "copy"),
            ("remove-entry", self.tr("Remove from the directory"), page.remove_selected, "", "trash-2"),
        )
        for name, words, run, keys, icon in steps:
            commands.add(f"directory-{name}", GROUP, words, run, keys or (), icon)
        person, organisation = commands["directory-new-person"], commands["directory-new-organisation"]
        self._duplicates = head.add_button(self.tr("Possible duplicates"))
        self._organisation = head.add_button(self.tr("New organisation"), "plus", primary=True)
        self._person = head.add_button(self.tr("New person"), "user-plus", primary=True)
        self._duplicates.serve(commands["directory-duplicates"])
        self._organisation.serve(organisation)
        self._person.serve(person)
        empty.add_button(self.tr("New person"), person.trigger, primary=True)
        empty.add_button(self.tr("New organisation"), organisation.trigger)

    def lead(self, view: View, *, anybody: bool) -> None:
        """One filled button, the one of the list that is shown; the empty place has its own."""
        self._duplicates.setVisible(anybody)
        self._organisation.setVisible(anybody and view is View.ORGANISATIONS)
        self._person.setVisible(anybody and view is View.PERSONS)

    def enable(self, *, here: bool, several: bool, on_one: bool) -> None:
        for names, possible in (
            (("new-person", "new-organisation"), here),
            (("duplicates",), here and several),
            (("remove-entry",), here and on_one),
        ):
            for name in names:
                self._commands[f"directory-{name}"].setEnabled(possible)
