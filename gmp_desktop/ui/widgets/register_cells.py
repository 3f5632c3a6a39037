"""How a line of the list of documents is drawn: the symbol leads, the file is a link, its absence is named."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gmp_desktop.domain.register import without_file
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.register_lines import Column, Head, Line
from gmp_desktop.ui.register_model import ROW
from gmp_desktop.ui.widgets.row_delegate import draw_ground

ROW_EXTRA = 14
CELL = 8
MOST_WIDE = {Column.SYMBOL: 190, Column.FILE: 150, Column.ITEM: 120, Column.DISTRIBUTION: 110}


class RegisterCells(QStyledItemDelegate):
    def __init__(self, look: Look, table: QAbstractItemView) -> None:
        super().__init__(table)
        self._look = look
        self._table = table

    # Qt's side

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row, column = index.data(ROW), Column(index.column())
        height = option.fontMetrics.height() + ROW_EXTRA
        if isinstance(row, Head):
            return QSize(0, height)
        width = QFontMetrics(self._font(row, column)).horizontalAdvance(row.cells[column]) + 2 * CELL + 4
        return QSize(min(width, MOST_WIDE.get(column, width)), height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row, column = index.data(ROW), Column(index.column())
        painter.save()
        whole = QRect(0, option.rect.top(), self._table.viewport().width(), option.rect.height())
        if self._table.hasFocus():
            option.state |= QStyle.StateFlag.State_HasFocus
        painter.setClipRect(option.rect)
        if isinstance(row, Head):
            self._head(painter, option, row)
        else:
            draw_ground(painter, option, self._look, whole)
            painter.fillRect(QRect(whole.left(), whole.bottom(), whole.width(), 1), self._look.color("rule"))
            painter.setFont(self._font(row, column))
            painter.setPen(self._look.color(_role(row, column)))
            room = option.rect.adjusted(CELL, 0, -CELL, 0)
            words = painter.fontMetrics().elidedText(
                row.cells[column], Qt.TextElideMode.ElideRight, room.width()
            )
            painter.drawText(room, _MIDDLE, words)
        painter.restore()

    def _head(self, painter: QPainter, option: QStyleOptionViewItem, head: Head) -> None:
        room = option.rect.adjusted(CELL, 4, -CELL, 0)
        painter.setFont(self._look.font(10, 600))
        painter.setPen(self._look.color("text2" if _quiet(head) else "text"))
        painter.drawText(room, _MIDDLE, head.words)
        width = painter.fontMetrics().horizontalAdvance(head.words) + CELL
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        room = room.adjusted(0, 0, -width, 0) if mirrored else room.adjusted(width, 0, 0, 0)
        painter.setFont(self._look.font(9.5, figures=True))
        painter.setPen(self._look.color("text2"))
        painter.drawText(room, _MIDDLE, f"{head.count:,}")
        painter.fillRect(
            option.rect.left(), option.rect.bottom(), option.rect.width(), 1, self._look.color("rule")
        )

    def _font(self, line: Line, column: Column) -> QFont:
        leads = column is Column.SYMBOL and not line.document.cited
        missing = column is Column.FILE and bool(without_file([line.document]))
        return self._look.font(10, 500 if leads else 400, italic=missing, figures=True)


_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading


def _quiet(head: Head) -> bool:
    return head.section.value == "cited"


def _role(line: Line, column: Column) -> str:
    """What is only cited stays quiet; a link is one."""
    if line.document.cited:
        return "text2"
    if column is Column.FILE:
        missing = bool(without_file([line.document]))
        return "warn" if missing else "accent" if line.document.attachments else "text2"
    return "text" if column in (Column.SYMBOL, Column.TITLE) else "text2"
