"""Rows of a file in one virtual list: number, words, and what becomes of them."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from gmp_desktop.domain.values import value
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.tips import tip
from gmp_desktop.ui.widgets.row_delegate import BOLD, LABEL, TRAILING, RowDelegate

ROW_HEIGHT = 36
_NOWHERE = QModelIndex()


@value
class Line:
    label: str
    words: str
    trailing: str = ""
    bold: bool = False


class LinesModel(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []

    def show(self, lines: Sequence[Line]) -> None:
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def change(self, at: int, line: Line) -> None:
        self._lines[at] = line
        self.dataChanged.emit(self.index(at), self.index(at))

    # Qt's side

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.words
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(line.words)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (line.label, line.words, line.trailing)))
        return {LABEL: line.label, TRAILING: line.trailing, BOLD: line.bold}.get(role)


class LinesList(QListView):
    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = LinesModel(self)
        self.setModel(self.lines)
        self.setItemDelegate(RowDelegate(look, ROW_HEIGHT, self, ruled=True))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    @property
    def at(self) -> int:
        return self.currentIndex().row()

    def go(self, at: int) -> None:
        self.setCurrentIndex(self.lines.index(at))
