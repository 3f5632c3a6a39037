"""Meetings, their agendas and their registers of documents."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from gmp_desktop.domain.directory import Holder, Role, in_office
from gmp_desktop.domain.errors import NotFound, Refused
from gmp_desktop.domain.meeting import AgendaItem, Meeting, MeetingDocument, Sitting, State, StateChange
from gmp_desktop.domain.ops import Op
from gmp_desktop.services import agenda, papers, sitting_rows, states, succession, templates
from gmp_desktop.services.directory_cards import appointment_of
from gmp_desktop.services.meeting_facts import checked, refuse_days
from gmp_desktop.services.participant_rows import person_of
from gmp_desktop.store.blocks import meeting_of
from gmp_desktop.store.keys import new_key
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import AppointmentRow, DocumentRow, MeetingRow, OrganisationRow, PersonRow

MAX_CODE = 100


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Meetings:
    def __init__(self, store: Store, now: Callable[[], datetime] = _utc_now) -> None:
        self._store = store
        self._now = now

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
            return _add(session, {**fields, "code": code}, id).id

    def new_from(self, meeting_id: UUID, **facts: Any) -> UUID:
        """The next meeting of the same body; ``facts`` are those one knows of it already.

        Its sittings are on the days of the last one, counted from the first day, if that is known.
        """
        with self._store.read() as session:
            made = succession.next_facts(session, row_of(session, meeting_id), facts)
        with self._store.write(Op.ADD_MEETING, about=made["code"]) as session:
            row = _add(session, made)
            succession.copy_contents(session, row_of(session, meeting_id), row)
            return row.id

    def new_from_template(self, name: str, **facts: Any) -> UUID:
        """``name`` is the key of one of :func:`templates.templates`."""
        made = templates.facts_of(name, facts)
        with self._store.write(Op.ADD_MEETING, about=made["code"]) as session:
            row = _add(session, made)
            templates.fill(session, row, name)
            return row.id

    def templates(self) -> list[templates.Template]:
        return templates.templates()

    def duplicate(self, meeting_id: UUID) -> UUID:
        """The same meeting once more, being prepared, without its papers, its people and its provisional agenda."""
        with self._store.write(Op.ADD_MEETING, about=self.get(meeting_id).code) as session:
            last = row_of(session, meeting_id)
            fields = {name: getattr(last, name) for name in _COPIED}
            row = _add(session, {**fields, "code": _copied_code(session, last.code)})
            succession.copy_contents(session, last, row, everybody=True)
            return row.id

    def edit(self, meeting_id: UUID, **fields: Any) -> None:
        with self._store.write(Op.EDIT_MEETING, about=self.get(meeting_id).code) as session:
            row = row_of(session, meeting_id)
            if fields.get("code", row.code) != row.code:
                fields["code"] = free_code(session, fields["code"], besides=row)
            if "starts_on" in fields or "ends_on" in fields:
                refuse_days(fields.get("starts_on", row.starts_on), fields.get("ends_on", row.ends_on))
            for name, value in checked(fields).items():
                setattr(row, name, value)

    def set_state(self, meeting_id: UUID, state: State, reason: str = "") -> None:
        """Going back needs a reason; going into session keeps the provisional agenda as it is then."""
        with self._store.write(Op.SET_STATE, about=self.get(meeting_id).code) as session:
            states.change(session, row_of(session, meeting_id), state, reason, self._now())

    def state_changes(self, meeting_id: UUID) -> list[StateChange]:
        """The oldest first."""
        with self._store.read() as session:
            return states.changes_of(session, meeting_id)

    def archive(self, meeting_id: UUID) -> None:
        """Out of the lists one works with; nothing of it goes away."""
        self._set_archived(meeting_id, True)

    def unarchive(self, meeting_id: UUID) -> None:
        self._set_archived(meeting_id, False)

    def sittings(self, meeting_id: UUID) -> list[Sitting]:
        """In the order they are held."""
        with self._store.read() as session:
            return sitting_rows.load(session, meeting_id)

    def officers(self, meeting_id: UUID) -> list[Holder]:
        """Who holds an office of the body on the first day of the meeting; co-chairs first."""
        with self._store.read() as session:
            row = row_of(session, meeting_id)
            wanted = select(AppointmentRow).where(
                AppointmentRow.body == row.body, AppointmentRow.role != Role.AFFILIATION.value
            )
            held = [appointment_of(found) for found in session.scalars(wanted)]
            day = row.starts_on
            holders = [
                Holder(
                    person_of(session.get_one(PersonRow, one.person_id)),
                    one,
                    _name(session, one.organisation_id),
                )
                for one in held
                if (in_office(one, day) if day else one.ends_on is None)
            ]
        order = tuple(Role)
        return sorted(holders, key=lambda one: (order.index(one.appointment.role), one.appointment.id))

    def agenda(self, meeting_id: UUID) -> list[AgendaItem]:
        with self._store.read() as session:
            return list(agenda.load(session, meeting_id))

    def documents(self, meeting_id: UUID) -> list[MeetingDocument]:
        """The register, in its order."""
        with self._store.read() as session:
            return [_entry(row) for row in papers.of_meeting(session, meeting_id)]

    def _set_archived(self, meeting_id: UUID, archived: bool) -> None:
        with self._store.write(Op.ARCHIVE_MEETING, about=self.get(meeting_id).code) as session:
            row_of(session, meeting_id).archived = archived

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


_COPIED = (
    *("title", "body", "ordinal", "starts_on", "ends_on", "venue", "place", "language", "time_zone"),
    *("format", "host", "languages", "symbol_stem", "quorum", "quorum_of"),
)


def _add(session: Session, fields: dict[str, Any], id: UUID | None = None) -> MeetingRow:
    fields["code"] = free_code(session, fields["code"])
    refuse_days(fields.get("starts_on"), fields.get("ends_on"))
    row = MeetingRow(id=id or new_key(), **checked(fields))
    session.add(row)
    return row


def _copied_code(session: Session, code: str) -> str:
    """PAG-16 (2), or the next that is free."""
    number = 2
    while find(session, f"{code} ({number})") is not None:
        number += 1
    return f"{code} ({number})"


def _name(session: Session, organisation_id: UUID | None) -> str:
    row = session.get(OrganisationRow, organisation_id) if organisation_id else None
    return row.name if row else ""


def _age(meeting: Meeting) -> tuple[bool, int, int]:
    day = meeting.starts_on.toordinal() if meeting.starts_on else 0
    return meeting.starts_on is None, -day, -meeting.id.int


def _entry(row: DocumentRow) -> MeetingDocument:
    return MeetingDocument(
        row.id, row.symbol, row.title, row.kind, row.printed_symbol, row.cited, row.code, row.meeting_id
    )
