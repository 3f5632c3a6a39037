from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from gmp_desktop.ui.widgets.find_field import FindField

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def field(qtbot: Any) -> FindField:
    made = FindField()
    qtbot.addWidget(made)
    return made


def keeps(field: FindField, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
    """Whether the field keeps these keys for itself."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, held)
    event.ignore()
    QApplication.sendEvent(field, event)
    return event.isAccepted()


def test_undo_in_an_empty_field_is_the_windows(field: FindField) -> None:
    assert not keeps(field, Qt.Key.Key_Z, CONTROL)
    assert not keeps(field, Qt.Key.Key_Z, CONTROL | SHIFT)


def test_undo_takes_back_what_was_typed_in_the_field(field: FindField, qtbot: Any) -> None:
    qtbot.keyClicks(field, "mo")

    assert keeps(field, Qt.Key.Key_Z, CONTROL)


def test_other_keys_of_an_empty_field_stay_its_own(field: FindField) -> None:
    assert keeps(field, Qt.Key.Key_V, CONTROL)
