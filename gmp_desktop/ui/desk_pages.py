"""The pages of the meeting desk: made when somebody first goes there, read again when they are seen again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from gmp_desktop.ui.advice import Tone
from gmp_desktop.ui.enabling import enable
from gmp_desktop.ui.places import Place

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from gmp_desktop.domain.changes import Changes
    from gmp_desktop.domain.meeting import Meeting
    from gmp_desktop.services.participant_import import Result
    from gmp_desktop.ui.importing.page import ParticipantImportPage
    from gmp_desktop.ui.pages.place_page import PlacePage
    from gmp_desktop.ui.workbench import Workbench

PAGES = {
    Place.AGENDA: ("agenda.page", "AgendaPage"),
    Place.PARTICIPANTS: ("participants.page", "ParticipantsPage"),
    Place.DOCUMENTS: ("documents.page", "DocumentsPage"),
    Place.DIRECTORY: ("directory.page", "DirectoryPage"),
}
"""Module and class; imported only then: the first painted window has no need of them."""


class DeskPages(QObject):
    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._bench = bench
        self._made: dict[Place, PlacePage] = {}
        self._stale: set[Place] = set()
        self._import: ParticipantImportPage | None = None

    def __contains__(self, place: Place) -> bool:
        return place in PAGES

    def page(self, place: Place) -> PlacePage:
        """The page of a place as the record is now."""
        if place not in self._made:
            self._made[place] = self._make(place)
        if place in self._stale:
            self._stale.discard(place)
            self._made[place].show_meeting(self._bench.meeting)
        return self._made[place]

    def shown(self, place: Place) -> QWidget:
        """The page of a place; of participants the import while one is under way."""
        if place is Place.PARTICIPANTS and self._import is not None and self._import.is_under_way:
            return self._import
        return self.page(place)

    def made(self) -> Iterator[PlacePage]:
        return iter(self._made.values())

    def make_all(self) -> None:
        """For who wants to know everything one can do in all places."""
        for place in PAGES:
            if place not in self._made:
                self._made[place] = self._make(place)

    def keeps(self, page: QWidget) -> bool:
        """Whether a page stays when another one is in the window."""
        return page in self._made.values() or page is self._import

    def here(self) -> PlacePage | None:
        """The page in the window, if it is one of these."""
        current = self._bench.window.pages.currentWidget()
        return next((page for page in self._made.values() if page is current), None)

    def show_meeting(self, meeting: Meeting | None) -> None:
        """Another meeting is in the window."""
        self._stale.update(self._made)
        if self._import is not None:
            self._import.show_meeting(meeting)
        if self.here() is not None:
            self.page(self._bench.place)

    def on_changed(self, changes: Changes) -> None:
        here = self.here()
        for place, page in self._made.items():
            if page is here:
                page.on_changed(changes)
            else:
                self._stale.add(place)

    def enable(self) -> None:
        here = self.here()
        for page in self._made.values():
            page.enable(page is here)

    def _make(self, place: Place) -> PlacePage:
        module, name = PAGES[place]
        bench = self._bench
        make: Callable[..., Any] = getattr(import_module(f"gmp_desktop.ui.{module}"), name)
        page = make(bench.window.look, bench.the_bench, bench.jobs, bench.asking, bench.settings)
        page.said.connect(bench.say)
        page.done.connect(self._offer_undo)
        page.warned.connect(self._warn)
        page.removed.connect(bench.news.removed)
        page.asked_to_go.connect(self._go)
        page.facts_changed.connect(bench.news.show_facts)
        page.asked_for_papers.connect(bench.paper.show_papers)
        if place is Place.PARTICIPANTS:
            page.asked_to_import.connect(self._ask_for_people)
            page.pasted.connect(self._take_cells)
        bench.window.pages.addWidget(page)
        page.offer(bench.commands)
        self._stale.add(place)
        return page

    # Participants out of a spreadsheet

    @Slot()
    def _ask_for_people(self) -> None:
        filters = self.tr("Tables (*.xlsx *.xls *.ods *.csv *.tsv *.txt);;All files (*)")
        self._bench.asking.file_to_open(self.tr("Import participants"), filters, self.take_people)

    @Slot(str)
    def _take_cells(self, text: str) -> None:
        page = self._open_import()
        page.show_text(text)
        page.take_focus()

    def take_people(self, path: Path) -> None:
        """A spreadsheet somebody opened or dropped."""
        page = self._open_import()
        page.show_file(path)
        page.take_focus()

    def _open_import(self) -> ParticipantImportPage:
        """In the window, where nothing can be done and told that belongs to the page it covers."""
        page = self._import_page()
        self._bench.leave_page()
        self._bench.window.show_page(page)
        self._bench.news.show_facts()
        enable(self._bench)
        return page

    def _import_page(self) -> ParticipantImportPage:
        if self._import is None:
            from gmp_desktop.ui.importing.page import ParticipantImportPage

            bench = self._bench
            page = ParticipantImportPage(
                bench.window.look, bench.the_bench, bench.jobs, bench.asking, bench.settings
            )
            page.done.connect(self._people_taken)
            page.left.connect(self._people_left)
            page.said.connect(bench.say)
            page.warned.connect(self._warn)
            bench.window.pages.addWidget(page)
            self._import = page
        self._import.show_meeting(self._bench.meeting)
        return self._import

    @Slot(object)
    def _people_taken(self, result: Result) -> None:
        self._bench.go(Place.PARTICIPANTS)
        words = self.tr("{n} registered.").format(n=result.registered)
        if result.refused:
            words = self.tr("{n} registered, {m} rows not taken.").format(
                n=result.registered, m=len(result.refused)
            )
        self._offer_undo(words)

    @Slot()
    def _people_left(self) -> None:
        self._bench.go(Place.PARTICIPANTS)

    # What pages say

    @Slot(str)
    def _offer_undo(self, words: str) -> None:
        self._bench.say(words, Tone.NEWS, self.tr("Undo"), self._bench.undo)

    @Slot(str)
    def _warn(self, sentence: str) -> None:
        self._bench.say(sentence, Tone.WARNING)

    @Slot(object, object)
    def _go(self, place: Place, id: UUID | None) -> None:
        self._bench.go(place)
        here = self.here()
        if id is not None and here is not None:
            here.go_to(id)
