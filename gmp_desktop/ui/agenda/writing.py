"""From keys to steps: what one does in the agenda, done by the services."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from gmp_desktop.domain.agenda_sheet import AgendaSheet
from gmp_desktop.domain.errors import NotFound
from gmp_desktop.domain.people import folded
from gmp_desktop.domain.timetable import in_order
from gmp_desktop.ui.agenda.table import AgendaTable
from gmp_desktop.ui.bench import Bench
from gmp_desktop.ui.wording import count_words


class AgendaWriting(QObject):
    """Stands between the table of one agenda and the services; the table shows what they say afterwards."""

    removed = Signal(str)
    said = Signal(str)
    warned = Signal(str)

    def __init__(self, table: AgendaTable, bench: Callable[[], Bench], parent: QObject) -> None:
        super().__init__(parent)
        self._table = table
        self._bench = bench
        self._sheet: AgendaSheet | None = None
        self._fresh: UUID | None = None
        self._people: dict[str, UUID] = {}
        table.new_wanted.connect(self.add)
        table.title_written.connect(self._title_written)
        table.closed.connect(self._closed)
        table.depth_wanted.connect(self.change_depth)
        table.step_wanted.connect(self.move)
        table.sitting_step_wanted.connect(self.step_sitting)
        table.put_wanted.connect(self.put)
        table.removal_wanted.connect(self.remove)
        table.copy_wanted.connect(self.copy)
        table.paste_wanted.connect(self.paste)

    def show_sheet(self, sheet: AgendaSheet | None) -> None:
        self._sheet = sheet

    def names(self) -> list[str]:
        """Everybody who may present something, as completing offers them."""
        people = self._bench().agendas.people()
        self._people = {folded(name): id for id, name in people}
        return [name for _, name in people]

    @Slot()
    def add(self) -> None:
        """A new item below the current one, open for its title; what is left without one goes again."""
        if self._sheet is None:
            return
        self._table.close_editor()
        line = self._table.current
        id = self._bench().agendas.add(self._sheet.meeting.id, after=line.item.id if line else None)
        self._table.go(id)
        self._table.setFocus()
        self._fresh = id
        self._table.open_editor()

    @Slot()
    def change(self) -> None:
        self._table.setFocus()
        self._table.open_editor()

    @Slot(int)
    def change_depth(self, way: int) -> None:
        line = self._table.current
        if line is not None:
            agendas = self._bench().agendas
            (agendas.indent if way > 0 else agendas.outdent)(line.item.id)

    @Slot(int)
    def move(self, way: int) -> None:
        line = self._table.current
        if line is not None:
            self._table.close_editor()
            self._bench().agendas.move(line.item.id, way)

    @Slot(int)
    def step_sitting(self, way: int) -> None:
        """Into the sitting before or after the one the item is in now."""
        line, sheet = self._table.current, self._sheet
        if line is None or sheet is None or line.sitting_id is None:
            return
        held = [sitting.id for sitting in in_order(sheet.sittings)]
        to = held.index(line.sitting_id) + way
        if 0 <= to < len(held):
            self.put(line.item.id, held[to])

    @Slot(object, object)
    def put(self, item_id: UUID, sitting_id: UUID | None) -> None:
        """Into a sitting by hand; None lets it follow the item before it."""
        slot = self._sheet.timetable.of(item_id) if self._sheet else None
        if slot is not None and (sitting_id is None or slot.sitting_id != sitting_id):
            self._bench().agendas.schedule(item_id, sitting_id)

    @Slot()
    def remove(self) -> None:
        line = self._table.current
        if line is not None:
            self._table.close_editor()
            self.removed.emit(self._bench().agendas.remove(line.item.id))

    @Slot()
    def copy(self) -> None:
        """The item with all below it."""
        line, sheet = self._table.current, self._sheet
        if line is not None and sheet is not None:
            self._to_clipboard(self._bench().agendas.as_text(sheet.meeting.id, [line.item.id]))

    @Slot()
    def copy_all(self) -> None:
        if self._sheet is not None:
            self._to_clipboard(self._bench().agendas.as_text(self._sheet.meeting.id))
            self.said.emit(self.tr("The agenda is on the clipboard."))

    @Slot()
    def paste(self) -> None:
        """The lines of the clipboard as items below the current one."""
        text = QApplication.clipboard().text()
        if self._sheet is None or not text.strip():
            return
        line = self._table.current
        count = self._bench().agendas.paste(self._sheet.meeting.id, text, line.item.id if line else None)
        self.said.emit(count_words(count, self.tr("{n} item pasted."), self.tr("{n} items pasted.")))

    @Slot(object, str, object)
    def edit(self, item_id: UUID, field: str, value: object) -> None:
        try:
            self._bench().agendas.edit(item_id, **{field: value})
        except NotFound:  # removed while it was being written in, by the person or by undo
            return

    @Slot(object, str)
    def name_presenters(self, item_id: UUID, text: str) -> None:
        """Whoever the directory knows by the full name is that person; anybody else is kept by name."""
        names = [name.strip() for name in text.replace(";", ",").split(",")]
        if not self._people:
            self.names()
        self._bench().agendas.set_presenters(
            item_id, [self._people.get(folded(name), name) for name in names]
        )

    @Slot(object, str)
    def name_document(self, item_id: UUID, text: str) -> None:
        """By its line in the register, or by its symbol."""
        if self._sheet is None:
            return
        for document in self._bench().meetings.documents(self._sheet.meeting.id):
            known = (document_line(document.symbol or document.code, document.title), document.symbol)
            if folded(text) in (folded(one) for one in known if one):
                self._bench().agendas.link_document(item_id, document.id)
                return
        self.warned.emit(
            self.tr(
                "There is no document “{text}” in the register. Register it among the documents first."
            ).format(text=text[:60])
        )

    @Slot(object, object)
    def unlink(self, item_id: UUID, document_id: UUID) -> None:
        self._bench().agendas.unlink_document(item_id, document_id)

    @Slot(object, str)
    def _title_written(self, item_id: UUID, text: str) -> None:
        if text.strip() or item_id != self._fresh:
            self.edit(item_id, "title", text)

    @Slot(object)
    def _closed(self, item_id: UUID) -> None:
        fresh, self._fresh = self._fresh == item_id, None
        if fresh and self._sheet is not None:
            items = self._bench().agendas.items(self._sheet.meeting.id)
            if any(item.id == item_id and not item.title for item in items):
                self._bench().agendas.remove(item_id)
        self._bench().store.seal()

    def _to_clipboard(self, text: str) -> None:
        QApplication.clipboard().setText(text)


def document_line(symbol: str, title: str) -> str:
    """A document as one chooses it: UNEP/Hg/PAG.16/3  Progress in the areas."""
    return f"{symbol}  {title}".strip()
