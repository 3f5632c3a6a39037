"""The register of documents: the list, the selected one beside it, lists and files before they are taken in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gmp_desktop.domain.changes import Changes
from gmp_desktop.domain.errors import NotFound
from gmp_desktop.domain.inline import plain
from gmp_desktop.domain.meeting import AgendaItem, Attachment, Meeting, MeetingDocument
from gmp_desktop.domain.papers.kinds import PaperKind
from gmp_desktop.domain.register import RegisterKind, without_file
from gmp_desktop.ui.asking import Asking
from gmp_desktop.ui.bench import Bench
from gmp_desktop.ui.commands import Commands
from gmp_desktop.ui.documents.commands import RegisterCommands
from gmp_desktop.ui.documents.desk import RegisterDesk
from gmp_desktop.ui.documents.files import DocumentFiles
from gmp_desktop.ui.documents.lines import name_words
from gmp_desktop.ui.documents.review_model import Proposed
from gmp_desktop.ui.documents.table import local_files
from gmp_desktop.ui.documents.work_strip import WorkStrip
from gmp_desktop.ui.documents.writing import RegisterWriting
from gmp_desktop.ui.jobs import Jobs
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.pages.place_page import PlacePage
from gmp_desktop.ui.palette_matching import Entry
from gmp_desktop.ui.places import Place
from gmp_desktop.ui.wording import count_words

if TYPE_CHECKING:
    from uuid import UUID

_SHOWN_HERE = ("meeting", "agenda_item", "document", "item_document", "attachment")


class DocumentsPage(PlacePage):
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
        self._documents: list[MeetingDocument] = []
        self._items: list[AgendaItem] = []
        self._stem = ""
        self._commands: RegisterCommands | None = None
        self._here = False
        self.strip = WorkStrip(look)
        self.files = DocumentFiles(bench, jobs, asking, self.strip, self)
        self.writing = RegisterWriting(bench, self)
        self.desk = desk = RegisterDesk(look, settings, self.writing.propose)
        self.table, self.filter, self.empty = desk.table, desk.filter, desk.empty
        self.side, self.inspector, self.new, self.review = desk.side, desk.inspector, desk.new, desk.review
        self._build()
        self._connect()

    # What the window asks of a place

    def show_meeting(self, meeting: Meeting | None) -> None:
        if meeting is None or self._meeting is None or meeting.id != self._meeting.id:
            self.inspector.leave()
            self.inspector.forget()
            self.desk.show_list()
            self.desk.close_new()
        self._meeting = meeting
        self.writing.show_meeting(meeting.id if meeting else None)
        self.read_again()

    def read_again(self) -> None:
        if self._meeting is None:
            return
        bench, id = self._bench(), self._meeting.id
        try:
            self._documents, self._stem = bench.register.listing(id)
        except NotFound:  # another meeting is about to be shown
            return
        self._items = bench.meetings.agenda(id)
        self.desk.show_documents(self._documents, self._stem, self._items)
        self._show_side()
        self._show_facts()
        if not self._documents:
            self._show_empty(self._meeting)
        self._enable()

    def on_changed(self, changes: Changes) -> None:
        if changes.touch(*_SHOWN_HERE):
            self.read_again()

    def leave(self) -> None:
        self.inspector.leave()
        if self._meeting is not None:
            self._bench().store.seal()

    def take_focus(self) -> None:
        self.desk.take_focus()

    def offer(self, commands: Commands) -> None:
        self._commands = RegisterCommands(commands, self, self.desk)

    def enable(self, here: bool) -> None:
        self._here = here
        self._enable()

    def open_find(self) -> None:
        self.filter.setFocus()
        self.filter.selectAll()

    def go_to(self, id: object) -> None:
        known = next((document for document in self._documents if document.id == id), None)
        if known is not None:
            self.filter.clear()
            self.table.go(known.id)
            self.table.setFocus()

    def facts(self) -> tuple[str, ...]:
        own = [document for document in self._documents if not document.cited]
        without, cited = len(without_file(own)), len(self._documents) - len(own)
        return (
            count_words(len(own), self.tr("{n} document"), self.tr("{n} documents")) if own else "",
            self.tr("{n} without a file").format(n=f"{without:,}") if without else "",
            self.tr("{n} cited").format(n=f"{cited:,}") if cited else "",
        )

    def entries(self) -> Iterator[Entry]:
        for document in self._documents:
            name, title = name_words(document, self._stem), plain(document.title)
            words = f"{name}  {title}" if title and title != name else name
            go = partial(self.asked_to_go.emit, Place.DOCUMENTS, document.id)
            yield Entry(self.tr("Documents"), words, go, "file-text", document.symbol)

    # What one does here

    def begin_new(self) -> None:
        """The next free symbol stands there already; nothing is registered before Enter."""
        of = self.table.current
        self.inspector.leave()
        self.desk.open_new()
        self.new.begin(self._documents, self._stem, of)

    def paste(self) -> None:
        self.review_text(QGuiApplication.clipboard().text())

    def review_text(self, text: str) -> None:
        """What a list says stands there to be corrected; a text of one word is none."""
        if not text.strip():
            self.warned.emit(
                self.tr("The clipboard holds no text. Copy a list of symbols and paste it then.")
            )
            return
        lines = self.writing.listed(text, self._stem)
        if lines is not None:
            self._review(lines)

    def review_files(self, paths: list[Path]) -> None:
        self.files.look_at(paths, self._stem)

    def ask_for_files(self) -> None:
        self._asking.files_to_open(self.tr("Attach files"), self.tr("All files (*)"), self.review_files)

    def ask_for_list(self) -> None:
        self.asked_for_papers.emit(PaperKind.DOCUMENTS)

    @Slot()
    def open_file(self) -> None:
        if file := self._first_file():
            self.files.open(file)

    def export_file(self) -> None:
        if file := self._first_file():
            self.files.export(file)

    @Slot()
    def remove(self) -> None:
        """The row that stands there afterwards is the current one."""
        lines = self.table.chosen()
        if lines:
            self.inspector.forget()
            row = self.table.currentIndex().row()
            self.writing.remove(lines, self._stem)
            after = self.table.rows.line(row) or self.table.rows.line(row - 1)
            self.table.go(after.document.id if after else None)

    @Slot()
    def _take_over(self) -> None:
        self._review(self.writing.listed_before())

    @Slot(object)
    def _review(self, lines: list[Proposed]) -> None:
        self.inspector.leave()
        self.review.show_lines(lines, self._documents, self._stem)
        self.desk.show_review()
        self._enable()

    @Slot()
    def _leave_review(self) -> None:
        self.desk.show_list()
        self._enable()
        self.take_focus()

    @Slot(object)
    def _show_registered(self, ids: list[UUID]) -> None:
        self._leave_review()
        if ids:
            self.table.go(ids[0])

    @Slot(str, str)
    def _add(self, symbol: str, title: str) -> None:
        added = self.writing.add(symbol, title)
        if added is not None:
            self.desk.close_new()
            self.filter.clear()
            self.table.go(added)
            self._show_side()
            self.table.setFocus()

    @Slot()
    def _leave_new(self) -> None:
        self.desk.close_new()
        self._show_side()
        self.take_focus()

    @Slot()
    def _attach(self) -> None:
        if self.inspector.document is not None:
            self.files.attach(self.inspector.document.id)

    @Slot()
    def _edit_current(self) -> None:
        if self.inspector.document is not None:
            self.desk.close_new()
            self._show_side()
            self.inspector.take_focus()

    @Slot()
    def _to_table(self) -> None:
        self.inspector.leave()
        self.table.setFocus()

    @Slot(str)
    def _filter(self, letters: str) -> None:
        kept = self.table.current
        self.table.rows.filter(letters)
        self.table.renewed(kept)

    @Slot(object)
    def _moved_to(self, document: MeetingDocument | None) -> None:
        shown = self.inspector.document
        if shown is not None and (document is None or shown.id != document.id):
            self.inspector.leave()
            self._bench().store.seal()
        self._show_side()
        self._enable()

    # How it is shown

    def _show_side(self) -> None:
        self.desk.show_side(self._documents, self._stem, self._items)

    def _show_facts(self) -> None:
        self.desk.head.show_facts(*(self.facts() if self.desk.has_room_for_facts else ()))

    def _show_empty(self, meeting: Meeting) -> None:
        register = self._bench().register
        code, _ = register.list_before(meeting.id)
        self._over.setText(self.tr("Take over the list of {code}").format(code=code))
        self._over.setVisible(bool(code))
        symbol = register.propose(meeting.id, RegisterKind.WORKING).symbol
        hint = self.tr("Or drop files here. The next symbol will be {symbol}.").format(symbol=symbol)
        self.empty.show_hint(hint if symbol else self.tr("Or drop files here."))

    def _first_file(self) -> Attachment | None:
        document = self.inspector.document
        return document.attachments[0] if document and document.attachments else None

    def _enable(self) -> None:
        if self._commands is not None:
            self._commands.enable(
                here=self._here and self._meeting is not None and not self.desk.reviews,
                some=bool(self._documents),
                on_one=self.inspector.document is not None,
                has_file=self._first_file() is not None,
            )

    def _build(self) -> None:
        self.setAcceptDrops(True)
        self.empty.add_button(self.tr("New document"), self.begin_new, "plus", primary=True)
        self._over = self.empty.add_button("", self._take_over)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.desk, 1)
        column.addWidget(self.strip)

    def _connect(self) -> None:
        table, writing, files, shown = self.table, self.writing, self.files, self.inspector.files
        self.filter.textChanged.connect(self._filter)
        table.moved_to.connect(self._moved_to)
        table.asked_to_edit.connect(self._edit_current)
        table.asked_to_remove.connect(self.remove)
        table.asked_to_open.connect(self.open_file)
        table.pasted.connect(self.review_text)
        table.dropped.connect(self.review_files)
        self.side.left.connect(self._to_table)
        self.inspector.edited.connect(writing.edit)
        self.inspector.refused.connect(self.warned)
        self.inspector.adopted.connect(writing.adopt)
        shown.asked_to_open.connect(files.open)
        shown.asked_to_export.connect(files.export)
        shown.asked_to_replace.connect(files.replace)
        shown.asked_to_detach.connect(writing.detach)
        shown.asked_to_attach.connect(self._attach)
        self.new.named.connect(self._add)
        self.new.left.connect(self._leave_new)
        self.review.accepted.connect(files.take_in)
        self.review.left.connect(self._leave_review)
        files.looked_at.connect(self._review)
        files.taken_in.connect(writing.add_many)
        writing.registered.connect(self._show_registered)
        for source in (writing, files):
            source.said.connect(self.said)
            source.warned.connect(self.warned)
        writing.removed.connect(self.removed)

    # Qt's side

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A list of symbols can be pasted into the empty place too."""
        if event.matches(QKeySequence.StandardKey.Paste) and not self._documents:
            self.paste()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_facts()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = local_files(event)
        if files and self._meeting is not None:
            event.acceptProposedAction()
            self.review_files(files)
