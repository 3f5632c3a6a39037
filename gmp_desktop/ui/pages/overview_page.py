"""The meeting at a glance: its facts, edited where they stand, its agenda and its papers."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from gmp_desktop.domain.meeting import AgendaItem, Meeting, MeetingDocument
from gmp_desktop.ui.bench import Bench
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.widgets.buttons import Tinted
from gmp_desktop.ui.widgets.date_field import DateField
from gmp_desktop.ui.widgets.fields import head_label, labelled
from gmp_desktop.ui.widgets.page_head import PageHead
from gmp_desktop.ui.widgets.rows_table import RowsTable
from gmp_desktop.ui.widgets.sections import clear, page_column, scrolled
from gmp_desktop.ui.wording import count_words, state_words

LABEL_WIDTH = 30
DEPTH_STEP = 30


class OverviewPage(QWidget):
    asked_for_report = Signal()
    refused = Signal(str)
    """A sentence about a field that holds nothing one could store."""

    def __init__(self, look: Look, bench: Callable[[], Bench], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._bench = bench
        self._meeting: Meeting | None = None
        self._filling = False
        self._build()

    def show_meeting(self, meeting: Meeting) -> None:
        """Facts first; agenda and papers follow with :meth:`read_again` once the record is open."""
        self._meeting = meeting
        self._filling = True
        for name, field in self._fields.items():
            if field.text() != getattr(meeting, name):
                field.setText(getattr(meeting, name))
        self.starts_on.show_date(meeting.starts_on)
        self.ends_on.show_date(meeting.ends_on)
        self._filling = False
        self.head.show_name(meeting.code)
        self.head.show_facts(state_words(meeting.state))

    def read_again(self) -> None:
        if self._meeting is None:
            return
        meetings = self._bench().meetings
        self.show_meeting(meetings.get(self._meeting.id))
        items, papers = meetings.agenda(self._meeting.id), meetings.documents(self._meeting.id)
        self._show_agenda(items)
        self._show_papers(papers)
        self.head.show_facts(state_words(self._meeting.state), *_counts(self, items, papers))

    def leave(self) -> None:
        self._store()

    def _build(self) -> None:
        self.head = PageHead(self._look, "")
        inside = QWidget()
        column = page_column(inside)
        column.addLayout(self._build_facts())
        column.addSpacing(16)
        column.addWidget(head_label(self.tr("Agenda"), self._look))
        self._agenda = QVBoxLayout()
        self._agenda.setSpacing(2)
        column.addLayout(self._agenda)
        column.addSpacing(16)
        column.addWidget(head_label(self.tr("Documents"), self._look))
        self._no_papers = Tinted(
            self._look,
            "text2",
            self.tr("No documents yet. Those the report cites are listed here by themselves."),
        )
        heads = (self.tr("Symbol"), self.tr("Title"), self.tr("Here"))
        self.papers = RowsTable(self._look, self.tr("Documents of the meeting"), heads, stretch=1)
        self.papers.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.papers.chosen.connect(self._paper_chosen)
        column.addWidget(self._no_papers)
        column.addWidget(self.papers)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(scrolled(inside), 1)

    def _build_facts(self) -> QGridLayout:
        self._fields = {name: QLineEdit() for name in ("title", "venue", "place")}
        self.starts_on, self.ends_on = DateField(), DateField()
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.addLayout(labelled(self.tr("Title"), self._fields["title"], self._look), 0, 0, 1, 4)
        grid.addLayout(labelled(self.tr("First day"), self.starts_on, self._look), 1, 0)
        grid.addLayout(labelled(self.tr("Last day"), self.ends_on, self._look), 1, 1)
        grid.addLayout(labelled(self.tr("Venue"), self._fields["venue"], self._look), 1, 2)
        grid.addLayout(labelled(self.tr("Place"), self._fields["place"], self._look), 1, 3)
        grid.setColumnStretch(2, 2)
        grid.setColumnStretch(3, 2)
        for field in self._fields.values():
            field.editingFinished.connect(self._store)
        for day in (self.starts_on, self.ends_on):
            day.setFixedWidth(150)
            day.editingFinished.connect(self._store)
            day.refused.connect(self._refuse)
        return grid

    def _show_agenda(self, items: list[AgendaItem]) -> None:
        clear(self._agenda)
        if not items:
            words = self.tr(
                "No agenda yet. It comes with an imported report, or from the headings one writes there."
            )
            self._agenda.addWidget(Tinted(self._look, "text2", words))
        for item in items:
            self._agenda.addLayout(self._agenda_row(item))

    def _agenda_row(self, item: AgendaItem) -> QHBoxLayout:
        label, words = Tinted(self._look, "text2", item.label), QLabel(item.title)
        label.setFixedWidth(LABEL_WIDTH)
        weight = 600 if item.depth == 0 else 400
        for part in (label, words):
            part.setFont(self._look.font(10, weight, figures=True))
            part.setMinimumHeight(24)
        words.setAccessibleName(f"{item.label} {item.title}")
        words.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addSpacing(item.depth * DEPTH_STEP)
        row.addWidget(label)
        row.addWidget(words, 1)
        return row

    def _show_papers(self, papers: list[MeetingDocument]) -> None:
        self.papers.setVisible(bool(papers))
        self._no_papers.setVisible(not papers)
        held, cited = self.tr("text is here"), self.tr("cited")
        self.papers.show_rows(
            [
                (paper.id, (paper.symbol or paper.code, paper.title, cited if paper.cited else held))
                for paper in papers
            ]
        )
        self.papers.fit_height()

    @Slot(object)
    def _paper_chosen(self, id: object) -> None:
        if self._meeting is not None and self._bench().reports.of_meeting(self._meeting.id) == id:
            self.asked_for_report.emit()

    @Slot(str)
    def _refuse(self, sentence: str) -> None:
        if self._meeting is not None and self.isVisible():
            self.refused.emit(sentence)

    @Slot()
    def _store(self) -> None:
        """One step for the facts that differ."""
        meeting = self._meeting
        if meeting is None or self._filling or not self.isVisible():
            return
        now: dict[str, str | date | None] = {
            name: field.text().strip() for name, field in self._fields.items()
        }
        now |= {"starts_on": self.starts_on.day(), "ends_on": self.ends_on.day()}
        changed = {name: value for name, value in now.items() if value != getattr(meeting, name)}
        if changed:
            self._bench().meetings.edit(meeting.id, **changed)


def _counts(page: QWidget, items: list[AgendaItem], papers: list[MeetingDocument]) -> list[str]:
    cited = sum(paper.cited for paper in papers)
    return [
        count_words(len(items), page.tr("{n} agenda item"), page.tr("{n} agenda items")),
        count_words(len(papers) - cited, page.tr("{n} document here"), page.tr("{n} documents here")),
        count_words(cited, page.tr("{n} cited"), page.tr("{n} cited")),
    ]
