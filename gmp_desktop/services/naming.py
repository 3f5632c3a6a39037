"""What a block is called in the menu of undo: "paragraph 14", "heading 2 (a)", "item (b)"."""

from types import SimpleNamespace
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from gmp_desktop.domain.blocks import (
    AgendaLine,
    Annex,
    Block,
    DecisionTitle,
    Document,
    DocumentKind,
    Enacting,
    EndRule,
    Footnote,
    Heading,
    LetterPart,
    ListItem,
    Operative,
    Paragraph,
    Preambular,
    Quotation,
    Roll,
    Table,
)
from gmp_desktop.domain.numbering import labels
from gmp_desktop.store.blocks import block_of, scheme_of
from gmp_desktop.store.tables import BlockRow, DocumentRow

_NAMES: dict[type[Block], str] = {
    Heading: "heading",
    Paragraph: "paragraph",
    ListItem: "item",
    Quotation: "quotation",
    Table: "table",
    AgendaLine: "agenda item",
    Roll: "list of people",
    Footnote: "note",
    DecisionTitle: "decision title",
    Enacting: "opening of the decision",
    Preambular: "preambular paragraph",
    Operative: "operative paragraph",
    Annex: "",
    LetterPart: "part of the letter",
    EndRule: "end rule",
}

_SHAPE = (
    BlockRow.id,
    BlockRow.kind,
    BlockRow.level,
    BlockRow.numbered,
    BlockRow.style,
    BlockRow.header_rows,
    BlockRow.grouping,
)


def name_of(session: Session, block_id: UUID) -> str:
    """The kind of the block and its label now; reads the shape of its document, not its words."""
    row = session.get(BlockRow, block_id)
    if row is None:
        return ""
    shapes = session.execute(
        select(*_SHAPE)
        .where(BlockRow.document_id == row.document_id)
        .order_by(BlockRow.order_key, BlockRow.id)
    )
    blocks = tuple(block_of(SimpleNamespace(**shape._mapping, text="", rows=())) for shape in shapes)
    scheme = session.scalar(select(DocumentRow.scheme).where(DocumentRow.id == row.document_id))
    document = Document(row.document_id, DocumentKind.OTHER, "", blocks, scheme=scheme_of(scheme or ""))
    return named(block_of(row), labels(document).get(block_id, ""))


def named(block: Block, label: str) -> str:
    """A block and its label as people say it; a note's figure depends on words and is left out."""
    if isinstance(block, Footnote):
        label = ""
    if isinstance(block, Paragraph) and not label:
        return "unnumbered paragraph"
    name = _NAMES[type(block)] or "annex"
    if isinstance(block, Annex):
        return label.replace("Annex", "annex", 1) or name
    return f"{name} {label.rstrip('.')}".strip()
