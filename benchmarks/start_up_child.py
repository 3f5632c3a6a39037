"""One start in one process: prints the milliseconds from START_NS to the first paint of the main window.

The paint counts when the event loop is back after it, so handing the frame to the platform is included.
"""

import json
import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))


def report() -> None:
    elapsed = (time.monotonic_ns() - int(os.environ["START_NS"])) / 1e6
    print(json.dumps({"first_paint_ms": elapsed}), flush=True)
    os._exit(0)


def ours(folder: str) -> None:
    from gmp_desktop.app import run

    run(Path(folder), None, None, painted=report)


def bare() -> None:
    from PySide6.QtCore import (
        QAbstractTableModel,
        QEvent,
        QModelIndex,
        QObject,
        Qt,
        QTimer,
    )
    from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

    class Rows(QAbstractTableModel):
        def rowCount(self, parent: QModelIndex | None = None) -> int:
            return 200

        def columnCount(self, parent: QModelIndex | None = None) -> int:
            return 5

        def data(
            self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole
        ) -> object:
            return (
                f"row {index.row()}, {index.column()}"
                if role == Qt.ItemDataRole.DisplayRole
                else None
            )

    class FirstPaint(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                watched.removeEventFilter(self)
                QTimer.singleShot(0, report)
            return False

    app = QApplication(sys.argv[:1])
    window, table, model, first = QMainWindow(), QTableView(), Rows(), FirstPaint()
    table.setModel(model)
    window.setCentralWidget(table)
    window.resize(1366, 768)
    window.installEventFilter(first)
    window.show()
    app.exec()


if __name__ == "__main__":
    ours(sys.argv[2]) if sys.argv[1] == "ours" else bare()
