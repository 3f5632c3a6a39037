"""What one can do in the agenda: its commands, the buttons of its head, its menus."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtWidgets import QMenu

from gmp_desktop.domain.agenda_sheet import AgendaSheet
from gmp_desktop.domain.meeting import AgendaStage, State
from gmp_desktop.ui.agenda.delegate import SIDE
from gmp_desktop.ui.agenda.table import AgendaTable
from gmp_desktop.ui.agenda.words import day_words
from gmp_desktop.ui.agenda.writing import AgendaWriting
from gmp_desktop.ui.commands import Commands
from gmp_desktop.ui.widgets.page_head import PageHead
from gmp_desktop.ui.wording import hours_words

GROUP = "agenda"
MENU = (("edit", "new"), ("up", "down", "in", "out"), ("copy", "paste"), ("remove",))


class Steps(Protocol):
    """What the page itself does."""

    def begin_item(self) -> None: ...
    def open_sittings(self) -> None: ...
    def open_adoption(self) -> None: ...
    def keep_as_provisional(self) -> None: ...
    def ask_for_paper(self) -> None: ...


class AgendaCommands(QObject):
    def __init__(self, commands: Commands, page: Steps, writing: AgendaWriting, table: AgendaTable) -> None:
        super().__init__(table)
        self._commands, self._writing, self._table = commands, writing, table
        self._sheet: AgendaSheet | None = None
        self._add_all(page)
        table.customContextMenuRequested.connect(self._open_menu)

    def stand_on(self, head: PageHead) -> None:
        """The buttons of the page."""
        adopt, sittings = self._commands["agenda-adopt"], self._commands["agenda-sittings"]
        self._adopt = head.add_button(adopt.text())
        self._adopt.serve(adopt)
        self._sittings = head.add_button(sittings.text())
        self._sittings.serve(sittings)
        head.add_button(self.tr("New item"), "plus").serve(self._commands["agenda-new"])
        head.add_button(self.tr("Print and issue…"), primary=True).serve(self._commands["agenda-issue"])

    def fit(self, *, wide: bool) -> None:
        """In a narrow head the days are the way to the sittings."""
        self._sittings.setVisible(wide)

    def enable(self, sheet: AgendaSheet | None, *, here: bool, on_items: bool) -> None:
        """``on_items`` where the items are in the page, not the sittings or the adoption."""
        self._sheet = sheet
        work = here and sheet is not None
        has_item = work and on_items and self._table.current is not None
        has_items = work and sheet is not None and bool(sheet.items)
        floor = sheet is not None and sheet.meeting.state is State.IN_SESSION
        adopted = sheet is not None and sheet.meeting.agenda_stage is AgendaStage.ADOPTED
        for names, possible in (
            (("new", "paste"), work and on_items),
            (("edit", "up", "down", "in", "out", "remove"), has_item),
            (("put",), has_item and sheet is not None and bool(sheet.sittings)),
            (("sittings",), work),
            (("copy", "issue"), has_items),
            (("freeze",), has_items and not adopted),
            (("adopt",), has_items and floor and not adopted),
        ):
            for name in names:
                self._commands[f"agenda-{name}"].setEnabled(possible)
        self._adopt.setVisible(has_items and floor and not adopted)

    def _add_all(self, page: Steps) -> None:
        writing = self._writing
        self._commands.name_group(GROUP, self.tr("&Agenda"))
        steps: tuple[tuple[str, str, Callable[[], object], str, str], ...] = (
            ("new", self.tr("New item"), page.begin_item, "", "plus"),
            ("edit", self.tr("Change the title"), writing.change, "", "pen-line"),
            ("up", self.tr("Move the item up"), partial(writing.move, -1), "Alt+Up", "arrow-up"),
            ("down", self.tr("Move the item down"), partial(writing.move, 1), "Alt+Down", "arrow-down"),
            ("in", self.tr("One level in"), partial(writing.change_depth, 1), "", "arrow-right"),
            ("out", self.tr("One level out"), partial(writing.change_depth, -1), "", "arrow-left"),
            ("put", self.tr("Put into a sitting…"), self._open_put_menu, "Ctrl+Shift+S", "clock"),
            ("remove", self.tr("Remove the item"), writing.remove, "", "trash-2"),
            ("copy", self.tr("Copy the agenda as text"), writing.copy_all, "", "copy"),
            ("paste", self.tr("Paste lines as items"), writing.paste, "", "list-tree"),
            ("sittings", self.tr("Sittings…"), page.open_sittings, "", "clock"),
            ("freeze", self.tr("Keep as the provisional agenda"), page.keep_as_provisional, "", "check"),
            ("adopt", self.tr("Adopt…"), page.open_adoption, "", "gavel"),
            ("issue", self.tr("Print and issue…"), page.ask_for_paper, "", "printer"),
        )
        for name, words, run, keys, icon in steps:
            self._commands.add(f"agenda-{name}", GROUP, words, run, keys or (), icon)

    def _open_put_menu(self) -> None:
        row = self._table.visualRect(self._table.currentIndex())
        self.put_menu().popup(self._table.viewport().mapToGlobal(row.bottomLeft() + QPoint(SIDE, 0)))

    def put_menu(self) -> QMenu:
        """The sittings the item can go into."""
        menu = QMenu(self.tr("Put into a sitting"), self._table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        line, sheet = self._table.current, self._sheet
        if line is None or sheet is None:
            return menu
        id = line.item.id
        for sitting in sheet.sittings:
            words = f"{day_words(sitting.day)}, {hours_words(sitting.begins, sitting.ends)}"
            action = menu.addAction(words, partial(self._writing.put, id, sitting.id))
            action.setCheckable(True)
            action.setChecked(sitting.id == line.sitting_id)
        menu.addSeparator()
        follow = menu.addAction(self.tr("After the item before it"), partial(self._writing.put, id, None))
        follow.setEnabled(line.item.sitting_id is not None)
        return menu

    @Slot(QPoint)
    def _open_menu(self, at: QPoint) -> None:
        menu = QMenu(self._table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for names in MENU:
            for name in names:
                menu.addAction(self._commands[f"agenda-{name}"])
            menu.addSeparator()
        if self._table.current is not None and self._sheet is not None and self._sheet.sittings:
            menu.insertMenu(self._commands["agenda-remove"], self.put_menu())
        menu.popup(self._table.viewport().mapToGlobal(at))
