"""What the plain text says."""

from typing import get_args

import pytest

from gmp_desktop.documents.text import text_of, write_text
from gmp_desktop.domain.blocks import Annex, Block, Footnote, Paragraph, Table
from tests.documents.examples import full_paper, id_of, letter, paper


@pytest.mark.parametrize("block", get_args(Block))
def test_plain_text_has_a_form_for_every_block(block):
    assert block in text_of.registry


def test_a_stranger_among_the_blocks_is_refused_loudly():
    with pytest.raises(TypeError):
        text_of(object(), "", {})


def test_the_masthead_stands_at_the_top():
    assert write_text(full_paper()).splitlines()[:5] == [
        "United Nations", "UNEP/Hg/PAG.15/7", "Environment Programme", "Distr.: General", "11 November 2026",
    ]  # fmt: skip


def test_blocks_stand_on_lines_of_their_own_behind_their_labels():
    lines = write_text(full_paper()).splitlines()
    wanted = ["1. Opening of the meeting", "(a) Welcome", "    (a) First thing;", "        (i) Inner thing;",
              "    • Bulleted", "Table 1", "Date\tItem", "1. Welcomes the report;"]  # fmt: skip
    assert [line for line in wanted if line not in lines] == []


def test_notes_have_raised_marks_and_stand_at_the_end_of_their_part():
    first, second = Footnote(id_of(1), "Body note."), Footnote(id_of(2), "Annex note.")
    text = write_text(
        paper(
            first,
            Paragraph(id_of(3), f"Said.[^{first.id}]"),
            Annex(id_of(4)),
            Paragraph(id_of(5), f"Annexed.[^{second.id}]"),
            second,
        )
    )
    assert (
        text.index("Said.¹") < text.index("¹ Body note.") < text.index("Annex") < text.index("¹ Annex note.")
    )


def test_table_rows_are_parted_by_tabs_and_never_broken():
    table = Table(id_of(1), (("a\nb", "c\td"), ("e", "f")))
    assert "a b\tc d\ne\tf" in write_text(paper(table))


def test_a_letter_keeps_its_lines():
    assert "Ana Beispiel\nExecutive Secretary\n" in write_text(letter())


def test_the_text_ends_with_one_line_end():
    text = write_text(full_paper())
    assert text.endswith("_\n")
    assert not text.endswith("\n\n")
