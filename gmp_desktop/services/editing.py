"""What happens to the rows of a document's blocks when a person splits, joins, moves or restyles them."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from gmp_desktop.domain.blocks import (
    Annex,
    Block,
    DecisionTitle,
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
    Table,
)
from gmp_desktop.domain.cutting import cut, joined, length
from gmp_desktop.domain.errors import NotFound, Refused
from gmp_desktop.domain.inline import note_references
from gmp_desktop.domain.limits import DEEPEST, MOST_CELLS, MOST_PARTS
from gmp_desktop.domain.numbering import texts
from gmp_desktop.store.blocks import block_of, values_of
from gmp_desktop.store.keys import new_key
from gmp_desktop.store.order import between
from gmp_desktop.store.tables import BlockRow

_RUNNING = (Paragraph, ListItem, Quotation, Preambular, Operative, Enacting)
_TITLES = (Heading, Annex, DecisionTitle)
_UNDIVIDED = {Table: "A table", Footnote: "A note", EndRule: "The end rule"}


def row_of(session: Session, block_id: UUID) -> BlockRow:
    row = session.get(BlockRow, block_id)
    if row is None:
        raise NotFound("This paragraph is not there any more. Undo may bring it back.")
    return row


def siblings(session: Session, document_id: UUID) -> Sequence[BlockRow]:
    """The blocks of a document, in order."""
    rows = select(BlockRow).where(BlockRow.document_id == document_id)
    return session.scalars(rows.order_by(BlockRow.order_key, BlockRow.id)).all()


def split(session: Session, row: BlockRow, at: int) -> UUID:
    """Put what stands after so many characters into a block of its own, behind this one."""
    block = block_of(row)
    if what := _UNDIVIDED.get(type(block)):
        raise Refused(f"{what} cannot be split. Nothing was changed.")
    if not 0 <= at <= length(row.text):
        raise Refused("The place to split at is outside the text. Nothing was changed.")
    row.text, rest = cut(row.text, at)
    return insert(session, row.document_id, row, _second_half(block, rest))


def join(session: Session, row: BlockRow) -> UUID:
    """Append the text to that of the block before, notes apart, and remove this one."""
    before = _text_before(session, row)
    row_block = block_of(row)
    if before is None:
        raise Refused("There is no paragraph before this one to join it to. Nothing was changed.")
    parting = _parting(block_of(before), row_block)
    before.text = joined(before.text, row.text, parting)
    session.delete(row)
    return before.id


def move(session: Session, row: BlockRow, after: UUID | None) -> None:
    """Put the block behind another one, or at the beginning; it takes that one's agenda item."""
    if after == row.id:
        return
    target = _sibling(session, row.document_id, after)
    row.order_key = _key_after(session, row.document_id, target, without=row.id)
    if target is not None and row.kind != "heading":
        row.agenda_item_id = target.agenda_item_id


def insert(session: Session, document_id: UUID, after: BlockRow | None, block: Block) -> UUID:
    """A new row for a block, behind another one or at the beginning."""
    if session.get(BlockRow, block.id) is not None:
        block = replace(block, id=new_key())
    _refuse_unfit(block)
    key = _key_after(session, document_id, after)
    under = after.agenda_item_id if after else None
    session.add(
        BlockRow(
            id=block.id, document_id=document_id, order_key=key, agenda_item_id=under, **values_of(block)
        )
    )
    return block.id


def remove(session: Session, row: BlockRow) -> None:
    """Remove the block, and with it the notes nothing else refers to."""
    own = {note for text in texts(block_of(row)) for note in note_references(text)}
    rest = [other for other in siblings(session, row.document_id) if other.id != row.id] if own else []
    still = {note for other in rest for text in texts(block_of(other)) for note in note_references(text)}
    for other in rest:
        if other.kind == "footnote" and str(other.id) in own - still:
            session.delete(other)
    session.delete(row)


def restyle(row: BlockRow, block: Block) -> None:
    """Make the row another kind of block with the same text; only a table has cells."""
    if (row.kind == "table") != isinstance(block, Table):
        raise Refused("A table and a text cannot become one another. Nothing was changed.")
    _refuse_unfit(block)
    for name, value in values_of(block).items():
        if name != "text":
            setattr(row, name, value)


def _refuse_unfit(block: Block) -> None:
    """Only what a bundle can hold is kept."""
    if isinstance(block, Heading | ListItem) and not 1 <= block.level <= DEEPEST:
        raise Refused(f"A level is between 1 and {DEEPEST}. Nothing was changed.")
    if isinstance(block, Table):
        if len({len(row) for row in block.rows}) > 1 or not 0 <= block.header_rows <= len(block.rows):
            raise Refused(
                "The rows of a table are of equal length, and its head is part of them. Nothing was changed."
            )
        if sum(len(row) or 1 for row in block.rows) > MOST_CELLS:
            raise Refused(f"A table holds at most {MOST_CELLS:,} cells. Nothing was changed; part it.")


def _second_half(block: Block, rest: str) -> Block:
    if isinstance(block, _TITLES) and (not rest or not isinstance(block, Heading)):
        return Paragraph(new_key(), rest)
    return replace(block, id=new_key(), text=rest)


def _text_before(session: Session, row: BlockRow) -> BlockRow | None:
    before = None
    for other in siblings(session, row.document_id):
        if other.id == row.id:
            break
        if other.kind != "footnote":
            before = other
    return before


def _parting(first: Block, second: Block) -> str:
    """What stands between two joined texts."""
    if isinstance(first, LetterPart) and isinstance(second, LetterPart):
        return "\n"
    for kinds in (_RUNNING, (Heading,)):
        if isinstance(first, kinds) and isinstance(second, kinds):
            return " "
    if isinstance(first, Heading):
        raise Refused(
            "A paragraph cannot be joined to a heading. Nothing was changed; restyle one of them first."
        )
    raise Refused(
        "These two are of different kinds and cannot be joined. Nothing was changed; restyle one first."
    )


def _sibling(session: Session, document_id: UUID, id: UUID | None) -> BlockRow | None:
    if id is None:
        return None
    row = row_of(session, id)
    if row.document_id != document_id:
        raise Refused("A paragraph cannot leave its document. Nothing was changed.")
    return row


def _key_after(
    session: Session, document_id: UUID, after: BlockRow | None, without: UUID | None = None
) -> str:
    rows = [row for row in siblings(session, document_id) if row.id != without]
    if len(rows) >= MOST_PARTS:
        raise Refused(
            f"A document holds at most {MOST_PARTS:,} paragraphs. Nothing was changed; begin another one."
        )
    place = next((index for index, row in enumerate(rows, start=1) if after and row.id == after.id), 0)
    following = rows[place].order_key if place < len(rows) else None
    return between(after.order_key if after else None, following)
