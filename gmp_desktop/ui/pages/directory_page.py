"""The directory of the Partnership: everybody and every organisation, and who leads which area."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import IntEnum
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

from PySide6.QtCore import QSettings, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from gmp_desktop.domain.changes import Changes
from gmp_desktop.domain.directory import (
    Appointment,
    OrganisationLine,
    PersonLine,
    matching,
    words_of_organisation,
    words_of_person,
)
from gmp_desktop.domain.errors import NotFound, Refused
from gmp_desktop.domain.meeting import Meeting
from gmp_desktop.domain.people import full_name, screen_name
from gmp_desktop.ui.asking import Asking
from gmp_desktop.ui.commands import Commands
from gmp_desktop.ui.directory_columns import organisation_columns, person_columns
from gmp_desktop.ui.directory_words import role_words, term_words
from gmp_desktop.ui.jobs import Jobs
from gmp_desktop.ui.look import PAGE_MARGIN, Look
from gmp_desktop.ui.pages.duplicates_page import DuplicatesPage
from gmp_desktop.ui.pages.place_page import PlacePage
from gmp_desktop.ui.palette_matching import Entry
from gmp_desktop.ui.widgets.areas_table import AreasTable
from gmp_desktop.ui.widgets.empty import EmptyPlace
from gmp_desktop.ui.widgets.inspector import Inspector
from gmp_desktop.ui.widgets.lines_table import CELL, LinesTable
from gmp_desktop.ui.widgets.organisation_form import OrganisationForm
from gmp_desktop.ui.widgets.page_head import PageHead
from gmp_desktop.ui.widgets.person_form import PersonForm
from gmp_desktop.ui.widgets.side_form import plain
from gmp_desktop.ui.widgets.word_switch import WordSwitch
from gmp_desktop.ui.wording import count_words

if TYPE_CHECKING:
    from gmp_desktop.services.directory import Directory
    from gmp_desktop.services.participants import Participants
    from gmp_desktop.store.store import Store

TABLES = ("person", "organisation", "appointment", "partnership", "participant", "meeting", "private_detail")
MOST_ENTRIES = 2_000
FILTER_WIDTH = 300


class Services(Protocol):
    @property
    def store(self) -> Store: ...
    @property
    def directory(self) -> Directory: ...
    @property
    def participants(self) -> Participants: ...


class View(IntEnum):
    PERSONS = 0
    ORGANISATIONS = 1
    AREAS = 2


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
        self._stale = set(View)
        self._counts = (0, 0)
        self._persons: list[PersonLine] = []
        self._organisations: list[OrganisationLine] = []
        self._person_id: UUID | None = None
        self._organisation_id: UUID | None = None
        self._build()
        self._connect()
        self._switch.choose(int(str(settings.value("directory/view", 0) or 0)))

    def show_meeting(self, meeting: Meeting | None) -> None:
        """The directory is that of all meetings."""
        self.read_again()

    def read_again(self) -> None:
        self._stale = set(View)
        self._show_view()

    def on_changed(self, changes: Changes) -> None:
        if not changes.touch(*TABLES):
            return
        if self._whole.currentWidget() is self.duplicates:
            self._stale = set(View)
            self.duplicates.read_again()
        else:
            self.read_again()

    def leave(self) -> None:
        for store in (self.person.store, self.person.store_private, self.organisation.store):
            store()
        self.duplicates.leave()
        self._bench().store.seal()

    def take_focus(self) -> None:
        if self._whole.currentWidget() is self.duplicates:
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
        self.head.add_button(self.tr("Possible duplicates"), "copy").serve(commands["directory-duplicates"])
        organisation, person = commands["directory-new-organisation"], commands["directory-new-person"]
        self.head.add_button(self.tr("New organisation"), "plus").serve(organisation)
        self.head.add_button(self.tr("New person"), "user-plus", primary=True).serve(person)
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
        self._commands["directory-remove-entry"].setEnabled(main and bool(self._target()))

    def go_to(self, id: object) -> None:
        """A person or an organisation."""
        for view, ids in (
            (View.PERSONS, {line.person.id for line in self._all_persons()}),
            (View.ORGANISATIONS, {line.organisation.id for line in self._all_organisations()}),
        ):
            if id in ids:
                self.filter.clear()
                self._choose(view)
                self._tables[view].select(id if isinstance(id, UUID) else None)

    def facts(self) -> tuple[str, ...]:
        if not self.filter.text().strip():
            return ()
        shown = self._tables[self._view].lines.rowCount()
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
        self._choose(View.PERSONS)
        self._body.setCurrentIndex(0)
        self._person_id = None
        self.person.show_card(None)
        self.inspector.show_form(View.PERSONS, self.tr("New person"))
        self.inspector.show()
        self.person.take_focus()

    def begin_organisation(self) -> None:
        self._choose(View.ORGANISATIONS)
        self._body.setCurrentIndex(0)
        self._organisation_id = None
        self.organisation.show_card(None)
        self.inspector.show_form(View.ORGANISATIONS, self.tr("New organisation"))
        self.inspector.show()
        self.organisation.take_focus()

    def begin_duplicates(self) -> None:
        self._whole.setCurrentWidget(self.duplicates)
        self.duplicates.begin()
        self.enable(self._here)

    @property
    def _view(self) -> View:
        return View(self._switch.at)

    def _build(self) -> None:
        look = self._look
        self.head = PageHead(look, self.tr("Directory"))
        self._switch = WordSwitch(look, (self.tr("Persons"), self.tr("Organisations"), self.tr("Areas")))
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Name, organisation, function…"))
        self.filter.setAccessibleName(self.tr("Filter"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setFixedWidth(FILTER_WIDTH)
        self._build_tables()
        self.inspector = Inspector(look)
        self.person, self.organisation = PersonForm(look), OrganisationForm(look)
        self._nothing = plain(look, "text2")
        for form in (self.person, self.organisation, self._nothing):
            self.inspector.add(form)
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
        self.duplicates = DuplicatesPage(look, self._bench, self._jobs)
        self._whole = QStackedWidget()
        self._whole.addWidget(main)
        self._whole.addWidget(self.duplicates)
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
        self._tables: tuple[LinesTable, ...] = (self.persons, self.organisations, self.areas)

    def _build_lists(self) -> QWidget:
        self._lists = QStackedWidget()
        for table in self._tables:
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
        self._switch.chosen.connect(self._choose)
        self.filter.textChanged.connect(self._filter)
        self.filter.returnPressed.connect(self._to_table)
        self.persons.walked.connect(self._show_person)
        self.organisations.walked.connect(self._show_organisation)
        self.areas.walked.connect(self._show_holder)
        for table in self._tables:
            table.opened.connect(self._edit)
            table.typed.connect(self._type)
            table.asked_to_remove.connect(self._remove)
        self.inspector.left.connect(self._to_table)
        self.person.edited.connect(self._keep_person)
        self.person.asked_for_private.connect(self._show_private)
        self.person.private_edited.connect(self._keep_private)
        appointments = self.person.appointments
        appointments.opening.connect(self._offer_organisations)
        appointments.kept.connect(self._keep_appointment)
        appointments.removed.connect(self._remove_appointment)
        appointments.refused.connect(self.warned)
        self.organisation.edited.connect(self._keep_organisation)
        self.organisation.joined.connect(self._join)
        self.organisation.left.connect(self._leave_area)
        self.duplicates.left.connect(self._end_duplicates)
        self.duplicates.said.connect(self.said)

    # What is shown

    @Slot(int)
    def _choose(self, view: int) -> None:
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
        self._tables[view].filter(self.filter.text())
        self._inspect()
        self.enable(self._here)

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
            self._show_nothing(self.tr("Nobody here is called so."))
            return
        self.person.store()
        card = self._bench().directory.person(id)
        self._person_id = id
        private = self.person.shows_private and self.person.card and self.person.card.person.id == id
        self.person.show_card(card)
        if private:
            self._show_private()
        self.inspector.show_form(View.PERSONS, screen_name(card.person))

    @Slot(object)
    def _show_organisation(self, id: UUID | None) -> None:
        if id is None:
            self._show_nothing(self.tr("No organisation here is called so."))
            return
        self.organisation.store()
        card = self._bench().directory.organisation(id)
        self._organisation_id = id
        self.organisation.show_card(card)
        self.inspector.show_form(View.ORGANISATIONS, card.organisation.name)

    @Slot(object)
    def _show_holder(self, _id: object) -> None:
        """Of an area's row the person or organisation it names."""
        target = self.areas.target
        if target is None:
            self._show_nothing(
                self.tr(
                    "Who leads an area is told by the appointments of a person, who is a partner by the organisation."
                )
            )
            return
        try:
            self._show_person(target)
        except NotFound:
            self._show_organisation(target)

    def _show_nothing(self, sentence: str) -> None:
        self._nothing.setText(sentence)
        self.inspector.show_form(View.AREAS, "")

    @Slot()
    def _show_private(self) -> None:
        if self._person_id is not None:
            self.person.show_private(self._bench().participants.private(self._person_id))

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
        from gmp_desktop.ui.places import Place

        self.asked_to_go.emit(Place.DIRECTORY, id)

    # What is typed

    @Slot(str)
    def _filter(self, text: str) -> None:
        self._tables[self._view].filter(text)

    @Slot(str)
    def _type(self, text: str) -> None:
        """Letters typed in a table are for the filter."""
        self.filter.setFocus()
        self.filter.setText(text)

    @Slot()
    def _to_table(self) -> None:
        self._tables[self._view].setFocus()

    @Slot(object)
    def _edit(self, _id: object) -> None:
        target = self._target()
        if target is not None:
            (self.person if target == self._person_id else self.organisation).take_focus()

    def _target(self) -> UUID | None:
        """The entry in hand."""
        if self._view is View.AREAS:
            return self.areas.target
        return self._tables[self._view].current

    # What is kept

    def _keep(self, act: Callable[[], Any], again: Callable[[], None]) -> Any:
        """What is refused is told, and the fields show again what is there."""
        try:
            return act()
        except Refused as refused:
            self.warned.emit(str(refused))
            again()
            return None

    @Slot(object)
    def _keep_person(self, facts: dict[str, Any]) -> None:
        directory, card = self._bench().directory, self.person.card
        if card is not None:
            id = card.person.id
            self._keep(partial(directory.edit_person, id, **facts), partial(self.person.show_card, card))
            return
        id = self._keep(partial(directory.add_person, **facts), self.person.take_focus)
        if id is not None:
            self._in_hand(View.PERSONS, id)

    @Slot(object)
    def _keep_organisation(self, facts: dict[str, Any]) -> None:
        directory, card = self._bench().directory, self.organisation.card
        if card is not None:
            id = card.organisation.id
            again = partial(self.organisation.show_card, card)
            self._keep(partial(directory.edit_organisation, id, **facts), again)
            return
        id = self._keep(partial(directory.add_organisation, **facts), self.organisation.take_focus)
        if id is not None:
            self._in_hand(View.ORGANISATIONS, id)

    def _in_hand(self, view: View, id: UUID) -> None:
        """Somebody new is selected among the others, and may go on being filled in."""
        if not self._tables[view].select(id):
            self.filter.clear()
            self._tables[view].select(id)
        self._inspect()

    @Slot(object)
    def _keep_private(self, facts: dict[str, Any]) -> None:
        if self._person_id is not None:
            edit = partial(self._bench().participants.edit_private, self._person_id, **facts)
            self._keep(edit, self._show_private)

    @Slot()
    def _offer_organisations(self) -> None:
        lines = self._all_organisations()
        names = {line.organisation.name: line.organisation.id for line in lines}
        short = {
            line.organisation.short_name: line.organisation.id
            for line in lines
            if line.organisation.short_name
        }
        self.person.offer({**short, **names})

    @Slot(object, object)
    def _keep_appointment(self, id: UUID | None, facts: dict[str, Any]) -> None:
        directory = self._bench().directory
        overlaps: tuple[Appointment, ...] | None = None
        if id is not None:
            overlaps = self._keep(partial(directory.edit_appointment, id, **facts), self._inspect)
        elif self._person_id is not None:
            made = self._keep(partial(directory.appoint, self._person_id, **facts), self._inspect)
            overlaps = made[1] if made else ()
        if overlaps:
            self.warned.emit(self._overlap_words(overlaps[0]))

    def _overlap_words(self, other: Appointment) -> str:
        words = self.tr(
            "Kept. At the same time {name} is there as {role} {term}; end one of the two if that is not so."
        )
        name = full_name(self._bench().directory.person(other.person_id).person)
        return words.format(name=name, role=role_words(other.role), term=term_words(other)).replace(" ;", ";")

    @Slot(object)
    def _remove_appointment(self, id: UUID) -> None:
        self._bench().directory.remove_appointment(id)
        self.removed.emit(self.tr("The appointment"))

    @Slot(str)
    def _join(self, area: str) -> None:
        if self._organisation_id is not None:
            self._bench().directory.join_area(self._organisation_id, area)

    @Slot(object)
    def _leave_area(self, partnership: UUID) -> None:
        self._bench().directory.leave_area(partnership)

    def _remove_current(self) -> None:
        self._remove(self._tables[self._view].selected)

    @Slot(object)
    def _remove(self, ids: list[UUID]) -> None:
        """In the list of areas an appointment or a partnership goes, elsewhere the entries selected."""
        if not ids:
            return
        directory = self._bench().directory
        if self._view is View.AREAS:
            self._remove_term(ids[0])
            return
        remove = directory.remove_persons if self._view is View.PERSONS else directory.remove_organisations
        name = self._keep(partial(remove, ids), self._inspect)
        if name:
            self.removed.emit(name)

    def _remove_term(self, id: UUID) -> None:
        target = self.areas.target
        if target is None:
            return
        directory = self._bench().directory
        if target == self._person_id:
            self._remove_appointment(id)
        else:
            directory.leave_area(id)
            self.removed.emit(self.tr("The partnership"))

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
