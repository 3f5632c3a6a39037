"""How far a meeting is: what is there already and what is still missing, in figures."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from gmp_desktop.domain.agenda import wanting_presenters
from gmp_desktop.domain.meeting import DocumentStage
from gmp_desktop.domain.participants import Attends
from gmp_desktop.domain.values import value
from gmp_desktop.services import agenda
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import (
    AgendaItemRow,
    AttachmentRow,
    Base,
    BlockRow,
    DocumentRow,
    ItemDocumentRow,
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
            items=_count(session, AgendaItemRow, AgendaItemRow.meeting_id == meeting_id),
            planned=_sum(session, AgendaItemRow.minutes, AgendaItemRow.meeting_id == meeting_id),
            available=_sum(session, SittingRow.ends - SittingRow.begins, SittingRow.meeting_id == meeting_id),
            without_presenter=_without_presenter(session, meeting_id),
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


def _without_presenter(session: Session, meeting_id: UUID) -> int:
    """As the agenda itself counts them."""
    items = agenda.load(session, meeting_id)
    of_meeting = select(AgendaItemRow.id).where(AgendaItemRow.meeting_id == meeting_id)
    presented, documented = (
        set(session.scalars(select(row.agenda_item_id).where(row.agenda_item_id.in_(of_meeting))))
        for row in (PresenterRow, ItemDocumentRow)
    )
    return len(wanting_presenters(items, presented, documented))


def _count(session: Session, row: type[Base], where: ColumnElement[bool]) -> int:
    return session.scalar(select(func.count()).select_from(row).where(where)) or 0


def _sum(session: Session, minutes: Any, where: ColumnElement[bool]) -> int:
    return int(session.scalar(select(func.sum(minutes)).where(where)) or 0)
