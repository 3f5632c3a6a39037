"""The agenda as one works on it: its items with the sittings, those who present and the papers before the meeting."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from gmp_desktop.domain.agenda import number_of, printed, sums, wanting_presenters
from gmp_desktop.domain.meeting import AgendaItem, Meeting, Presenter, Sitting
from gmp_desktop.domain.timetable import Timetable, timetable
from gmp_desktop.domain.values import value


@value
class ItemPaper:
    """A document under an item; ``here`` says that there is a file or a text of it."""

    document_id: UUID
    symbol: str
    title: str = ""
    here: bool = False


@value
class Named:
    """Who presents, as a form says it and as a narrow column does."""

    presenter: Presenter
    short: str


@dataclass(frozen=True)
class AgendaSheet:
    """``presenters`` and ``papers`` are by item.

    ``symbol`` is that of the agenda itself, ``annotated`` that of the annotated agenda; empty while there is none.
    """

    meeting: Meeting
    items: tuple[AgendaItem, ...]
    sittings: tuple[Sitting, ...]
    presenters: Mapping[UUID, tuple[Named, ...]]
    papers: Mapping[UUID, tuple[ItemPaper, ...]]
    symbol: str = ""
    annotated: str = ""
    frozen: bool = False

    @cached_property
    def timetable(self) -> Timetable:
        return timetable(self.items, self.sittings)

    @cached_property
    def texts(self) -> dict[UUID, str]:
        return printed(self.items, self.meeting.language)

    @cached_property
    def sums(self) -> dict[UUID, int]:
        return sums(self.items)

    @cached_property
    def wanting(self) -> set[UUID]:
        """Items nobody is named for yet."""
        return wanting_presenters(self.items, self.presenters.keys(), self.papers.keys())

    @cached_property
    def without_file(self) -> set[UUID]:
        """Documents nobody can read yet."""
        papers = (paper for found in self.papers.values() for paper in found)
        return {paper.document_id for paper in papers if not paper.here}

    def number(self, item_id: UUID) -> str:
        return number_of(self.items, item_id)

    def item(self, item_id: UUID | None) -> AgendaItem | None:
        return next((item for item in self.items if item.id == item_id), None)
