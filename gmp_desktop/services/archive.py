"""Old papers into the record: read first, looked at, then taken in one step."""

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from gmp_desktop.domain import symbols
from gmp_desktop.domain.blocks import Annex, Document, DocumentKind, Heading, Table
from gmp_desktop.domain.errors import NotFound, Refused
from gmp_desktop.domain.inline import plain
from gmp_desktop.domain.limits import MOST_AGENDA_ITEMS, MOST_CELLS, MOST_PARTS
from gmp_desktop.domain.meeting import AgendaItem, Meeting, SetAside
from gmp_desktop.domain.numbering import texts
from gmp_desktop.domain.ops import Op
from gmp_desktop.reading.recognise import Recognised, read_file
from gmp_desktop.services import agenda, papers
from gmp_desktop.services.meetings import find, free_code
from gmp_desktop.services.papers import Paper, SetAsideEntry
from gmp_desktop.store.blocks import document_values
from gmp_desktop.store.keys import new_key
from gmp_desktop.store.order import between
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import AgendaItemRow, BlockRow, DocumentRow, MeetingRow, SetAsideRow

As = Literal["report", "document"]

_CODE = re.compile(r"DOC-([1-9]\d{0,8})")


@dataclass(frozen=True, slots=True)
class Imported:
    """What a paper became: ``meeting`` is a code, ``symbol`` the symbol or code of ``document``."""

    meeting: str | None
    symbol: str
    counts: dict[str, int]
    set_aside: tuple[SetAside, ...]
    document: UUID


class Archive:
    def __init__(self, store: Store) -> None:
        self._store = store

    @staticmethod
    def read(path: Path) -> Recognised:
        """What a file holds; touches no record and may run anywhere."""
        recognised = read_file(path)
        _refuse_too_large(recognised)
        return recognised

    def take(
        self,
        recognised: Recognised,
        *,
        as_: As | None = None,
        meeting: str | None = None,
        symbol: str | None = None,
    ) -> Imported:
        """Keep what was read: a report with its meeting, or a document alone. One undo step."""
        _refuse_too_large(recognised)
        as_ = as_ or kind_of(recognised)
        if as_ == "report":
            reported = _reported(recognised, meeting)
            recognised = replace(recognised, document=replace(recognised.document, kind=DocumentKind.REPORT))
            with self._store.write(Op.IMPORT, about=reported.code) as session:
                row = _meeting_row(session, recognised, reported)
                taken = _take(session, recognised, row, symbol)
            return _imported(recognised, row.code, taken)
        with self._store.write(Op.IMPORT, about=recognised.source) as session:
            known = _known_meeting(session, meeting) if meeting else None
            taken = _take(session, recognised, known, symbol)
            code_or_none = known.code if known else None
        return _imported(recognised, code_or_none, taken)


def kind_of(recognised: Recognised) -> As:
    """What a paper is best taken for: the report of a meeting brings the meeting with it."""
    is_report = recognised.meeting is not None and recognised.document.kind is DocumentKind.REPORT
    return "report" if is_report else "document"


def _reported(recognised: Recognised, given: str | None) -> Meeting:
    """The meeting a report is of, under the code it shall have."""
    if recognised.meeting is None:
        raise Refused(
            f"“{recognised.source}” is not the report of a meeting. Nothing was changed; "
            "it can be imported as a document (--as document)."
        )
    code = (given or recognised.meeting.code).strip()
    if not code:
        raise Refused(
            "The report does not tell which meeting it is of. Nothing was changed; name it with --meeting."
        )
    if len(recognised.agenda) > MOST_AGENDA_ITEMS:
        raise Refused(
            f"“{recognised.source}” has more than {MOST_AGENDA_ITEMS:,} headings, more than an agenda can have. "
            "Nothing was changed; it can be imported as a document (--as document)."
        )
    return replace(recognised.meeting, code=code)


def _refuse_too_large(recognised: Recognised) -> None:
    """What one paper may hold is what a whole meeting may."""
    parts = _parts(recognised)
    if parts > MOST_PARTS:
        raise Refused(
            f"“{recognised.source}” has {parts:,} paragraphs and other parts; a meeting holds at most "
            f"{MOST_PARTS:,}. Nothing was changed; part the paper and import the pieces."
        )
    tables = (block for block in recognised.document.blocks if isinstance(block, Table))
    if sum(len(row) or 1 for table in tables for row in table.rows) > MOST_CELLS:
        raise Refused(
            f"The tables of “{recognised.source}” have more than {MOST_CELLS:,} cells. Nothing was changed; "
            "part the paper and import the pieces."
        )


def _parts(recognised: Recognised) -> int:
    blocks, aside = recognised.document.blocks, recognised.set_aside
    return 1 + len(blocks) + len(aside) + len(recognised.symbols)


def _refuse_overfull(session: Session, meeting: MeetingRow, recognised: Recognised) -> None:
    """A meeting never outgrows what a bundle can hold."""
    documents = DocumentRow.meeting_id == meeting.id
    counts = (
        select(func.count()).select_from(AgendaItemRow).where(AgendaItemRow.meeting_id == meeting.id),
        select(func.count()).select_from(DocumentRow).where(documents),
        select(func.count()).select_from(BlockRow).join(DocumentRow).where(documents),
        select(func.count()).select_from(SetAsideRow).join(DocumentRow).where(documents),
    )
    if sum(session.scalar(count) or 0 for count in counts) + _parts(recognised) > MOST_PARTS:
        raise Refused(
            f"With “{recognised.source}” the meeting {meeting.code} would hold more than {MOST_PARTS:,} paragraphs "
            "and other parts. Nothing was changed; import it into another meeting."
        )


def _known_meeting(session: Session, code: str) -> MeetingRow:
    row = find(session, code)
    if row is None:
        raise NotFound(f"There is no meeting {code}. Nothing was changed.")
    return row


def _meeting_row(session: Session, recognised: Recognised, reported: Meeting) -> MeetingRow:
    """The meeting of the report: one that waits for it, or a new one with the agenda of the report."""
    row = find(session, reported.code)
    if row is None:
        free_code(session, reported.code)
        row = MeetingRow(**_meeting_values(reported))
        session.add(row)
    else:
        _refuse_second_report(session, row, recognised)
    if not agenda.load(session, row.id):
        agenda.place(session, row.id, agenda.renewed(recognised.agenda))
    return row


def _meeting_values(meeting: Meeting) -> dict[str, object]:
    names = ("code", "title", "body", "ordinal", "starts_on", "ends_on", "venue", "place", "language")
    return {name: getattr(meeting, name) for name in names} | {"state": meeting.state.value}


def _refuse_second_report(session: Session, row: MeetingRow, recognised: Recognised) -> None:
    for paper in papers.of_meeting(session, row.id):
        if paper.kind != DocumentKind.REPORT or paper.cited:
            continue
        same = _words(papers.load(paper).document) == _words(recognised.document)
        what = "is here already, word for word" if same else "has another report here already"
        raise Refused(
            f"The meeting {row.code} {what}. Nothing was changed; "
            "to import this one as another meeting, name it with --meeting CODE."
        )


def _words(document: Document) -> list[str]:
    return [plain(text) for block in document.blocks for text in texts(block)]


def _take(
    session: Session, recognised: Recognised, meeting: MeetingRow | None, symbol: str | None
) -> tuple[str, UUID]:
    """Place the document and what it cites; gives its symbol or code, and its id."""
    if meeting:
        _refuse_overfull(session, meeting, recognised)
    register = _register(session, meeting)
    paper = _paper(session, recognised, symbol, agenda.load(session, meeting.id) if meeting else ())
    meeting_id = meeting.id if meeting else None
    last = max((row.order_key for row in register.values()), default=None)
    known = register.get(paper.symbol) if paper.symbol else None
    if known is None:
        last = between(last, None)
        known = papers.place(session, paper, meeting_id, last)
    else:
        _fill(session, known, paper)
    cited = (text for text in recognised.symbols if text != paper.symbol and text not in register)
    for text in dict.fromkeys(cited):
        last = between(last, None)
        session.add(DocumentRow(meeting_id=meeting_id, symbol=text, cited=True, order_key=last))
    return paper.symbol or paper.document.code, known.id


def _register(session: Session, meeting: MeetingRow | None) -> dict[str, DocumentRow]:
    """The documents a new one stands beside, by symbol; those without one by their id."""
    beside = DocumentRow.meeting_id == meeting.id if meeting else DocumentRow.meeting_id.is_(None)
    rows = session.scalars(select(DocumentRow).where(beside).order_by(DocumentRow.cited.desc()))
    return {row.symbol or str(row.id): row for row in rows}


def _fill(session: Session, row: DocumentRow, paper: Paper) -> None:
    """A document so far only cited is now here."""
    if not row.cited:
        raise Refused(
            f"The document {row.symbol} is here already. Nothing was changed; "
            "give this one another symbol (--symbol) or another meeting (--meeting)."
        )
    for name, value in document_values(paper.document).items():
        setattr(row, name, value)
    row.printed_symbol, row.source, row.cited = paper.printed_symbol, paper.source, False
    papers.fill(session, row.id, paper)


def _paper(session: Session, recognised: Recognised, given: str | None, items: Iterable[AgendaItem]) -> Paper:
    document = papers.renewed(recognised.document)
    symbol = symbols.parse(given).text if given else _own_symbol(document)
    printed = symbol if given else re.sub(r"\s*/\s*", "/", recognised.printed_symbol) or symbol
    if document.masthead:
        document = replace(document, masthead=replace(document.masthead, symbol=printed))
    return Paper(
        replace(document, code="" if symbol else _next_code(session)),
        symbol=symbol,
        printed_symbol=printed,
        source=recognised.source,
        under=dict(_under(document, items)),
        set_aside=tuple(SetAsideEntry(new_key(), entry.text, entry.reason) for entry in recognised.set_aside),
    )


def _own_symbol(document: Document) -> str:
    """The symbol in the masthead, or the reference of a letter."""
    printed = document.masthead.symbol if document.masthead else document.code
    return symbols.parse(printed).text if symbols.is_symbol(printed) else ""


def _next_code(session: Session) -> str:
    codes = session.scalars(select(DocumentRow.code).where(DocumentRow.code.startswith("DOC-")))
    numbers = (int(match.group(1)) for code in codes if (match := _CODE.fullmatch(code)))
    return f"DOC-{max(numbers, default=0) + 1}"


def _under(document: Document, items: Iterable[AgendaItem]) -> Iterator[tuple[UUID, UUID]]:
    """For every block the agenda item it stands under: the last one named by a heading, up to the annexes."""
    items = tuple(items)
    places: dict[str, deque[int]] = defaultdict(deque)
    for at, item in enumerate(items):
        places[item.title.casefold()].append(at)
    passed = 0
    current: UUID | None = None
    for block in document.blocks:
        if isinstance(block, Annex):
            return
        if isinstance(block, Heading):
            waiting = places.get(plain(block.text).casefold(), deque())
            while waiting and waiting[0] < passed:
                waiting.popleft()
            if waiting:
                passed = waiting[0] + 1
                current = items[waiting[0]].id
        if current:
            yield block.id, current


def _imported(recognised: Recognised, meeting: str | None, taken: tuple[str, UUID]) -> Imported:
    symbol, document = taken
    return Imported(meeting, symbol, recognised.counts(), recognised.set_aside, document)
