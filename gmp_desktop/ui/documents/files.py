"""Files on their way into the record and out of it: copied in a worker, attached and opened in the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from gmp_desktop.domain.errors import GmpError
from gmp_desktop.ui.asking import Asking
from gmp_desktop.ui.bench import Bench
from gmp_desktop.ui.documents.review_model import Proposed
from gmp_desktop.ui.documents.work_strip import WorkStrip
from gmp_desktop.ui.faults import sentence
from gmp_desktop.ui.jobs import Jobs, Ticket

if TYPE_CHECKING:
    from uuid import UUID

    from gmp_desktop.domain.meeting import Attachment
    from gmp_desktop.services.attachments import Attachments
    from gmp_desktop.services.kept_files import KeptFile
    from gmp_desktop.services.register import Entry


class DocumentFiles(QObject):
    """One piece of work at a time, shown in the strip."""

    said = Signal(str)
    warned = Signal(str)
    looked_at = Signal(object)
    """What files seem to be."""
    taken_in = Signal(object)
    """Entries with their files in the data folder."""

    def __init__(
        self, bench: Callable[[], Bench], jobs: Jobs, asking: Asking, strip: WorkStrip, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._bench, self._jobs, self._asking, self._strip = bench, jobs, asking, strip
        self._ticket: Ticket | None = None
        strip.cancelled.connect(self.cancel)

    @property
    def busy(self) -> bool:
        return self._ticket is not None

    def look_at(self, paths: Sequence[Path], stem: str) -> None:
        self._run(self.tr("Looking at the files"), partial(_looked_at, paths, stem), self.looked_at.emit)

    def take_in(self, lines: Sequence[Proposed]) -> None:
        """Those without a file go along."""
        if any(line.path for line in lines):
            work = partial(_taken_in, self._attachments, lines)
            self._run(self.tr("Copying the files"), work, self.taken_in.emit)
        else:
            self.taken_in.emit([_entry(line, None) for line in lines])

    def attach(self, document_id: UUID) -> None:
        self._asking.file_to_open(
            self.tr("Attach a file"), self.tr("All files (*)"), partial(self._attach, document_id)
        )

    def replace(self, file: Attachment) -> None:
        self._asking.file_to_open(
            self.tr("Replace the file"), self.tr("All files (*)"), partial(self._replace, file)
        )

    def open(self, file: Attachment) -> None:
        words = self.tr("Opening {name}").format(name=file.name)
        self._run(words, partial(_opened, self._attachments, file), self._asking.open_with_system)

    def export(self, file: Attachment) -> None:
        self._asking.file_to_write(
            self.tr("Export the file"), self.tr("All files (*)"), file.name, partial(self._export, file)
        )

    @Slot()
    def cancel(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
            self._end()
            self.said.emit(self.tr("Stopped. Nothing was changed."))

    @property
    def _attachments(self) -> Attachments:
        return self._bench().register.attachments

    def _attach(self, document_id: UUID, path: Path) -> None:
        done = partial(self._attachments.attach, document_id)
        self._run(self._copying(path), partial(_kept, self._attachments, path), done)

    def _replace(self, file: Attachment, path: Path) -> None:
        done = partial(self._attachments.replace, file.id)
        self._run(self._copying(path), partial(_kept, self._attachments, path), done)

    def _export(self, file: Attachment, target: Path) -> None:
        words = self.tr("“{name}” is written.").format(name=target.name)
        work = partial(_exported, self._attachments, file, target)
        self._run(self._copying(target), work, lambda _: self.said.emit(words))

    def _copying(self, path: Path) -> str:
        return self.tr("Copying {name}").format(name=path.name)

    def _run(self, words: str, work: Callable[[Ticket], Any], done: Callable[[Any], object]) -> None:
        if self.busy:
            self.warned.emit(self.tr("Another file is being copied. Nothing was changed; do it again then."))
            return
        self._strip.begin(words)
        self._ticket = self._jobs.run(
            work, partial(self._finish, done), self._fail, self._strip.show_progress
        )

    def _finish(self, done: Callable[[Any], object], result: object) -> None:
        self._end()
        try:
            done(result)
        except GmpError as error:
            self.warned.emit(sentence(error))

    def _fail(self, error: BaseException) -> None:
        self._end()
        if not isinstance(error, GmpError):
            raise error
        self.warned.emit(sentence(error))

    def _end(self) -> None:
        self._ticket = None
        self._strip.hide()


def _looked_at(paths: Sequence[Path], stem: str, ticket: Ticket) -> list[Proposed]:
    from gmp_desktop.services.dropped_files import look_at

    found = look_at(paths, stem, ticket.progress, ticket.cancelled.is_set)
    return [Proposed(file.symbol, file.title, file.path, file.language) for file in found]


def _taken_in(attachments: Attachments, lines: Sequence[Proposed], ticket: Ticket) -> list[Entry]:
    entries = []
    for at, line in enumerate(lines):
        part = partial(_part_of, ticket, at, len(lines))
        kept = attachments.keep(line.path, part, ticket.cancelled.is_set) if line.path else None
        entries.append(_entry(line, kept))
    return entries


def _part_of(ticket: Ticket, at: int, whole: int, fraction: float) -> None:
    ticket.progress((at + fraction) / whole)


def _entry(line: Proposed, kept: KeptFile | None) -> Entry:
    from gmp_desktop.services.register import Entry

    return Entry(line.symbol, line.title, kept, line.language)


def _kept(attachments: Attachments, path: Path, ticket: Ticket) -> KeptFile:
    return attachments.keep(path, ticket.progress, ticket.cancelled.is_set)


def _opened(attachments: Attachments, file: Attachment, ticket: Ticket) -> Path:
    return attachments.open_copy(file)


def _exported(attachments: Attachments, file: Attachment, target: Path, ticket: Ticket) -> None:
    attachments.export(file, target, ticket.progress, ticket.cancelled.is_set)
