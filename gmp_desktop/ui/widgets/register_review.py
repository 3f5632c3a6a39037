"""What was understood of a pasted list or of dropped files, line by line, before anything of it is registered."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gmp_desktop.domain.meeting import MeetingDocument
from gmp_desktop.domain.symbol_check import Verdict
from gmp_desktop.ui.look import PAGE_MARGIN, Look
from gmp_desktop.ui.review_model import BECOMES, SYMBOL, VERDICT, Proposed, ReviewModel
from gmp_desktop.ui.widgets.buttons import Button, Tinted
from gmp_desktop.ui.widgets.page_head import PageHead
from gmp_desktop.ui.widgets.row_delegate import draw_ground
from gmp_desktop.ui.widgets.sections import Rule
from gmp_desktop.ui.wording import count_words

ROW_EXTRA = 16
SYMBOL_LEAST = 200
MEASURED_ROWS = 60
LONGEST_SHOWN = 60
CELL = 8
_TICK = 16


class RegisterReview(QWidget):
    accepted = Signal(object)
    """The lines that are to be registered."""
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.rows = ReviewModel(self)
        self._build()
        self.rows.judged.connect(self._count)

    def show_lines(self, lines: Iterable[Proposed], documents: Sequence[MeetingDocument], stem: str) -> None:
        self.rows.show(lines, documents, stem)
        if self.rows.lines:
            at = next((n for n, v in enumerate(self.rows.verdicts) if not v.can_be), 0)
            self.table.setCurrentIndex(self.rows.index(at, SYMBOL))
        self.table.setFocus()

    def _build(self) -> None:
        self.table = _Table()
        self.table.setModel(self.rows)
        self.table.setItemDelegate(_Cells(self._look, self.table))
        self.table.setAccessibleName(self.tr("What was understood"))
        self.table.left.connect(self.left)
        self._dress_table()
        words = self.tr("Nothing is registered until you say so, and Undo takes all of it back.")
        leave = Button(self._look, self.tr("Cancel"))
        leave.clicked.connect(self.left)
        self.take = Button(self._look, self.tr("Register"), primary=True)
        self.take.clicked.connect(self._accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(PAGE_MARGIN, 12, PAGE_MARGIN, 12)
        foot.setSpacing(8)
        foot.addWidget(Tinted(self._look, "text2", words), 1)
        foot.addWidget(leave)
        foot.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.head = PageHead(self._look, self.tr("Register documents"))
        column.addWidget(self.head)
        inside = QVBoxLayout()
        inside.setContentsMargins(PAGE_MARGIN - CELL, 0, PAGE_MARGIN - CELL, 0)
        inside.addWidget(self.table)
        column.addLayout(inside, 1)
        column.addWidget(Rule(self._look))
        column.addLayout(foot)

    def _dress_table(self) -> None:
        table = self.table
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + ROW_EXTRA)
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        for column in range(3):
            measured = column == SYMBOL
            mode = QHeaderView.ResizeMode.ResizeToContents if measured else QHeaderView.ResizeMode.Stretch
            head.setSectionResizeMode(column, mode)
        head.setMinimumSectionSize(SYMBOL_LEAST)
        head.setResizeContentsPrecision(MEASURED_ROWS)

    @Slot()
    def _count(self) -> None:
        lines, wrong, count = len(self.rows.lines), self.rows.wrong(), len(self.rows.accepted())
        to_correct = count_words(wrong, self.tr("{n} to correct"), self.tr("{n} to correct"))
        self.head.show_facts(
            count_words(lines, self.tr("{n} line"), self.tr("{n} lines")), to_correct if wrong else ""
        )
        words = count_words(count, self.tr("Register {n} document"), self.tr("Register {n} documents"))
        self.take.setText(words if count else self.tr("Register"))
        self.take.setAccessibleName(self.take.text())
        self.take.setEnabled(bool(count))

    @Slot()
    def _accept(self) -> None:
        self.accepted.emit(self.rows.accepted())


class _Table(QTableView):
    """Enter and F2 edit, Space leaves a line out or takes it in, Escape goes back."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed | triggers.DoubleClicked | triggers.AnyKeyPressed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.column() != BECOMES:
            self.edit(index)
        elif event.key() == Qt.Key.Key_Space and index.isValid():
            _toggle(self.model(), index)
        else:
            super().keyPressEvent(event)


def _toggle(model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex) -> None:
    tick = model.index(index.row(), SYMBOL)
    on = tick.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    state = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
    model.setData(tick, state, int(Qt.ItemDataRole.CheckStateRole))


class _Cells(QStyledItemDelegate):
    def __init__(self, look: Look, table: QTableView) -> None:
        super().__init__(table)
        self._look, self._table = look, table

    # Qt's side

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        words = self._look.font(10, 500, figures=True)
        width = QFontMetrics(words).horizontalAdvance(str(index.data() or "")[:LONGEST_SHOWN])
        return QSize(width + _TICK + 4 * CELL, option.fontMetrics.height() + ROW_EXTRA)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        verdict: Verdict = index.data(VERDICT)
        wanted = (
            index.model().index(index.row(), SYMBOL).data(Qt.ItemDataRole.CheckStateRole)
            == Qt.CheckState.Checked
        )
        painter.save()
        if self._table.hasFocus():
            option.state |= QStyle.StateFlag.State_HasFocus
        draw_ground(painter, option, self._look, option.rect)
        painter.fillRect(
            option.rect.left(), option.rect.bottom(), option.rect.width(), 1, self._look.color("rule")
        )
        room = option.rect.adjusted(CELL, 0, -CELL, 0)
        if index.column() == SYMBOL:
            room = self._tick(painter, option, wanted)
        elif index.column() == BECOMES and wanted and verdict.problem is not None:
            room = self._sign(painter, option, _tone(verdict))
        painter.setFont(self._look.font(10, 500 if index.column() == SYMBOL else 400, figures=True))
        painter.setPen(self._look.color(_role(index.column(), verdict, wanted)))
        words = painter.fontMetrics().elidedText(
            str(index.data() or ""), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, words)
        painter.restore()

    def _tick(self, painter: QPainter, option: QStyleOptionViewItem, on: bool) -> QRect:
        box = self._leading(option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._look.color("accent" if on else "edge"))
        painter.setBrush(self._look.color("accent" if on else "base"))
        painter.drawRoundedRect(box.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        if on:
            self._draw(painter, box.translated(1, 1), "check", 14, "onaccent")
        return self._rest(option)

    def _sign(self, painter: QPainter, option: QStyleOptionViewItem, role: str) -> QRect:
        self._draw(painter, self._leading(option), "circle-alert", _TICK, role)
        return self._rest(option)

    def _draw(self, painter: QPainter, at: QRect, icon: str, size: int, role: str) -> None:
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(at.topLeft(), self._look.pixmap(icon, size, role, ratio))

    def _leading(self, option: QStyleOptionViewItem) -> QRect:
        whole = option.rect
        at = QRect(whole.left() + CELL, whole.top() + (whole.height() - _TICK) // 2, _TICK, _TICK)
        return QStyle.visualRect(option.direction, whole, at)

    def _rest(self, option: QStyleOptionViewItem) -> QRect:
        part = option.rect.adjusted(CELL + _TICK + 8, 0, -CELL, 0)
        return QStyle.visualRect(option.direction, option.rect, part)

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        editor = QLineEdit(parent)
        editor.setAccessibleName(
            str(self._table.model().headerData(index.column(), Qt.Orientation.Horizontal))
        )
        return editor

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        if event.type() == QEvent.Type.MouseButtonRelease and index.column() == SYMBOL:
            at = event.position().toPoint()  # type: ignore[attr-defined]
            if self._leading(option).adjusted(-4, -4, 4, 4).contains(at):
                _toggle(model, index)
                return True
        return False


def _tone(verdict: Verdict) -> str:
    return "warn" if verdict.can_be else "error"


def _role(column: int, verdict: Verdict, wanted: bool) -> str:
    if not wanted:
        return "text3"
    if column == BECOMES:
        return _tone(verdict) if verdict.problem is not None else "text2"
    return "text"
