"""The three lists of the directory under one filter: persons, organisations, areas; each read when it is seen."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QSettings, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gmp_desktop.domain.directory import (
    Holder,
    OrganisationLine,
    Partner,
    PersonLine,
    words_of_organisation,
    words_of_person,
)
from gmp_desktop.ui.directory.areas_table import AreasTable
from gmp_desktop.ui.directory.columns import organisation_columns, person_columns
from gmp_desktop.ui.look import PAGE_MARGIN, Look
from gmp_desktop.ui.widgets.find_field import FindField
from gmp_desktop.ui.widgets.lines_table import LinesTable
from gmp_desktop.ui.widgets.table_rows import CELL
from gmp_desktop.ui.widgets.word_switch import WordSwitch

if TYPE_CHECKING:
    from gmp_desktop.services.directory import Directory

FILTER_WIDTH = 300


class View(IntEnum):
    PERSONS = 0
    ORGANISATIONS = 1
    AREAS = 2


def view_of(settings: QSettings) -> View:
    """The list the person looked at last."""
    kept = str(settings.value("directory/view", ""))
    return next((view for view in View if str(view.value) == kept), View.PERSONS)


class DirectoryLists(QWidget):
    chosen = Signal(int)
    """Another list."""
    walked = Signal()
    """To another row of the list that is shown."""
    opened = Signal()
    asked_to_remove = Signal()

    def __init__(self, look: Look, directory: Callable[[], Directory], settings: QSettings) -> None:
        super().__init__()
        self._directory, self._settings = directory, settings
        self._stale = set(View)
        self._persons: list[PersonLine] = []
        self._organisations: list[OrganisationLine] = []
        self._make_tables(look)
        self._build(look)
        self._connect()
        self._switch.choose(view_of(settings))

    @property
    def view(self) -> View:
        return View(self._switch.at)

    @property
    def table(self) -> LinesTable:
        """The one that is shown."""
        return self.tables[self.view]

    @property
    def holds(self) -> Holder | Partner | None:
        """Whom the row of an area names."""
        line = self.areas.line if self.view is View.AREAS else None
        return line if isinstance(line, Holder | Partner) else None

    def all_persons(self) -> list[PersonLine]:
        if View.PERSONS in self._stale:
            self._persons = self._directory().persons()
        return self._persons

    def all_organisations(self) -> list[OrganisationLine]:
        if View.ORGANISATIONS in self._stale:
            self._organisations = self._directory().organisations()
        return self._organisations

    def forget(self) -> None:
        """The record changed; each list is read again when it is seen."""
        self._stale = set(View)

    def choose(self, view: int) -> None:
        if self._switch.at != view:
            self._switch.choose(view)
        self._settings.setValue("directory/view", int(view))

    def show_view(self) -> None:
        view = self.view
        self._stack.setCurrentIndex(view)
        if view in self._stale:
            if view is View.PERSONS:
                self.persons.show_lines(self.all_persons(), words_of_person)
            elif view is View.ORGANISATIONS:
                self.organisations.show_lines(self.all_organisations(), words_of_organisation)
            else:
                self.areas.show_cards(self._directory().areas())
            self._stale.discard(view)
        self.table.filter(self.filter.text())

    def go(self, id: object) -> bool:
        """To a person or an organisation, in the list of its kind; whoever shows the lists shows them then."""
        for view, ids in (
            (View.PERSONS, {line.person.id for line in self.all_persons()}),
            (View.ORGANISATIONS, {line.organisation.id for line in self.all_organisations()}),
        ):
            if id in ids:
                self.filter.clear()
                self.choose(view)
                return True
        return False

    def select_new(self, id: UUID) -> None:
        """Somebody new is selected among the others, whatever is looked for."""
        if not self.table.select(id):
            self.filter.clear()
            self.table.select(id)

    def _make_tables(self, look: Look) -> None:
        persons, organisations = self.tr("Persons"), self.tr("Organisations")
        self.persons = LinesTable(
            look, persons, person_columns(), _person_id, self._settings, "directory/persons"
        )
        self.organisations = LinesTable(
            look,
            organisations,
            organisation_columns(),
            _organisation_id,
            self._settings,
            "directory/organisations",
        )
        self.areas = AreasTable(look, self._settings)
        self.tables: tuple[LinesTable, ...] = (self.persons, self.organisations, self.areas)

    def _build(self, look: Look) -> None:
        self._switch = WordSwitch(look, (self.tr("Persons"), self.tr("Organisations"), self.tr("Areas")))
        self.filter = FindField()
        self.filter.setPlaceholderText(self.tr("Name, organisation, function…"))
        self.filter.setAccessibleName(self.tr("Filter"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setFixedWidth(FILTER_WIDTH)
        self._stack = QStackedWidget()
        for table in self.tables:
            self._stack.addWidget(table)
        tools = QHBoxLayout()
        tools.setContentsMargins(CELL, 0, CELL, 0)
        tools.setSpacing(16)
        tools.addWidget(self.filter)
        tools.addWidget(self._switch, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN - CELL, 0, PAGE_MARGIN - CELL, 0)
        column.setSpacing(8)
        column.addLayout(tools)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._switch.chosen.connect(self.chosen)
        self.filter.textChanged.connect(self._filter)
        self.filter.returnPressed.connect(self.to_table)
        for table in self.tables:
            table.walked.connect(self._walk)
            table.opened.connect(self.opened)
            table.typed.connect(self._type)
            table.asked_to_remove.connect(self.asked_to_remove)

    @Slot()
    def to_table(self) -> None:
        self.table.setFocus()

    @Slot(object)
    def _walk(self, _id: object) -> None:
        if self.sender() is self.table:
            self.walked.emit()

    @Slot(str)
    def _filter(self, text: str) -> None:
        self.table.filter(text)

    @Slot(str)
    def _type(self, text: str) -> None:
        """Letters typed in a table are for the filter."""
        self.filter.setFocus()
        self.filter.setText(text)


def _person_id(line: PersonLine) -> UUID:
    return line.person.id


def _organisation_id(line: OrganisationLine) -> UUID:
    return line.organisation.id
