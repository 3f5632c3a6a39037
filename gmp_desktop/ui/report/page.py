"""The report: head line, find line, paragraphs with their margin, and what belongs to the text's front."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from gmp_desktop.domain.blocks import Document, Paragraph
from gmp_desktop.domain.meeting import Meeting
from gmp_desktop.ui.bench import Bench
from gmp_desktop.ui.commands import Commands
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.report.face import ReportFace
from gmp_desktop.ui.report.front_page_form import FrontPageForm
from gmp_desktop.ui.report.outline import Outline
from gmp_desktop.ui.report.rows import counted, name_of
from gmp_desktop.ui.report.set_aside_list import SetAsideList
from gmp_desktop.ui.report.writing import ReportWriting
from gmp_desktop.ui.widgets.empty import EmptyPlace
from gmp_desktop.ui.widgets.find_bar import FindBar
from gmp_desktop.ui.widgets.steps import Step


class ReportPage(QWidget):
    asked_to_begin = Signal()
    shown = Signal(object)
    """The document as it is on screen now."""
    moved_to = Signal(object)

    def __init__(
        self, look: Look, bench: Callable[[], Bench], face: ReportFace, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._bench = bench
        self._face = face
        self.head, self.list = face.head, face.list
        self._document: Document | None = None
        self._meeting: Meeting | None = None
        self._build()
        self.writing = ReportWriting(self.list, bench, self)
        self._connect()

    @property
    def document(self) -> Document | None:
        return self._document

    def show_report(
        self, meeting: Meeting | None, document: Document | None, *, complete: bool = True
    ) -> None:
        """Another report, or the same one read again; of one not complete only the list is shown."""
        self._meeting = meeting
        if document is None or (self._document is not None and document.id != self._document.id):
            self.writing.leave()
            self.front.close_form()
            self.list.show_rows(())  # another report is read from its first paragraph
        self._document = document
        self.writing.show_document(document.id if document else None)
        self._body.setCurrentWidget(self._work if document else self.empty)
        self._face.show_document(document, complete=complete)
        self.outline.show_rows(self.list.rows.rows)
        if document is not None:
            self.front.show_document(document)
        if complete:
            self.shown.emit(document)

    def read_again(self) -> None:
        if self._document is not None:
            self.show_report(self._meeting, self._bench().reports.document(self._document.id))

    def show_set_aside(self) -> None:
        """What the import left out can be read at any time."""
        if self._document is not None:
            self.set_aside.show_entries(self._bench().reports.set_aside(self._document.id))

    def take_focus(self) -> None:
        """The paragraphs have the keyboard, or what begins a report where there is none."""
        if self._document is None:
            self.empty.take_focus()
        elif self._sheet.currentWidget() is self.front:
            self.front.take_focus()
        elif self._sheet.currentWidget() is self.set_aside:
            self.set_aside.setFocus()
        else:
            self.list.setFocus()

    def leave(self) -> None:
        self.writing.leave()
        self.front.close_form()

    def counts(self) -> tuple[int, int]:
        return counted(self.list.rows.rows)

    def document_being_written(self) -> Document | None:
        """With the words in the editor, before they are a step."""
        editor, id, document = self.list.editor, self.list.editing, self._document
        if editor is None or document is None:
            return document
        text = editor.text()
        blocks = (replace(block, text=text) if block.id == id else block for block in document.blocks)
        return replace(document, blocks=tuple(blocks))

    def where(self, paragraphs: int) -> str:
        """Which of the paragraphs the current row is."""
        row = self.list.current
        if row is None or row.block is None:
            return ""
        name = name_of(row)
        if isinstance(row.block, Paragraph) and row.label:
            return self.tr("{name} of {count}").format(name=name, count=paragraphs)
        return name

    def italic(self) -> None:
        if self.list.editor is not None:
            self.list.editor.toggle_italic()

    def bold(self) -> None:
        if self.list.editor is not None:
            self.list.editor.toggle_bold()

    def split(self) -> None:
        if self.list.editor is not None:
            self.list.editor.split()

    def join(self) -> None:
        """The current paragraph goes into the one above it, being written or not."""
        if self.list.editor is None:
            self.list.ask_to_open(0)
        self.writing.join(Step.UP)

    def open_find(self) -> None:
        self.find_bar.open()

    def offer(self, commands: Commands) -> None:
        """The commands of the context menu, and the buttons of the head."""
        self._commands = commands
        self._face.print_button.serve(commands["print"])
        self._face.export_button.serve(commands["export"])

    def _build(self) -> None:
        self.outline = Outline(self._look)
        self.outline.hide()
        self.find_bar = FindBar(self._look)
        self.front = FrontPageForm(self._look, self._bench)
        self.set_aside = SetAsideList(self._look)
        self.empty = EmptyPlace(
            self._look,
            "scroll-text",
            self.tr("No report yet"),
            self.tr(
                "The report starts with the meeting's agenda as its headings. Text is written under them."
            ),
        )
        self.empty.add_button(self.tr("Begin the report"), self.asked_to_begin, primary=True)
        self._sheet = QStackedWidget()
        for part in (self.list, self.front, self.set_aside):
            self._sheet.addWidget(part)
        self._work = QWidget()
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.find_bar)
        middle.addWidget(self._sheet, 1)
        row = QHBoxLayout(self._work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.outline)
        row.addLayout(middle, 1)
        self._body = QStackedWidget()
        self._body.addWidget(self._work)
        self._body.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._body, 1)

    def _connect(self) -> None:
        self.list.moved_to.connect(self.moved_to)
        self.list.asked_for_front.connect(self.open_front)
        self.list.asked_to_remove.connect(self.writing.remove)
        self.list.asked_for_menu.connect(self._menu)
        self.front.done.connect(self._close_front)
        self.set_aside.done.connect(self._close_front)
        self.outline.chosen.connect(self._go)
        self.find_bar.sought.connect(self._seek)
        self.find_bar.stepped.connect(self._step_found)
        self.find_bar.closed.connect(self._end_search)

    @Slot()
    def open_front(self) -> None:
        self.writing.leave()
        self._sheet.setCurrentWidget(self.front)
        self.front.take_focus()

    @Slot()
    def open_set_aside(self) -> None:
        self.writing.leave()
        self.show_set_aside()
        self._sheet.setCurrentWidget(self.set_aside)
        self.set_aside.setFocus()

    @Slot()
    def _close_front(self) -> None:
        self._sheet.setCurrentWidget(self.list)
        self.list.setFocus()

    @Slot(object)
    def _go(self, id: UUID) -> None:
        self.list.go(id, self.list.ScrollHint.PositionAtTop)

    @Slot(str)
    def _seek(self, words: str) -> None:
        self.find_bar.show_count(self.list.look_for(words) if words else 0)
        if words and self.list.current is not None and not self.list.delegate.matches(self.list.current):
            self._step_found(1)

    @Slot(int)
    def _step_found(self, step: int) -> None:
        """What is found stands with its neighbours around it, not at the edge."""
        if self.list.next_found(step):
            room, box = self.list.viewport().height(), self.list.visualRect(self.list.currentIndex())
            if box.top() < room // 8 or box.bottom() > room - room // 4:
                self.list.scrollTo(self.list.currentIndex(), self.list.ScrollHint.PositionAtCenter)

    @Slot()
    def _end_search(self) -> None:
        self.list.look_for("")
        self.list.setFocus()
        self.list.scrollTo(self.list.currentIndex())

    @Slot(QPoint)
    def _menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for names in (("edit", "split", "join", "add"), ("up", "down"), ("style",), ("remove",)):
            for name in names:
                if name == "style":
                    menu.addMenu(self._commands.menu("style"))
                else:
                    menu.addAction(self._commands[name])
            menu.addSeparator()
        menu.popup(at)
