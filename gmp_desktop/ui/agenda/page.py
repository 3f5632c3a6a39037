"""The agenda: the days first, planned against available, then the items, and at the side what belongs to one."""

from collections.abc import Callable, Iterable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QSettings, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gmp_desktop.domain.agenda_sheet import AgendaSheet
from gmp_desktop.domain.changes import Changes
from gmp_desktop.domain.meeting import AgendaStage, Meeting
from gmp_desktop.domain.papers.kinds import PaperKind
from gmp_desktop.ui.agenda.commands import AgendaCommands
from gmp_desktop.ui.agenda.desk import AgendaDesk
from gmp_desktop.ui.agenda.lines import lines_of
from gmp_desktop.ui.agenda.sittings_writing import SittingsWriting
from gmp_desktop.ui.agenda.writing import AgendaWriting, document_line
from gmp_desktop.ui.asking import Asking
from gmp_desktop.ui.bench import Bench
from gmp_desktop.ui.commands import Commands
from gmp_desktop.ui.jobs import Jobs
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.pages.place_page import PlacePage
from gmp_desktop.ui.palette_matching import Entry
from gmp_desktop.ui.places import Place
from gmp_desktop.ui.wording import count_words

NARROW_HEAD = 700
"""Below it the days are the way to the sittings, and the symbol stands among the documents."""

TABLES = (
    "meeting",
    "sitting",
    "agenda_item",
    "provisional_item",
    "presenter",
    "item_document",
    "document",
    "attachment",
    "person",
)


class AgendaPage(PlacePage):
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
        self._bench = bench
        self._meeting: Meeting | None = None
        self._sheet: AgendaSheet | None = None
        self._commands: AgendaCommands | None = None
        self._here = False
        self.desk = AgendaDesk(look)
        self.table, self.form, self.days = self.desk.table, self.desk.form, self.desk.days
        self.sittings, self.adoption, self.empty = self.desk.sittings, self.desk.adoption, self.desk.empty
        self.writing = AgendaWriting(self.table, bench, self)
        self._sittings_writing = SittingsWriting(self.sittings, bench, self)
        self._build()
        self._connect()

    # What the window asks

    def show_meeting(self, meeting: Meeting | None) -> None:
        if meeting is None or self._meeting is None or meeting.id != self._meeting.id:
            self.leave()
            self.desk.show_part(self.desk.items)
        self._meeting = meeting
        self._sittings_writing.show_meeting(meeting.id if meeting else None)
        self.read_again()
        self._read_directory()

    def on_changed(self, changes: Changes) -> None:
        if changes.touch(*TABLES):
            self.read_again()
        if changes.touch("person", "document"):
            self._read_directory()

    def read_again(self) -> None:
        if self._meeting is None:
            self._sheet = None
            self.writing.show_sheet(None)
            self.table.show_lines(())
            return
        sheet = self._sheet = self._bench().agendas.sheet(self._meeting.id)
        self._meeting = sheet.meeting
        self.writing.show_sheet(sheet)
        self.table.show_lines(lines_of(sheet))
        self.desk.show_days(sheet)
        self._show_item()
        self._show_head(sheet)
        self.sittings.show_sittings(sheet.sittings, sheet.meeting.starts_on)
        if self.desk.shows(self.adoption):
            self._show_adoption()
        elif self.desk.on_items:
            self.desk.show_items(sheet)
        self._enable()

    def leave(self) -> None:
        self.table.close_editor()
        self.form.keep()
        if self.desk.shows(self.sittings):
            self.sittings.keep()
        self._seal()

    def take_focus(self) -> None:
        self.desk.take_focus()

    def go_to(self, id: object) -> None:
        if isinstance(id, UUID) and self.table.go(id):
            self.desk.show_part(self.desk.items)
            self.table.setFocus()

    def open_find(self) -> None:
        self.table.setFocus()

    def offer(self, commands: Commands) -> None:
        self._commands = AgendaCommands(commands, self, self.writing, self.table)
        self._commands.stand_on(self.desk.head)
        self._enable()

    def enable(self, here: bool) -> None:
        self._here = here
        self._enable()

    def facts(self) -> tuple[str, ...]:
        sheet = self._sheet
        if sheet is None:
            return ()
        wanting = count_words(
            len(sheet.wanting), self.tr("{n} presenter to name"), self.tr("{n} presenters to name")
        )
        absent = count_words(
            len(sheet.without_file),
            self.tr("{n} document without a file"),
            self.tr("{n} documents without a file"),
        )
        return (
            count_words(len(sheet.items), self.tr("{n} item"), self.tr("{n} items")),
            wanting if sheet.wanting else "",
            absent if sheet.without_file else "",
        )

    def entries(self) -> Iterable[Entry]:
        sheet = self._sheet
        for item in sheet.items if sheet is not None else ():
            words = f"{sheet.number(item.id)} {sheet.texts[item.id]}" if sheet is not None else ""
            go = partial(self.asked_to_go.emit, Place.AGENDA, item.id)
            yield Entry(self.tr("Agenda"), words, go, "list-tree")

    # What one does

    @Slot()
    def begin_item(self) -> None:
        self.desk.show_part(self.desk.items)
        self.writing.add()

    @Slot()
    def open_sittings(self) -> None:
        self.leave()
        self._turn_to(self.sittings)

    def open_adoption(self) -> None:
        self.leave()
        self._show_adoption()
        self._turn_to(self.adoption)

    def keep_as_provisional(self) -> None:
        if self._meeting is not None:
            self._bench().agendas.freeze_provisional(self._meeting.id)
            self.said.emit(
                self.tr("This is the provisional agenda now. Changes from here on are told against it.")
            )

    def ask_for_paper(self) -> None:
        self.asked_for_papers.emit(PaperKind.AGENDA)

    @Slot()
    def _from_last(self) -> None:
        """The agenda of the newest meeting of the body that has one."""
        if self._meeting is not None and not self._bench().agendas.take_over(self._meeting.id):
            self.warned.emit(
                self.tr("No other meeting of this body has an agenda yet. Write the first item.")
            )
        self.take_focus()

    @Slot()
    def _adopt(self) -> None:
        if self._meeting is not None:
            self._bench().agendas.adopt(self._meeting.id)
            self.done.emit(self.tr("The agenda is adopted."))
            self._to_items()

    @Slot()
    def _to_items(self) -> None:
        self.desk.show_items(self._sheet)
        self._turn_to()

    @Slot()
    def _to_table(self) -> None:
        self.form.keep()
        self.table.setFocus()

    @Slot()
    def _seal(self) -> None:
        if self._meeting is not None:
            self._bench().store.seal()

    @Slot(object)
    def _moved_to(self, _id: UUID | None) -> None:
        self._bench().store.seal()
        self._show_item()
        self._enable()

    @Slot(object)
    def _go_to_document(self, id: UUID) -> None:
        self.asked_to_go.emit(Place.DOCUMENTS, id)

    # How it is shown

    def _turn_to(self, part: QWidget | None = None) -> None:
        if part is not None:
            self.desk.show_part(part)
        self._show_item()
        self._enable()
        self.take_focus()

    def _show_item(self) -> None:
        self.desk.show_item(self._sheet)

    def _show_head(self, sheet: AgendaSheet) -> None:
        adopted = sheet.meeting.agenda_stage is AgendaStage.ADOPTED
        wide = self.desk.head.width() >= NARROW_HEAD
        stage = self.tr("Adopted") if adopted else self.tr("Provisional")
        self.desk.head.show_facts(stage, sheet.symbol if wide else "")
        if self._commands is not None:
            self._commands.fit(wide=wide)

    def _show_adoption(self) -> None:
        if self._meeting is not None:
            agendas = self._bench().agendas
            self.adoption.show_differences(
                agendas.differences(self._meeting.id), agendas.adoption_text(self._meeting.id)
            )

    def _read_directory(self) -> None:
        """What completes names and symbols as one types them."""
        if self._meeting is None:
            return
        bench = self._bench()
        self.form.offer_people(self.writing.names)
        papers = bench.meetings.documents(self._meeting.id)
        self.form.offer_documents([document_line(one.symbol or one.code, one.title) for one in papers])
        self.form.offer_formulas(bench.agendas.formulas(self._meeting.id))

    def _enable(self) -> None:
        if self._commands is not None:
            self._commands.enable(self._sheet, here=self._here, on_items=self.desk.on_items)

    def _build(self) -> None:
        self.empty.add_button(self.tr("From the last meeting"), self._from_last, primary=True)
        self.empty.add_button(self.tr("New item"), self.begin_item)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.desk)

    def _connect(self) -> None:
        table, form, writing = self.table, self.form, self.writing
        table.moved_to.connect(self._moved_to)
        table.left.connect(form.take_focus)
        self.days.chosen.connect(self.open_sittings)
        self.days.put_wanted.connect(writing.put)
        self.desk.inspector.left.connect(self._to_table)
        form.edited.connect(writing.edit)
        form.presenters_named.connect(writing.name_presenters)
        form.document_named.connect(writing.name_document)
        form.document_unlinked.connect(writing.unlink)
        form.document_chosen.connect(self._go_to_document)
        form.sealed.connect(self._seal)
        writing.removed.connect(self.removed)
        writing.said.connect(self.said)
        writing.warned.connect(self.warned)
        self._sittings_writing.removed.connect(self.removed)
        self.sittings.done.connect(self._to_items)
        self.adoption.adopted.connect(self._adopt)
        self.adoption.done.connect(self._to_items)
        self.desk.head.installEventFilter(self)

    # Qt's side

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The head has its width after the page has its own, and again when the form opens beside it."""
        if watched is self.desk.head and event.type() is QEvent.Type.Resize and self._sheet is not None:
            self._show_head(self._sheet)
        return super().eventFilter(watched, event)
