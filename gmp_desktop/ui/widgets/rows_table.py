"""A table of plain tuples: no grid, a hairline under each row, heads on one edge line."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from gmp_desktop.ui.look import Look
from gmp_desktop.ui.tips import tip
from gmp_desktop.ui.widgets.table_rows import CELL, ROW_EXTRA, draw_row, draw_words, dress, select_row

_NOWHERE = QModelIndex()
ID = int(Qt.ItemDataRole.UserRole)


class RowsModel(QAbstractTableModel):
    """Rows are tuples of an id and one text for each column."""

    def __init__(self, heads: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads = tuple(heads)
        self._rows: tuple[tuple[UUID, tuple[str, ...]], ...] = ()

    def show(self, rows: Sequence[tuple[UUID, tuple[str, ...]]]) -> None:
        if tuple(rows) != self._rows:
            self.beginResetModel()
            self._rows = tuple(rows)
            self.endResetModel()

    def at(self, id: UUID) -> int:
        return next((at for at, (own, _) in enumerate(self._rows) if own == id), -1)

    # Qt's side

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        if not index.isValid():
            return None
        id, texts = self._rows[index.row()]
        if role == ID:
            return id
        if role == Qt.ItemDataRole.DisplayRole:
            return texts[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(texts[index.column()])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return (
                f"{self._heads[index.column()]}: {texts[index.column()]}"
                if self._heads[index.column()]
                else texts[index.column()]
            )
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return None


class RowsTable(QTableView):
    """Enter or a double click chooses the row; arrows walk, Tab leaves."""

    chosen = Signal(object)

    def __init__(
        self, look: Look, name: str, heads: Sequence[str], stretch: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.rows = RowsModel(heads, self)
        self.setModel(self.rows)
        self.setItemDelegate(_Cells(look, self))
        self.setAccessibleName(name)
        dress(self)
        head = self.horizontalHeader()
        for column in range(len(heads)):
            mode = (
                QHeaderView.ResizeMode.Stretch
                if column == stretch
                else QHeaderView.ResizeMode.ResizeToContents
            )
            head.setSectionResizeMode(column, mode)
        self.doubleClicked.connect(self._choose)

    @property
    def current(self) -> UUID | None:
        id = self.currentIndex().data(ID)
        return id if isinstance(id, UUID) else None

    def show_rows(self, rows: Sequence[tuple[UUID, tuple[str, ...]]]) -> None:
        kept = self.current
        self.rows.show(rows)
        at = self.rows.at(kept) if kept else -1
        if rows:
            select_row(self, max(at, 0))

    def fit_height(self) -> None:
        """As high as its rows: the page around it scrolls."""
        rows = self.rows.rowCount() * self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(rows + self.horizontalHeader().sizeHint().height() + 2)

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        if isinstance(index.data(ID), UUID):
            self.chosen.emit(index.data(ID))

    # Qt's side

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)


class _Cells(QStyledItemDelegate):
    def __init__(self, look: Look, table: RowsTable) -> None:
        super().__init__(table)
        self._look = look
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = QFontMetrics(self._font(index)).horizontalAdvance(str(index.data() or ""))
        return QSize(width + 2 * CELL + 8, option.fontMetrics.height() + ROW_EXTRA)

    def _font(self, index: QModelIndex | QPersistentModelIndex) -> QFont:
        return self._look.font(10, 500 if index.column() == 0 else 400, figures=True)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        draw_row(painter, option, self._look, self._table, index)
        role = "text" if index.column() == 0 else "text2"
        room = option.rect.adjusted(CELL, 0, -CELL, 0)
        draw_words(painter, self._look, room, index.data(), self._font(index), role)
        painter.restore()
