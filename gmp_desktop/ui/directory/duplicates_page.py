"""Pairs of the directory that may be one and the same, decided one after the other."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gmp_desktop.domain.directory import OrganisationLine, Pair, PersonCard, PersonLine
from gmp_desktop.domain.people import screen_name
from gmp_desktop.store import reference
from gmp_desktop.ui.directory.pair_board import Fact, PairBoard
from gmp_desktop.ui.directory.words import area_words
from gmp_desktop.ui.jobs import Jobs, Ticket
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.people_words import kind_words
from gmp_desktop.ui.widgets.page_head import PageHead
from gmp_desktop.ui.wording import count_words, one_day

if TYPE_CHECKING:
    from gmp_desktop.services.directory import Directory


class Services(Protocol):
    @property
    def directory(self) -> Directory: ...


class DuplicatesPage(QWidget):
    left = Signal()
    said = Signal(str)

    def __init__(
        self, look: Look, bench: Callable[[], Services], jobs: Jobs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bench, self._jobs = bench, jobs
        self._all: list[Pair] = []
        self._pairs: list[Pair] = []
        self._at = 0
        self._persons: dict[UUID, PersonLine] = {}
        self._organisations: dict[UUID, OrganisationLine] = {}
        self._job: Ticket | None = None
        self.head = PageHead(look, self.tr("Possible duplicates"))
        self.board = PairBoard(look)
        self.board.kept.connect(self._keep)
        self.board.told_apart.connect(self._tell_apart)
        self.board.later.connect(self._next)
        self.board.left.connect(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.board, 1)

    def begin(self) -> None:
        """Compare everybody with everybody, in a worker."""
        self.leave()
        self._all, self._pairs, self._at = [], [], 0
        self.head.show_facts("")
        self.board.show_none(self.tr("Comparing the names. Nothing is changed by itself."))
        directory = self._bench().directory
        self._job = self._jobs.run(lambda _ticket: directory.duplicates(), self._found)

    def leave(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._job = None

    def read_again(self) -> None:
        """What a pair says may have changed, or be gone; after an undo it is back."""
        if self._job is None:
            self._show()

    def _found(self, pairs: list[Pair]) -> None:
        self._job, self._all = None, pairs
        self._show()

    def _show(self) -> None:
        directory = self._bench().directory
        self._persons = {line.person.id: line for line in directory.persons()}
        self._organisations = {line.organisation.id: line for line in directory.organisations()}
        there = self._persons.keys() | self._organisations.keys()
        self._pairs = [pair for pair in self._all if pair.first in there and pair.second in there]
        self._at = self._at if self._at < len(self._pairs) else 0
        self._show_pair()

    def _show_pair(self) -> None:
        if not self._pairs:
            self.head.show_facts("")
            self.board.show_none(
                self.tr(
                    "No two entries look alike. The names were compared whatever their accents and order."
                )
            )
            return
        pair = self._pairs[self._at]
        self.head.show_facts(count_words(len(self._pairs), self.tr("{n} pair"), self.tr("{n} pairs")))
        place = self.tr("{at} of {all}, {likeness} per cent alike")
        words = place.format(at=self._at + 1, all=len(self._pairs), likeness=pair.likeness)
        people = pair.first in self._persons
        self.board.show_pair(words, self._person_facts(pair) if people else self._organisation_facts(pair))

    def _person_facts(self, pair: Pair) -> list[Fact]:
        one, two = self._persons[pair.first], self._persons[pair.second]
        first, second = (self._bench().directory.person(id) for id in (pair.first, pair.second))
        return [
            (self.tr("Name"), screen_name(one.person), screen_name(two.person)),
            (self.tr("Honorific"), one.person.honorific, two.person.honorific),
            (self.tr("For"), one.organisation, two.organisation),
            (self.tr("Function"), one.function, two.function),
            (self.tr("Country"), reference.country_name(one.country), reference.country_name(two.country)),
            (self.tr("Areas"), area_words(one.areas), area_words(two.areas)),
            (self.tr("Since"), _since(first), _since(second)),
            (self.tr("Meetings"), _meetings(first), _meetings(second)),
        ]

    def _organisation_facts(self, pair: Pair) -> list[Fact]:
        one, two = self._organisations[pair.first], self._organisations[pair.second]
        first, second = one.organisation, two.organisation
        return [
            (self.tr("Name"), first.name, second.name),
            (self.tr("Short name"), first.short_name, second.short_name),
            (self.tr("Kind"), kind_words(first.kind), kind_words(second.kind)),
            (
                self.tr("Country"),
                reference.country_name(first.country),
                reference.country_name(second.country),
            ),
            (self.tr("Persons"), str(one.persons), str(two.persons)),
            (self.tr("Areas"), area_words(one.areas), area_words(two.areas)),
        ]

    @Slot(int)
    def _keep(self, side: int) -> None:
        """The next pair follows with the news that these are one."""
        pair = self._pairs[self._at]
        kept, other = (pair.first, pair.second) if side == 0 else (pair.second, pair.first)
        directory = self._bench().directory
        if kept in self._persons:
            name = screen_name(self._persons[kept].person)
            directory.merge_persons(kept, other)
        else:
            name = self._organisations[kept].organisation.name
            directory.merge_organisations(kept, other)
        self.said.emit(self.tr("{name} is one entry now.").format(name=name))

    @Slot()
    def _tell_apart(self) -> None:
        pair = self._pairs.pop(self._at)
        self._all.remove(pair)
        self._bench().directory.tell_apart(pair.first, pair.second)
        self._at = self._at if self._at < len(self._pairs) else 0
        self._show_pair()

    @Slot()
    def _next(self) -> None:
        self._at = (self._at + 1) % len(self._pairs)
        self._show_pair()


def _since(card: PersonCard) -> str:
    """The first day anything is known of."""
    days = [one.starts_on for one in card.appointments if one.starts_on]
    return one_day(min(days)) if days else ""


def _meetings(card: PersonCard) -> str:
    return ", ".join(meeting.code for meeting in card.meetings)
