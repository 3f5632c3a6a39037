"""The steps of a person: what undo goes back over, kept in the database so that it survives a restart."""

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from gmp_desktop.domain.ops import Op
from gmp_desktop.store.local import step


@dataclass(frozen=True, slots=True)
class Step:
    """``entries`` names the step of the log that does it now, or undoes it; its entries lie between two places."""

    number: int
    op: str
    about: str
    entries: UUID
    first: int
    last: int


_COLUMNS = (step.c.number, step.c.op, step.c.about, step.c.entries, step.c.first, step.c.last)
_OF_DEVICE = select(*_COLUMNS).where(step.c.device == bindparam("device")).limit(1)
_LAST_DONE = _OF_DEVICE.where(step.c.undone.is_(False)).order_by(step.c.number.desc())
_FIRST_UNDONE = _OF_DEVICE.where(step.c.undone).order_by(step.c.number)
_NEWEST = select(func.coalesce(func.max(step.c.number), 0))
_LENGTHEN = update(step).where(step.c.number == bindparam("of_number"))
_FORGET_UNDONE = delete(step).where(step.c.device == bindparam("of_device"), step.c.undone)


def add(
    connection: Connection, device: UUID, op: Op, about: str, ledger_step: UUID, first: int, last: int
) -> Step:
    """A new step; what was undone before can no longer be done again."""
    connection.execute(_FORGET_UNDONE, {"of_device": device})
    number = connection.scalar(_NEWEST) + 1
    values: dict[str, Any] = {"number": number, "op": op.value, "about": about, "entries": ledger_step}
    places = {"first": first, "last": last}
    connection.execute(insert(step), {**values, **places, "device": device, "undone": False})
    return Step(**values, **places)


def lengthen(connection: Connection, one: Step, last: int) -> Step:
    """The same step, with more entries."""
    connection.execute(_LENGTHEN, {"of_number": one.number, "last": last})
    return replace(one, last=last)


def turn(connection: Connection, one: Step, undone: bool, entries: UUID, first: int, last: int) -> None:
    """Note that a step was undone, or done again, by these entries."""
    values = {"undone": undone, "entries": entries, "first": first, "last": last}
    connection.execute(update(step).where(step.c.number == one.number).values(**values))


def last_done(connection: Connection, device: UUID) -> Step | None:
    found = connection.execute(_LAST_DONE, {"device": device}).first()
    return Step(*found) if found else None


def first_undone(connection: Connection, device: UUID) -> Step | None:
    found = connection.execute(_FIRST_UNDONE, {"device": device}).first()
    return Step(*found) if found else None
