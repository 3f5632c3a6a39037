"""The agenda as one works on it: lines one walks, writes in, moves and drags onto another sitting."""

from uuid import UUID

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from gmp_desktop.domain.agenda import bare_title
from gmp_desktop.ui.agenda.delegate import ROW_EXTRA, SIDE, AgendaDelegate
from gmp_desktop.ui.agenda.lines import ItemLine, Line
from gmp_desktop.ui.agenda.model import ITEM_MIME, AgendaModel, Column
from gmp_desktop.ui.agenda.title_editor import INSET, TitleEditor
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.mirroring import placed
from gmp_desktop.ui.widgets.table_rows import dress, select_row

NARROW = 620
PRESENTS_WIDTH = 140
PAPERS_WIDTH = 126


class AgendaTable(QTableView):
    """Nothing is stored here: every wish is a signal."""

    moved_to = Signal(object)
    """The id of the item one stands on, None where there is none."""
    new_wanted = Signal()
    title_written = Signal(object, str)
    depth_wanted = Signal(int)
    step_wanted = Signal(int)
    sitting_step_wanted = Signal(int)
    put_wanted = Signal(object, object)
    """An item into a sitting."""
    removal_wanted = Signal()
    copy_wanted = Signal()
    paste_wanted = Signal(str)
    left = Signal()
    opened = Signal()
    closed = Signal(object)
    """The item that was written in."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.lines = AgendaModel(self)
        self.delegate = AgendaDelegate(look, self)
        self.editor: TitleEditor | None = None
        self.editing: UUID | None = None
        self.setModel(self.lines)
        self.setItemDelegate(self.delegate)
        self._build()
        look.changed.connect(self._relook)

    @property
    def current(self) -> ItemLine | None:
        line = self.lines.line(self.currentIndex().row())
        return line if isinstance(line, ItemLine) else None

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """The item one stands on is kept; where it is gone, the line that took its place."""
        kept, row = self.current.item.id if self.current else None, self.currentIndex().row()
        self.lines.show(lines)
        if self.editing is not None and self.lines.at(self.editing) < 0:
            self.close_editor()
        if kept is None or not self.go(kept):
            self._select(self._item_row(max(row, 0), 1))
        self._place_editor()

    def go(self, id: UUID) -> bool:
        row = self.lines.at(id)
        if row >= 0:
            self._select(row)
        return row >= 0

    def open_editor(self, text: str | None = None) -> None:
        """Over the current line; ``text`` takes the place of what stands there."""
        line = self.current
        if line is None or self.editing == line.item.id:
            return
        self.close_editor()
        self.editing = self.delegate.open_id = line.item.id
        title = bare_title(line.item.title) if text is None else text
        name = self.tr("Title of item {label}").format(label=line.item.label)
        self.editor = TitleEditor(title, self.delegate.font(line, selected=True), name, self.viewport())
        self.editor.left.connect(self.close_editor)
        self.editor.new_wanted.connect(self._new_from_editor)
        self.editor.depth_wanted.connect(self._depth_from_editor)
        self.editor.step_wanted.connect(self._step_from_editor)
        self.editor.setModified(text is not None)
        self._place_editor()
        self.editor.show()
        self.editor.setFocus()
        self.opened.emit()

    @Slot()
    def close_editor(self) -> None:
        """What was typed is handed on."""
        editor, id = self.editor, self.editing
        if editor is None or id is None:
            return
        had_focus = editor.hasFocus()
        self.editor, self.editing, self.delegate.open_id = None, None, None
        editor.blockSignals(True)
        editor.hide()
        editor.deleteLater()
        if had_focus:
            self.setFocus()
        if editor.isModified():
            self.title_written.emit(id, editor.text())
        self.closed.emit(id)

    def sitting_at(self, point: QPoint) -> UUID | None:
        """The sitting the line under a point belongs to."""
        line = self.lines.line(self.rowAt(point.y()))
        return line.sitting_id if line is not None else None

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Agenda"))
        self.setAccessibleDescription(
            self.tr("Tab and Shift+Tab change the level of an item, Escape goes to its details.")
        )
        dress(self)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        head = self.horizontalHeader()
        head.setMinimumSectionSize(30)
        for column in Column:
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(Column.ITEM, QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(self._double_clicked)
        self.verticalScrollBar().valueChanged.connect(self._place_editor)
        self._measure()

    def _measure(self) -> None:
        figures = self.fontMetrics()
        self.verticalHeader().setDefaultSectionSize(figures.height() + ROW_EXTRA)
        for column in (Column.BEGINS, Column.MINUTES):
            words = str(self.lines.headerData(column, Qt.Orientation.Horizontal))
            self.setColumnWidth(column, figures.horizontalAdvance(words) + 2 * SIDE)
        self.setColumnWidth(Column.PRESENTS, PRESENTS_WIDTH)
        self.setColumnWidth(Column.PAPERS, PAPERS_WIDTH)

    def _select(self, row: int) -> None:
        if row >= 0 and row != self.currentIndex().row():
            select_row(self, row)

    def _item_row(self, row: int, step: int) -> int:
        """The nearest line of an item from here on, else backwards."""
        count = self.lines.rowCount()
        row = min(row, count - 1)
        for way in (
            range(row, count) if step > 0 else range(row, -1, -1),
            range(row, -1, -1),
            range(row, count),
        ):
            for at in way:
                if isinstance(self.lines.line(at), ItemLine):
                    return at
        return -1

    @Slot()
    def _place_editor(self) -> None:
        row = self.lines.at(self.editing)
        line = self.lines.line(row)
        if self.editor is None or not isinstance(line, ItemLine):
            return
        cell = self.visualRect(self.lines.index(row, Column.ITEM))
        room = cell.adjusted(self.delegate.text_left(line) - INSET, 2, -2, -2)
        self.editor.setGeometry(placed(self.layoutDirection(), cell, QRect(room)))

    @Slot()
    def _new_from_editor(self) -> None:
        self.close_editor()
        self.new_wanted.emit()

    @Slot(int)
    def _depth_from_editor(self, way: int) -> None:
        """One goes on writing."""
        editor, id = self.editor, self.editing
        if editor is not None and editor.isModified():
            self.title_written.emit(id, editor.text())
            editor.setModified(False)
        self.depth_wanted.emit(way)

    @Slot(int)
    def _step_from_editor(self, way: int) -> None:
        self.close_editor()
        self.walk(way)

    def walk(self, way: int) -> None:
        """To the next item up or down; days are stepped over."""
        row = self.currentIndex().row() + way
        while 0 <= row < self.lines.rowCount():
            if isinstance(self.lines.line(row), ItemLine):
                self._select(row)
                return
            row += way

    @Slot(QModelIndex)
    def _double_clicked(self, index: QModelIndex) -> None:
        if index.column() == Column.ITEM:
            self.open_editor()

    @Slot()
    def _relook(self) -> None:
        self.close_editor()
        self._measure()
        self.viewport().update()

    def _mark_drop(self, row: int) -> None:
        if row != self.delegate.drop_row:
            self.delegate.drop_row = row
            self.viewport().update()

    # Qt's side

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        line = self.lines.line(current.row())
        id = line.item.id if isinstance(line, ItemLine) else None
        if self.editing is not None and id != self.editing:
            self.close_editor()
        self.moved_to.emit(id)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab is a key of the agenda while there is an item to move."""
        return False if self.current is not None else super().focusNextPrevChild(next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        way = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(key), 0)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.new_wanted.emit()
        elif key == Qt.Key.Key_F2:
            self.open_editor()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.depth_wanted.emit(1 if key == Qt.Key.Key_Tab else -1)
        elif key == Qt.Key.Key_Delete and plain:
            self.removal_wanted.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif way and event.modifiers() & both == both:
            self.sitting_step_wanted.emit(way)
        elif way and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.step_wanted.emit(way)
        elif way and plain:
            self.walk(way)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_wanted.emit("")
        elif event.text() and event.text().isprintable() and not event.modifiers() & ~_TYPING:
            self.open_editor(event.text())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.setColumnHidden(Column.PAPERS, event.size().width() < NARROW)
        super().resizeEvent(event)
        self._place_editor()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(ITEM_MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        point = event.position().toPoint()
        if event.mimeData().hasFormat(ITEM_MIME) and self.sitting_at(point) is not None:
            self._mark_drop(self.rowAt(point.y()))
            event.acceptProposedAction()
        else:
            self._mark_drop(-1)
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._mark_drop(-1)

    def dropEvent(self, event: QDropEvent) -> None:
        self._mark_drop(-1)
        sitting = self.sitting_at(event.position().toPoint())
        if event.mimeData().hasFormat(ITEM_MIME) and sitting is not None:
            event.setDropAction(Qt.DropAction.CopyAction)  # or Qt would take the line away after a move
            event.accept()
            self.put_wanted.emit(UUID(bytes=bytes(event.mimeData().data(ITEM_MIME).data())), sitting)


_TYPING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
