"""The register of documents: the list, the selected one beside it, lists and files before they are taken in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QSettings, Qt, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QStackedWidget, QVBoxLayout, QWidget

from gmp_desktop.domain.changes import Changes
from gmp_desktop.domain.errors import GmpError, NotFound
from gmp_desktop.domain.inline import plain
from gmp_desktop.domain.meeting import AgendaItem, Attachment, Meeting, MeetingDocument
from gmp_desktop.domain.register import Proposal, RegisterKind, without_file
from gmp_desktop.domain.symbol_lists import read_list
from gmp_desktop.ui.asking import Asking
from gmp_desktop.ui.bench import Bench
from gmp_desktop.ui.commands import Commands
from gmp_desktop.ui.document_files import DocumentFiles
from gmp_desktop.ui.faults import sentence
from gmp_desktop.ui.jobs import Jobs
from gmp_desktop.ui.look import PAGE_MARGIN, Look
from gmp_desktop.ui.pages.place_page import PlacePage
from gmp_desktop.ui.palette_matching import Entry as PaletteEntry
from gmp_desktop.ui.places import Place
from gmp_desktop.ui.register_lines import name_words
from gmp_desktop.ui.review_model import Proposed
from gmp_desktop.ui.widgets.document_inspector import DocumentInspector
from gmp_desktop.ui.widgets.empty import EmptyPlace
from gmp_desktop.ui.widgets.new_document_form import NewDocumentForm
from gmp_desktop.ui.widgets.page_head import PageHead
from gmp_desktop.ui.widgets.register_review import RegisterReview
from gmp_desktop.ui.widgets.register_table import RegisterTable, local_files
from gmp_desktop.ui.widgets.side_column import WIDTH as SIDE_WIDTH
from gmp_desktop.ui.widgets.side_column import SideColumn
from gmp_desktop.ui.widgets.work_strip import WorkStrip
from gmp_desktop.ui.wording import count_words

if TYPE_CHECKING:
    from uuid import UUID

    from gmp_desktop.services.register import Entry, Registered

GROUP = "documents"
FILTER_WIDTH = 300
FACTS_LEAST_WIDTH = 760
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
        self._look, self._bench, self._asking = look, bench, asking
        self._meeting: Meeting | None = None
        self._documents: list[MeetingDocument] = []
        self._items: list[AgendaItem] = []
        self._stem = ""
        self._commands: Commands | None = None
        self._here = False
        self.strip = WorkStrip(look)
        self.files = DocumentFiles(bench, jobs, asking, self.strip, self)
        self.table = RegisterTable(look, settings)
        self._build()
        self._connect()

    # What the window asks of a place

    def show_meeting(self, meeting: Meeting | None) -> None:
        if meeting is None or self._meeting is None or meeting.id != self._meeting.id:
            self.inspector.leave()
            self.inspector.forget()
            self._whole.setCurrentWidget(self._desk)
            self.side.show_content(self.inspector)
        self._meeting = meeting
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
        self._show_rows(self.table.current)
        self._show_facts()
        self._enable()

    def on_changed(self, changes: Changes) -> None:
        if changes.touch(*_SHOWN_HERE):
            self.read_again()

    def leave(self) -> None:
        self.inspector.leave()
        if self._meeting is not None:
            self._bench().store.seal()

    def take_focus(self) -> None:
        if self._whole.currentWidget() is self.review:
            self.review.table.setFocus()
        elif self._documents:
            self.table.setFocus()
        else:
            self.empty.take_focus()

    def offer(self, commands: Commands) -> None:
        self._commands = commands
        commands.name_group(GROUP, self.tr("&Documents"))
        for name, words, run, keys, icon in (
            ("documents-new", self.tr("New document"), self.begin_new, "Ctrl+Shift+N", "plus"),
            ("documents-paste", self.tr("Paste symbols…"), self.paste, (), "copy"),
            ("documents-attach", self.tr("Attach files…"), self.ask_for_files, (), "upload"),
            ("documents-open", self.tr("Open the file"), self._open_first, (), "file-text"),
            ("documents-export", self.tr("Export the file…"), self._export_first, (), "file-down"),
            ("documents-copy", self.tr("Copy the rows"), self.table.copy, (), "copy"),
            ("documents-remove", self.tr("Remove the document"), self._remove, (), "trash-2"),
        ):
            commands.add(name, GROUP, words, run, keys, icon)
        for name, button in (
            ("documents-paste", self._pasting),
            ("documents-attach", self._attaching),
            ("documents-new", self._making),
        ):
            button.serve(commands[name])

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

    def entries(self) -> Iterator[PaletteEntry]:
        for document in self._documents:
            name, title = name_words(document, self._stem), plain(document.title)
            words = f"{name}  {title}" if title and title != name else name
            go = partial(self.asked_to_go.emit, Place.DOCUMENTS, document.id)
            yield PaletteEntry(self.tr("Documents"), words, go, "file-text", document.symbol)

    # What one does here

    def begin_new(self) -> None:
        """The next free symbol stands there already; nothing is registered before Enter."""
        of = self.table.current
        self.inspector.leave()
        self._whole.setCurrentWidget(self._desk)
        self.side.show_content(self.new)
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
        try:
            listed = read_list(text, self._stem)
        except GmpError as error:
            self.warned.emit(sentence(error))
            return
        self._review([Proposed(line.symbol, line.title, wanted=bool(line.symbol)) for line in listed])

    def review_files(self, paths: list[Path]) -> None:
        self.files.look_at(paths, self._stem)

    def ask_for_files(self) -> None:
        self._asking.files_to_open(self.tr("Attach files"), self.tr("All files (*)"), self.review_files)

    def _take_over(self) -> None:
        if self._meeting is not None:
            _, listed = self._bench().register.list_before(self._meeting.id)
            self._review([Proposed(line.symbol, line.title) for line in listed])

    @Slot(object)
    def _review(self, lines: list[Proposed]) -> None:
        self.inspector.leave()
        self.review.show_lines(lines, self._documents, self._stem)
        self._whole.setCurrentWidget(self.review)
        self.review.table.setFocus()
        self._enable()

    @Slot(object)
    def _register(self, entries: list[Entry]) -> None:
        if self._meeting is None:
            return
        result: Registered = self._bench().register.add_many(self._meeting.id, entries)
        self._leave_review()
        if result.added or result.attached:
            self.table.go((*result.added, *result.attached)[0])
        count = len(result.added) + len(result.attached)
        words = count_words(
            count, self.tr("{n} document is registered."), self.tr("{n} documents are registered.")
        )
        self.said.emit(words)
        for entry, why in result.refused:
            self.warned.emit(f"{entry.symbol}: {why}")

    @Slot()
    def _leave_review(self) -> None:
        self._whole.setCurrentWidget(self._desk)
        self._enable()
        self.take_focus()

    @Slot(str, str)
    def _add(self, symbol: str, title: str) -> None:
        if self._meeting is None:
            return
        register, id = self._bench().register, self._meeting.id
        added = self._tried(lambda: register.add(id, symbol=symbol, title=title))
        if added is not None:
            self.side.show_content(self.inspector)
            self.filter.clear()
            self.table.go(added)
            self.table.setFocus()

    @Slot()
    def _leave_new(self) -> None:
        self.side.show_content(self.inspector)
        self._show_side()
        self.take_focus()

    @Slot(object, object)
    def _edit(self, id: UUID, fields: dict[str, Any]) -> None:
        self._tried(lambda: self._bench().register.edit(id, **fields))

    @Slot(object)
    def _adopt(self, id: UUID) -> None:
        self._tried(lambda: self._bench().register.adopt(id))

    @Slot()
    def _remove(self) -> None:
        lines = self.table.chosen()
        if not lines:
            return
        ids = [line.document.id for line in lines]
        several = count_words(len(lines), self.tr("{n} document"), self.tr("{n} documents"))
        name = name_words(lines[0].document, self._stem) if len(lines) == 1 else several
        self.inspector.forget()
        row = self.table.currentIndex().row()
        self._bench().register.remove(*ids)
        after = self.table.rows.line(row) or self.table.rows.line(row - 1)
        self.table.go(after.document.id if after else None)
        self.removed.emit(name)

    @Slot(object)
    def _detach(self, file: Attachment) -> None:
        self._bench().register.attachments.detach(file.id)
        self.removed.emit(file.name)

    @Slot()
    def _attach(self) -> None:
        if self.inspector.document is not None:
            self.files.attach(self.inspector.document.id)

    @Slot()
    def _open_first(self) -> None:
        if file := self._first_file():
            self.files.open(file)

    @Slot()
    def _export_first(self) -> None:
        if file := self._first_file():
            self.files.export(file)

    @Slot()
    def _edit_current(self) -> None:
        if self.inspector.document is not None:
            self.side.show_content(self.inspector)
            self.inspector.take_focus()

    @Slot(QPoint)
    def _show_menu(self, at: QPoint) -> None:
        if self._commands is not None:
            menu: QMenu = self._commands.menu(GROUP)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(at)

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

    def _show_rows(self, kept: UUID | None) -> None:
        self._body.setCurrentWidget(self._framed if self._documents else self.empty)
        self.filter.setVisible(bool(self._documents))
        self._making.setVisible(bool(self._documents))  # the empty place has its own
        self.table.rows.show(self._documents, self._stem, self._items)
        self.table.renewed(kept)
        self._show_side()
        if not self._documents and self._meeting is not None:
            self._show_empty(self._meeting)

    def _show_side(self) -> None:
        """The document under the cursor; the column is there while it has something to say."""
        id = self.table.current if self._documents else None
        document = next((document for document in self._documents if document.id == id), None)
        if document is None:
            self.inspector.forget()
        else:
            others = [other for other in self._documents if other.id != document.id]
            self.inspector.show_document(document, others, self._stem, self._items)
        self.side.setVisible(document is not None or self.side.content is self.new)

    def _show_empty(self, meeting: Meeting) -> None:
        register = self._bench().register
        code, _ = register.list_before(meeting.id)
        self._over.setText(self.tr("Take over the list of {code}").format(code=code))
        self._over.setVisible(bool(code))
        symbol = register.propose(meeting.id, RegisterKind.WORKING).symbol
        hint = self.tr("Or drop files here. The next symbol will be {symbol}.").format(symbol=symbol)
        self.empty.show_hint(hint if symbol else self.tr("Or drop files here."))

    def _show_facts(self) -> None:
        """A narrow head keeps its words for its buttons; the foot of the window tells the facts as well."""
        self.head.show_facts(*(self.facts() if self.width() - SIDE_WIDTH >= FACTS_LEAST_WIDTH else ()))

    def _first_file(self) -> Attachment | None:
        document = self.inspector.document
        return document.attachments[0] if document and document.attachments else None

    def _propose(self, kind: RegisterKind, of: UUID | None) -> Proposal:
        if self._meeting is None:
            return Proposal("")
        return self._bench().register.propose(self._meeting.id, kind, of)

    def _tried(self, step: Callable[[], Any]) -> Any:
        """What a person is refused here is said; what they typed stays in its field."""
        try:
            return step()
        except GmpError as error:
            self.warned.emit(sentence(error))
            return None

    def _enable(self) -> None:
        if self._commands is None:
            return
        here = self._here and self._meeting is not None and self._whole.currentWidget() is self._desk
        on_one = here and self.inspector.document is not None
        has_file = on_one and self._first_file() is not None
        for names, possible in (
            (("documents-new", "documents-paste", "documents-attach"), here),
            (("documents-copy", "documents-remove"), on_one),
            (("documents-open", "documents-export"), has_file),
        ):
            for name in names:
                self._commands[name].setEnabled(possible)

    def _build(self) -> None:
        look = self._look
        self.setAcceptDrops(True)
        self.head = PageHead(look, self.tr("Documents"))
        self._pasting = self.head.add_button(self.tr("Paste symbols…"))
        self._attaching = self.head.add_button(self.tr("Attach files…"))
        self._making = self.head.add_button(self.tr("New document"), "plus", primary=True)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Symbol, title, item…"))
        self.filter.setAccessibleName(self.tr("Find in the documents"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setFixedWidth(FILTER_WIDTH)
        self.empty = self._build_empty()
        self._body = QStackedWidget()
        self._framed = QWidget()
        inside = QVBoxLayout(self._framed)
        inside.setContentsMargins(PAGE_MARGIN - 8, 0, PAGE_MARGIN - 8, 0)
        inside.addWidget(self.table)
        self._body.addWidget(self._framed)
        self._body.addWidget(self.empty)
        self.inspector, self.new = DocumentInspector(look), NewDocumentForm(look, self._propose)
        self.side = SideColumn(look, self.inspector, self.new)
        self.review = RegisterReview(look)
        self._desk = self._build_desk()
        self._whole = QStackedWidget()
        self._whole.addWidget(self._desk)
        self._whole.addWidget(self.review)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._whole, 1)
        column.addWidget(self.strip)

    def _build_desk(self) -> QWidget:
        desk, list_of_them = QWidget(), QVBoxLayout()
        list_of_them.setSpacing(0)
        list_of_them.addWidget(self.head)
        above = QHBoxLayout()
        above.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, 8)
        above.addWidget(self.filter)
        above.addStretch(1)
        list_of_them.addLayout(above)
        list_of_them.addWidget(self._body, 1)
        row = QHBoxLayout(desk)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(list_of_them, 1)
        row.addWidget(self.side)
        return desk

    def _build_empty(self) -> EmptyPlace:
        words = self.tr(
            "Every document of the meeting gets its symbol here, belongs to an agenda item and can carry its file."
        )
        empty = EmptyPlace(self._look, "file-text", self.tr("No documents yet"), words)
        empty.add_button(self.tr("New document"), self.begin_new, "plus", primary=True)
        self._over = empty.add_button("", self._take_over)
        return empty

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._filter)
        table = self.table
        table.moved_to.connect(self._moved_to)
        table.asked_to_edit.connect(self._edit_current)
        table.asked_to_remove.connect(self._remove)
        table.asked_to_open.connect(self._open_first)
        table.pasted.connect(self.review_text)
        table.dropped.connect(self.review_files)
        table.menu_wanted.connect(self._show_menu)
        self.inspector.edited.connect(self._edit)
        self.inspector.refused.connect(self.warned)
        self.inspector.adopted.connect(self._adopt)
        self.inspector.files.asked_to_open.connect(self.files.open)
        self.inspector.files.asked_to_export.connect(self.files.export)
        self.inspector.files.asked_to_replace.connect(self.files.replace)
        self.inspector.files.asked_to_detach.connect(self._detach)
        self.inspector.files.asked_to_attach.connect(self._attach)
        self.new.named.connect(self._add)
        self.new.left.connect(self._leave_new)
        self.review.accepted.connect(self.files.take_in)
        self.review.left.connect(self._leave_review)
        self.files.looked_at.connect(self._review)
        self.files.taken_in.connect(self._register)
        self.files.said.connect(self.said)
        self.files.warned.connect(self.warned)

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
