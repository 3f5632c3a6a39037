"""The steps of a person: what undo goes back over, kept in the database so that it survives a restart."""

from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from gmp_desktop.domain.ops import Op
from gmp_desktop.store.local import step
from gmp_desktop.store.prepared import Prepared


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
_ADD = Prepared(insert(step))
_LENGTHEN = Prepared(update(step).where(step.c.number == bindparam("of")).values(last=bindparam("last")))


def add(
    connection: Connection, device: UUID, op: Op, about: str, ledger_step: UUID, first: int, last: int
) -> Step:
    """A new step, numbered by its first entry's place in the log."""
    one = Step(first, op.value, about, ledger_step, first, last)
    _ADD.run(
        connection,
        number=first,
        device=device,
        op=op.value,
        about=about,
        entries=ledger_step,
        first=first,
        last=last,
        undone=False,
    )
    return one


def forget_undone(connection: Connection, device: UUID) -> None:
    """After a new step, what was undone before can no longer be done again."""
    connection.execute(delete(step).where(step.c.device == device, step.c.undone))


def lengthen(connection: Connection, one: Step, last: int) -> Step:
    """The same step, with more entries."""
    _LENGTHEN.run(connection, of=one.number, last=last)
    return replace(one, last=last)


def turn(connection: Connection, one: Step, undone: bool, entries: UUID, first: int, last: int) -> None:
    """Note that a step was undone, or done again, by these entries."""
    turned = update(step).where(step.c.number == one.number)
    connection.execute(turned.values(undone=undone, entries=entries, first=first, last=last))


def last_done(connection: Connection, device: UUID) -> Step | None:
    found = connection.execute(_LAST_DONE, {"device": device}).first()
    return Step(*found) if found else None


def first_undone(connection: Connection, device: UUID) -> Step | None:
    found = connection.execute(_FIRST_UNDONE, {"device": device}).first()
    return Step(*found) if found else None
