"""Draws the lines of an agenda: labels hang in their own column, sums are quiet, days stand between."""

from uuid import UUID

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from gmp_desktop.ui.agenda.lines import DayLine, ItemLine
from gmp_desktop.ui.agenda.model import LINE, Column
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.mirroring import placed
from gmp_desktop.ui.widgets.row_delegate import draw_ground

ROW_EXTRA = 12
SIDE = 8
STEP = 30

_TRAILING = (Column.BEGINS, Column.MINUTES)


class AgendaDelegate(QStyledItemDelegate):
    def __init__(self, look: Look, table: QTableView, parent: QObject | None = None) -> None:
        super().__init__(parent or table)
        self._look = look
        self._table = table
        self.drop_row = -1
        """The line something is being dragged over."""
        self.open_id: UUID | None = None
        """The item that is being written in."""

    def font(self, line: ItemLine, *, selected: bool = False) -> QFont:
        return self._look.font(10, 600 if line.over or selected else 400, figures=True)

    def text_left(self, line: ItemLine) -> int:
        """Where the words of an item begin, from the leading edge."""
        return SIDE + STEP * (line.item.depth + 1)

    # Qt's side

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(40, option.fontMetrics.height() + ROW_EXTRA)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line = index.data(LINE)
        painter.save()
        painter.setClipRect(option.rect)
        whole = QRect(0, option.rect.top(), self._table.viewport().width(), option.rect.height())
        if isinstance(line, ItemLine):
            if self._table.hasFocus() or line.item.id == self.open_id:
                option.state |= QStyle.StateFlag.State_HasFocus
            draw_ground(painter, option, self._look, whole)
            self._item(painter, option, line, Column(index.column()))
        elif isinstance(line, DayLine) and index.column() == Column.ITEM:
            self._day(painter, line, whole, first=index.row() == 0)
        if index.row() == self.drop_row:
            painter.setClipping(False)
            painter.fillRect(
                QRect(whole.left(), whole.bottom() - 1, whole.width(), 2), self._look.color("mark")
            )
        painter.restore()

    def _day(self, painter: QPainter, line: DayLine, whole: QRect, *, first: bool) -> None:
        """Over all columns, drawn with the first of them."""
        painter.setClipping(False)
        room = whole.adjusted(SIDE, 0, -SIDE, 0)
        if not first:
            painter.fillRect(QRect(room.left(), room.top(), room.width(), 1), self._look.color("rule"))
        painter.setFont(self._look.font(9.5, 600, figures=True))
        painter.setPen(self._look.color("text2"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, line.words)

    def _item(self, painter: QPainter, option: QStyleOptionViewItem, line: ItemLine, column: Column) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(self._look.color("text"))
        if column is Column.ITEM:
            painter.setFont(self.font(line, selected=selected))
            left = self.text_left(line)
            label = QRect(option.rect.left() + left - STEP, option.rect.top(), STEP, option.rect.height())
            room = option.rect.adjusted(left, 0, -SIDE, 0)
            self._words(painter, option, label, line.item.label)
            self._words(painter, option, room, "" if line.item.id == self.open_id else line.text)
            return
        text, role = {
            Column.BEGINS: (line.begins, "text2"),
            Column.MINUTES: (line.minutes, "text2" if line.over else "text"),
            Column.PRESENTS: (line.presents, "text"),
            Column.PAPERS: (line.papers, "accent"),
        }[column]
        weight = 500 if selected and column is not Column.PAPERS else 400
        painter.setFont(self._look.font(10, weight, figures=True))
        if column is Column.PRESENTS and line.wanting:
            text, role = self._table.model().nobody_yet, "warn"  # type: ignore[attr-defined]
            painter.setFont(self._look.font(10, italic=True))
        painter.setPen(self._look.color(role))
        room = option.rect.adjusted(SIDE, 0, -SIDE, 0)
        self._words(painter, option, room, text, trailing=column in _TRAILING)

    def _words(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        room: QRect,
        text: str,
        *,
        trailing: bool = False,
    ) -> None:
        room = placed(option.direction, option.rect, room)
        text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        side = Qt.AlignmentFlag.AlignTrailing if trailing else Qt.AlignmentFlag.AlignLeading
        alone = f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}"  # its stop stays at its end
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | side | Qt.TextFlag.TextSingleLine, alone)
