"""What the rows of a meeting's register say, read by the columns that are shown: the report's text is not touched."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from gmp_desktop.domain.errors import NotFound
from gmp_desktop.domain.meeting import Attachment, MeetingDocument
from gmp_desktop.domain.register import shown_stem, usual_stem
from gmp_desktop.store import reference
from gmp_desktop.store.blocks import stage_of
from gmp_desktop.store.order import between
from gmp_desktop.store.tables import (
    AgendaItemRow,
    AttachmentRow,
    BlockRow,
    DocumentRow,
    ItemDocumentRow,
    MeetingRow,
)

_ENTRY = (
    DocumentRow.id,
    DocumentRow.symbol,
    DocumentRow.title,
    DocumentRow.kind,
    DocumentRow.printed_symbol,
    DocumentRow.cited,
    DocumentRow.code,
    DocumentRow.distribution,
    DocumentRow.stage,
    DocumentRow.issued_on,
    DocumentRow.languages,
    exists().where(BlockRow.document_id == DocumentRow.id).label("has_text"),
)


def documents_of(session: Session, meeting_id: UUID) -> list[MeetingDocument]:
    of_meeting = DocumentRow.meeting_id == meeting_id
    items: dict[UUID, list[UUID]] = defaultdict(list)
    links = select(ItemDocumentRow.document_id, ItemDocumentRow.agenda_item_id).join(DocumentRow)
    for document_id, item_id in session.execute(links.where(of_meeting).order_by(ItemDocumentRow.id)):
        items[document_id].append(item_id)
    files: dict[UUID, list[Attachment]] = defaultdict(list)
    columns = (
        AttachmentRow.id,
        AttachmentRow.document_id,
        AttachmentRow.name,
        AttachmentRow.sha256,
        AttachmentRow.size,
        AttachmentRow.language,
    )
    attached = select(*columns).join(DocumentRow).where(of_meeting)
    for file in session.execute(attached.order_by(AttachmentRow.language, AttachmentRow.id)):
        files[file.document_id].append(Attachment(*file))
    rows = session.execute(select(*_ENTRY).where(of_meeting).order_by(DocumentRow.order_key, DocumentRow.id))
    return [
        MeetingDocument(
            row.id,
            row.symbol,
            row.title,
            row.kind,
            row.printed_symbol,
            row.cited,
            row.code,
            meeting_id,
            row.distribution,
            stage_of(row.stage),
            row.issued_on,
            tuple(row.languages),
            tuple(items[row.id]),
            tuple(files[row.id]),
            row.has_text,
        )
        for row in rows
    ]


def stem_for(meeting: MeetingRow, documents: Iterable[MeetingDocument]) -> str:
    shown = shown_stem((d.symbol for d in documents if not d.cited), meeting.ordinal)
    body = reference.body(meeting.body)
    return meeting.symbol_stem or shown or usual_stem(body.symbol_stem if body else "", meeting.ordinal)


def meeting_before(session: Session, meeting: MeetingRow) -> MeetingRow | None:
    """The meeting of the same body with the number before."""
    if meeting.ordinal is None:
        return None
    before = (MeetingRow.body == meeting.body, MeetingRow.ordinal == meeting.ordinal - 1)
    return session.scalars(select(MeetingRow).where(*before).order_by(MeetingRow.id)).first()


def annotated_for(body: str) -> str:
    known = reference.body(body)
    return known.annotated_agenda_symbol if known else ""


def link_all(session: Session, row: DocumentRow, item_ids: Iterable[UUID]) -> None:
    """The document under exactly these agenda items; where it was already it keeps its place."""
    wanted = dict.fromkeys(item_ids)
    session.flush()
    linked = {link.agenda_item_id: link for link in row.items}
    for item_id, link in linked.items():
        if item_id not in wanted:
            row.items.remove(link)
    for item_id in wanted.keys() - linked.keys():
        item = session.get(AgendaItemRow, item_id)
        if item is None or item.meeting_id != row.meeting_id:
            raise NotFound("This agenda item is not there any more. Nothing was changed.")
        last = max((link.order_key for link in links_of(session, item_id)), default=None)
        row.items.append(
            ItemDocumentRow(agenda_item_id=item_id, document_id=row.id, order_key=between(last, None))
        )


def links_of(session: Session, item_id: UUID) -> list[ItemDocumentRow]:
    rows = select(ItemDocumentRow).where(ItemDocumentRow.agenda_item_id == item_id)
    return list(session.scalars(rows.order_by(ItemDocumentRow.order_key, ItemDocumentRow.id)))
