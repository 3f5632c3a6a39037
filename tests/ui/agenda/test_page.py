"""The agenda worked on with keys, on real services."""

from datetime import date
from types import SimpleNamespace
from typing import Any, cast
from uuid import UUID

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMainWindow, QWidget

from gmp_desktop.domain.meeting import AgendaStage, State
from gmp_desktop.domain.ops import Op
from gmp_desktop.domain.papers.kinds import PaperKind
from gmp_desktop.services.agendas import Agendas
from gmp_desktop.services.directory import Directory
from gmp_desktop.services.meetings import Meetings
from gmp_desktop.services.register import Register
from gmp_desktop.services.sittings import Sittings
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import DocumentRow
from gmp_desktop.ui.agenda.lines import DayLine, ItemLine
from gmp_desktop.ui.agenda.model import Column
from gmp_desktop.ui.agenda.page import AgendaPage
from gmp_desktop.ui.agenda.sittings_editor import read_clock
from gmp_desktop.ui.commands import Commands
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.places import Place

pytestmark = pytest.mark.qt_log_ignore(r"propagateSizeHints|raise\(\)|grabbing the keyboard")

AGENDA = "1. Opening\n2. Matters\n(a) Adoption\n(b) Work\n3. Closure"
KEY, SHIFT, ALT, CTRL = (
    Qt.Key,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
)


class Desk:
    """The page in a window, with the services beside it."""

    def __init__(self, look: Look, store: Store, settings: QSettings) -> None:
        self.store, self.meetings = store, Meetings(store)
        self.agendas, self.sittings = Agendas(store), Sittings(store)
        self.meeting = self.meetings.add("PAG-16", starts_on=date(2026, 11, 10), symbol_stem="UNEP/Hg/PAG.16")
        self.window = QMainWindow()
        bench = SimpleNamespace(
            store=store, meetings=self.meetings, agendas=self.agendas, sittings=self.sittings
        )
        nothing = cast(Any, None)
        self.page = AgendaPage(look, lambda: cast(Any, bench), nothing, nothing, settings)
        self.commands = Commands(self.window)
        self.news: list[str] = []
        self.gone: list[str] = []
        self.page.said.connect(self.news.append)
        self.page.warned.connect(self.news.append)
        self.page.removed.connect(self.gone.append)
        self.window.setCentralWidget(self.page)
        self.window.resize(1200, 700)
        store.subscribe(self.page.on_changed)
        self.page.offer(self.commands)

    def open(self) -> None:
        self.window.show()
        self.page.show_meeting(self.meetings.get(self.meeting))
        self.page.enable(True)
        self.window.activateWindow()
        self.page.take_focus()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.focus(), key, modifiers)

    def type(self, text: str) -> None:
        for letter in text:  # the first one may open an editor that has the keyboard then
            QTest.keyClicks(self.focus(), letter)

    def focus(self) -> QWidget:
        widget = self.window.focusWidget()
        assert widget is not None
        return widget

    def lines(self) -> list[str]:
        return [
            line.words if isinstance(line, DayLine) else f"{line.item.label} {line.text}"
            for line in self.page.table.lines.lines
        ]

    def titles(self) -> list[str]:
        return [f"{item.label} {item.title}" for item in self.agendas.items(self.meeting)]

    def at(self, title: str) -> ItemLine:
        item = next(item for item in self.agendas.items(self.meeting) if item.title == title)
        self.page.table.go(item.id)
        line = self.page.table.current
        assert line is not None
        return line


@pytest.fixture
def desk(qtbot: Any, look: Look, fresh: Any, tmp_path: Any) -> Desk:
    made = Desk(look, fresh(), QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(made.window)
    return made


@pytest.fixture
def full(desk: Desk) -> Desk:
    desk.agendas.paste(desk.meeting, AGENDA)
    desk.open()
    return desk


def held(desk: Desk) -> tuple[UUID, UUID]:
    """A morning and an afternoon of one day."""
    return (
        desk.sittings.add(desk.meeting, date(2026, 11, 10), 570, 750),
        desk.sittings.add(desk.meeting, date(2026, 11, 10), 840, 1050),
    )


def test_the_first_item_has_the_keyboard(full: Desk) -> None:
    assert full.page.table.current is not None
    assert full.page.table.current.item.title == "Opening"
    assert full.focus() is full.page.table


def test_items_print_as_they_will_on_paper(full: Desk) -> None:
    assert full.lines() == ["1. Opening.", "2. Matters:", "(a) Adoption;", "(b) Work.", "3. Closure."]


def test_enter_makes_the_next_item_and_tab_puts_it_under_the_one_above(full: Desk) -> None:
    full.press(KEY.Key_Return)
    full.press(KEY.Key_Tab)
    full.type("Welcome")
    full.press(KEY.Key_Return)
    full.type("Statements")
    full.press(KEY.Key_Backtab, SHIFT)
    full.press(KEY.Key_Escape)
    assert full.titles()[:4] == ["1. Opening", "(a) Welcome", "2. Statements", "3. Matters"]


def test_a_new_item_left_without_a_title_goes_again(full: Desk) -> None:
    before = full.titles()
    full.press(KEY.Key_Return)
    full.press(KEY.Key_Escape)
    assert full.titles() == before


def test_typing_takes_the_place_of_the_title_and_f2_goes_on_in_it(full: Desk) -> None:
    full.type("Start")
    full.press(KEY.Key_Escape)
    full.press(KEY.Key_F2)
    full.press(KEY.Key_End)
    full.type(" of the meeting")
    full.press(KEY.Key_Down)
    assert full.titles()[0] == "1. Start of the meeting"
    assert full.page.table.current is not None
    assert full.page.table.current.item.title == "Matters"


def test_what_is_being_written_is_kept_when_the_page_is_left(full: Desk) -> None:
    full.type("Welcome")
    full.page.leave()
    assert full.titles()[0] == "1. Welcome"


def test_tab_moves_an_item_in_and_out(full: Desk) -> None:
    full.at("Closure")
    full.press(KEY.Key_Tab)
    assert full.titles()[-1] == "(c) Closure"
    full.press(KEY.Key_Backtab, SHIFT)
    assert full.titles()[-1] == "3. Closure"


def test_alt_and_an_arrow_move_an_item_among_its_siblings(full: Desk) -> None:
    full.at("Work")
    full.press(KEY.Key_Up, ALT)
    assert full.titles()[2:4] == ["(a) Work", "(b) Adoption"]
    assert full.page.table.current is not None
    assert full.page.table.current.item.title == "Work"


def test_delete_removes_without_asking_and_says_what_is_gone(full: Desk) -> None:
    full.at("Matters")
    full.press(KEY.Key_Delete)
    assert (full.titles(), full.gone) == (["1. Opening", "2. Closure"], ["item 2"])
    full.store.undo()
    assert len(full.titles()) == 5


def test_escape_goes_to_the_details_and_back(full: Desk) -> None:
    full.press(KEY.Key_Escape)
    assert full.focus() is full.page.form.title
    full.press(KEY.Key_Escape)
    assert full.focus() is full.page.table


def test_days_and_breaks_stand_between_the_items(full: Desk) -> None:
    held(full)
    for item in full.agendas.items(full.meeting):
        full.agendas.edit(item.id, minutes=60)
    assert full.lines() == [
        "Tuesday 10 November",
        "1. Opening.",
        "2. Matters:",
        "(a) Adoption;",
        "Lunch  12:30 – 14:00",
        "(b) Work.",
        "3. Closure.",
    ]


def test_an_item_goes_into_the_next_sitting_by_keyboard(full: Desk) -> None:
    _, afternoon = held(full)
    full.at("Work")
    full.press(KEY.Key_Down, CTRL | SHIFT)
    assert next(i for i in full.agendas.items(full.meeting) if i.title == "Work").sitting_id == afternoon
    full.press(KEY.Key_Down, CTRL | SHIFT)
    full.press(KEY.Key_Up, CTRL | SHIFT)
    assert full.lines()[0] == "Tuesday 10 November"


def test_an_item_dropped_on_a_line_goes_into_its_sitting(full: Desk) -> None:
    _, afternoon = held(full)
    full.agendas.schedule(full.at("Closure").item.id, afternoon)
    opening, table = full.at("Opening"), full.page.table
    row = table.lines.at(full.at("Closure").item.id)
    over = table.visualRect(table.lines.index(row, 0)).center()
    assert table.sitting_at(over) == afternoon
    table.put_wanted.emit(opening.item.id, table.sitting_at(over))
    assert full.agendas.items(full.meeting)[0].sitting_id == afternoon


def test_an_overrun_is_seen_at_once(full: Desk) -> None:
    full.sittings.add(full.meeting, date(2026, 11, 10), 570, 600)
    full.agendas.edit(full.agendas.items(full.meeting)[0].id, minutes=50)
    assert "50 min of 30 min  ·  20 min over" in full.page.days.accessibleName()


def test_the_details_are_kept_as_they_are_written(full: Desk) -> None:
    form = full.page.form
    form.title.setFocus()
    form.title.selectAll()
    full.type("Welcome")
    form.annotation.setFocus()
    full.type("The Group may wish to begin.")
    form.minutes.setFocus()
    form.minutes.setValue(15)
    full.page.table.setFocus()
    item = full.agendas.items(full.meeting)[0]
    assert (item.title, item.minutes, item.annotation) == ("Welcome", 15, "The Group may wish to begin.")


def test_words_in_a_field_belong_to_the_item_they_were_written_for(full: Desk) -> None:
    full.page.form.annotation.setPlainText("For the opening")
    full.at("Closure")
    items = {item.title: item.annotation for item in full.agendas.items(full.meeting)}
    assert (items["Opening"], items["Closure"]) == ("For the opening", "")


def test_a_presenter_known_to_the_directory_is_that_person(full: Desk) -> None:
    directory = Directory(full.store)
    person = directory.add_person(honorific="Ms.", given="Rūta", family="Vaitkus")
    form = full.page.form
    form.presents.setFocus()
    full.type("secretariat, ms. ruta vaitkus")
    full.press(KEY.Key_Escape)
    form.presents.keep()
    assert [(one.name, one.person_id) for one in full.agendas.presenters(full.meeting)] == [
        ("secretariat", None),
        ("Ms. Rūta Vaitkus", person),
    ]
    assert form.presents.found("vaitk r") == ["Ms. Rūta Vaitkus"]


def test_a_document_is_named_by_its_symbol_and_says_that_its_file_is_missing(
    full: Desk, tmp_path: Any
) -> None:
    paper = Register(full.store, tmp_path).add(full.meeting, symbol="UNEP/Hg/PAG.16/3", title="Progress")
    line = full.at("Work")
    full.page.form.document_named.emit(line.item.id, "unep/hg/pag.16/3")
    assert full.at("Work").papers == "/3"
    assert full.page.facts() == ("5 items", "1 presenter to name", "1 document without a file")
    said = [label.text() for label in full.page.form.findChildren(QLabel)]
    assert "no file yet" in said
    full.page.form.document_unlinked.emit(line.item.id, paper)
    assert full.at("Work").papers == ""


def test_a_document_that_is_not_there_is_said(full: Desk) -> None:
    full.page.form.document_named.emit(full.at("Work").item.id, "UNEP/1")
    assert full.news == [
        "There is no document “UNEP/1” in the register. Register it among the documents first."
    ]


def test_the_clipboard_brings_and_takes_items(full: Desk) -> None:
    clipboard = QGuiApplication.clipboard()
    full.at("Matters")
    full.press(KEY.Key_C, CTRL)
    assert clipboard.text() == "2.\tMatters:\n\t(a)\tAdoption;\n\t(b)\tWork.\n"
    full.at("Closure")
    full.press(KEY.Key_V, CTRL)
    assert full.titles()[-3:] == ["4. Matters", "(a) Adoption", "(b) Work"]


def test_an_empty_agenda_offers_the_last_one(desk: Desk) -> None:
    desk.agendas.paste(desk.meetings.add("PAG-15", ordinal=15), AGENDA)
    desk.open()
    assert desk.page.empty.isVisible()
    desk.press(KEY.Key_Return)
    assert len(desk.titles()) == 5
    assert desk.focus() is desk.page.table


def test_without_another_agenda_that_is_said(desk: Desk) -> None:
    desk.open()
    desk.press(KEY.Key_Return)
    assert "No other meeting" in desk.news[0]


def test_the_first_item_is_written_at_once(desk: Desk) -> None:
    desk.open()
    desk.commands["agenda-new"].trigger()
    desk.type("Opening")
    desk.press(KEY.Key_Escape)
    assert desk.titles() == ["1. Opening"]


@pytest.mark.parametrize(("width", "wide"), [(1200, True), (900, False)])
def test_the_way_to_the_sittings_stands_in_a_wide_head(full: Desk, width: int, wide: bool) -> None:
    full.window.hide()
    full.window.resize(300, 300)
    QApplication.processEvents()
    full.page.show_meeting(full.meetings.get(full.meeting))
    full.window.resize(width, 700)
    full.window.show()
    QApplication.processEvents()
    buttons = {one.text(): one for one in full.page.desk.head.findChildren(QAbstractButton)}
    assert buttons["Sittings…"].isVisible() is wide


def test_long_words_beside_the_minutes_do_not_widen_the_form(full: Desk) -> None:
    form = full.page.form
    form._ends.setText("ends 12:00  ·  1 h 20 with its sub-items")
    assert form._ends.minimumSizeHint().width() < form.width() - form.minutes.width()


def test_sittings_are_made_and_put_right_on_the_page(full: Desk) -> None:
    full.commands["agenda-sittings"].trigger()
    editor = full.page.sittings
    for _ in range(3):
        editor._new()
    hours = [(s.day, s.begins, s.ends) for s in full.sittings.of_meeting(full.meeting)]
    assert hours == [
        (date(2026, 11, 10), 570, 750),
        (date(2026, 11, 10), 840, 1050),
        (date(2026, 11, 11), 570, 750),
    ]
    begins = list(editor._rows.values())[1][1]
    begins.setFocus()
    begins.selectAll()
    full.type("12:00")
    full.press(KEY.Key_Return)
    assert "overlaps the sitting from 9:30 to 12:30" in editor._told.text()
    assert begins.text() == "12:00"
    begins.selectAll()
    full.type("13:00")
    full.press(KEY.Key_Return)
    assert [s.begins for s in full.sittings.of_meeting(full.meeting)] == [570, 780, 570]
    assert editor._told.text() == ""


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("9:30", 570), ("9.30", 570), ("0930", 570), ("9h30", 570), ("9", 540), ("24:00", 1440)],
)
def test_a_time_is_read_as_people_write_it(text: str, minutes: int) -> None:
    assert read_clock(text) == minutes


@pytest.mark.parametrize("text", ["", "noon", "9:60", "25", "24:01", "-1", "=1+1"])
def test_what_is_no_time_is_none(text: str) -> None:
    assert read_clock(text) is None


def test_the_agenda_is_adopted_with_what_the_floor_changed(full: Desk) -> None:
    assert not full.commands["agenda-adopt"].isEnabled()
    full.meetings.set_state(full.meeting, State.IN_SESSION)
    full.agendas.remove(full.at("Work").item.id)
    full.commands["agenda-adopt"].trigger()
    panel = full.page.adoption
    assert panel.isVisible()
    assert panel.sentence == (
        "The meeting agreed to adopt the provisional agenda, as orally amended: item 2 (b), “Work”, was deleted."
    )
    words = [panel.rows.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(5)]
    assert words[3] == "2 (b) Work, struck out"
    full.press(KEY.Key_Return)
    assert full.meetings.get(full.meeting).agenda_stage is AgendaStage.ADOPTED
    assert not full.commands["agenda-adopt"].isEnabled()


def test_every_cell_is_read_out_with_its_head(full: Desk) -> None:
    held(full)
    row = full.page.table.lines.at(full.at("Adoption").item.id)

    def spoken(column: Column) -> object:
        return full.page.table.lines.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)

    assert [spoken(column) for column in Column] == [
        "(a) Adoption;",
        "Begins: 9:30",
        "Minutes: –",
        "Presents: –",
        "Documents: –",
    ]


@pytest.mark.parametrize("title", ["=1+1", "<b>bold</b>", "\u202eesrever", "long " * 300])
def test_any_title_can_be_drawn(full: Desk, title: str) -> None:
    full.agendas.edit(full.at("Opening").item.id, title=title)
    full.page.grab()
    assert full.page.form.title.toPlainText().split() == title.split()


def test_no_commands_are_left_on_while_another_page_is_seen(full: Desk) -> None:
    full.page.enable(False)
    names = [command.name for command in full.commands.possible()]
    assert [name for name in names if name.startswith("agenda-")] == []


def test_a_step_elsewhere_changes_nothing_here(full: Desk) -> None:
    shown = full.page.table.lines.lines
    with full.store.write(Op.EDIT_TEXT):
        pass
    assert full.page.table.lines.lines is shown


def test_the_lines_keep_to_the_rules_of_a_model(full: Desk, qtmodeltester: Any) -> None:
    held(full)
    qtmodeltester.check(full.page.table.lines)
    full.agendas.move(full.at("Closure").item.id, -1)
    full.agendas.remove(full.at("Opening").item.id)


def test_the_item_after_one_that_was_removed_is_in_hand(full: Desk) -> None:
    full.at("Adoption")
    full.press(KEY.Key_Delete)
    assert full.page.table.current is not None
    assert full.page.table.current.item.title == "Work"


def test_another_meeting_shows_its_own_agenda(full: Desk) -> None:
    other = full.meetings.add("PAG-17")
    full.agendas.add(other, "Elsewhere")
    full.type("Half a ti")
    full.page.show_meeting(full.meetings.get(other))
    assert full.lines() == ["1. Elsewhere."]
    assert full.titles()[0] == "1. Half a ti"


def test_the_annotation_says_in_which_document_it_is_printed(full: Desk) -> None:
    assert full.page.form.annotation_words == "Annotation (printed in document /2)"
    with full.store.write(Op.ADD_DOCUMENT) as session:
        session.add(
            DocumentRow(
                meeting_id=full.meeting,
                symbol="UNEP/Hg/PAG.16/1/Add.1",
                kind="annotated-agenda",
                title="Annotations",
            )
        )
    assert full.page.form.annotation_words == "Annotation (printed in document /1/Add.1)"


def test_the_palette_finds_the_items(full: Desk) -> None:
    found = {entry.words: entry for entry in full.page.entries()}
    assert "2 (b) Work." in found
    asked: list[tuple[object, object]] = []
    full.page.asked_to_go.connect(lambda place, id: asked.append((place, id)))
    found["2 (b) Work."].run()
    assert asked == [(Place.AGENDA, full.at("Work").item.id)]


def test_its_paper_is_the_agenda(full: Desk) -> None:
    asked: list[object] = []
    full.page.asked_for_papers.connect(asked.append)
    full.commands["agenda-issue"].trigger()
    assert asked == [PaperKind.AGENDA]
