"""The provisional agenda as it was printed: kept beside the agenda that the floor goes on changing."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from gmp_desktop.domain.meeting import ProvisionalItem
from gmp_desktop.services import agenda
from gmp_desktop.store.order import sequence
from gmp_desktop.store.tables import ProvisionalItemRow


def load(session: Session, meeting_id: UUID) -> tuple[ProvisionalItem, ...]:
    """Two devices may each have kept it: what both kept is there once."""
    rows = select(ProvisionalItemRow).where(ProvisionalItemRow.meeting_id == meeting_id)
    in_order = rows.order_by(ProvisionalItemRow.order_key, ProvisionalItemRow.id)
    kept: dict[object, ProvisionalItem] = {}
    for row in session.scalars(in_order):
        same = row.agenda_item_id or (row.order_key, row.label, row.depth, row.title)
        kept.setdefault(same, ProvisionalItem(row.id, row.title, row.label, row.depth, row.agenda_item_id))
    return tuple(kept.values())


def freeze(session: Session, meeting_id: UUID) -> None:
    """The agenda of now is the provisional one; what was kept as such before goes."""
    for row in session.scalars(select(ProvisionalItemRow).where(ProvisionalItemRow.meeting_id == meeting_id)):
        session.delete(row)
    items = agenda.load(session, meeting_id)
    for key, item in zip(sequence(len(items)), items, strict=True):
        session.add(
            ProvisionalItemRow(
                meeting_id=meeting_id,
                agenda_item_id=item.id,
                order_key=key,
                label=item.label,
                depth=item.depth,
                title=item.title,
            )
        )


def freeze_if_needed(session: Session, meeting_id: UUID) -> None:
    if not load(session, meeting_id):
        freeze(session, meeting_id)
