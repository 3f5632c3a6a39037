"""The draft as it will print: the very PDF, drawn page by page as it comes into sight."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol
from uuid import UUID

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from gmp_desktop.ui.jobs import Jobs, Ticket
from gmp_desktop.ui.look import PAGE_VIEW_WIDTH, Look
from gmp_desktop.ui.roles import LIGHT

if TYPE_CHECKING:
    from gmp_desktop.ui.pdf_pages import PdfPages

PAUSE_MS = 300
"""After the last change, before the pages are made anew."""
GAP = 12
SIDE = 22
HEAD = 40
BAR_DISTANCE = 12
"""Points from the text. Paper is white in every scheme, so the mark on it is the light one."""
KEPT_IMAGES = 12


class Spot(NamedTuple):
    """Where a block stands: page from 0, top and bottom in points from the page's top."""

    page: int
    top: float
    bottom: float


class Drawable(Protocol):
    """A document, or whatever else whoever draws knows how to make pages of."""

    @property
    def id(self) -> UUID: ...


class Drawn(NamedTuple):
    pages: PdfPages
    spots: Mapping[UUID, tuple[Spot, ...]]
    """One for each page a block stands on."""
    text_left: float
    """Where the text column begins, in points."""


class PageView(QAbstractScrollArea):
    """While hidden it makes nothing; what comes too late is thrown away."""

    drawn = Signal(int)
    """How many pages there are now."""

    def __init__(
        self, look: Look, jobs: Jobs, draw: Callable[[Any], Drawn], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._jobs = jobs
        self._draw = draw
        self._document: Drawable | None = None
        self._job: Ticket | None = None
        self._shown: Drawn | None = None
        self._turn = 0
        self._images: dict[tuple[int, int, int, str], QImage] = {}
        self._asked: set[tuple[int, int, int, str]] = set()
        self._block: UUID | None = None
        self._beside = self.tr("Follows the cursor") + "  ·  " + self.tr("fits width")
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self._start)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Page view"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMinimumWidth(300)
        look.changed.connect(self.viewport().update)

    @property
    def page_count(self) -> int:
        return len(self._shown.pages.sizes) if self._shown else 0

    @property
    def bars(self) -> list[QRect]:
        """Where the mark beside the current paragraph stands, in the viewport: once on every page it is on."""
        spots = self._shown.spots.get(self._block, ()) if self._shown and self._block else ()
        return [self._bar(spot) for spot in spots]

    def _bar(self, spot: Spot) -> QRect:
        page, scale = self._page_rect(spot.page), self._scale()
        top, height = int(spot.top * scale), int((spot.bottom - spot.top) * scale)
        return QRect(page.left() + int(self._inset() * scale), page.top() + top, 3, max(height, 8))

    def _inset(self) -> float:
        return self._shown.text_left - BAR_DISTANCE if self._shown else 0.0

    def show_document(self, document: Drawable | None) -> None:
        if document is not self._document:
            self._document = document
            self._timer.start()

    def clear(self) -> None:
        """What comes next is another paper: nothing of the last one stays in sight while it is made."""
        self._images.clear()
        if self._shown is not None:
            kept, self._shown = self._shown.pages, None
            self._jobs.run(lambda _: kept.close(), _nothing)
        self.verticalScrollBar().setValue(0)
        self.viewport().update()

    def say_beside(self, words: str) -> None:
        """What stands beside the number of the page."""
        self._beside = words
        self.viewport().update()

    def show_at_once(self) -> None:
        self._timer.setInterval(0)
        self._timer.start()
        self._timer.setInterval(PAUSE_MS)

    def follow(self, block: UUID | None) -> None:
        self._block = block
        bars = self.bars
        if self._document is not None and block == self._document.id:
            self.verticalScrollBar().setValue(0)  # the front page
        elif bars and not self.viewport().rect().adjusted(0, HEAD, 0, -20).contains(bars[0].center()):
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + bars[0].top() - HEAD - 40)
        self.viewport().update()

    def release(self) -> None:
        """Let go of the file: the window closes."""
        self._document = None
        if self._shown is not None:
            self._shown.pages.close()
            self._shown = None

    @Slot()
    def _start(self) -> None:
        if self._document is None or not self.isVisible():
            return
        if self._job is not None:
            self._job.cancel()
        self._job = self._jobs.run(partial(_make, self._draw, self._document), self._take)

    def _take(self, drawn: Drawn) -> None:
        if self._shown is not None:
            kept = self._shown.pages
            self._jobs.run(lambda _: kept.close(), _nothing)
        self._shown, self._turn = drawn, self._turn + 1
        self._asked.clear()
        self._measure()
        self.follow(self._block)
        self.drawn.emit(len(drawn.pages.sizes))

    def _room(self) -> int:
        """How wide a page may be. The scroll bar's place stays free while there is none: were pages to grow when it
        goes, they would need it again, and it would come and go for ever."""
        return self.width() - self.verticalScrollBar().sizeHint().width() - 2 * SIDE

    def _scale(self) -> float:
        widest = max((width for width, _ in self._shown.pages.sizes), default=595.0) if self._shown else 595.0
        return self._room() / widest

    def _page_rect(self, page: int) -> QRect:
        scale, top = self._scale(), HEAD - self.verticalScrollBar().value()
        sizes = self._shown.pages.sizes if self._shown else [(595.0, 842.0)]
        for _, height in sizes[:page]:
            top += int(height * scale) + GAP
        width, height = sizes[page]
        return QRect(SIDE, top, int(width * scale), int(height * scale))

    def _measure(self) -> None:
        last = self._page_rect(max(self.page_count - 1, 0))
        height = last.bottom() + self.verticalScrollBar().value() + GAP
        self.verticalScrollBar().setRange(0, max(height - self.viewport().height(), 0))
        self.verticalScrollBar().setPageStep(self.viewport().height())
        self.verticalScrollBar().setSingleStep(40)

    def _image(self, page: int, width: int) -> QImage | None:
        paper = self._look.color("paper")
        key = (self._turn, page, width, paper.name())
        if key in self._images:
            return self._images[key]
        if key not in self._asked and self._shown is not None:
            self._asked.add(key)
            rgb = (paper.red(), paper.green(), paper.blue())
            work = partial(_image, self._shown.pages, page, width, rgb)
            self._jobs.run(work, partial(self._keep, key), failed=_nothing)
        older = [
            image for (_, at, _, tint), image in self._images.items() if at == page and tint == paper.name()
        ]
        return older[-1] if older else None

    def _keep(self, key: tuple[int, int, int, str], image: QImage) -> None:
        if key[0] == self._turn:
            self._images = {k: v for k, v in self._images.items() if k[1] != key[1]}
            self._images[key] = image
            while len(self._images) > KEPT_IMAGES:
                self._images.pop(next(iter(self._images)))
            self._asked &= {(key[0], page, key[2], key[3]) for _, page, *_ in self._images}
            self.viewport().update()

    def _head(self, painter: QPainter) -> None:
        page = next((n for n in range(self.page_count) if self._page_rect(n).bottom() > HEAD + 40), 0)
        painter.fillRect(0, 0, self.viewport().width(), HEAD - 2, self._look.color("desk"))
        painter.setPen(self._look.color("text"))
        painter.setFont(self._look.font(9.5, figures=True))
        room = QRect(SIDE - 3, 0, self._room() + 6, HEAD)
        words = self.tr("Page {page} of {count}").format(page=page + 1, count=self.page_count)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(
            room, middle | Qt.AlignmentFlag.AlignLeading, words if self.page_count else self.tr("Page view")
        )
        counted = painter.fontMetrics().horizontalAdvance(words)
        painter.setPen(self._look.color("text2"))
        if counted + painter.fontMetrics().horizontalAdvance(self._beside) + GAP <= room.width():
            painter.drawText(room, middle | Qt.AlignmentFlag.AlignTrailing, self._beside)

    # Qt's side

    def sizeHint(self) -> QSize:
        return QSize(PAGE_VIEW_WIDTH, 400)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._look.color("desk"))
        ratio = self.devicePixelRatioF()
        for page in range(max(self.page_count, 1)):
            place = self._page_rect(page)
            if not place.intersects(self.viewport().rect()):
                continue
            painter.fillRect(place, self._look.color("paper"))
            image = self._image(page, int(place.width() * ratio)) if self._shown else None
            if image is not None:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawImage(QRectF(place), image)
            painter.setPen(self._look.color("edge"))
            painter.drawRect(place.adjusted(-1, -1, 0, 0))
        for bar in self.bars:
            painter.fillRect(bar, QColor(LIGHT.mark))
        self._head(painter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()
        self.follow(self._block)

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        self._timer.start()


def _make(draw: Callable[[Any], Drawn], document: Drawable, ticket: Ticket) -> Drawn:
    return draw(document)


def _image(pages: PdfPages, page: int, width: int, paper: tuple[int, int, int], ticket: Ticket) -> QImage:
    return pages.image(page, width, paper)


def _nothing(_: object) -> None:
    """A page that is closed meanwhile is drawn again anyway."""
