"""The short way for the commonest step, one row read by its key and edited.

The ORM's general ways of reading and flushing cost more than the disk; whatever is not that plain goes through them.
"""

from typing import Any, TypeVar, cast
from uuid import UUID

from sqlalchemy import Dialect, bindparam, inspect, select, update
from sqlalchemy.orm import Session, make_transient_to_detached

from gmp_desktop.store.prepared import Prepared
from gmp_desktop.store.tables import DEFAULTS, TABLES, Base

Kind = TypeVar("Kind", bound=Base)

_READ = {
    row: Prepared(select(table).where(table.c.id == bindparam("of")))
    for row, table in ((row, Base.metadata.tables[name]) for name, row in TABLES.items())
}
_WRITE: dict[tuple[str, tuple[str, ...]], Prepared] = {}
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
