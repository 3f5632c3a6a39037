"""The papers of a meeting: which one, how it shall be, and its very pages beside it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID, uuid5

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gmp_desktop.domain.errors import GmpError
from gmp_desktop.domain.meeting import Meeting
from gmp_desktop.domain.papers.kinds import PaperKind, PaperSettings
from gmp_desktop.ui.asking import Asking
from gmp_desktop.ui.faults import sentence
from gmp_desktop.ui.jobs import Jobs, Ticket
from gmp_desktop.ui.look import PAGE_MARGIN, Look
from gmp_desktop.ui.paper_choices import PAPERS_OF, PaperChoices, file_filters, paper_words
from gmp_desktop.ui.pdf_pages import PdfPages
from gmp_desktop.ui.widgets.buttons import Tinted
from gmp_desktop.ui.widgets.page_head import PageHead
from gmp_desktop.ui.widgets.page_view import Drawn, PageView
from gmp_desktop.ui.widgets.rows_table import RowsTable
from gmp_desktop.ui.widgets.table_rows import select_row

if TYPE_CHECKING:
    from gmp_desktop.ui.bench import Bench

COLUMN = 312
_ROWS = UUID("0b8f3f52-6f0e-4ac2-8a39-7f2b1b6c1d44")


class Asked(NamedTuple):
    """One paper as it was asked for; ``id`` is the meeting's."""

    bench: Bench
    id: UUID
    kind: PaperKind
    settings: PaperSettings

    def form(self, suffix: str) -> bytes:
        return self.bench.papers.form(self.id, self.kind, suffix, self.settings)


class PapersPage(QWidget):
    left = Signal()
    said = Signal(str)
    written = Signal(object)
    """The path of a file that is there now."""
    asked_to_print = Signal(str, bytes)
    """What it is called, and its PDF."""

    def __init__(
        self,
        look: Look,
        bench: Callable[[], Bench],
        jobs: Jobs,
        asking: Asking,
        meeting: Meeting,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._bench, self._jobs, self._asking = look, bench, jobs, asking
        self._meeting = meeting
        self._kind = PaperKind.AGENDA
        self._build()

    def show_kind(self, kind: PaperKind) -> None:
        self._kind = kind
        select_row(self.table, PAPERS_OF.index(kind))
        self.choices.show_kind(kind)
        self._draw()

    def leave(self) -> None:
        """Nothing is written here; the pages are made again when somebody comes back."""
        self.pages.release()

    def take_focus(self) -> None:
        self.table.setFocus()

    def _build(self) -> None:
        self.head = PageHead(self._look, self.tr("Papers"))
        self.head.show_facts(self._meeting.code)
        self.head.add_button(self.tr("Back"), "arrow-left").clicked.connect(self.left)
        self.print_button = self.head.add_button(self.tr("Print…"), "printer")
        self.print_button.clicked.connect(self.print)
        self.export_button = self.head.add_button(self.tr("Export…"), "file-down", primary=True)
        self.export_button.clicked.connect(self.ask_where)
        self.table = RowsTable(self._look, self.tr("Papers of the meeting"), (self.tr("Paper"),), stretch=0)
        self.table.show_rows([(uuid5(_ROWS, kind), (paper_words(kind),)) for kind in PAPERS_OF])
        self.table.horizontalHeader().hide()
        self.table.fit_height()
        self.table.selectionModel().currentRowChanged.connect(self._kind_chosen)
        sittings = self._bench().meetings.sittings(self._meeting.id)
        self.choices = PaperChoices(self._look, sittings)
        self.choices.changed.connect(self._draw)
        self._told = Tinted(self._look, "warn")
        self._told.setWordWrap(True)
        self.pages = PageView(self._look, self._jobs, self._drawn, parent=self)
        self.pages.say_beside("")
        column = QVBoxLayout()
        column.setContentsMargins(PAGE_MARGIN - 8, 0, 16, PAGE_MARGIN)
        column.setSpacing(16)
        column.addWidget(self.table)
        column.addWidget(self.choices)
        column.addWidget(self._told)
        column.addStretch(1)
        side = QWidget()
        side.setFixedWidth(COLUMN)
        side.setLayout(column)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(side)
        row.addWidget(self.pages, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addLayout(row, 1)

    @Slot()
    def _kind_chosen(self) -> None:
        at = self.table.currentIndex().row()
        if at >= 0 and PAPERS_OF[at] is not self._kind:
            self.pages.clear()
            self._kind = PAPERS_OF[at]
            self.choices.show_kind(self._kind)
            self._draw()

    @Slot()
    def _draw(self) -> None:
        self._told.clear()
        self.pages.show_document(Asked(self._bench(), self._meeting.id, self._kind, self.choices.settings()))

    def _drawn(self, asked: Any) -> Drawn:
        """In a worker."""
        return Drawn(PdfPages(asked.form(".pdf")), {}, 0.0)

    @Slot()
    def ask_where(self) -> None:
        from gmp_desktop.services.paper_files import suffixes

        name = f"{self._meeting.code} {paper_words(self._kind)}.pdf"
        filters = file_filters(suffixes(self._kind))
        self._asking.file_to_write(self.tr("Export to"), filters, _file_name(name), self._write)

    def _write(self, path: Path) -> None:
        asked = Asked(self._bench(), self._meeting.id, self._kind, self.choices.settings())
        path = path if path.suffix else path.with_suffix(".pdf")
        self.export_button.setEnabled(False)
        self._jobs.run(partial(_write, asked, path), self._is_written, failed=self._failed)

    def _is_written(self, path: Path) -> None:
        self.export_button.setEnabled(True)
        self.written.emit(path)

    def _failed(self, error: BaseException) -> None:
        self.export_button.setEnabled(True)
        if not isinstance(error, GmpError):
            raise error
        self._told.setText(sentence(error))

    @Slot()
    def print(self) -> None:
        asked = Asked(self._bench(), self._meeting.id, self._kind, self.choices.settings())
        self._jobs.run(partial(_pdf, asked), self._to_printer, failed=self._failed)

    def _to_printer(self, data: bytes) -> None:
        self.asked_to_print.emit(paper_words(self._kind), data)

    # Qt's side

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _file_name(words: str) -> str:
    return "".join(char if char.isalnum() or char in " .-_()" else "-" for char in words)


def _write(asked: Asked, path: Path, ticket: Ticket) -> Path:
    from gmp_desktop.services.files import write_whole

    write_whole(path, asked.form(path.suffix.lower()))
    return path


def _pdf(asked: Asked, ticket: Ticket) -> bytes:
    return asked.form(".pdf")
