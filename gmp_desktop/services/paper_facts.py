"""All that papers say of a meeting, read in one go."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from gmp_desktop.domain.agenda import number_of, parents
from gmp_desktop.domain.blocks import DocumentKind, Masthead
from gmp_desktop.domain.meeting import AgendaItem, DocumentStage, Meeting, MeetingDocument, Sitting
from gmp_desktop.domain.papers.days import day
from gmp_desktop.domain.papers.front import Front
from gmp_desktop.domain.papers.kinds import PaperKind
from gmp_desktop.domain.papers.wording import Wording
from gmp_desktop.domain.papers.work import Hour
from gmp_desktop.domain.people import full_name
from gmp_desktop.domain.timetable import Slot, timetable
from gmp_desktop.services import agenda, papers, sitting_rows
from gmp_desktop.services.participant_rows import person_of
from gmp_desktop.services.phrases import FALLBACK, phrases
from gmp_desktop.store import reference
from gmp_desktop.store.blocks import stage_of
from gmp_desktop.store.tables import AgendaItemRow, DocumentRow, ItemDocumentRow, PersonRow, PresenterRow

_UNEP = "UNEP"
_GENERAL = "General"
_OWN_KINDS = {
    PaperKind.AGENDA: DocumentKind.AGENDA,
    PaperKind.ANNOTATED_AGENDA: DocumentKind.ANNOTATED_AGENDA,
}
_TITLES = {
    PaperKind.ORGANISATION_OF_WORK: ("organisation-of-work-provisional", "organisation-of-work-adopted"),
    PaperKind.DOCUMENTS: ("documents",),
    PaperKind.PARTICIPANTS: ("participants",),
}
"""What the register calls the papers that no kind of document tells."""


@dataclass(frozen=True)
class Entry:
    """A line of the register with what its masthead says."""

    document: MeetingDocument
    masthead: Masthead


@dataclass(frozen=True)
class Facts:
    meeting: Meeting
    items: tuple[AgendaItem, ...]
    sittings: tuple[Sitting, ...]
    entries: tuple[Entry, ...]
    presenters: Mapping[UUID, tuple[str, ...]]

    @property
    def documents(self) -> tuple[MeetingDocument, ...]:
        return tuple(entry.document for entry in self.entries)


def wording(language: str) -> Wording:
    return Wording(language or FALLBACK, phrases("papers", language), phrases("papers", FALLBACK))


def facts(session: Session, meeting: Meeting) -> Facts:
    rows = list(papers.of_meeting(session, meeting.id))
    return Facts(
        meeting,
        tuple(agenda.load(session, meeting.id)),
        tuple(sitting_rows.load(session, meeting.id)),
        tuple(_entry(row, under) for row, under in _with_items(session, rows)),
        _presenters(session, meeting.id),
    )


def front(known: Facts, kind: PaperKind, say: Wording, *, draft: bool = False) -> Front:
    """How the paper is headed: as it is registered, else under the number it usually has, else without a symbol."""
    meeting = known.meeting
    body = reference.body(meeting.body)
    called = phrases("body", FALLBACK)
    return Front(
        meeting,
        _body_lines(meeting.body),
        called.get(meeting.body, called[""]),
        body.ordinal_noun if body else "meeting",
        _masthead(known, kind, say),
        _symbol(known, PaperKind.AGENDA, say),
        draft,
    )


def hours(known: Facts) -> dict[UUID, Hour]:
    """The lines of the timetable: items without sub-items, and those with minutes of their own, in their order."""
    over = parents(known.items)
    days = {sitting.id: sitting.day for sitting in known.sittings}
    named = _named_papers(known)
    made = timetable(known.items, known.sittings)
    lines: dict[UUID, Hour] = {}
    for item in known.items:
        slot = made.of(item.id)
        if slot is not None and (item.id not in over or item.minutes):
            lines[item.id] = Hour(
                item.title,
                number_of(known.items, item.id),
                days.get(slot.sitting_id) if slot.sitting_id else None,
                *_planned(slot, item, item.id in over),
                who=known.presenters.get(item.id, ()),
                papers=tuple(named[item.id]),
            )
    return lines


def _planned(slot: Slot, item: AgendaItem, over: bool) -> tuple[int | None, int | None]:
    """From when to when; no hour where no minutes are planned."""
    if slot.begins is None or slot.ends is None or not slot.minutes:
        return None, None
    return slot.begins, slot.begins + item.minutes if over and item.minutes else slot.ends


def _named_papers(known: Facts) -> defaultdict[UUID, list[str]]:
    """Symbols, or titles where there is none, by item."""
    named: defaultdict[UUID, list[str]] = defaultdict(list)
    for document in known.documents:
        if not document.cited and document.stage is not DocumentStage.WITHDRAWN:
            for id in document.item_ids:
                named[id].append(document.printed_symbol or document.symbol or document.title)
    return named


def _masthead(known: Facts, kind: PaperKind, say: Wording) -> Masthead | None:
    """None for what no register knows: sheets and cards."""
    entry = _registered(known, kind, say)
    symbol = _symbol(known, kind, say)
    if entry is None and not symbol:
        return None
    own = entry.masthead if entry else Masthead()
    issued = entry.document.issued_on if entry else None
    return Masthead(
        own.organ or _organ(known, symbol, say),
        symbol,
        own.distribution or (_GENERAL if symbol else ""),
        own.dated or (day(issued, say) if issued else ""),
        own.language_line or _language_line(known.meeting, say),
        own.job_number,
    )


def _symbol(known: Facts, kind: PaperKind, say: Wording) -> str:
    """The registered one, or the usual one unless another document bears it already."""
    entry = _registered(known, kind, say)
    if entry is not None and (entry.masthead.symbol or entry.document.symbol):
        return entry.masthead.symbol or entry.document.symbol
    stem, number = known.meeting.symbol_stem, _usual_number(known.meeting, kind)
    usual = f"{stem}/{number}" if stem and number else ""
    taken = {document.symbol for document in known.documents}
    return "" if usual in taken else usual


def _usual_number(meeting: Meeting, kind: PaperKind) -> str:
    body = reference.body(meeting.body)
    if kind is PaperKind.ANNOTATED_AGENDA and body and body.annotated_agenda_symbol:
        return body.annotated_agenda_symbol
    own = _OWN_KINDS.get(kind)
    usual = (
        known.usual_number for known in reference.document_kinds() if own and known.document_kind == own.value
    )
    return next(usual, "")


def _registered(known: Facts, kind: PaperKind, say: Wording) -> Entry | None:
    entries = [entry for entry in known.entries if not entry.document.cited]
    own = _OWN_KINDS.get(kind)
    if own:
        return next((entry for entry in entries if entry.document.kind == own.value), None)
    titles = {title for name in _TITLES.get(kind, ()) for title in say.spellings(name)}
    return next((entry for entry in entries if entry.document.title.casefold() in titles), None)


def _organ(known: Facts, symbol: str, say: Wording) -> str:
    """As other documents of the meeting have it; that of a UNEP series is known."""
    used = next((entry.masthead.organ for entry in known.entries if entry.masthead.organ), "")
    return used or (say("organ") if symbol.startswith(_UNEP) else "")


def _language_line(meeting: Meeting, say: Wording) -> str:
    """English only where the meeting has one language, else Original: English."""
    own = (meeting.language or FALLBACK).partition("-")[0].lower()
    tell = say.having("language-only")
    language = tell.named("languages").get(own, "")
    if not language:
        return ""
    line = tell("language-only" if len(meeting.languages) < 2 else "language-original", language=language)
    return line[:1].upper() + line[1:]


def _body_lines(code: str) -> tuple[str, ...]:
    """A body whose full name begins with that of its parent stands below it; a code we do not know stands for itself."""
    body = reference.body(code)
    if body is None:
        return (code,) if code else ()
    if body.parent_name and body.full_name.startswith(body.parent_name):
        return body.parent_name, body.name
    return (body.full_name,)


def _with_items(session: Session, rows: list[DocumentRow]) -> list[tuple[DocumentRow, tuple[UUID, ...]]]:
    under: defaultdict[UUID, list[UUID]] = defaultdict(list)
    links = select(ItemDocumentRow).where(ItemDocumentRow.document_id.in_([row.id for row in rows]))
    for link in session.scalars(links.order_by(ItemDocumentRow.order_key, ItemDocumentRow.id)):
        under[link.document_id].append(link.agenda_item_id)
    return [(row, tuple(dict.fromkeys(under[row.id]))) for row in rows]


def _entry(row: DocumentRow, under: tuple[UUID, ...]) -> Entry:
    document = MeetingDocument(
        row.id,
        row.symbol,
        row.title,
        row.kind,
        row.printed_symbol,
        row.cited,
        row.code,
        row.meeting_id,
        row.distribution,
        stage_of(row.stage),
        row.issued_on,
        tuple(row.languages),
        under,
    )
    masthead = Masthead(
        row.organ,
        row.printed_symbol or row.symbol,
        row.distribution,
        row.dated,
        row.language_line,
        row.job_number,
    )
    return Entry(document, masthead)


def _presenters(session: Session, meeting_id: UUID) -> dict[UUID, tuple[str, ...]]:
    """Their names by item."""
    told = (
        select(PresenterRow, PersonRow)
        .join(AgendaItemRow, AgendaItemRow.id == PresenterRow.agenda_item_id)
        .outerjoin(PersonRow, PersonRow.id == PresenterRow.person_id)
        .where(AgendaItemRow.meeting_id == meeting_id)
        .order_by(PresenterRow.order_key, PresenterRow.id)
    )
    found: defaultdict[UUID, list[str]] = defaultdict(list)
    for row, person in session.execute(told):
        found[row.agenda_item_id].append(full_name(person_of(person)) if person else row.name)
    return {id: tuple(names) for id, names in found.items()}


def usual_day(known: Facts, today: date) -> date:
    """The day a list says it was made as at: today, or the last day of a meeting that is over."""
    last = known.meeting.ends_on or known.meeting.starts_on
    return min(today, last) if last else today
