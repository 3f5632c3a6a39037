from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit, QMainWindow, QWidget

from gmp_desktop.domain.meeting import Meeting
from gmp_desktop.domain.ops import Op
from gmp_desktop.domain.papers.kinds import PaperKind
from gmp_desktop.domain.participants import Attends, Participant
from gmp_desktop.domain.people import full_name
from gmp_desktop.services.meetings import Meetings
from gmp_desktop.services.participants import Participants
from gmp_desktop.services.presence import Presences
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import MeetingRow, SittingRow
from gmp_desktop.ui.commands import Commands
from gmp_desktop.ui.hub import Hub
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.participants.delegate import tick_box
from gmp_desktop.ui.participants.lines import Column, Group
from gmp_desktop.ui.participants.model import COLUMNS
from gmp_desktop.ui.participants.page import ParticipantsPage
from gmp_desktop.ui.participants.room import shared

MORNING, AFTERNOON = 0, 1
NOON = datetime(2026, 11, 10, 12, 3, tzinfo=UTC)


@dataclass
class Desk:
    """The services the page works with."""

    store: Store
    meetings: Meetings
    participants: Participants
    presences: Presences


@pytest.fixture
def desk(fresh: Callable[[], Store]) -> Desk:
    store = fresh()
    return Desk(store, Meetings(store), Participants(store), Presences(store, lambda: NOON))


@pytest.fixture
def meeting(desk: Desk) -> Meeting:
    """Two sittings of a Tuesday, of which the second has begun, and one of the day after."""
    with desk.store.write(Op.ADD_MEETING) as session:
        row = MeetingRow(code="PAG-15", time_zone="Africa/Nairobi")
        session.add(row)
        for day, begins in ((10, 600), (10, 900), (11, 600)):
            session.add(
                SittingRow(meeting_id=row.id, day=date(2026, 11, day), begins=begins, ends=begins + 180)
            )
        id = row.id
    for honorific, given, family, body, function in (
        ("Mr.", "Paulo", "Tavares", "Brazil", "Head of division"),
        ("Ms.", "Zsófia", "Keller", "Clear Rivers Trust", "Area lead"),
        ("Ms.", "Ana", "Sotelo", "Chile", "Adviser"),
    ):
        person = {"honorific": honorific, "given": given, "family": family}
        desk.participants.add(id, person, {"name": body}, function=function)
    return desk.meetings.get(id)


Make = Callable[[Meeting | None], ParticipantsPage]


@pytest.fixture
def make(desk: Desk, look: Look, qtbot: Any, tmp_path: Path) -> Make:
    windows: list[QWidget] = []

    def shown(meeting: Meeting | None) -> ParticipantsPage:
        settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
        window = QWidget()
        windows.append(window)
        page = ParticipantsPage(look, lambda: desk, None, None, settings, window)  # type: ignore[arg-type,return-value]
        hub = Hub(page)
        desk.store.subscribe(hub.announce)
        hub.changed.connect(page.on_changed)
        qtbot.addWidget(window)
        page.resize(1210, 700)
        window.resize(1210, 700)
        page.show_meeting(meeting)
        window.show()
        window.activateWindow()
        page.take_focus()
        return page

    return shown


@pytest.fixture
def page(make: Make, meeting: Meeting) -> Iterator[ParticipantsPage]:
    made = make(meeting)
    QAbstractItemModelTester(made.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield made
    made.hide()


def tick_of(page: ParticipantsPage, family: str) -> QImage:
    """What is painted within the tick of the afternoon."""
    place = page.table.visualRect(cell(page, family, COLUMNS + AFTERNOON))
    return page.table.viewport().grab(tick_box(place).adjusted(3, 3, -3, -3)).toImage()


def names(page: ParticipantsPage) -> list[str]:
    """The lines as they stand: heads of groups, and people by family name."""
    return [
        f"{line.words} {line.count}"
        if isinstance(line, Group)
        else page.state.listing.people[line].person.family
        for line in page.model.lines
    ]


def one(page: ParticipantsPage, family: str) -> Participant:
    return next(one for one in page.state.listing.people if one.person.family == family)


def cell(page: ParticipantsPage, family: str, column: int) -> Any:
    (row,) = page.model.rows_of([one(page, family).id])
    return page.model.index(row, column)


def enter(qtbot: Any, page: ParticipantsPage, text: str = "") -> None:
    qtbot.keyClicks(page.field, text)
    qtbot.keyClick(page.field, Qt.Key.Key_Return)


def present(desk: Desk, page: ParticipantsPage, sitting: int = AFTERNOON) -> list[str]:
    ticks = desk.presences.of_meeting(page.state.meeting.id) if page.state.meeting else []
    at = page.state.sittings[sitting].id
    there = {tick.participant_id for tick in ticks if tick.sitting_id == at and not tick.left}
    return [one.person.family for one in page.state.listing.people if one.id in there]


def test_groups_stand_in_the_order_of_the_printed_list(page: ParticipantsPage) -> None:
    assert names(page) == ["Governments 2", "Tavares", "Sotelo", "Academia and others 1", "Keller"]
    assert page.facts() == (
        "Tuesday p.m. sitting",
        "0 of 3 present",
        "type two letters or a badge, Enter ticks",
    )


def test_two_letters_and_enter_tick_the_first_match_in_the_current_sitting(
    page: ParticipantsPage, desk: Desk, qtbot: Any
) -> None:
    with qtbot.waitSignal(page.done) as told:
        enter(qtbot, page, "ta")

    assert told.args == ["Mr. Tavares, Brazil, arrived 15:03"]
    assert present(desk, page) == ["Tavares"]
    assert page.field.text() == ""
    assert desk.store.undo_name() == (Op.ARRIVE, "Mr. Paulo Tavares")
    desk.store.undo()
    assert present(desk, page) == []


def test_typing_narrows_at_once_and_arrows_walk_among_the_found(
    page: ParticipantsPage, desk: Desk, qtbot: Any
) -> None:
    qtbot.keyClicks(page.field, "clear")
    assert names(page) == ["Keller"]
    page.field.clear()
    desk.participants.add(page.state.meeting.id, {"given": "Anna", "family": "Taborda"})  # type: ignore[union-attr]

    qtbot.keyClicks(page.field, "ta")
    qtbot.keyClick(page.field, Qt.Key.Key_Down)
    qtbot.keyClick(page.field, Qt.Key.Key_Return)

    assert present(desk, page) == ["Taborda"]


def test_a_badge_number_ticks_who_wears_it(page: ParticipantsPage, desk: Desk, qtbot: Any) -> None:
    enter(qtbot, page, "002")
    assert present(desk, page) == ["Keller"]
    enter(qtbot, page, "9")
    assert present(desk, page) == ["Keller"]
    assert page.line.words == "Nobody has badge 9."


def test_enter_on_who_is_there_offers_departure(page: ParticipantsPage, desk: Desk, qtbot: Any) -> None:
    enter(qtbot, page, "sot")
    enter(qtbot, page, "sot")
    assert page.line.words == "Ms. Sotelo, Chile, arrived 15:03. Enter again: has left now."
    assert present(desk, page) == ["Sotelo"]

    with qtbot.waitSignal(page.done) as told:
        enter(qtbot, page)

    assert told.args == ["Ms. Sotelo, Chile, left 15:03"]
    assert present(desk, page) == []
    assert page.model.text(cell(page, "Sotelo", 0).row(), COLUMNS + AFTERNOON) == "left 15:03"
    assert tick_of(page, "Sotelo") != tick_of(page, "Tavares"), "gone looks like not arrived"


def test_nobody_called_so_is_registered_in_one_line(page: ParticipantsPage, desk: Desk, qtbot: Any) -> None:
    qtbot.keyClicks(page.field, "solvej lu")
    assert page.line.words == "Nobody is called “solvej lu”. Enter registers a walk-in."
    qtbot.keyClick(page.field, Qt.Key.Key_Return)
    assert page.line.field.text() == "solvej lu"
    page.line.field.clear()
    qtbot.keyClicks(page.line.field, "Ms. Solvej Lund, Clear Rivers Trust, Campaigner")

    with qtbot.waitSignal(page.done):
        qtbot.keyClick(page.line.field, Qt.Key.Key_Return)

    lund = one(page, "Lund")
    assert (full_name(lund.person), lund.function, lund.late) == ("Ms. Solvej Lund", "Campaigner", True)
    assert present(desk, page) == ["Lund"]
    assert page.field.text() == ""


def test_another_sitting_can_be_chosen(page: ParticipantsPage, desk: Desk, qtbot: Any) -> None:
    page.table.head.sitting_chosen.emit(page.state.sittings[MORNING].id)
    enter(qtbot, page, "ta")
    assert (present(desk, page, MORNING), present(desk, page)) == (["Tavares"], [])
    assert page.facts()[:2] == ("Tuesday a.m. sitting", "1 of 3 present")


def test_space_ticks_all_who_are_selected_and_a_dash_is_no_tick(
    page: ParticipantsPage, desk: Desk, qtbot: Any
) -> None:
    page.table.go([one(page, "Tavares").id, one(page, "Sotelo").id])
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert present(desk, page) == ["Tavares", "Sotelo"]
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert present(desk, page) == []

    for sitting, ticked in ((MORNING, ["Keller"]), (2, [])):
        place = page.table.visualRect(cell(page, "Keller", COLUMNS + sitting)).center()
        qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert present(desk, page, sitting) == ticked
    assert page.model.text(cell(page, "Keller", 0).row(), COLUMNS + 2) == "not open yet"


def test_groups_fold_and_columns_sort(page: ParticipantsPage, qtbot: Any) -> None:
    page.table.setCurrentIndex(page.model.index(0, 0))
    qtbot.keyClick(page.table, Qt.Key.Key_Left)
    assert names(page)[0] == "Governments 2"
    assert "Sotelo" not in names(page)
    qtbot.keyClick(page.table, Qt.Key.Key_Right)
    assert "Sotelo" in names(page)

    page.grouping.chosen.emit("none")
    page.table.head.sort_asked.emit(Column.NAME)
    assert names(page) == ["Keller", "Sotelo", "Tavares"]
    page.table.head.sort_asked.emit(Column.NAME)
    assert names(page) == ["Tavares", "Sotelo", "Keller"]


def test_order_and_columns_are_remembered(page: ParticipantsPage, make: Make, meeting: Meeting) -> None:
    page.grouping.chosen.emit("none")
    page.table.head.sort_asked.emit(Column.FUNCTION)
    page.menus.column_turned.emit(Column.AREA, False)

    again = make(meeting)

    assert names(again) == ["Sotelo", "Keller", "Tavares"]
    assert again.table.isColumnHidden(Column.AREA)
    assert not again.table.isColumnHidden(Column.FUNCTION)


def test_only_some_are_shown(page: ParticipantsPage, desk: Desk, qtbot: Any) -> None:
    enter(qtbot, page, "ta")
    page.grouping.chosen.emit("none")
    page.shown.chosen.emit("present")
    assert names(page) == ["Tavares"]
    page.shown.chosen.emit("absent")
    assert names(page) == ["Sotelo", "Keller"]
    qtbot.keyClicks(page.field, "ta")
    assert names(page) == ["Tavares"]  # somebody at the door is found whoever is shown


@pytest.mark.parametrize(("column", "typed"), [(Column.NAME, "Ms. Anna Sotelo"), (Column.FUNCTION, "Head")])
def test_f2_writes_over_the_name_and_the_function(
    page: ParticipantsPage, desk: Desk, qtbot: Any, column: Column, typed: str
) -> None:
    page.table.setFocus()
    page.table.setCurrentIndex(cell(page, "Sotelo", column))
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    editor = page.table.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    qtbot.keyClicks(editor, typed)
    qtbot.keyClick(editor, Qt.Key.Key_Return)

    def written() -> bool:
        sotelo = desk.participants.get(one(page, "Sotelo").id)
        return typed in (full_name(sotelo.person), sotelo.function)

    qtbot.waitUntil(written)
    assert page.form.isHidden()


def test_delete_removes_who_is_selected_and_undo_brings_them_back(
    page: ParticipantsPage, desk: Desk, qtbot: Any
) -> None:
    page.table.go([one(page, "Sotelo").id])
    with qtbot.waitSignal(page.removed) as told:
        qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert told.args == ["Ms. Ana Sotelo"]
    assert "Sotelo" not in names(page)
    assert len(page.table.selected()) == 1
    desk.store.undo()
    assert "Sotelo" in names(page)


def test_rows_go_to_a_spreadsheet_and_come_from_one(page: ParticipantsPage, desk: Desk, qtbot: Any) -> None:
    desk.participants.edit(one(page, "Keller").id, function="=1+1")
    page.table.go([one(page, "Keller").id])
    qtbot.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("002\tMs. Zsófia Keller\tClear Rivers Trust\t'=1+1\t")

    QGuiApplication.clipboard().setText("Name\tFor\nAna\tChile\n")
    for place in (page.table, page.field):
        with qtbot.waitSignal(page.pasted) as told:
            qtbot.keyClick(place, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert told.args == ["Name\tFor\nAna\tChile\n"]
    assert page.field.text() == ""


def test_letters_typed_in_the_table_go_to_the_filter(page: ParticipantsPage, qtbot: Any) -> None:
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_K)
    qtbot.keyClicks(page.field, "el")
    assert names(page) == ["Keller"]


def test_what_is_set_for_several_is_set_for_all(page: ParticipantsPage, desk: Desk) -> None:
    page.table.go([one(page, "Tavares").id, one(page, "Keller").id])
    page.menus.facts_chosen.emit({"attends": "online"})
    assert [one(page, name).attends for name in ("Tavares", "Keller", "Sotelo")] == [
        *(Attends.ONLINE, Attends.ONLINE, Attends.ROOM)
    ]


def test_somebody_new_is_registered_beside_the_table(page: ParticipantsPage, desk: Desk, qtbot: Any) -> None:
    page.register()
    form = page.form
    for name, text in (
        ("honorific", "Ms."),
        ("given", "Leila"),
        ("family", "Haddad"),
        ("function", "Adviser"),
    ):
        qtbot.keyClicks(form.fields._lines[name], text)
    form.fields.body.setText("Union of Small Refiners")
    form.fields.kind.setCurrentIndex(form.fields.kind.findData("industry"))
    form.private._fields["dietary"].setText("no nuts")

    with qtbot.waitSignal(page.done) as told:
        qtbot.keyClick(form.fields._lines["function"], Qt.Key.Key_Return)

    assert told.args == ["Ms. Leila Haddad is registered"]
    haddad = one(page, "Haddad")
    assert haddad.badge == 4
    assert desk.participants.private(haddad.person.id).dietary == "no nuts"
    assert "Industry 1" in names(page)
    desk.store.undo()
    assert "Haddad" not in names(page)


def test_who_is_in_the_directory_is_offered_instead_of_a_second_entry(
    make: Make, page: ParticipantsPage, desk: Desk, qtbot: Any
) -> None:
    later = desk.meetings.get(desk.meetings.add("PAG-16"))
    page.show_meeting(later)
    page.register()
    qtbot.keyClicks(page.form.fields._lines["given"], "Zsofia")
    qtbot.keyClicks(page.form.fields._lines["family"], "Keller")
    qtbot.waitUntil(page.form.likely.isVisible)
    ((person, body),) = desk.participants.similar("Zsofia", "Keller")

    page.form.likely.used.emit(person, body)
    assert page.form.fields.body.text() == "Clear Rivers Trust"
    page.form._hand_in.click()

    assert one(page, "Keller").person.id == person.id


def test_a_field_is_kept_at_a_pause_and_when_it_is_left_and_a_refusal_shows_what_the_record_has(
    page: ParticipantsPage, desk: Desk, qtbot: Any
) -> None:
    keller = one(page, "Keller").id
    page.registration.open(keller)
    form = page.form
    form.fields._lines["division"].setText("Water")
    form.fields._lines["division"].editingFinished.emit()
    assert desk.participants.get(keller).division == "Water"

    form.fields._lines["function"].end(False)
    qtbot.keyClicks(form.fields._lines["function"], "Adv")
    qtbot.waitUntil(lambda: desk.participants.get(keller).function.endswith("Adv"))
    qtbot.keyClicks(form.fields._lines["function"], "iser")
    form.fields._lines["function"].editingFinished.emit()
    assert desk.participants.get(keller).function.endswith("Adviser")
    desk.store.undo()
    assert "Adv" not in desk.participants.get(keller).function

    form.fields.badge.setText("1")
    with qtbot.waitSignal(page.warned) as told:
        form.fields.badge.editingFinished.emit()
    assert "Badge 001 is Mr. Paulo Tavares’s" in told.args[0]
    assert form.fields.badge.text() == "002"

    form.private._fields["email"].setText("z@example.org")
    page.leave()
    assert desk.participants.private(one(page, "Keller").person.id).email == "z@example.org"


def test_a_step_from_elsewhere_leaves_what_is_typed_of_private_details(
    page: ParticipantsPage, desk: Desk, qtbot: Any
) -> None:
    keller, tavares = one(page, "Keller"), one(page, "Tavares")
    page.registration.open(keller.id)
    part = page.form.private
    part._turn()
    part._fields["email"].setFocus()
    qtbot.keyClicks(part._fields["email"], "z@exam")

    desk.participants.edit(keller.id, function="Adviser")
    assert part._fields["email"].text() == "z@exam"
    page.registration.open(tavares.id)

    assert part._fields["email"].text() == ""


def test_what_somebody_is_there_for_is_completed_by_any_word(page: ParticipantsPage) -> None:
    page.register()
    assert page.form.fields.body.found("rivers") == ["Clear Rivers Trust"]
    assert page.form.fields.body.found("cote iv") == ["Côte d’Ivoire"]


def test_an_empty_place_says_how_to_begin(make: Make, desk: Desk, qtbot: Any) -> None:
    page = make(desk.meetings.get(desk.meetings.add("PAG-16")))
    assert page.empty.isVisible()
    assert page.facts() == ()
    assert not page.desk.registering.isVisible()
    QGuiApplication.clipboard().setText("Name\nAna\n")
    with qtbot.waitSignal(page.pasted):
        qtbot.keyClick(page.empty, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    page.register()
    assert page.form.isVisible()
    assert make(None).facts() == ()


def test_a_meeting_that_is_taken_back_leaves_nothing(make: Make, desk: Desk) -> None:
    page = make(desk.meetings.get(desk.meetings.add("PAG-16")))
    desk.store.undo()
    assert page.state.meeting is None


def test_commands_can_be_chosen_where_they_can_be_done(page: ParticipantsPage, qtbot: Any) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    commands = Commands(window)
    page.offer(commands)
    page.enable(True)
    assert commands["give-badges"].isEnabled()
    with qtbot.waitSignal(page.asked_for_papers) as told:
        page.desk.lists.click()
    assert told.args == [PaperKind.PARTICIPANTS]
    page.enable(False)
    assert not any(commands[name].isEnabled() for name in ("register", "walk-in", "give-badges"))


def test_the_palette_finds_people_and_goes_to_them(page: ParticipantsPage) -> None:
    entry = next(entry for entry in page.entries() if "Keller" in entry.words)
    entry.run()
    assert page.table.selected() == [one(page, "Keller").id]


def test_a_screen_reader_hears_every_cell(page: ParticipantsPage) -> None:
    index = cell(page, "Tavares", COLUMNS + AFTERNOON)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Tuesday p.m.: not arrived"
    head = page.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert head == "Governments, 2, unfolded"


@pytest.mark.parametrize("room", [300, 600, 900, 1200, 2400])
@pytest.mark.parametrize("sittings", [0, 3, 12])
def test_columns_share_the_room_there_is(room: int, sittings: int) -> None:
    widths = shared(room, 1.0, sittings, current=sittings // 2)
    assert len(widths) == COLUMNS + sittings
    assert widths[Column.NAME] > 0
    assert room < 620 or sum(widths) <= room
    assert not sittings or widths[COLUMNS + sittings // 2] > 0


def test_a_step_of_another_place_leaves_the_page_alone(page: ParticipantsPage, desk: Desk) -> None:
    listing = page.state.listing
    presences: UUID = page.state.sittings[0].id
    desk.presences.tick(one(page, "Keller").id, presences)
    assert page.state.listing is listing


def test_after_a_tick_at_the_door_the_table_is_where_it_was(
    page: ParticipantsPage, desk: Desk, qtbot: Any
) -> None:
    meeting = page.state.meeting
    assert meeting is not None
    for number in range(60):
        desk.participants.add(meeting.id, {"given": "Ina", "family": f"Ostrander {number:02}"})
    page.table.go([one(page, "Ostrander 50").id])
    bar = page.table.verticalScrollBar()
    bar.setValue(bar.maximum() - 2)
    there = bar.value()

    enter(qtbot, page, "keller")

    assert present(desk, page) == ["Keller"]
    assert page.table.selected() == [one(page, "Ostrander 50").id]
    assert bar.value() == there
