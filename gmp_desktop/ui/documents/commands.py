"""What one can do among the documents: its commands, the buttons of its head, its menu."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtWidgets import QMenu

from gmp_desktop.ui.commands import Commands
from gmp_desktop.ui.documents.desk import RegisterDesk

GROUP = "documents"


class Steps(Protocol):
    """What the page itself does."""

    def begin_new(self) -> None: ...
    def paste(self) -> None: ...
    def ask_for_files(self) -> None: ...
    def open_file(self) -> None: ...
    def export_file(self) -> None: ...
    def remove(self) -> None: ...
    def ask_for_list(self) -> None: ...


class RegisterCommands(QObject):
    def __init__(self, commands: Commands, page: Steps, desk: RegisterDesk) -> None:
        super().__init__(desk)
        self._commands, table = commands, desk.table
        commands.name_group(GROUP, self.tr("&Documents"))
        steps: tuple[tuple[str, str, Callable[[], object], str, str], ...] = (
            ("new", self.tr("New document"), page.begin_new, "Ctrl+Shift+N", "plus"),
            ("paste", self.tr("Paste symbols…"), page.paste, "", "copy"),
            ("attach", self.tr("Attach files…"), page.ask_for_files, "", "upload"),
            ("open", self.tr("Open the file"), page.open_file, "", "file-text"),
            ("export", self.tr("Export the file…"), page.export_file, "", "file-down"),
            ("copy", self.tr("Copy the rows"), table.copy, "", "copy"),
            ("remove", self.tr("Remove the document"), page.remove, "", "trash-2"),
            ("list", self.tr("List of documents…"), page.ask_for_list, "", "printer"),
        )
        for name, words, run, keys, icon in steps:
            commands.add(f"documents-{name}", GROUP, words, run, keys or (), icon)
        desk.pasting.serve(commands["documents-paste"])
        desk.attaching.serve(commands["documents-attach"])
        desk.making.serve(commands["documents-new"])
        table.menu_wanted.connect(self._open_menu)

    def enable(self, *, here: bool, some: bool, on_one: bool, has_file: bool) -> None:
        """``some`` documents are there; the cursor is ``on_one``, which ``has_file``."""
        for names, possible in (
            (("new", "paste", "attach"), here),
            (("list",), here and some),
            (("copy", "remove"), here and on_one),
            (("open", "export"), here and has_file),
        ):
            for name in names:
                self._commands[f"documents-{name}"].setEnabled(possible)

    @Slot(QPoint)
    def _open_menu(self, at: QPoint) -> None:
        menu: QMenu = self._commands.menu(GROUP)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)
