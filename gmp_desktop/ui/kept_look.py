"""The first window out of what was kept when the last one was closed: words alone, no record and no values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, cast

from PySide6.QtCore import QCoreApplication

from gmp_desktop.store import first_look
from gmp_desktop.ui.report.row import Row

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

FORM = "1"
"""Another one whenever the lines mean something else."""
NOTE, CELL = "\x1d", "\x1c"


class EarlyId(int):
    """Equal to the UUID of the same number, so that rows stay where they are once the record brings it."""

    def __eq__(self, other: object) -> bool:
        return int.__eq__(self, cast("Any", getattr(other, "int", other))) is True

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = int.__hash__


class KeptLook(NamedTuple):
    code: str
    facts: str
    state: str
    symbol: str
    rows: tuple[Row, ...]


def kept_look(database: Path, room: int) -> KeptLook | None:
    """What to show of a report in a window with room for so many of its blocks; None where the record has to tell."""
    lines = first_look.kept(database, _form())
    try:
        (code, facts, state, symbol, whole), *rest = lines or [
            []
        ]  # ``whole``: whether these are all rows there are, anything or nothing
        rows = tuple(_row(*line) for line in rest[: room + 1])
    except (TypeError, ValueError):
        return None
    return KeptLook(code, facts, state, symbol, rows) if whole or len(rows) > room else None


def keep_look(database: Path, room: int) -> None:
    """For the next start, of the record as it is on the disk."""
    first_look.keep(database, _form(), lambda: _lines(database, room))


def _form() -> str:
    """What is kept is worded in one language: a word of the rows tells of it."""
    return f"{FORM} {QCoreApplication.translate('report', 'Front page')}"


def _row(
    id: str,
    text: str,
    label: str,
    notes: str,
    quiet: str,
    kind: str,
    margin: str,
    called: str,
    cells: str,
    header_rows: str,
) -> Row:
    if kind.startswith("item "):
        int(kind[5:])
    pairs = notes.split(NOTE) if notes else []
    known = tuple(zip(pairs[::2], pairs[1::2], strict=True))
    table = tuple(tuple(row.split(NOTE)) for row in cells.split(CELL)) if cells else ()
    number = cast("UUID", EarlyId(id, 16))
    return Row(number, None, text, label, known, quiet, kind, margin, called, table, int(header_rows))


def _lines(database: Path, room: int) -> list[list[str]]:
    from gmp_desktop.store.glance import glance
    from gmp_desktop.ui.report.rows import rows_of, symbol_of
    from gmp_desktop.ui.wording import when_and_where

    seen = glance(database, room)
    if seen is None or seen.meeting is None or seen.document is None:
        return []
    meeting = seen.meeting
    head = [meeting.code, when_and_where(meeting), meeting.state.value, symbol_of(seen.document)]
    return [[*head, "whole" if seen.complete else ""], *map(_line, rows_of(seen.document))]


def _line(row: Row) -> list[str]:
    from gmp_desktop.ui.report.rows import called

    notes = _joined(NOTE, (word for pair in row.notes for word in pair))
    cells = _joined(CELL, (_joined(NOTE, cells) for cells in row.cells))
    said = called(row)
    return [
        row.id.hex,
        row.text,
        row.label,
        notes,
        row.quiet,
        row.kind,
        row.margin,
        said,
        cells,
        str(row.header_rows),
    ]


def _joined(sign: str, words: Any) -> str:
    words = list(words)
    if any(sign in word for word in words):
        raise ValueError("a sign that parts words is in one of them")
    return sign.join(words)
