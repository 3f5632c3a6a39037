"""The door: what Enter means for whom one has typed, and the sentences that tell what came of it."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from gmp_desktop.domain import door as rules
from gmp_desktop.domain.errors import Refused
from gmp_desktop.domain.participants import Participant
from gmp_desktop.domain.people import short_name
from gmp_desktop.domain.presence import is_there
from gmp_desktop.ui.bench import Bench
from gmp_desktop.ui.participants.door_field import DoorField, DoorLine
from gmp_desktop.ui.participants.model import ParticipantsModel
from gmp_desktop.ui.people_words import minute_words


class Door(QObject):
    done = Signal(str)
    """Somebody came or went; it can be taken back."""
    refused = Signal(str)
    walked_in = Signal(str)

    def __init__(
        self,
        bench: Callable[[], Bench],
        model: ParticipantsModel,
        field: DoorField,
        line: DoorLine,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._bench = bench
        self._model = model
        self._field, self._line = field, line
        self._leaving: UUID | None = None
        line.agreed.connect(self._agree)
        line.left.connect(self.close)
        line.walked_in.connect(self.walked_in)

    def follow(self, found: bool) -> None:
        """The text in the field is another one now."""
        self._leaving = None
        text = self._field.text()
        if found or not rules.asks(text):
            self._line.close_line()
        elif rules.asks_for_badge(text):
            self._line.say(self.tr("Nobody has badge {number}.").format(number=text.strip()), "")
        else:
            words = self.tr("Nobody is called “{text}”. Enter registers a walk-in.")
            self._line.say(words.format(text=text.strip()[:60]), self.tr("Register a walk-in"))

    def enter(self, meant: Participant | None) -> None:
        text = self._field.text()
        if not rules.asks(text):
            return
        if meant is None:
            self._nobody(text)
        elif self._model.current is None:
            self.refused.emit(
                self.tr("No sitting is open. Choose one in the head of the table to tick for it.")
            )
        elif self._leaving == meant.id:
            self._leave(meant)
        elif is_there(self._model.presence(meant, self._model.current)):
            self._offer_departure(meant)
        else:
            self._arrive(meant)

    def open_walk_in(self) -> None:
        self._line.ask("" if rules.asks_for_badge(self._field.text()) else self._field.text().strip())

    @Slot()
    def close(self) -> None:
        self._leaving = None
        self._line.close_line()
        self._field.setFocus()

    def _nobody(self, text: str) -> None:
        people = (self._model.person_at(row) for row in range(self._model.rowCount()))
        if rules.asks_for_badge(text) and rules.wearers(text, (one.badge for one in people if one)) > 1:
            words = self.tr("More than one wears badge {number}. Type a name, and give one of them another.")
            self._line.say(words.format(number=text.strip()), "")
        elif rules.asks_for_badge(text):
            self.follow(found=False)
        else:
            self.open_walk_in()

    def _arrive(self, one: Participant) -> None:
        sitting = self._model.current
        if sitting is None:
            return
        called = self._called(one)
        try:
            self._bench().presences.tick(one.id, sitting)
        except Refused as error:
            self.refused.emit(str(error))
            return
        self._tell(one, called, self.tr("{name} arrived {time}"), "arrived")

    def _offer_departure(self, one: Participant) -> None:
        presence = self._model.presence(one, self._model.current) if self._model.current else None
        self._leaving = one.id
        words = self.tr("{name} arrived {time}. Enter again: has left now.")
        told = words.format(name=self._called(one), time=minute_words(presence.arrived if presence else ""))
        self._line.say(told, self.tr("Has left"))

    def _leave(self, one: Participant) -> None:
        sitting = self._model.current
        if sitting is None:
            return
        called = self._called(one)
        try:
            self._bench().presences.leave(one.id, sitting)
        except Refused as error:
            self.refused.emit(str(error))
            return
        self._tell(one, called, self.tr("{name} left {time}"), "left")

    def _tell(self, one: Participant, called: str, words: str, field: str) -> None:
        """The tick has come back from the record by now."""
        presence = self._model.presence(one, self._model.current) if self._model.current else None
        at = getattr(presence, field) if presence else ""
        self._field.clear()
        self._line.close_line()
        self.done.emit(words.format(name=called, time=minute_words(at)))

    def _called(self, one: Participant) -> str:
        """Mr. Tavares, Brazil,"""
        row = next(iter(self._model.rows_of([one.id])), None)
        delegation = self._model.text(row, 2) if row is not None else ""
        return f"{short_name(one.person)}, {delegation}," if delegation else short_name(one.person)

    @Slot()
    def _agree(self) -> None:
        """The button of the line does what Enter does."""
        if self._leaving is None:
            self.open_walk_in()
            return
        one = next((self._model.person_at(row) for row in self._model.rows_of([self._leaving])), None)
        if one is not None:
            self._leave(one)
