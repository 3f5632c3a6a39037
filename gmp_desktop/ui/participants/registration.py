"""The form beside the participants: opened for somebody new or for who is selected, shown again after every step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from gmp_desktop.ui.bench import Bench
from gmp_desktop.ui.participants.changes import ParticipantsChanges
from gmp_desktop.ui.participants.desk import ParticipantsDesk
from gmp_desktop.ui.participants.state import ParticipantsState


class Registration(QObject):
    closed = Signal()

    def __init__(
        self,
        bench: Callable[[], Bench],
        state: ParticipantsState,
        changes: ParticipantsChanges,
        desk: ParticipantsDesk,
    ) -> None:
        super().__init__(desk)
        self._bench, self._state, self._changes, self._desk = bench, state, changes, desk
        self._form = form = desk.form
        form.edited.connect(changes.edit)
        form.private_edited.connect(changes.edit_private)
        form.registered.connect(self._register)
        form.likely_asked.connect(self._offer_likely)
        form.closed.connect(self._close)
        changes.refused.connect(self.show_again)
        desk.table.opened.connect(self.open)
        desk.table.selection_changed.connect(self._follow_selection)

    @Slot()
    def begin(self) -> None:
        """Somebody new, written down beside the table."""
        if self._state.meeting is not None:
            self._desk.show_form()
            self._form.offer_bodies(self._state.bodies())
            self._form.show_new(self._bench().participants.next_badge(self._state.meeting.id))
            self._desk.fit_head()

    @Slot(object)
    def open(self, id: UUID) -> None:
        one = self._state.with_id(id)
        if one is not None:
            if not self._form.isVisible():
                self._form.offer_bodies(self._state.bodies())
            self._form.show()
            self._form.show_participant(one, self._bench().participants.private(one.person.id))
            self._desk.fit_head()

    @Slot()
    def show_again(self) -> None:
        """As the record has it: after a step, and after one that was refused."""
        if self._form.participant is None:
            return
        if self._state.with_id(self._form.participant) is None:
            self._desk.hide_form()
        else:
            self.open(self._form.participant)

    @Slot()
    def _follow_selection(self) -> None:
        """The form is of who is selected, once it is open."""
        selected = self._desk.table.selected()
        if (
            self._form.participant is not None
            and len(selected) == 1
            and selected[0] != self._form.participant
        ):
            self._form.keep()
            self.open(selected[0])

    @Slot()
    def _close(self) -> None:
        self._desk.hide_form()
        self.closed.emit()

    @Slot(object, object, object, object)
    def _register(self, person: Any, body: Any, facts: dict[str, Any], private: dict[str, Any]) -> None:
        added = self._changes.register(person, body, facts, private)
        if added is not None:
            self.begin()
            self._desk.table.go([added])

    @Slot(str, str, str)
    def _offer_likely(self, given: str, family: str, body: str) -> None:
        self._form.show_likely(self._bench().participants.similar(given, family, body))
