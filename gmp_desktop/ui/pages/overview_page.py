"""The meeting at a glance: its facts, edited where they stand, how far everything is, who holds an office."""

from collections.abc import Callable
from datetime import date
from uuid import UUID, uuid5

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gmp_desktop.domain.meeting import Meeting, StateChange
from gmp_desktop.domain.people import full_name
from gmp_desktop.ui.bench import Bench
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.places import Place
from gmp_desktop.ui.readiness import lines_of
from gmp_desktop.ui.widgets.buttons import Tinted
from gmp_desktop.ui.widgets.fields import head_label
from gmp_desktop.ui.widgets.meeting_facts import MeetingFacts
from gmp_desktop.ui.widgets.page_head import PageHead
from gmp_desktop.ui.widgets.rows_table import RowsTable
from gmp_desktop.ui.widgets.sections import page_column, scrolled
from gmp_desktop.ui.wording import moment_words, one_day, state_words, when_and_where

_ROWS = UUID("6f1f7d1c-5d3a-4f0e-9a52-0d1f4f6a7b10")
"""Rows that stand for places are told apart by ids of this name space."""


class OverviewPage(QWidget):
    asked_to_go = Signal(object)
    """To a place."""
    refused = Signal(str)
    """A sentence about a field that holds nothing one could store."""

    def __init__(self, look: Look, bench: Callable[[], Bench], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._bench = bench
        self._meeting: Meeting | None = None
        self._build()

    def show_meeting(self, meeting: Meeting) -> None:
        """Facts first; the rest follows with :meth:`read_again` once the record is open."""
        self._meeting = meeting
        self.facts.show_meeting(meeting)
        self.head.show_name(meeting.code)
        self.head.show_facts(state_words(meeting.state))

    def read_again(self) -> None:
        from gmp_desktop.services.readiness import readiness

        if self._meeting is None:
            return
        bench = self._bench()
        self.show_meeting(bench.meetings.get(self._meeting.id))
        ready = lines_of(readiness(bench.store, self._meeting.id))
        self.places.show_rows(
            [(uuid5(_ROWS, one.place), (one.words, one.state, one.missing)) for one in ready]
        )
        self.places.fit_height()
        self.head.show_facts(state_words(self._meeting.state), when_and_where(self._meeting))
        self._show_officers(bench)
        self._show_stages(bench.meetings.state_changes(self._meeting.id))

    def leave(self) -> None:
        self.facts.keep()

    def _build(self) -> None:
        self.head = PageHead(self._look, "")
        self.facts = MeetingFacts(self._look)
        self.facts.changed.connect(self._store)
        self.facts.refused.connect(self.refused)
        heads = (self.tr("Place"), self.tr("How far it is"), self.tr("Missing"))
        self.places = RowsTable(self._look, self.tr("How far everything is"), heads, stretch=1)
        self.places.chosen.connect(self._place_chosen)
        heads = (self.tr("Name"), self.tr("Office"), self.tr("Term"))
        self.officers = RowsTable(self._look, self.tr("Officers"), heads, stretch=1)
        self.officers.chosen.connect(self._officer_chosen)
        self._no_officers = Tinted(
            self._look,
            "text2",
            self.tr(
                "Nobody holds an office of this body on the first day. Appointments are made in the directory."
            ),
        )
        self._no_officers.setWordWrap(True)
        self._stages = Tinted(self._look, "text2")
        self._stages.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._stages.setWordWrap(True)
        inside = QWidget()
        column = page_column(inside)
        column.addWidget(self.facts)
        for head, parts in (
            (self.tr("How far everything is"), (self.places,)),
            (self.tr("Officers"), (self.officers, self._no_officers)),
            (self.tr("Stages"), (self._stages,)),
        ):
            column.addSpacing(16)
            column.addWidget(head_label(head, self._look))
            for part in parts:
                column.addWidget(part)
        column.addStretch(1)
        for table in (self.places, self.officers):
            table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(scrolled(inside), 1)

    def _show_officers(self, bench: Bench) -> None:
        held = bench.meetings.officers(self._meeting.id) if self._meeting else []
        rows = []
        for one in held:
            appointment = one.appointment
            term = self._term(appointment.starts_on, appointment.ends_on)
            name = full_name(one.person)
            rows.append(
                (appointment.id, (name, appointment.title or str(appointment.role).capitalize(), term))
            )
        self.officers.show_rows(rows)
        self.officers.fit_height()
        self.officers.setVisible(bool(rows))
        self._no_officers.setVisible(not rows)

    def _show_stages(self, changes: list[StateChange]) -> None:
        lines = [
            "  ·  ".join(part for part in (moment_words(one.at), state_words(one.after), one.reason) if part)
            for one in changes
        ]
        self._stages.setText("\n".join(lines) or self.tr("The meeting is being prepared."))

    def _term(self, starts_on: date | None, ends_on: date | None) -> str:
        if ends_on is not None:
            words = self.tr("until {day}")
            return words.format(day=one_day(ends_on))
        return self.tr("since {day}").format(day=one_day(starts_on)) if starts_on else ""

    @Slot(object)
    def _store(self, facts: object) -> None:
        if self._meeting is not None and isinstance(facts, dict):
            self._bench().meetings.edit(self._meeting.id, **facts)

    @Slot(object)
    def _place_chosen(self, id: object) -> None:
        place = next((place for place in Place if uuid5(_ROWS, place) == id), None)
        if place is not None:
            self.asked_to_go.emit(place)

    @Slot(object)
    def _officer_chosen(self, id: object) -> None:
        self.asked_to_go.emit(Place.DIRECTORY)
