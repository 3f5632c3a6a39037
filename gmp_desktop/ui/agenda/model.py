"""The lines of an agenda as a table: item, when it begins, how long it takes, who presents, which documents."""

from collections.abc import Sequence
from enum import IntEnum
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from gmp_desktop.ui.agenda.lines import DayLine, ItemLine, Line
from gmp_desktop.ui.tips import tip

_NOWHERE = QModelIndex()
LINE = int(Qt.ItemDataRole.UserRole)
ITEM_MIME = "application/x-gmp-agenda-item"


class Column(IntEnum):
    ITEM = 0
    BEGINS = 1
    MINUTES = 2
    PRESENTS = 3
    PAPERS = 4


class AgendaModel(QAbstractTableModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads = (
            self.tr("Item"),
            self.tr("Begins"),
            self.tr("Minutes"),
            self.tr("Presents"),
            self.tr("Documents"),
        )
        self._lines: tuple[Line, ...] = ()
        self._at: dict[UUID, int] = {}
        self.nobody_yet = self.tr("nobody yet")

    @property
    def lines(self) -> tuple[Line, ...]:
        return self._lines

    def show(self, lines: Sequence[Line]) -> None:
        lines = tuple(lines)
        if lines == self._lines:
            return
        if [_key(line) for line in lines] == [_key(line) for line in self._lines]:
            self._lines = lines
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, len(Column) - 1))
            return
        self.beginResetModel()
        self._lines = lines
        self._at = {line.item.id: at for at, line in enumerate(lines) if isinstance(line, ItemLine)}
        self.endResetModel()

    def at(self, id: UUID | None) -> int:
        return self._at.get(id, -1) if id is not None else -1

    def line(self, row: int) -> Line | None:
        return self._lines[row] if 0 <= row < len(self._lines) else None

    # Qt's side

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        line = self.line(index.row())
        if line is None:
            return None
        if role == LINE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            accessible = role == Qt.ItemDataRole.AccessibleTextRole
            return self._text(line, Column(index.column()), accessible=accessible)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(line, ItemLine):
            return tip(self._text(line, Column(index.column()), accessible=False))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            figures = section in (Column.BEGINS, Column.MINUTES)
            side = Qt.AlignmentFlag.AlignTrailing if figures else Qt.AlignmentFlag.AlignLeading
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        line = self.line(index.row())
        if line is None:
            return Qt.ItemFlag.NoItemFlags
        if isinstance(line, ItemLine):
            return (
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsDragEnabled
                | Qt.ItemFlag.ItemIsDropEnabled
            )
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDropEnabled

    def mimeTypes(self) -> list[str]:
        return [ITEM_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        line = self.line(indexes[0].row()) if indexes else None
        if isinstance(line, ItemLine):
            data.setData(ITEM_MIME, line.item.id.bytes)
        return data

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def _text(self, line: Line, column: Column, *, accessible: bool) -> str:
        if isinstance(line, DayLine):
            return line.words if column is Column.ITEM else ""
        texts = {
            Column.ITEM: f"{line.item.label} {line.text}",
            Column.BEGINS: line.begins,
            Column.MINUTES: line.minutes,
            Column.PRESENTS: self.nobody_yet if line.wanting else line.presents,
            Column.PAPERS: line.papers,
        }
        if not accessible or column is Column.ITEM:
            return texts[column]
        return f"{self._heads[column]}: {texts[column] or '–'}"


def _key(line: Line) -> object:
    return line.item.id if isinstance(line, ItemLine) else line.words
