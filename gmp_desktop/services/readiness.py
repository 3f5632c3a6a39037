"""How far a meeting is: what is there already and what is still missing, in figures."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from gmp_desktop.domain.meeting import DocumentStage
from gmp_desktop.domain.participants import Attends
from gmp_desktop.domain.values import value
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import (
    AgendaItemRow,
    AttachmentRow,
    Base,
    BlockRow,
    DocumentRow,
    ParticipantRow,
    PresenterRow,
    SittingRow,
)


@value
class Readiness:
    """``planned`` and ``available`` are minutes; papers that are only cited do not count as documents."""

    items: int = 0
    planned: int = 0
    available: int = 0
    without_presenter: int = 0
    documents: int = 0
    without_file: int = 0
    registered: int = 0
    online: int = 0
    paragraphs: int = 0


def readiness(store: Store, meeting_id: UUID) -> Readiness:
    with store.read() as session:
        items, of_items = (
            _count(session, AgendaItemRow, AgendaItemRow.meeting_id == meeting_id),
            _leaves(meeting_id),
        )
        mine = ParticipantRow.meeting_id == meeting_id
        papers = (
            (DocumentRow.meeting_id == meeting_id)
            & ~DocumentRow.cited
            & (DocumentRow.stage != DocumentStage.WITHDRAWN.value)
        )
        held = DocumentRow.id.in_(select(AttachmentRow.document_id)) | DocumentRow.id.in_(
            select(BlockRow.document_id)
        )
        report = select(DocumentRow.id).where(papers, DocumentRow.kind == "report")
        return Readiness(
            items=items,
            planned=_sum(session, AgendaItemRow.minutes, AgendaItemRow.meeting_id == meeting_id),
            available=_sum(session, SittingRow.ends - SittingRow.begins, SittingRow.meeting_id == meeting_id),
            without_presenter=_count(
                session,
                AgendaItemRow,
                of_items & AgendaItemRow.id.not_in(select(PresenterRow.agenda_item_id)),
            ),
            documents=_count(session, DocumentRow, papers),
            without_file=_count(session, DocumentRow, papers & ~held),
            registered=_count(session, ParticipantRow, mine),
            online=_count(session, ParticipantRow, mine & (ParticipantRow.attends == Attends.ONLINE.value)),
            paragraphs=_count(
                session,
                BlockRow,
                BlockRow.document_id.in_(report) & (BlockRow.kind == "paragraph") & BlockRow.numbered,
            ),
        )


def _leaves(meeting_id: UUID) -> ColumnElement[bool]:
    """Items without sub-items: those somebody presents."""
    parents = select(AgendaItemRow.parent_id).where(AgendaItemRow.parent_id.is_not(None))
    return (AgendaItemRow.meeting_id == meeting_id) & AgendaItemRow.id.not_in(parents)


def _count(session: Session, row: type[Base], where: ColumnElement[bool]) -> int:
    return session.scalar(select(func.count()).select_from(row).where(where)) or 0


def _sum(session: Session, minutes: Any, where: ColumnElement[bool]) -> int:
    return int(session.scalar(select(func.sum(minutes)).where(where)) or 0)
