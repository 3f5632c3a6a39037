"""An old report before it is stored: what was read stands here to be looked at, then taken in or left."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gmp_desktop.domain.blocks import Masthead
from gmp_desktop.domain.errors import GmpError
from gmp_desktop.ui.advice import Tone
from gmp_desktop.ui.bench import Bench
from gmp_desktop.ui.faults import sentence
from gmp_desktop.ui.jobs import Jobs, Ticket
from gmp_desktop.ui.look import PAGE_MARGIN, Look
from gmp_desktop.ui.recognised import Reading, facts_of, outline_of, read
from gmp_desktop.ui.widgets.buttons import Button, Tinted
from gmp_desktop.ui.widgets.fields import Tick, head_label, labelled
from gmp_desktop.ui.widgets.page_head import PageHead
from gmp_desktop.ui.widgets.preview_list import PreviewList
from gmp_desktop.ui.widgets.sections import Rule, clear, scrolled


class ImportPage(QWidget):
    taken = Signal(object)
    """The code of the meeting it became, or ``None`` for a document alone."""
    left = Signal()

    def __init__(
        self,
        look: Look,
        jobs: Jobs,
        bench: Callable[[], Bench],
        say: Callable[[str, Tone], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._jobs, self._bench, self._say = look, jobs, bench, say
        self._reading: Reading | None = None
        self._job: Ticket | None = None
        self._build()

    def read(self, path: Path) -> None:
        """Read the file in a worker; nothing is stored."""
        self.leave()
        self.head.show_facts(path.name)
        self._body.setCurrentWidget(self._waiting)
        self._take.setEnabled(False)
        self._job = self._jobs.run(partial(_read, path), self._show, failed=self._refused)
        self._cancel.setFocus()

    def leave(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._job = self._reading = None

    def _show(self, reading: Reading) -> None:
        self._reading, self._job = reading, None
        self._body.setCurrentWidget(self._found)
        document = reading.recognised.document
        self.head.show_facts(reading.recognised.source, *facts_of(reading))
        self._is_report.setVisible(reading.recognised.meeting is not None)
        self._is_report.setChecked(reading.recognised.meeting is not None)
        meeting = reading.recognised.meeting
        self.code.setText(meeting.code if meeting else "")
        self.symbol.setText((document.masthead or Masthead()).symbol or reading.recognised.printed_symbol)
        self._show_facts(reading)
        self.preview.show_rows(outline_of(reading))
        self._take.setEnabled(True)
        self._take.setFocus()

    def _show_facts(self, reading: Reading) -> None:
        clear(self._facts)
        for at, (name, words) in enumerate(reading.facts()):
            self._facts.addWidget(Tinted(self._look, "text2", name), at, 0, Qt.AlignmentFlag.AlignTop)
            value = Tinted(self._look, "text", words)
            value.setWordWrap(True)
            self._facts.addWidget(value, at, 1)
        self._facts.setColumnStretch(1, 1)

    def _refused(self, error: BaseException) -> None:
        self._job = None
        if not isinstance(error, GmpError):
            raise error
        self.left.emit()
        self._say(sentence(error), Tone.FAULT)

    @Slot()
    def _take_in(self) -> None:
        reading = self._reading
        if reading is None:
            return
        as_report = self._is_report.isChecked() and reading.recognised.meeting is not None
        imported = self._bench().archive.take(
            reading.recognised,
            as_="report" if as_report else "document",
            meeting=self.code.text().strip() or None,
            symbol=self.symbol.text().strip() or None,
        )
        self._reading = None
        self.taken.emit(imported)

    @Slot()
    def _leave(self) -> None:
        self.leave()
        self.left.emit()

    def _build(self) -> None:
        self.head = PageHead(self._look, self.tr("Import a report"))
        self._body = QStackedWidget()
        self._waiting, self._found = self._build_waiting(), self._build_found()
        self._body.addWidget(self._waiting)
        self._body.addWidget(self._found)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._body, 1)
        column.addWidget(Rule(self._look))
        column.addLayout(self._build_foot())

    def _build_waiting(self) -> QWidget:
        page, column = QWidget(), QVBoxLayout()
        column.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFixedSize(300, 6)
        bar.setAccessibleName(self.tr("Reading the file"))
        self._cancel = Button(self._look, self.tr("Cancel"))
        self._cancel.clicked.connect(self._leave)
        column.addWidget(Tinted(self._look, "text2", self.tr("Reading the file. Nothing is stored yet.")))
        column.addWidget(bar)
        column.addWidget(self._cancel, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)
        page.setLayout(column)
        return page

    def _build_found(self) -> QWidget:
        page, row = QWidget(), QHBoxLayout()
        row.setContentsMargins(PAGE_MARGIN, 8, PAGE_MARGIN, 0)
        row.setSpacing(16)
        self.code, self.symbol = QLineEdit(), QLineEdit()
        self._is_report = Tick(self._look, self.tr("It is the report of a meeting"))
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(16)
        self._facts.setVerticalSpacing(6)
        self.preview = PreviewList(self._look)
        side = QVBoxLayout()
        side.setSpacing(12)
        side.addWidget(self._is_report)
        side.addLayout(labelled(self.tr("Meeting"), self.code, self._look))
        side.addLayout(labelled(self.tr("Symbol"), self.symbol, self._look))
        side.addSpacing(8)
        side.addWidget(head_label(self.tr("What was recognised"), self._look))
        side.addLayout(self._facts)
        side.addStretch(1)
        holder = QWidget()
        holder.setLayout(side)
        side.setContentsMargins(0, 0, 16, 8)
        beside = scrolled(holder)
        beside.setFixedWidth(360)
        row.addWidget(beside)
        row.addWidget(self.preview, 1)
        page.setLayout(row)
        return page

    def _build_foot(self) -> QHBoxLayout:
        words = self.tr("Nothing is stored until you take it in, and Undo takes the whole import back.")
        leave = Button(self._look, self.tr("Leave"))
        leave.clicked.connect(self._leave)
        self._take = Button(self._look, self.tr("Take in"), primary=True)
        self._take.clicked.connect(self._take_in)
        foot = QHBoxLayout()
        foot.setContentsMargins(PAGE_MARGIN, 12, PAGE_MARGIN, 12)
        foot.setSpacing(8)
        told = Tinted(self._look, "text2", words)
        told.setWordWrap(True)
        foot.addWidget(told, 1)
        foot.addWidget(leave)
        foot.addWidget(self._take)
        return foot


def _read(path: Path, ticket: Ticket) -> Reading:
    return read(path)
