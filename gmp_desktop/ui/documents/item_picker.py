"""The items of an agenda with a tick each: those a document is before the meeting under."""

from collections.abc import Collection, Sequence
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gmp_desktop.domain.agenda import number_of
from gmp_desktop.domain.inline import plain
from gmp_desktop.domain.meeting import AgendaItem
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.widgets.row_delegate import draw_ground

ROWS = 5
ROW_EXTRA = 8
_NOWHERE = QModelIndex()
_TICK = 16


class ItemPicker(QListView):
    """Space and a click tick; the arrows walk."""

    ticked = Signal(object)
    """The ids of the items, in the order of the agenda."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ItemRows(self)
        self.setModel(self.rows)
        self.setItemDelegate(_Ticks(look, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)

    def show_items(self, items: Sequence[AgendaItem], ticked: Collection[UUID]) -> None:
        at = self.currentIndex().row()
        self.rows.show(items, ticked)
        if items:
            self.setCurrentIndex(self.rows.index(min(max(at, 0), len(items) - 1), 0))
        height = self.fontMetrics().height() + ROW_EXTRA
        self.setFixedHeight(height * min(max(len(items), 1), ROWS) + 2)

    def toggle(self, row: int) -> None:
        if 0 <= row < self.rows.rowCount():
            self.ticked.emit(self.rows.toggled(row))

    # Qt's side

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.toggle(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.toggle(self.indexAt(event.position().toPoint()).row())


class ItemRows(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[AgendaItem, ...] = ()
        self._numbers: tuple[str, ...] = ()
        self._ticked: frozenset[UUID] = frozenset()

    def show(self, items: Sequence[AgendaItem], ticked: Collection[UUID]) -> None:
        self.beginResetModel()
        if tuple(items) != self._items:
            self._items = tuple(items)
            self._numbers = tuple(number_of(items, item.id) for item in items)
        self._ticked = frozenset(ticked)
        self.endResetModel()

    def toggled(self, row: int) -> list[UUID]:
        wanted = self._ticked ^ {self._items[row].id}
        return [item.id for item in self._items if item.id in wanted]

    # Qt's side

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._items)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        if not index.isValid():
            return None
        item = self._items[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if item.id in self._ticked else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{self._numbers[index.row()]}  {plain(item.title)}"
        return None


class _Ticks(QStyledItemDelegate):
    def __init__(self, look: Look, view: ItemPicker) -> None:
        super().__init__(view)
        self._look, self._view = look, view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, option.fontMetrics.height() + ROW_EXTRA)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        if self._view.hasFocus():
            draw_ground(painter, option, self._look, option.rect)
        on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        whole = option.rect
        at = QRect(whole.left() + 4, whole.top() + (whole.height() - _TICK) // 2, _TICK, _TICK)
        box = QStyle.visualRect(option.direction, whole, at)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._look.color("accent" if on else "edge"))
        painter.setBrush(self._look.color("accent" if on else "base"))
        painter.drawRoundedRect(box.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        if on:
            ratio = painter.device().devicePixelRatioF()
            painter.drawPixmap(
                box.left() + 1, box.top() + 1, self._look.pixmap("check", 14, "onaccent", ratio)
            )
        room = QStyle.visualRect(option.direction, whole, whole.adjusted(_TICK + 12, 0, -4, 0))
        painter.setFont(self._look.font(10))
        painter.setPen(self._look.color("text"))
        words = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, words)
        painter.restore()
