"""What changing an agenda does to its rows: new items, other places in the tree, presenters and papers."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from gmp_desktop.domain.agenda import Spot, number_of, subtree
from gmp_desktop.domain.agenda_lines import Line
from gmp_desktop.domain.errors import NotFound, Refused
from gmp_desktop.domain.limits import MOST_AGENDA_ITEMS
from gmp_desktop.domain.meeting import AgendaItem
from gmp_desktop.services import agenda
from gmp_desktop.store.order import between, sequence
from gmp_desktop.store.tables import AgendaItemRow, DocumentRow, ItemDocumentRow, PersonRow, PresenterRow

MOST_PRESENTERS = 50
LONGEST_NAME = 300


def item_row(session: Session, item_id: UUID) -> AgendaItemRow:
    row = session.get(AgendaItemRow, item_id)
    if row is None:
        raise NotFound("This agenda item is not there any more. Undo may bring it back.")
    return row


def name_of(session: Session, item_id: UUID) -> str:
    """As the menu of undo calls it: item 3 (b)."""
    items = agenda.load(session, item_row(session, item_id).meeting_id)
    return f"item {number_of(items, item_id)}"


def insert(session: Session, meeting_id: UUID, items: Sequence[AgendaItem], spot: Spot, title: str) -> UUID:
    refuse_too_many(len(items) + 1)
    row = AgendaItemRow(
        meeting_id=meeting_id,
        parent_id=spot.parent_id,
        order_key=_key(session, items, spot),
        title=" ".join(title.split()),
    )
    session.add(row)
    return row.id


def insert_lines(
    session: Session, meeting_id: UUID, items: Sequence[AgendaItem], spot: Spot, lines: Iterable[Line]
) -> list[UUID]:
    """The lines at the spot, each under the one above it that is less deep."""
    lines = tuple(lines)
    refuse_too_many(len(items) + len(lines))
    made: list[UUID] = []
    path: list[UUID] = []
    after: list[str | None] = [_before(session, items, spot)]
    ceiling = _after(session, items, spot)
    for line in lines:
        del path[line.depth :], after[line.depth + 1 :]
        key = between(after[line.depth], ceiling if line.depth == 0 else None)
        after[line.depth] = key
        parent = path[-1] if path else spot.parent_id
        row = AgendaItemRow(meeting_id=meeting_id, parent_id=parent, order_key=key, title=line.title)
        session.add(row)
        path.append(row.id)
        after.append(None)
        made.append(row.id)
    return made


def put(session: Session, items: Sequence[AgendaItem], item_id: UUID, spot: Spot) -> None:
    row = item_row(session, item_id)
    others = [item for item in items if item.id != item_id]
    row.order_key = _key(session, others, spot)
    if row.parent_id != spot.parent_id:
        row.parent_id = spot.parent_id


def remove(session: Session, items: Sequence[AgendaItem], item_id: UUID) -> None:
    for item in subtree(items, item_id):
        session.delete(item_row(session, item.id))


def set_presenters(session: Session, row: AgendaItemRow, who: Iterable[UUID | str]) -> None:
    """People of the directory by their keys, others by name."""
    wanted = list(dict.fromkeys(one if isinstance(one, UUID) else " ".join(one.split()) for one in who))
    wanted = [one for one in wanted if one]
    if len(wanted) > MOST_PRESENTERS or any(
        isinstance(one, str) and len(one) > LONGEST_NAME for one in wanted
    ):
        raise Refused(
            f"An item has at most {MOST_PRESENTERS} presenters, named in at most {LONGEST_NAME} characters each. "
            "Nothing was changed."
        )
    for one in wanted:
        if isinstance(one, UUID) and session.get(PersonRow, one) is None:
            raise NotFound("This person is not in the directory any more. Undo may bring them back.")
    if [presenter.person_id or presenter.name for presenter in row.presenters] == wanted:
        return
    for presenter in list(row.presenters):
        session.delete(presenter)
    for key, one in zip(sequence(len(wanted)), wanted, strict=True):
        person, name = (one, "") if isinstance(one, UUID) else (None, one)
        session.add(PresenterRow(agenda_item_id=row.id, person_id=person, name=name, order_key=key))


def link(session: Session, row: AgendaItemRow, document_id: UUID) -> None:
    if session.get(DocumentRow, document_id) is None:
        raise NotFound("This document is not in the register any more. Undo may bring it back.")
    if all(paper.document_id != document_id for paper in row.papers):
        last = row.papers[-1].order_key if row.papers else None
        key = between(last, None)
        session.add(ItemDocumentRow(agenda_item_id=row.id, document_id=document_id, order_key=key))


def unlink(session: Session, row: AgendaItemRow, document_id: UUID) -> None:
    for paper in row.papers:
        if paper.document_id == document_id:
            session.delete(paper)


def refuse_too_many(count: int) -> None:
    if count > MOST_AGENDA_ITEMS:
        raise Refused(f"An agenda has at most {MOST_AGENDA_ITEMS:,} items. Nothing was changed.")


def _key(session: Session, items: Sequence[AgendaItem], spot: Spot) -> str:
    return between(_before(session, items, spot), _after(session, items, spot))


def _before(session: Session, items: Sequence[AgendaItem], spot: Spot) -> str | None:
    return item_row(session, spot.after).order_key if spot.after else None


def _after(session: Session, items: Sequence[AgendaItem], spot: Spot) -> str | None:
    """The key of the sibling that will stand behind."""
    own = [item.id for item in items if item.parent_id == spot.parent_id]
    at = own.index(spot.after) + 1 if spot.after in own else 0
    return item_row(session, own[at]).order_key if at < len(own) else None


def rows_below(session: Session, items: Sequence[AgendaItem], item_id: UUID) -> list[AgendaItemRow]:
    ids = [item.id for item in subtree(items, item_id)]
    return list(session.scalars(select(AgendaItemRow).where(AgendaItemRow.id.in_(ids))))
