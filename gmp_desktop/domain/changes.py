"""The news after a step: which rows others should read again."""

from dataclasses import dataclass, field
from uuid import UUID

from gmp_desktop.domain.ops import Op


@dataclass(frozen=True, slots=True)
class Changes:
    """What one step touched, as pairs of table name and row id."""

    op: Op
    rows: frozenset[tuple[str, UUID]]
    _tables: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Every page asks for them, and an import has forty thousand rows."""
        object.__setattr__(self, "_tables", frozenset(table for table, _ in self.rows))

    def touch(self, *tables: str) -> bool:
        return not self._tables.isdisjoint(tables)

    def ids(self, table: str) -> frozenset[UUID]:
        return frozenset(row for name, row in self.rows if name == table)


Seen = tuple[str, ...]
"""Ids of the change-log entries that were on the person's screen: an edit replaces exactly these."""


@dataclass(frozen=True, slots=True)
class OpenText:
    """A text as it was put into an editor, with the versions it stands for."""

    text: str
    seen: Seen
