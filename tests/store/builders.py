"""The least a test of the store needs."""

from uuid import UUID

from sqlalchemy import select

from gmp_desktop.domain.ops import Op
from gmp_desktop.store.order import sequence
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import BlockRow, DocumentRow


def a_document(store: Store, *texts: str) -> list[UUID]:
    """A document with paragraphs; returns their ids."""
    document = DocumentRow(title="Report")
    blocks = [
        BlockRow(document_id=document.id, order_key=key, text=text)
        for key, text in zip(sequence(len(texts)), texts, strict=True)
    ]
    with store.write(Op.IMPORT) as session:
        session.add_all([document, *blocks])
    return [block.id for block in blocks]


def edit(store: Store, block: UUID, text: str, fold: str = "") -> None:
    with store.write(Op.EDIT_TEXT, about=text, fold=fold) as session:
        session.get_one(BlockRow, block).text = text


def delete(store: Store, block: UUID) -> None:
    with store.write(Op.REMOVE_BLOCK) as session:
        session.delete(session.get_one(BlockRow, block))


def delete_document(store: Store) -> None:
    with store.write(Op.REMOVE_BLOCK) as session:
        session.delete(session.scalars(select(DocumentRow)).one())


def texts(store: Store) -> list[str]:
    with store.read() as session:
        return list(session.scalars(select(BlockRow.text).order_by(BlockRow.order_key, BlockRow.id)))


def meet(*stores: Store) -> None:
    """All get to know what the others know."""
    for one in stores:
        for other in stores:
            if one is not other:
                one.absorb(list(other.entries()))
