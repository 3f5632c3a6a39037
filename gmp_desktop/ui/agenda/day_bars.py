"""The days of a meeting: what is planned against what there is, the overrun beyond the end of the bar."""

from uuid import UUID

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from gmp_desktop.domain.timetable import Day
from gmp_desktop.ui.agenda.model import ITEM_MIME
from gmp_desktop.ui.agenda.words import day_words, load_words
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.mirroring import placed
from gmp_desktop.ui.wording import hours_words

BAR = 6
BAR_MOST = 330
BAR_LEAST = 60
GAP = 16
LINE_EXTRA = 8
NAME_FONT = (10, 600)


class DayBars(QWidget):
    """A click opens the sittings; an item dropped on a day goes into a sitting of it."""

    chosen = Signal()
    put_wanted = Signal(object, object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._days: tuple[Day, ...] = ()
        self.setAcceptDrops(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(self.tr("Change the sittings"))
        look.changed.connect(self.update)

    def show_days(self, days: tuple[Day, ...]) -> None:
        self._days = days
        said = "; ".join(
            f"{day_words(day.day)}, {hours_words(day.begins, day.ends)}, {load_words(day)}" for day in days
        )
        self.setAccessibleName(said)
        self.setVisible(bool(days))
        self.updateGeometry()
        self.update()

    def sitting_at(self, point: QPoint) -> UUID | None:
        """The sitting of the day under a point that has most room."""
        row = point.y() // self._line()
        if not 0 <= row < len(self._days):
            return None
        return max(self._days[row].loads, key=lambda load: load.free - load.over).sitting.id

    def _line(self) -> int:
        return QFontMetrics(self._look.font(*NAME_FONT)).height() + LINE_EXTRA

    def _day(self, painter: QPainter, row: QRect, day: Day, columns: tuple[int, int, int], most: int) -> None:
        names, spans, figures = columns
        self._words(
            painter, row, QRect(row.left(), row.top(), names, row.height()), day_words(day.day), "text", 600
        )
        left = row.left() + names + GAP
        self._words(
            painter,
            row,
            QRect(left, row.top(), spans, row.height()),
            hours_words(day.begins, day.ends),
            "text2",
        )
        words = QRect(row.right() - figures + 1, row.top(), figures, row.height())
        role, weight = ("warn", 600) if day.over else ("text2", 400)
        self._words(painter, row, words, load_words(day), role, weight, trailing=True)
        left += spans + 2 * GAP
        room = min(words.left() - GAP - left, BAR_MOST)
        if room >= BAR_LEAST and most:
            self._bar(painter, row, QRect(left, row.center().y() - BAR // 2, room, BAR), day, most)

    def _bar(self, painter: QPainter, row: QRect, place: QRect, day: Day, most: int) -> None:
        """All bars in one scale: a short day has a short one."""
        scale = place.width() / most
        available, filled = round(day.available * scale), round((day.planned - day.over) * scale)
        for start, width, role in (
            (0, available, "track"),
            (0, filled, "text3"),
            (available + 2, max(round(day.over * scale) - 2, 4) if day.over else 0, "warnline"),
        ):
            if width > 0:
                part = QRect(place.left() + start, place.top(), width, BAR)
                painter.setBrush(self._look.color(role))
                painter.setPen(Qt.PenStyle.NoPen)
                painter.drawRoundedRect(placed(self.layoutDirection(), row, part), 2, 2)

    def _words(
        self,
        painter: QPainter,
        row: QRect,
        room: QRect,
        text: str,
        role: str,
        weight: int = 400,
        *,
        trailing: bool = False,
    ) -> None:
        painter.setFont(self._look.font(10, weight, figures=True))
        painter.setPen(self._look.color(role))
        side = Qt.AlignmentFlag.AlignTrailing if trailing else Qt.AlignmentFlag.AlignLeading
        alone = f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}"
        painter.drawText(
            placed(self.layoutDirection(), row, room), Qt.AlignmentFlag.AlignVCenter | side, alone
        )

    # Qt's side

    def sizeHint(self) -> QSize:
        return QSize(BAR_MOST, self._line() * len(self._days))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bold = QFontMetrics(self._look.font(10, 600, figures=True))
        columns = (
            max((bold.horizontalAdvance(day_words(day.day)) for day in self._days), default=0),
            max((bold.horizontalAdvance(hours_words(day.begins, day.ends)) for day in self._days), default=0),
            max((bold.horizontalAdvance(load_words(day)) + 2 for day in self._days), default=0),
        )
        most = max((day.available + day.over for day in self._days), default=0)
        for at, day in enumerate(self._days):
            self._day(painter, QRect(0, at * self._line(), self.width(), self._line()), day, columns, most)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.chosen.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(ITEM_MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.setAccepted(self.sitting_at(event.position().toPoint()) is not None)

    def dropEvent(self, event: QDropEvent) -> None:
        sitting = self.sitting_at(event.position().toPoint())
        if event.mimeData().hasFormat(ITEM_MIME) and sitting is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.put_wanted.emit(UUID(bytes=bytes(event.mimeData().data(ITEM_MIME).data())), sitting)
