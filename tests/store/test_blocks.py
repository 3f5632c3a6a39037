from types import SimpleNamespace
from typing import Any, get_args
from uuid import UUID, uuid4

import pytest

from gmp_desktop.domain import blocks as domain
from gmp_desktop.domain.blocks import Block, Document, DocumentKind, HeadingScheme, Masthead
from gmp_desktop.domain.ops import Op
from gmp_desktop.store.blocks import agenda_of, block_of, document_of, document_values, values_of
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import BlockRow, DocumentRow

SPECIAL: dict[type, dict[str, Any]] = {
    domain.Heading: {"level": 3, "numbered": False},
    domain.Paragraph: {"numbered": False, "group": "A"},
    domain.ListItem: {"level": 2, "marker": domain.Marker.DASH},
    domain.Table: {"rows": (("a", "b"), ("c", "d")), "header_rows": 0, "roomy": True, "widths": (1, 4)},
    domain.AgendaLine: {"level": 3},
    domain.Roll: {"rows": (("Chile", "Ms. A", "Adviser"), ("Chile", "Mr. B"))},
    domain.Footnote: {"mark": domain.NoteMark.STAR},
    domain.LetterPart: {"role": domain.LetterRole.CLOSING},
}


def _block(kind: type) -> Block:
    made: Block = kind(id=uuid4(), text="é", **SPECIAL.get(kind, {}))
    return made


@pytest.mark.parametrize("kind", get_args(Block))
def test_every_block_comes_back_from_its_row_as_it_was(store: Store, kind: type) -> None:
    block = _block(kind)
    document = Document(
        uuid4(),
        DocumentKind.LETTER,
        "Title",
        (block,),
        Masthead("a", "b", "c", "d", "e", "f"),
        ("x", "y"),
        "Subtitle",
        HeadingScheme.ROMAN,
        "fr",
        "code",
        draft=False,
    )
    with store.write(Op.IMPORT) as session:
        session.add(DocumentRow(id=document.id, **document_values(document)))
        session.add(BlockRow(id=block.id, document_id=document.id, **values_of(block)))
    with store.read() as session:
        assert document_of(session.get_one(DocumentRow, document.id), session.query(BlockRow)) == document


def test_a_kind_of_a_newer_program_reads_as_a_plain_paragraph() -> None:
    row = SimpleNamespace(id=uuid4(), kind="hologram", text="a")
    assert block_of(row) == domain.Paragraph(row.id, "a", numbered=False)


def _item(number: int, parent: int | None) -> SimpleNamespace:
    parent_id = UUID(int=parent) if parent else None
    plain = {"minutes": None, "annotation": "", "sitting_id": None}
    return SimpleNamespace(id=UUID(int=number), title=str(number), parent_id=parent_id, **plain)


def test_an_agenda_may_be_as_deep_as_a_file_makes_it() -> None:
    items = agenda_of([_item(1, None), *(_item(n, n - 1) for n in range(2, 3_000))])
    assert [item.depth for item in items] == list(range(2_999))


def test_an_agenda_is_labelled_by_its_order() -> None:
    items = agenda_of([_item(1, None), _item(2, 1), _item(3, 2), _item(4, None), _item(5, 1)])
    assert [(item.title, item.label, item.depth) for item in items] == [
        ("1", "1.", 0),
        ("2", "(a)", 1),
        ("3", "(i)", 2),
        ("5", "(b)", 1),
        ("4", "2.", 0),
    ]


def test_items_moved_under_each_other_are_not_lost() -> None:
    items = agenda_of([_item(1, 2), _item(2, 1), _item(3, None)])
    assert [(item.title, item.label) for item in items] == [("3", "1."), ("1", "2."), ("2", "(a)")]
