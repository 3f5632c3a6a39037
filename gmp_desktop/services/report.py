"""Reading and correcting a report, or any other document: texts, order and kinds of its blocks."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from gmp_desktop.domain.blocks import Block, Document
from gmp_desktop.domain.changes import OpenText, Seen
from gmp_desktop.domain.errors import NotFound
from gmp_desktop.domain.meeting import SetAside
from gmp_desktop.domain.ops import Op
from gmp_desktop.domain.symbols import normalise
from gmp_desktop.domain.tidy import tidy
from gmp_desktop.services import editing
from gmp_desktop.services.naming import name_of
from gmp_desktop.store.blocks import document_of
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import BlockRow, DocumentRow

TEXT = "text"

Made = TypeVar("Made")


class Reports:
    """Texts being typed are kept as drafts and read back with the rest; every other method is one undo step."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of_meeting(self, meeting_id: UUID) -> UUID | None:
        """The report of a meeting, if it has one."""
        reports = select(DocumentRow.id).where(
            DocumentRow.meeting_id == meeting_id, DocumentRow.kind == "report", ~DocumentRow.cited
        )
        with self._store.read() as session:
            return session.scalar(reports.order_by(DocumentRow.order_key, DocumentRow.id).limit(1))

    def document(self, document_id: UUID) -> Document:
        """The document as it is to be read now, with the texts being typed."""
        with self._store.read() as session:
            document = document_of(_document(session, document_id), editing.siblings(session, document_id))
        return with_drafts(document, self._store)

    def document_by_symbol(self, name: str, meeting_id: UUID | None = None) -> Document:
        """The newest document with this symbol or code, of this meeting if one is given."""
        name = tidy(name).strip()
        if not name:
            raise NotFound("A document is found by its symbol or its code; none was named.")
        known = (DocumentRow.symbol == normalise(name)) | (DocumentRow.code == name)
        if meeting_id is not None:
            known &= DocumentRow.meeting_id == meeting_id
        found = select(DocumentRow.id, DocumentRow.cited).where(known)
        with self._store.read() as session:
            row = session.execute(found.order_by(DocumentRow.cited, DocumentRow.id.desc()).limit(1)).first()
            has_text = row and session.scalar(
                select(BlockRow.id).where(BlockRow.document_id == row.id).limit(1)
            )
        if row is None:
            raise NotFound(f"There is no document {name}.")
        if row.cited:
            raise NotFound(f"The document {name} is only cited here; its text was never imported.")
        if has_text is None:
            raise NotFound(
                f"The document {name} is registered here, but its text is not; it may have a file."
            )
        return self.document(row.id)

    def set_aside(self, document_id: UUID) -> list[SetAside]:
        """What the import of the document did not take into its text."""
        with self._store.read() as session:
            return [SetAside(row.text, row.reason) for row in _document(session, document_id).set_aside]

    def open_text(self, block_id: UUID) -> OpenText:
        """A text for an editor, with the versions it stands for; what was being typed goes first."""
        if draft := self._store.draft(block_id, TEXT):
            return draft
        with self._store.read() as session:
            text = editing.row_of(session, block_id).text
        return OpenText(text, self._store.seen(block_id, TEXT))

    def keep(self, block_id: UUID, text: str, seen: Seen) -> None:
        """Keep a text being typed; it is on the disk when this returns, and no step yet."""
        self._store.keep_draft(block_id, TEXT, tidy(text), seen)

    def settle(self, block_id: UUID) -> None:
        """Make a step of the text being typed; pauses while typing join into one step."""
        draft = self._store.draft(block_id, TEXT)
        if draft is None or not self._exists(block_id):
            return
        self.edit(block_id, draft.text, draft.seen)
        self._store.drop_draft(block_id, TEXT)

    def settle_all(self) -> None:
        for draft in self._store.drafts():
            if draft.field == TEXT:
                self.settle(draft.row)

    def edit(self, block_id: UUID, text: str, seen: Seen | None = None) -> None:
        """Replace the text that was on the screen; the same text again is no step, unless it settles a conflict."""
        text = tidy(text)
        fold = f"text {block_id}"
        with self._store.read() as session:
            if editing.row_of(session, block_id).text == text and len(seen or ()) < 2:
                return
            # Numbering the document costs more than the edit; a step that goes on has its name already.
            about = "" if self._store.goes_on(fold) else name_of(session, block_id)
        versions = {(block_id, TEXT): seen} if seen is not None else None
        with self._store.write(Op.EDIT_TEXT, about=about, fold=fold, seen=versions) as session:
            editing.row_of(session, block_id).text = text

    def split(self, block_id: UUID, at: int) -> UUID:
        """Part a text after so many characters as a person sees them, a note reference being one."""
        return self._step(Op.SPLIT_BLOCK, block_id, lambda session, row: editing.split(session, row, at))

    def join(self, block_id: UUID) -> UUID:
        """Append a text to the one before; gives the block that holds both."""
        self.settle_all()
        return self._step(Op.MERGE_BLOCKS, block_id, editing.join)

    def move(self, block_id: UUID, after: UUID | None) -> None:
        self._step(Op.MOVE_BLOCK, block_id, lambda session, row: editing.move(session, row, after))

    def remove(self, block_id: UUID) -> None:
        self._step(Op.REMOVE_BLOCK, block_id, editing.remove)

    def restyle(self, block_id: UUID, block: Block) -> None:
        """The same text as another kind of block, or with another level or numbering."""
        self._step(Op.RESTYLE_BLOCK, block_id, lambda session, row: editing.restyle(row, block))

    def add(self, document_id: UUID, after: UUID | None, block: Block) -> UUID:
        with self._store.read() as session:
            about = name_of(session, after) if after else ""
        with self._store.write(Op.ADD_BLOCK, about=about and f"after {about}") as session:
            before = editing.row_of(session, after) if after else None
            return editing.insert(session, _document(session, document_id).id, before, block)

    def edit_title(
        self,
        document_id: UUID,
        title: str | None = None,
        subtitle: str | None = None,
        seen: Seen | None = None,
    ) -> None:
        versions = {(document_id, "title"): seen} if seen is not None else None
        with self._store.write(Op.EDIT_DOCUMENT, about="title", seen=versions) as session:
            row = _document(session, document_id)
            row.title = row.title if title is None else title
            row.subtitle = row.subtitle if subtitle is None else subtitle

    def _step(self, op: Op, block_id: UUID, change: Callable[[Session, BlockRow], Made]) -> Made:
        self.settle(block_id)
        with self._store.read() as session:
            about = name_of(session, block_id)
        with self._store.write(op, about=about) as session:
            return change(session, editing.row_of(session, block_id))

    def _exists(self, block_id: UUID) -> bool:
        with self._store.read() as session:
            return session.get(BlockRow, block_id) is not None


def with_drafts(document: Document, store: Store) -> Document:
    """The document with the texts being typed in place of those last settled."""
    drafts = {draft.row: draft.text for draft in store.drafts() if draft.field == TEXT}
    if drafts.keys().isdisjoint(block.id for block in document.blocks):
        return document
    blocks = (replace(block, text=drafts.get(block.id, block.text)) for block in document.blocks)
    return replace(document, blocks=tuple(blocks))


def _document(session: Session, document_id: UUID) -> DocumentRow:
    row = session.get(DocumentRow, document_id)
    if row is None:
        raise NotFound("This document is not there any more. Undo may bring it back.")
    return row
