"""The agenda of a meeting: a tree in rows, a list with labels for everybody else."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from gmp_desktop.domain.meeting import AgendaItem
from gmp_desktop.store.blocks import agenda_of
from gmp_desktop.store.keys import new_key
from gmp_desktop.store.order import sequence
from gmp_desktop.store.tables import AgendaItemRow


def load(session: Session, meeting_id: UUID) -> tuple[AgendaItem, ...]:
    """The items in printing order, every parent before its children."""
    rows = select(AgendaItemRow).where(AgendaItemRow.meeting_id == meeting_id)
    return agenda_of(session.scalars(rows.order_by(AgendaItemRow.order_key, AgendaItemRow.id)))


def place(session: Session, meeting_id: UUID, items: Iterable[AgendaItem]) -> None:
    """New rows that hold the items, in the order given."""
    items = tuple(items)
    for key, item in zip(sequence(len(items)), items, strict=True):
        session.add(
            AgendaItemRow(
                id=item.id,
                meeting_id=meeting_id,
                parent_id=item.parent_id,
                order_key=key,
                title=item.title,
                minutes=item.minutes,
                annotation=item.annotation,
                sitting_id=item.sitting_id,
            )
        )


def renewed(items: Iterable[AgendaItem]) -> tuple[AgendaItem, ...]:
    """The same items with keys of their own."""
    items = tuple(items)
    keys: dict[UUID | None, UUID] = {item.id: new_key() for item in items}
    return tuple(replace(item, id=keys[item.id], parent_id=keys.get(item.parent_id)) for item in items)
