"""What the columns of the record hold: from what the change log says to values, and what refers to what."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, Date, Integer, String, Uuid

from gmp_desktop.domain.tidy import tidy
from gmp_desktop.store.keys import key_of
from gmp_desktop.store.tables import DEFAULTS, TABLES

_LARGEST_INTEGER = 2**31
_USUAL_KEY = re.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class Reference:
    """A column that holds the id of a row of ``target``; without it a row cannot be shown, if ``required``."""

    table: str
    column: str
    target: str
    required: bool


REFERENCES: tuple[Reference, ...] = tuple(
    Reference(name, column.name, key.column.table.name, not column.nullable)
    for name, row in TABLES.items()
    for column in row.__table__.columns
    for key in column.foreign_keys
)
TARGETS = frozenset(reference.target for reference in REFERENCES)


def references_of(table: str) -> tuple[Reference, ...]:
    return tuple(reference for reference in REFERENCES if reference.table == table)


def references_to(table: str) -> tuple[Reference, ...]:
    return tuple(reference for reference in REFERENCES if reference.target == table)


def decode(table: str, field: str, said: Any) -> Any:
    """The value of a column; what does not fit (another device may send anything) reads as the default."""
    try:
        return _READ[table][field](said)
    except (TypeError, ValueError):
        return DEFAULTS[table][field]


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return tidy(value)


def _integer(value: Any) -> int:
    if type(value) is not int or abs(value) >= _LARGEST_INTEGER:
        raise TypeError
    return value


def _boolean(value: Any) -> bool:
    if type(value) is not bool:
        raise TypeError
    return value


def _key(value: Any) -> UUID:
    text = _text(value)
    return key_of(text.replace("-", "")) if _USUAL_KEY.fullmatch(text) else UUID(text)


def _texts(value: Any) -> Any:
    if not isinstance(value, list):
        raise TypeError
    return tuple(map(_text, value))


def _cells(value: Any) -> Any:
    if not isinstance(value, list):
        raise TypeError
    return tuple(map(_texts, value))


def _nullable(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value is None else read(value)


_KINDS: tuple[tuple[type, Callable[[Any], Any]], ...] = (
    (Uuid, _key),
    (Date, lambda value: date.fromisoformat(_text(value))),
    (Boolean, _boolean),
    (Integer, _integer),
    (String, _text),
)

_TUPLES: dict[tuple[str, str], Callable[[Any], Any]] = {
    ("meeting", "languages"): _texts,
    ("document", "corner"): _texts,
    ("document", "languages"): _texts,
    ("block", "rows"): _cells,
}
"""How deep a column of tuples is, which its type does not tell."""

_READ: dict[str, dict[str, Callable[[Any], Any]]] = {
    name: {
        column.name: (_nullable if column.nullable else lambda read: read)(
            _TUPLES.get((name, column.name))
            or next(read for kind, read in _KINDS if isinstance(column.type, kind))
        )
        for column in row.__table__.columns
        if column.name != "id"
    }
    for name, row in TABLES.items()
}
