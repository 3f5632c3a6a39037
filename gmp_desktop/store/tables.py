"""The tables of the record. Every column has a default; a row is what the change log says about it.

References are checked at commit, so the order of statements does not matter. A required reference goes with
an ORM cascade; an optional one is emptied by the database and comes back with its row.
"""

import json
from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import Dialect, ForeignKey, MetaData, String, Text, TypeDecorator, event
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from gmp_desktop.domain.tidy import tidy
from gmp_desktop.store.keys import new_key

Lines = tuple[str, ...]
Cells = tuple[tuple[str, ...], ...]

NAMES = {
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}
ORDER_KEY = String().with_variant(String(collation="C"), "postgresql")


class Tuples(TypeDecorator[Any]):
    """Nested tuples of text, kept as JSON; a tuple cannot be changed behind the recorder's back."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        return as_tuples(json.loads(value or "[]"))


def as_tuples(value: Any) -> Any:
    """Lists as tuples, all the way down, with their texts tidied."""
    if isinstance(value, list | tuple):
        return tuple(as_tuples(part) for part in value)
    return tidy(value) if isinstance(value, str) else value


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {Lines: Tuples, Cells: Tuples, str: Text}

    def __init__(self, **values: Any) -> None:
        values["id"] = values.get("id") or new_key()
        for name, value in {**DEFAULTS[self.__tablename__], **values}.items():
            setattr(self, name, value)

    id: Mapped[UUID] = mapped_column(primary_key=True, sort_order=-1)


def _optional(target: str) -> Mapped[UUID | None]:
    return mapped_column(_reference(target, "SET NULL"), default=None, index=True)


def _required(target: str) -> Mapped[UUID]:
    return mapped_column(_reference(target, None), index=True)


def _reference(target: str, on_delete: str | None) -> ForeignKey:
    return ForeignKey(f"{target}.id", ondelete=on_delete, deferrable=True, initially="DEFERRED")


class MeetingRow(Base):
    __tablename__ = "meeting"

    code: Mapped[str] = mapped_column(default="", index=True)
    title: Mapped[str] = mapped_column(default="")
    body: Mapped[str] = mapped_column(default="PAG")
    ordinal: Mapped[int | None] = mapped_column(default=None)
    starts_on: Mapped[date | None] = mapped_column(default=None)
    ends_on: Mapped[date | None] = mapped_column(default=None)
    venue: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    state: Mapped[str] = mapped_column(default="preparing")
    language: Mapped[str] = mapped_column(default="en")

    agenda: Mapped[list["AgendaItemRow"]] = relationship(
        cascade="all, delete-orphan", order_by="AgendaItemRow.order_key, AgendaItemRow.id"
    )


class AgendaItemRow(Base):
    __tablename__ = "agenda_item"

    meeting_id: Mapped[UUID] = _required("meeting")
    parent_id: Mapped[UUID | None] = _optional("agenda_item")
    order_key: Mapped[str] = mapped_column(ORDER_KEY, default="")
    title: Mapped[str] = mapped_column(default="")


class DocumentRow(Base):
    __tablename__ = "document"

    meeting_id: Mapped[UUID | None] = _optional("meeting")
    code: Mapped[str] = mapped_column(default="", index=True)
    symbol: Mapped[str] = mapped_column(default="", index=True)
    printed_symbol: Mapped[str] = mapped_column(default="")
    kind: Mapped[str] = mapped_column(default="other")
    title: Mapped[str] = mapped_column(default="")
    subtitle: Mapped[str] = mapped_column(default="")
    organ: Mapped[str] = mapped_column(default="")
    distribution: Mapped[str] = mapped_column(default="")
    dated: Mapped[str] = mapped_column(default="")
    language_line: Mapped[str] = mapped_column(default="")
    job_number: Mapped[str] = mapped_column(default="")
    has_masthead: Mapped[bool] = mapped_column(default=False)
    corner: Mapped[Lines] = mapped_column(default=())
    scheme: Mapped[str] = mapped_column(default="agenda")
    language: Mapped[str] = mapped_column(default="en")
    draft: Mapped[bool] = mapped_column(default=True)
    cited: Mapped[bool] = mapped_column(default=False)
    order_key: Mapped[str] = mapped_column(ORDER_KEY, default="")
    source: Mapped[str] = mapped_column(default="")

    blocks: Mapped[list["BlockRow"]] = relationship(
        cascade="all, delete-orphan", order_by="BlockRow.order_key, BlockRow.id"
    )
    set_aside: Mapped[list["SetAsideRow"]] = relationship(
        cascade="all, delete-orphan", order_by="SetAsideRow.order_key, SetAsideRow.id"
    )


class BlockRow(Base):
    __tablename__ = "block"

    document_id: Mapped[UUID] = _required("document")
    order_key: Mapped[str] = mapped_column(ORDER_KEY, default="")
    kind: Mapped[str] = mapped_column(default="paragraph")
    level: Mapped[int] = mapped_column(default=1)
    numbered: Mapped[bool] = mapped_column(default=True)
    grouping: Mapped[str] = mapped_column(default="")
    style: Mapped[str] = mapped_column(default="")
    header_rows: Mapped[int] = mapped_column(default=1)
    agenda_item_id: Mapped[UUID | None] = _optional("agenda_item")
    rows: Mapped[Cells] = mapped_column(default=())
    text: Mapped[str] = mapped_column(default="")


class SetAsideRow(Base):
    __tablename__ = "set_aside"

    document_id: Mapped[UUID] = _required("document")
    order_key: Mapped[str] = mapped_column(ORDER_KEY, default="")
    text: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")


TABLES: dict[str, type[Base]] = {
    row.__tablename__: row for row in (MeetingRow, AgendaItemRow, DocumentRow, BlockRow, SetAsideRow)
}
"""Parents before children."""


DEFAULTS: dict[str, dict[str, Any]] = {
    name: {
        column.name: column.default.arg if column.default else None
        for column in row.__table__.columns
        if column.name != "id"
    }
    for name, row in TABLES.items()
}
"""What a column holds that the change log says nothing about; it never changes meaning."""


def _tidied(row: Base, value: Any, before: Any, initiator: Any) -> Any:
    return as_tuples(value)


for _row in TABLES.values():
    for _column in _row.__table__.columns:
        if isinstance(_column.type, String | Tuples):
            event.listen(getattr(_row, _column.name), "set", _tidied, retval=True)
