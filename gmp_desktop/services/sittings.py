"""The sittings of a meeting: on which day, from when until when."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from gmp_desktop.domain.errors import NotFound, Refused
from gmp_desktop.domain.meeting import Sitting
from gmp_desktop.domain.ops import Op
from gmp_desktop.services.meetings import row_of
from gmp_desktop.services.sitting_rows import load
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import SittingRow

DAY_END = 24 * 60
MOST_SITTINGS = 500
LONGEST_TITLE = 200
_HOURS = frozenset({"day", "begins", "ends"})
_FIELDS = _HOURS | {"title"}


class Sittings:
    def __init__(self, store: Store) -> None:
        self._store = store

    def of_meeting(self, meeting_id: UUID) -> list[Sitting]:
        """In the order they are held."""
        with self._store.read() as session:
            return load(session, meeting_id)

    def add(
        self, meeting_id: UUID, day: date | None = None, begins: int = 600, ends: int = 780, title: str = ""
    ) -> UUID:
        """``begins`` and ``ends`` are minutes after midnight of the meeting's own time."""
        with self._store.write(Op.ADD_SITTING, about=_named(day, begins)) as session:
            row_of(session, meeting_id)
            row = SittingRow(meeting_id=meeting_id, day=day, begins=begins, ends=ends, title=title.strip())
            _refuse(session, row)
            session.add(row)
            return row.id

    def edit(self, sitting_id: UUID, **fields: Any) -> None:
        if unknown := fields.keys() - _FIELDS:
            raise TypeError(f"a sitting has no {', '.join(sorted(unknown))}")
        with self._store.write(
            Op.EDIT_SITTING, about=self._name(sitting_id), fold=f"{sitting_id}/sitting"
        ) as session:
            row = sitting_row(session, sitting_id)
            for name, value in fields.items():
                setattr(row, name, value)
            with session.no_autoflush:
                _refuse(session, row, moved=not fields.keys().isdisjoint(_HOURS))

    def remove(self, sitting_id: UUID) -> None:
        """Items that were put into it follow the others again; who was present is gone with it."""
        with self._store.write(Op.REMOVE_SITTING, about=self._name(sitting_id)) as session:
            session.delete(sitting_row(session, sitting_id))

    def _name(self, sitting_id: UUID) -> str:
        with self._store.read() as session:
            row = sitting_row(session, sitting_id)
            return _named(row.day, row.begins)


def sitting_row(session: Session, sitting_id: UUID) -> SittingRow:
    row = session.get(SittingRow, sitting_id)
    if row is None:
        raise NotFound("This sitting is not there any more. Undo may bring it back.")
    return row


def clock(minutes: int) -> str:
    """9:30, as a sitting is spoken of."""
    return f"{minutes // 60}:{minutes % 60:02}"


def _named(day: date | None, begins: int) -> str:
    when = f"{day.day} {day:%B}, " if day else ""
    return f"the sitting of {when}{clock(begins)}"


def _refuse(session: Session, row: SittingRow, *, moved: bool = True) -> None:
    """Two devices may have put two sittings at one time: they can still be named, and moved apart."""
    if not 0 <= row.begins < row.ends <= DAY_END:
        raise Refused(
            f"A sitting ends after it begins, on the same day; {clock(row.begins)} to {clock(row.ends)} does not. "
            "Nothing was changed."
        )
    if len(row.title) > LONGEST_TITLE:
        raise Refused(f"A sitting is named in at most {LONGEST_TITLE} characters. Nothing was changed.")
    others = [sitting for sitting in load(session, row.meeting_id) if sitting.id != row.id]
    if len(others) >= MOST_SITTINGS:
        raise Refused(f"A meeting has at most {MOST_SITTINGS} sittings. Nothing was changed.")
    for other in others if moved else ():
        if row.day and other.day == row.day and row.begins < other.ends and other.begins < row.ends:
            raise Refused(
                f"{clock(row.begins)} to {clock(row.ends)} overlaps the sitting from {clock(other.begins)} to "
                f"{clock(other.ends)} of that day. Nothing was changed; choose other hours."
            )
