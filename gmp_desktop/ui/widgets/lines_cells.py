"""How a line of a long table is drawn: the first column leads, the others are quiet."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from gmp_desktop.ui.look import Look
from gmp_desktop.ui.widgets.table_rows import CELL, ROW_EXTRA, draw_row, draw_words


class LinesCells(QStyledItemDelegate):
    def __init__(self, look: Look, table: QTableView) -> None:
        super().__init__(table)
        self._look = look
        self._table = table

    def font_of(self, index: QModelIndex | QPersistentModelIndex) -> QFont:
        return self._look.font(10, 500 if index.column() == 0 else 400, figures=True)

    def role_of(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return "text" if index.column() <= 1 else "text2"

    def leading(self, index: QModelIndex | QPersistentModelIndex) -> int:
        return CELL

    # Qt's side

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(60, option.fontMetrics.height() + ROW_EXTRA)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        draw_row(painter, option, self._look, self._table, index)
        room = option.rect.adjusted(self.leading(index), 0, -CELL, 0)
        if option.direction == Qt.LayoutDirection.RightToLeft:
            room = option.rect.adjusted(CELL, 0, -self.leading(index), 0)
        draw_words(painter, self._look, room, index.data(), self.font_of(index), self.role_of(index))
        self.sign(painter, option, index)
        painter.restore()

    def sign(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """What stands beside the words."""
