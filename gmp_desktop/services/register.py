"""The register of a meeting's documents: symbols proposed and checked, entries added, changed and put under items."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from gmp_desktop.domain.errors import NotFound, Refused
from gmp_desktop.domain.meeting import DocumentStage, MeetingDocument
from gmp_desktop.domain.ops import Op
from gmp_desktop.domain.register import (
    Proposal,
    RegisterKind,
    full_symbol,
    in_order,
    next_symbol,
    proposed,
    short_form,
    usual_distribution,
)
from gmp_desktop.domain.symbol_check import Fault, check_symbol
from gmp_desktop.domain.symbol_lists import Listed
from gmp_desktop.domain.symbols import normalise
from gmp_desktop.services.attachments import Attachments, attach, known_language
from gmp_desktop.services.kept_files import KeptFile
from gmp_desktop.services.meetings import row_of
from gmp_desktop.services.register_rows import (
    annotated_for,
    documents_of,
    link_all,
    links_of,
    meeting_before,
    stem_for,
)
from gmp_desktop.store.order import between
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import DocumentRow

LONGEST_TITLE = 2_000
MOST_LANGUAGES = 20

_PLAIN = ("kind", "distribution", "issued_on")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a list, or a file, that is to become a document; ``file`` has been taken in already."""

    symbol: str
    title: str = ""
    file: KeptFile | None = None
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Registered:
    """What became of a list: new documents, documents that got their file, lines that were left and why."""

    added: tuple[UUID, ...] = ()
    attached: tuple[UUID, ...] = ()
    refused: tuple[tuple[Entry, str], ...] = ()


class Register:
    """``data`` is the folder in which the files are kept."""

    def __init__(self, store: Store, data: Path) -> None:
        self._store = store
        self.attachments = Attachments(store, data)

    def documents(self, meeting_id: UUID) -> list[MeetingDocument]:
        """The list of documents in its order, with the agenda items and the files of each."""
        with self._store.read() as session:
            return in_order(documents_of(session, meeting_id))

    def listing(self, meeting_id: UUID) -> tuple[list[MeetingDocument], str]:
        """The list of documents and what the symbols of the meeting begin with."""
        with self._store.read() as session:
            documents = documents_of(session, meeting_id)
            return in_order(documents), stem_for(row_of(session, meeting_id), documents)

    def stem(self, meeting_id: UUID) -> str:
        """What the symbols of the meeting begin with: as it says, as its register shows, as its body is used to."""
        with self._store.read() as session:
            return stem_for(row_of(session, meeting_id), documents_of(session, meeting_id))

    def propose(self, meeting_id: UUID, kind: RegisterKind, of: UUID | None = None) -> Proposal:
        """The next free symbol of a kind, with what follows from it; empty while nobody knows how symbols begin here."""
        with self._store.read() as session:
            meeting = row_of(session, meeting_id)
            documents = documents_of(session, meeting_id)
        stem = stem_for(meeting, documents)
        parent = next((document for document in documents if document.id == of), None)
        if not stem and parent is None:
            return Proposal("")
        taken = (document.symbol for document in documents)
        symbol = next_symbol(stem, kind, taken, parent.symbol if parent else None)
        return proposed(symbol, stem, annotated_for(meeting.body), parent)

    def list_before(self, meeting_id: UUID) -> tuple[str, list[Listed]]:
        """The code of the meeting of this body before this one, and its list of documents under this one's symbols."""
        with self._store.read() as session:
            meeting = row_of(session, meeting_id)
            stem = stem_for(meeting, documents_of(session, meeting_id))
            before = meeting_before(session, meeting)
            documents = in_order(documents_of(session, before.id)) if before else []
            old = stem_for(before, documents) if before else ""
        listed = [
            Listed(full_symbol(short, stem), document.title)
            for document in documents
            if not document.cited and (short := short_form(document.symbol, old)) != document.symbol
        ]
        return (before.code, listed) if before and stem else ("", [])

    def add(
        self,
        meeting_id: UUID,
        *,
        symbol: str,
        title: str = "",
        kind: str = "",
        item_ids: Iterable[UUID] = (),
        distribution: str = "",
        issued_on: date | None = None,
        languages: Sequence[str] = (),
        stage: DocumentStage = DocumentStage.PLANNED,
    ) -> UUID:
        """A new document; one so far only cited becomes it. What is not given follows from the symbol."""
        with self._store.write(Op.ADD_DOCUMENT, about=normalise(symbol)) as session:
            row = _Places(session, meeting_id).new(symbol, title)
            row.stage, row.issued_on, row.languages = stage.value, issued_on, _languages(languages)
            row.kind, row.distribution = kind or row.kind, distribution or row.distribution
            link_all(session, row, item_ids)
            return row.id

    def add_many(self, meeting_id: UUID, entries: Iterable[Entry]) -> Registered:
        """A whole list in one step. A file of a document that is here is attached to it; what cannot be is left."""
        entries = tuple(entries)
        added: list[UUID] = []
        attached: list[UUID] = []
        refused: list[tuple[Entry, str]] = []
        about = f"{len(entries):,} documents" if len(entries) > 1 else "".join(e.symbol for e in entries)
        with self._store.write(Op.ADD_DOCUMENTS, about=about) as session:
            places = _Places(session, meeting_id)
            for entry in entries:
                known = places.known(entry.symbol) if entry.file else None
                try:
                    row = known or places.new(entry.symbol, entry.title)
                except Refused as refusal:
                    refused.append((entry, str(refusal)))
                    continue
                (attached if known else added).append(row.id)
                if entry.file:
                    session.flush()
                    attach(session, row.id, entry.file, entry.language)
        return Registered(tuple(added), tuple(attached), tuple(refused))

    def edit(self, document_id: UUID, **fields: Any) -> None:
        """Change what the register says of a document; a title being typed is one step."""
        unknown = fields.keys() - {*_PLAIN, "symbol", "title", "languages", "stage", "item_ids"}
        if unknown:
            raise TypeError(f"a document of the register has no {', '.join(sorted(unknown))}")
        fold = f"{document_id}/title" if fields.keys() == {"title"} else ""
        with self._store.write(Op.EDIT_DOCUMENT, about=self._name(document_id), fold=fold) as session:
            row = _row(session, document_id)
            for name in _PLAIN:
                if name in fields:
                    setattr(row, name, fields[name])
            if "title" in fields:
                row.title = _title(fields["title"])
            if "languages" in fields:
                row.languages = _languages(fields["languages"])
            if "stage" in fields:
                row.stage = DocumentStage(fields["stage"]).value
            if "symbol" in fields:
                _rename(session, row, fields["symbol"])
            if "item_ids" in fields:
                link_all(session, row, fields["item_ids"])

    def adopt(self, document_id: UUID) -> None:
        """A document that others only cite comes into the register."""
        with self._store.write(Op.ADD_DOCUMENT, about=self._name(document_id)) as session:
            row = _row(session, document_id)
            row.cited = False
            row.distribution = row.distribution or usual_distribution(row.symbol)

    def remove(self, *document_ids: UUID) -> None:
        """The documents with their text and their place under agenda items; undo brings all of it back."""
        one = len(document_ids) == 1
        about = self._name(document_ids[0]) if one else f"{len(document_ids)} documents"
        with self._store.write(Op.REMOVE_DOCUMENT, about=about) as session:
            for document_id in document_ids:
                session.delete(_row(session, document_id))

    def link(self, document_id: UUID, item_id: UUID) -> None:
        """Put the document before the meeting under an agenda item, after the others there."""
        with self._store.write(Op.EDIT_DOCUMENT, about=self._name(document_id)) as session:
            row = _row(session, document_id)
            link_all(session, row, {*(link.agenda_item_id for link in row.items), item_id})

    def unlink(self, document_id: UUID, item_id: UUID) -> None:
        with self._store.write(Op.EDIT_DOCUMENT, about=self._name(document_id)) as session:
            row = _row(session, document_id)
            link_all(session, row, {link.agenda_item_id for link in row.items} - {item_id})

    def move(self, document_id: UUID, item_id: UUID, by: int) -> None:
        """Move the document up (negative) or down among those of an agenda item."""
        with self._store.write(Op.EDIT_DOCUMENT, about=self._name(document_id)) as session:
            links = links_of(session, item_id)
            at = next((at for at, link in enumerate(links) if link.document_id == document_id), None)
            if at is None:
                raise NotFound("The document is not under this agenda item. Nothing was changed.")
            moved = links.pop(at)
            to = min(max(at + by, 0), len(links))
            if to != at:
                before = links[to - 1].order_key if to else None
                after = links[to].order_key if to < len(links) else None
                moved.order_key = between(before, after)

    def _name(self, document_id: UUID) -> str:
        with self._store.read() as session:
            row = _row(session, document_id)
            return row.symbol or row.title or row.code or "document"


class _Places:
    """Where new documents of a meeting go; knows after each what is taken."""

    def __init__(self, session: Session, meeting_id: UUID) -> None:
        self._session, self._meeting = session, row_of(session, meeting_id)
        documents = documents_of(session, meeting_id)
        self._stem = stem_for(self._meeting, documents)
        self._by_symbol = {document.symbol.casefold(): document for document in documents if document.symbol}
        key = select(func.max(DocumentRow.order_key)).where(DocumentRow.meeting_id == meeting_id)
        self._last: str | None = session.scalar(key)

    def known(self, symbol: str) -> DocumentRow | None:
        """The document of the register that has the symbol."""
        found = self._of(symbol)
        return None if found is None or found.cited else self._session.get(DocumentRow, found.id)

    def new(self, symbol: str, title: str) -> DocumentRow:
        title = _title(title)
        cited = self._of(symbol)
        symbol = _free(symbol, [cited] if cited else [], self._stem)
        proposal = proposed(symbol, self._stem, annotated_for(self._meeting.body), self._parent(symbol))
        row = self._session.get(DocumentRow, cited.id) if cited else None
        if row is None:
            self._last = between(self._last, None)
            row = DocumentRow(
                meeting_id=self._meeting.id, order_key=self._last, language=self._meeting.language
            )
            self._session.add(row)
        row.symbol, row.cited = symbol, False
        row.title = title or row.title or proposal.title
        row.kind = proposal.kind
        row.distribution = row.distribution or proposal.distribution
        self._by_symbol[symbol.casefold()] = MeetingDocument(
            row.id, symbol, row.title, row.kind, distribution=row.distribution
        )
        return row

    def _of(self, symbol: str) -> MeetingDocument | None:
        return self._by_symbol.get(full_symbol(symbol, self._stem).casefold())

    def _parent(self, symbol: str) -> MeetingDocument | None:
        return self._of(symbol.rpartition("/")[0])


def _free(symbol: str, taken: Iterable[MeetingDocument], stem: str) -> str:
    """The symbol in normal form, if a document can have it."""
    problem = check_symbol(symbol, taken, stem)
    if problem is not None and problem.stops:
        remedy = "choose another one." if problem.fault is Fault.DUPLICATE else "correct it."
        raise Refused(f"{problem.sentence} Nothing was changed; {remedy}")
    return full_symbol(symbol, stem)


def _rename(session: Session, row: DocumentRow, symbol: str) -> None:
    """A paper with a masthead prints its symbol there; what is kept as printed elsewhere stands."""
    documents = documents_of(session, row.meeting_id) if row.meeting_id else []
    stem = stem_for(row_of(session, row.meeting_id), documents) if row.meeting_id else ""
    others = [document for document in documents if document.id != row.id]
    symbol = _free(symbol, others, stem)
    if symbol != row.symbol:
        row.symbol = symbol
        row.printed_symbol = symbol if row.has_masthead else row.printed_symbol


def _row(session: Session, document_id: UUID) -> DocumentRow:
    row = session.get(DocumentRow, document_id)
    if row is None:
        raise NotFound("This document is not there any more. Undo may bring it back.")
    return row


def _title(text: str) -> str:
    title = " ".join(text.split())
    if len(title) > LONGEST_TITLE:
        raise Refused(f"A title has at most {LONGEST_TITLE:,} characters. Nothing was changed; shorten it.")
    return title


def _languages(tags: Sequence[str]) -> tuple[str, ...]:
    if len(tags) > MOST_LANGUAGES:
        raise Refused(f"A document has at most {MOST_LANGUAGES} languages. Nothing was changed.")
    return tuple(dict.fromkeys(known_language(tag) for tag in tags))
