"""The agenda: the days first, planned against available, then the items, and at the side what belongs to one."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QPoint, QSettings, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from gmp_desktop.domain.agenda_sheet import AgendaSheet
from gmp_desktop.domain.changes import Changes
from gmp_desktop.domain.errors import Refused
from gmp_desktop.domain.meeting import AgendaStage, Meeting, State
from gmp_desktop.ui.agenda_lines import lines_of
from gmp_desktop.ui.agenda_words import day_words
from gmp_desktop.ui.agenda_writing import AgendaWriting, document_line
from gmp_desktop.ui.asking import Asking
from gmp_desktop.ui.bench import Bench
from gmp_desktop.ui.commands import Commands
from gmp_desktop.ui.jobs import Jobs
from gmp_desktop.ui.look import PAGE_MARGIN, Look
from gmp_desktop.ui.pages.place_page import PlacePage
from gmp_desktop.ui.palette_matching import Entry
from gmp_desktop.ui.places import Place
from gmp_desktop.ui.widgets.adoption_panel import AdoptionPanel
from gmp_desktop.ui.widgets.agenda_delegate import SIDE
from gmp_desktop.ui.widgets.agenda_item_form import AgendaItemForm
from gmp_desktop.ui.widgets.agenda_table import AgendaTable
from gmp_desktop.ui.widgets.buttons import Tinted
from gmp_desktop.ui.widgets.day_bars import DayBars
from gmp_desktop.ui.widgets.empty import EmptyPlace
from gmp_desktop.ui.widgets.inspector import Inspector
from gmp_desktop.ui.widgets.page_head import PageHead
from gmp_desktop.ui.widgets.sittings_editor import SittingsEditor
from gmp_desktop.ui.wording import count_words, duration_words, hours_words

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
    asked_to_print = Signal()
    """Print and issue: the papers of the agenda."""

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
        self._look = look
        self._bench = bench
        self._meeting: Meeting | None = None
        self._sheet: AgendaSheet | None = None
        self._commands: Commands | None = None
        self._build()
        self.writing = AgendaWriting(self.table, bench, self)
        self._connect()

    def show_meeting(self, meeting: Meeting | None) -> None:
        if meeting is None or self._meeting is None or meeting.id != self._meeting.id:
            self.leave()
            self._body.setCurrentWidget(self._work)
        self._meeting = meeting
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
        self._show_days(sheet)
        self._show_item()
        self._show_head(sheet)
        self.sittings.show_sittings(sheet.sittings, sheet.meeting.starts_on)
        if self._body.currentWidget() is self.adoption:
            self._show_adoption()
        elif self._body.currentWidget() in (self._work, self.empty):
            self._body.setCurrentWidget(self._work if sheet.items else self.empty)
        self._enable()

    def leave(self) -> None:
        self.table.close_editor()
        self.form.keep()
        if self._body.currentWidget() is self.sittings:
            self.sittings.keep()
        if self._meeting is not None:
            self._bench().store.seal()

    def take_focus(self) -> None:
        page = self._body.currentWidget()
        if page is self._work:
            self.table.setFocus()
        elif page is self.empty:
            self.empty.take_focus()
        elif page is self.sittings:
            self.sittings.take_focus()
        else:
            self.adoption.take_focus()

    def go_to(self, id: object) -> None:
        if isinstance(id, UUID) and self.table.go(id):
            self._body.setCurrentWidget(self._work)
            self.table.setFocus()

    def open_find(self) -> None:
        self.table.setFocus()

    def facts(self) -> tuple[str, ...]:
        sheet = self._sheet
        if sheet is None:
            return ()
        wanting, absent = len(sheet.wanting), len(sheet.without_file)
        return (
            count_words(len(sheet.items), self.tr("{n} item"), self.tr("{n} items")),
            count_words(wanting, self.tr("{n} presenter to name"), self.tr("{n} presenters to name"))
            if wanting
            else "",
            count_words(
                absent, self.tr("{n} document without a file"), self.tr("{n} documents without a file")
            )
            if absent
            else "",
        )

    def offer(self, commands: Commands) -> None:
        self._commands = commands
        group = "agenda"
        commands.name_group(group, self.tr("&Agenda"))
        add = commands.add
        new = add("agenda-new", group, self.tr("New item"), self._new, (), "plus")
        add("agenda-edit", group, self.tr("Change the title"), self.writing.change, (), "pen-line")
        add("agenda-up", group, self.tr("Move the item up"), self._up, "Alt+Up", "arrow-up")
        add("agenda-down", group, self.tr("Move the item down"), self._down, "Alt+Down", "arrow-down")
        add("agenda-in", group, self.tr("One level in"), self._in, (), "arrow-right")
        add("agenda-out", group, self.tr("One level out"), self._out, (), "arrow-left")
        add("agenda-put", group, self.tr("Put into a sitting…"), self._open_put_menu, "Ctrl+Shift+S", "clock")
        add("agenda-remove", group, self.tr("Remove the item"), self.writing.remove, (), "trash-2")
        add("agenda-copy", group, self.tr("Copy the agenda as text"), self.writing.copy_all, (), "copy")
        add("agenda-paste", group, self.tr("Paste lines as items"), self.writing.paste, (), "list-tree")
        sittings = add("agenda-sittings", group, self.tr("Sittings…"), self.open_sittings, (), "clock")
        add("agenda-freeze", group, self.tr("Keep as the provisional agenda"), self._freeze, (), "check")
        adopt = add("agenda-adopt", group, self.tr("Adopt…"), self.open_adoption, (), "gavel")
        issue = add(
            "agenda-issue", group, self.tr("Print and issue…"), self.asked_to_print.emit, (), "printer"
        )
        self._adopt_button = self.head.add_button(adopt.text())
        self._adopt_button.serve(adopt)
        self._sittings_button = self.head.add_button(sittings.text())
        self._sittings_button.serve(sittings)
        self.head.add_button(new.text(), "plus").serve(new)
        self.head.add_button(issue.text(), primary=True).serve(issue)
        self._enable()

    def enable(self, here: bool) -> None:
        self._here = here
        self._enable()

    def entries(self) -> Iterable[Entry]:
        return ()

    def _build(self) -> None:
        self._here = False
        self.head = PageHead(self._look, self.tr("Agenda"))
        self.days = DayBars(self._look)
        self._no_days = Tinted(self._look, "text2")
        self._no_days.setWordWrap(True)
        self.table = AgendaTable(self._look)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.form = AgendaItemForm(self._look)
        self.inspector = Inspector(self._look)
        self.inspector.add(self.form)
        self._work = QWidget()
        column = QVBoxLayout(self._work)
        column.setContentsMargins(PAGE_MARGIN - SIDE, 4, PAGE_MARGIN - SIDE, 0)
        column.setSpacing(8)
        over = QVBoxLayout()
        over.setContentsMargins(SIDE, 0, SIDE, 0)
        over.addWidget(self.days)
        over.addWidget(self._no_days)
        column.addLayout(over)
        column.addWidget(self.table, 1)
        self.empty = EmptyPlace(
            self._look,
            "list-tree",
            self.tr("No agenda yet"),
            self.tr(
                "Items, their minutes and who presents them stand here, beside the sittings they go into."
            ),
        )
        self.empty.add_button(self.tr("From the last meeting"), self._from_last, primary=True)
        self.empty.add_button(self.tr("New item"), self._new)
        self.sittings = SittingsEditor(self._look)
        self.adoption = AdoptionPanel(self._look)
        self._body = QStackedWidget()
        for part in (self._work, self.empty, self.sittings, self.adoption):
            self._body.addWidget(part)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.head)
        middle.addWidget(self._body, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(middle, 1)
        whole.addWidget(self.inspector)

    def _connect(self) -> None:
        table, form, writing = self.table, self.form, self.writing
        table.moved_to.connect(self._moved_to)
        table.left.connect(self._to_form)
        table.customContextMenuRequested.connect(self._menu)
        self.days.chosen.connect(self.open_sittings)
        self.days.put_wanted.connect(writing.put)
        self.inspector.left.connect(self._to_table)
        form.edited.connect(writing.edit)
        form.presenters_named.connect(writing.name_presenters)
        form.document_named.connect(writing.name_document)
        form.document_unlinked.connect(writing.unlink)
        form.document_chosen.connect(self._document_chosen)
        form.sealed.connect(self._seal)
        writing.removed.connect(self.removed)
        writing.said.connect(self.said)
        writing.warned.connect(self.warned)
        self.sittings.added.connect(self._add_sitting)
        self.sittings.edited.connect(self._edit_sitting)
        self.sittings.removal_wanted.connect(self._remove_sitting)
        self.sittings.done.connect(self._to_work)
        self.adoption.adopted.connect(self._adopt)
        self.adoption.done.connect(self._to_work)

    # What is shown

    def _show_head(self, sheet: AgendaSheet) -> None:
        adopted = sheet.meeting.agenda_stage is AgendaStage.ADOPTED
        wide = self.head.width() >= NARROW_HEAD
        stage = self.tr("Adopted") if adopted else self.tr("Provisional")
        self.head.show_facts(stage, sheet.symbol if wide else "")
        if self._commands is not None:
            self._sittings_button.setVisible(wide)

    def _show_days(self, sheet: AgendaSheet) -> None:
        self.days.show_days(sheet.timetable.days)
        self._no_days.setVisible(not sheet.sittings)
        self._no_days.setText(
            self.tr("No sittings yet: the items take {length}. Sittings give them their hours.").format(
                length=duration_words(sheet.timetable.planned)
            )
        )

    def _show_item(self) -> None:
        sheet, line = self._sheet, self.table.current
        item = sheet.item(line.item.id) if sheet is not None and line is not None else None
        on_work = self._body.currentWidget() in (self._work, self.empty)
        self.inspector.setVisible(item is not None and on_work)
        if sheet is not None and item is not None:
            self.inspector.show_form(self.form, self.tr("Item {number}").format(number=sheet.number(item.id)))
            self.form.show_item(sheet, item)

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
        people = bench.agendas.people()
        self.writing.know_people(people)
        self.form.offer_people([name for _, name in people])
        papers = bench.meetings.documents(self._meeting.id)
        self.form.offer_documents([document_line(one.symbol or one.code, one.title) for one in papers])
        self.form.offer_formulas(bench.agendas.formulas(self._meeting.id))

    def _enable(self) -> None:
        commands, sheet = self._commands, self._sheet
        if commands is None:
            return
        work = self._here and sheet is not None
        on_work = work and self._body.currentWidget() in (self._work, self.empty)
        has_item = on_work and self.table.current is not None
        has_items = work and sheet is not None and bool(sheet.items)
        floor = sheet is not None and sheet.meeting.state is State.IN_SESSION
        adopted = sheet is not None and sheet.meeting.agenda_stage is AgendaStage.ADOPTED
        for name in ("new", "paste"):
            commands[f"agenda-{name}"].setEnabled(on_work)
        for name in ("edit", "up", "down", "in", "out", "remove"):
            commands[f"agenda-{name}"].setEnabled(has_item)
        commands["agenda-put"].setEnabled(has_item and sheet is not None and bool(sheet.sittings))
        commands["agenda-sittings"].setEnabled(work)
        for name in ("copy", "issue"):
            commands[f"agenda-{name}"].setEnabled(has_items)
        commands["agenda-freeze"].setEnabled(has_items and not adopted)
        commands["agenda-adopt"].setEnabled(has_items and floor and not adopted)
        self._adopt_button.setVisible(has_items and floor and not adopted)

    # What one does

    @Slot(object)
    def _moved_to(self, id: UUID | None) -> None:
        self._bench().store.seal()
        self._show_item()
        self._enable()

    def _new(self) -> None:
        self._body.setCurrentWidget(self._work)
        self.writing.add()

    def _up(self) -> None:
        self.writing.move(-1)

    def _down(self) -> None:
        self.writing.move(1)

    def _in(self) -> None:
        self.writing.change_depth(1)

    def _out(self) -> None:
        self.writing.change_depth(-1)

    @Slot()
    def _from_last(self) -> None:
        """The agenda of the newest meeting of the body that has one."""
        if self._meeting is not None and not self._bench().agendas.take_over(self._meeting.id):
            self.warned.emit(
                self.tr("No other meeting of this body has an agenda yet. Write the first item.")
            )
        self.take_focus()

    def _freeze(self) -> None:
        if self._meeting is not None:
            self._bench().agendas.freeze_provisional(self._meeting.id)
            self.said.emit(
                self.tr("This is the provisional agenda now. Changes from here on are told against it.")
            )

    @Slot()
    def open_sittings(self) -> None:
        self.leave()
        self._body.setCurrentWidget(self.sittings)
        self._show_item()
        self._enable()
        self.sittings.take_focus()

    def open_adoption(self) -> None:
        self.leave()
        self._show_adoption()
        self._body.setCurrentWidget(self.adoption)
        self._show_item()
        self._enable()
        self.adoption.take_focus()

    @Slot()
    def _adopt(self) -> None:
        if self._meeting is not None:
            self._bench().agendas.adopt(self._meeting.id)
            self.said.emit(self.tr("The agenda is adopted."))
            self._to_work()

    @Slot()
    def _to_work(self) -> None:
        has_items = self._sheet is not None and self._sheet.items
        self._body.setCurrentWidget(self._work if has_items else self.empty)
        self._show_item()
        self._enable()
        self.take_focus()

    @Slot()
    def _to_form(self) -> None:
        self.form.take_focus()

    @Slot()
    def _to_table(self) -> None:
        self.form.keep()
        self.table.setFocus()

    @Slot()
    def _seal(self) -> None:
        if self._meeting is not None:
            self._bench().store.seal()

    @Slot(object)
    def _document_chosen(self, id: UUID) -> None:
        self.asked_to_go.emit(Place.DOCUMENTS, id)

    @Slot(object, int, int)
    def _add_sitting(self, day: date | None, begins: int, ends: int) -> None:
        if self._meeting is not None:
            self._told(partial(self._bench().sittings.add, self._meeting.id, day, begins, ends))

    @Slot(object, object)
    def _edit_sitting(self, id: UUID, fields: dict[str, Any]) -> None:
        self._told(partial(self._bench().sittings.edit, id, **fields))
        self._bench().store.seal()

    @Slot(object)
    def _remove_sitting(self, id: UUID) -> None:
        self._bench().sittings.remove(id)
        self.removed.emit(self.tr("the sitting"))

    def _told(self, run: Callable[[], object]) -> None:
        """A refusal stands beside the fields it is about."""
        try:
            run()
        except Refused as refused:
            self.sittings.tell(str(refused))

    def _open_put_menu(self) -> None:
        row = self.table.visualRect(self.table.currentIndex())
        self._put_menu().popup(self.table.viewport().mapToGlobal(row.bottomLeft() + QPoint(SIDE, 0)))

    def _put_menu(self) -> QMenu:
        menu = QMenu(self.tr("Put into a sitting"), self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        line, sheet = self.table.current, self._sheet
        if line is None or sheet is None:
            return menu
        id = line.item.id
        for sitting in sheet.sittings:
            words = f"{day_words(sitting.day)}, {hours_words(sitting.begins, sitting.ends)}"
            action = menu.addAction(words, partial(self.writing.put, id, sitting.id))
            action.setCheckable(True)
            action.setChecked(sitting.id == line.sitting_id)
        menu.addSeparator()
        follow = menu.addAction(self.tr("After the item before it"), partial(self.writing.put, id, None))
        follow.setEnabled(line.item.sitting_id is not None)
        return menu

    @Slot(QPoint)
    def _menu(self, at: QPoint) -> None:
        if self._commands is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for names in (("edit", "new"), ("up", "down", "in", "out"), ("copy", "paste"), ("remove",)):
            for name in names:
                menu.addAction(self._commands[f"agenda-{name}"])
            menu.addSeparator()
        if self.table.current is not None and self._sheet is not None and self._sheet.sittings:
            menu.insertMenu(self._commands["agenda-remove"], self._put_menu())
        menu.popup(self.table.viewport().mapToGlobal(at))

    # Qt's side

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._sheet is not None:
            self._show_head(self._sheet)
