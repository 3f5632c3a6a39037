"""What is done to participants, each a step of its own, and the news of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from gmp_desktop.domain.errors import Refused
from gmp_desktop.domain.people import full_name
from gmp_desktop.domain.presence import is_there
from gmp_desktop.ui.bench import Bench
from gmp_desktop.ui.participants.state import ParticipantsState
from gmp_desktop.ui.wording import count_words

Made = TypeVar("Made")


class ParticipantsChanges(QObject):
    done = Signal(str)
    """It can be taken back."""
    said = Signal(str)
    removed = Signal(str)
    refused = Signal(str)
    """Nothing was changed, and why."""

    def __init__(self, bench: Callable[[], Bench], state: ParticipantsState, parent: QObject) -> None:
        super().__init__(parent)
        self._bench = bench
        self._state = state

    @Slot(object, object)
    def tick(self, ids: list[UUID], sitting: UUID) -> None:
        """All of them are there; where all are there already, none was."""
        if not ids:
            return
        service = self._bench().presences
        there = all(is_there(self._state.ticks.get((id, sitting))) for id in ids)
        self._did(partial(service.untick if there else service.tick_several, ids, sitting))

    @Slot(object, object)
    def edit(self, id: UUID, changes: dict[str, Any]) -> None:
        self._did(partial(self._bench().participants.edit, id, **changes))

    def edit_several(self, ids: list[UUID], facts: dict[str, Any]) -> None:
        if ids:
            self._did(partial(self._bench().participants.edit_several, ids, **facts))

    @Slot(object, object)
    def edit_private(self, person: UUID, details: dict[str, Any]) -> None:
        self._did(partial(self._bench().participants.edit_private, person, **details))

    def register(self, person: Any, body: Any, facts: dict[str, Any], private: dict[str, Any]) -> UUID | None:
        """The key of who was registered; None where that was refused."""
        meeting = self._state.meeting
        if meeting is None:
            return None
        service = self._bench().participants
        added = self._try(partial(service.add, meeting.id, person, body, private=private, **facts))
        if added is not None:
            self.done.emit(self.tr("{name} is registered").format(name=self._called(added)))
        return added

    def walk_in(self, line: str) -> UUID | None:
        meeting, sitting = self._state.meeting, self._state.current
        if meeting is None:
            return None
        service = self._bench().presences
        added = self._try(partial(service.walk_in, meeting.id, line, sitting.id if sitting else None))
        if added is not None:
            words = self.tr("{name} is registered and ticked") if sitting else self.tr("{name} is registered")
            self.done.emit(words.format(name=self._called(added)))
        return added

    def remove(self, ids: list[UUID]) -> None:
        names = [full_name(one.person) for one in self._state.listing.people if one.id in ids]
        service = self._bench().participants
        if self._did(partial(service.remove, ids)) and names:
            many = self.tr("{n} participants").format(n=len(names))
            self.removed.emit(names[0] if len(names) == 1 else many)

    def give_badges(self) -> None:
        meeting = self._state.meeting
        if meeting is None:
            return
        given = self._try(partial(self._bench().participants.give_badges, meeting.id)) or 0
        one, many = self.tr("{n} badge number given"), self.tr("{n} badge numbers given")
        (self.done if given else self.said).emit(count_words(given, one, many))

    def _called(self, id: UUID) -> str:
        return full_name(self._bench().participants.get(id).person)

    def _did(self, run: Callable[[], object]) -> bool:
        try:
            run()
        except Refused as error:
            self.refused.emit(str(error))
            return False
        return True

    def _try(self, run: Callable[[], Made]) -> Made | None:
        """What comes of it; None, and the sentence told, where it is refused."""
        try:
            return run()
        except Refused as error:
            self.refused.emit(str(error))
            return None
