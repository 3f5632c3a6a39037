"""The table of participants: ticks by click and Space, names and functions by F2, rows to and from spreadsheets."""

from collections.abc import Iterable
from uuid import UUID

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from gmp_desktop.domain.participants import Participant
from gmp_desktop.domain.sheet import copied
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.participants.delegate import ParticipantsDelegate
from gmp_desktop.ui.participants.head import INSET, ParticipantsHead
from gmp_desktop.ui.participants.lines import Column
from gmp_desktop.ui.participants.model import COLUMNS, ParticipantsModel
from gmp_desktop.ui.participants.room import shared
from gmp_desktop.ui.widgets.table_rows import dress, selected_rows


class ParticipantsTable(QTableView):
    ticked = Signal(object, object)
    """Participants and a sitting: let them be there, or not."""
    opened = Signal(object)
    removed = Signal(object)
    folded = Signal(str)
    pasted = Signal(str)
    typed = Signal(str)
    """Letters on their way to the filter."""
    menu_asked = Signal(object)
    selection_changed = Signal()

    def __init__(self, look: Look, model: ParticipantsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.people = model
        self.left_out: frozenset[Column] = frozenset()
        self.hovered = -1
        self.head = ParticipantsHead(look, model, self)
        self.setHorizontalHeader(self.head)
        self.setModel(model)
        self.setItemDelegate(ParticipantsDelegate(look, self, lambda row: row == self.hovered))
        self.setAccessibleName(self.tr("Participants"))
        dress(self, several=True, sorts=True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.head.setMinimumSectionSize(8)
        look.changed.connect(self.viewport().update)

    def selected(self) -> list[UUID]:
        """The people of the selected rows, in their order."""
        found = map(self.people.person_at, selected_rows(self))
        return [one.id for one in found if one is not None]

    def current_person(self) -> Participant | None:
        return self.people.person_at(self.currentIndex().row())

    def go(self, ids: Iterable[UUID], column: int = -1, *, otherwise_first: bool = False) -> bool:
        """Select these people; the first of them is the current row."""
        rows = self.people.rows_of(ids)
        if not rows and otherwise_first:
            rows = [row for row in (0, 1) if self.people.person_at(row) is not None][:1]
        selection = self.selectionModel()
        if not rows:
            selection.clear()
            return False
        column = max(column, self.currentIndex().column(), int(Column.NAME))
        picked = QItemSelection()
        for row in rows:
            picked.select(self.people.index(row, 0), self.people.index(row, self.people.columnCount() - 1))
        selection.setCurrentIndex(
            self.people.index(rows[0], column), QItemSelectionModel.SelectionFlag.NoUpdate
        )
        selection.select(picked, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(self.people.index(rows[0], column))
        return True

    def walk(self, rows: int) -> None:
        """Up or down from the filter, past heads of groups."""
        row = self.currentIndex().row()
        while 0 <= (row := row + rows) < self.people.rowCount():
            one = self.people.person_at(row)
            if one is not None:
                self.go([one.id])
                return

    def copy(self) -> None:
        """The selected rows for a spreadsheet."""
        columns = [at for at in range(self.people.columnCount()) if not self.isColumnHidden(at)]
        rows = [row for row in selected_rows(self) if self.people.person_at(row) is not None]
        if rows:
            cells = ((self.people.text(row, column) for column in columns) for row in rows)
            QGuiApplication.clipboard().setText(copied(cells))

    def fit(self) -> None:
        """Every column gets its room; where there is too little, what matters least gives way."""
        sittings = self.people.sittings
        current = next((at for at, one in enumerate(sittings) if one.id == self.people.current), 0)
        scale = self.fontMetrics().height() / 16
        widths = shared(self.viewport().width() - INSET, scale, len(sittings), current, self.left_out)
        for column, width in enumerate(widths):
            self.setColumnHidden(column, width == 0)
            if width:
                self.setColumnWidth(column, width)

    def _hover(self, row: int) -> None:
        """Qt knows only the cell under the mouse."""
        if row != self.hovered:
            self.hovered = row
            self.viewport().update()

    def _tick(self, column: int) -> None:
        sitting = self.people.sitting_at(column)
        wanted = sitting.id if sitting is not None else self.people.current
        if wanted is not None and self.people.is_open(wanted):
            self.ticked.emit(self.selected(), wanted)

    def _fold(self, folded: bool | None = None) -> bool:
        group = self.people.group_at(self.currentIndex().row())
        if group is None:
            return False
        if folded is None or folded != group.folded:
            self.folded.emit(group.key)
        return True

    @Slot()
    def _open(self) -> None:
        one = self.current_person()
        if one is not None:
            self.opened.emit(one.id)

    # Qt's side

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.selection_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.indexAt(event.position().toPoint()).row())
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        left = event.button() == Qt.MouseButton.LeftButton
        super().mousePressEvent(event)
        if left and self.people.group_at(index.row()) is not None:
            self._fold()
        elif left and not event.modifiers() and self._ticks_at(index):
            one = self.people.person_at(index.row())
            sitting = self.people.sitting_at(index.column())
            if one is not None and sitting is not None:
                self.ticked.emit([one.id], sitting.id)

    def _ticks_at(self, index: QModelIndex) -> bool:
        sitting = self.people.sitting_at(index.column())
        return sitting is not None and self.people.is_open(sitting.id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.column() < COLUMNS and self.people.person_at(index.row()) is not None:
            self._open()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_asked.emit(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        group = self.people.group_at(self.currentIndex().row()) is not None
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)  # what the open field has no use for, as the Enter that keeps it
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(QGuiApplication.clipboard().text())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not self._fold():
                self._open()
        elif key == Qt.Key.Key_Space:
            if not self._fold():
                self._tick(self.currentIndex().column())
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and group and plain:
            leading = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
            self._fold((key == Qt.Key.Key_Left) == leading)
        elif key == Qt.Key.Key_Delete and self.selected():
            self.removed.emit(self.selected())
        elif key == Qt.Key.Key_F2 and self.currentIndex().column() not in (Column.NAME, Column.FUNCTION):
            self.edit(self.people.index(self.currentIndex().row(), Column.NAME))
        elif plain and event.text().isprintable() and event.text().strip():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)
