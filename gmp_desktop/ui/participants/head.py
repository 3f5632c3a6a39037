"""The head of the participants' table: words on one edge line, the days of the sittings above their halves."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from gmp_desktop.ui.look import Look
from gmp_desktop.ui.mirroring import placed
from gmp_desktop.ui.participants.lines import Column
from gmp_desktop.ui.participants.model import COLUMNS, ParticipantsModel
from gmp_desktop.ui.people_words import day_in_meeting, half_words

INSET = 12
"""How far the ground of a selected row reaches beyond its hairline."""
MARK = 2


class ParticipantsHead(QHeaderView):
    sort_asked = Signal(object)
    sitting_chosen = Signal(object)
    menu_asked = Signal(object)
    """Where on the screen."""

    def __init__(self, look: Look, model: ParticipantsModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self._people = model
        self._sort: tuple[Column | None, bool] = (None, False)
        self.setHighlightSections(False)
        self.setMouseTracking(True)
        look.changed.connect(self.viewport().update)

    def show_sort(self, column: Column | None, descending: bool) -> None:
        self._sort = (column, descending)
        self.viewport().update()

    def _line(self) -> int:
        return self.fontMetrics().height() + 1

    def _place(self, section: int) -> QRect:
        return QRect(self.sectionViewportPosition(section), 0, self.sectionSize(section), self.height())

    def _paint_words(self, painter: QPainter, column: Column) -> None:
        place = self._place(column)
        inset = INSET if column is Column.BADGE else 0
        room = QRect(
            place.left() + inset, self.height() - self._line() - 7, place.width() - inset - 8, self._line()
        )
        room = placed(self.layoutDirection(), place, room)
        words = self._people.head(column)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, words)
        sort, descending = self._sort
        if sort is column:
            sign = self._look.pixmap(
                "chevron-down" if descending else "chevron-up", 12, "text2", self.devicePixelRatioF()
            )
            width = painter.fontMetrics().horizontalAdvance(words) + 4
            at = placed(
                self.layoutDirection(),
                room,
                QRect(room.left() + width, room.top() + (room.height() - 12) // 2, 12, 12),
            )
            painter.drawPixmap(at.topLeft(), sign)

    def _paint_sittings(self, painter: QPainter) -> None:
        sittings = self._people.sittings
        days = [sitting.day for sitting in sittings if sitting.day]
        shown = [at for at in range(len(sittings)) if not self.isSectionHidden(COLUMNS + at)]
        below = self.height() - self._line() - 7
        for at in shown:
            place, sitting = self._place(COLUMNS + at), sittings[at]
            chosen = sitting.id == self._people.current
            painter.setFont(self._look.font(8.5, 600 if chosen else 500))
            painter.setPen(self._look.color("text" if chosen else "text2"))
            half = QRect(place.left(), below, place.width(), self._line())
            painter.drawText(half, Qt.AlignmentFlag.AlignCenter, half_words(sitting, sittings))
            if chosen:
                mark = QRect(place.left() + 8, self.height() - 1 - MARK, place.width() - 16, MARK)
                painter.fillRect(mark, self._look.color("mark"))
        painter.setFont(self._look.font(8.5, 500))
        painter.setPen(self._look.color("text2"))
        for day in dict.fromkeys(days):
            span = QRect()
            for at in shown:
                if sittings[at].day == day:
                    span = span.united(self._place(COLUMNS + at))
            if span.isValid():
                words = day_in_meeting(day, days)
                if painter.fontMetrics().horizontalAdvance(words) > span.width():
                    words = day_in_meeting(day, days, short=True)
                room = QRect(span.left(), below - self._line(), span.width(), self._line())
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)

    # Qt's side

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), 2 * (self.fontMetrics().height() + 1) + 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._look.color("base"))
        painter.setFont(self._look.font(8.5, 500))
        painter.setPen(self._look.color("text2"))
        for column in Column:
            if not self.isSectionHidden(column):
                self._paint_words(painter, column)
        self._paint_sittings(painter)
        width = self.viewport().width()
        painter.fillRect(INSET, self.height() - 1, width - 2 * INSET, 1, self._look.color("edge"))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        section = self.logicalIndexAt(event.position().toPoint())
        sitting = self._people.sitting_at(section)
        if event.button() == Qt.MouseButton.LeftButton and sitting is not None:
            self.sitting_chosen.emit(sitting.id)
        elif event.button() == Qt.MouseButton.LeftButton and 0 <= section < COLUMNS:
            self.sort_asked.emit(Column(section))
        super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_asked.emit(event.globalPos())
