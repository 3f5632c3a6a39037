"""What the page of participants knows of its meeting: who takes part, who is there, which sitting it is."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from gmp_desktop.domain.meeting import Meeting, Sitting
from gmp_desktop.domain.participants import Attends, Participant
from gmp_desktop.domain.people import OrganisationKind
from gmp_desktop.domain.presence import (
    Presence,
    by_place,
    current_sitting,
    is_open,
    is_there,
    quorum,
)
from gmp_desktop.store import reference
from gmp_desktop.ui.bench import Bench
from gmp_desktop.ui.participants.lines import Listing, Names
from gmp_desktop.ui.people_words import half_day_words, section_words
from gmp_desktop.ui.wording import count_words

translate = QCoreApplication.translate


class ParticipantsState:
    """Read whole, shown as read; nothing is patched to match what was saved."""

    def __init__(self, bench: Callable[[], Bench]) -> None:
        self._bench = bench
        self.meeting: Meeting | None = None
        self.listing = Listing([], _names())
        self.ticks: dict[tuple[UUID, UUID], Presence] = {}
        self.sittings: list[Sitting] = []
        self.chosen: UUID | None = None
        """The sitting somebody chose to tick for, whatever the clock says."""
        self.current: Sitting | None = None
        self.open: list[UUID] = []
        self.here: dict[UUID, Presence] = {}
        """The ticks of the sitting people come to now."""

    def read_people(self) -> None:
        people = self._bench().participants.of_meeting(self.meeting.id) if self.meeting else []
        self.listing = Listing(people, self.listing.names)

    def read_ticks(self) -> None:
        service = self._bench().presences
        self.ticks = by_place(service.of_meeting(self.meeting.id)) if self.meeting else {}
        self.sittings = service.sittings(self.meeting.id) if self.meeting else []
        self.ask_clock()

    def ask_clock(self) -> None:
        """Which sittings have opened, and which of them people come to now."""
        now = self._bench().presences.time_there(self.meeting.id) if self.meeting else None
        self.open = [one.id for one in self.sittings if now and is_open(one, now)]
        chosen = next((one for one in self.sittings if one.id == self.chosen), None)
        self.current = chosen or (current_sitting(self.sittings, now) if now else None)
        sitting = self.current.id if self.current else None
        self.here = {person: tick for (person, at), tick in self.ticks.items() if at == sitting}

    def with_id(self, id: UUID | None) -> Participant | None:
        return next((one for one in self.listing.people if one.id == id), None)

    def bodies(self) -> list[str]:
        """What somebody can be there for, the directory first."""
        names = [body.name for body in self._bench().participants.organisations()]
        return [*names, *self.listing.names.countries.values()]

    def head_facts(self) -> tuple[str, ...]:
        """64 registered · 57 arrived · 6 online."""
        arrived = len({person for person, _ in self.ticks})
        there = [one for one in self.here.values() if is_there(one)]
        attend = sum(one.attends is Attends.ONLINE for one in self.listing.people)
        online = sum(one.online for one in there) if there else attend
        words = (
            (len(self.listing.people), translate("people", "{n} registered")),
            (arrived, translate("people", "{n} arrived")),
            (online, translate("people", "{n} online")),
        )
        return tuple(count_words(number, told, told) for number, told in words if number)

    def foot_facts(self) -> tuple[str, ...]:
        """Tuesday p.m. sitting · 52 of 64 present · type two letters or a badge, Enter ticks."""
        if not self.listing.people:
            return ()
        hint = translate("people", "type two letters or a badge, Enter ticks")
        if self.current is None:
            return (translate("people", "no sitting is open"), hint)
        name = translate("people", "{sitting} sitting")
        present = translate("people", "{n} of {all} present")
        there = sum(map(is_there, self.here.values()))
        facts = (
            name.format(sitting=half_day_words(self.current, self.sittings)),
            present.format(n=f"{there:,}", all=f"{len(self.listing.people):,}"),
            self._quorum_words(),
            hint,
        )
        return tuple(fact for fact in facts if fact)

    def _quorum_words(self) -> str:
        if self.meeting is None or self.current is None:
            return ""
        state = quorum(self.meeting, self.listing.people, self.ticks.values(), self.current.id)
        if state is None:
            return ""
        if state.reached:
            return translate("people", "quorum of {n} is there").format(n=state.needed)
        return translate("people", "{n} short of the quorum").format(n=state.needed - state.present)


def _names() -> Names:
    return Names(
        {country.code: country.name for country in reference.countries()},
        {country.code: country.order for country in reference.countries()},
        {area.code: area.short_name for area in reference.areas()},
        lambda kind: section_words(OrganisationKind(kind)),
        translate("people", "Not said"),
    )
