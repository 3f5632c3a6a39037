"""Statements compiled once for each kind of database and run by its driver: saving must not cost more than the disk."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Dialect, Executable, Uuid
from sqlalchemy.sql.expression import ClauseElement

from gmp_desktop.store.collecting import in_turns


class Prepared:
    """A Core statement with named parameters. Rows come as the driver gives them, failures as its own errors."""

    def __init__(self, statement: Executable) -> None:
        self._statement = statement
        self._compiled: dict[str, tuple[str, Callable[[Mapping[str, Any]], Any]]] = {}

    def run(self, connection: Connection, **values: Any) -> None:
        text, bind = self._for(connection.dialect)
        connection.connection.cursor().execute(text, bind(values))

    def many(self, connection: Connection, rows: Iterable[Mapping[str, Any]]) -> None:
        text, bind = self._for(connection.dialect)
        cursor: Any = connection.connection.cursor()
        cursor.executemany(text, map(bind, in_turns(rows)))

    def rows(self, connection: Connection, **values: Any) -> list[tuple[Any, ...]]:
        text, bind = self._for(connection.dialect)
        cursor = connection.connection.cursor()
        cursor.execute(text, bind(values))
        return list(cursor.fetchall())

    def _for(self, dialect: Dialect) -> tuple[str, Callable[[Mapping[str, Any]], Any]]:
        if dialect.name not in self._compiled:
            self._compiled[dialect.name] = _compile(self._statement, dialect)
        return self._compiled[dialect.name]


def _compile(statement: Executable, dialect: Dialect) -> tuple[str, Callable[[Mapping[str, Any]], Any]]:
    if not isinstance(statement, ClauseElement):
        raise TypeError("Only statements made of clauses can be compiled.")
    compiled: Any = statement.compile(dialect=dialect)
    processors = {
        name: _processor(bind.type.dialect_impl(dialect).bind_processor(dialect), bind.type)
        for name, bind in compiled.binds.items()
    }
    names = compiled.positiontup
    if names is None:
        return compiled.string, lambda values: {name: processors[name](values[name]) for name in processors}
    changing = [(at, processors[name]) for at, name in enumerate(names) if processors[name] is not _as_is]

    def bind(values: Mapping[str, Any]) -> list[Any]:
        row = [values[name] for name in names]
        for at, process in changing:
            row[at] = process(row[at])
        return row

    return compiled.string, bind


def _processor(usual: Callable[[Any], Any] | None, kind: Any) -> Callable[[Any], Any]:
    return _figures if usual and isinstance(kind, Uuid) else usual or _as_is


def _figures(key: UUID | None) -> str | None:
    """A key as SQLite keeps it; there are several in every row."""
    return None if key is None else f"{key.int:032x}"


def _as_is(value: Any) -> Any:
    return value
