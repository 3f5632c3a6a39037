"""The headings of the report as a column beside it."""

from uuid import UUID

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from gmp_desktop.domain.blocks import Annex, Heading
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.report.row import Row
from gmp_desktop.ui.widgets.row_delegate import BOLD, INDENT, LABEL, RowDelegate

ID = int(Qt.ItemDataRole.UserRole)
WIDTH = 232


class Outline(QListView):
    chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QStandardItemModel(self)
        self.setModel(self._rows)
        self.setItemDelegate(RowDelegate(look, 28, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(self.tr("Outline"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        headings = [row for row in rows if isinstance(row.block, Heading | Annex)]
        shown = [
            (self._rows.item(at).data(ID), self._rows.item(at).text()) for at in range(self._rows.rowCount())
        ]
        if shown == [(row.id, row.plain) for row in headings]:
            return
        self._rows.clear()
        for row in headings:
            self._rows.appendRow(_item(row))

    def follow(self, rows: tuple[Row, ...], current: UUID | None) -> None:
        """The heading the current row stands under."""
        under, ids = -1, {self._rows.item(at).data(ID): at for at in range(self._rows.rowCount())}
        for row in rows:
            under = ids.get(row.id, under)
            if row.id == current:
                break
        self.setCurrentIndex(self._rows.index(under, 0) if under >= 0 else QModelIndex())

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        id = index.data(ID)
        if isinstance(id, UUID):
            self.chosen.emit(id)

    # Qt's side

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 200)


def _item(row: Row) -> QStandardItem:
    item = QStandardItem(row.plain)
    level = row.block.level if isinstance(row.block, Heading) else 1
    item.setData(row.id, ID)
    item.setData(row.label, LABEL)
    item.setData(level - 1, INDENT)
    item.setData(level == 1, BOLD)
    item.setData(f"{row.label} {row.plain}".strip(), int(Qt.ItemDataRole.AccessibleTextRole))
    return item
