"""From preparing a meeting to issuing its report, and back with a reason."""

from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from gmp_desktop.domain.errors import Refused
from gmp_desktop.domain.meeting import AgendaStage, State, StateChange
from gmp_desktop.services import provisional
from gmp_desktop.store.tables import MeetingRow, StateChangeRow

LONGEST_REASON = 1_000
_ORDER = tuple(State)


def change(session: Session, row: MeetingRow, state: State, reason: str, now: datetime) -> None:
    """Going back needs a reason. A meeting that goes into session keeps its provisional agenda as it was then."""
    before, reason = _state(row.state), reason.strip()
    if state is before:
        return
    if goes_back(before, state) and not reason:
        raise Refused(
            f"Going back from {before.value} to {state.value} needs a reason. Nothing was changed; "
            "say in a few words why."
        )
    if len(reason) > LONGEST_REASON:
        raise Refused(f"A reason has at most {LONGEST_REASON:,} characters. Nothing was changed; shorten it.")
    if before is State.PREPARING and row.agenda_stage == AgendaStage.PROVISIONAL.value:
        provisional.freeze_if_needed(session, row.id)
    row.state = state.value
    at = now.astimezone(UTC).isoformat(timespec="seconds")
    session.add(
        StateChangeRow(meeting_id=row.id, before=before.value, after=state.value, reason=reason, at=at)
    )


def goes_back(before: State, after: State) -> bool:
    return _ORDER.index(after) < _ORDER.index(before)


def changes_of(session: Session, meeting_id: UUID) -> list[StateChange]:
    """The oldest first."""
    rows = select(StateChangeRow).where(StateChangeRow.meeting_id == meeting_id)
    in_order = rows.order_by(StateChangeRow.at, StateChangeRow.id)
    return [
        StateChange(row.id, _state(row.before), _state(row.after), row.reason, row.at)
        for row in session.scalars(in_order)
    ]


def _state(text: str) -> State:
    """One that only a newer program knows reads as the first."""
    return State(text) if text in set(State) else State.PREPARING
