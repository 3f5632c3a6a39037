"""What is pressed before the window can answer is answered afterwards."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMainWindow, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gmp_desktop.ui.early_input import EarlyInput

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


class Window(QMainWindow):
    """A field, a button and a command, as the real one has them once it is made."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []
        self.field, self.button = QLineEdit(), QPushButton("Do it")
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.addWidget(self.field)
        column.addWidget(self.button)
        self.setCentralWidget(centre)

    def finish(self, act: Callable[[], object] | None = None) -> None:
        self.button.clicked.connect(lambda: self.done.append("clicked"))
        action = QAction("Find", self)
        action.setShortcut(QKeySequence("Ctrl+K"))
        action.triggered.connect(act or (lambda: self.done.append("found")))
        self.addAction(action)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitActive(made)
    made.field.setFocus()
    return made


@pytest.fixture
def early(window: Window) -> EarlyInput:
    return EarlyInput(window, window.windowHandle())


def type_keys(window: Window, letters: str) -> None:
    for letter in letters:
        QTest.keyClick(window.windowHandle(), Qt.Key(ord(letter.upper())))


def given_back(qtbot: QtBot, early: EarlyInput) -> None:
    with qtbot.waitSignal(early.destroyed):
        early.give_back()


def test_a_shortcut_pressed_too_early_does_what_it_says_later(
    qtbot: QtBot, window: Window, early: EarlyInput
) -> None:
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    window.finish()
    assert window.done == []

    given_back(qtbot, early)

    assert window.done == ["found"]


def test_what_is_typed_behind_a_shortcut_goes_where_the_shortcut_leads(
    qtbot: QtBot, window: Window, early: EarlyInput
) -> None:
    other = QLineEdit(window.centralWidget())
    other.show()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    type_keys(window, "mercury")
    window.finish(other.setFocus)

    given_back(qtbot, early)

    assert (other.text(), window.field.text()) == ("mercury", "")


def test_what_is_typed_while_the_first_keys_are_given_back_stays_behind_them(
    qtbot: QtBot, window: Window, early: EarlyInput
) -> None:
    type_keys(window, "first ")
    early.give_back()
    type_keys(window, "second")

    qtbot.waitUntil(lambda: len(window.field.text()) == len("first second"))
    assert window.field.text() == "first second"


def test_a_click_is_done_where_it_was_made(qtbot: QtBot, window: Window, early: EarlyInput) -> None:
    at = window.button.mapTo(window, QPoint(5, 5))
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    window.finish()
    assert window.done == []

    given_back(qtbot, early)

    assert window.done == ["clicked"]


def test_reading_on_does_not_wait(qtbot: QtBot, window: Window, early: EarlyInput) -> None:
    window.field.setText("word")

    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Home)

    assert window.field.cursorPosition() == 0


def test_a_command_that_cannot_be_done_leaves_its_keys_to_the_field(
    qtbot: QtBot, window: Window, early: EarlyInput
) -> None:
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    window.finish()
    window.actions()[0].setEnabled(False)

    given_back(qtbot, early)

    assert window.done == []


def test_what_cannot_be_answered_any_more_is_forgotten(
    qtbot: QtBot, window: Window, early: EarlyInput
) -> None:
    type_keys(window, "a")

    with qtbot.waitSignal(early.destroyed):
        early.forget()

    type_keys(window, "b")
    assert window.field.text() == "b"
