"""What an import did not take into the text, each passage with its reason."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTreeView, QWidget

from gmp_desktop.domain.meeting import SetAside
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.tips import tip


class SetAsideList(QTreeView):
    done = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QStandardItemModel(0, 2, self)
        self.setModel(self._rows)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRootIsDecorated(False)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(self.tr("Set aside"))
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.header().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)

    def show_entries(self, entries: Iterable[SetAside]) -> None:
        self._rows.clear()
        self._rows.setHorizontalHeaderLabels([self.tr("In the file"), self.tr("Why it is not in the text")])
        for entry in entries:
            words, reason = QStandardItem(entry.text), QStandardItem(entry.reason)
            words.setToolTip(tip(entry.text))
            self._rows.appendRow([words, reason])
        if self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(0, 0, QModelIndex()))

    # Qt's side

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
        else:
            super().keyPressEvent(event)
