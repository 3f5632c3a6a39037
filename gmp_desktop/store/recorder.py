"""What a step changed: collected from the ORM's flushes, so that nobody writes undo or audit code by hand."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, event, inspect, select
from sqlalchemy.orm import Mapper, ORMExecuteState, Session, object_session

from gmp_desktop.store import quick
from gmp_desktop.store.fields import TARGETS, references_to
from gmp_desktop.store.tables import DEFAULTS, TABLES, Base

Key = tuple[str, UUID]
_INFO = "recorder"


@dataclass(slots=True)
class RowChange:
    """``fields`` are the columns' new values; a row can be made and deleted in one step."""

    made: bool = False
    deleted: bool = False
    fields: dict[str, Any] = field(default_factory=dict)


class Recorder:
    """The net changes of one session."""

    def __init__(self) -> None:
        self.rows: dict[Key, RowChange] = {}
        self.bereft: set[Key] = set()
        """Rows that referred to a deleted row."""

    def make(self, key: Key, values: dict[str, Any]) -> None:
        change = self.rows.get(key)
        if change is not None and change.deleted:
            self.rows[key] = RowChange(fields=values)
        else:
            self.rows[key] = RowChange(made=True, fields=values)

    def edit(self, key: Key, values: dict[str, Any]) -> None:
        if values:
            self.rows.setdefault(key, RowChange()).fields.update(values)

    def delete(self, key: Key) -> None:
        change = self.rows.get(key)
        if change is not None and change.made:
            del self.rows[key]
        else:
            self.rows[key] = RowChange(deleted=True)

    def arrived(self) -> set[UUID]:
        """New rows that others may have been waiting for."""
        return {row for (table, row), change in self.rows.items() if change.made and table in TARGETS}


class RecordedSession(Session):
    """A session whose every change leaves a trace: statements that would bypass the flush are refused."""

    def get(self, entity: Any, ident: Any, **options: Any) -> Any:
        if not any(options.values()) and quick.may_load(self, entity, ident):
            return quick.load(self, entity, ident)
        return super().get(entity, ident, **options)

    def bulk_save_objects(self, *arguments: Any, **options: Any) -> None:
        raise _untraceable()

    def bulk_insert_mappings(self, *arguments: Any, **options: Any) -> None:
        raise _untraceable()

    def bulk_update_mappings(self, *arguments: Any, **options: Any) -> None:
        raise _untraceable()


def record(session: Session) -> Recorder:
    """Collect the changes of a session from now on."""
    recorder = Recorder()
    session.info[_INFO] = recorder
    return recorder


def flush(session: Session, recorder: Recorder) -> None:
    """Write what is left to write."""
    if found := quick.edited(session):
        row, values = found
        quick.write(session, row, values)
        recorder.edit(_key(row), values)
    elif rows := quick.new_rows(session):
        quick.insert_all(session, rows)
        for row in rows:
            recorder.make(_key(row), _content(row))
    else:
        session.flush()


def _untraceable() -> RuntimeError:
    return RuntimeError("Only changes to row objects leave a trace; statements that change rows do not.")


@event.listens_for(RecordedSession, "do_orm_execute")
def _refuse_statements(state: ORMExecuteState) -> None:
    if not state.is_select:
        raise _untraceable()


@event.listens_for(Base, "after_insert", propagate=True)
def _made(mapper: Mapper[Any], connection: Connection, row: Base) -> None:
    _recorder(row).make(_key(row), _content(row))


@event.listens_for(Base, "after_update", propagate=True)
def _edited(mapper: Mapper[Any], connection: Connection, row: Base) -> None:
    attributes = inspect(row).attrs
    changed = {}
    for name in inspect(row).committed_state:
        if name in DEFAULTS[row.__tablename__] and attributes[name].history.added:
            changed[name] = row.__dict__[name]
        elif name == "id":
            raise RuntimeError("The key of a row does not change.")
    _recorder(row).edit(_key(row), changed)


@event.listens_for(Base, "before_delete", propagate=True)
def _deleted(mapper: Mapper[Any], connection: Connection, row: Base) -> None:
    recorder = _recorder(row)
    recorder.delete(_key(row))
    for reference in references_to(row.__tablename__):
        if not reference.required:
            child = TABLES[reference.table]
            bereft = select(child.id).where(getattr(child, reference.column) == row.id)
            recorder.bereft.update((reference.table, id) for id in connection.scalars(bereft))


def _content(row: Base) -> dict[str, Any]:
    content = row.__dict__
    return {name: content[name] for name in DEFAULTS[row.__tablename__]}


def _key(row: Base) -> Key:
    return row.__tablename__, row.id


def _recorder(row: Base) -> Recorder:
    session = object_session(row)
    recorder = session.info.get(_INFO) if session else None
    if not isinstance(recorder, Recorder):
        raise RuntimeError("Rows change within store.write only.")
    return recorder
