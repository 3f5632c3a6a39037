"""Whole meetings as files: written without loss, read as hostile input, taken all or nothing."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from enum import Enum
from pathlib import Path
from typing import Any, NoReturn
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from gmp_desktop.domain.blocks import Table
from gmp_desktop.domain.errors import NotFound, Refused
from gmp_desktop.domain.limits import MOST_CELLS, MOST_PARTS, MOST_ROWS
from gmp_desktop.domain.meeting import Meeting
from gmp_desktop.domain.ops import Op
from gmp_desktop.services import agenda, bundle_rows, bundle_rules, papers
from gmp_desktop.services.bundle import Bundle, build, dump, renewed_tree
from gmp_desktop.services.files import fault
from gmp_desktop.services.meetings import find
from gmp_desktop.services.report import with_drafts
from gmp_desktop.store.blocks import meeting_of
from gmp_desktop.store.order import sequence
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import TABLES, MeetingRow

MAX_BYTES = 64 * 1024 * 1024
MAX_VALUES = 1_500_000
"""More than a bundle can hold that keeps to the limits."""

_AT_ONCE = 500
_LONGEST_NUMBER = 10
_HALF = re.compile(rb"\\u[dD][89a-fA-F]")


class Bundles:
    def __init__(self, store: Store) -> None:
        self._store = store

    def write(self, meeting_code: str) -> bytes:
        """The meeting as it is to be read now, with the texts being typed; it can always be taken again."""
        data = self._written(meeting_code)
        try:
            _read(data)
        except _Unfit as unfit:
            raise Refused(
                f"The meeting {meeting_code} cannot be written as a bundle: {unfit}. Nothing was written."
            ) from unfit
        return data

    def _written(self, meeting_code: str) -> bytes:
        with self._store.read() as session:
            row = find(session, meeting_code)
            if row is None:
                raise NotFound(f"There is no meeting {meeting_code}.")
            bundle = _load(session, row)
        typed = tuple(
            replace(paper, document=with_drafts(paper.document, self._store)) for paper in bundle.papers
        )
        return dump(replace(bundle, papers=typed))

    def take(self, data: bytes) -> str:
        """Add the meeting of a bundle; gives its code. A meeting that is here word for word is left as it is."""
        return self.add(read(data))

    def add(self, bundle: Bundle, op: Op = Op.IMPORT, also: Callable[[Session], None] | None = None) -> str:
        """One undo step, with what ``also`` adds. A meeting that is here word for word is left as it is."""
        code = bundle.meeting.code
        if self.holds(bundle):
            return code
        with self._store.write(op, about=code) as session:
            _refuse_taken(session, bundle)
            _place(session, bundle)
            if also is not None:
                also(session)
        return code

    def holds(self, bundle: Bundle) -> bool:
        """Whether the very same meeting is here already; another state of it is refused."""
        with self._store.read() as session:
            row = session.get(MeetingRow, bundle.meeting.id)
        if row is None:
            return False
        if self._written(row.code) != dump(bundle):
            raise Refused(
                f"The meeting {row.code} is already here and differs from the bundle. Nothing was changed; "
                "remove it first to take the bundle in its place."
            )
        return True


class _Unfit(Exception):
    """Why something is not a bundle, as the rest of a sentence."""


def read(data: bytes) -> Bundle:
    """The bundle a file holds, checked against the schema and in itself."""
    try:
        return _read(data)
    except _Unfit as unfit:
        raise Refused(f"The file is not a bundle that can be taken: {unfit}. Nothing was changed.") from unfit


def _read(data: bytes) -> Bundle:
    if len(data) > MAX_BYTES:
        raise _Unfit(f"it is larger than {MAX_BYTES // 1024 // 1024} MB")
    tree = _tree(data)
    tree = renewed_tree(tree)
    try:
        bundle_rules.check(tree)
    except bundle_rules.Broken as broken:
        raise _Unfit(
            f"it breaks the rule “{broken.rule}” of its schema at “{broken.where[:200] or '/'}”"
        ) from broken
    _check_size(tree)
    try:
        bundle = build(tree)
    except ValueError as error:
        raise _Unfit(str(error)) from error
    _check(bundle)
    return bundle


def read_file(path: Path) -> Bundle:
    """The bundle in a file."""
    if not path.exists():
        raise NotFound(f"There is no file “{path}”.")
    try:
        with path.open("rb") as file:
            return read(file.read(MAX_BYTES + 1))
    except OSError as error:
        raise fault(f"“{path.name}” was not read", error) from error


def _tree(data: bytes) -> Any:
    escapes = data.replace(b"\\\\", b"")
    _check_values(escapes)
    objects = 0

    def made(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal objects
        objects += 1
        if objects > 3 * MOST_PARTS + MOST_ROWS:
            raise _Unfit("it has too many parts")
        made = dict(pairs)
        if len(made) != len(pairs):
            raise _Unfit("it says the same thing twice")
        return made

    try:
        tree = json.loads(
            data.decode("utf-8-sig"),
            parse_constant=_no_number,
            parse_float=_no_fraction,
            parse_int=_whole,
            object_pairs_hook=made,
        )
        if _HALF.search(escapes):
            json.dumps(tree, ensure_ascii=False).encode()
    except UnicodeDecodeError as error:
        raise _Unfit("it is not UTF-8 text") from error
    except UnicodeEncodeError as error:
        raise _Unfit("it holds characters that are none") from error
    except RecursionError as error:
        raise _Unfit("it is nested too deeply") from error
    except json.JSONDecodeError as error:
        raise _Unfit(f"it is not JSON: line {error.lineno} cannot be read") from error
    if b"\\u0000" in escapes:
        raise _Unfit("it holds characters that are none")
    return tree


def _check_values(escapes: bytes) -> None:
    """Refuse before parsing what would take its time; signs within texts do not count."""
    bare = escapes.replace(b'\\"', b"")
    if bare.count(b'"') <= 2 * MAX_VALUES:
        outside = b"".join(bare.split(b'"')[::2])
        if sum(outside.count(sign) for sign in (b",", b"[", b"{")) <= MAX_VALUES:
            return
    raise _Unfit("it has too many parts")


def _no_number(_: str) -> NoReturn:
    raise _Unfit("it holds a number that is none")


def _no_fraction(_: str) -> NoReturn:
    raise _Unfit("it holds a fraction where a whole number belongs")


def _whole(digits: str) -> int:
    if len(digits) > _LONGEST_NUMBER:
        raise _Unfit("it holds a number that is too large")
    return int(digits)


def _check_size(tree: Any) -> None:
    papers = tree["documents"]
    parts = len(tree["agenda"]) + sum(1 + len(paper["blocks"]) + len(paper["set_aside"]) for paper in papers)
    if parts > MOST_PARTS:
        raise _Unfit(f"it has more than {MOST_PARTS:,} parts")
    if sum(map(len, tree["rows"].values())) > MOST_ROWS:
        raise _Unfit(f"it has more than {MOST_ROWS:,} people, sittings and the like")
    tables = (block["rows"] for paper in papers for block in paper["blocks"] if block["kind"] == "table")
    if sum(len(row) or 1 for rows in tables for row in rows) > MOST_CELLS:
        raise _Unfit(f"its tables have more than {MOST_CELLS:,} cells")


def _check(bundle: Bundle) -> None:
    ids = list(_ids(bundle))
    if len(ids) != len(set(ids)):
        raise _Unfit("two things in it have the same id")
    items = {item.id for item in bundle.agenda}
    for paper in bundle.papers:
        if not items.issuperset(paper.under.values()):
            raise _Unfit("a block in it stands under an agenda item that is not there")
        for block in paper.document.blocks:
            if isinstance(block, Table) and not _is_even(block):
                raise _Unfit("a table in it has rows of different lengths")
    _check_references(bundle, items)
    code = bundle.meeting.code
    if not code or code != code.strip() or not code.isprintable():
        raise _Unfit("its meeting has no proper code")


def _check_references(bundle: Bundle, items: set[UUID]) -> None:
    there: dict[str, set[UUID]] = {kind: set() for kind in bundle_rows.KINDS} | {
        "meeting": {bundle.meeting.id},
        "agenda_item": items,
        "document": {paper.document.id for paper in bundle.papers},
    }
    for row in bundle.rows:
        there[row.kind].add(row.id)
    if not there["sitting"].issuperset({item.sitting_id for item in bundle.agenda} - {None}):
        raise _Unfit("an agenda item in it is put into a sitting that is not there")
    for row in bundle.rows:
        for column, id in bundle_rows.references(row):
            if id not in there[column.removesuffix("_id")]:
                raise _Unfit(f"a {row.kind.replace('_', ' ')} in it refers to something that is not there")


def _is_even(table: Table) -> bool:
    return len({len(row) for row in table.rows}) <= 1 and table.header_rows <= len(table.rows)


def _ids(bundle: Bundle) -> Iterator[UUID]:
    yield bundle.meeting.id
    yield from (item.id for item in bundle.agenda)
    yield from (row.id for row in bundle.rows)
    for paper in bundle.papers:
        yield paper.document.id
        yield from (block.id for block in paper.document.blocks)
        yield from (entry.id for entry in paper.set_aside)


def _refuse_taken(session: Session, bundle: Bundle) -> None:
    code = bundle.meeting.code
    if find(session, code):
        raise Refused(
            f"Another meeting is called {code} here. Nothing was changed; give that one another code first."
        )
    shared = {row.id for row in bundle.rows if row.kind in bundle_rows.SHARED}
    if any(_present(session, [id for id in _ids(bundle) if id not in shared])):
        raise Refused("Parts of the bundle are already here in another meeting. Nothing was changed.")


def _present(session: Session, ids: list[UUID]) -> Iterable[bool]:
    for row in TABLES.values():
        for start in range(0, len(ids), _AT_ONCE):
            yield (
                session.scalar(select(row.id).where(row.id.in_(ids[start : start + _AT_ONCE])).limit(1))
                is not None
            )


def _load(session: Session, row: MeetingRow) -> Bundle:
    register = papers.of_meeting(session, row.id)
    return Bundle(
        meeting_of(row),
        agenda.load(session, row.id),
        tuple(papers.load(paper) for paper in register),
        bundle_rows.load(session, row.id),
    )


def _place(session: Session, bundle: Bundle) -> None:
    meeting = bundle.meeting
    session.add(MeetingRow(**_values(meeting)))
    agenda.place(session, meeting.id, bundle.agenda)
    for key, paper in zip(sequence(len(bundle.papers)), bundle.papers, strict=True):
        papers.place(session, paper, meeting.id, key)
    bundle_rows.place(session, bundle.rows)


def _values(meeting: Meeting) -> dict[str, Any]:
    values = {name: getattr(meeting, name) for name in meeting.__dataclass_fields__}
    return {name: value.value if isinstance(value, Enum) else value for name, value in values.items()}
