"""News of the store in the window's thread, whichever thread wrote."""

from threading import Thread, get_ident

from PySide6.QtCore import QThread

from gmp_desktop.domain.changes import Changes
from gmp_desktop.domain.ops import Op
from gmp_desktop.ui.hub import Hub

NEWS = Changes(Op.IMPORT, frozenset())


def test_news_of_the_windows_own_thread_is_told_at_once(qtbot) -> None:
    hub = Hub()
    heard: list[Changes] = []
    hub.changed.connect(heard.append)

    hub.announce(NEWS)

    assert heard == [NEWS]


def test_news_of_another_thread_is_told_in_the_windows_thread(qtbot) -> None:
    hub = Hub()
    heard: list[tuple[Changes, int]] = []
    hub.changed.connect(lambda changes: heard.append((changes, get_ident())))

    writer = Thread(target=hub.announce, args=(NEWS,))
    writer.start()
    writer.join()

    assert heard == []
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [(NEWS, get_ident())]
    assert hub.thread() is QThread.currentThread()
