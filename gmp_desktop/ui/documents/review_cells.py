"""How a line of a list is drawn before it is registered: its tick, its words, and a sign where something is wrong."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from gmp_desktop.domain.symbol_check import Verdict
from gmp_desktop.ui.documents.review_model import BECOMES, SYMBOL, VERDICT
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.widgets.row_delegate import draw_ground
from gmp_desktop.ui.widgets.table_rows import CELL, draw_words

ROW_EXTRA = 16
LONGEST_SHOWN = 60
_TICK = 16


class ReviewCells(QStyledItemDelegate):
    def __init__(self, look: Look, table: QTableView) -> None:
        super().__init__(table)
        self._look, self._table = look, table

    # Qt's side

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        words = self._look.font(10, 500, figures=True)
        width = QFontMetrics(words).horizontalAdvance(str(index.data() or "")[:LONGEST_SHOWN])
        return QSize(width + _TICK + 4 * CELL, option.fontMetrics.height() + ROW_EXTRA)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        verdict: Verdict = index.data(VERDICT)
        wanted = (
            index.model().index(index.row(), SYMBOL).data(Qt.ItemDataRole.CheckStateRole)
            == Qt.CheckState.Checked
        )
        painter.save()
        if self._table.hasFocus():
            option.state |= QStyle.StateFlag.State_HasFocus
        draw_ground(painter, option, self._look, option.rect)
        painter.fillRect(
            option.rect.left(), option.rect.bottom(), option.rect.width(), 1, self._look.color("rule")
        )
        room = option.rect.adjusted(CELL, 0, -CELL, 0)
        if index.column() == SYMBOL:
            room = self._tick(painter, option, wanted)
        elif index.column() == BECOMES and wanted and verdict.problem is not None:
            room = self._sign(painter, option, _tone(verdict))
        font = self._look.font(10, 500 if index.column() == SYMBOL else 400, figures=True)
        draw_words(painter, self._look, room, index.data(), font, _role(index.column(), verdict, wanted))
        painter.restore()

    def _tick(self, painter: QPainter, option: QStyleOptionViewItem, on: bool) -> QRect:
        box = self._leading(option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._look.color("accent" if on else "edge"))
        painter.setBrush(self._look.color("accent" if on else "base"))
        painter.drawRoundedRect(box.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        if on:
            self._draw(painter, box.translated(1, 1), "check", 14, "onaccent")
        return self._rest(option)

    def _sign(self, painter: QPainter, option: QStyleOptionViewItem, role: str) -> QRect:
        self._draw(painter, self._leading(option), "circle-alert", _TICK, role)
        return self._rest(option)

    def _draw(self, painter: QPainter, at: QRect, icon: str, size: int, role: str) -> None:
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(at.topLeft(), self._look.pixmap(icon, size, role, ratio))

    def _leading(self, option: QStyleOptionViewItem) -> QRect:
        whole = option.rect
        at = QRect(whole.left() + CELL, whole.top() + (whole.height() - _TICK) // 2, _TICK, _TICK)
        return QStyle.visualRect(option.direction, whole, at)

    def _rest(self, option: QStyleOptionViewItem) -> QRect:
        part = option.rect.adjusted(CELL + _TICK + 8, 0, -CELL, 0)
        return QStyle.visualRect(option.direction, option.rect, part)

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        editor = QLineEdit(parent)
        editor.setAccessibleName(
            str(self._table.model().headerData(index.column(), Qt.Orientation.Horizontal))
        )
        return editor

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        if event.type() == QEvent.Type.MouseButtonRelease and index.column() == SYMBOL:
            at = event.position().toPoint()  # type: ignore[attr-defined]
            if self._leading(option).adjusted(-4, -4, 4, 4).contains(at):
                toggle(model, index)
                return True
        return False


def toggle(model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex) -> None:
    tick = model.index(index.row(), SYMBOL)
    on = tick.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    state = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
    model.setData(tick, state, int(Qt.ItemDataRole.CheckStateRole))


def _tone(verdict: Verdict) -> str:
    return "warn" if verdict.can_be else "error"


def _role(column: int, verdict: Verdict, wanted: bool) -> str:
    if not wanted:
        return "text3"
    if column == BECOMES:
        return _tone(verdict) if verdict.problem is not None else "text2"
    return "text"
