"""How a line of the participants' table is drawn: heads of groups, cells, ticks."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from gmp_desktop.domain.participants import Attends, Participant
from gmp_desktop.domain.presence import Attendance
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.mirroring import placed
from gmp_desktop.ui.participants.head import INSET
from gmp_desktop.ui.participants.lines import Column, Group
from gmp_desktop.ui.participants.model import COLUMNS, LINE, TICK
from gmp_desktop.ui.widgets.row_delegate import draw_ground

Index = QModelIndex | QPersistentModelIndex
BOX = 16
ICON = 14
GAP = 6
_WEIGHTS = {Column.NAME: 500}
_ROLES = {Column.NAME: "text", Column.FOR: "text"}
_LEADING = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading


class ParticipantsDelegate(QStyledItemDelegate):
    def __init__(self, look: Look, table: QTableView, is_hovered: Callable[[int], bool]) -> None:
        super().__init__(table)
        self._look = look
        self._table = table
        self._is_hovered = is_hovered

    def _paint_group(
        self, painter: QPainter, option: QStyleOptionViewItem, whole: QRect, group: Group
    ) -> None:
        ratio = self._table.devicePixelRatioF()
        icon = "chevron-right" if group.folded else "chevron-down"
        room = QRect(INSET, whole.top() + (whole.height() - ICON) // 2, ICON, ICON)
        at = placed(option.direction, whole, room)
        painter.drawPixmap(at.topLeft(), self._look.pixmap(icon, ICON, "text2", ratio))
        painter.setFont(self._look.font(10, 600))
        painter.setPen(self._look.color("text"))
        width = painter.fontMetrics().horizontalAdvance(group.words)
        room = QRect(INSET + ICON + GAP, whole.top(), width, whole.height())
        painter.drawText(placed(option.direction, whole, room), _LEADING, group.words)
        painter.setFont(self._look.font(10, figures=True))
        painter.setPen(self._look.color("text2"))
        room = QRect(room.right() + 9, whole.top(), 80, whole.height())
        painter.drawText(placed(option.direction, whole, room), _LEADING, str(group.count))

    def _paint_cell(
        self, painter: QPainter, option: QStyleOptionViewItem, column: Column, words: str, one: Participant
    ) -> None:
        inset = INSET + 2 if column is Column.BADGE else 0
        room = option.rect.adjusted(inset, 0, 0, 0)
        if option.direction == Qt.LayoutDirection.RightToLeft:
            room = option.rect.adjusted(0, 0, -inset, 0)
        role = _ROLES.get(column, "text2")
        if column is Column.ATTENDS:
            icon = "clock" if one.late else "monitor" if one.attends is Attends.ONLINE else "map-pin"
            role = "warn" if one.late else "text2"
            sign = QRect(room.left(), room.top() + (room.height() - ICON) // 2, ICON, ICON)
            at = placed(option.direction, room, sign)
            painter.drawPixmap(
                at.topLeft(), self._look.pixmap(icon, ICON, role, self._table.devicePixelRatioF())
            )
            moved = room.adjusted(ICON + GAP, 0, 0, 0)
            room = placed(option.direction, room, moved)
        painter.setFont(self._look.font(10, _WEIGHTS.get(column, 400), figures=column is Column.BADGE))
        painter.setPen(self._look.color(role))
        fits = (
            room.adjusted(0, 0, -8, 0)
            if option.direction != Qt.LayoutDirection.RightToLeft
            else room.adjusted(8, 0, 0, 0)
        )
        words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, fits.width())
        painter.drawText(fits, _LEADING, words)

    def _paint_tick(self, painter: QPainter, place: QRect, state: Attendance | None) -> None:
        if state is None:
            painter.setPen(self._look.color("text3"))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, "–")
            return
        there = state in (Attendance.PRESENT, Attendance.ONLINE)
        box = tick_box(place)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.color("accent" if there else "edge"), 1))
        painter.setBrush(self._look.color("accent" if there else "base"))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        ratio = self._table.devicePixelRatioF()
        if there:
            painter.drawPixmap(
                box.left() + 1, box.top() + 1, self._look.pixmap("check", ICON, "onaccent", ratio)
            )
        elif state == Attendance.LEFT:
            sign = self._look.pixmap("arrow-right", 12, "text2", ratio)
            painter.drawPixmap(box.left() + 2, box.top() + 2, sign)

    # Qt's side

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        whole = QRect(0, option.rect.top(), self._table.viewport().width(), option.rect.height())
        option.state &= ~QStyle.StateFlag.State_MouseOver
        if self._is_hovered(index.row()):
            option.state |= QStyle.StateFlag.State_MouseOver
        if self._table.hasFocus() and index.row() == self._table.currentIndex().row():
            option.state |= QStyle.StateFlag.State_HasFocus
        painter.setClipRect(option.rect)
        draw_ground(painter, option, self._look, whole)
        line = index.data(LINE)
        if isinstance(line, Group):
            self._paint_group(painter, option, whole, line)
        elif isinstance(line, Participant) and index.column() < COLUMNS:
            self._paint_cell(painter, option, Column(index.column()), str(index.data()), line)
        else:
            self._paint_tick(painter, option.rect, index.data(TICK))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if not option.state & QStyle.StateFlag.State_Selected:
            hair = QRect(INSET, whole.bottom(), whole.width() - 2 * INSET, 1)
            painter.fillRect(hair, self._look.color("rule"))
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        field = QLineEdit(parent)
        field.setFont(self._look.font(10, _WEIGHTS.get(Column(index.column()), 400)))
        field.setAccessibleName(str(index.model().headerData(index.column(), Qt.Orientation.Horizontal)))
        return field

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """The words do not move when the field opens: its border and padding stand outside them."""
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        editor.setGeometry(option.rect.adjusted(*((-2, 0, 12, 0) if mirrored else (-12, 0, 2, 0))))


def tick_box(place: QRect) -> QRect:
    """Where in a cell the tick stands."""
    return QRect(place.center().x() - BOX // 2 + 1, place.center().y() - BOX // 2 + 1, BOX, BOX)
