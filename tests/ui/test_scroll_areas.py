from typing import Any

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QScrollArea, QWidget

from gmp_desktop.ui.scroll_areas import answer_readers


@pytest.mark.parametrize("kind", [QAbstractScrollArea, QScrollArea])
def test_a_reader_gets_nothing_for_a_scroll_bar_that_is_gone(kind: type[QWidget], qtbot: Any) -> None:
    answer_readers()
    area = kind()
    qtbot.addWidget(area)
    area.setAccessibleName("Facts")

    told = QAccessible.queryAccessibleInterface(area)

    assert told is not None
    assert told.text(QAccessible.Text.Name) == "Facts"
    assert told.child(0) is not None
    assert told.child(told.childCount()) is None
