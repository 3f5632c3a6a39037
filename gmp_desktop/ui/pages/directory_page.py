"""The directory of the Partnership: everybody and every organisation, and who leads which area."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import IntEnum
from functools import cached_property, partial
from uuid import UUID

from PySide6.QtCore import QSettings, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gmp_desktop.domain.changes import Changes
from gmp_desktop.domain.directory import (
    Holder,
    OrganisationLine,
    Partner,
    PersonLine,
    matching,
    words_of_organisation,
    words_of_person,
)
from gmp_desktop.domain.meeting import Meeting
from gmp_desktop.domain.people import screen_name
from gmp_desktop.ui.asking import Asking
from gmp_desktop.ui.commands import Commands
from gmp_desktop.ui.directory_columns import organisation_columns, person_columns
from gmp_desktop.ui.jobs import Jobs
from gmp_desktop.ui.look import PAGE_MARGIN, Look
from gmp_desktop.ui.pages.duplicates_page import DuplicatesPage
from gmp_desktop.ui.pages.place_page import PlacePage
from gmp_desktop.ui.palette_matching import Entry
from gmp_desktop.ui.places import Place
from gmp_desktop.ui.widgets.areas_table import AreasTable
from gmp_desktop.ui.widgets.empty import EmptyPlace
from gmp_desktop.ui.widgets.entry_inspector import EntryInspector, Kind, Services
from gmp_desktop.ui.widgets.find_field import FindField
from gmp_desktop.ui.widgets.lines_table import LinesTable
from gmp_desktop.ui.widgets.page_head import ActionButton, PageHead
from gmp_desktop.ui.widgets.table_rows import CELL
from gmp_desktop.ui.widgets.word_switch import WordSwitch
from gmp_desktop.ui.wording import count_words

TABLES = ("person", "organisation", "appointment", "partnership", "participant", "meeting", "private_detail")
MOST_ENTRIES = 2_000
FILTER_WIDTH = 300


class View(IntEnum):
    PERSONS = 0
    ORGANISATIONS = 1
    AREAS = 2


def view_of(settings: QSettings) -> View:
    """The list the person looked at last."""
    kept = str(settings.value("directory/view", ""))
    return next((view for view in View if str(view.value) == kept), View.PERSONS)


class DirectoryPage(PlacePage):
    def __init__(
        self,
        look: Look,
        bench: Callable[[], Services],
        jobs: Jobs,
        asking: Asking,
        settings: QSettings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._bench, self._jobs, self._settings = look, bench, jobs, settings
        self._here = False
        self._commands: Commands | None = None
        self._buttons: list[ActionButton] = []
        self._stale = set(View)
        self._counts = (0, 0)
        self._persons: list[PersonLine] = []
        self._organisations: list[OrganisationLine] = []
        self._build()
        self._connect()
        self._switch.choose(view_of(settings))

    @cached_property
    def duplicates(self) -> DuplicatesPage:
        """Made when it is first wanted."""
        page = DuplicatesPage(self._look, self._bench, self._jobs)
        page.left.connect(self._end_duplicates)
        page.said.connect(self.said)
        self._whole.addWidget(page)
        return page

    def show_meeting(self, meeting: Meeting | None) -> None:
        """The directory is that of all meetings."""
        self.read_again()

    def read_again(self) -> None:
        self._stale = set(View)
        self._show_view()

    def on_changed(self, changes: Changes) -> None:
        if not changes.touch(*TABLES):
            return
        if self._whole.currentIndex() == 1:
            self._stale = set(View)
            self.duplicates.read_again()
        else:
            self.read_again()

    def leave(self) -> None:
        self.inspector.store()
        if self._whole.currentIndex() == 1:
            self.duplicates.leave()
            self._whole.setCurrentIndex(0)
        self._bench().store.seal()

    def take_focus(self) -> None:
        if self._whole.currentIndex() == 1:
            self.duplicates.board.setFocus()
        elif self._body.currentWidget() is self.empty:
            self.empty.take_focus()
        else:
            self.filter.setFocus()

    def open_find(self) -> None:
        self.filter.setFocus()
        self.filter.selectAll()

    def offer(self, commands: Commands) -> None:
        self._commands = commands
        group = "directory"
        commands.name_group(group, self.tr("&Directory"))
        for name, words, run, keys, icon in (
            ("new-person", self.tr("New person"), self.begin_person, "Ctrl+Shift+N", "user-plus"),
            ("new-organisation", self.tr("New organisation"), self.begin_organisation, "", "plus"),
            ("duplicates", self.tr("Possible duplicates"), self.begin_duplicates, "", "copy"),
            ("remove-entry", self.tr("Remove from the directory"), self._remove_current, "", "trash-2"),
        ):
            commands.add(f"directory-{name}", group, words, run, keys or (), icon)
        organisation, person = commands["directory-new-organisation"], commands["directory-new-person"]
        for words, icon, action, primary in (
            (self.tr("Possible duplicates"), "copy", commands["directory-duplicates"], False),
            (self.tr("New organisation"), "plus", organisation, True),
            (self.tr("New person"), "user-plus", person, True),
        ):
            button = self.head.add_button(words, icon, primary=primary)
            button.serve(action)
            self._buttons.append(button)
        self.empty.add_button(self.tr("New person"), person.trigger, primary=True)
        self.empty.add_button(self.tr("New organisation"), organisation.trigger)

    def enable(self, here: bool) -> None:
        self._here = here
        if self._commands is None:
            return
        main = here and self._whole.currentIndex() == 0
        for name in ("new-person", "new-organisation"):
            self._commands[f"directory-{name}"].setEnabled(main)
        self._commands["directory-duplicates"].setEnabled(main and sum(self._counts) > 1)
        self._commands["directory-remove-entry"].setEnabled(main and bool(self.tables[self._view].selected))

    def go_to(self, id: object) -> None:
        """A person or an organisation."""
        for view, ids in (
            (View.PERSONS, {line.person.id for line in self._all_persons()}),
            (View.ORGANISATIONS, {line.organisation.id for line in self._all_organisations()}),
        ):
            if id in ids:
                self.filter.clear()
                self.choose(view)
                self.tables[view].select(id if isinstance(id, UUID) else None)

    def facts(self) -> tuple[str, ...]:
        if not self.filter.text().strip():
            return ()
        shown = self.tables[self._view].lines.rowCount()
        return (count_words(shown, self.tr("{n} found"), self.tr("{n} found")),)

    def entries(self, letters: str = "") -> Iterator[Entry]:
        """For the palette: those that match the letters, capped."""
        people, bodies = self._all_persons(), self._all_organisations()
        for at in matching(letters, map(words_of_person, people))[:MOST_ENTRIES]:
            line = people[at]
            yield self._entry(screen_name(line.person), "user-round", line.organisation, line.person.id)
        for at in matching(letters, map(words_of_organisation, bodies))[:MOST_ENTRIES]:
            one = bodies[at].organisation
            yield self._entry(one.name, "landmark", one.short_name, one.id)

    def begin_person(self) -> None:
        self._begin(View.PERSONS, Kind.PERSON)

    def begin_organisation(self) -> None:
        self._begin(View.ORGANISATIONS, Kind.ORGANISATION)

    def begin_duplicates(self) -> None:
        self._whole.setCurrentWidget(self.duplicates)
        self.duplicates.begin()
        self.enable(self._here)

    def _begin(self, view: View, kind: Kind) -> None:
        self.choose(view)
        self._body.setCurrentIndex(0)
        self._lead(there=True)
        self.inspector.show()
        self.inspector.begin(kind)

    @property
    def _view(self) -> View:
        return View(self._switch.at)

    def _build(self) -> None:
        look = self._look
        self.head = PageHead(look, self.tr("Directory"))
        self._switch = WordSwitch(look, (self.tr("Persons"), self.tr("Organisations"), self.tr("Areas")))
        self.filter = FindField()
        self.filter.setPlaceholderText(self.tr("Name, organisation, function…"))
        self.filter.setAccessibleName(self.tr("Filter"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setFixedWidth(FILTER_WIDTH)
        self._build_tables()
        self.inspector = EntryInspector(look, self._bench)
        self.empty = EmptyPlace(
            look,
            "book-user",
            self.tr("Nobody in the directory yet"),
            self.tr(
                "People and organisations are kept here once for all meetings. Those of an imported list of "
                "participants come by themselves."
            ),
        )
        self._body = QStackedWidget()
        self._body.addWidget(self._build_lists())
        self._body.addWidget(self.empty)
        main = QWidget()
        row = QHBoxLayout(main)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.head)
        left.addWidget(self._body, 1)
        row.addLayout(left, 1)
        row.addWidget(self.inspector)
        self._whole = QStackedWidget()
        self._whole.addWidget(main)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._whole)

    def _build_tables(self) -> None:
        look, settings = self._look, self._settings
        self.persons = LinesTable(
            look, self.tr("Persons"), person_columns(), _person_id, settings, "directory/persons"
        )
        self.organisations = LinesTable(
            look,
            self.tr("Organisations"),
            organisation_columns(),
            _organisation_id,
            settings,
            "directory/organisations",
        )
        self.areas = AreasTable(look, settings)
        self.tables: tuple[LinesTable, ...] = (self.persons, self.organisations, self.areas)

    def _build_lists(self) -> QWidget:
        self._lists = QStackedWidget()
        for table in self.tables:
            self._lists.addWidget(table)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(PAGE_MARGIN - CELL, 0, PAGE_MARGIN - CELL, 0)
        column.setSpacing(8)
        tools = QHBoxLayout()
        tools.setContentsMargins(CELL, 0, CELL, 0)
        tools.setSpacing(16)
        tools.addWidget(self.filter)
        tools.addWidget(self._switch, 1)
        column.addLayout(tools)
        column.addWidget(self._lists, 1)
        return page

    def _connect(self) -> None:
        self._switch.chosen.connect(self.choose)
        self.filter.textChanged.connect(self._filter)
        self.filter.returnPressed.connect(self._to_table)
        self.persons.walked.connect(self._show_person)
        self.organisations.walked.connect(self._show_organisation)
        self.areas.walked.connect(self._show_holder)
        for table in self.tables:
            table.opened.connect(self._edit)
            table.typed.connect(self._type)
            table.asked_to_remove.connect(self._remove)
        self.inspector.left.connect(self._to_table)
        self.inspector.warned.connect(self.warned)
        self.inspector.removed.connect(self.removed)
        self.inspector.made.connect(self._select_new)

    @Slot(int)
    def choose(self, view: int) -> None:
        if self._switch.at != view:
            self._switch.choose(view)
        self._settings.setValue("directory/view", int(view))
        self._show_view()

    def _show_view(self) -> None:
        view, directory = self._view, self._bench().directory
        self._counts = directory.counts()
        there = sum(self._counts) > 0 or view is View.AREAS
        self._body.setCurrentIndex(0 if there else 1)
        self.inspector.setVisible(there)
        self._lead(there)
        self.head.show_facts(*self._count_words())
        self._lists.setCurrentIndex(view)
        if view in self._stale:
            self._stale.discard(view)
            if view is View.PERSONS:
                self._persons = directory.persons()
                self.persons.show_lines(self._persons, words_of_person)
            elif view is View.ORGANISATIONS:
                self._organisations = directory.organisations()
                self.organisations.show_lines(self._organisations, words_of_organisation)
            else:
                self.areas.show_cards(directory.areas())
        self.tables[view].filter(self.filter.text())
        self._inspect()
        self.enable(self._here)

    def _lead(self, there: bool) -> None:
        """One filled button, the one of the list that is shown; the empty place has its own."""
        shown = (there, there and self._view is View.ORGANISATIONS, there and self._view is View.PERSONS)
        for button, here in zip(self._buttons, shown, strict=False):
            button.setVisible(here)

    def _inspect(self) -> None:
        """The entry in hand, as it is now."""
        if self._view is View.PERSONS:
            self._show_person(self.persons.current)
        elif self._view is View.ORGANISATIONS:
            self._show_organisation(self.organisations.current)
        else:
            self._show_holder(None)

    @Slot(object)
    def _show_person(self, id: UUID | None) -> None:
        if id is None:
            self.inspector.show_nothing(self.tr("Nobody here is called so."))
        else:
            self.inspector.show_person(id)

    @Slot(object)
    def _show_organisation(self, id: UUID | None) -> None:
        if id is None:
            self.inspector.show_nothing(self.tr("No organisation here is called so."))
        else:
            self.inspector.show_organisation(id)

    @Slot(object)
    def _show_holder(self, _id: object) -> None:
        """Of an area's row the person or organisation it names."""
        line = self.areas.line
        if isinstance(line, Holder):
            self.inspector.show_person(line.person.id)
        elif isinstance(line, Partner):
            self.inspector.show_organisation(line.organisation.id)
        else:
            words = self.tr(
                "Who leads an area is told by the appointments of a person, who is a partner by the organisation."
            )
            self.inspector.show_nothing(words)

    def _count_words(self) -> tuple[str, str]:
        persons, organisations = self._counts
        return (
            count_words(persons, self.tr("{n} person"), self.tr("{n} persons")) if persons else "",
            count_words(organisations, self.tr("{n} organisation"), self.tr("{n} organisations"))
            if organisations
            else "",
        )

    def _all_persons(self) -> list[PersonLine]:
        if View.PERSONS in self._stale:
            self._persons = self._bench().directory.persons()
        return self._persons

    def _all_organisations(self) -> list[OrganisationLine]:
        if View.ORGANISATIONS in self._stale:
            self._organisations = self._bench().directory.organisations()
        return self._organisations

    def _entry(self, words: str, icon: str, beside: str, id: UUID) -> Entry:
        return Entry(self.tr("Directory"), words, partial(self._ask_to_go, id), icon, beside)

    def _ask_to_go(self, id: UUID) -> None:
        self.asked_to_go.emit(Place.DIRECTORY, id)

    @Slot(str)
    def _filter(self, text: str) -> None:
        self.tables[self._view].filter(text)

    @Slot(str)
    def _type(self, text: str) -> None:
        """Letters typed in a table are for the filter."""
        self.filter.setFocus()
        self.filter.setText(text)

    @Slot()
    def _to_table(self) -> None:
        self.tables[self._view].setFocus()

    @Slot(object)
    def _edit(self, _id: object) -> None:
        self.inspector.take_focus()

    def _remove_current(self) -> None:
        self._remove(self.tables[self._view].selected)

    @Slot(object)
    def _remove(self, ids: list[UUID]) -> None:
        """In the list of areas an appointment or a partnership goes, elsewhere the entries selected."""
        directory = self._bench().directory
        if self._view is View.AREAS:
            if isinstance(self.areas.line, Holder):
                self.inspector.remove_appointment(self.areas.line.appointment.id)
            elif isinstance(self.areas.line, Partner):
                self.inspector.remove_partnership(self.areas.line.partnership.id)
        elif ids:
            remove = (
                directory.remove_persons if self._view is View.PERSONS else directory.remove_organisations
            )
            name = self.inspector.keep(partial(remove, ids), self._inspect)
            if name:
                self.removed.emit(name)

    @Slot(object)
    def _select_new(self, id: UUID) -> None:
        """Somebody new is selected among the others, and may go on being filled in."""
        table = self.tables[self._view]
        if not table.select(id):
            self.filter.clear()
            table.select(id)
        self._inspect()

    @Slot()
    def _end_duplicates(self) -> None:
        self.duplicates.leave()
        self._whole.setCurrentIndex(0)
        self._show_view()
        self.take_focus()


def _person_id(line: PersonLine) -> UUID:
    return line.person.id


def _organisation_id(line: OrganisationLine) -> UUID:
    return line.organisation.id
