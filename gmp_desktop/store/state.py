"""What the record is, as a function of the set of log entries: neither order nor repetition matters."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from gmp_desktop.store.fields import decode, references_of
from gmp_desktop.store.log import EXISTS, LogEntry, Part, Replaced, parts
from gmp_desktop.store.sealed import reading
from gmp_desktop.store.tables import DEFAULTS, TABLES

Values = dict[str, Any]
Tables = dict[str, dict[UUID, Values]]


@dataclass(frozen=True, slots=True)
class RowState:
    """What the entries of one row say. ``live`` are the versions no other entry replaces, by field, best first;
    ``shown`` is what a row that is there shows, of a field that was deleted in between the newest."""

    present: bool
    live: dict[str, list[Part]]
    shown: dict[str, Part]


def row_state(entries: Iterable[LogEntry]) -> RowState:
    """A row is there if it says so, or if someone wrote into it whom its deletion had not seen."""
    ranked = sorted(entries, key=lambda entry: entry.rank, reverse=True)
    replaced = Replaced(ranked)
    live: dict[str, list[Part]] = defaultdict(list)
    for entry in ranked:
        if not replaced.whole(entry):
            for part in parts(entry):
                if part not in replaced:
                    live[part.field].append(part)
    present = any(field != EXISTS for field in live) or any(
        part.said is True for part in live.get(EXISTS, ())
    )
    shown = {field: versions[0] for field, versions in live.items()}
    for entry in ranked if present else ():
        for part in parts(entry):
            shown.setdefault(part.field, part)
    return RowState(present, dict(live), shown)


def values(table: str, state: RowState, texts: Mapping[str, str]) -> Values | None:
    """The columns of a row before its references are looked at; None if it is not there.

    ``texts`` are those behind fingerprints.
    """
    if not state.present:
        return None
    shown = state.shown
    return {
        column: decode(table, column, reading(shown[column], texts)) if column in shown else default
        for column, default in DEFAULTS[table].items()
    }


def tables(rows: Mapping[tuple[str, UUID], RowState], texts: Mapping[str, str]) -> Tables:
    """The whole record: rows whose required parent is missing are hidden, other references to nothing are empty."""
    found: Tables = {name: {} for name in TABLES}
    for (name, row), state in rows.items():
        if name in TABLES and (content := values(name, state, texts)) is not None:
            found[name][row] = content
    for name in TABLES:
        _drop_orphans(found, name)
    for name in TABLES:
        _empty_references(found, name)
    return found


def _drop_orphans(found: Tables, name: str) -> None:
    for reference in references_of(name):
        if reference.required:
            parents = found[reference.target]
            found[name] = {
                row: kept for row, kept in found[name].items() if kept[reference.column] in parents
            }


def _empty_references(found: Tables, name: str) -> None:
    for reference in references_of(name):
        for content in found[name].values():
            if content[reference.column] not in found[reference.target]:
                content[reference.column] = None
