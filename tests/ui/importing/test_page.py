"""The import of participants by keyboard: file, columns, duplicates, take in; and every way out of it."""

from collections.abc import Callable
from pathlib import Path
from threading import Event
from types import SimpleNamespace
from typing import Any, cast
from uuid import UUID

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QWidget

from gmp_desktop.domain.registration.headings import Field
from gmp_desktop.domain.registration.questions import Note, Tells
from gmp_desktop.services.meetings import Meetings
from gmp_desktop.services.participant_import import ParticipantImport, Result
from gmp_desktop.services.participant_taking import Taking
from gmp_desktop.services.participants import Participants
from gmp_desktop.store.store import Store
from gmp_desktop.ui.asking import Asking
from gmp_desktop.ui.bench import Bench
from gmp_desktop.ui.importing.page import ParticipantImportPage
from gmp_desktop.ui.importing.panels import Step
from gmp_desktop.ui.jobs import Jobs
from gmp_desktop.ui.look import Look

KNOWN = "Surname;First name;Organisation;Position\nFarkas;Ilóna;Clean Lamps Alliance;Adviser\nMoreau;Jeanne;Lakes;Adviser\n"
LIST = """Surname;First name;Titel;Organisation;Position;Cat.
Haddad;Leila;Fr.;Union of Small Refiners;Secretary-General;IND
Farkas;Ilóna;Fr.;Clean Lamps Alliance;Area lead;IND
Moraeu;Jeanne;Fr.;Lakes;Adviser;NGO
;;Hr.;Nobody;;IND
"""
Wait = Callable[[], None]


@pytest.fixture
def service(store: Store) -> ParticipantImport:
    return ParticipantImport(store)


@pytest.fixture
def meeting(store: Store, service: ParticipantImport) -> UUID:
    id = Meetings(store).add("PAG-99")
    sheet = service.read(KNOWN.encode(), name="known.csv")
    service.take(service.plan(sheet, service.offer(sheet).mapping, id), {})
    return id


@pytest.fixture
def page(
    qtbot: Any,
    look: Look,
    jobs: Jobs,
    store: Store,
    service: ParticipantImport,
    meeting: UUID,
    tmp_path: Path,
) -> ParticipantImportPage:
    bench = cast(Bench, SimpleNamespace(participant_import=service))
    settings = QSettings(str(tmp_path / "page.ini"), QSettings.Format.IniFormat)
    window = QWidget()
    qtbot.addWidget(window)
    made = ParticipantImportPage(look, lambda: bench, jobs, Asking(window), settings, window)
    made.show_meeting(Meetings(store).get(meeting))
    window.resize(1200, 700)
    made.resize(1200, 700)
    window.show()
    window.activateWindow()
    return made


@pytest.fixture
def rest(qtbot: Any, jobs: Jobs, page: ParticipantImportPage) -> Wait:
    """Until nothing is under way any more."""
    return lambda: qtbot.waitUntil(lambda: not jobs.busy and not page._job.busy)


def file_with(folder: Path, text: str, encoding: str = "cp1252") -> Path:
    file = folder / "registrations.csv"
    file.write_bytes(text.encode(encoding))
    return file


def press(
    qtbot: Any, keys: str | Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    if isinstance(keys, str):
        qtbot.keyClicks(widget, keys, modifier)
    else:
        qtbot.keyClick(widget, keys, modifier)


def go_on(qtbot: Any) -> None:
    press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_a_file_is_taken_in_with_the_keyboard_alone(
    page: ParticipantImportPage, rest: Wait, qtbot: Any, tmp_path: Path, store: Store, meeting: UUID
) -> None:
    page.show_file(file_with(tmp_path, LIST))
    rest()
    assert page.panels.head._facts.text() == "registrations.csv  ·  4 rows"
    assert page.panels.how_read.text() == "read as Windows-1252, semicolons"
    assert [row.choice.currentText() for row in page.columns._rows] == [
        "Surname",
        "First name",
        "Honorific",
        "For",
        "Function",
        "Kind",
    ]

    go_on(qtbot)
    rest()
    assert [page.duplicates.list.lines.index(at).data() for at in range(2)] == [
        "Ms. Jeanne Moraeu  ·  Lakes",
        "Ms. Ilóna Farkas  ·  Clean Lamps Alliance",
    ]
    press(qtbot, "1")
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, "2")
    go_on(qtbot)
    assert page.taking._facts.text() == "1 person is new\n1 is taken as here\n1 is put right as in the file"

    results: list[Result] = []
    page.done.connect(results.append)
    press(qtbot, Qt.Key.Key_Return)
    rest()
    assert page.taking.refused.lines.rowCount() == 1
    page.foot.next.click()

    assert [(result.registered, result.added) for result in results] == [(1, 1)]
    here = {one.person.family: one.function for one in Participants(store).of_meeting(meeting)}
    assert here == {"Farkas": "Area lead", "Moreau": "Adviser", "Haddad": "Secretary-General"}


def test_the_first_rows_are_shown_as_they_will_read(
    page: ParticipantImportPage, rest: Wait, tmp_path: Path
) -> None:
    page.show_file(file_with(tmp_path, LIST))
    rest()

    assert page._read is not None
    assert [one.registration.name for one in page._read.people] == [
        "Ms. Leila Haddad",
        "Ms. Ilóna Farkas",
        "Ms. Jeanne Moraeu",
    ]
    assert page._read.understood[2].told == Note(Tells.READ_AS, ("Fr.", "Hr."), ("Ms.", "Mr."))


def test_copied_cells_are_taken_the_same_way(page: ParticipantImportPage, rest: Wait) -> None:
    page.show_text("Name\tFor\nDIALLO, Amina\tLakes\n")
    rest()

    assert page._step is Step.COLUMNS
    assert page.panels.how_read.text() == "read as tabs"


def test_a_column_can_become_something_else(
    page: ParticipantImportPage, rest: Wait, tmp_path: Path, qtbot: Any
) -> None:
    page.show_file(file_with(tmp_path, LIST))
    rest()
    choice = page.columns._rows[0].choice
    choice.setFocus()
    press(qtbot, Qt.Key.Key_End)
    choice.activated.emit(choice.findData(Field.LEAVE_OUT))
    rest()

    assert page._read is not None
    assert page._read.offer.mapping.fields[0] is Field.LEAVE_OUT
    assert page._read.people[0].registration.name == "Ms. Leila"


def test_three_columns_named_alike_stop_here_with_a_sentence(
    page: ParticipantImportPage, rest: Wait, tmp_path: Path
) -> None:
    page.show_file(file_with(tmp_path, "Name;Name;Name\na;b;c\n"))
    rest()

    assert not page.foot.next.isEnabled()
    assert (
        page.columns._wrong.text()
        == "3 columns called “Name” become the same. Leave all but one of them out."
    )
    for column in (1, 2):
        page._choose(column, Field.LEAVE_OUT)
        rest()
    assert page.foot.next.isEnabled()


def test_a_question_is_answered_from_its_menu(
    page: ParticipantImportPage, rest: Wait, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QMenu, "popup", lambda menu, at: None)  # the platform of the tests cannot raise it
    page.show_file(file_with(tmp_path, LIST))
    rest()
    note = page.columns._rows[5]._note
    note._ask()
    menu = note.findChildren(QMenu)[-1]
    action = next(action for action in menu.actions() if action.text() == "Academia")
    action.trigger()
    rest()

    assert page._read is not None
    assert page._read.understood[5].told == Note(Tells.TAKEN_AS, ("IND",), ("academia",))
    assert page._read.people[0].registration.kind == "academia"


def test_how_the_file_is_read_can_be_put_right(
    page: ParticipantImportPage, rest: Wait, tmp_path: Path
) -> None:
    page.show_file(file_with(tmp_path, "Name;For\nИванова Ольга;Озёра\n", "cp1251"))
    rest()
    page.panels.how_read.click()
    assert page._step is Step.FILE

    page.file.encoding.setCurrentText("KOI8-R")
    page.file.encoding.activated.emit(page.file.encoding.currentIndex())
    rest()
    assert page._read is not None
    assert (page._read.sheet.encoding, page._step) == ("koi8_r", Step.FILE)

    page.file.head_row.setCurrentIndex(0)
    page.file.head_row.activated.emit(0)
    rest()
    assert (page._read.sheet.head_row, len(page._read.sheet.rows)) == (0, 2)
    page.foot.next.click()
    assert page.panels.step is Step.COLUMNS


def test_a_file_that_cannot_be_read_is_told_and_left(
    page: ParticipantImportPage, rest: Wait, tmp_path: Path
) -> None:
    told: list[str] = []
    left: list[bool] = []
    page.warned.connect(told.append)
    page.left.connect(lambda: left.append(True))
    page.show_file(file_with(tmp_path, ";;\n"))
    rest()

    assert (told, left) == (["“registrations.csv” holds no table; nothing was read."], [True])


def test_going_back_and_giving_up_write_nothing(
    page: ParticipantImportPage, rest: Wait, tmp_path: Path, qtbot: Any, store: Store
) -> None:
    before = store.undo_name()
    left: list[bool] = []
    page.left.connect(lambda: left.append(True))
    page.show_file(file_with(tmp_path, LIST))
    rest()
    page.foot.next.click()
    rest()
    page.foot.back.click()
    assert page._step is Step.COLUMNS
    page.foot.next.click()
    rest()
    page.duplicates.list.setFocus()
    press(qtbot, Qt.Key.Key_Escape)

    assert left == [True]
    assert store.undo_name() == before


def test_giving_up_while_it_is_written_leaves_nothing(
    page: ParticipantImportPage,
    rest: Wait,
    qtbot: Any,
    jobs: Jobs,
    store: Store,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = store.undo_name()
    page.show_text("Surname\tFirst name\nDiallo\tAmina\n")
    rest()
    for _ in range(2):
        page.foot.next.click()
        rest()
    begun, go = Event(), Event()
    finish = Taking.finish

    def wait_and_finish(taking: Taking) -> None:
        begun.set()
        go.wait(5)
        finish(taking)

    monkeypatch.setattr(Taking, "finish", wait_and_finish)
    page.foot.next.click()
    assert begun.wait(5)
    left: list[bool] = []
    page.left.connect(lambda: left.append(True))
    page.foot.cancel.click()
    go.set()
    qtbot.waitUntil(lambda: not jobs.busy)

    assert (store.undo_name(), left) == (before, [True])


def test_a_second_file_waits_for_the_first(page: ParticipantImportPage, rest: Wait) -> None:
    told: list[str] = []
    page.warned.connect(told.append)
    page.show_text("Surname\tFirst name\nDiallo\tAmina\n")
    rest()
    for _ in range(2):
        page.foot.next.click()
        rest()
    page.foot.next.click()
    page.show_text("Name\nLi Ming")
    rest()

    assert told == ["The import before is still being written. Nothing was read."]


def test_all_like_this_decides_for_all_of_a_kind(page: ParticipantImportPage, rest: Wait, qtbot: Any) -> None:
    page.show_text("Name\tFor\nMOREAU, Jeanne\tElsewhere\nFARKAS, Ilóna\tElsewhere\nDIALLO, A\tLakes")
    rest()
    page.foot.next.click()
    rest()
    press(qtbot, "n")
    page.duplicates.list.go(0)
    page.duplicates._alike.click()

    assert {decision.value for decision in page.duplicates.decisions.values()} == {"new"}
    assert len(page.duplicates.decisions) == 2


def test_refused_rows_are_saved_where_one_says(
    page: ParticipantImportPage, rest: Wait, tmp_path: Path, dialogs: list[QDialog], qtbot: Any
) -> None:
    page.show_text("Name\tFor\n\tLakes\nDIALLO, A\tLakes")
    rest()
    for _ in range(3):
        page.foot.next.click()
        rest()
    page.taking.save.click()
    dialog = dialogs[-1]
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "refused"))

    assert "There is no name in it." in (tmp_path / "refused.csv").read_text("utf-8-sig")


def test_another_meeting_ends_an_import_under_way(
    page: ParticipantImportPage, rest: Wait, tmp_path: Path, store: Store
) -> None:
    page.show_file(file_with(tmp_path, LIST))
    rest()
    other = Meetings(store).get(Meetings(store).add("PAG-98"))
    page.show_meeting(other)

    assert page._read is None


def test_tab_goes_down_the_columns_with_what_is_asked_and_then_to_the_foot(
    page: ParticipantImportPage, rest: Wait, tmp_path: Path
) -> None:
    page.show_file(file_with(tmp_path, "Name;Organisation\nAmina Diallo;Lakes\n"))
    rest()
    name, body = page.columns._rows
    stops: list[QWidget] = []
    stop: QWidget | None = name.choice
    while stop is not None and stop is not page.foot.next:
        if stop.focusPolicy() & Qt.FocusPolicy.TabFocus and stop.isVisible():
            stops.append(stop)
        stop = stop.nextInFocusChain()

    assert stops == [name.choice, name._note.answering, body.choice, page.foot.cancel, page.foot.back]
