from typing import Any

from PySide6.QtCore import QEvent, QObject

from gmp_desktop.ui.jobs import Jobs
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.widgets.page_view import Drawn, PageView

SETTLED = 4
"""Sizes a viewport may pass through before it has its own."""


class Sizes(QObject):
    """Counts how often something is given a size."""

    count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Resize
        return False


def nothing(_: object) -> Drawn:
    raise AssertionError("no document was shown")


def test_the_scroll_bar_comes_or_stays_away_for_good(look: Look, jobs: Jobs, qtbot: Any) -> None:
    """In a window of 1366 x 768 a page of the whole width is just too high, one beside a scroll bar is not."""
    view = PageView(look, jobs, nothing)
    qtbot.addWidget(view)
    sizes = Sizes()
    view.viewport().installEventFilter(sizes)
    view.resize(509, 560)
    view.show()
    for height in range(560, 800, 8):
        sizes.count = 0
        view.resize(509, height)
        qtbot.wait(5)

        assert sizes.count <= SETTLED, height
