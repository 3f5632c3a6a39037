"""A table over values of any kind: a column says how a value reads there, and nothing is worked out before it is seen."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gmp_desktop.ui.tips import tip

_NOWHERE = QModelIndex()
ID = int(Qt.ItemDataRole.UserRole)
LINE = int(Qt.ItemDataRole.UserRole) + 1


class Column(NamedTuple):
    """``share`` of the width it gets; below ``least`` pixels of the whole table it is left out.

    ``order`` is what the column sorts by.
    """

    name: str
    head: str
    text: Callable[[Any], str]
    order: Callable[[Any], Any]
    share: int
    least: int = 0


class LinesModel(QAbstractTableModel):
    def __init__(
        self, columns: Sequence[Column], id_of: Callable[[Any], UUID], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._id_of = id_of
        self._lines: Sequence[Any] = ()

    def show(self, lines: Sequence[Any]) -> None:
        if lines is not self._lines:
            self.beginResetModel()
            self._lines = lines
            self.endResetModel()

    def at(self, id: UUID | None) -> int:
        return next((at for at, line in enumerate(self._lines) if self._id_of(line) == id), -1)

    def line(self, row: int) -> Any:
        return self._lines[row]

    # Qt's side

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        if not index.isValid():
            return None
        line, column = self._lines[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(line)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(column.text(line))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.head}: {column.text(line)}" if column.head else column.text(line)
        if role == ID:
            return self._id_of(line)
        return line if role == LINE else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].head
        return None
