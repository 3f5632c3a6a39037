from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gmp_desktop.ui.widgets.picking import Picking


def group_of_two(qtbot: QtBot, window: QWidget) -> tuple[Picking, list[QPushButton], list[object]]:
    qtbot.addWidget(window)
    buttons = [QPushButton(words, window) for words in ("One", "Two")]
    picking = Picking(window)
    told: list[object] = []
    for button in buttons:
        button.setCheckable(True)
        picking.addButton(button)
    picking.picked.connect(told.append)
    picking.show_picked(buttons[0])
    return picking, buttons, told


def test_a_press_is_told_once(qtbot: QtBot) -> None:
    window = QWidget()
    _, (one, two), told = group_of_two(qtbot, window)
    qtbot.mouseClick(two, Qt.MouseButton.LeftButton)
    assert told == [two]
    qtbot.wait(1)
    qtbot.mouseClick(two, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(one, Qt.MouseButton.LeftButton)
    assert told == [two, two, one]


def test_what_a_screen_reader_switches_is_told_too(qtbot: QtBot) -> None:
    """Switching is all it can do to a button that can be checked."""
    window = QWidget()
    picking, (_, two), told = group_of_two(qtbot, window)
    two.toggle()
    assert told == [two]
    picking.show_picked(two)
    assert told == [two]
