"""The directory as a person uses it: finding, correcting, adding, joining entries, with the keyboard."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit, QWidget

from gmp_desktop.domain.directory import Role
from gmp_desktop.domain.participants import PrivateDetails
from gmp_desktop.services.directory import Directory
from gmp_desktop.services.participants import Participants
from gmp_desktop.store.store import Store
from gmp_desktop.ui.asking import Asking
from gmp_desktop.ui.commands import Commands
from gmp_desktop.ui.directory.inspector import Kind
from gmp_desktop.ui.directory.lists import View, view_of
from gmp_desktop.ui.directory.page import DirectoryPage
from gmp_desktop.ui.directory.pair_board import PairBoard
from gmp_desktop.ui.jobs import Jobs
from gmp_desktop.ui.look import Look
from tests.services.directory_world import World, world_on

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@dataclass
class Hand:
    store: Store
    directory: Directory
    participants: Participants


@dataclass
class Desk:
    page: DirectoryPage
    commands: Commands
    world: World
    news: list[tuple[str, str]]
    qtbot: Any

    def names(self, view: View = View.PERSONS) -> list[str]:
        return texts(self.page.tables[view].lines)

    def type_into(self, field: QWidget, text: str, *, leave: bool = True) -> None:
        field.setFocus()
        self.qtbot.keyClicks(field, text)
        if leave:
            self.qtbot.keyClick(field, Qt.Key.Key_Return)


def texts(model: QAbstractItemModel, column: int = 0) -> list[str]:
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


@pytest.fixture
def store(fresh: Callable[[], Store]) -> Store:
    return fresh()


@pytest.fixture
def world(store: Store) -> World:
    world = world_on(store)
    trust = world.organisation("Clear Rivers Trust", short_name="CRT", country="DK")
    world.organisation("Lumen Works")
    lund = world.person("Lund", "Solvej", honorific="Ms.")
    world.works(lund, trust, "Campaigner")
    world.leads(lund, "WASTE")
    world.person("Vaitkus", "Rūta")
    world.directory.join_area(trust, "WASTE")
    return world


@pytest.fixture
def open_page(qtbot: Any, look: Look, jobs: Jobs, tmp_path: Path) -> Callable[[World], Desk]:
    def make(world: World) -> Desk:
        hand = Hand(world.store, world.directory, Participants(world.store))
        settings = QSettings(str(tmp_path / "page.ini"), QSettings.Format.IniFormat)
        page = DirectoryPage(look, lambda: hand, jobs, Asking(QWidget()), settings)
        qtbot.addWidget(page)
        commands = Commands(page)
        page.offer(commands)
        news: list[tuple[str, str]] = []
        page.said.connect(lambda words: news.append(("said", words)))
        page.warned.connect(lambda words: news.append(("warned", words)))
        page.removed.connect(lambda words: news.append(("removed", words)))
        world.store.subscribe(page.on_changed)
        page.resize(1200, 700)
        page.show_meeting(None)
        page.enable(True)
        page.show()
        page.take_focus()
        return Desk(page, commands, world, news, qtbot)

    return make


@pytest.fixture
def desk(open_page: Callable[[World], Desk], world: World) -> Desk:
    return open_page(world)


def test_the_filter_has_the_keyboard_and_folds_marks(desk: Desk) -> None:
    desk.qtbot.keyClicks(desk.page.filter, "ruta")
    assert desk.names() == ["Rūta Vaitkus"]
    assert desk.page.facts() == ("1 found",)
    assert desk.page.inspector.person.card is not None
    assert desk.page.inspector.person.card.person.family == "Vaitkus"
    desk.page.filter.clear()
    assert desk.names() == ["Ms. Solvej Lund", "Rūta Vaitkus"]


def test_letters_typed_in_the_table_go_to_the_filter(desk: Desk) -> None:
    desk.page.persons.setFocus()
    desk.qtbot.keyClicks(desk.page.persons, "v")
    assert desk.page.filter.text() == "v"


def test_a_name_nobody_has_says_so(desk: Desk) -> None:
    desk.qtbot.keyClicks(desk.page.filter, "zzz")
    assert desk.names() == []
    assert desk.page.inspector.kind is Kind.NOTHING


def test_a_row_is_in_hand_where_text_runs_from_right_to_left(desk: Desk) -> None:
    desk.page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    desk.qtbot.keyClicks(desk.page.filter, "ruta")
    desk.page.filter.clear()
    assert desk.page.persons.selectionModel().selectedRows()[0].data() == "Rūta Vaitkus"


def test_the_models_keep_the_rules_of_their_kind(desk: Desk) -> None:
    for table in desk.page.tables:
        QAbstractItemModelTester(table.lines, QAbstractItemModelTester.FailureReportingMode.Fatal, table)
    desk.qtbot.keyClicks(desk.page.filter, "lund")
    desk.page.filter.clear()


def test_a_corrected_name_is_kept_when_the_field_is_left(desk: Desk) -> None:
    desk.page.persons.setFocus()
    desk.qtbot.keyClick(desk.page.persons, Qt.Key.Key_F2)
    given = desk.page.inspector.person.findChildren(QLineEdit)[1]
    given.selectAll()
    desk.type_into(given, "Solveig")
    assert desk.names()[0] == "Ms. Solveig Lund"
    desk.world.store.undo()
    assert desk.names()[0] == "Ms. Solvej Lund"


def test_a_refused_correction_is_told_and_the_name_stands_again(desk: Desk) -> None:
    form = desk.page.inspector.person
    for name in ("given", "family"):
        form.fields[name].clear()
    form.fields["family"].setModified(True)
    form.store()
    assert desk.news[0][0] == "warned"
    assert form.fields["family"].text() == "Lund"
    assert desk.names()[0] == "Ms. Solvej Lund"


def test_a_new_person_is_there_with_the_first_name_and_only_once(desk: Desk) -> None:
    desk.page.begin_person()
    form = desk.page.inspector.person
    desk.type_into(form.fields["honorific"], "Dr.")
    assert desk.world.directory.counts() == (2, 2)
    desk.type_into(form.fields["given"], "Amina")
    desk.type_into(form.fields["family"], "Diallo")
    assert desk.names() == ["Dr. Amina Diallo", "Ms. Solvej Lund", "Rūta Vaitkus"]
    assert desk.page.persons.current == form.card.person.id  # type: ignore[union-attr]


def test_a_new_organisation_is_there_with_its_name(desk: Desk) -> None:
    desk.page.begin_organisation()
    desk.type_into(desk.page.inspector.organisation.name, "Basin Commission")
    assert desk.names(View.ORGANISATIONS) == ["Basin Commission", "Clear Rivers Trust", "Lumen Works"]


def test_delete_removes_without_asking_and_says_so(desk: Desk) -> None:
    desk.page.persons.setFocus()
    desk.qtbot.keyClick(desk.page.persons, Qt.Key.Key_Delete)
    assert desk.names() == ["Rūta Vaitkus"]
    assert desk.news == [("removed", "Ms. Solvej Lund")]


def test_the_neighbour_of_a_row_removed_is_in_hand(desk: Desk) -> None:
    desk.world.person("Souma")
    desk.page.persons.selectRow(1)
    desk.page.persons.setFocus()
    desk.qtbot.keyClick(desk.page.persons, Qt.Key.Key_Delete)
    assert desk.page.persons.currentIndex().data() == "Rūta Vaitkus"
    desk.qtbot.keyClick(desk.page.persons, Qt.Key.Key_Delete)
    assert desk.page.persons.currentIndex().data() == "Ms. Solvej Lund"


def test_who_was_at_a_meeting_is_not_deleted(desk: Desk) -> None:
    lund = desk.page.persons.current
    assert lund is not None
    desk.world.registers(lund, desk.world.meeting("PAG-15"))
    desk.page.persons.setFocus()
    desk.qtbot.keyClick(desk.page.persons, Qt.Key.Key_Delete)
    assert len(desk.names()) == 2
    assert "is registered for PAG-15" in desk.news[0][1]


def test_rows_are_copied_as_a_spreadsheet_takes_them(desk: Desk) -> None:
    desk.world.person("=1+1", "a\tb")
    desk.page.persons.setFocus()
    desk.page.persons.selectAll()
    desk.qtbot.keyClick(desk.page.persons, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    rows = [row.split("\t") for row in QGuiApplication.clipboard().text().split("\n")]
    assert [len(row) for row in rows] == [5, 5, 5]
    assert ["Ms. Solvej Lund", "Clear Rivers Trust", "Campaigner", "Denmark", "Waste"] in rows


def test_a_column_sorts_both_ways_and_is_remembered(desk: Desk, open_page: Callable[[World], Desk]) -> None:
    desk.page.persons.sort_by("name")
    desk.page.persons.sort_by("name")
    assert desk.names() == ["Rūta Vaitkus", "Ms. Solvej Lund"]
    desk.page.persons.show_column("country", False)
    again = open_page(desk.world)
    assert again.names() == ["Rūta Vaitkus", "Ms. Solvej Lund"]
    assert again.page.persons.isColumnHidden(3)


def test_an_appointment_is_added_for_an_organisation_by_its_short_name(desk: Desk) -> None:
    desk.page.persons.selectRow(1)
    appointments = desk.page.inspector.person.appointments
    appointments.begin()
    form = appointments.form
    form.title.setText("Laboratory head")
    form.organisation.setText("crt")
    desk.type_into(form.starts_on, "1.3.2026")
    assert texts(desk.page.persons.lines, 1) == ["Clear Rivers Trust", "Clear Rivers Trust"]
    assert texts(desk.page.persons.lines, 2) == ["Campaigner", "Laboratory head"]


@pytest.mark.qt_log_ignore(
    r"propagateSizeHints|raise\(\)|grabbing the keyboard"
)  # names are proposed in a popup
def test_an_appointment_for_nobody_known_is_told(desk: Desk) -> None:
    appointments = desk.page.inspector.person.appointments
    appointments.begin()
    desk.type_into(appointments.form.organisation, "Atlantis Trust")
    assert desk.news[-1][0] == "warned"
    assert "“Atlantis Trust”" in desk.news[-1][1]
    assert not appointments.form.isHidden()


def test_a_role_shows_just_what_it_tells(desk: Desk) -> None:
    appointments = desk.page.inspector.person.appointments
    appointments.begin()
    form = appointments.form
    assert (form.title.isVisible(), form.area.isVisible()) == (True, False)
    form.role.setCurrentIndex(form.role.findData(Role.LEAD))
    assert (form.title.isVisible(), form.area.isVisible()) == (False, True)


def test_a_second_lead_of_an_area_is_kept_and_told(desk: Desk) -> None:
    desk.page.persons.selectRow(1)
    appointments = desk.page.inspector.person.appointments
    appointments.begin()
    form = appointments.form
    form.role.setCurrentIndex(form.role.findData(Role.LEAD))
    form.area.setCurrentIndex(form.area.findData("WASTE"))
    desk.qtbot.keyClick(form.role, Qt.Key.Key_Return)
    assert desk.news[-1] == (
        "warned",
        "Kept. Ms. Solvej Lund is lead at the same time; end one of the two if that is not so.",
    )
    assert texts(desk.page.persons.lines, 4) == ["Waste", "Waste"]


def test_private_details_are_read_only_when_asked_for(desk: Desk) -> None:
    form = desk.page.inspector.person
    lund = form.card.person.id  # type: ignore[union-attr]
    desk.world.private(lund, email="lund@example.org")
    assert form.details["email"].text() == ""
    form.asked_for_private.emit()
    assert form.details["email"].text() == "lund@example.org"
    desk.type_into(form.details["phone"], "555")
    assert Participants(desk.world.store).private(lund).phone == "555"
    desk.type_into(form.details["address"], "1 Main Street", leave=False)
    desk.page.leave()
    assert Participants(desk.world.store).private(lund).address == "1 Main Street"
    desk.page.persons.selectRow(1)
    assert not form.shows_private


def test_private_details_are_erased_after_a_second_word(desk: Desk) -> None:
    form, people = desk.page.inspector.person, Participants(desk.world.store)
    lund = form.card.person.id  # type: ignore[union-attr]
    desk.world.private(lund, email="lund@example.org")
    form.asked_for_private.emit()
    form.erasing.ask.click()
    form.erasing.keep.click()
    assert people.private(lund).email == "lund@example.org"
    desk.type_into(form.details["phone"], "555", leave=False)
    form.erasing.ask.click()
    form.erasing.erase.click()
    assert people.private(lund) == PrivateDetails(lund)
    assert [field.text() for field in form.details.values()] == [""] * 5
    desk.world.store.undo()
    assert people.private(lund).email == ""


def test_an_area_is_joined_and_left_by_a_tick(desk: Desk) -> None:
    desk.page.choose(View.ORGANISATIONS)
    form = desk.page.inspector.organisation
    form.areas["ASGM"].tick.click()
    assert texts(desk.page.organisations.lines, 5) == ["Gold mining, Waste", ""]
    form.areas["WASTE"].tick.click()
    assert texts(desk.page.organisations.lines, 5) == ["Gold mining", ""]


def test_the_term_of_a_partnership_is_written_beside_its_area(desk: Desk) -> None:
    desk.page.choose(View.ORGANISATIONS)
    form = desk.page.inspector.organisation
    line = form.areas["WASTE"]
    line.term.click()
    desk.type_into(line.starts_on, "1 March 2022")
    assert line.term.text() == "since 1 Mar 2022"
    desk.type_into(line.ends_on, "1 May 2020")
    assert desk.news[-1][0] == "warned"
    line.ends_on.clear()
    desk.type_into(line.ends_on, "1 May 2024")
    assert line.term.text() == "1 Mar 2022 – 1 May 2024"
    assert not line.tick.isChecked()
    assert form.card is not None
    (kept,) = desk.world.directory.organisation(form.card.organisation.id).partnerships
    assert (kept.starts_on, kept.ends_on) == (date(2022, 3, 1), date(2024, 5, 1))


def test_the_areas_list_their_leads_and_unfold_to_their_partners(desk: Desk) -> None:
    desk.page.choose(View.AREAS)
    names = desk.names(View.AREAS)
    assert len(names) == 9
    waste = names.index("Waste")
    assert names[waste + 1] == "Ms. Solvej Lund"
    desk.page.areas.selectRow(waste)
    desk.page.areas.setFocus()
    desk.qtbot.keyClick(desk.page.areas, Qt.Key.Key_Right)
    assert desk.names(View.AREAS)[waste + 2] == "Clear Rivers Trust"
    desk.qtbot.keyClick(desk.page.areas, Qt.Key.Key_Down)
    assert desk.page.inspector.kind.name == "PERSON"
    desk.qtbot.keyClick(desk.page.areas, Qt.Key.Key_Down)
    assert desk.page.inspector.kind.name == "ORGANISATION"
    desk.qtbot.keyClick(desk.page.areas, Qt.Key.Key_Delete)
    assert "Clear Rivers Trust" not in desk.names(View.AREAS)
    assert desk.news == [("removed", "The partnership")]


def test_duplicates_are_joined_by_a_key(desk: Desk) -> None:
    desk.world.person("Solvej", "Lund")
    board = _pair(desk)
    desk.qtbot.keyClick(board, Qt.Key.Key_1)
    assert desk.world.directory.counts() == (2, 2)
    assert desk.news[-1][0] == "said"
    assert not board.deciding


def test_duplicates_come_back_with_undo_and_are_told_apart_by_a_key(desk: Desk) -> None:
    desk.world.person("Solvej", "Lund")
    board = _pair(desk)
    desk.qtbot.keyClick(board, Qt.Key.Key_2)
    desk.world.store.undo()
    assert board.deciding
    desk.qtbot.keyClick(board, Qt.Key.Key_N)
    assert desk.world.directory.duplicates() == []
    desk.qtbot.keyClick(board, Qt.Key.Key_Escape)
    assert len(desk.names()) == 3


def test_leaving_the_duplicates_ends_them(desk: Desk) -> None:
    desk.page.begin_duplicates()
    desk.page.leave()
    desk.page.show_meeting(None)
    assert desk.page.persons.isVisible()


@pytest.mark.parametrize(("kept", "view"), [("2", View.AREAS), ("9", View.PERSONS), ("x", View.PERSONS)])
def test_the_list_looked_at_last_is_shown_again(kept: str, view: View, tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat)
    settings.setValue("directory/view", kept)
    assert view_of(settings) is view


def _pair(desk: Desk) -> PairBoard:
    desk.page.begin_duplicates()
    board = desk.page.duplicates.board
    desk.qtbot.waitUntil(lambda: board.deciding)
    return board


def test_an_empty_directory_explains_itself(open_page: Callable[[World], Desk], store: Store) -> None:
    desk = open_page(world_on(store))
    assert desk.page.empty.isVisible()
    assert not desk.page.inspector.isVisible()
    desk.page.begin_person()
    desk.type_into(desk.page.inspector.person.fields["family"], "Lund")
    assert not desk.page.empty.isVisible()
    assert desk.names() == ["Lund"]


def test_the_palette_finds_who_is_here_and_goes_there(desk: Desk) -> None:
    (entry,) = desk.page.entries("lumen")
    went: list[object] = []
    desk.page.asked_to_go.connect(lambda _place, id: went.append(id))
    entry.run()
    desk.page.go_to(went[0])
    assert desk.page.organisations.current == went[0]
    assert {one.words for one in desk.page.entries()} >= {"Rūta Vaitkus", "Ms. Solvej Lund"}


def test_nothing_can_be_chosen_from_another_page(desk: Desk) -> None:
    desk.page.enable(False)
    assert not any(command.action.isEnabled() for command in desk.commands.all())


def test_hostile_words_are_shown_as_words(desk: Desk) -> None:
    desk.world.organisation("<b>Bo</b> & Co", short_name="=1+1")
    desk.page.choose(View.ORGANISATIONS)
    assert "<b>Bo</b> & Co" in desk.names(View.ORGANISATIONS)
    tip = desk.page.organisations.lines.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;Bo&lt;/b&gt; &amp; Co" in tip
