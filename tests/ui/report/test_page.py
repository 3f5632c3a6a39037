from uuid import UUID

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor

from gmp_desktop.domain.blocks import Block, Footnote, Heading, ListItem, Paragraph, Quotation
from gmp_desktop.domain.errors import Refused
from gmp_desktop.domain.inline import plain
from gmp_desktop.ui.bench import Bench
from gmp_desktop.ui.report.paragraph_editor import ParagraphEditor
from gmp_desktop.ui.widgets.steps import Step
from gmp_desktop.ui.workbench import Workbench
from tests.ui.at_hand import current, document_in, editor_of


def blocks(window: Workbench, bench: Bench) -> tuple[Block, ...]:
    """What the service says now."""
    return bench.reports.document(document_in(window).id).blocks


def paragraph(window: Workbench, number: int) -> UUID:
    return next(
        row.id
        for row in window.report.list.rows.rows
        if row.label == f"{number}." and isinstance(row.block, Paragraph)
    )


def text_of(window: Workbench, bench: Bench, id: UUID) -> str:
    return next(block.text for block in blocks(window, bench) if block.id == id)


def write_in(window: Workbench, id: UUID, position: int = 0) -> ParagraphEditor:
    window.report.list.go(id)
    window.report.list.ask_to_open(position)
    return editor_of(window)


def last_step(bench: Bench) -> str:
    step = bench.store.undo_name()
    return step[0].value if step else ""


def count(window: Workbench, bench: Bench) -> int:
    return len(blocks(window, bench))


def test_what_is_typed_is_kept_at_every_pause(window: Workbench, bench: Bench, qtbot) -> None:
    id = paragraph(window, 2)
    editor = write_in(window, id)

    with qtbot.waitSignal(window.report.writing.kept):
        qtbot.keyClicks(editor, "First. ")

    draft = bench.store.draft(id, "text")
    assert draft is not None
    assert draft.text.startswith("First. ")
    assert last_step(bench) == "add sample"


def test_leaving_a_paragraph_makes_one_step_of_it(window: Workbench, bench: Bench, qtbot) -> None:
    id = paragraph(window, 2)
    before = text_of(window, bench, id)
    editor = write_in(window, id)
    qtbot.keyClicks(editor, "First. ")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)

    assert text_of(window, bench, id) == f"First. {before}"
    assert window.commands["undo"].text() == "Undo edit of paragraph 2"
    assert bench.store.drafts() == []

    window.commands["undo"].trigger()

    assert text_of(window, bench, id) == before


def test_leaving_without_a_change_is_no_step(window: Workbench, bench: Bench, qtbot) -> None:
    before = bench.store.undo_name()
    editor = write_in(window, paragraph(window, 1))
    qtbot.keyClick(editor, Qt.Key.Key_Escape)

    assert bench.store.undo_name() == before


def test_every_text_opens_and_closes_unchanged(window: Workbench, bench: Bench) -> None:
    before = blocks(window, bench)
    for block in before:
        window.report.list.go(block.id)
        window.report.list.ask_to_open()
    window.report.leave()

    assert blocks(window, bench) == before
    assert last_step(bench) == "add sample"


def test_enter_splits_and_backspace_joins_again(window: Workbench, bench: Bench, qtbot) -> None:
    id = paragraph(window, 2)
    before, many = text_of(window, bench, id), count(window, bench)
    at = before.index(" ")
    editor = write_in(window, id, at)

    qtbot.keyClick(editor, Qt.Key.Key_Return)

    assert text_of(window, bench, id) == before[:at]
    assert count(window, bench) == many + 1
    assert current(window).label == "3."
    assert editor_of(window).textCursor().atStart()

    qtbot.keyClick(window.report.list.editor, Qt.Key.Key_Backspace)

    assert text_of(window, bench, id) == before
    assert count(window, bench) == many
    assert window.report.list.editing == id


def test_control_enter_opens_a_new_paragraph_below(window: Workbench, bench: Bench, qtbot) -> None:
    editor = write_in(window, paragraph(window, 2))

    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(window.report.list.editor, "A new thought.")
    window.report.leave()

    assert text_of(window, bench, paragraph(window, 3)) == "A new thought."


def test_a_paragraph_moves_down_and_up(window: Workbench, bench: Bench) -> None:
    before = blocks(window, bench)
    window.report.list.go(paragraph(window, 4))

    window.commands["down"].trigger()
    moved = blocks(window, bench)
    window.commands["up"].trigger()

    assert moved != before
    assert blocks(window, bench) == before


def test_what_is_removed_can_be_had_back_at_once(window: Workbench, bench: Bench, qtbot) -> None:
    id, many = paragraph(window, 2), count(window, bench)
    window.report.list.go(id)

    qtbot.keyClick(window.report.list, Qt.Key.Key_Delete)

    assert count(window, bench) == many - 1
    assert "removed" in window.window.advice.sentence

    window.window.advice._button.click()

    assert count(window, bench) == many
    assert window.window.advice.sentence == ""


def test_a_paragraph_can_become_a_heading_and_a_list_item(window: Workbench, bench: Bench) -> None:
    id = paragraph(window, 2)
    words = text_of(window, bench, id)
    window.report.list.go(id)

    window.commands["heading"].trigger()
    assert Heading(id, words) in blocks(window, bench)

    window.commands["subitem"].trigger()
    assert ListItem(id, words, 2) in blocks(window, bench)


def test_bold_and_italic_need_no_signs(window: Workbench, bench: Bench, qtbot) -> None:
    id = paragraph(window, 2)
    editor = write_in(window, id)
    first = text_of(window, bench, id).split()[0]
    editor.moveCursor(QTextCursor.MoveOperation.EndOfWord, QTextCursor.MoveMode.KeepAnchor)

    window.commands["bold"].trigger()
    window.commands["italic"].trigger()
    window.report.leave()

    assert text_of(window, bench, id).startswith(f"***{first}")
    assert plain(text_of(window, bench, id)).startswith(first)


def test_a_note_reference_is_not_lost_to_one_key(window: Workbench, bench: Bench, qtbot) -> None:
    id = next(
        block.id
        for block in blocks(window, bench)
        if isinstance(block, Paragraph) and block.text.endswith("]")
    )
    before = text_of(window, bench, id)
    editor = write_in(window, id, 1_000_000)

    qtbot.keyClick(editor, Qt.Key.Key_Backspace)
    assert editor.text() == before
    assert editor.textCursor().hasSelection()

    qtbot.keyClick(editor, Qt.Key.Key_Backspace)
    assert editor.text() == before[: before.rindex("[^")]


def test_words_after_a_note_reference_are_words(window: Workbench, bench: Bench, qtbot) -> None:
    id = next(
        block.id
        for block in blocks(window, bench)
        if isinstance(block, Paragraph) and block.text.endswith("]")
    )
    before = text_of(window, bench, id)
    editor = write_in(window, id, 1_000_000)

    qtbot.keyClicks(editor, " More.")

    assert editor.text() == f"{before} More."


def test_paste_brings_words_only(window: Workbench) -> None:
    editor = write_in(window, paragraph(window, 2))
    data = QMimeData()
    data.setHtml("<b>bold</b>")
    data.setText("bold\n\tand  *starred*\r\n")

    editor.insertFromMimeData(data)

    assert editor.text().startswith("bold and \\*starred\\*")


def test_the_editor_takes_back_its_own_words_first(window: Workbench, bench: Bench, qtbot) -> None:
    editor = write_in(window, paragraph(window, 2))
    before = editor.text()
    qtbot.keyClicks(editor, "Oops")

    qtbot.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert editor.text() == before
    assert window.report.list.editor is editor


def test_undo_with_nothing_typed_takes_back_the_last_step(window: Workbench, bench: Bench, qtbot) -> None:
    window.report.list.go(paragraph(window, 2))
    many = count(window, bench)
    window.commands["remove"].trigger()
    editor = write_in(window, paragraph(window, 2))

    qtbot.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert count(window, bench) == many


def test_arrows_leave_a_paragraph_by_its_first_and_last_line(window: Workbench, qtbot) -> None:
    editor = write_in(window, paragraph(window, 2))

    qtbot.keyClick(editor, Qt.Key.Key_Up)

    assert window.report.list.editing != paragraph(window, 2)
    assert window.report.list.editor is not None


def test_finding_marks_and_goes_round(window: Workbench, qtbot) -> None:
    window.commands["find"].trigger()
    qtbot.keyClicks(window.report.find_bar.field, "breakout")
    found = current(window)

    assert "breakout" in found.plain.casefold()

    qtbot.keyClick(window.report.find_bar.field, Qt.Key.Key_Return)

    assert "breakout" in current(window).plain.casefold()
    assert current(window) is not found

    qtbot.keyClick(window.report.find_bar.field, Qt.Key.Key_Escape)
    assert window.report.find_bar.isHidden()


def test_a_killed_program_s_words_are_a_step_at_the_next_start(store, opened, bench: Bench) -> None:
    meeting = bench.meetings.all()[0]
    report = bench.reports.of_meeting(meeting.id)
    assert report is not None
    block = next(b for b in bench.reports.document(report).blocks if isinstance(b, Paragraph))
    text = bench.reports.open_text(block.id)
    bench.reports.keep(block.id, "Typed before the light went out.", text.seen)

    window = opened(bench)

    assert text_of(window, bench, block.id) == "Typed before the light went out."
    assert window.commands["undo"].text() == "Undo edit of paragraph 1"


def test_closing_settles_what_is_being_typed(window: Workbench, bench: Bench, qtbot) -> None:
    id = paragraph(window, 2)
    qtbot.keyClicks(write_in(window, id), "Last words. ")

    window.window.close()

    assert bench.store.drafts() == []
    assert text_of(window, bench, id).startswith("Last words. ")


def test_the_front_page_is_edited_as_fields(window: Workbench, bench: Bench, qtbot) -> None:
    title = document_in(window).title
    window.commands["front"].trigger()
    line = window.report.front._lines["dated"]
    line.selectAll()
    qtbot.keyClicks(line, "1 May 2026")
    qtbot.keyClick(line, Qt.Key.Key_Escape)

    now = bench.reports.document(document_in(window).id)
    assert now.masthead is not None
    assert now.masthead.dated == "1 May 2026"
    assert now.title == title
    assert window.commands["undo"].text() == "Undo edit of the front page"


@pytest.mark.parametrize("kind", [Footnote, Heading])
def test_notes_and_headings_are_written_in_as_well(
    window: Workbench, bench: Bench, qtbot, kind: type
) -> None:
    block = next(block for block in blocks(window, bench) if isinstance(block, kind))

    qtbot.keyClicks(write_in(window, block.id), "X")
    window.report.leave()

    assert text_of(window, bench, block.id) == f"X{block.text}"


def test_a_removal_is_told_by_name_until_the_next_thing_is_done(
    window: Workbench, bench: Bench, qtbot
) -> None:
    advice = window.window.advice
    window.report.list.go(paragraph(window, 2))
    window.commands["remove"].trigger()
    assert advice.sentence == "Paragraph 2 was removed."

    write_in(window, paragraph(window, 1))

    assert advice.sentence == ""


def test_undo_beside_a_removal_takes_back_the_removal(window: Workbench, bench: Bench, qtbot) -> None:
    before = count(window, bench)
    window.report.list.go(paragraph(window, 2))
    window.commands["remove"].trigger()

    window.window.advice._button.click()

    assert count(window, bench) == before


def test_what_is_found_stands_amid_its_neighbours_and_stays_there(window: Workbench, qtbot) -> None:
    list_ = window.report.list
    qtbot.waitUntil(lambda: list_.verticalScrollBar().maximum() > 0)
    window.commands["find"].trigger()
    qtbot.keyClicks(window.report.find_bar.field, "strategy")

    def place() -> tuple[int, int]:
        box = list_.visualRect(list_.currentIndex())
        return box.top(), list_.viewport().height() - box.bottom()

    assert place()[0] > 0
    assert place()[1] > list_.viewport().height() // 5
    found = current(window).id

    qtbot.keyClick(window.report.find_bar, Qt.Key.Key_Escape)

    assert current(window).id == found
    assert min(place()) > 0


def test_the_front_page_does_not_move_and_says_so(window: Workbench, bench: Bench) -> None:
    before = blocks(window, bench)
    list_ = window.report.list
    list_.setCurrentIndex(list_.rows.index(0))
    assert not window.commands["remove"].isEnabled()
    assert window.commands["down"].isEnabled()

    with pytest.raises(Refused):
        window.report.writing.move(Step.DOWN)

    assert list_.currentIndex().row() == 0
    assert blocks(window, bench) == before
    list_.go(paragraph(window, 1))
    assert window.commands["remove"].isEnabled()


def test_a_command_of_the_palette_follows_the_writing_it_interrupted(
    window: Workbench, bench: Bench, qtbot
) -> None:
    id = paragraph(window, 2)
    editor = write_in(window, id)
    qtbot.waitUntil(editor.hasFocus)
    window.commands["palette"].trigger()
    palette = window.window.palette_panel
    with qtbot.waitSignal(editor.destroyed):
        pass
    qtbot.keyClicks(palette.field, "quotation")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)

    assert isinstance(next(block for block in blocks(window, bench) if block.id == id), Quotation)
    assert window.report.list.hasFocus() or window.report.list.editor is not None


def test_typefaces_that_come_late_do_not_take_the_keyboard_from_who_is_writing(
    window: Workbench, bench: Bench, qtbot
) -> None:
    id = paragraph(window, 2)
    before = text_of(window, bench, id)
    qtbot.keyClicks(write_in(window, id), "Fir")

    window.window.look.changed.emit()
    qtbot.keyClicks(editor_of(window), "st. ")

    qtbot.keyClick(editor_of(window), Qt.Key.Key_Escape)
    assert text_of(window, bench, id) == f"First. {before}"
