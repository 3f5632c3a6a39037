"""Rows of a plain list: label, words, what belongs to them, with the one ring or the mark at the leading edge."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gmp_desktop.ui.look import RADIUS, Look

LABEL = int(Qt.ItemDataRole.UserRole) + 1
INDENT = int(Qt.ItemDataRole.UserRole) + 2
BOLD = int(Qt.ItemDataRole.UserRole) + 3
TRAILING = int(Qt.ItemDataRole.UserRole) + 4
STEP = 22
LABEL_WIDTH = 30
SIDE = 16


class RowDelegate(QStyledItemDelegate):
    """``ruled`` draws a hairline under every row; ``height`` is the row's at 100 %."""

    def __init__(self, look: Look, height: int, parent: QObject, *, ruled: bool = False) -> None:
        super().__init__(parent)
        self._look = look
        self._height = height
        self._ruled = ruled

    # Qt's side

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, option.fontMetrics.height() + self._height - 16)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        draw_ground(painter, option, self._look, option.rect)
        if self._ruled:
            line = QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1)
            painter.fillRect(line, self._look.color("rule"))
        self._words(painter, option, index)
        painter.restore()

    def _words(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        whole, middle = option.rect, Qt.AlignmentFlag.AlignVCenter
        bold = bool(index.data(BOLD))
        leading = SIDE + STEP * int(index.data(INDENT) or 0)
        label, trailing = str(index.data(LABEL) or ""), str(index.data(TRAILING) or "")
        painter.setFont(self._look.font(10, 600 if bold else 400, figures=True))
        painter.setPen(self._look.color("text" if bold else "text2"))
        width = max(LABEL_WIDTH, painter.fontMetrics().horizontalAdvance(label) + 8) if label else 0
        room = QRect(whole.left() + leading, whole.top(), width, whole.height())
        painter.drawText(QStyle.visualRect(option.direction, whole, room), middle, label)
        leading += width
        end = whole.width() - SIDE
        if trailing:
            painter.setFont(self._look.font(9.5, figures=True))
            width = painter.fontMetrics().horizontalAdvance(trailing)
            room = QRect(whole.left() + end - width, whole.top(), width, whole.height())
            painter.drawText(QStyle.visualRect(option.direction, whole, room), middle, trailing)
            end -= width + 12
        painter.setFont(self._look.font(10, 600 if bold else 400))
        painter.setPen(self._look.color("text"))
        room = QRect(whole.left() + leading, whole.top(), max(end - leading, 0), whole.height())
        words = painter.fontMetrics().elidedText(
            str(index.data() or ""), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(QStyle.visualRect(option.direction, whole, room), middle, words)


def draw_ground(painter: QPainter, option: QStyleOptionViewItem, look: Look, place: QRect) -> None:
    """Selection and focus, the same in every list."""
    if not option.state & QStyle.StateFlag.State_Selected:
        if option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(place, look.color("hover"))
        return
    painter.fillRect(place, look.color("sel"))
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.color("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(place).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
    else:
        bar = QRect(place.left(), place.top(), 3, place.height())
        painter.fillRect(QStyle.visualRect(option.direction, place, bar), look.color("mark"))
