"""A long table: filtered, sorted by any column, columns chosen, rows copied; what was chosen is remembered."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import (
    QModelIndex,
    QPoint,
    QSettings,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QMenu,
    QStyledItemDelegate,
    QTableView,
    QWidget,
)

from gmp_desktop.domain.directory import matching
from gmp_desktop.domain.sheet import copied
from gmp_desktop.ui.lines_model import ID, Column, LinesModel
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.widgets.lines_cells import LinesCells
from gmp_desktop.ui.widgets.table_rows import (
    dress,
    select_row,
    selected_rows,
)

AT_ONCE = 1_000


class LinesTable(QTableView):
    """Enter or F2 opens a row, Delete removes those selected, Ctrl+C copies them; typing letters goes to the filter."""

    opened = Signal(object)
    walked = Signal(object)
    """The id of the row the keyboard is on now, ``None`` where there is none."""
    asked_to_remove = Signal(object)
    typed = Signal(str)

    def __init__(
        self,
        look: Look,
        name: str,
        columns: Sequence[Column],
        id_of: Callable[[Any], UUID],
        settings: QSettings,
        key: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._settings, self._key = look, settings, key
        self._all: Sequence[Any] = ()
        self._words: list[str] = []
        self._words_of: Callable[[Any], str] = str
        self._wanted = ""
        self._told: UUID | None = None
        self.lines = LinesModel(columns, id_of, self)
        self.setModel(self.lines)
        self.setItemDelegate(self.make_cells())
        self.setAccessibleName(name)
        self._hidden = set(str(settings.value(f"{key}/hidden", "")).split())
        self._by = str(settings.value(f"{key}/by", ""))
        self._down = str(settings.value(f"{key}/down", "")) == "1"
        self._folding = QTimer(self)
        self._folding.timeout.connect(self._fold_on)
        self._dress()
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentRowChanged.connect(self._walk)
        look.changed.connect(self.viewport().update)

    @property
    def current(self) -> UUID | None:
        id = self.currentIndex().data(ID)
        return id if isinstance(id, UUID) else None

    @property
    def selected(self) -> list[UUID]:
        """From top to bottom."""
        return [self.lines.index(row, 0).data(ID) for row in selected_rows(self)]

    def show_lines(self, lines: Sequence[Any], words_of: Callable[[Any], str]) -> None:
        """``words_of`` gives the folded words a line is found by. Where a row is gone, its neighbour is in hand."""
        near = self.currentIndex().row()
        self._all, self._words, self._words_of = self._sorted(lines), [], words_of
        self._folding.start()
        self._show(near)

    def filter(self, wanted: str) -> None:
        if wanted != self._wanted:
            self._wanted = wanted
            self._show()

    def select(self, id: UUID | None) -> bool:
        at = self.lines.at(id)
        if at >= 0:
            select_row(self, at)
        return at >= 0

    def make_cells(self) -> QStyledItemDelegate:
        return LinesCells(self._look, self)

    def copied(self) -> str:
        """The selected rows as a spreadsheet takes them."""
        shown = [at for at in range(len(self.lines.columns)) if not self.isColumnHidden(at)]
        lines = map(self.lines.line, selected_rows(self))
        return copied((self.lines.columns[at].text(line) for at in shown) for line in lines)

    def menu(self) -> QMenu:
        """Which columns there are, and by which the rows are sorted."""
        menu = QMenu(self)
        for column in self.lines.columns:
            action = menu.addAction(self.tr("Sort by {column}").format(column=column.head))
            action.triggered.connect(partial(self.sort_by, column.name))
        menu.addSeparator()
        for column in self.lines.columns[1:]:
            action = menu.addAction(column.head)
            action.setCheckable(True)
            action.setChecked(column.name not in self._hidden)
            action.toggled.connect(partial(self.show_column, column.name))
        return menu

    def sort_by(self, name: str, _checked: bool = False) -> None:
        """Again by the same column: the other way round."""
        self._down = name == self._by and not self._down
        self._by = name
        self._settings.setValue(f"{self._key}/by", name)
        self._settings.setValue(f"{self._key}/down", "1" if self._down else "")
        self._all, self._words = self._sorted(self._all), []
        self._folding.start()
        self._show()
        self._point()

    def show_column(self, name: str, shown: bool) -> None:
        (self._hidden.discard if shown else self._hidden.add)(name)
        self._settings.setValue(f"{self._key}/hidden", " ".join(sorted(self._hidden)))
        self._share_out()

    def _dress(self) -> None:
        dress(self, several=True, sorts=True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._pop_menu)
        rows, head = self.verticalHeader(), self.horizontalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setMinimumSectionSize(20)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(self._pop_menu)
        head.sectionClicked.connect(self._sort_by_section)
        self._point()

    def _show(self, near: int = 0) -> None:
        """The row in hand stays in hand while it is among those shown."""
        kept = self.current or self._told
        shown = self._all
        if self._wanted.strip():
            self._fold(len(self._all))
            shown = [self._all[at] for at in matching(self._wanted, self._words)]
        scrolled = self.verticalScrollBar().value()
        self.selectionModel().blockSignals(True)
        self.lines.show(shown)
        self.verticalScrollBar().setValue(scrolled)
        if shown and not self.select(kept):
            select_row(self, min(max(near, 0), len(shown) - 1))
        self.selectionModel().blockSignals(False)
        self.viewport().update()
        self._tell()

    @Slot()
    def _fold_on(self) -> None:
        """Ahead of the first letter, a little at a time."""
        self._fold(AT_ONCE)
        if len(self._words) == len(self._all):
            self._folding.stop()

    def _fold(self, most: int) -> None:
        done = len(self._words)
        self._words += map(self._words_of, self._all[done : done + most])

    def _sorted(self, lines: Sequence[Any]) -> Sequence[Any]:
        by = next((column for column in self.lines.columns if column.name == self._by), None)
        return sorted(lines, key=by.order, reverse=self._down) if by else lines

    def _point(self) -> None:
        """The arrow at the column the rows are sorted by."""
        at = next((at for at, column in enumerate(self.lines.columns) if column.name == self._by), -1)
        order = Qt.SortOrder.DescendingOrder if self._down else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicatorShown(at >= 0)
        self.horizontalHeader().setSortIndicator(at, order)

    def _share_out(self) -> None:
        """The width goes to the columns that are wanted and have room."""
        width = self.viewport().width()
        columns = self.lines.columns
        shown = [
            at
            for at, column in enumerate(columns)
            if column.name not in self._hidden and width >= column.least
        ]
        whole = sum(columns[at].share for at in shown)
        left = width
        for at, column in enumerate(columns):
            self.setColumnHidden(at, at not in shown)
            if at in shown:
                own = left if at == shown[-1] else width * column.share // whole
                self.setColumnWidth(at, own)
                left -= own

    def _tell(self) -> None:
        if self.current != self._told:
            self._told = self.current
            self.walked.emit(self._told)

    @Slot(QModelIndex)
    def _walk(self, _index: QModelIndex) -> None:
        self._tell()

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        if isinstance(index.data(ID), UUID):
            self.opened.emit(index.data(ID))

    @Slot(int)
    def _sort_by_section(self, at: int) -> None:
        self.sort_by(self.lines.columns[at].name)

    @Slot(QPoint)
    def _pop_menu(self, at: QPoint) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.viewport().mapToGlobal(at))

    # Qt's side

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.copied())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete:
            self.asked_to_remove.emit(self.selected)
        elif (
            text.isprintable() and text.strip() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        ):
            self.typed.emit(text)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()
