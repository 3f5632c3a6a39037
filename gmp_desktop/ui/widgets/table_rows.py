"""What every table of rows does alike: whole rows on one ground, a hairline below each, the ring at the current one."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStyle, QStyleOptionViewItem, QTableView

from gmp_desktop.ui.look import Look
from gmp_desktop.ui.widgets.row_delegate import draw_ground

ROW_EXTRA = 14
CELL = 8
MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading


def dress(table: QTableView, *, several: bool = False, sorts: bool = False) -> None:
    """No grid, no frame, rows as high as the typeface asks; Tab leaves."""
    view = QAbstractItemView
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setMouseTracking(True)
    table.setWordWrap(False)
    table.setSelectionBehavior(view.SelectionBehavior.SelectRows)
    table.setSelectionMode(
        view.SelectionMode.ExtendedSelection if several else view.SelectionMode.SingleSelection
    )
    table.setEditTriggers(view.EditTrigger.NoEditTriggers)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setVerticalScrollMode(view.ScrollMode.ScrollPerPixel)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + ROW_EXTRA)
    head = table.horizontalHeader()
    head.setHighlightSections(False)
    head.setSectionsClickable(sorts)
    head.setDefaultAlignment(MIDDLE)


def select_row(table: QTableView, row: int) -> None:
    """``QTableView.selectRow`` finds no column where text runs from right to left."""
    index = table.model().index(row, 0)
    whole = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    table.selectionModel().setCurrentIndex(index, whole)
    table.scrollTo(index)


def selected_rows(table: QTableView) -> list[int]:
    """From top to bottom."""
    return sorted(index.row() for index in table.selectionModel().selectedRows())


def draw_row(
    painter: QPainter,
    option: QStyleOptionViewItem,
    look: Look,
    table: QTableView,
    index: QModelIndex | QPersistentModelIndex,
) -> None:
    """The part of the row's ground that is this cell's."""
    whole = QRect(0, option.rect.top(), table.viewport().width(), option.rect.height())
    if table.hasFocus() and index.row() == table.currentIndex().row():
        option.state |= QStyle.StateFlag.State_HasFocus
    painter.setClipRect(option.rect)
    draw_ground(painter, option, look, whole)
    painter.fillRect(QRect(whole.left(), whole.bottom(), whole.width(), 1), look.color("rule"))


def draw_words(painter: QPainter, look: Look, room: QRect, words: object, font: QFont, role: str) -> None:
    """On one line, cut where the room ends, each text in its own direction: /3 stays /3 from right to left."""
    painter.setFont(font)
    painter.setPen(look.color(role))
    line = " ".join(str(words or "").split())
    line = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, MIDDLE, f"\N{FIRST STRONG ISOLATE}{line}\N{POP DIRECTIONAL ISOLATE}")
