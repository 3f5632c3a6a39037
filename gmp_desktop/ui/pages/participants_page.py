"""The participants of the meeting: registered here, found by two letters, ticked off at the door."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QPoint, QSettings, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gmp_desktop.domain import door as matching
from gmp_desktop.domain.changes import Changes
from gmp_desktop.domain.meeting import Meeting
from gmp_desktop.domain.papers.kinds import PaperKind
from gmp_desktop.domain.participants import Capacity, Participant
from gmp_desktop.domain.people import full_name
from gmp_desktop.store import reference
from gmp_desktop.ui.asking import Asking
from gmp_desktop.ui.bench import Bench
from gmp_desktop.ui.commands import Commands
from gmp_desktop.ui.door import Door
from gmp_desktop.ui.jobs import Jobs
from gmp_desktop.ui.look import PAGE_MARGIN, Look
from gmp_desktop.ui.pages.place_page import PlacePage
from gmp_desktop.ui.palette_matching import Entry
from gmp_desktop.ui.participant_lines import Column, Grouping, Shown
from gmp_desktop.ui.participants_changes import ParticipantsChanges
from gmp_desktop.ui.participants_model import ParticipantsModel
from gmp_desktop.ui.participants_state import ParticipantsState
from gmp_desktop.ui.participants_view import ParticipantsView
from gmp_desktop.ui.people_words import capacity_words, half_day_words
from gmp_desktop.ui.widgets.door_field import DoorField, DoorLine
from gmp_desktop.ui.widgets.empty import EmptyPlace
from gmp_desktop.ui.widgets.menu_button import MenuButton
from gmp_desktop.ui.widgets.page_head import PageHead
from gmp_desktop.ui.widgets.participants_head import INSET
from gmp_desktop.ui.widgets.participants_menus import ParticipantsMenus
from gmp_desktop.ui.widgets.participants_table import ParticipantsTable
from gmp_desktop.ui.widgets.registration_form import RegistrationForm

CLOCK_MS = 20_000
"""How often the clock is asked which sitting it is."""
NARROW = 1080
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
        self._look = look
        self._bench = bench
        self._picked = False
        self.view = ParticipantsView(settings)
        self.state = ParticipantsState(bench)
        self.changes = ParticipantsChanges(bench, self.state, self)
        self._build()
        self._connect()

    # What the window asks

    def show_meeting(self, meeting: Meeting | None) -> None:
        before = self.state.meeting
        if meeting is None or before is None or meeting.id != before.id:
            self.state.chosen = None
            self._hide_form()
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
            self._show_form_again()

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
        group = self.tr("&Participants")
        self._commands = commands
        lists = partial(self.asked_for_papers.emit, PaperKind.PARTICIPANTS)
        rows = self.asked_to_import.emit
        for name, words, run, keys, icon in (
            ("badges-and-lists", self.tr("Badges and lists…"), lists, "", "printer"),
            ("import-participants", self.tr("Import participants…"), rows, "", "download"),
            ("register", self.tr("Register a participant"), self.register, "Ctrl+Shift+N", "user-plus"),
            ("walk-in", self.tr("Register a walk-in"), self.door.open_walk_in, "Ctrl+Shift+W", "user-plus"),
            ("give-badges", self.tr("Number the badges"), self.changes.give_badges, "", "users-round"),
        ):
            commands.add(name, group, words, run, keys or (), icon)
        self.lists.serve(commands["badges-and-lists"])
        self.importing.serve(commands["import-participants"])
        self.registering.serve(commands["register"])

    def enable(self, here: bool) -> None:
        there = here and self.state.meeting is not None
        some = there and bool(self.state.listing.people)
        for name in ("import-participants", "register", "walk-in"):
            self._commands[name].setEnabled(there)
        for name in ("badges-and-lists", "give-badges"):
            self._commands[name].setEnabled(some)

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
        nobody = not self.state.listing.people and self.form.isHidden()
        self._stack.setCurrentIndex(1 if nobody else 0)
        self._fit_head()

    def _show_everyone(self) -> None:
        self.view.unfold_all()
        self.shown.show_value(self.view.asked.shown)

    # Building

    def _build(self) -> None:
        self._index = QTimer(self, interval=0)
        self._clock = QTimer(self, interval=CLOCK_MS)
        self.head = PageHead(self._look, self.tr("Participants"))
        self.lists = self.head.add_button(self.tr("Badges and lists…"))
        self.importing = self.head.add_button(self.tr("Import…"))
        self.registering = self.head.add_button(self.tr("Register"), "user-plus", primary=True)
        self.model = ParticipantsModel(self)
        self.table = ParticipantsTable(self._look, self.model)
        self.table.left_out = self.view.left_out
        self.menus = ParticipantsMenus(self.model, self.view, reference.areas(), self)
        self.field, self.line = DoorField(), DoorLine(self._look)
        self.door = Door(self._bench, self.model, self.field, self.line, self)
        self.form = RegistrationForm(self._look, reference.areas())
        self.form.hide()
        self._build_choices()
        self._build_empty()
        framed = QWidget()
        inside = QHBoxLayout(framed)
        inside.setContentsMargins(PAGE_MARGIN - INSET, 0, PAGE_MARGIN - INSET, 0)
        inside.addWidget(self.table)
        row = QHBoxLayout()
        row.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, 0)
        row.setSpacing(8)
        for part in (self.field, self.grouping, self.shown):
            row.addWidget(part)
        row.addStretch(1)
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.line)
        column.addWidget(framed, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(place)
        self._stack.addWidget(self.empty)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.head)
        left.addWidget(self._stack, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(left, 1)
        whole.addWidget(self.form)

    def _build_choices(self) -> None:
        self.grouping = MenuButton(self._look, "rows-3", self.tr("Group by"))
        self.grouping.offer(
            [
                (Grouping.KIND, self.tr("Group by kind")),
                (Grouping.DELEGATION, self.tr("Group by delegation")),
                (Grouping.AREA, self.tr("Group by area")),
                (Grouping.NONE, self.tr("No groups")),
            ],
            self.view.asked.grouping,
        )
        self.shown = MenuButton(self._look, "list-filter", self.tr("Show"))
        self.shown.offer(
            [
                (Shown.EVERYONE, self.tr("Everyone")),
                (Shown.PRESENT, self.tr("Present")),
                (Shown.ABSENT, self.tr("Not arrived")),
                (Shown.LEFT, self.tr("Left")),
                None,
                (Shown.ONLINE, self.tr("Attending online")),
                (Shown.LATE, self.tr("Late registrations")),
                None,
                *((capacity.value, capacity_words(capacity)) for capacity in Capacity),
            ],
            self.view.asked.shown,
        )

    def _build_empty(self) -> None:
        self.empty = EmptyPlace(
            self._look,
            "users-round",
            self.tr("Nobody registered yet"),
            self.tr(
                "Participants come from the registration spreadsheet, or one by one. Rows can be pasted here."
            ),
        )
        self.empty.add_button(self.tr("Import…"), self.asked_to_import, primary=True)
        self.empty.add_button(self.tr("Register"), self.register)

    def _connect(self) -> None:
        self._index.timeout.connect(self._index_on)
        self._clock.timeout.connect(self._follow_clock)
        self.field.textChanged.connect(self._look_for)
        self.field.entered.connect(self._enter)
        self.field.walked.connect(self._walk)
        self.field.left.connect(self.table.setFocus)
        self.field.pasted.connect(self.pasted)
        self.grouping.chosen.connect(self._group)
        self.shown.chosen.connect(self._show_only)
        self.door.done.connect(self.done)
        self.door.refused.connect(self.warned)
        self.changes.done.connect(self.done)
        self.changes.said.connect(self.said)
        self.changes.removed.connect(self.removed)
        self.changes.refused.connect(self.warned)
        self.changes.refused.connect(self._show_form_again)
        self.door.walked_in.connect(self._walk_in)
        self.table.ticked.connect(self.changes.tick)
        self.table.opened.connect(self._open)
        self.table.removed.connect(self._remove)
        self.table.folded.connect(self._fold)
        self.table.pasted.connect(self.pasted)
        self.table.typed.connect(self._type)
        self.table.menu_asked.connect(self._open_menu)
        self.table.selection_changed.connect(self._follow_selection)
        self.table.head.sort_asked.connect(self._sort)
        self.table.head.sitting_chosen.connect(self._choose_sitting)
        self.table.head.menu_asked.connect(self.menus.open_head)
        # once the field over the row is closed: the rows are read anew
        self.model.written.connect(self.changes.edit, Qt.ConnectionType.QueuedConnection)
        self.menus.facts_chosen.connect(self._edit_selected)
        self.menus.column_turned.connect(self._turn_column)
        self.menus.sitting_chosen.connect(self._choose_sitting)
        self.form.edited.connect(self.changes.edit)
        self.form.private_edited.connect(self.changes.edit_private)
        self.form.registered.connect(self._register)
        self.form.likely_asked.connect(self._offer_likely)
        self.form.told.connect(self.warned)
        self.form.closed.connect(self._close_form)

    # Finding and ordering

    @Slot()
    def _index_on(self) -> None:
        if not self.state.listing.index_some():
            self._index.stop()

    @Slot(str)
    def _look_for(self, text: str) -> None:
        self._picked = False
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

    @Slot(str)
    def _walk_in(self, line: str) -> None:
        if self.changes.walk_in(line) is not None:
            self.field.clear()
            self.door.close()

    # The form

    @Slot()
    def register(self) -> None:
        """Somebody new, written down beside the table."""
        if self.state.meeting is not None:
            self._stack.setCurrentIndex(0)
            self.form.show()
            self.form.offer_bodies(self.state.bodies())
            self.form.show_new(self._bench().participants.next_badge(self.state.meeting.id))
            self._fit_head()

    @Slot(object)
    def _open(self, id: UUID) -> None:
        one = self.state.with_id(id)
        if one is not None:
            if not self.form.isVisible():
                self.form.offer_bodies(self.state.bodies())
            self.form.show()
            self.form.show_participant(one, self._bench().participants.private(one.person.id))
            self._fit_head()

    @Slot()
    def _follow_selection(self) -> None:
        """The form is of who is selected, once it is open."""
        selected = self.table.selected()
        if self.form.participant is not None and len(selected) == 1 and selected[0] != self.form.participant:
            self.form.keep()
            self._open(selected[0])

    @Slot()
    def _show_form_again(self) -> None:
        """As the record has it: after a step, and after one that was refused."""
        if self.form.participant is None:
            return
        if self.state.with_id(self.form.participant) is None:
            self._hide_form()
        else:
            self._open(self.form.participant)

    def _hide_form(self) -> None:
        self.form.close_form()
        self._fit_head()

    def _fit_head(self) -> None:
        """An empty place has its own buttons; beside the form a narrow window has no room for all of them.

        The menu has what they do.
        """
        empty = self._stack.currentWidget() is self.empty
        narrow = not self.form.isHidden() and self.width() < NARROW
        self.lists.setHidden(empty or narrow)
        self.importing.setHidden(empty or narrow)
        self.registering.setHidden(empty or (not self.form.isHidden() and self.form.registers))

    @Slot()
    def _close_form(self) -> None:
        self._hide_form()
        self._show_lines()
        if self.table.selected():
            self.table.setFocus()
        else:
            self.take_focus()

    @Slot(object, object, object, object)
    def _register(self, person: Any, body: Any, facts: dict[str, Any], private: dict[str, Any]) -> None:
        added = self.changes.register(person, body, facts, private)
        if added is not None:
            self.register()
            self.table.go([added])

    @Slot(str, str, str)
    def _offer_likely(self, given: str, family: str, body: str) -> None:
        self.form.show_likely(self._bench().participants.similar(given, family, body))

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

    @Slot(object)
    def _open_menu(self, at: QPoint) -> None:
        selected = self.table.selected()
        if selected:
            actions = (
                (self.tr("Open"), partial(self._open, selected[0])),
                (self.tr("Copy"), self.table.copy),
                (self.tr("Remove from the meeting"), partial(self._remove, selected)),
            )
            self.menus.open_rows(at, actions)

    # Qt's side

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rows of a spreadsheet can be pasted into the empty place too."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(QGuiApplication.clipboard().text())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_head()

    def showEvent(self, event: QShowEvent) -> None:
        self._clock.start()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._clock.stop()
        super().hideEvent(event)
