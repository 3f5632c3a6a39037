from dataclasses import replace

from gmp_desktop.domain.blocks import Footnote, Paragraph, Table
from gmp_desktop.domain.inline import note_references
from gmp_desktop.domain.numbering import labels
from gmp_desktop.services.papers import renewed
from gmp_desktop.services.sample import sample
from gmp_desktop.store.keys import new_key

REPORT = sample().papers[0].document


def test_a_renewed_document_has_keys_of_its_own_and_the_same_labels() -> None:
    made = renewed(REPORT)
    assert {block.id for block in made.blocks}.isdisjoint({block.id for block in REPORT.blocks})
    assert list(labels(made).values()) == list(labels(REPORT).values())


def test_references_to_notes_follow_wherever_they_stand() -> None:
    note = Footnote(new_key(), "A note.")
    text = f"See[^{note.id}]"
    blocks = (Paragraph(new_key(), text), Table(new_key(), ((text,),)), note)
    made = renewed(replace(REPORT, title=text, subtitle=text, corner=(text,), blocks=blocks))
    paragraph, table, moved = made.blocks
    assert isinstance(table, Table)
    found = [made.title, made.subtitle, *made.corner, paragraph.text, table.rows[0][0]]
    assert [note_references(one) for one in found] == [(str(moved.id),)] * 5
