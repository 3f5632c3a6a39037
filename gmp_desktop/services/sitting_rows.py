"""Sittings between their rows and their values."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from gmp_desktop.domain.meeting import Sitting
from gmp_desktop.domain.timetable import in_order
from gmp_desktop.store.tables import SittingRow


def load(session: Session, meeting_id: UUID) -> list[Sitting]:
    rows = session.scalars(select(SittingRow).where(SittingRow.meeting_id == meeting_id))
    return in_order(sitting_of(row) for row in rows)


def sitting_of(row: SittingRow) -> Sitting:
    return Sitting(row.id, row.day, row.begins, row.ends, row.title)
