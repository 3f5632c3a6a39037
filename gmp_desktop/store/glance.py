"""The last meeting for the first painted window: plain SQL on a file opened read-only, before the ORM is loaded."""

from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import sqlcipher3.dbapi2

from gmp_desktop.domain.blocks import Block, Document
from gmp_desktop.domain.meeting import AgendaItem, Meeting
from gmp_desktop.domain.values import value
from gmp_desktop.store.blocks import agenda_of, document_of, meeting_of
from gmp_desktop.store.files import read_only
from gmp_desktop.store.schema import HEAD, LAST_MEETING

_STEPS = 20_000_000
"""Work one look may cost; a crafted file must not hold up the window."""


@value
class Glance:
    """What the first window shows; ``document`` is the meeting's report, perhaps only its beginning."""

    meetings: tuple[Meeting, ...]
    meeting: Meeting | None = None
    agenda: tuple[AgendaItem, ...] = ()
    document: Document | None = None
    complete: bool = True


def glance(path: Path, limit: int | None = None) -> Glance | None:
    """A look at the record with at most ``limit`` blocks; None where it has to be opened the long way."""
    if not path.exists():
        return None
    try:
        with closing(read_only(path)) as database:
            database.set_progress_handler(lambda: 1, _STEPS)
            database.row_factory = _named
            return _look(database, limit)
    except (sqlcipher3.dbapi2.Error, ValueError):
        return None


_MEETINGS = """
    SELECT * FROM meeting ORDER BY starts_on IS NULL, starts_on DESC, id DESC
"""
_REPORT = """
    SELECT * FROM document WHERE meeting_id = ? AND kind = 'report' AND NOT cited ORDER BY order_key, id LIMIT 1
"""
_BLOCKS = "SELECT * FROM block WHERE document_id = ? ORDER BY order_key, id LIMIT ?"
_AGENDA = "SELECT * FROM agenda_item WHERE meeting_id = ? ORDER BY order_key, id"


def _look(database: Any, limit: int | None) -> Glance | None:
    database.execute("BEGIN")
    version = _one(database, "SELECT version_num FROM alembic_version")
    if version is None or version.version_num != HEAD:
        return None
    meetings = tuple(map(meeting_of, database.execute(_MEETINGS)))
    if not meetings:
        return Glance(())
    last = _one(database, "SELECT value FROM setting WHERE name = ?", LAST_MEETING)
    meeting = next((one for one in meetings if last and str(one.id) == last.value), meetings[0])
    agenda = agenda_of(database.execute(_AGENDA, (meeting.id.hex,)).fetchall())
    report = _one(database, _REPORT, meeting.id.hex)
    document = _document(database, report, limit) if report else None
    complete = document is None or limit is None or len(document.blocks) < limit
    return Glance(meetings, meeting, agenda, document, complete)


def _document(database: Any, report: Any, limit: int | None) -> Document:
    blocks = database.execute(_BLOCKS, (report.id.hex, -1 if limit is None else limit))
    document = document_of(report, blocks.fetchall())
    typed = {
        one.row: one.text for one in database.execute("SELECT row, text FROM draft WHERE field = 'text'")
    }
    return replace(document, blocks=_with_drafts(document.blocks, typed)) if typed else document


def _with_drafts(blocks: Iterable[Block], typed: dict[UUID, str]) -> tuple[Block, ...]:
    return tuple(replace(block, text=typed.get(block.id, block.text)) for block in blocks)


def _one(database: Any, query: str, *values: str) -> Any:
    return database.execute(query, values).fetchone()


def _named(cursor: Any, row: tuple[Any, ...]) -> SimpleNamespace:
    """A row with the values an ORM row has."""
    named = {column[0]: value for column, value in zip(cursor.description, row, strict=True)}
    return SimpleNamespace(**{name: _value(name, value) for name, value in named.items()})


_READ: dict[str, Any] = {
    **dict.fromkeys(
        ("id", "row", "meeting_id", "parent_id", "document_id", "agenda_item_id", "sitting_id"), UUID
    ),
    **dict.fromkeys(("starts_on", "ends_on"), date.fromisoformat),
    **dict.fromkeys(("numbered", "has_masthead", "draft", "cited", "archived"), bool),
    "languages": lambda value: tuple(_json(value)),
    "corner": lambda value: tuple(_json(value)),
    "rows": lambda value: tuple(tuple(row) for row in _json(value)),
}


def _json(value: str) -> Any:
    """A list of plain words needs no library, which is as slow to load as the record is to read."""
    if value == "[]":
        return []
    if value.startswith('["') and "[" not in value[1:] and "\\" not in value:
        return value[2:-2].split('","')
    import json

    return json.loads(value)


def _value(name: str, value: Any) -> Any:
    return _READ[name](value) if value is not None and name in _READ else value
