"""Starting: paint the last meeting first, open the record in the turns of the event loop after it."""

from __future__ import annotations

import gc
import sys
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QLoggingCategory, QObject, QSettings, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from gmp_desktop.store.first_look import forget
from gmp_desktop.ui.kept_look import keep_look, kept_look
from gmp_desktop.ui.look import Look, Scheme
from gmp_desktop.ui.main_window import MainWindow
from gmp_desktop.ui.places import Place, place_of
from gmp_desktop.ui.report.face import ReportFace

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from gmp_desktop.domain.errors import GmpError, WorldFault
    from gmp_desktop.store.glance import Glance
    from gmp_desktop.ui.bench import Bench
    from gmp_desktop.ui.early_input import EarlyInput
    from gmp_desktop.ui.jobs import Jobs
    from gmp_desktop.ui.workbench import Workbench

LOCK, SETTINGS, FILE = "window.lock", "window.ini", "gmp-desktop.db"
BLOCK_HEIGHT = 48
"""Seldom less on the average: a glance at the record shows as many blocks as the window has room for."""
ARGUMENTS = ["gmp-desktop", "-style", "fusion"]
"""The style as an argument: Qt for Python would load all of QStyle, 5 ms, to hand one back from setStyle."""
FONTS_AFTER_MS = 400
PARTS = tuple(
    f"gmp_desktop.ui.{part}"
    for part in (
        "one_window",
        "drawing",
        "widgets.rows_table",
        "report.front_page_form",
        "report.page",
        "pages.first_start_page",
        "pages.overview_page",
        "command_set",
        "asking",
        "widgets.palette",
        "advice",
        "workbench",
    )
)
"""Imported one a turn, each in less time than a person feels; the last needs all before it."""
SWITCH_INTERVAL_S = 0.001
"""So that the window gets its turn while a thread loads or computes: the default of 5 ms is felt in typing."""
QUIET = "qt.text.font.db=false"
"""Remarks on scripts a typeface lacks: the next family of the list has them."""


def start(data: Path, database: str | None, file: Path | None, painted: Callable[[], None] | None) -> int:
    app = QApplication.instance() or QApplication(ARGUMENTS)
    if not isinstance(app, QApplication):
        raise RuntimeError("a window needs a QApplication")
    QLoggingCategory.setFilterRules(QUIET)
    app.setApplicationName("gmp-desktop")
    app.setApplicationDisplayName("GMP Desktop")
    lock = _lock(data)
    if lock is None:
        from gmp_desktop.ui.one_window import hand_over

        return hand_over(data, file)
    program = Program(app, data, database)
    program.show(file, painted)
    code = app.exec()
    program.end()
    lock.unlock()
    return code


def _lock(data: Path) -> QLockFile | None:
    """One window for a data folder; the lock of a killed program is seen to be stale and taken over."""
    try:
        data.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _fault(f"The folder {data} cannot be made: {error.strerror}. Nothing was changed.") from error
    lock = QLockFile(str(data / LOCK))
    lock.setStaleLockTime(0)
    if lock.tryLock(0):
        return lock
    if lock.error() == QLockFile.LockError.LockFailedError:
        return None
    raise _fault(f"Nothing can be written in the folder {data}. Choose another one with --data.")


def _fault(sentence: str) -> WorldFault:
    from gmp_desktop.domain.errors import WorldFault

    return WorldFault(sentence)


class Program(QObject):
    """Owns every part for as long as the program runs.

    First a window with the last report in it; then, while one looks at it, libraries in a thread; then the rest of
    the window and the record.
    """

    _loaded = Signal()
    workbench: Workbench
    jobs: Jobs

    def __init__(self, app: QApplication, data: Path, database: str | None) -> None:
        super().__init__(app)
        self._data, self._database = data, database
        self._file: Path | None = None
        self._painted: Callable[[], None] | None = None
        self._furnished = False
        self._bench: Bench | None = None
        self._early: EarlyInput | None = None
        self._parts = iter(PARTS)
        self._libraries = Thread(target=self._load_libraries, name="libraries", daemon=True)
        self.settings = QSettings(str(data / SETTINGS), QSettings.Format.IniFormat)
        self.look = Look(app, _scheme(self.settings))
        self.window = MainWindow(self.look, self.settings)
        self.face = ReportFace(self.look)
        self.window.pages.addWidget(self.face)
        self._glance: Glance | None = None
        self._looked = database is not None
        self._blocks = self._room()
        self._turns = QTimer(self, interval=0)  # a single shot of 0 would come before what the person does
        self._turns.timeout.connect(self._load_part)
        self._loaded.connect(self._turns.start)

    @property
    def is_whole(self) -> bool:
        """The record is open and everything in the window works."""
        return self._bench is not None

    def show(self, file: Path | None, painted: Callable[[], None] | None) -> None:
        self._file, self._painted = file, painted
        if self._show_report():
            self.window.places.show_place(Place.REPORT)
            self.face.list.asked_to_open.connect(self._write_early)
            self.window.show_page(self.face, page_view=True)
            self.face.list.setFocus()
        elif not self._show_frame():
            self._furnish()
        self.window.painted.connect(self._after_paint)
        self.window.show()

    @Slot()
    def attach(self) -> None:
        """Open the record now, if it is not open yet: after the first paint, or because someone began to write."""
        if self._bench is not None:
            return
        if self._libraries.ident is not None:
            self._libraries.join()
        self._furnish()
        from gmp_desktop.domain.errors import GmpError
        from gmp_desktop.ui.services_at_hand import open_bench

        if self._database is None:
            forget(self._record)  # from here on the record may change, or something in it be erased for good
        try:
            self._bench = open_bench(self._data, self._database)
        except GmpError as error:
            _collect_from_now_on()
            self._cannot_open(error)
            return
        self.workbench.attach(self._bench)
        _collect_from_now_on()
        if self._early is not None:
            self._early.give_back()
        if self._file is not None:
            file, self._file = self._file, None
            self.workbench.paper.open_file(file)

    def end(self) -> None:
        if self._furnished:
            self.jobs.stop()
        if self._bench is not None:
            self._bench.store.close()
            if self._database is None and place_of(self.settings) is Place.REPORT:
                keep_look(self._record, self.window.screen().size().height() // BLOCK_HEIGHT + 1)
        self.settings.sync()
        sys.excepthook = sys.__excepthook__

    @Slot()
    def _after_paint(self) -> None:
        if self._painted is not None:
            self._painted()
        if self._bench is None:  # a place that reads the record has opened it before the first paint
            from gmp_desktop.ui.early_input import EarlyInput

            self._early = EarlyInput(self.window, self.window.windowHandle())
        sys.setswitchinterval(SWITCH_INTERVAL_S)
        self._libraries.start()
        QTimer.singleShot(FONTS_AFTER_MS, self._load_fonts)

    def _load_libraries(self) -> None:
        """What has nothing of Qt in it: the classes of the window are made on the window's own thread."""
        try:
            import gmp_desktop.ui.services_at_hand  # noqa: F401

            self._look_into_record()
        finally:
            self._loaded.emit()  # what failed fails again where it is seen

    @Slot()
    def _load_part(self) -> None:
        """One part of the window in one turn, then all of them made, then the record: the window answers in between.

        Last the pages of places nobody has been to yet.
        """
        part = next(self._parts, None)
        if part is not None:
            import_module(part)
        elif self._bench is None:
            self._open_next()
        else:
            self._turns.stop()

    def _open_next(self) -> None:
        if not self._furnished:
            self._furnish()
            return
        self.attach()
        from gmp_desktop.ui.desk_pages import PAGES

        self._parts = iter([f"gmp_desktop.ui.{module}" for module, _ in PAGES.values()])
        if self._bench is None:
            self._turns.stop()

    def _show_report(self) -> bool:
        """What was kept of the last report when the window was closed, else what the record says; False if nothing."""
        if self._looked or place_of(self.settings) is not Place.REPORT:
            return False
        kept = kept_look(self._record, self._blocks)
        if kept is not None:
            self.window.header.show_words(kept.code, kept.facts, kept.state)
            self.face.show_rows(kept.symbol, kept.rows)
            return True
        self._look_into_record()
        seen = self._glance
        if seen is None or seen.meeting is None or seen.document is None:
            return False
        self.window.header.show_meeting(seen.meeting)
        self.face.show_document(seen.document, complete=False)
        return True

    def _show_frame(self) -> bool:
        """The frame around a place that is filled once the record is open; False where there is no meeting."""
        self._look_into_record()
        if self._glance is None or self._glance.meeting is None:
            return False
        blank = QWidget()
        self.window.header.show_meeting(self._glance.meeting)
        self.window.places.show_place(place_of(self.settings))
        self.window.pages.addWidget(blank)
        self.window.show_page(blank)
        return True

    def _look_into_record(self) -> None:
        if self._looked:
            return
        from gmp_desktop.store.glance import glance

        self._looked = True
        self._glance = glance(self._record, self._blocks)

    @property
    def _record(self) -> Path:
        return self._data / FILE

    def _room(self) -> int:
        window = self.window
        height = window.screen().size().height() if window.isMaximized() else window.height()
        return height // BLOCK_HEIGHT + 1

    def _furnish(self) -> None:
        """The rest of the window around the report that is in it already."""
        if self._furnished:
            return
        from gmp_desktop.ui import faults, jobs, one_window, scroll_areas, workbench

        self._furnished = True
        scroll_areas.answer_readers()
        self.face.list.disconnect(self)
        self.jobs = jobs.Jobs(self)
        self.workbench = workbench.Workbench(self.window, self.face, self.jobs, self.settings, self.attach)
        self.faults = faults.Faults(self.window.advice.say, self._crashed, self)
        self.faults.watch()
        self.workbench.show_glance(self._glance)
        self._door = one_window.Door(self._data, self)
        self._door.knocked.connect(self._open_handed)

    @Slot(object, int)
    def _write_early(self, id: UUID, position: int) -> None:
        """Someone writes before the record is open: it is opened at once."""
        self.attach()
        self.workbench.report.writing.open(id, position)

    @Slot()
    def _load_fonts(self) -> None:
        self.look.load_fonts(self.look.unloaded_fonts())

    @Slot(str)
    def _open_handed(self, file: str) -> None:
        """A second start brought a file, or only asked for the window."""
        self.window.setWindowState(self.window.windowState() & ~self.window.windowState().WindowMinimized)
        self.window.activateWindow()
        self.window.raise_()
        if file:
            self.workbench.paper.open_file(Path(file))

    def _cannot_open(self, error: GmpError) -> None:
        from gmp_desktop.ui.faults import sentence
        from gmp_desktop.ui.pages.closed_page import ClosedPage

        if self._early is not None:
            self._early.forget()
        page = ClosedPage(self.look, sentence(error))
        page.quit_wanted.connect(self.window.close)
        self.window.pages.addWidget(page)
        self.window.show_page(page, framed=False)

    def _crashed(self, report: str) -> None:
        from gmp_desktop.ui.dialogs.crash_dialog import CrashDialog

        dialog = CrashDialog(self.look, report, self.window)
        dialog.finished.connect(dialog.deleteLater)
        self.workbench.asking.show(dialog)


def _collect_from_now_on() -> None:
    """What is there now stays, a hundred thousand things: looking through them would hold up the window."""
    gc.freeze()
    gc.enable()


def _scheme(settings: QSettings) -> Scheme:
    value = str(settings.value("scheme", Scheme.SYSTEM.value))
    return Scheme(value) if value in set(Scheme) else Scheme.SYSTEM
