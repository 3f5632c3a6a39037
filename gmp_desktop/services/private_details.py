"""Rows of private details. Two devices may each have begun one for a person: the oldest counts, wherever it is read."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from gmp_desktop.domain.participants import PrivateDetails
from gmp_desktop.services.participant_rows import private_of
from gmp_desktop.store.tables import ParticipantRow, PrivateDetailRow

_TEXTS = ("email", "phone", "address", "dietary", "access")
_CONTACT = ("email", "phone", "address")


def rows_of(session: Session, person_id: UUID) -> list[PrivateDetailRow]:
    """The one that counts first."""
    told = select(PrivateDetailRow).where(PrivateDetailRow.person_id == person_id)
    return list(session.scalars(told.order_by(PrivateDetailRow.id)))


def of_meeting(session: Session, meeting_id: UUID) -> dict[UUID, PrivateDetails]:
    """By the person; of everybody who takes part."""
    told = (
        select(PrivateDetailRow)
        .join(ParticipantRow, ParticipantRow.person_id == PrivateDetailRow.person_id)
        .where(ParticipantRow.meeting_id == meeting_id)
        .order_by(PrivateDetailRow.id.desc())
    )
    return {row.person_id: private_of(row) for row in session.scalars(told)}


def join(session: Session, kept: UUID, other: UUID) -> None:
    """What is private of the other one is the kept one's, who says the last word where both say something.

    Every row goes over, those that say nothing any more too: erasing finds the texts that ever stood in them. How to
    reach somebody may be printed only if it might be of everybody it was known of.
    """
    rows = [*rows_of(session, kept), *rows_of(session, other)]
    if not rows:
        return
    said = {name: next((text for row in rows if (text := getattr(row, name))), "") for name in _TEXTS}
    reached = [row for row in rows if any(getattr(row, name) for name in _CONTACT)]
    counts = min(rows, key=lambda row: row.id)
    for row in rows:
        row.person_id = kept
        for name in _TEXTS:
            setattr(row, name, said[name] if row is counts else "")
    printable = all(row.printable for row in reached or rows)
    for row in rows:
        row.printable = printable and row is counts
