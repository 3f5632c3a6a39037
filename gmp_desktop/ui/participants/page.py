"""The participants of the meeting: registered here, found by two letters, ticked off at the door."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QPoint, QSettings, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gmp_desktop.domain import door as matching
from gmp_desktop.domain.changes import Changes
from gmp_desktop.domain.meeting import Meeting
from gmp_desktop.domain.papers.kinds import PaperKind
from gmp_desktop.domain.participants import Participant
from gmp_desktop.domain.people import full_name
from gmp_desktop.store import reference
from gmp_desktop.ui.asking import Asking
from gmp_desktop.ui.bench import Bench
from gmp_desktop.ui.commands import Commands
from gmp_desktop.ui.jobs import Jobs
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.pages.place_page import PlacePage
from gmp_desktop.ui.palette_matching import Entry
from gmp_desktop.ui.participants.changes import ParticipantsChanges
from gmp_desktop.ui.participants.commands import ParticipantsCommands
from gmp_desktop.ui.participants.desk import ParticipantsDesk
from gmp_desktop.ui.participants.door import Door
from gmp_desktop.ui.participants.lines import Column
from gmp_desktop.ui.participants.menus import ParticipantsMenus
from gmp_desktop.ui.participants.model import ParticipantsModel
from gmp_desktop.ui.participants.registration import Registration
from gmp_desktop.ui.participants.state import ParticipantsState
from gmp_desktop.ui.participants.view import ParticipantsView
from gmp_desktop.ui.people_words import half_day_words

CLOCK_MS = 20_000
"""How often the clock is asked which sitting it is."""
_PEOPLE = ("participant", "person", "organisation", "private_detail")
_TICKS = ("presence", "sitting")


class ParticipantsPage(PlacePage):
    asked_to_import = Signal()
    pasted = Signal(str)
    """Rows of a spreadsheet."""

    def __init__(
        self,
        look: Look,
        bench: Callable[[], Bench],
        jobs: Jobs,
        asking: Asking,
        settings: QSettings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bench = bench
        self._commands: ParticipantsCommands | None = None
        self._picked = False
        self._before: tuple[list[UUID], int] = ([], 0)
        """Who was selected before somebody was looked for, and how far the table was scrolled."""
        self.view = ParticipantsView(settings)
        self.state = ParticipantsState(bench)
        self.changes = ParticipantsChanges(bench, self.state, self)
        self.model = ParticipantsModel(self)
        self.desk = desk = ParticipantsDesk(look, self.model)
        self.head, self.table, self.form, self.empty = desk.head, desk.table, desk.form, desk.empty
        self.field, self.line, self.grouping, self.shown = desk.field, desk.line, desk.grouping, desk.shown
        self.table.left_out = self.view.left_out
        self.menus = ParticipantsMenus(self.model, self.view, reference.areas(), self)
        self.door = Door(bench, self.model, self.field, self.line, self)
        self.registration = Registration(bench, self.state, self.changes, desk)
        self._index = QTimer(self, interval=0)
        self._clock = QTimer(self, interval=CLOCK_MS)
        self._build()
        self._connect()

    # What the window asks

    def show_meeting(self, meeting: Meeting | None) -> None:
        before = self.state.meeting
        if meeting is None or before is None or meeting.id != before.id:
            self.state.chosen = None
            self.desk.hide_form()
            self.field.clear()
            self._show_everyone()
        self.state.meeting = meeting
        self.read_again()

    def read_again(self) -> None:
        self._read_people()
        self._read_ticks()
        self._show_lines()
        self.head.show_facts(*self.state.head_facts())

    def on_changed(self, changes: Changes) -> None:
        """Only what a step touched is read again: at the door that is a tick."""
        meeting = self.state.meeting
        if meeting is None or not changes.touch("meeting", *_PEOPLE, *_TICKS):
            return
        if changes.touch("meeting"):
            now = next((one for one in self._bench().meetings.all() if one.id == meeting.id), None)
            if now is None:
                self.show_meeting(None)
                return
            self.state.meeting = now
        if changes.touch(*_PEOPLE):
            self._read_people()
        self._read_ticks()
        self._show_lines()
        self.head.show_facts(*self.state.head_facts())
        if changes.touch(*_PEOPLE):
            self.registration.show_again()

    def leave(self) -> None:
        self.form.keep()
        if self.state.meeting is not None:
            self._bench().store.seal()

    def take_focus(self) -> None:
        if self.state.listing.people:
            self.field.setFocus()
        else:
            self.empty.take_focus()

    def open_find(self) -> None:
        self.take_focus()
        self.field.selectAll()

    def go_to(self, id: object) -> None:
        """A participant, or a person of the directory."""
        found = [one.id for one in self.state.listing.people if id in (one.id, one.person.id)]
        if found:
            self.field.clear()
            self._show_everyone()
            self._show_lines()
            self.table.go(found)
            self.table.setFocus()

    def offer(self, commands: Commands) -> None:
        self._commands = ParticipantsCommands(commands, self, self.desk)

    def enable(self, here: bool) -> None:
        if self._commands is not None:
            there = here and self.state.meeting is not None
            self._commands.enable(here=there, anybody=bool(self.state.listing.people))

    def facts(self) -> tuple[str, ...]:
        return self.state.foot_facts()

    def entries(self) -> Iterable[Entry]:
        group, listing = self.tr("Participants"), self.state.listing
        for at, one in enumerate(listing.people):
            run = partial(self.go_to, one.id)
            yield Entry(group, full_name(one.person), run, "user-round", listing.delegation(at))
        for sitting in self.state.sittings:
            words = self.tr("Tick for {sitting}")
            told = words.format(sitting=half_day_words(sitting, self.state.sittings))
            yield Entry(group, told, partial(self._choose_sitting, sitting.id), "check")

    # Reading and showing

    def _read_people(self) -> None:
        self.state.read_people()
        self._index.start()

    def _read_ticks(self) -> None:
        self.state.read_ticks()
        self.model.show_ticks(self.state.ticks)
        self._show_sittings()

    def _show_sittings(self) -> None:
        current = self.state.current.id if self.state.current else None
        self.model.show_sittings(self.state.sittings, self.state.open, current)
        self.table.fit()

    def _show_lines(self) -> None:
        selected, column = self.table.selected(), self.table.currentIndex().column()
        lines = self.state.listing.lines(self.view.asked, self.state.here)
        self.model.show(self.state.listing, lines)
        self.table.head.show_sort(self.view.asked.sort, self.view.asked.descending)
        looking = matching.asks(self.view.asked.text)
        kept = selected if not looking or self._picked else []
        self.table.go(kept, column, otherwise_first=looking)
        self.desk.show_list(anybody=bool(self.state.listing.people))

    def _show_everyone(self) -> None:
        self.view.unfold_all()
        self.shown.show_value(self.view.asked.shown)

    # What one does

    def register(self) -> None:
        self.registration.begin()

    def ask_for_lists(self) -> None:
        self.asked_for_papers.emit(PaperKind.PARTICIPANTS)

    def ask_to_import(self) -> None:
        self.asked_to_import.emit()

    def open_walk_in(self) -> None:
        self.door.open_walk_in()

    def give_badges(self) -> None:
        self.changes.give_badges()

    # Finding and ordering

    @Slot()
    def _index_on(self) -> None:
        if not self.state.listing.index_some():
            self._index.stop()

    @Slot(str)
    def _look_for(self, text: str) -> None:
        self._picked = False
        if not matching.asks(self.view.asked.text):
            self._before = (self.table.selected(), self.table.verticalScrollBar().value())
        self.view.look_for(text)
        self._show_lines()
        self.door.follow(found=bool(self.model.lines))

    @Slot(int)
    def _walk(self, rows: int) -> None:
        self._picked = True
        self.table.walk(rows)

    @Slot(str)
    def _type(self, letters: str) -> None:
        self.field.setFocus()
        self.field.insert(letters)

    @Slot(str)
    def _group(self, grouping: str) -> None:
        self.view.group(grouping)
        self._show_lines()

    @Slot(str)
    def _show_only(self, shown: str) -> None:
        self.view.show(shown)
        self._show_lines()

    @Slot(str)
    def _fold(self, key: str) -> None:
        self.view.fold(key)
        self._show_lines()
        self.table.setCurrentIndex(self.model.index(max(self.model.row_of_group(key), 0), 0))

    @Slot(object)
    def _sort(self, column: Column) -> None:
        self.view.sort(column)
        self._show_lines()

    @Slot(object, bool)
    def _turn_column(self, column: Column, shown: bool) -> None:
        self.view.leave_out(column, not shown)
        self.table.left_out = self.view.left_out
        self.table.fit()

    # At the door

    @Slot(object)
    def _choose_sitting(self, id: UUID) -> None:
        self.state.chosen = id
        self._follow_clock()

    @Slot()
    def _follow_clock(self) -> None:
        """Another sitting may have opened, or have been chosen."""
        before = (self.state.current, self.state.open)
        self.state.ask_clock()
        if (self.state.current, self.state.open) != before:
            self._show_sittings()
            self._show_lines()
            self.head.show_facts(*self.state.head_facts())
            self.facts_changed.emit()

    @Slot()
    def _enter(self) -> None:
        self.door.enter(self._meant())

    def _meant(self) -> Participant | None:
        """Whom Enter is about: who was walked to, or whoever is likeliest meant."""
        if self._picked:
            return self.table.current_person()
        listing = self.state.listing
        at = listing.meant(self.field.text(), [line for line in self.model.lines if isinstance(line, int)])
        return listing.people[at] if at is not None else None

    @Slot()
    def _return(self) -> None:
        """Whoever was ticked at the door is gone from the field; the table is where it was before."""
        selected, scrolled = self._before
        self.table.go(selected)
        self.table.verticalScrollBar().setValue(scrolled)

    @Slot(str)
    def _walk_in(self, line: str) -> None:
        if self.changes.walk_in(line) is not None:
            self.field.clear()
            self.door.close()

    # The rows

    @Slot(object)
    def _remove(self, ids: list[UUID]) -> None:
        """The row that stands there afterwards is the current one."""
        row = self.table.currentIndex().row()
        self.changes.remove(ids)
        rows = [*range(row, len(self.model.lines)), *range(min(row, len(self.model.lines)) - 1, -1, -1)]
        near = next((one for one in map(self.model.person_at, rows) if one is not None), None)
        self.table.go([near.id] if near else [])

    @Slot(object)
    def _edit_selected(self, facts: dict[str, Any]) -> None:
        self.changes.edit_several(self.table.selected(), facts)

    @Slot()
    def _after_form(self) -> None:
        self._show_lines()
        if self.table.selected():
            self.table.setFocus()
        else:
            self.take_focus()

    @Slot(object)
    def _open_menu(self, at: QPoint) -> None:
        selected = self.table.selected()
        if selected:
            actions = (
                (self.tr("Open"), partial(self.registration.open, selected[0])),
                (self.tr("Copy"), self.table.copy),
                (self.tr("Remove from the meeting"), partial(self._remove, selected)),
            )
            self.menus.open_rows(at, actions)

    def _build(self) -> None:
        self.desk.offer_choices(self.view.asked)
        self.empty.add_button(self.tr("Import…"), self.asked_to_import, primary=True)
        self.empty.add_button(self.tr("Register"), self.register)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.desk)

    def _connect(self) -> None:
        field, table, changes, menus = self.field, self.table, self.changes, self.menus
        self._index.timeout.connect(self._index_on)
        self._clock.timeout.connect(self._follow_clock)
        field.textChanged.connect(self._look_for)
        field.entered.connect(self._enter)
        field.walked.connect(self._walk)
        field.left.connect(table.setFocus)
        field.pasted.connect(self.pasted)
        self.grouping.chosen.connect(self._group)
        self.shown.chosen.connect(self._show_only)
        self.door.done.connect(self.done)
        self.door.done.connect(self._return)
        self.door.refused.connect(self.warned)
        self.door.walked_in.connect(self._walk_in)
        changes.done.connect(self.done)
        changes.said.connect(self.said)
        changes.removed.connect(self.removed)
        changes.refused.connect(self.warned)
        table.ticked.connect(changes.tick)
        table.removed.connect(self._remove)
        table.folded.connect(self._fold)
        table.pasted.connect(self.pasted)
        table.typed.connect(self._type)
        table.menu_asked.connect(self._open_menu)
        table.head.sort_asked.connect(self._sort)
        table.head.sitting_chosen.connect(self._choose_sitting)
        table.head.menu_asked.connect(menus.open_head)
        # once the field over the row is closed: the rows are read anew
        self.model.written.connect(changes.edit, Qt.ConnectionType.QueuedConnection)
        menus.facts_chosen.connect(self._edit_selected)
        menus.column_turned.connect(self._turn_column)
        menus.sitting_chosen.connect(self._choose_sitting)
        self.form.told.connect(self.warned)
        self.registration.closed.connect(self._after_form)

    # Qt's side

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rows of a spreadsheet can be pasted into the empty place too."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(QGuiApplication.clipboard().text())
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        self._clock.start()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._clock.stop()
        super().hideEvent(event)
