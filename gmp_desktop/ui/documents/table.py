"""The list of documents: sections with their heads, columns one chooses and sorts by, rows that copy and paste."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import cast
from uuid import UUID

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QSettings, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView, QWidget

from gmp_desktop.ui.documents.cells import RegisterCells
from gmp_desktop.ui.documents.lines import Column, Line, column_words, copied_lines
from gmp_desktop.ui.documents.model import RegisterModel
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.widgets.table_rows import dress, select_row, selected_rows

_SETTING = "documents"
_MEASURED_ROWS = 60
_WIDE_ENOUGH = {Column.DISTRIBUTION: 960, Column.LANGUAGES: 840, Column.DATE: 680, Column.ITEM: 600}
"""A narrower table goes without the column."""


class RegisterTable(QTableView):
    """Arrows walk, Enter edits, Delete removes; a click on a file opens it."""

    moved_to = Signal(object)
    """The document under the cursor, or ``None``."""
    asked_to_edit = Signal()
    asked_to_remove = Signal()
    asked_to_open = Signal()
    pasted = Signal(str)
    dropped = Signal(object)
    menu_wanted = Signal(QPoint)

    def __init__(self, look: Look, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._hidden = {Column(int(at)) for at in _numbers(settings.value(f"{_SETTING}/hidden", ""))}
        self.rows = RegisterModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(RegisterCells(look, self))
        self._build()
        self._sort_as_before()

    @property
    def current(self) -> UUID | None:
        line = self.rows.line(self.currentIndex().row()) if self.currentIndex().isValid() else None
        return line.document.id if line else None

    def chosen(self) -> list[Line]:
        """The selected lines, from top to bottom."""
        return [line for row in selected_rows(self) if (line := self.rows.line(row))]

    def go(self, id: UUID | None) -> None:
        """Select a document, the first one where it is not shown."""
        at = self.rows.at(id)
        if at < 0:
            at = next((row for row in range(self.rows.rowCount()) if self.rows.line(row)), -1)
        if at < 0:
            self.moved_to.emit(None)
        elif self.currentIndex().row() != at or not self.selectionModel().hasSelection():
            select_row(self, at)

    def renewed(self, kept: UUID | None) -> None:
        """After the model was laid out anew."""
        self.clearSpans()
        for at in self.rows.heads():
            self.setSpan(at, 0, 1, len(Column))
        self.go(kept)

    def copy(self) -> None:
        lines = self.chosen()
        if lines:
            QGuiApplication.clipboard().setText(copied_lines(lines))

    def show_column(self, column: Column, shown: bool) -> None:
        self._hidden = self._hidden - {column} if shown else self._hidden | {column}
        self._settings.setValue(f"{_SETTING}/hidden", " ".join(str(int(c)) for c in sorted(self._hidden)))
        self._fold_columns()

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Documents of the meeting"))
        dress(self, several=True, sorts=True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        head = self.horizontalHeader()
        head.setResizeContentsPrecision(_MEASURED_ROWS)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(self._choose_columns)
        head.sectionClicked.connect(self._sort)
        for column in Column:
            stretched = column is Column.TITLE
            mode = QHeaderView.ResizeMode.Stretch if stretched else QHeaderView.ResizeMode.ResizeToContents
            head.setSectionResizeMode(column, mode)

    def _sort_as_before(self) -> None:
        column = Column(int(str(self._settings.value(f"{_SETTING}/column", 0))))
        self._show_sorting(column, bool(self._settings.value(f"{_SETTING}/downwards", False, bool)))

    @Slot(int)
    def _sort(self, section: int) -> None:
        """The same head again turns the order round."""
        kept, column = self.current, Column(section)
        downwards = column is self.rows.column and not self.rows.downwards
        self._show_sorting(column, downwards)
        self._settings.setValue(f"{_SETTING}/column", int(column))
        self._settings.setValue(f"{_SETTING}/downwards", downwards)
        self.renewed(kept)

    def _show_sorting(self, column: Column, downwards: bool) -> None:
        self.rows.sort_by(column, downwards)
        order = Qt.SortOrder.DescendingOrder if downwards else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(column, order)
        self.horizontalHeader().setSortIndicatorShown(column is not Column.SYMBOL or downwards)

    @Slot(QPoint)
    def _choose_columns(self, at: QPoint) -> None:
        self.columns_menu().popup(self.horizontalHeader().mapToGlobal(at))

    def columns_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for column in Column:
            if column not in (Column.SYMBOL, Column.TITLE):
                action = menu.addAction(column_words(column))
                action.setCheckable(True)
                action.setChecked(column not in self._hidden)
                action.toggled.connect(partial(self.show_column, column))
        return menu

    def _fold_columns(self) -> None:
        width = self.viewport().width()
        for column in Column:
            narrow = column in _WIDE_ENOUGH and width < _WIDE_ENOUGH[column]
            self.setColumnHidden(column, column in self._hidden or narrow)

    # Qt's side

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        if current.row() != previous.row() or not previous.isValid():
            line = self.rows.line(current.row()) if current.isValid() else None
            self.moved_to.emit(line.document if line else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(QGuiApplication.clipboard().text())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.asked_to_edit.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.asked_to_remove.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and self._is_link(index):
            self.asked_to_open.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._is_link(self.indexAt(event.position().toPoint()))
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        super().mouseMoveEvent(event)

    def _is_link(self, index: QModelIndex) -> bool:
        line = self.rows.line(index.row()) if index.isValid() and index.column() == Column.FILE else None
        return line is not None and bool(line.document.attachments)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if self.rows.line(index.row()) and not self._is_link(index):
            self.asked_to_edit.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.current is not None:
            self.menu_wanted.emit(event.globalPos())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = local_files(event)
        if files:
            event.acceptProposedAction()
            self.dropped.emit(files)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fold_columns()
        return super().viewportEvent(event)


def local_files(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def _numbers(kept: object) -> Iterable[str]:
    return (part for part in str(cast(str, kept) or "").split() if part.isdigit() and int(part) < len(Column))
