"""The first second: what is pressed in it, and what it shows."""

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gmp_desktop.ui.places import Place
from gmp_desktop.ui.report.paragraph_list import ParagraphList
from gmp_desktop.ui.start import FILE, SETTINGS, Program

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
NONE = Qt.KeyboardModifier.NoModifier
Start = Callable[[Callable[[], None]], Program]


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Start]:
    """Starts the program in ``tmp_path``; the function given is called in the turn after the first paint."""
    interval, hook = sys.getswitchinterval(), sys.excepthook
    made: list[Program] = []

    def begin(painted: Callable[[], None]) -> Program:
        made.append(Program(qapp, tmp_path, None))
        made[0].window.painted.connect(painted, Qt.ConnectionType.QueuedConnection)
        made[0].show(None, None)
        qtbot.waitUntil(lambda: made[0].is_whole, timeout=20_000)
        return made[0]

    yield begin
    for program in made:
        program.window.close()
        program.end()
        program.window.deleteLater()
    sys.setswitchinterval(interval)
    sys.excepthook = hook


@pytest.fixture
def with_sample(sample_file: Path, tmp_path: Path) -> None:
    shutil.copy(sample_file, tmp_path / FILE)


def pressed(keys: str, first: Qt.Key | None = None, held: Qt.KeyboardModifier = NONE) -> Callable[[], None]:
    def press() -> None:
        shown = QApplication.activeWindow()
        assert shown
        window = shown.windowHandle()
        if first is not None:
            QTest.keyClick(window, first, held)
        for key in keys:
            QTest.keyClick(window, Qt.Key(ord(key.upper())))

    return press


@pytest.mark.usefixtures("with_sample")
def test_the_palette_asked_for_at_once_opens_and_takes_what_is_typed(start: Start, qtbot: QtBot) -> None:
    program = start(pressed("arc", Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier))

    qtbot.waitUntil(program.window.palette_panel.isVisible)
    qtbot.waitUntil(lambda: getattr(QApplication.focusWidget(), "text", str)() == "arc")


@pytest.mark.usefixtures("with_sample")
def test_who_begins_to_write_at_once_loses_no_letter(start: Start, qtbot: QtBot) -> None:
    program = start(pressed("noted", Qt.Key.Key_Return))

    rows = program.face.list
    qtbot.waitUntil(lambda: rows.editor is not None and rows.editor.toPlainText().endswith("noted"))


@pytest.mark.usefixtures("with_sample")
def test_a_paragraph_is_moved_by_keys_pressed_at_once(start: Start, qtbot: QtBot) -> None:
    program = start(pressed("", Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier))

    qtbot.waitUntil(lambda: program.workbench.bench.store.undo_name() is not None)


@pytest.mark.usefixtures("with_sample")
@pytest.mark.parametrize("place", [Place.PARTICIPANTS, Place.DIRECTORY])
def test_keys_arrive_where_the_last_place_was_another_than_the_report(
    start: Start, qtbot: QtBot, tmp_path: Path, place: Place
) -> None:
    QSettings(str(tmp_path / SETTINGS), QSettings.Format.IniFormat).setValue("place", place.value)
    painted: list[bool] = []
    program = start(lambda: painted.append(True))
    qtbot.waitUntil(lambda: bool(painted))
    program.workbench.find()

    QTest.keyClick(program.window.windowHandle(), Qt.Key.Key_X)

    qtbot.waitUntil(lambda: getattr(QApplication.focusWidget(), "text", str)() == "x")


@pytest.mark.usefixtures("with_sample")
def test_letters_typed_before_a_place_is_there_stand_in_its_field(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    """The frame is painted first, whatever the place; its page comes with the record."""
    QSettings(str(tmp_path / SETTINGS), QSettings.Format.IniFormat).setValue(
        "place", Place.PARTICIPANTS.value
    )
    program = start(pressed("tav"))

    qtbot.waitUntil(lambda: getattr(QApplication.focusWidget(), "text", str)() == "tav")
    assert program.workbench.place is Place.PARTICIPANTS


def test_the_first_start_takes_its_choice_and_what_is_typed_behind_it(start: Start, qtbot: QtBot) -> None:
    start(pressed("216"))

    qtbot.waitUntil(lambda: getattr(QApplication.focusWidget(), "text", str)() == "16")


@pytest.mark.usefixtures("with_sample")
def test_the_whole_report_follows_what_the_first_window_showed(start: Start, qtbot: QtBot) -> None:
    seen: list[int] = []

    program = start(lambda: seen.append(program_rows()))

    assert 10 < seen[0] < program.face.list.rows.rowCount()


def program_rows() -> int:
    windows = QApplication.topLevelWidgets()
    lists = [one for window in windows for one in window.findChildren(ParagraphList) if window.isVisible()]
    return lists[0].rows.rowCount()
