"""Who stands in the window and what happens there: pages, commands and services brought together."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, QSettings, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from gmp_desktop import __version__
from gmp_desktop.domain.changes import Changes
from gmp_desktop.domain.meeting import Meeting, State
from gmp_desktop.store.glance import Glance
from gmp_desktop.store.schema import LAST_MEETING
from gmp_desktop.ui import command_set
from gmp_desktop.ui.advice import Advice, Tone
from gmp_desktop.ui.asking import Asking
from gmp_desktop.ui.bench import Bench
from gmp_desktop.ui.commands import Commands
from gmp_desktop.ui.drawing import draw
from gmp_desktop.ui.hub import Hub
from gmp_desktop.ui.jobs import Jobs
from gmp_desktop.ui.look import Scheme
from gmp_desktop.ui.main_window import MainWindow
from gmp_desktop.ui.pages.archive_page import ArchivePage
from gmp_desktop.ui.pages.first_start_page import FirstStartPage
from gmp_desktop.ui.pages.overview_page import OverviewPage
from gmp_desktop.ui.pages.report_face import ReportFace
from gmp_desktop.ui.pages.report_page import ReportPage
from gmp_desktop.ui.paper_work import PaperWork
from gmp_desktop.ui.places import Place, place_of
from gmp_desktop.ui.widgets.page_view import PageView
from gmp_desktop.ui.widgets.palette import Palette
from gmp_desktop.ui.wording import count_words, step_words


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
        self._settings, self._need_bench, self._now = settings, need_bench, now
        self._bench: Bench | None = None
        self._meeting: Meeting | None = None
        self._meetings: list[Meeting] = []
        self._place = Place.REPORT
        self.hub = Hub(self)
        self.asking = Asking(window)
        self.paper = PaperWork(self)
        self._build(face)
        self._connect()
        self._enable()

    # What the program starts with

    def show_glance(self, glance: Glance | None) -> None:
        """What is known before the record is open."""
        if glance is None or glance.meeting is None:
            self._show_first_start()
            return
        self._meeting, self._meetings = glance.meeting, list(glance.meetings)
        self.window.header.show_meeting(glance.meeting)
        self.window.header.offer_meetings(self._meetings)
        self.archive.show_meetings(self._meetings)
        self.report.show_report(glance.meeting, glance.document, complete=False)
        self.overview.show_meeting(glance.meeting)
        self.go(place_of(self._settings))

    def attach(self, bench: Bench) -> None:
        """The record is open: subscribe, settle what a killed program left, show all of it."""
        self._bench = bench
        bench.store.subscribe(self.hub.announce)
        bench.reports.settle_all()
        bench.store.seal()
        self._read_meetings()
        wanted = self._meeting.id if self._meeting else None
        known = next(
            (m for m in self._meetings if m.id == wanted), self._meetings[0] if self._meetings else None
        )
        if known is not None:
            self._show_meeting(known, self._place)
        else:
            self._show_first_start()
        if self._meeting is not None:
            self.window.status.show_saved(None)
        self._enable()

    @property
    def has_meeting(self) -> bool:
        return self._meeting is not None

    @property
    def bench(self) -> Bench:
        if self._bench is None:
            self._need_bench()
        if self._bench is None:
            raise RuntimeError("the record is not open")
        return self._bench

    def the_bench(self) -> Bench:
        return self.bench

    # Where one is

    def go(self, place: Place) -> None:
        self._leave_page()
        self._place = place
        self.window.places.show_place(place)
        page = {Place.OVERVIEW: self.overview, Place.REPORT: self.report, Place.ARCHIVE: self.archive}[place]
        self.window.show_page(page, page_view=place is Place.REPORT and self.report.document is not None)
        if self._bench is not None and place is Place.OVERVIEW:
            self.overview.read_again()
        if place is Place.REPORT:
            self.report.list.setFocus()
        elif place is Place.ARCHIVE:
            self.archive.table.setFocus()
        self._settings.setValue("place", place.value)
        self._show_facts()
        self._enable()

    def open_meeting(self, id: UUID) -> None:
        known = next((meeting for meeting in self._meetings if meeting.id == id), None)
        if known is not None:
            self._leave_page()
            self._show_meeting(known, Place.REPORT)

    def new_meeting(self) -> None:
        self._leave_page()
        self.window.show_page(self.first, framed=bool(self._meetings))
        self.first.show_new_meeting()

    @Slot()
    def open_sample(self) -> None:
        code = self.bench.sample.add()
        self.open_meeting(self.bench.meetings.by_code(code).id)

    @Slot(object)
    def add_meeting(self, facts: dict[str, Any]) -> None:
        id = self.bench.meetings.add(**facts)
        self._read_meetings()
        known = next(meeting for meeting in self._meetings if meeting.id == id)
        self._show_meeting(known, Place.OVERVIEW)

    @Slot()
    def begin_report(self) -> None:
        if self._meeting is not None:
            self.bench.front_pages.begin_report(self._meeting.id)
            self.go(Place.REPORT)

    # Steps

    def undo(self) -> None:
        self._leave_page()
        self._turn(self.bench.store.undo(), self.tr("Taken back."))

    def redo(self) -> None:
        self._leave_page()
        self._turn(self.bench.store.redo(), self.tr("Done again."))

    def restyle(self, name: str) -> None:
        row = self.report.list.current
        if row is not None and row.block is not None:
            self.report.writing.restyle(command_set.styled(name, row))

    def open_palette(self) -> None:
        from gmp_desktop.ui.palette_entries import entries

        self.report.writing.keep()
        self.window.palette_panel.open(
            entries(self, self.commands, self._meetings, self.report.list.rows.rows)
        )

    def go_to_row(self, id: UUID) -> None:
        self.go(Place.REPORT)
        self.report.list.go(id)

    # Files and paper

    @Slot()
    def ask_to_open(self) -> None:
        filters = self.tr("Reports and packages (*.txt *.docx *.pdf *.json);;All files (*)")
        self.asking.file_to_open(self.tr("Open a report or a package"), filters, self.open_file)

    @Slot(list)
    def open_files(self, files: list[str]) -> None:
        if files:
            self.open_file(Path(files[0]))

    def open_file(self, path: Path) -> None:
        self._leave_page()
        if path.suffix.lower() == ".json":
            self.paper.take_package(path)
        else:
            self.paper.review(path)

    def opened(self, code: str) -> None:
        """An import became this meeting."""
        self._read_meetings()
        self.open_meeting(self.bench.meetings.by_code(code).id)

    def export(self) -> None:
        self._leave_page()
        self.paper.export(self.report.document, self._meeting)

    def print(self) -> None:
        self._leave_page()
        self.paper.print(self.report.document)

    def preview(self) -> None:
        self._leave_page()
        self.paper.preview(self.report.document)

    # The window

    def quit(self) -> None:
        self.window.close()

    def say(
        self, sentence: str, tone: Tone = Tone.NEWS, action: str = "", act: Callable[[], None] | None = None
    ) -> None:
        self.window.advice.say(sentence, tone, action, act)

    def choose_scheme(self, scheme: Scheme) -> None:
        self._settings.setValue("scheme", scheme.value)
        self.window.look.choose(scheme)
        self._enable()

    def toggle_page_view(self) -> None:
        self.window.want_page_view(not self.window.page_view.isVisible())
        self._show_facts()
        self._enable()

    def toggle_outline(self) -> None:
        shown = not self.report.outline.isVisible()
        self.report.outline.setVisible(shown)
        self._settings.setValue("outline", shown)
        self._enable()

    def toggle_full_screen(self) -> None:
        self.window.setWindowState(self.window.windowState() ^ self.window.windowState().WindowFullScreen)

    def show_keys(self) -> None:
        from gmp_desktop.ui.pages.keys_page import KeysPage

        self._leave_page()
        page = KeysPage(self.window.look, self.commands)
        self.window.pages.addWidget(page)
        page.left.connect(self.go_back)
        self.window.show_page(page, framed=self._meeting is not None)
        page.back.setFocus()

    @Slot()
    def go_back(self) -> None:
        """To the place one came from; a page of the moment is gone then."""
        gone = self.window.pages.currentWidget()
        if self._meeting is None:
            self._show_first_start()
        else:
            self.go(self._place)
        if gone not in (self.overview, self.report, self.archive, self.first) and gone is not None:
            self.window.pages.removeWidget(gone)
            gone.deleteLater()

    @Slot()
    def close(self) -> None:
        """Everything typed becomes part of the record before the window goes."""
        if self._bench is not None:
            self._leave_page()
            self._bench.reports.settle_all()
        self.window.page_view.release()

    # Inside

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
        self.report.outline.setVisible(bool(self._settings.value("outline", False, bool)))

    def _connect(self) -> None:
        window = self.window
        window.places.chosen.connect(self.go)
        window.places.asked_for_keys.connect(self.show_keys)
        window.header.meeting_chosen.connect(self.open_meeting)
        window.header.state_chosen.connect(self._set_state)
        window.header.asked_to_find.connect(self.open_palette)
        window.files_dropped.connect(self.open_files)
        window.closing.connect(self.close)
        window.page_view.drawn.connect(self._show_facts)
        self.first.asked_for_sample.connect(self.open_sample)
        self.first.asked_to_open.connect(self.ask_to_open)
        self.first.meeting_named.connect(self.add_meeting)
        self.first.left.connect(self._first_left)
        self.archive.meeting_chosen.connect(self.open_meeting)
        self.overview.asked_for_report.connect(self._go_to_report)
        self.report.asked_to_begin.connect(self.begin_report)
        self.report.shown.connect(window.page_view.show_document)
        self.report.moved_to.connect(self._moved_to)
        self.report.writing.kept.connect(self._kept)
        self.report.writing.removed.connect(self._removed)
        self.report.list.opened.connect(self._enable)
        self.report.list.closed.connect(self._enable)
        self.hub.changed.connect(self._on_changed)

    def _read_meetings(self) -> None:
        self._meetings = self.bench.meetings.all()
        self.window.header.offer_meetings(self._meetings)
        self.archive.show_meetings(self._meetings)

    def _show_meeting(self, meeting: Meeting, place: Place) -> None:
        self._meeting = meeting
        self.bench.store.keep_setting(LAST_MEETING, str(meeting.id))
        self.window.header.show_meeting(meeting)
        self.overview.show_meeting(meeting)
        self._show_report()
        self.go(place)

    def _show_report(self) -> None:
        report = self.bench.reports.of_meeting(self._meeting.id) if self._meeting else None
        self.report.show_report(self._meeting, self.bench.reports.document(report) if report else None)

    def _show_first_start(self) -> None:
        self._meeting = None
        self.window.show_page(self.first, framed=False)
        self.first.show_choices()
        self.window.status.show_words(self.tr("Works without a network. No account."))
        self.window.status.show_facts(
            self.tr("Version {version}").format(version=__version__), self.tr("F1 keys")
        )

    def _leave_page(self) -> None:
        page = self.window.pages.currentWidget()
        leave = getattr(page, "leave", None)
        if leave is not None:
            leave()

    @Slot()
    def _first_left(self) -> None:
        if self._meetings:
            self.go(self._place)

    @Slot()
    def _go_to_report(self) -> None:
        self.go(Place.REPORT)

    @Slot(object)
    def _set_state(self, state: State) -> None:
        if self._meeting is not None and state is not self._meeting.state:
            self.bench.meetings.set_state(self._meeting.id, state)

    def _turn(self, changes: Changes | None, words: str) -> None:
        if changes is not None:
            self.window.advice.clear()
            self.window.status.show_saved(self._now())
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.window, words))

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        self.window.status.show_saved(self._now())
        if changes.touch("meeting"):
            self._read_meetings()
            self._follow_meeting()
        if self._meeting is not None and changes.touch("document", "block", "set_aside"):
            self._show_report()
            self.window.want_pages(self._shows_pages())
        if self._place is Place.OVERVIEW and self._meeting is not None:
            self.overview.read_again()
        self._show_facts()
        self._enable()

    def _follow_meeting(self) -> None:
        """The meeting in the window, as it is now; another one where it is gone."""
        own = self._meeting.id if self._meeting else None
        now = next((meeting for meeting in self._meetings if meeting.id == own), None)
        if own is None:
            return
        if now is None and self._meetings:
            self._show_meeting(self._meetings[0], self._place)
        elif now is None:
            self._show_first_start()
        else:
            self._meeting = now
            self.window.header.show_meeting(now)

    def _shows_pages(self) -> bool:
        return self.window.pages.currentWidget() is self.report and self.report.document is not None

    @Slot()
    def _kept(self) -> None:
        self.window.status.show_saved(self._now())
        self.window.page_view.show_document(self.report.document_being_written())

    @Slot(str)
    def _removed(self, name: str) -> None:
        self.say(self.tr("{name} was removed.").format(name=name), Tone.NEWS, self.tr("Undo"), self.undo)

    @Slot(object)
    def _moved_to(self, row: object) -> None:
        current = self.report.list.current
        self.window.page_view.follow(current.id if current else None)
        if self.report.outline.isVisible():
            self.report.outline.follow(self.report.list.rows.rows, current.id if current else None)
        self._show_facts()

    @Slot()
    def _show_facts(self) -> None:
        if self._place is not Place.REPORT or self.report.document is None or self._bench is None:
            self.window.status.show_facts("")
            return
        words, paragraphs = self.report.counts()
        pages = self.window.page_view.page_count if self.window.page_view.isVisible() else 0
        self.window.status.show_facts(
            count_words(words, self.tr("{n} word"), self.tr("{n} words")),
            count_words(pages, self.tr("{n} page"), self.tr("{n} pages")) if pages else "",
            self.report.where(paragraphs),
        )

    @Slot()
    def _enable(self) -> None:
        """Commands can be chosen exactly when they can be done; undo and redo say what they would do."""
        commands, here = self.commands, self.window.pages.currentWidget() is self.report
        has_report = self.report.document is not None
        row = self.report.list.current
        has_block = here and has_report and row is not None and row.block is not None
        writing = here and self.report.list.editing is not None
        for name in ("export", "print", "preview", "front", "set-aside", "find", "add"):
            commands[name].setEnabled(has_report and (here or name in ("export", "print", "preview")))
        for name in ("edit", "join", "up", "down", "remove", *command_set.STYLES):
            commands[name].setEnabled(has_block)
        for name in ("italic", "bold", "split"):
            commands[name].setEnabled(writing)
        for name in (Place.OVERVIEW, Place.REPORT):
            commands[name].setEnabled(self._meeting is not None)
        commands["page-view"].setChecked(self.window.page_view.isVisible())
        commands["outline"].setChecked(self.report.outline.isVisibleTo(self.report))
        commands[self.window.look.chosen].setChecked(True)
        self._name_steps()

    def _name_steps(self) -> None:
        store = self._bench.store if self._bench else None
        for name, words, step in (
            ("undo", self.tr("Undo {step}"), store.undo_name() if store else None),
            ("redo", self.tr("Redo {step}"), store.redo_name() if store else None),
        ):
            action = self.commands[name]
            action.setText(words.format(step=step_words(*step)) if step else words.format(step="").strip())
            action.setEnabled(step is not None or self.report.list.editing is not None)
