"""Who is there: arrivals and departures per sitting, the counts of them, and whether there is a quorum."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from gmp_desktop.domain.meeting import Meeting, QuorumOf, Sitting
from gmp_desktop.domain.participants import Participant, delegation_key, section_of
from gmp_desktop.domain.people import OrganisationKind
from gmp_desktop.domain.values import value

DOORS_OPEN_MINUTES = 120
"""How long before a sitting people are ticked off for it."""


@value
class Presence:
    """Somebody came to a sitting; ``arrived`` and ``left`` are ISO date and minute of the meeting's own time."""

    id: UUID
    participant_id: UUID
    sitting_id: UUID
    arrived: str = ""
    left: str = ""
    online: bool = False


class Attendance(StrEnum):
    """Where somebody is during a sitting."""

    ABSENT = "absent"
    PRESENT = "present"
    ONLINE = "online"
    LEFT = "left"


@value
class Counts:
    """``arrived`` came at all; ``present`` are there now, ``online`` of them over the line."""

    registered: int = 0
    arrived: int = 0
    present: int = 0
    online: int = 0


@value
class Quorum:
    """How many are needed, and how many are there."""

    needed: int
    present: int
    of: QuorumOf

    @property
    def reached(self) -> bool:
        return self.present >= self.needed


def attendance(presence: Presence | None) -> Attendance:
    if presence is None:
        return Attendance.ABSENT
    if presence.left:
        return Attendance.LEFT
    return Attendance.ONLINE if presence.online else Attendance.PRESENT


def is_there(presence: Presence | None) -> bool:
    return presence is not None and not presence.left


def by_place(presences: Iterable[Presence]) -> dict[tuple[UUID, UUID], Presence]:
    """The presences by participant and sitting; where two devices ticked the same person the first arrival counts."""
    found: dict[tuple[UUID, UUID], Presence] = {}
    for presence in presences:
        key = presence.participant_id, presence.sitting_id
        if key not in found or (presence.arrived, presence.id) < (found[key].arrived, found[key].id):
            found[key] = presence
    return found


def count(
    participants: Iterable[Participant], presences: Iterable[Presence], sitting_id: UUID | None = None
) -> Counts:
    """Of one sitting; without one, ``present`` are those who are there in any."""
    return _count({participant.id for participant in participants}, presences, sitting_id)


def count_by_section(
    participants: Iterable[Participant], presences: Iterable[Presence], sitting_id: UUID | None = None
) -> dict[OrganisationKind, Counts]:
    """The counts of every section that has somebody."""
    groups: dict[OrganisationKind, set[UUID]] = {}
    for participant in participants:
        groups.setdefault(section_of(participant), set()).add(participant.id)
    presences = tuple(presences)
    return {kind: _count(group, presences, sitting_id) for kind, group in groups.items()}


def _count(people: set[UUID], presences: Iterable[Presence], sitting_id: UUID | None) -> Counts:
    ours = [
        presence
        for presence in by_place(presences).values()
        if presence.participant_id in people and sitting_id in (None, presence.sitting_id)
    ]
    there = {presence.participant_id for presence in ours if is_there(presence)}
    online = {presence.participant_id for presence in ours if is_there(presence) and presence.online}
    return Counts(
        len(people), len({presence.participant_id for presence in ours}), len(there), len(online & there)
    )


def quorum(
    meeting: Meeting, participants: Iterable[Participant], presences: Iterable[Presence], sitting_id: UUID
) -> Quorum | None:
    """Whether enough are there to sit; None where the body asks for no quorum."""
    if meeting.quorum is None:
        return None
    ticks = by_place(presences).values()
    there = {one.participant_id for one in ticks if one.sitting_id == sitting_id and is_there(one)}
    present = [participant for participant in participants if participant.id in there]
    if meeting.quorum_of is QuorumOf.PARTICIPANTS:
        return Quorum(meeting.quorum, len(present), meeting.quorum_of)
    delegations = {delegation_key(participant) for participant in present if participant.organisation}
    return Quorum(meeting.quorum, len(delegations), meeting.quorum_of)


def meeting_time(now: datetime, time_zone: str) -> datetime:
    """What the clock on the wall of the meeting shows, as a time without zone.

    Where the zone of the meeting is not said or not known, it is the one of this computer.
    """
    try:
        zone = ZoneInfo(time_zone) if time_zone else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        zone = None
    aware = now if now.tzinfo else now.replace(tzinfo=UTC)
    return aware.astimezone(zone).replace(tzinfo=None)


def minute(at: datetime) -> str:
    """As a presence keeps it: 2026-11-10T09:31."""
    return at.replace(tzinfo=None).isoformat(timespec="minutes")


def is_open(sitting: Sitting, at: datetime) -> bool:
    """Whether people can come to a sitting yet; one without a day stands open."""
    if sitting.day is None:
        return True
    return at >= _moment(sitting.day, sitting.begins - DOORS_OPEN_MINUTES)


def current_sitting(sittings: Iterable[Sitting], at: datetime) -> Sitting | None:
    """The sitting people come to at that time: the one that sits, or else the last one whose doors have opened."""
    open_ones = sorted((sitting for sitting in sittings if is_open(sitting, at)), key=_ends)
    sits = [sitting for sitting in open_ones if _ends(sitting) > at]
    return sits[0] if sits else (open_ones[-1] if open_ones else None)


def _ends(sitting: Sitting) -> datetime:
    return _moment(sitting.day, sitting.ends) if sitting.day else datetime.min


def _moment(day: date, minutes: int) -> datetime:
    """So many minutes after midnight; what no calendar reaches is its end."""
    try:
        return datetime.combine(day, datetime.min.time()) + timedelta(minutes=minutes)
    except OverflowError:
        return datetime.max if minutes > 0 else datetime.min
