from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QLabel, QWidget

from gmp_desktop.domain.meeting import State
from gmp_desktop.store.schema import LAST_MEETING
from gmp_desktop.store.store import Store
from gmp_desktop.ui.bench import Bench
from gmp_desktop.ui.dialogs.export_dialog import ExportDialog
from gmp_desktop.ui.main_window import fills
from gmp_desktop.ui.pages.import_page import ImportPage
from gmp_desktop.ui.places import Place
from gmp_desktop.ui.services_at_hand import bench_on
from gmp_desktop.ui.widgets.buttons import Button
from gmp_desktop.ui.widgets.new_meeting_form import NewMeeting
from gmp_desktop.ui.workbench import Workbench
from tests.ui.at_hand import current, document_in

OLD_REPORT = """UNITED NATIONS

UNEP/Hg/PAG.3/7
Distr.: General
4 May 2010
English only

Partnership Advisory Group
Third meeting
Lima, 3 and 4 May 2010

Report of the third meeting of the Partnership Advisory Group

1. Opening of the meeting

1. The third meeting was held in Lima on 3 and 4 May 2010.

2. The Co-chair opened the meeting and thanked the host.

2. Closure of the meeting

3. The meeting closed at noon.
"""


@pytest.fixture
def empty(opened, fresh, tmp_path: Path) -> Workbench:
    return opened(bench_on(fresh(), tmp_path))


@pytest.fixture
def old_report(tmp_path: Path) -> Path:
    file = tmp_path / "old.txt"
    file.write_text(OLD_REPORT, encoding="utf-8")
    return file


def reviewed(window: Workbench, qtbot) -> ImportPage:
    page = window.window.pages.currentWidget()
    assert isinstance(page, ImportPage)
    qtbot.waitUntil(page._take.isEnabled)
    return page


def test_an_empty_record_offers_three_beginnings(empty: Workbench) -> None:
    assert empty.window.pages.currentWidget() is empty.first
    assert empty.window.header.isHidden()
    assert len(empty.first.choices) == 3


def test_key_1_opens_the_sample_meeting(empty: Workbench, qtbot) -> None:
    qtbot.keyClick(empty.first, Qt.Key.Key_1)

    assert empty.bench.meetings.by_code("PAG-15")
    assert empty.report.document is not None
    assert empty.window.pages.currentWidget() is empty.report
    assert empty.bench.store.setting(LAST_MEETING) == str(empty.bench.meetings.by_code("PAG-15").id)


def test_a_new_meeting_needs_a_number_only(empty: Workbench, qtbot) -> None:
    qtbot.keyClick(empty.first, Qt.Key.Key_2)
    qtbot.keyClicks(empty.first.form.number, "16")
    qtbot.keyClicks(empty.first.form.starts_on, "3.6.2026")
    qtbot.keyClick(empty.first.form.number, Qt.Key.Key_Return)

    meeting = empty.bench.meetings.by_code("PAG-16")
    assert (meeting.ordinal, str(meeting.starts_on), str(meeting.ends_on)) == (16, "2026-06-03", "2026-06-03")
    assert empty.window.pages.currentWidget() is empty.overview


def test_a_day_that_is_none_makes_no_meeting(empty: Workbench, qtbot) -> None:
    qtbot.keyClick(empty.first, Qt.Key.Key_2)
    form = empty.first.form
    qtbot.keyClicks(form.number, "16")
    qtbot.keyClicks(form.starts_on, "32 Foo")
    qtbot.keyClick(form.starts_on, Qt.Key.Key_Return)

    assert empty.bench.meetings.all() == []
    assert form._told.text() == "“32 Foo” is not a day. Write it as 22 September 2017."
    assert form.starts_on.text() == "32 Foo"


def test_a_day_that_is_none_leaves_the_meeting_as_it_was(window: Workbench, bench: Bench, qtbot) -> None:
    window.go(Place.OVERVIEW)
    before = bench.meetings.by_code("PAG-15")
    field = window.overview.facts.starts_on
    field.clear()
    qtbot.keyClicks(field, "32 Foo")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert bench.meetings.by_code("PAG-15") == before
    assert window.window.advice.sentence.endswith("The day stays as it was.")


def test_an_empty_place_has_room_for_its_words_and_the_keyboard(empty: Workbench, qtbot) -> None:
    empty.add_meeting(NewMeeting(None, {"code": "PAG-16", "ordinal": 16}))
    empty.go(Place.REPORT)
    page = empty.report.empty
    button = page.findChild(Button)
    assert button is not None
    qtbot.waitUntil(button.hasFocus)

    assert page._words.height() >= page._words.heightForWidth(page._words.width())
    assert button.height() >= button.sizeHint().height()

    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert empty.report.document is not None


def test_another_report_is_read_from_its_first_paragraph(
    window: Workbench, bench: Bench, old_report: Path, qtbot
) -> None:
    window.paper.open_files([str(old_report)])
    page = reviewed(window, qtbot)
    page._take.click()
    qtbot.waitUntil(lambda: window.meeting is not None and window.meeting.code == "PAG-3")

    assert current(window).label == "1."
    window.undo()
    assert window.meeting is not None
    assert window.meeting.code == "PAG-15"
    assert current(window).label == "1."
    assert window.window.advice.sentence == "Taken back: import of PAG-3."
    window.redo()
    assert window.window.advice.sentence == "Done again: import of PAG-3."


@pytest.mark.parametrize(
    ("screen", "filled"),
    [((1366, 768), True), ((1920, 1080), False), ((800, 800), False), ((1024, 768), True)],
)
def test_a_new_window_fills_a_screen_it_would_not_fit(screen: tuple[int, int], filled: bool) -> None:
    assert fills(QSize(*screen)) is filled


def test_a_meeting_without_a_report_begins_one_from_its_agenda(empty: Workbench) -> None:
    empty.add_meeting(NewMeeting(None, {"code": "PAG-16", "ordinal": 16}))
    empty.go(Place.REPORT)
    assert empty.report.list.rows.rowCount() == 0

    empty.begin_report()

    assert document_in(empty).title == "Draft report of PAG-16"
    assert empty.commands["undo"].text().startswith("Undo ")


def test_undoing_the_only_meeting_leads_back_to_the_beginning(empty: Workbench, qtbot) -> None:
    qtbot.keyClick(empty.first, Qt.Key.Key_1)

    empty.undo()

    assert empty.window.pages.currentWidget() is empty.first
    assert empty.bench.meetings.all() == []


def test_the_stage_is_a_step_that_says_its_name(window: Workbench, bench: Bench, qtbot) -> None:
    window.window.header._stages[State.ISSUED].click()

    assert bench.meetings.by_code("PAG-15").state is State.ISSUED
    assert window.commands["undo"].text() == "Undo stage of PAG-15"


def test_facts_are_edited_where_they_stand(window: Workbench, bench: Bench, qtbot) -> None:
    window.go(Place.OVERVIEW)
    field = window.overview.facts._lines["venue"]
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "Hall B")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert bench.meetings.by_code("PAG-15").venue == "Hall B"
    window.undo()
    assert field.text() != "Hall B"


def test_looking_at_the_overview_changes_nothing(window: Workbench, bench: Bench) -> None:
    before = bench.store.undo_name()
    for place in (Place.OVERVIEW, Place.ARCHIVE, Place.OVERVIEW, Place.REPORT):
        window.go(place)

    assert bench.store.undo_name() == before


def test_an_old_report_is_looked_at_before_it_is_stored(
    window: Workbench, bench: Bench, old_report: Path, qtbot
) -> None:
    window.paper.open_file(old_report)
    page = reviewed(window, qtbot)

    assert page.code.text() == "PAG-3"
    assert len(bench.meetings.all()) == 1

    page._take.click()

    assert bench.meetings.by_code("PAG-3").place.startswith("Lima")
    assert document_in(window).title.startswith("Report of the third meeting")
    assert window.commands["undo"].text() == "Undo import of PAG-3"

    window.undo()
    assert [meeting.code for meeting in bench.meetings.all()] == ["PAG-15"]


def test_an_import_can_be_left(window: Workbench, bench: Bench, old_report: Path, qtbot) -> None:
    window.paper.open_file(old_report)
    page = reviewed(window, qtbot)

    page._leave()

    assert len(bench.meetings.all()) == 1
    assert window.window.pages.currentWidget() is window.report


def test_what_cannot_be_read_is_refused_in_a_sentence(window: Workbench, tmp_path: Path, qtbot) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    window.paper.open_file(empty)

    qtbot.waitUntil(lambda: bool(window.window.advice.sentence))

    assert window.window.pages.currentWidget() is window.report


def test_the_palette_finds_commands_places_and_words(window: Workbench, qtbot) -> None:
    window.commands["palette"].trigger()
    palette = window.window.palette_panel
    qtbot.keyClicks(palette.field, "archive")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)

    assert window.window.pages.currentWidget() is window.archive
    assert palette.isHidden()

    window.commands["palette"].trigger()
    qtbot.keyClicks(palette.field, "closure of the meeting")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)

    assert current(window).plain == "Closure of the meeting"


def test_the_palette_gives_the_keyboard_back(window: Workbench, qtbot) -> None:
    window.report.list.setFocus()
    window.commands["palette"].trigger()
    qtbot.keyClick(window.window.palette_panel.field, Qt.Key.Key_Escape)

    assert window.window.focusWidget() is window.report.list


@pytest.mark.parametrize(("form", "head"), [("pdf", b"%PDF"), ("docx", b"PK"), ("txt", b""), ("json", b"{")])
def test_export_writes_what_was_chosen(
    window: Workbench, dialogs: list[QDialog], tmp_path: Path, qtbot, form, head
) -> None:
    window.commands["export"].trigger()
    dialog = dialogs[0]
    assert isinstance(dialog, ExportDialog)
    qtbot.addWidget(dialog)
    dialog.form.setCurrentIndex(["pdf", "docx", "txt", "json"].index(form))
    dialog.target.setText(str(tmp_path / f"out.{form}"))

    dialog.export.click()
    qtbot.waitUntil(lambda: bool(dialog.outcome.text()))

    assert (tmp_path / f"out.{form}").read_bytes().startswith(head)


def test_an_export_that_fails_says_so_and_can_be_tried_again(
    window: Workbench, dialogs: list[QDialog], tmp_path: Path, qtbot
) -> None:
    window.commands["export"].trigger()
    dialog = dialogs[0]
    assert isinstance(dialog, ExportDialog)
    qtbot.addWidget(dialog)
    dialog.target.setText(str(tmp_path / "no such folder" / "out.pdf"))

    dialog.export.click()
    qtbot.waitUntil(lambda: bool(dialog._told.text()))

    assert dialog.export.isEnabled()


def test_without_a_printer_it_says_so_and_offers_a_file(
    window: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("PySide6.QtPrintSupport.QPrinterInfo.availablePrinterNames", lambda: [])

    window.commands["print"].trigger()

    assert "no printer" in window.window.advice.sentence


def test_the_pages_follow_the_paragraph(window: Workbench, qtbot) -> None:
    view = window.window.page_view
    qtbot.waitUntil(lambda: view.page_count > 0, timeout=10_000)
    last = window.report.list.rows.rows[-2].id

    window.report.list.go(last)

    assert view.bars
    assert view.bars[0].height() >= 8


def test_hidden_pages_are_not_made(window: Workbench, qtbot) -> None:
    view = window.window.page_view
    qtbot.waitUntil(lambda: view.page_count > 0, timeout=10_000)
    window.commands["page-view"].trigger()
    made: list[int] = []
    view.drawn.connect(made.append)

    window.report.list.go(window.report.list.rows.rows[-2].id)
    window.commands["remove"].trigger()
    qtbot.wait(450)

    assert made == []


def test_everything_the_keyboard_reaches_has_a_name(window: Workbench) -> None:
    for place in Place:
        window.go(place)
        reached = [
            w
            for w in window.window.findChildren(QWidget)
            if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        named = [w for w in reached if w.accessibleName() or getattr(w, "text", str)()]

        assert [type(w).__name__ for w in reached if w not in named] == []


def test_keys_are_listed_and_esc_goes_back(window: Workbench, qtbot) -> None:
    window.commands["keys"].trigger()
    page = window.window.pages.currentWidget()
    assert page is not window.report

    qtbot.keyClick(page, Qt.Key.Key_Escape)

    assert window.window.pages.currentWidget() is window.report


def test_a_narrow_window_folds_the_pages_and_keeps_the_places_as_icons(window: Workbench, qtbot) -> None:
    window.window.resize(960, 600)

    assert not window.window.page_view.isVisible()
    assert window.window.places.width() == 48


def test_a_package_goes_in_as_a_whole(window: Workbench, bench: Bench, opened, fresh, tmp_path: Path) -> None:
    file = tmp_path / "pag-15.json"
    file.write_bytes(bench.bundles.write("PAG-15"))
    other: Store = fresh()
    second = opened(bench_on(other, tmp_path))

    second.paper.open_file(file)

    assert bench_on(other, tmp_path).meetings.by_code("PAG-15")
    assert second.report.document is not None


def test_a_page_of_the_moment_is_gone_once_one_goes_elsewhere(window: Workbench, qtbot) -> None:
    window.paper.show_papers()
    before = window.window.pages.count()
    window.go(Place.OVERVIEW)
    qtbot.waitUntil(lambda: window.window.pages.count() == before - 1)


def test_the_key_card_knows_the_keys_of_places_nobody_went_to(window: Workbench) -> None:
    window.views.show_keys()
    card = window.window.pages.currentWidget()
    assert card is not None
    words = {label.text() for label in card.findChildren(QLabel)}
    for name in ("agenda-up", "register"):
        assert window.commands[name].text().replace("&", "").rstrip("…") in words
