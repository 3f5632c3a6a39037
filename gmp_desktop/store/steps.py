"""The steps of a person: what undo goes back over, kept in the database so that it survives a restart."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from gmp_desktop.store.ledger import Ledger
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


Find = Callable[[Connection, UUID], Step | None]

_COLUMNS = (step.c.number, step.c.op, step.c.about, step.c.entries, step.c.first, step.c.last)
_OF_DEVICE = select(*_COLUMNS).where(step.c.device == bindparam("device")).limit(1)
_LAST_DONE = _OF_DEVICE.where(step.c.undone.is_(False)).order_by(step.c.number.desc())
_FIRST_UNDONE = _OF_DEVICE.where(step.c.undone).order_by(step.c.number)
_ADD = Prepared(insert(step))
_LENGTHEN = Prepared(update(step).where(step.c.number == bindparam("of")).values(last=bindparam("last")))


def note(connection: Connection, ledger: Ledger, folded: Step | None, about: str) -> Step:
    """Note what was written as a step, or as more of one. A step's number is its first entry's place in the log."""
    if folded is not None:
        _LENGTHEN.run(connection, of=folded.number, last=ledger.last)
        return replace(folded, last=ledger.last)
    author = ledger.author
    one = Step(ledger.first, author.op, about, author.step, ledger.first, ledger.last)
    _ADD.run(
        connection,
        number=one.number,
        device=author.device,
        op=one.op,
        about=about,
        entries=one.entries,
        first=one.first,
        last=one.last,
        undone=False,
    )
    return one


def forget_undone(connection: Connection, device: UUID) -> None:
    """After a new step, what was undone before can no longer be done again."""
    connection.execute(delete(step).where(step.c.device == device, step.c.undone))


def turn(connection: Connection, one: Step, ledger: Ledger, undone: bool) -> None:
    """Note that a step was undone, or done again, by what was written."""
    turned = update(step).where(step.c.number == one.number)
    now = {"entries": ledger.author.step, "first": ledger.first, "last": ledger.last}
    connection.execute(turned.values(undone=undone, **now))


def last_done(connection: Connection, device: UUID) -> Step | None:
    found = connection.execute(_LAST_DONE, {"device": device}).first()
    return Step(*found) if found else None


def first_undone(connection: Connection, device: UUID) -> Step | None:
    found = connection.execute(_FIRST_UNDONE, {"device": device}).first()
    return Step(*found) if found else None
