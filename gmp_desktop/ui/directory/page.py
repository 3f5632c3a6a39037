"""The directory of the Partnership: everybody and every organisation, and who leads which area."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property, partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QSettings, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gmp_desktop.domain.changes import Changes
from gmp_desktop.domain.directory import Holder, Partner, matching, words_of_organisation, words_of_person
from gmp_desktop.domain.meeting import Meeting
from gmp_desktop.domain.people import screen_name
from gmp_desktop.ui.asking import Asking
from gmp_desktop.ui.commands import Commands
from gmp_desktop.ui.directory.commands import DirectoryCommands
from gmp_desktop.ui.directory.duplicates_page import DuplicatesPage
from gmp_desktop.ui.directory.inspector import EntryInspector, Kind, Services
from gmp_desktop.ui.directory.lists import DirectoryLists, View
from gmp_desktop.ui.jobs import Jobs
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.pages.place_page import PlacePage
from gmp_desktop.ui.palette_matching import Entry
from gmp_desktop.ui.places import Place
from gmp_desktop.ui.widgets.empty import EmptyPlace
from gmp_desktop.ui.widgets.page_head import PageHead
from gmp_desktop.ui.wording import count_words

if TYPE_CHECKING:
    from gmp_desktop.services.directory import Directory

TABLES = ("person", "organisation", "appointment", "partnership", "participant", "meeting", "private_detail")
MOST_ENTRIES = 2_000


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
        self._look, self._bench, self._jobs = look, bench, jobs
        self._here = False
        self._commands: DirectoryCommands | None = None
        self._counts = (0, 0)
        self.lists = lists = DirectoryLists(look, self._directory, settings)
        self.persons, self.organisations, self.areas = lists.persons, lists.organisations, lists.areas
        self.tables, self.filter = lists.tables, lists.filter
        self._build()
        self._connect()

    @cached_property
    def duplicates(self) -> DuplicatesPage:
        """Made when it is first wanted."""
        page = DuplicatesPage(self._look, self._bench, self._jobs)
        page.left.connect(self._end_duplicates)
        page.said.connect(self.said)
        self._whole.addWidget(page)
        return page

    # What the window asks

    def show_meeting(self, meeting: Meeting | None) -> None:
        """The directory is that of all meetings."""
        self.read_again()

    def read_again(self) -> None:
        self.lists.forget()
        self._show_view()

    def on_changed(self, changes: Changes) -> None:
        if not changes.touch(*TABLES):
            return
        if self._compares:
            self.lists.forget()
            self.duplicates.read_again()
        else:
            self.read_again()

    def leave(self) -> None:
        self.inspector.store()
        if self._compares:
            self.duplicates.leave()
            self._whole.setCurrentIndex(0)
        self._bench().store.seal()

    def take_focus(self) -> None:
        if self._compares:
            self.duplicates.board.setFocus()
        elif self._body.currentWidget() is self.empty:
            self.empty.take_focus()
        else:
            self.filter.setFocus()

    def open_find(self) -> None:
        self.filter.setFocus()
        self.filter.selectAll()

    def go_to(self, id: object) -> None:
        """A person or an organisation."""
        if self.lists.go(id):
            self._show_view()
            self.lists.table.select(id if isinstance(id, UUID) else None)

    def offer(self, commands: Commands) -> None:
        self._commands = DirectoryCommands(commands, self, self.head, self.empty)

    def enable(self, here: bool) -> None:
        self._here = here
        if self._commands is not None:
            self._commands.enable(
                here=here and not self._compares,
                several=sum(self._counts) > 1,
                on_one=bool(self.lists.table.selected),
            )

    def facts(self) -> tuple[str, ...]:
        if not self.filter.text().strip():
            return ()
        shown = self.lists.table.lines.rowCount()
        return (count_words(shown, self.tr("{n} found"), self.tr("{n} found")),)

    def entries(self, letters: str = "") -> Iterator[Entry]:
        """For the palette: those that match the letters, capped."""
        people, bodies = self.lists.all_persons(), self.lists.all_organisations()
        for at in matching(letters, map(words_of_person, people))[:MOST_ENTRIES]:
            line = people[at]
            yield self._entry(screen_name(line.person), "user-round", line.organisation, line.person.id)
        for at in matching(letters, map(words_of_organisation, bodies))[:MOST_ENTRIES]:
            one = bodies[at].organisation
            yield self._entry(one.name, "landmark", one.short_name, one.id)

    # What one does

    def begin_person(self) -> None:
        self._begin(View.PERSONS, Kind.PERSON)

    def begin_organisation(self) -> None:
        self._begin(View.ORGANISATIONS, Kind.ORGANISATION)

    def begin_duplicates(self) -> None:
        self._whole.setCurrentWidget(self.duplicates)
        self.duplicates.begin()
        self.enable(self._here)

    @Slot(int)
    def choose(self, view: int) -> None:
        self.lists.choose(view)
        self._show_view()

    @Slot()
    def remove_selected(self) -> None:
        """In the list of areas an appointment or a partnership goes, elsewhere the entries selected."""
        ids, held = self.lists.table.selected, self.lists.holds
        if isinstance(held, Holder):
            self.inspector.remove_appointment(held.appointment.id)
        elif isinstance(held, Partner):
            self.inspector.remove_partnership(held.partnership.id)
        elif ids and self.lists.view is not View.AREAS:
            directory, people = self._directory(), self.lists.view is View.PERSONS
            remove = directory.remove_persons if people else directory.remove_organisations
            name = self.inspector.keep(partial(remove, ids), self._inspect)
            if name:
                self.removed.emit(name)

    def _begin(self, view: View, kind: Kind) -> None:
        self.choose(view)
        self._body.setCurrentIndex(0)
        self._lead(anybody=True)
        self.inspector.show()
        self.inspector.begin(kind)

    @Slot(object)
    def _select_new(self, id: UUID) -> None:
        """It may go on being filled in."""
        self.lists.select_new(id)
        self._inspect()

    @Slot()
    def _end_duplicates(self) -> None:
        self.duplicates.leave()
        self._whole.setCurrentIndex(0)
        self._show_view()
        self.take_focus()

    # How it is shown

    def _show_view(self) -> None:
        self._counts = self._directory().counts()
        there = sum(self._counts) > 0 or self.lists.view is View.AREAS
        self._body.setCurrentIndex(0 if there else 1)
        self.inspector.setVisible(there)
        self._lead(anybody=there)
        self.head.show_facts(*self._count_words())
        self.lists.show_view()
        self._inspect()
        self.enable(self._here)

    def _lead(self, *, anybody: bool) -> None:
        if self._commands is not None:
            self._commands.lead(self.lists.view, anybody=anybody)

    @Slot()
    def _inspect(self) -> None:
        """The entry in hand, as it is now."""
        view, current, held = self.lists.view, self.lists.table.current, self.lists.holds
        if isinstance(held, Holder):
            self.inspector.show_person(held.person.id)
        elif isinstance(held, Partner):
            self.inspector.show_organisation(held.organisation.id)
        elif view is View.PERSONS and current is not None:
            self.inspector.show_person(current)
        elif view is View.ORGANISATIONS and current is not None:
            self.inspector.show_organisation(current)
        else:
            self.inspector.show_nothing(self._nothing_words())

    def _nothing_words(self) -> str:
        return {
            View.PERSONS: self.tr("Nobody here is called so."),
            View.ORGANISATIONS: self.tr("No organisation here is called so."),
            View.AREAS: self.tr(
                "Who leads an area is told by the appointments of a person, who is a partner by the organisation."
            ),
        }[self.lists.view]

    def _count_words(self) -> tuple[str, str]:
        persons, organisations = self._counts
        people = count_words(persons, self.tr("{n} person"), self.tr("{n} persons"))
        bodies = count_words(organisations, self.tr("{n} organisation"), self.tr("{n} organisations"))
        return people if persons else "", bodies if organisations else ""

    def _entry(self, words: str, icon: str, beside: str, id: UUID) -> Entry:
        go = partial(self.asked_to_go.emit, Place.DIRECTORY, id)
        return Entry(self.tr("Directory"), words, go, icon, beside)

    def _directory(self) -> Directory:
        return self._bench().directory

    @property
    def _compares(self) -> bool:
        """Possible duplicates are in the page."""
        return self._whole.currentIndex() == 1

    def _build(self) -> None:
        look = self._look
        self.head = PageHead(look, self.tr("Directory"))
        self.inspector = EntryInspector(look, self._bench)
        words = self.tr(
            "People and organisations are kept here once for all meetings. Those of an imported list of "
            "participants come by themselves."
        )
        self.empty = EmptyPlace(look, "book-user", self.tr("Nobody in the directory yet"), words)
        self._body = QStackedWidget()
        self._body.addWidget(self.lists)
        self._body.addWidget(self.empty)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.head)
        left.addWidget(self._body, 1)
        main = QWidget()
        row = QHBoxLayout(main)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.inspector)
        self._whole = QStackedWidget()
        self._whole.addWidget(main)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._whole)

    def _connect(self) -> None:
        self.lists.chosen.connect(self.choose)
        self.lists.walked.connect(self._inspect)
        self.lists.opened.connect(self.inspector.take_focus)
        self.lists.asked_to_remove.connect(self.remove_selected)
        self.inspector.left.connect(self.lists.to_table)
        self.inspector.warned.connect(self.warned)
        self.inspector.removed.connect(self.removed)
        self.inspector.made.connect(self._select_new)
