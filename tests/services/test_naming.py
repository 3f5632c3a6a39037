from uuid import UUID

import pytest

from gmp_desktop.domain.blocks import (
    AgendaLine,
    Annex,
    Block,
    EndRule,
    Footnote,
    Heading,
    ListItem,
    Operative,
    Paragraph,
    Roll,
    Table,
)
from gmp_desktop.services.naming import named

ID = UUID(int=1)


@pytest.mark.parametrize(
    ("block", "label", "name"),
    [
        (Paragraph(ID, ""), "14.", "paragraph 14"),
        (Paragraph(ID, "", False), "", "unnumbered paragraph"),
        (Heading(ID, ""), "2.", "heading 2"),
        (Heading(ID, "", 2), "(a)", "heading (a)"),
        (Heading(ID, "", 1, False), "", "heading"),
        (ListItem(ID, ""), "(b)", "item (b)"),
        (Footnote(ID, ""), "3", "note"),
        (Annex(ID), "Annex II", "annex II"),
        (Operative(ID, ""), "1.", "operative paragraph 1"),
        (Table(ID, ()), "", "table"),
        (AgendaLine(ID, "a"), "2.", "agenda item 2"),
        (Roll(ID, ()), "", "list of people"),
        (EndRule(ID), "", "end rule"),
    ],
)
def test_a_block_is_named_as_people_say_it(block: Block, label: str, name: str) -> None:
    assert named(block, label) == name
