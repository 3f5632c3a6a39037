"""Who stands in the window and what happens there: pages, commands and services brought together."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, QSettings, Slot
from PySide6.QtWidgets import QWidget

from gmp_desktop import __version__
from gmp_desktop.domain.meeting import Meeting, State, goes_back
from gmp_desktop.store.glance import Glance
from gmp_desktop.store.schema import LAST_MEETING
from gmp_desktop.ui import command_set
from gmp_desktop.ui.advice import Advice, Tone
from gmp_desktop.ui.asking import Asking
from gmp_desktop.ui.bench import Bench
from gmp_desktop.ui.commands import Commands
from gmp_desktop.ui.desk_pages import DeskPages
from gmp_desktop.ui.drawing import draw
from gmp_desktop.ui.enabling import enable
from gmp_desktop.ui.hub import Hub
from gmp_desktop.ui.jobs import Jobs
from gmp_desktop.ui.main_window import MainWindow
from gmp_desktop.ui.news import News
from gmp_desktop.ui.pages.archive_page import ArchivePage
from gmp_desktop.ui.pages.first_start_page import FirstStartPage
from gmp_desktop.ui.pages.overview_page import OverviewPage
from gmp_desktop.ui.paper_work import PaperWork
from gmp_desktop.ui.places import Place, place_of
from gmp_desktop.ui.report.face import ReportFace
from gmp_desktop.ui.report.page import ReportPage
from gmp_desktop.ui.safekeeping import Safekeeping
from gmp_desktop.ui.turning import Turning
from gmp_desktop.ui.views import Views
from gmp_desktop.ui.widgets.new_meeting_form import NewMeeting
from gmp_desktop.ui.widgets.page_view import PageView
from gmp_desktop.ui.widgets.palette import Palette
from gmp_desktop.ui.wording import state_words

if TYPE_CHECKING:
    from gmp_desktop.store.store import Store


class Workbench(QObject):
    """Built before the record is open: until :meth:`attach`, ``bench`` forces what is still missing."""

    def __init__(
        self,
        window: MainWindow,
        face: ReportFace,
        jobs: Jobs,
        settings: QSettings,
        need_bench: Callable[[], None],
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        super().__init__(window)
        self.window, self.jobs = window, jobs
        self.settings, self._need_bench, self.now = settings, need_bench, now
        self._bench: Bench | None = None
        self.meeting: Meeting | None = None
        self.meetings: list[Meeting] = []
        self.place = Place.REPORT
        self.hub = Hub(self)
        self.asking = Asking(window)
        self.paper = PaperWork(self)
        self.views = Views(self)
        self.news = News(self)
        self.desk = DeskPages(self)
        self.turning = Turning(self)
        self._build(face)
        self._connect()
        self._enable()

    # What the program starts with

    def show_glance(self, glance: Glance | None) -> None:
        """What is known before the record is open."""
        if glance is None or glance.meeting is None:
            self.show_first_start()
            return
        self.meeting, self.meetings = glance.meeting, list(glance.meetings)
        self.window.header.show_meeting(glance.meeting)
        self.window.header.offer_meetings(self.meetings)
        self.archive.show_meetings(self.meetings)
        self.report.show_report(glance.meeting, glance.document, complete=False)
        self.overview.show_meeting(glance.meeting)
        place = place_of(self.settings)
        if place in self.desk:
            self.place = place  # its page has to ask the record, which :meth:`attach` brings
            self.window.places.show_place(place)
        else:
            self.go(place)

    def attach(self, bench: Bench) -> None:
        """The record is open: subscribe, settle what a killed program left, show all of it."""
        self._bench = bench
        bench.store.subscribe(self.hub.announce)
        bench.reports.settle_all()
        bench.store.seal()
        self.read_meetings()
        wanted = self.meeting.id if self.meeting else None
        known = next(
            (m for m in self.meetings if m.id == wanted), self.meetings[0] if self.meetings else None
        )
        if known is not None:
            self.show_meeting(known, self.place)
        else:
            self.show_first_start()
        if self.meeting is not None:
            self.window.status.show_saved(None)
        self.safekeeping = Safekeeping(bench.store, self.jobs, self.warn, self)
        self._enable()

    @property
    def has_meeting(self) -> bool:
        return self.meeting is not None

    @property
    def bench(self) -> Bench:
        if self._bench is None:
            self._need_bench()
        if self._bench is None:
            raise RuntimeError("the record is not open")
        return self._bench

    @property
    def store(self) -> Store | None:
        """``None`` before the record is open: asking does not open it."""
        return self._bench.store if self._bench else None

    def the_bench(self) -> Bench:
        return self.bench

    # Where one is

    def go(self, place: Place) -> None:
        self.leave_page()
        before = self.window.pages.currentWidget()
        self.place = place
        self.window.places.show_place(place)
        page = self._page(place)
        self.window.show_page(page, page_view=place is Place.REPORT and self.report.document is not None)
        if self._bench is not None and place is Place.OVERVIEW:
            self.overview.read_again()
        if place is Place.ARCHIVE:
            self.archive.table.setFocus()
        elif place is not Place.OVERVIEW:
            page.take_focus()
        self._let_go(before)
        self.settings.setValue("place", place.value)
        self.news.show_facts()
        self._enable()

    def open_meeting(self, id: UUID) -> None:
        known = next((meeting for meeting in self.meetings if meeting.id == id), None)
        if known is not None:
            self.leave_page()
            self.show_meeting(known, Place.REPORT)

    def new_meeting(self) -> None:
        self.leave_page()
        self.window.show_page(self.first, framed=bool(self.meetings))
        self.first.show_new_meeting()

    @Slot()
    def open_sample(self) -> None:
        code = self.bench.sample.add()
        self.open_meeting(self.bench.meetings.by_code(code).id)

    @Slot(object)
    def add_meeting(self, new: NewMeeting) -> None:
        meetings = self.bench.meetings
        if isinstance(new.begin, UUID):
            id = meetings.new_from(new.begin, **new.facts)
        elif new.begin is not None:
            id = meetings.new_from_template(new.begin, **new.facts)
        else:
            id = meetings.add(**new.facts)
        self.read_meetings()
        known = next(meeting for meeting in self.meetings if meeting.id == id)
        self.show_meeting(known, Place.OVERVIEW)

    @Slot()
    def begin_report(self) -> None:
        if self.meeting is not None:
            self.bench.front_pages.begin_report(self.meeting.id)
            self.go(Place.REPORT)

    # Steps

    def undo(self) -> None:
        self.turning.undo()

    def redo(self) -> None:
        self.turning.redo()

    def restyle(self, name: str) -> None:
        row = self.report.list.current
        if row is not None and row.block is not None:
            self.report.writing.restyle(command_set.styled(name, row))

    def open_palette(self) -> None:
        from gmp_desktop.ui.palette_entries import entries

        self.report.writing.keep()
        self.window.palette_panel.open(
            entries(self, self.commands, self.meetings, self.report.list.rows.rows)
        )

    def find(self) -> None:
        """What one looks for in this place."""
        here = self.desk.here()
        if here is not None:
            here.open_find()
        else:
            self.report.open_find()

    def go_to_row(self, id: UUID) -> None:
        self.go(Place.REPORT)
        self.report.list.go(id)

    # The window

    def quit(self) -> None:
        self.window.close()

    def say(
        self, sentence: str, tone: Tone = Tone.NEWS, action: str = "", act: Callable[[], None] | None = None
    ) -> None:
        self.window.advice.say(sentence, tone, action, act)

    def warn(self, sentence: str) -> None:
        self.say(sentence, Tone.WARNING)

    @Slot()
    def go_back(self) -> None:
        """To the place one came from."""
        if self.meeting is not None:
            self.go(self.place)
            return
        before = self.window.pages.currentWidget()
        self.show_first_start()
        self._let_go(before)

    def _let_go(self, page: QWidget | None) -> None:
        """A page of the moment is gone once another one is in the window."""
        own = (self.overview, self.report, self.archive, self.first, self.window.pages.currentWidget())
        if page is not None and page not in own and not self.desk.keeps(page):
            self.window.pages.removeWidget(page)
            page.deleteLater()

    @Slot()
    def close(self) -> None:
        """Everything typed becomes part of the record before the window goes."""
        if self._bench is not None:
            self.leave_page()
            self._bench.reports.settle_all()
        self.window.page_view.release()

    # Inside

    def _page(self, place: Place) -> Any:
        if place in self.desk:
            return self.desk.shown(place)
        return {Place.OVERVIEW: self.overview, Place.REPORT: self.report, Place.ARCHIVE: self.archive}[place]

    def _build(self, face: ReportFace) -> None:
        look, central = self.window.look, self.window.central
        self.window.complete(PageView(look, self.jobs, draw), Advice(look), Palette(look, central))
        self.overview = OverviewPage(look, self.the_bench)
        self.report = ReportPage(look, self.the_bench, face)
        self.archive = ArchivePage(look)
        self.first = FirstStartPage(look)
        for page in (self.report, self.overview, self.archive, self.first):
            self.window.pages.addWidget(page)
        self.commands = Commands(self.window)
        command_set.fill(self.commands, self)
        self.report.offer(self.commands)
        self.archive.offer(self.commands)
        self.report.outline.setVisible(bool(self.settings.value("outline", False, bool)))

    def _connect(self) -> None:
        window = self.window
        window.places.chosen.connect(self.go)
        window.places.asked_for_keys.connect(self.views.show_keys)
        window.header.meeting_chosen.connect(self.open_meeting)
        window.header.state_chosen.connect(self.set_state)
        window.header.asked_to_find.connect(self.open_palette)
        window.files_dropped.connect(self.paper.open_files)
        window.closing.connect(self.close)
        window.page_view.drawn.connect(self.news.show_facts)
        self.first.asked_for_sample.connect(self.open_sample)
        self.first.asked_to_open.connect(self.paper.ask_to_open)
        self.first.asked_for_new.connect(self._offer_beginnings)
        self.first.meeting_named.connect(self.add_meeting)
        self.first.left.connect(self._first_left)
        self.archive.meeting_chosen.connect(self.open_meeting)
        self.overview.asked_to_go.connect(self.go)
        self.overview.refused.connect(self.news.refused)
        self.report.asked_to_begin.connect(self.begin_report)
        self.report.shown.connect(window.page_view.show_document)
        self.report.moved_to.connect(self.news.moved_to)
        self.report.writing.kept.connect(self.news.kept)
        self.report.writing.removed.connect(self.news.removed)
        self.report.list.opened.connect(self._enable)
        self.report.list.opened.connect(self.window.advice.outdate)
        self.report.list.closed.connect(self._enable)
        self.hub.changed.connect(self.news.on_changed)

    def read_meetings(self) -> None:
        self.meetings = self.bench.meetings.all()
        self.window.header.offer_meetings(self.meetings)
        self.archive.show_meetings(self.meetings)

    def show_meeting(self, meeting: Meeting, place: Place) -> None:
        self.meeting = meeting
        self.bench.store.keep_setting(LAST_MEETING, str(meeting.id))
        self.window.header.show_meeting(meeting)
        self.overview.show_meeting(meeting)
        self.desk.show_meeting(meeting)
        self.show_report()
        self.go(place)

    def show_report(self) -> None:
        report = self.bench.reports.of_meeting(self.meeting.id) if self.meeting else None
        self.report.show_report(self.meeting, self.bench.reports.document(report) if report else None)

    def show_first_start(self) -> None:
        self.meeting = None
        self.window.show_page(self.first, framed=False)
        self.first.show_choices()
        self.window.status.show_words(self.tr("Works without a network. No account."))
        self.window.status.show_facts(
            self.tr("Version {version}").format(version=__version__), self.tr("F1 keys")
        )

    def leave_page(self) -> None:
        page = self.window.pages.currentWidget()
        leave = getattr(page, "leave", None)
        if leave is not None:
            leave()

    @Slot()
    def _first_left(self) -> None:
        if self.meetings:
            self.go(self.place)

    @Slot()
    def _offer_beginnings(self) -> None:
        templates = [(one.key, one.name) for one in self.bench.meetings.templates()]
        self.first.form.offer(self.meetings, templates)

    @Slot(object)
    def set_state(self, state: State) -> None:
        """Forward at once; back with a reason."""
        if self.meeting is None or state is self.meeting.state:
            return
        if goes_back(self.meeting.state, state):
            self.window.header.show_meeting(self.meeting)
            self._ask_for_reason(self.meeting, state)
        else:
            self.bench.meetings.set_state(self.meeting.id, state)

    def _ask_for_reason(self, meeting: Meeting, state: State) -> None:
        from gmp_desktop.ui.dialogs.reason_dialog import ReasonDialog

        dialog = ReasonDialog(self.window.look, state_words(state), self.window)
        dialog.given.connect(partial(self.bench.meetings.set_state, meeting.id, state))
        dialog.finished.connect(dialog.deleteLater)
        self.asking.show(dialog)

    @Slot()
    def _enable(self) -> None:
        enable(self)
