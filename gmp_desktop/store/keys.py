"""Keys of rows: made where the row is made, in order of time, the same on no two laptops."""

from typing import Any
from uuid import UUID, SafeUUID

import uuid_utils.compat
from sqlalchemy import Dialect, Uuid


def new_key() -> UUID:
    """A UUID of version 7."""
    return uuid_utils.compat.uuid7()


def key_of(told: Any) -> UUID:
    """SQLite tells a key as its 32 figures, PostgreSQL as a key.

    ``UUID(told)`` cleans and checks first, which takes longer than reading the row.
    """
    if isinstance(told, UUID):
        return told
    made = object.__new__(UUID)
    object.__setattr__(made, "int", int(told, 16))
    object.__setattr__(made, "is_safe", SafeUUID.unknown)
    return made


class Keys(Uuid[UUID]):
    """Keys of thousands of rows, read by :func:`key_of`."""

    cache_ok = True

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        process: Any = Uuid().dialect_impl(dialect).result_processor(dialect, coltype)
        return process and key_of
