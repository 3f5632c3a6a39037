import time
from dataclasses import replace
from uuid import UUID

import pytest

from gmp_desktop.domain.blocks import Annex, Block, Footnote, Heading, ListItem, Paragraph, Table
from gmp_desktop.domain.errors import NotFound, Refused
from gmp_desktop.domain.numbering import labels
from gmp_desktop.domain.ops import Op
from gmp_desktop.services import editing
from gmp_desktop.services.meetings import Meetings
from gmp_desktop.services.report import Reports
from gmp_desktop.store.keys import new_key
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import DocumentRow


def numbered(reports: Reports, document: UUID, number: int) -> Block:
    """The paragraph of the body with this number."""
    whole = reports.document(document)
    printed = labels(whole)
    return next(b for b in whole.blocks if isinstance(b, Paragraph) and printed.get(b.id) == f"{number}.")


def text_of(reports: Reports, document: UUID, block: UUID) -> str:
    return next(b.text for b in reports.document(document).blocks if b.id == block)


def test_an_edit_is_one_named_step(reports: Reports, report_id: UUID, sampled: Store) -> None:
    block = numbered(reports, report_id, 14)
    reports.edit(block.id, "Rewritten.", reports.open_text(block.id).seen)
    assert sampled.undo_name() == (Op.EDIT_TEXT, "paragraph 14")
    sampled.undo()
    assert text_of(reports, report_id, block.id) == block.text


def test_the_same_text_again_is_no_step(reports: Reports, report_id: UUID, sampled: Store) -> None:
    before = sampled.undo_name()
    block = numbered(reports, report_id, 14)
    reports.edit(block.id, block.text)
    assert sampled.undo_name() == before


def test_an_edit_of_what_was_seen_long_ago_does_not_hide_the_newer_text(
    reports: Reports, report_id: UUID, sampled: Store
) -> None:
    block = numbered(reports, report_id, 14)
    seen = reports.open_text(block.id).seen
    reports.edit(block.id, "One wrote this.", seen)
    sampled.seal()
    reports.edit(block.id, "Another wrote that.", seen)
    (conflict,) = sampled.conflicts()
    assert conflict.row == block.id
    opened = reports.open_text(block.id)
    reports.edit(block.id, opened.text, opened.seen)
    assert sampled.conflicts() == []


def test_a_text_being_typed_is_read_with_the_rest_and_is_no_step(
    reports: Reports, report_id: UUID, sampled: Store
) -> None:
    before = sampled.undo_name()
    block = numbered(reports, report_id, 3)
    reports.keep(block.id, "Half a sent", reports.open_text(block.id).seen)
    assert text_of(reports, report_id, block.id) == "Half a sent"
    assert reports.open_text(block.id).text == "Half a sent"
    assert sampled.undo_name() == before


def test_a_settled_text_is_one_step_however_often_it_was_kept(
    reports: Reports, report_id: UUID, sampled: Store
) -> None:
    block = numbered(reports, report_id, 3)
    for text in ("Half", "Half a", "Half a sentence."):
        opened = reports.open_text(block.id)
        reports.keep(block.id, text, opened.seen)
        reports.settle(block.id)
    assert sampled.drafts() == []
    sampled.undo()
    assert text_of(reports, report_id, block.id) == block.text


def test_everything_being_typed_is_settled_at_once(reports: Reports, report_id: UUID, sampled: Store) -> None:
    blocks = [numbered(reports, report_id, number) for number in (3, 4)]
    for block in blocks:
        reports.keep(block.id, "New.", reports.open_text(block.id).seen)
    reports.settle_all()
    assert sampled.drafts() == []
    assert {text_of(reports, report_id, block.id) for block in blocks} == {"New."}


def test_what_was_being_typed_in_a_vanished_paragraph_waits_for_it(
    reports: Reports, report_id: UUID, sampled: Store
) -> None:
    id = reports.add(report_id, None, Paragraph(new_key(), ""))
    reports.keep(id, "Half a sent", reports.open_text(id).seen)
    sampled.undo()
    reports.settle_all()
    sampled.redo()
    reports.settle_all()
    assert text_of(reports, report_id, id) == "Half a sent"


def test_a_split_inside_emphasis_leaves_two_well_marked_paragraphs(
    reports: Reports, report_id: UUID, sampled: Store
) -> None:
    block = numbered(reports, report_id, 5)
    reports.edit(block.id, "Read *the whole text* now.")
    second = reports.split(block.id, 8)
    assert text_of(reports, report_id, block.id) == "Read *the*"
    assert numbered(reports, report_id, 6) == Paragraph(second, "*whole text* now.")
    assert sampled.undo_name() == (Op.SPLIT_BLOCK, "paragraph 5")
    sampled.undo()
    assert text_of(reports, report_id, block.id) == "Read *the whole text* now."


def test_a_split_takes_the_text_being_typed(reports: Reports, report_id: UUID) -> None:
    block = numbered(reports, report_id, 5)
    reports.keep(block.id, "One. Two.", reports.open_text(block.id).seen)
    second = reports.split(block.id, 4)
    assert [text_of(reports, report_id, id) for id in (block.id, second)] == ["One.", "Two."]


def test_a_heading_split_at_its_end_is_followed_by_a_paragraph(reports: Reports, report_id: UUID) -> None:
    heading = next(b for b in reports.document(report_id).blocks if isinstance(b, Heading))
    second = reports.split(heading.id, len(heading.text))
    assert numbered(reports, report_id, 1) == Paragraph(second, "")


@pytest.mark.parametrize(("kind", "at"), [(Table, 0), (Footnote, 2), (Paragraph, 10_000), (Paragraph, -1)])
def test_what_cannot_be_split_is_refused(
    reports: Reports, report_id: UUID, kind: type[Block], at: int
) -> None:
    before = reports.document(report_id)
    block = next(b for b in before.blocks if isinstance(b, kind))
    with pytest.raises(Refused, match="Nothing was changed"):
        reports.split(block.id, at)
    assert reports.document(report_id) == before


def test_joining_appends_to_the_paragraph_before(reports: Reports, report_id: UUID, sampled: Store) -> None:
    first, second = (numbered(reports, report_id, number) for number in (3, 4))
    assert reports.join(second.id) == first.id
    assert text_of(reports, report_id, first.id) == f"{first.text} {second.text}"
    assert sampled.undo_name() == (Op.MERGE_BLOCKS, "paragraph 4")
    sampled.undo()
    assert numbered(reports, report_id, 4) == second


def test_joining_reaches_over_the_notes_between(reports: Reports, report_id: UUID) -> None:
    first, second = (numbered(reports, report_id, number) for number in (1, 2))
    assert reports.join(second.id) == first.id


def test_a_paragraph_is_not_joined_to_a_heading(reports: Reports, report_id: UUID) -> None:
    before = reports.document(report_id)
    with pytest.raises(Refused, match="cannot be joined to a heading"):
        reports.join(numbered(reports, report_id, 1).id)
    assert reports.document(report_id) == before


def test_a_table_is_joined_to_nothing(reports: Reports, report_id: UUID) -> None:
    table = next(b for b in reports.document(report_id).blocks if isinstance(b, Table))
    with pytest.raises(Refused, match="different kinds"):
        reports.join(table.id)


def test_nothing_stands_before_the_first_block(reports: Reports, report_id: UUID) -> None:
    id = reports.add(report_id, None, Paragraph(new_key(), "First."))
    with pytest.raises(Refused, match="no paragraph before"):
        reports.join(id)


def test_a_moved_paragraph_takes_its_new_place_and_number(
    reports: Reports, report_id: UUID, sampled: Store
) -> None:
    third, sixth = (numbered(reports, report_id, number) for number in (3, 6))
    reports.move(third.id, sixth.id)
    assert numbered(reports, report_id, 6) == third
    assert sampled.undo_name() == (Op.MOVE_BLOCK, "paragraph 3")
    reports.move(third.id, None)
    assert reports.document(report_id).blocks[0] == third


def test_a_paragraph_moved_behind_itself_stays(reports: Reports, report_id: UUID) -> None:
    before = reports.document(report_id)
    third = numbered(reports, report_id, 3)
    reports.move(third.id, third.id)
    reports.move(third.id, numbered(reports, report_id, 2).id)
    assert reports.document(report_id) == before


def test_a_paragraph_does_not_leave_its_document(reports: Reports, report_id: UUID, sampled: Store) -> None:
    meetings = Meetings(sampled)
    other = next(entry for entry in meetings.documents(meetings.all()[0].id) if entry.id != report_id)
    alone = reports.add(other.id, None, Paragraph(new_key(), "Alone."))
    with pytest.raises(Refused, match="cannot leave its document"):
        reports.move(numbered(reports, report_id, 3).id, alone)


def test_an_added_block_stands_behind_the_one_named(
    reports: Reports, report_id: UUID, sampled: Store
) -> None:
    second = numbered(reports, report_id, 2)
    id = reports.add(report_id, second.id, ListItem(new_key(), "An item;"))
    blocks = [block.id for block in reports.document(report_id).blocks]
    assert blocks.index(id) == blocks.index(second.id) + 1
    assert sampled.undo_name() == (Op.ADD_BLOCK, "after paragraph 2")


def test_a_block_with_a_key_that_is_taken_gets_its_own(reports: Reports, report_id: UUID) -> None:
    second = numbered(reports, report_id, 2)
    assert reports.add(report_id, second.id, replace(second, text="Again.")) != second.id


def test_a_removed_paragraph_takes_its_notes_with_it_and_undo_brings_both_back(
    reports: Reports, report_id: UUID, sampled: Store
) -> None:
    before = reports.document(report_id)
    reports.remove(numbered(reports, report_id, 1).id)
    after = reports.document(report_id)
    assert len(after.blocks) == len(before.blocks) - 2
    assert "2" not in labels(after).values()
    sampled.undo()
    assert reports.document(report_id) == before


def test_a_removed_note_leaves_a_document_that_can_be_numbered(reports: Reports, report_id: UUID) -> None:
    note = next(b for b in reports.document(report_id).blocks if isinstance(b, Footnote))
    reports.remove(note.id)
    assert labels(reports.document(report_id))


def test_a_restyled_block_keeps_its_key_and_its_words(
    reports: Reports, report_id: UUID, sampled: Store
) -> None:
    third = numbered(reports, report_id, 3)
    reports.restyle(third.id, Heading(third.id, "ignored", 2))
    assert Heading(third.id, third.text, 2) in reports.document(report_id).blocks
    assert sampled.undo_name() == (Op.RESTYLE_BLOCK, "paragraph 3")


def test_a_table_does_not_become_a_text(reports: Reports, report_id: UUID) -> None:
    table = next(b for b in reports.document(report_id).blocks if isinstance(b, Table))
    with pytest.raises(Refused, match="cannot become one another"):
        reports.restyle(table.id, Paragraph(table.id, ""))


def test_the_title_is_edited(reports: Reports, report_id: UUID) -> None:
    reports.edit_title(report_id, "Report", subtitle="Final")
    document = reports.document(report_id)
    assert (document.title, document.subtitle) == ("Report", "Final")


def test_a_document_is_found_by_its_symbol(reports: Reports, report_id: UUID) -> None:
    assert reports.document_by_symbol("UNEP/Hg/PAG.15/8").id == report_id


def test_a_document_that_is_only_registered_has_no_text_to_show(reports: Reports) -> None:
    with pytest.raises(NotFound, match="registered here, but its text is not"):
        reports.document_by_symbol("UNEP/Hg/PAG.15/1")
    with pytest.raises(NotFound, match="There is no document DOC-7"):
        reports.document_by_symbol("DOC-7")


def test_what_is_gone_is_not_found(reports: Reports) -> None:
    for attempt in (reports.document, reports.open_text, reports.join, reports.remove):
        with pytest.raises(NotFound):
            attempt(UUID(int=1))


def test_annexes_are_named_by_their_label(reports: Reports, report_id: UUID, sampled: Store) -> None:
    annex = next(b for b in reports.document(report_id).blocks if isinstance(b, Annex))
    reports.edit(annex.id, "Hours")
    assert sampled.undo_name() == (Op.EDIT_TEXT, "annex I")


def test_a_document_is_read_in_a_blink(reports: Reports, report_id: UUID) -> None:
    took = []
    for _ in range(5):
        start = time.perf_counter()
        reports.document(report_id)
        took.append(time.perf_counter() - start)
    assert min(took) < 0.05


def test_a_document_numbered_as_only_a_newer_program_knows_can_be_edited(
    reports: Reports, report_id: UUID, sampled: Store
) -> None:
    with sampled.write(Op.EDIT_DOCUMENT) as session:
        session.get_one(DocumentRow, report_id).scheme = "of a newer program"
    block = reports.document(report_id).blocks[0]
    reports.edit(block.id, "Changed")
    assert reports.document(report_id).blocks[0].text == "Changed"


def test_a_pause_in_typing_keeps_the_name_of_the_step(
    reports: Reports, report_id: UUID, sampled: Store
) -> None:
    third = numbered(reports, report_id, 3)
    reports.edit(third.id, "First words.")
    reports.edit(third.id, "First words, and more.")
    assert sampled.undo_name() == (Op.EDIT_TEXT, "paragraph 3")
    sampled.undo()
    assert text_of(reports, report_id, third.id) == third.text


@pytest.mark.parametrize(
    "block",
    [
        Heading(UUID(int=7), "Too deep", 10),
        ListItem(UUID(int=7), "Too shallow", 0),
        Table(UUID(int=7), (("a", "b"), ("c",))),
        Table(UUID(int=7), (("a",),), header_rows=2),
        Table(UUID(int=7), (("a",) * 201,) * 1000),
    ],
)
def test_what_no_bundle_holds_is_refused_in_a_sentence(
    reports: Reports, report_id: UUID, block: Block
) -> None:
    before = reports.document(report_id)
    like = next(b for b in before.blocks if isinstance(b, Table) == isinstance(block, Table))
    with pytest.raises(Refused, match="Nothing was changed"):
        reports.add(report_id, None, block)
    with pytest.raises(Refused, match="Nothing was changed"):
        reports.restyle(like.id, block)
    assert reports.document(report_id) == before


def test_a_document_does_not_outgrow_its_bundle(
    reports: Reports, report_id: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocks = reports.document(report_id).blocks
    monkeypatch.setattr(editing, "MOST_PARTS", len(blocks))
    with pytest.raises(Refused, match="begin another one"):
        reports.add(report_id, None, Paragraph(UUID(int=7), "One more"))
    reports.move(blocks[3].id, None)
    assert len(reports.document(report_id).blocks) == len(blocks)
