"""The reference of start-up: a main window with a table of two hundred short rows, and nothing else."""

import sys
from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
)
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class Rows(QAbstractTableModel):
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 200

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 5

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return f"row {index.row()}, {index.column()}" if role == Qt.ItemDataRole.DisplayRole else None


class FirstPaint(QObject):
    def __init__(self, painted: Callable[[], None]) -> None:
        super().__init__()
        self._painted = painted

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._painted)
        return False


def run(painted: Callable[[], None]) -> None:
    """Show the window; ``painted`` is called when the event loop is back after its first paint."""
    app = QApplication(sys.argv[:1])
    window, table, model, first = QMainWindow(), QTableView(), Rows(), FirstPaint(painted)
    table.setModel(model)
    window.setCentralWidget(table)
    window.resize(1366, 768)
    window.installEventFilter(first)
    window.show()
    app.exec()
