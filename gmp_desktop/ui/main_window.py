"""The frame: head, places, the page of the current place, the page view beside it, one line of advice, the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from gmp_desktop.ui.look import PAGE_VIEW_WIDTH, PLACES_WIDTH, Look
from gmp_desktop.ui.places import Places
from gmp_desktop.ui.widgets.blank_sheet import BlankSheet
from gmp_desktop.ui.widgets.header import Header
from gmp_desktop.ui.widgets.status_bar import StatusBar

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings, QSize
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent, QResizeEvent

    from gmp_desktop.ui.advice import Advice
    from gmp_desktop.ui.widgets.page_view import PageView
    from gmp_desktop.ui.widgets.palette import Palette

PAGE_VIEW_FROM, PLACES_WIDE_FROM = 1200, 1100
"""Window widths below which the page view folds and the places become icons."""
LEAST = (960, 600)
FIRST = (1366, 768)
TITLE_BAR = 40
"""At most so high; what the system draws around a window is not known before it has drawn it."""


class MainWindow(QMainWindow):
    """Only the frame: who stands in it is the workbench's business."""

    painted = Signal()
    """Once, after the first paint has reached the screen."""
    closing = Signal()
    files_dropped = Signal(list)

    page_view: PageView
    advice: Advice
    palette_panel: Palette

    def __init__(self, look: Look, settings: QSettings) -> None:
        super().__init__()
        self.look = look
        self._settings = settings
        self._side: QWidget = BlankSheet(look)
        self._seen = False
        self._page_view_wanted = settings.value("page_view", True, bool)
        self._framed = True
        self._page_view_fits_place = False
        self.menu = QMenu(self)
        self._build()
        self.setWindowTitle("GMP Desktop")
        self.setMinimumSize(*LEAST)
        self.setAcceptDrops(True)
        self._restore()

    def show_page(self, page: QWidget, *, framed: bool = True, page_view: bool = False) -> None:
        """``framed`` is off on first start: there is no meeting to stand in a frame."""
        self._framed, self._page_view_fits_place = framed, page_view
        self.header.setVisible(framed)
        self.places.setVisible(framed)
        self.pages.setCurrentWidget(page)
        self._fold()

    def want_pages(self, wanted: bool) -> None:
        """Whether the place in the window has pages to show."""
        self._page_view_fits_place = wanted
        self._fold()

    @property
    def page_view_wanted(self) -> bool:
        return bool(self._page_view_wanted)

    def want_page_view(self, wanted: bool) -> None:
        self._page_view_wanted = wanted
        self._fold(asked=wanted)

    def remember(self) -> None:
        self._settings.setValue("geometry", self.saveGeometry())
        self._settings.setValue("splitter", self.splitter.saveState())
        self._settings.setValue("page_view", bool(self._page_view_wanted))

    def complete(self, page_view: PageView, advice: Advice, palette: Palette) -> None:
        """What the first paint had no need of takes its place."""
        self.page_view, self.advice, self.palette_panel = page_view, advice, palette
        blank, shown = self._side, self._side.isVisible()
        self._side = page_view
        self.splitter.replaceWidget(1, page_view)
        page_view.setVisible(shown)
        page_view.show_at_once()
        blank.deleteLater()
        self._column.insertWidget(self._column.count() - 1, advice)

    def _build(self) -> None:
        self.header = Header(self.look, self.menu)
        self.places = Places(self.look)
        self.pages = QStackedWidget()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.pages)
        self.splitter.addWidget(self._side)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self._side.hide()
        self.pages.setAutoFillBackground(True)
        self.status = StatusBar(self.look)
        self.central = central = QWidget()
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.places)
        middle.addWidget(self.splitter, 1)
        self._column = column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(middle, 1)
        column.addWidget(self.status)
        self.setCentralWidget(central)
        self._dress()
        self.look.changed.connect(self._dress)

    def _dress(self) -> None:
        palette = self.pages.palette()
        palette.setColor(palette.ColorRole.Window, self.look.color("base"))
        self.pages.setPalette(palette)

    def _restore(self) -> None:
        geometry, parts = self._settings.value("geometry"), self._settings.value("splitter")
        self.resize(*FIRST)
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)
        elif fills(self.screen().availableSize()):
            self.setWindowState(Qt.WindowState.WindowMaximized)
        if isinstance(parts, QByteArray):
            self.splitter.restoreState(parts)
        else:
            handle = self.splitter.handleWidth()
            self.splitter.setSizes([FIRST[0] - PLACES_WIDTH - handle - PAGE_VIEW_WIDTH, PAGE_VIEW_WIDTH])

    def _fold(self, *, asked: bool = False) -> None:
        """In a narrow window the page view gives way, unless it has just been asked for."""
        room = self.width() >= PAGE_VIEW_FROM or asked
        self._side.setVisible(bool(self._page_view_wanted) and self._page_view_fits_place and room)
        self.places.show_narrow(self.width() < PLACES_WIDE_FROM)
        self.header.show_narrow(self.width() < PLACES_WIDE_FROM)

    # Qt's side

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fold()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        self.remember()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.files_dropped.emit([url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()


def fills(screen: QSize) -> bool:
    """Whether a new window has to fill this screen so that its foot stays on it."""
    has_room = screen.width() >= FIRST[0] and screen.height() >= FIRST[1] + TITLE_BAR
    return not has_room and screen.width() >= LEAST[0] and screen.height() >= LEAST[1]
