"""The blocks an import read, one line each, and what it set aside with the reason."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gmp_desktop.ui.look import Look
from gmp_desktop.ui.recognised import PreviewRow
from gmp_desktop.ui.tips import tip
from gmp_desktop.ui.widgets.row_delegate import draw_ground

ROW = int(Qt.ItemDataRole.UserRole)


class PreviewList(QListView):
    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QStandardItemModel(self)
        self.setModel(self._rows)
        self.setItemDelegate(_Lines(look, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("What was read"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def show_rows(self, rows: Iterable[PreviewRow]) -> None:
        self._rows.clear()
        for row in rows:
            item = QStandardItem(row.words)
            item.setData(row, ROW)
            reason = f", {row.reason}" if row.reason else ""
            item.setData(f"{row.label} {row.words}{reason}".strip(), int(Qt.ItemDataRole.AccessibleTextRole))
            item.setToolTip(tip(row.reason or row.words))
            self._rows.appendRow(item)
        self.scrollToTop()


class _Lines(QStyledItemDelegate):
    def __init__(self, look: Look, parent: QListView) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row: PreviewRow = index.data(ROW)
        lines = 2 if row.reason else 1
        return QSize(100, option.fontMetrics.height() * lines + (20 if row.head else 10))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: PreviewRow = index.data(ROW)
        painter.save()
        draw_ground(painter, option, self._look, option.rect)
        middle = Qt.AlignmentFlag.AlignVCenter
        if row.head:
            painter.setFont(self._look.font(11, 600))
            painter.setPen(self._look.color("text"))
            painter.drawText(option.rect.adjusted(8, 4, -8, 0), middle, row.words)
        else:
            self._line(painter, option, row)
        painter.fillRect(
            option.rect.left(), option.rect.bottom(), option.rect.width(), 1, self._look.color("rule")
        )
        painter.restore()

    def _line(self, painter: QPainter, option: QStyleOptionViewItem, row: PreviewRow) -> None:
        whole, middle = option.rect, Qt.AlignmentFlag.AlignVCenter
        heading = row.level > 0
        height = whole.height() // (2 if row.reason else 1)
        label = QRect(whole.left() + 8, whole.top(), 40, height)
        words = QRect(whole.left() + 52, whole.top(), whole.width() - 60, height)
        painter.setFont(self._look.font(10, figures=True))
        painter.setPen(self._look.color("text2"))
        painter.drawText(
            QStyle.visualRect(option.direction, whole, label),
            middle | Qt.AlignmentFlag.AlignTrailing,
            row.label,
        )
        painter.setFont(self._look.font(10, 600) if heading else self._look.font(10.5, serif=True))
        painter.setPen(self._look.color("text"))
        shown = painter.fontMetrics().elidedText(row.words, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(QStyle.visualRect(option.direction, whole, words), middle, shown)
        if row.reason:
            painter.setFont(self._look.font(9))
            painter.setPen(self._look.color("warn"))
            below = words.translated(0, height - 2)
            shown = painter.fontMetrics().elidedText(row.reason, Qt.TextElideMode.ElideRight, below.width())
            painter.drawText(QStyle.visualRect(option.direction, whole, below), middle, shown)
