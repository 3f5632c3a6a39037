"""Ticks at the door: who came to which sitting and when, who left, and whoever walks in unregistered."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from gmp_desktop.domain import presence as rules
from gmp_desktop.domain.errors import NotFound, Refused
from gmp_desktop.domain.meeting import Sitting
from gmp_desktop.domain.names import typed_person
from gmp_desktop.domain.ops import Op
from gmp_desktop.domain.participants import Attends
from gmp_desktop.domain.people import full_name
from gmp_desktop.domain.presence import Counts, Presence, Quorum
from gmp_desktop.services import participant_rows, participants, sitting_rows
from gmp_desktop.services.meetings import row_of as meeting_row
from gmp_desktop.services.participants import participant_row
from gmp_desktop.store.blocks import meeting_of
from gmp_desktop.store.keys import new_key
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import ParticipantRow, PresenceRow, SittingRow


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Presences:
    """``at`` is a time on the wall of the meeting; without it, now."""

    def __init__(self, store: Store, now: Callable[[], datetime] = _utc_now) -> None:
        self._store = store
        self._now = now

    def of_meeting(self, meeting_id: UUID) -> list[Presence]:
        with self._store.read() as session:
            return participant_rows.presences(session, meeting_id)

    def sittings(self, meeting_id: UUID) -> list[Sitting]:
        """In the order they are held."""
        with self._store.read() as session:
            return sitting_rows.load(session, meeting_id)

    def time_there(self, meeting_id: UUID) -> datetime:
        """What the clock on the wall of the meeting shows."""
        with self._store.read() as session:
            return rules.meeting_time(self._now(), meeting_row(session, meeting_id).time_zone)

    def tick(
        self,
        participant_id: UUID,
        sitting_id: UUID,
        *,
        online: bool | None = None,
        at: datetime | None = None,
    ) -> None:
        """Somebody is there; who had left is back. Without ``online`` it is as they said they attend."""
        self.tick_several([participant_id], sitting_id, online=online, at=at)

    def tick_several(
        self,
        participant_ids: Iterable[UUID],
        sitting_id: UUID,
        *,
        online: bool | None = None,
        at: datetime | None = None,
    ) -> None:
        ids = list(participant_ids)
        with self._store.write(Op.ARRIVE, about=self._names(ids)) as session:
            arrived = self._minute(session, sitting_id, at)
            for id in ids:
                _tick(session, participant_row(session, id), sitting_id, arrived, online)

    def untick(self, participant_ids: Iterable[UUID], sitting_id: UUID) -> None:
        """They were not there after all."""
        ids = list(participant_ids)
        with self._store.write(Op.CLEAR_PRESENCE, about=self._names(ids)) as session:
            for id in ids:
                for row in _rows(session, id, sitting_id):
                    session.delete(row)

    def leave(self, participant_id: UUID, sitting_id: UUID, *, at: datetime | None = None) -> None:
        with self._store.write(Op.DEPART, about=self._names([participant_id])) as session:
            left = self._minute(session, sitting_id, at)
            rows = _rows(session, participant_id, sitting_id)
            if not rows:
                raise Refused("Nobody can leave who has not arrived. Nothing was changed.")
            for row in rows:
                row.left = left

    def walk_in(
        self, meeting_id: UUID, line: str, sitting_id: UUID | None = None, *, at: datetime | None = None
    ) -> UUID:
        """Register who stands at the door from one line, as late, and tick them: one step.

        "Ms. Solvej Lund, Clear Rivers Trust, Campaigner"; organisation and function may be left out.
        """
        typed = typed_person(line)
        name = typed.name
        person = {
            "honorific": name.honorific,
            "given": name.given,
            "family": name.family,
            "family_first": name.family_first,
        }
        about = " ".join(part for part in (name.honorific, name.given, name.family) if part)
        with self._store.write(Op.WALK_IN, about=about) as session:
            row = participants.add(
                session, meeting_id, person, {"name": typed.organisation}, function=typed.function, late=True
            )
            if sitting_id is not None:
                _tick(session, row, sitting_id, self._minute(session, sitting_id, at), None)
            return row.id

    def counts(self, meeting_id: UUID, sitting_id: UUID | None = None) -> Counts:
        with self._store.read() as session:
            people = participant_rows.participants(
                session, lambda told: told.where(ParticipantRow.meeting_id == meeting_id)
            )
            return rules.count(people, participant_rows.presences(session, meeting_id), sitting_id)

    def quorum(self, meeting_id: UUID, sitting_id: UUID) -> Quorum | None:
        """None where the body asks for none."""
        with self._store.read() as session:
            meeting = meeting_of(meeting_row(session, meeting_id))
            if meeting.quorum is None:
                return None
            people = participant_rows.participants(
                session, lambda told: told.where(ParticipantRow.meeting_id == meeting_id)
            )
            ticks = participant_rows.presences(session, meeting_id)
            return rules.quorum(meeting, people, ticks, sitting_id)

    def _minute(self, session: Session, sitting_id: UUID, at: datetime | None) -> str:
        sitting = session.get(SittingRow, sitting_id)
        if sitting is None:
            raise NotFound("This sitting is not there any more. Undo may bring it back.")
        there = at or rules.meeting_time(self._now(), meeting_row(session, sitting.meeting_id).time_zone)
        return rules.minute(there)

    def _names(self, ids: list[UUID]) -> str:
        if len(ids) != 1:
            return f"{len(ids)} participants"
        with self._store.read() as session:
            return full_name(participants.get(session, ids[0]).person)


def _tick(session: Session, row: ParticipantRow, sitting_id: UUID, arrived: str, online: bool | None) -> None:
    sitting = session.get(SittingRow, sitting_id)
    if sitting is None or sitting.meeting_id != row.meeting_id:
        raise Refused("That sitting is of another meeting. Nothing was changed.")
    over_the_line = row.attends == Attends.ONLINE if online is None else online
    kept = _rows(session, row.id, sitting_id)
    for presence in kept:
        presence.left, presence.online = "", over_the_line
    if not kept:
        session.add(
            PresenceRow(
                id=new_key(),
                participant_id=row.id,
                sitting_id=sitting_id,
                arrived=arrived,
                online=over_the_line,
            )
        )


def _rows(session: Session, participant_id: UUID, sitting_id: UUID) -> list[PresenceRow]:
    """One, or one from each of two devices that ticked apart."""
    told = select(PresenceRow).where(
        PresenceRow.participant_id == participant_id, PresenceRow.sitting_id == sitting_id
    )
    return list(session.scalars(told.order_by(PresenceRow.id)))
