"""Participants from a spreadsheet, as a page of their place: file, columns, duplicates, take in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSettings, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gmp_desktop.domain.errors import GmpError
from gmp_desktop.domain.meeting import Meeting
from gmp_desktop.domain.registration.headings import Field
from gmp_desktop.ui.asking import Asking
from gmp_desktop.ui.bench import Bench
from gmp_desktop.ui.faults import sentence
from gmp_desktop.ui.importing.panels import ImportPanels, Step
from gmp_desktop.ui.importing.work import Read, Stopped, heeding, look_at, read
from gmp_desktop.ui.jobs import Jobs, Ticket
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.one_job import OneJob
from gmp_desktop.ui.wording import count_words

if TYPE_CHECKING:
    from gmp_desktop.services.participant_import import Plan, Result


class ParticipantImportPage(QWidget):
    """``done`` carries the result, ``left`` tells that nothing was taken; either way the place shows itself again."""

    done = Signal(object)
    left = Signal()
    said = Signal(str)
    warned = Signal(str)

    def __init__(
        self,
        look: Look,
        bench: Callable[[], Bench],
        jobs: Jobs,
        asking: Asking,
        settings: QSettings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bench, self._asking = bench, asking
        self._meeting: Meeting | None = None
        self._source: Path | str = ""
        self._how: dict[str, Any] = {}
        self._read: Read | None = None
        self._plan: Plan | None = None
        self._result: Result | None = None
        self._job = OneJob(jobs)
        self.panels = panels = ImportPanels(look)
        self.file, self.columns, self.foot = panels.file, panels.columns, panels.foot
        self.duplicates, self.taking = panels.duplicates, panels.taking
        self._writing: Event | None = None
        self._step = Step.WAITING
        self._build()

    @property
    def is_under_way(self) -> bool:
        """Something was read and is neither taken in nor left."""
        return bool(self._source)

    def show_meeting(self, meeting: Meeting | None) -> None:
        """Whose participants they become; another meeting ends an import that is under way."""
        other = meeting is None or self._meeting is None or meeting.id != self._meeting.id
        if other and self._read is not None and self._writing is None:
            self._end()
        self._meeting = meeting

    def show_file(self, path: Path) -> None:
        self._begin(path, path.name)

    def show_text(self, text: str) -> None:
        """Cells that were copied from a spreadsheet."""
        self._begin(text, self.tr("Copied cells"))

    def choose_file(self) -> None:
        """Ask for the file first."""
        filters = self.tr("Tables (*.xlsx *.xls *.ods *.csv *.tsv *.txt);;All files (*)")
        self._asking.file_to_open(self.tr("Import participants"), filters, self.show_file)

    def leave(self) -> None:
        """Going elsewhere keeps the import as it stands; it was never written."""

    def take_focus(self) -> None:
        match self._step:
            case Step.FILE:
                self.file.take_focus()
            case Step.COLUMNS:
                self.columns.take_focus()
            case Step.DUPLICATES if self.duplicates.waits:
                self.duplicates.take_focus()
            case Step.WAITING:
                self.foot.cancel.setFocus()
            case _:
                self.foot.next.setFocus()

    # What happens, step by step

    def _begin(self, source: Path | str, name: str) -> None:
        if self._writing is not None:
            self.warned.emit(self.tr("The import before is still being written. Nothing was read."))
            return
        self._end()
        self._source, self._how = source, {"name": name}
        self._read_source(Step.COLUMNS)

    def _read_source(self, then: Step) -> None:
        if self._meeting is None:
            return
        self._wait(self.tr("Reading the file. Nothing is written yet."), Step.FILE)
        work = partial(read, self._bench(), self._source, dict(self._how), self._meeting.id)
        self._run(work, partial(self._show_read, then), failed_at=Step.FILE)

    def _show_read(self, then: Step, found: Read) -> None:
        self._read, self._plan = found, None
        sheet = found.sheet
        self.panels.show_sheet(sheet)
        self.columns.show_sheet(sheet, found.offer.mapping)
        self._show_understood(found)
        self._go(then)

    @Slot(dict)
    def _correct(self, how: dict[str, Any]) -> None:
        """Read the same file otherwise, and stay to see whether that was right."""
        if how.keys() & {"encoding", "delimiter", "sheet"}:
            self._how.pop("head_row", None)
        self._how |= how
        self._read_source(Step.FILE)

    @Slot(int, object)
    def _choose(self, column: int, field: Field) -> None:
        if self._read is not None:
            self._understand(self._read.becoming(column, field))

    @Slot(str, str)
    def _answer(self, key: str, answer: str) -> None:
        if self._read is not None:
            self._understand(self._read.answered(key, answer))

    def _understand(self, changed: Read) -> None:
        """Look at the columns anew; what is shown stays until that is done."""
        if self._meeting is None:
            return
        self._read, self._plan = changed, None
        self.foot.next.setEnabled(False)
        work = partial(look_at, self._bench(), changed, self._meeting.id)
        self._run(work, self._show_understood, failed_at=Step.COLUMNS)

    def _show_understood(self, found: Read) -> None:
        self._read = found
        self.columns.show_understood(found.understood, found.offer.mapping, found.people, found.problems)
        self.foot.next.setEnabled(self._step is not Step.COLUMNS or not found.problems)

    def _check(self) -> None:
        if self._plan is not None:
            self._go(Step.DUPLICATES)
            return
        if self._read is None or self._meeting is None:
            return
        self._wait(
            self.tr("Looking for people who are here already. Nothing is written yet."), Step.DUPLICATES
        )
        sheet, mapping, meeting = self._read.sheet, self._read.offer.mapping, self._meeting.id
        service = self._bench().participant_import

        def work(ticket: Ticket) -> Plan:
            return service.plan(sheet, mapping, meeting, heeding(ticket, ticket.cancelled))

        self._run(work, self._show_plan, failed_at=Step.COLUMNS)

    def _show_plan(self, plan: Plan) -> None:
        self._plan = plan
        self.duplicates.show_plan(plan)
        self._go(Step.DUPLICATES)

    def _take(self) -> None:
        if self._plan is None:
            return
        plan, decisions, service = (
            self._plan,
            dict(self.duplicates.decisions),
            self._bench().participant_import,
        )
        self._writing = given_up = Event()
        self.foot.next.setEnabled(False)
        self.foot.back.hide()
        self.taking.show_progress(0)
        self.foot.cancel.setFocus()

        def work(ticket: Ticket) -> Result:
            return service.take(plan, decisions, heeding(ticket, given_up))

        failed = partial(self._failed, Step.TAKE_IN)
        self._job.run(work, self._show_result, failed, self.taking.show_progress)

    def _show_result(self, result: Result) -> None:
        self._result, self._writing = result, None
        self.taking.show_result(result)
        told = count_words(
            result.registered, self.tr("{n} participant registered."), self.tr("{n} participants registered.")
        )
        self.said.emit(told)
        if not result.refused:
            self._finish()
            return
        self.foot.cancel.hide()
        self.foot.say(self.tr("Done"))
        self.taking.save.setFocus()

    @Slot()
    def _save_refused(self) -> None:
        name = f"{Path(self._result.sheet.name).stem}-{self.tr('not-taken')}.csv" if self._result else ""
        self._asking.file_to_write(
            self.tr("Save the refused rows"), self.tr("CSV (*.csv);;XLSX (*.xlsx)"), name, self._write_refused
        )

    def _write_refused(self, path: Path) -> None:
        if self._result is not None:
            path = path if path.suffix else path.with_suffix(".csv")
            self._bench().participant_import.write_refused(self._result, path)
            self.said.emit(self.tr("The refused rows are in {name}.").format(name=path.name))

    # The foot

    @Slot()
    def _go_on(self) -> None:
        if self._result is not None:
            self._finish()
        elif self._step is Step.FILE:
            self._go(Step.COLUMNS)
        elif self._step is Step.COLUMNS:
            self._check()
        elif self._step is Step.DUPLICATES:
            self._go(Step.TAKE_IN)
        else:
            self._take()

    @Slot()
    def _go_back(self) -> None:
        if self._step > Step.FILE:
            self._go(Step(self._step - 1))

    @Slot()
    def _give_up(self) -> None:
        """Leave it. What is being written tells first whether it was still to be stopped."""
        if self._writing is not None:
            self._writing.set()
            self.foot.cancel.setEnabled(False)
        elif self._result is not None:
            self._finish()
        else:
            self._leave()

    def _leave(self) -> None:
        self._end()
        self.left.emit()

    def _finish(self) -> None:
        result = self._result
        self._end()
        self.done.emit(result)

    def _end(self) -> None:
        self._job.stop()
        self._read = self._plan = self._result = None
        self._source = ""

    def _go(self, step: Step) -> None:
        self._step = step
        self.panels.show_step(step)
        words = {
            Step.FILE: self.tr("Understand columns"),
            Step.COLUMNS: self.tr("Check duplicates"),
            Step.DUPLICATES: self.tr("Look it over"),
        }
        count = 1
        if step is Step.TAKE_IN and self._plan is not None:
            count = self.taking.show_plan(self._plan, self.duplicates.decisions)
            words[step] = count_words(count, self.tr("Take in {n} person"), self.tr("Take in {n} people"))
        self.foot.show_step(words[step], back=step > Step.FILE)
        stopped = step is Step.COLUMNS and self._read is not None and bool(self._read.problems)
        self.foot.next.setEnabled(count > 0 and not stopped)
        self.take_focus()

    @Slot()
    def _show_file_step(self) -> None:
        if self._read is not None and self._step in (Step.COLUMNS, Step.DUPLICATES):
            self._go(Step.FILE)

    # Work away from the window

    def _run(self, work: Callable[[Ticket], Any], done: Callable[[Any], None], failed_at: Step) -> None:
        self._job.run(work, done, partial(self._failed, failed_at), self.panels.waiting.show_progress)

    def _failed(self, at: Step, error: BaseException) -> None:
        """The sentence at the foot, and back to where something can be done about it."""
        self._writing = None
        if isinstance(error, Stopped):
            self._leave()
        elif not isinstance(error, GmpError):
            self._leave()
            raise error
        else:
            self.warned.emit(sentence(error))
            if self._read is None:
                self._leave()
            else:
                self._how = dict(self._read.how)
                self._go(at)

    def _wait(self, words: str, step: Step) -> None:
        self._step = Step.WAITING
        self.panels.wait(words, step)
        if self._read is None:
            self.panels.show_source(str(self._how.get("name", "")))

    def _build(self) -> None:
        panels = self.panels
        panels.how_read.clicked.connect(self._show_file_step)
        self.file.corrected.connect(self._correct)
        self.file.another.connect(self.choose_file)
        self.columns.chosen.connect(self._choose)
        self.columns.answered.connect(self._answer)
        self.taking.save_refused.connect(self._save_refused)
        self.foot.given_up.connect(self._give_up)
        self.foot.went_back.connect(self._go_back)
        self.foot.went_on.connect(self._go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(panels)

    # Qt's side

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter goes on, Esc leaves."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self._give_up()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control and self.foot.next.isEnabled():
            self.foot.next.click()
        else:
            super().keyPressEvent(event)
