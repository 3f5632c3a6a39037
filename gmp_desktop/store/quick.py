"""Short ways for the commonest step, one row read by its key and edited, and the biggest, thousands of new rows.

The ORM's general ways of reading and flushing cost more than the disk; whatever is not that plain goes through them.
"""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar, cast
from uuid import UUID

from sqlalchemy import Connection, Dialect, bindparam, insert, inspect, select, update
from sqlalchemy.orm import Session, make_transient_to_detached

from gmp_desktop.store.prepared import Prepared
from gmp_desktop.store.tables import COLUMNS, DEFAULTS, TABLES, Base

Kind = TypeVar("Kind", bound=Base)

_READ = {
    row: Prepared(select(table).where(table.c.id == bindparam("of")))
    for row, table in ((row, Base.metadata.tables[name]) for name, row in TABLES.items())
}
_WRITE: dict[tuple[str, tuple[str, ...]], Prepared] = {}
_INSERT: dict[str, Prepared] = {}
_PROCESSORS: dict[tuple[str, str], list[tuple[str, Any]]] = {}


def may_load(session: Session, kind: Any, key: Any) -> bool:
    """Whether this is the first row of a session."""
    return kind in _READ and isinstance(key, UUID) and not session.new and not len(session.identity_map)


def load(session: Session, kind: type[Kind], key: UUID) -> Kind | None:
    connection = session.connection()
    found = _READ[kind].rows(connection, of=key)
    if not found:
        return None
    Base.registry.configure()  # the ORM does so before its own ways of reading
    row: Any = inspect(kind).class_manager.new_instance()
    content = row.__dict__
    for (name, process), value in zip(
        _processors(kind.__tablename__, connection.dialect), found[0], strict=True
    ):
        content[name] = process(value) if process else value
    make_transient_to_detached(row)
    session.add(row)
    return cast(Kind, row)


def edited(session: Session) -> tuple[Base, dict[str, Any]] | None:
    """The one changed row of a session and its new values, if there is nothing else to write."""
    if session.new or session.deleted:
        return None
    rows = list(session.dirty)
    if len(rows) != 1:
        return None
    (row,) = rows
    names = inspect(row).committed_state.keys()
    if not names <= DEFAULTS[row.__tablename__].keys():
        return None
    attributes = inspect(row).attrs
    return row, {name: row.__dict__[name] for name in sorted(names) if attributes[name].history.added}


def write(session: Session, row: Base, values: dict[str, Any]) -> None:
    """Update the row; the session has no more to do with it."""
    if values:
        _update(row.__tablename__, tuple(values)).run(session.connection(), of=row.id, **values)
    session.expunge(row)


def new_rows(session: Session) -> list[Base]:
    """The new rows of a session, if no relationship has to do with them and there is nothing else to write."""
    if session.deleted or session.dirty:
        return []
    rows: list[Base] = list(session.new)
    plain = all(COLUMNS[row.__tablename__] == row.__dict__.keys() - {"_sa_instance_state"} for row in rows)
    return rows if plain else []


def insert_all(session: Session, rows: list[Base]) -> None:
    """Insert the rows; the session has no more to do with anything."""
    by_table: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        by_table.setdefault(row.__tablename__, []).append(row.__dict__)
    for name, contents in by_table.items():
        insert_rows(session.connection(), name, contents)
    session.expunge_all()


def insert_rows(connection: Connection, table: str, contents: Sequence[Mapping[str, Any]]) -> None:
    """Contents with a value for every column."""
    if table not in _INSERT:
        _INSERT[table] = Prepared(insert(Base.metadata.tables[table]))
    _INSERT[table].many(connection, contents)


def _update(table: str, names: tuple[str, ...]) -> Prepared:
    if (table, names) not in _WRITE:
        target = Base.metadata.tables[table]
        statement = update(target).where(target.c.id == bindparam("of"))
        _WRITE[table, names] = Prepared(statement.values({name: bindparam(name) for name in names}))
    return _WRITE[table, names]


def _processors(table: str, dialect: Dialect) -> list[tuple[str, Any]]:
    if (table, dialect.name) not in _PROCESSORS:
        _PROCESSORS[table, dialect.name] = [
            (column.name, column.type.dialect_impl(dialect).result_processor(dialect, None))
            for column in Base.metadata.tables[table].columns
        ]
    return _PROCESSORS[table, dialect.name]
