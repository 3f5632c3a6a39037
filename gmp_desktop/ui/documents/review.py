"""What was understood of a pasted list or of dropped files, line by line, before anything of it is registered."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from gmp_desktop.domain.meeting import MeetingDocument
from gmp_desktop.ui.documents.review_cells import ROW_EXTRA, ReviewCells, toggle
from gmp_desktop.ui.documents.review_model import BECOMES, SYMBOL, Proposed, ReviewModel
from gmp_desktop.ui.look import PAGE_MARGIN, Look
from gmp_desktop.ui.widgets.buttons import Button, Tinted
from gmp_desktop.ui.widgets.page_head import PageHead
from gmp_desktop.ui.widgets.sections import Rule
from gmp_desktop.ui.widgets.table_rows import CELL, dress
from gmp_desktop.ui.wording import count_words

SYMBOL_LEAST = 200
MEASURED_ROWS = 60


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
        self.table.setItemDelegate(ReviewCells(self._look, self.table))
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
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + ROW_EXTRA)
        head = table.horizontalHeader()
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
        dress(self)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed | triggers.DoubleClicked | triggers.AnyKeyPressed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.column() != BECOMES:
            self.edit(index)
        elif event.key() == Qt.Key.Key_Space and index.isValid():
            toggle(self.model(), index)
        else:
            super().keyPressEvent(event)
