"""The list of documents as a Qt table: arranged by section, filtered by letters, sorted by a column."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gmp_desktop.domain.meeting import AgendaItem, MeetingDocument
from gmp_desktop.ui.documents.lines import Column, Head, Line, arranged, column_words, lines_of
from gmp_desktop.ui.tips import tip

_NOWHERE = QModelIndex()
ROW = int(Qt.ItemDataRole.UserRole)


class RegisterModel(QAbstractTableModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()
        self._letters = ""
        self.column, self.downwards = Column.SYMBOL, False
        self.rows: list[Head | Line] = []

    def show(self, documents: Sequence[MeetingDocument], stem: str, items: Sequence[AgendaItem]) -> None:
        """The documents come in the order of their symbols."""
        lines = lines_of(documents, stem, items)
        if lines != self._lines:
            self._lines = lines
            self._arrange()

    def filter(self, letters: str) -> None:
        if letters != self._letters:
            self._letters = letters
            self._arrange()

    def sort_by(self, column: Column, downwards: bool) -> None:
        self.column, self.downwards = column, downwards
        self._arrange()

    def at(self, id: UUID | None) -> int:
        """The row of a document, -1 where it is not shown."""
        return next(
            (at for at, row in enumerate(self.rows) if isinstance(row, Line) and row.document.id == id), -1
        )

    def line(self, row: int) -> Line | None:
        found = self.rows[row] if 0 <= row < len(self.rows) else None
        return found if isinstance(found, Line) else None

    def heads(self) -> list[int]:
        return [at for at, row in enumerate(self.rows) if isinstance(row, Head)]

    def _arrange(self) -> None:
        self.beginResetModel()
        self.rows = arranged(self._lines, self._letters, self.column, downwards=self.downwards)
        self.endResetModel()

    # Qt's side

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """The arrows pass over the heads of sections."""
        return super().flags(index) if self.line(index.row()) else Qt.ItemFlag.NoItemFlags

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], Column(index.column())
        if role == ROW:
            return row
        if isinstance(row, Head):
            named = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return f"{row.words} {row.count}" if role in named and column is Column.SYMBOL else None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.cells[column]
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(row.document.symbol if column is Column.SYMBOL else row.cells[column])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = row.document.symbol or row.cells[column] if column is Column.SYMBOL else row.cells[column]
            return f"{column_words(column)}: {words}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return column_words(Column(section))
        return None
