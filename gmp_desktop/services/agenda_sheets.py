"""Reads the whole agenda of a meeting in a few statements, as the page that edits it shows it."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from gmp_desktop.domain.agenda_sheet import AgendaSheet, ItemPaper, Named
from gmp_desktop.domain.blocks import DocumentKind
from gmp_desktop.domain.meeting import Meeting, Presenter
from gmp_desktop.domain.people import full_name, short_name
from gmp_desktop.services import agenda, sitting_rows
from gmp_desktop.services.participant_rows import person_of
from gmp_desktop.services.register_rows import annotated_for
from gmp_desktop.store.blocks import meeting_of
from gmp_desktop.store.tables import (
    AgendaItemRow,
    AttachmentRow,
    BlockRow,
    DocumentRow,
    ItemDocumentRow,
    MeetingRow,
    PersonRow,
    PresenterRow,
    ProvisionalItemRow,
)

_AGENDA_KINDS = ("agenda", "provisional-agenda")


def sheet(session: Session, row: MeetingRow) -> AgendaSheet:
    meeting = meeting_of(row)
    presenters: dict[UUID, list[Named]] = defaultdict(list)
    for named in presenters_of(session, meeting.id):
        presenters[named.presenter.agenda_item_id].append(named)
    provisional = select(ProvisionalItemRow.id).where(ProvisionalItemRow.meeting_id == meeting.id)
    return AgendaSheet(
        meeting,
        agenda.load(session, meeting.id),
        tuple(sitting_rows.load(session, meeting.id)),
        {item: tuple(named) for item, named in presenters.items()},
        _papers(session, meeting.id),
        symbol_of_agenda(session, meeting),
        _symbol_of_annotated(session, meeting),
        session.scalar(provisional.limit(1)) is not None,
    )


def presenters_of(session: Session, meeting_id: UUID) -> list[Named]:
    """Of all items, in their order under each; somebody of the directory by the name there."""
    rows = (
        select(PresenterRow, PersonRow)
        .join(AgendaItemRow, AgendaItemRow.id == PresenterRow.agenda_item_id)
        .outerjoin(PersonRow, PersonRow.id == PresenterRow.person_id)
        .where(AgendaItemRow.meeting_id == meeting_id)
        .order_by(PresenterRow.order_key, PresenterRow.id)
    )
    return [_named(row, person) for row, person in session.execute(rows)]


def symbol_of_agenda(session: Session, meeting: Meeting) -> str:
    """That of the agenda in the register, or of what has its usual number there."""
    rows = select(DocumentRow.symbol, DocumentRow.kind).where(
        DocumentRow.meeting_id == meeting.id, DocumentRow.symbol != ""
    )
    found = sorted((kind not in _AGENDA_KINDS, symbol) for symbol, kind in session.execute(rows))
    usual = f"{meeting.symbol_stem}/1"
    return next((symbol for other, symbol in found if not other or symbol == usual), "")


def _symbol_of_annotated(session: Session, meeting: Meeting) -> str:
    """The registered one, or else the one it is printed with."""
    registered = select(DocumentRow.symbol).where(
        DocumentRow.meeting_id == meeting.id, DocumentRow.kind == DocumentKind.ANNOTATED_AGENDA.value
    )
    usual = annotated_for(meeting.body)
    stands_for = f"{meeting.symbol_stem}/{usual}" if meeting.symbol_stem and usual else ""
    return session.scalar(registered.limit(1)) or stands_for


def _named(row: PresenterRow, person: PersonRow | None) -> Named:
    if person is None:
        return Named(Presenter(row.id, row.agenda_item_id, row.name), row.name)
    known = person_of(person)
    return Named(Presenter(row.id, row.agenda_item_id, full_name(known), known.id), short_name(known))


def _papers(session: Session, meeting_id: UUID) -> dict[UUID, tuple[ItemPaper, ...]]:
    rows = session.execute(
        select(ItemDocumentRow.agenda_item_id, DocumentRow.id, DocumentRow.symbol, DocumentRow.title)
        .join(DocumentRow, DocumentRow.id == ItemDocumentRow.document_id)
        .join(AgendaItemRow, AgendaItemRow.id == ItemDocumentRow.agenda_item_id)
        .where(AgendaItemRow.meeting_id == meeting_id)
        .order_by(ItemDocumentRow.order_key, ItemDocumentRow.id)
    ).all()
    here = _here(session, [row[1] for row in rows])
    found: dict[UUID, list[ItemPaper]] = defaultdict(list)
    for item_id, document_id, symbol, title in rows:
        found[item_id].append(ItemPaper(document_id, symbol or title, title, document_id in here))
    return {item: tuple(papers) for item, papers in found.items()}


def _here(session: Session, documents: Iterable[UUID]) -> set[UUID]:
    """Those that have a file or a text."""
    wanted = set(documents)
    here: set[UUID] = set()
    for table in (AttachmentRow, BlockRow):
        rows = select(table.document_id).where(table.document_id.in_(wanted)).distinct()
        here.update(session.scalars(rows))
    return here
