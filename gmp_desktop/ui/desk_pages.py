"""The pages of the meeting desk: made when somebody first goes there, read again when they are seen again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from gmp_desktop.ui.advice import Tone
from gmp_desktop.ui.places import Place

if TYPE_CHECKING:
    from uuid import UUID

    from gmp_desktop.domain.changes import Changes
    from gmp_desktop.domain.meeting import Meeting
    from gmp_desktop.ui.pages.place_page import PlacePage
    from gmp_desktop.ui.workbench import Workbench

PAGES = {
    Place.AGENDA: ("agenda_page", "AgendaPage"),
    Place.PARTICIPANTS: ("participants_page", "ParticipantsPage"),
    Place.DOCUMENTS: ("documents_page", "DocumentsPage"),
    Place.DIRECTORY: ("directory_page", "DirectoryPage"),
}
"""Module and class; imported only then: the first painted window has no need of them."""


class DeskPages(QObject):
    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._bench = bench
        self._made: dict[Place, PlacePage] = {}
        self._stale: set[Place] = set()

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

    def made(self) -> Iterator[PlacePage]:
        return iter(self._made.values())

    def here(self) -> PlacePage | None:
        """The page in the window, if it is one of these."""
        current = self._bench.window.pages.currentWidget()
        return next((page for page in self._made.values() if page is current), None)

    def show_meeting(self, meeting: Meeting | None) -> None:
        """Another meeting is in the window."""
        self._stale.update(self._made)
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
        make: Callable[..., PlacePage] = getattr(import_module(f"gmp_desktop.ui.pages.{module}"), name)
        page = make(bench.window.look, bench.the_bench, bench.jobs, bench.asking, bench.settings)
        page.said.connect(partial(bench.say))
        page.warned.connect(self._warn)
        page.removed.connect(bench.news.removed)
        page.asked_to_go.connect(self._go)
        bench.window.pages.addWidget(page)
        page.offer(bench.commands)
        self._stale.add(place)
        return page

    @Slot(str)
    def _warn(self, sentence: str) -> None:
        self._bench.say(sentence, Tone.WARNING)

    @Slot(object, object)
    def _go(self, place: Place, id: UUID | None) -> None:
        self._bench.go(place)
        here = self.here()
        if id is not None and here is not None:
            here.go_to(id)
