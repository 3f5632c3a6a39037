"""All meetings that are here, and the way in for old reports."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from gmp_desktop.domain.meeting import Meeting
from gmp_desktop.ui.commands import Commands
from gmp_desktop.ui.look import PAGE_MARGIN, Look
from gmp_desktop.ui.widgets.empty import EmptyPlace
from gmp_desktop.ui.widgets.page_head import PageHead
from gmp_desktop.ui.widgets.rows_table import RowsTable
from gmp_desktop.ui.wording import count_words, days, state_words


class ArchivePage(QWidget):
    meeting_chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._build()

    def show_meetings(self, meetings: Iterable[Meeting]) -> None:
        rows = [
            (m.id, (m.code, m.title, m.place, days(m.starts_on, m.ends_on), state_words(m.state)))
            for m in meetings
        ]
        self.table.show_rows(rows)
        self._body.setCurrentIndex(0 if rows else 1)
        self.head.show_facts(
            count_words(len(rows), self.tr("{n} meeting"), self.tr("{n} meetings")) if rows else ""
        )

    def offer(self, commands: Commands) -> None:
        self.head.add_button(commands["new"].text(), "calendar-plus").serve(commands["new"])
        self.head.add_button(commands["import"].text(), primary=True).serve(commands["import"])
        self.empty.add_button(commands["import"].text(), commands["import"].trigger, primary=True)
        self.empty.add_button(commands["new"].text(), commands["new"].trigger)

    def leave(self) -> None:
        """Nothing is being written here."""

    def _build(self) -> None:
        self.head = PageHead(self._look, self.tr("Archive"))
        heads = (self.tr("Meeting"), self.tr("Title"), self.tr("Place"), self.tr("Dates"), self.tr("Stage"))
        self.table = RowsTable(self._look, self.tr("Meetings"), heads, stretch=1)
        self.table.chosen.connect(self.meeting_chosen)
        self.empty = EmptyPlace(
            self._look,
            "archive",
            self.tr("No meetings yet"),
            self.tr(
                "Every meeting held or to come is listed here. Reports of past ones can be taken in from their files."
            ),
        )
        self._body = QStackedWidget()
        framed = QWidget()
        inside = QVBoxLayout(framed)
        inside.setContentsMargins(PAGE_MARGIN - 8, 0, PAGE_MARGIN - 8, 0)
        inside.addWidget(self.table)
        self._body.addWidget(framed)
        self._body.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._body, 1)
