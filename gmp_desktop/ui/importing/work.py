"""What an import of participants does away from the window: plain values in, plain values out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any
from uuid import UUID

from gmp_desktop.domain.registration.candidates import Candidate
from gmp_desktop.domain.registration.headings import Field
from gmp_desktop.domain.registration.mapping import Problem
from gmp_desktop.domain.registration.questions import Understood
from gmp_desktop.domain.sheet import Sheet
from gmp_desktop.ui.bench import Bench
from gmp_desktop.ui.jobs import Ticket

if TYPE_CHECKING:
    from gmp_desktop.services.participant_import import Offer


class Stopped(Exception):
    """The person does not want it any more; whatever was begun is left as it was."""


@dataclass(frozen=True, slots=True)
class Read:
    """A sheet as far as it is understood; ``how`` is what it was read with."""

    sheet: Sheet
    how: dict[str, Any]
    offer: Offer
    understood: tuple[Understood, ...] = ()
    people: tuple[Candidate, ...] = ()
    problems: tuple[Problem, ...] = ()

    def becoming(self, column: int, field: Field) -> Read:
        return replace(self, offer=replace(self.offer, mapping=self.offer.mapping.becoming(column, field)))

    def answered(self, key: str, answer: str) -> Read:
        return replace(self, offer=replace(self.offer, mapping=self.offer.mapping.answered(key, answer)))


def read(bench: Bench, source: Path | str, how: dict[str, Any], meeting_id: UUID, ticket: Ticket) -> Read:
    service = bench.participant_import
    sheet = service.read(source, **how)
    return look_at(bench, Read(sheet, how, service.offer(sheet)), meeting_id, ticket)


def look_at(bench: Bench, found: Read, meeting_id: UUID, ticket: Ticket) -> Read:
    """What is understood of the columns now, and the first people as they will read."""
    service = bench.participant_import
    mapping = found.offer.mapping
    first = service.first_people(found.sheet, mapping)
    return replace(
        found,
        understood=tuple(service.understood(found.sheet, found.offer)),
        people=tuple(service.compare(first, meeting_id)),
        problems=tuple(service.problems(found.sheet, mapping)),
    )


def heeding(ticket: Ticket, given_up: Event) -> Callable[[float], None]:
    """Tells how far it is, and ends the work once somebody gave it up."""

    def progress(fraction: float) -> None:
        if given_up.is_set():
            raise Stopped
        ticket.progress(fraction)

    return progress
