"""A document with all that is kept beside its text, between its rows and a value."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from gmp_desktop.domain.blocks import Block, Document, Roll, Table
from gmp_desktop.domain.meeting import DocumentStage
from gmp_desktop.store.blocks import document_of, document_values, stage_of, values_of
from gmp_desktop.store.keys import new_key
from gmp_desktop.store.order import sequence
from gmp_desktop.store.tables import BlockRow, DocumentRow, SetAsideRow

_REFERENCE = re.compile(r"\[\^([0-9a-f-]{36})\]")


@dataclass(frozen=True, slots=True)
class SetAsideEntry:
    id: UUID
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Paper:
    """``under`` tells for a block which agenda item it stands under; ``distribution`` is the register's, which a
    masthead prints where there is one."""

    document: Document
    symbol: str = ""
    printed_symbol: str = ""
    cited: bool = False
    source: str = ""
    under: Mapping[UUID, UUID] = field(default_factory=dict)
    set_aside: tuple[SetAsideEntry, ...] = ()
    stage: DocumentStage = DocumentStage.PLANNED
    issued_on: date | None = None
    languages: tuple[str, ...] = ()
    distribution: str = ""


def of_meeting(session: Session, meeting_id: UUID) -> Iterator[DocumentRow]:
    """The rows of a meeting's register, in its order."""
    rows = select(DocumentRow).where(DocumentRow.meeting_id == meeting_id)
    return iter(session.scalars(rows.order_by(DocumentRow.order_key, DocumentRow.id)))


def load(row: DocumentRow) -> Paper:
    """The value of a row whose session is open."""
    return Paper(
        document_of(row, row.blocks),
        row.symbol,
        row.printed_symbol,
        row.cited,
        row.source,
        {block.id: block.agenda_item_id for block in row.blocks if block.agenda_item_id},
        tuple(SetAsideEntry(entry.id, entry.text, entry.reason) for entry in row.set_aside),
        stage_of(row.stage),
        row.issued_on,
        tuple(row.languages),
        row.distribution,
    )


def place(session: Session, paper: Paper, meeting_id: UUID | None, order_key: str) -> DocumentRow:
    """New rows that hold the paper."""
    values = document_values(paper.document) | {
        "symbol": paper.symbol,
        "printed_symbol": paper.printed_symbol,
        "cited": paper.cited,
        "source": paper.source,
        "stage": paper.stage.value,
        "issued_on": paper.issued_on,
        "languages": paper.languages,
    }
    if paper.document.masthead is None:
        values["distribution"] = paper.distribution
    row = DocumentRow(id=paper.document.id, meeting_id=meeting_id, order_key=order_key, **values)
    session.add(row)
    fill(session, row.id, paper)
    return row


def fill(session: Session, document_id: UUID, paper: Paper) -> None:
    """New rows for the blocks of a paper and for what was set aside."""
    blocks = paper.document.blocks
    for key, block in zip(sequence(len(blocks)), blocks, strict=True):
        under = paper.under.get(block.id)
        session.add(
            BlockRow(
                id=block.id, document_id=document_id, order_key=key, agenda_item_id=under, **values_of(block)
            )
        )
    for key, entry in zip(sequence(len(paper.set_aside)), paper.set_aside, strict=True):
        session.add(
            SetAsideRow(
                id=entry.id, document_id=document_id, order_key=key, text=entry.text, reason=entry.reason
            )
        )


def renewed(document: Document) -> Document:
    """The same document with keys of its own; references to notes follow."""
    keys = {str(block.id): str(new_key()) for block in document.blocks}

    def text(old: str) -> str:
        return _REFERENCE.sub(lambda found: f"[^{keys.get(found[1], found[1])}]", old) if "[^" in old else old

    def block(old: Block) -> Block:
        made = replace(old, id=UUID(keys[str(old.id)]), text=text(old.text))
        return (
            replace(made, rows=tuple(tuple(map(text, row)) for row in made.rows))
            if isinstance(made, Table | Roll)
            else made
        )

    return replace(
        document,
        id=new_key(),
        title=text(document.title),
        subtitle=text(document.subtitle),
        corner=tuple(map(text, document.corner)),
        blocks=tuple(map(block, document.blocks)),
    )
