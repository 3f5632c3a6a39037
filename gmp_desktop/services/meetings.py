"""Meetings, their agendas and their registers of documents."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from gmp_desktop.domain.errors import NotFound, Refused
from gmp_desktop.domain.limits import HIGHEST_ORDINAL, LONGEST_TAG
from gmp_desktop.domain.meeting import AgendaItem, Meeting, MeetingDocument, State
from gmp_desktop.domain.ops import Op
from gmp_desktop.services import agenda, papers
from gmp_desktop.store.blocks import meeting_of
from gmp_desktop.store.keys import new_key
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import DocumentRow, MeetingRow

MAX_CODE = 100

_FIELDS = {"code", "title", "body", "ordinal", "starts_on", "ends_on", "venue", "place", "language"}


class Meetings:
    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> list[Meeting]:
        """The newest first."""
        with self._store.read() as session:
            return newest_first(meeting_of(row) for row in session.scalars(select(MeetingRow)))

    def get(self, meeting_id: UUID) -> Meeting:
        with self._store.read() as session:
            return meeting_of(row_of(session, meeting_id))

    def by_code(self, code: str) -> Meeting:
        """The meeting people call so, whatever its capitals."""
        with self._store.read() as session:
            found = find(session, code)
            if found is None:
                raise NotFound(
                    f"There is no meeting {code.strip()}. The command “meetings” lists those there are."
                )
            return meeting_of(found)

    def add(self, code: str = "", *, id: UUID | None = None, **fields: Any) -> UUID:
        """A new meeting; without a code it is called by its body and number (PAG-8)."""
        body, ordinal = fields.get("body", "PAG"), fields.get("ordinal")
        code = code.strip() or (f"{body}-{ordinal}" if ordinal is not None else "")
        with self._store.write(Op.ADD_MEETING, about=code) as session:
            row = MeetingRow(id=id or new_key(), code=free_code(session, code), **_known(fields))
            session.add(row)
            return row.id

    def edit(self, meeting_id: UUID, **fields: Any) -> None:
        with self._store.write(Op.EDIT_MEETING, about=self.get(meeting_id).code) as session:
            row = row_of(session, meeting_id)
            if fields.get("code", row.code) != row.code:
                fields["code"] = free_code(session, fields["code"], besides=row)
            for name, value in _known(fields).items():
                setattr(row, name, value)

    def set_state(self, meeting_id: UUID, state: State) -> None:
        with self._store.write(Op.SET_STATE, about=self.get(meeting_id).code) as session:
            row_of(session, meeting_id).state = state.value

    def agenda(self, meeting_id: UUID) -> list[AgendaItem]:
        with self._store.read() as session:
            return list(agenda.load(session, meeting_id))

    def documents(self, meeting_id: UUID) -> list[MeetingDocument]:
        """The register, in its order."""
        with self._store.read() as session:
            return [_entry(row) for row in papers.of_meeting(session, meeting_id)]

    def remove(self, meeting_id: UUID) -> None:
        """The meeting with its agenda and its documents; undo brings all of it back."""
        with self._store.write(Op.REMOVE_MEETING, about=self.get(meeting_id).code) as session:
            for row in papers.of_meeting(session, meeting_id):
                session.delete(row)
            session.delete(row_of(session, meeting_id))


def newest_first(meetings: Iterable[Meeting]) -> list[Meeting]:
    """By first day; those without one stand last, as in the first window."""
    return sorted(meetings, key=_age)


def row_of(session: Session, meeting_id: UUID) -> MeetingRow:
    row = session.get(MeetingRow, meeting_id)
    if row is None:
        raise NotFound("This meeting is not there any more. Undo may bring it back.")
    return row


def find(session: Session, code: str) -> MeetingRow | None:
    wanted = code.strip().casefold()
    rows = session.scalars(select(MeetingRow).order_by(MeetingRow.id))
    return next((row for row in rows if row.code.casefold() == wanted), None)


def free_code(session: Session, code: str, besides: MeetingRow | None = None) -> str:
    """The code without spaces around it, if it can be the name of a new meeting, or of the one ``besides`` is."""
    code = code.strip()
    if not code or not code.isprintable() or len(code) > MAX_CODE:
        raise Refused(f"A meeting needs a code of 1 to {MAX_CODE} characters, as PAG-8. Nothing was changed.")
    if find(session, code) not in (None, besides):
        raise Refused(f"There is a meeting {code} already. Nothing was changed; choose another code.")
    return code


def _known(fields: dict[str, Any]) -> dict[str, Any]:
    unknown = fields.keys() - _FIELDS
    if unknown:
        raise TypeError(f"a meeting has no {', '.join(sorted(unknown))}")
    if len(fields.get("language", "")) > LONGEST_TAG:
        raise Refused(
            f"A language is named by a tag of at most {LONGEST_TAG} characters, as en. Nothing was changed."
        )
    if not 0 <= (fields.get("ordinal") or 0) <= HIGHEST_ORDINAL:
        raise Refused(
            f"The number of a meeting is between 0 and {HIGHEST_ORDINAL:,}. Nothing was changed; "
            "leave it out where there is none."
        )
    return fields


def _age(meeting: Meeting) -> tuple[bool, int, int]:
    day = meeting.starts_on.toordinal() if meeting.starts_on else 0
    return meeting.starts_on is None, -day, -meeting.id.int


def _entry(row: DocumentRow) -> MeetingDocument:
    return MeetingDocument(
        row.id, row.symbol, row.title, row.kind, row.printed_symbol, row.cited, row.code, row.meeting_id
    )
