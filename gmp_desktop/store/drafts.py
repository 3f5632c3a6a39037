"""Text being typed: durable with every pause, on this device alone, not yet a change of the record."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, Executable, bindparam, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from gmp_desktop.domain.changes import OpenText, Seen
from gmp_desktop.domain.tidy import tidy
from gmp_desktop.store.local import draft


@dataclass(frozen=True, slots=True)
class Draft:
    """``at`` is when it was last kept."""

    row: UUID
    field: str
    text: str
    seen: Seen
    at: datetime


def _keep(insert: sqlite.Insert | postgresql.Insert) -> Executable:
    values = {name: insert.excluded[name] for name in ("text", "seen", "at")}
    return insert.on_conflict_do_update(index_elements=[draft.c.row, draft.c.field], set_=values)


_KEEP = {"sqlite": _keep(sqlite.insert(draft)), "postgresql": _keep(postgresql.insert(draft))}
_THIS = (draft.c.row == bindparam("of_row")) & (draft.c.field == bindparam("of_field"))
_DROP = delete(draft).where(_THIS)
_FIND = select(draft).where(_THIS)


def keep(connection: Connection, row: UUID, field: str, text: OpenText, at: datetime) -> None:
    values = {
        "row": row,
        "field": field,
        "text": tidy(text.text),
        "seen": " ".join(text.seen),
        "at": at.isoformat(),
    }
    connection.execute(_KEEP[connection.dialect.name], values)


def drop(connection: Connection, row: UUID, field: str) -> None:
    connection.execute(_DROP, {"of_row": row, "of_field": field})


def find(connection: Connection, row: UUID, field: str) -> OpenText | None:
    found = connection.execute(_FIND, {"of_row": row, "of_field": field}).first()
    return OpenText(found.text, _seen(found.seen)) if found else None


def all_drafts(connection: Connection) -> list[Draft]:
    return [
        Draft(one.row, one.field, one.text, _seen(one.seen), datetime.fromisoformat(one.at))
        for one in connection.execute(select(draft).order_by(draft.c.at, draft.c.row, draft.c.field))
    ]


def _seen(ids: str) -> Seen:
    return tuple(ids.split())
