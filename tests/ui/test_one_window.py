from pathlib import Path

from PySide6.QtCore import QObject

from gmp_desktop.ui.one_window import Door, hand_over


def test_a_closed_door_is_told_apart(qapp, tmp_path: Path) -> None:
    assert hand_over(tmp_path, None, patience_ms=50) == 3


def test_a_second_start_hands_its_file_to_the_first(qtbot, tmp_path: Path) -> None:
    from threading import Thread

    parent = QObject()
    door = Door(tmp_path, parent)
    file = tmp_path / "r\u00e9sum\u00e9 1.txt"
    with qtbot.waitSignal(door.knocked) as knocked:
        second = Thread(target=hand_over, args=(tmp_path, file))
        second.start()

    second.join()
    assert knocked.args == [str(file)]
