"""How a line of the list of documents is drawn: the symbol leads, the file is a link, its absence is named."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from gmp_desktop.domain.register import without_file
from gmp_desktop.ui.documents.lines import Column, Head, Line
from gmp_desktop.ui.documents.model import ROW
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.widgets.table_rows import CELL, MIDDLE, ROW_EXTRA, draw_row, draw_words

MOST_WIDE = {Column.SYMBOL: 190, Column.FILE: 150, Column.ITEM: 120, Column.DISTRIBUTION: 110}


class RegisterCells(QStyledItemDelegate):
    def __init__(self, look: Look, table: QTableView) -> None:
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
        if isinstance(row, Head):
            self._head(painter, option, row)
        else:
            draw_row(painter, option, self._look, self._table, index)
            room, font = option.rect.adjusted(CELL, 0, -CELL, 0), self._font(row, column)
            draw_words(painter, self._look, room, row.cells[column], font, _role(row, column))
        painter.restore()

    def _head(self, painter: QPainter, option: QStyleOptionViewItem, head: Head) -> None:
        room = option.rect.adjusted(CELL, 4, -CELL, 0)
        painter.setFont(self._look.font(10, 600))
        painter.setPen(self._look.color("text2" if _quiet(head) else "text"))
        painter.drawText(room, MIDDLE, head.words)
        width = painter.fontMetrics().horizontalAdvance(head.words) + CELL
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        room = room.adjusted(0, 0, -width, 0) if mirrored else room.adjusted(width, 0, 0, 0)
        painter.setFont(self._look.font(9.5, figures=True))
        painter.setPen(self._look.color("text2"))
        painter.drawText(room, MIDDLE, f"{head.count:,}")
        painter.fillRect(
            option.rect.left(), option.rect.bottom(), option.rect.width(), 1, self._look.color("rule")
        )

    def _font(self, line: Line, column: Column) -> QFont:
        leads = column is Column.SYMBOL and not line.document.cited
        missing = column is Column.FILE and bool(without_file([line.document]))
        return self._look.font(10, 500 if leads else 400, italic=missing, figures=True)


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
