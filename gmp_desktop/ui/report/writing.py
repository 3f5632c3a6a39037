"""From keys to steps: what is typed is a draft on the disk within a blink, and one step when the paragraph is left."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from gmp_desktop.domain.blocks import Block, Footnote, Heading, ListItem, Paragraph, Table
from gmp_desktop.domain.changes import OpenText
from gmp_desktop.domain.errors import Refused
from gmp_desktop.ui.bench import Bench
from gmp_desktop.ui.report.paragraph_list import END, ParagraphList
from gmp_desktop.ui.report.row import Row
from gmp_desktop.ui.report.rows import name_of
from gmp_desktop.ui.widgets.steps import Step

KEEP_MS = 250
"""At most so long after a key the text is on the disk."""


class ReportWriting(QObject):
    """Stands between the list of one report and the services; the list shows what they say afterwards."""

    kept = Signal()
    removed = Signal(str)

    def __init__(self, list_: ParagraphList, bench: Callable[[], Bench], parent: QObject) -> None:
        super().__init__(parent)
        self._list = list_
        self._bench = bench
        self._document: UUID | None = None
        self._open: OpenText | None = None
        self._last = ""
        self._timer = QTimer(self, singleShot=True, interval=KEEP_MS)
        self._timer.timeout.connect(self.keep)
        list_.asked_to_open.connect(self.open)
        list_.closed.connect(self._closed)

    def show_document(self, id: UUID | None) -> None:
        self._document = id

    @Slot(object, int)
    def open(self, id: UUID, position: int = END) -> None:
        if self._list.editing == id:
            return
        self._list.close_editor()
        self._open = self._bench().reports.open_text(id)
        self._last = self._open.text
        self._list.open_editor(id, self._open.text, position)
        editor = self._list.editor
        if editor is not None:
            self._last = editor.text()
            editor.edited.connect(self._typed)
            editor.left.connect(self._list.close_editor)
            editor.split_wanted.connect(self.split)
            editor.join_wanted.connect(self.join)
            editor.new_wanted.connect(self.add_below)
            editor.stepped.connect(self._stepped)

    @Slot()
    def keep(self) -> None:
        """Durable when this returns; nothing is announced, the paragraph is still being written."""
        self._timer.stop()
        editor, id, opened = self._list.editor, self._list.editing, self._open
        if editor is None or id is None or opened is None:
            return
        text = editor.text()
        if text != self._last:
            self._bench().reports.keep(id, text, opened.seen)
            self._last = text
            self.kept.emit()

    @Slot(int)
    def split(self, position: int) -> None:
        id = self._list.editing
        if id is not None:
            self._list.close_editor()
            self.open(self._bench().reports.split(id, position), 0)

    @Slot(int)
    def join(self, way: int) -> None:
        """Above or below: the later of the two goes into the one before it."""
        id = self._list.editing
        at = self._list.rows.at(id) if id else -1
        later, earlier = self._list.rows.row(max(at, at + way)), self._list.rows.row(min(at, at + way))
        if at < 0 or later is None or earlier is None or earlier.block is None:
            return
        self._list.close_editor()
        earlier = self._list.rows.row(self._list.rows.at(earlier.id)) or earlier
        position = _length(earlier)
        joined = self._bench().reports.join(later.id)
        self.open(joined, position if joined == earlier.id else END)

    @Slot()
    def add_below(self) -> None:
        """A new paragraph of the same kind, open for typing."""
        row = self._list.current
        if row is not None and self._document is not None:
            self._list.close_editor()
            after = row.id if row.block is not None else None
            self.open(self._bench().reports.add(self._document, after, _next(row.block)), 0)

    def move(self, way: Step) -> None:
        if self._list.current is not None and self._list.current.block is None:
            raise Refused(self.tr("The front page stays before the text. Nothing was changed."))
        row, was_open = self._list.current, self._list.editing is not None
        at = self._list.rows.at(row.id) if row is not None else -1
        target = self._list.rows.row(at - 2 if way is Step.UP else at + 1)
        if row is None or row.block is None or target is None:
            return
        position = self._list.editor.textCursor().position() if self._list.editor else END
        self._list.close_editor()
        self._bench().reports.move(row.id, target.id if target.block is not None else None)
        self._list.go(row.id)
        if was_open:
            self.open(row.id, position)

    def remove(self) -> None:
        row = self._list.current
        if row is None or row.block is None:
            return
        self._list.close_editor()
        at = self._list.rows.at(row.id)
        self._bench().reports.remove(row.id)
        following = self._list.rows.row(at) or self._list.rows.row(at - 1)
        if following is not None:
            self._list.go(following.id)
        self.removed.emit(name_of(row))

    def restyle(self, block: Block) -> None:
        row, was_open = self._list.current, self._list.editing is not None
        if row is None or row.block is None or block == row.block:
            return
        self._list.close_editor()
        self._bench().reports.restyle(row.id, replace(block, text=row.text))
        if was_open:
            self.open(row.id)

    def leave(self) -> None:
        self._list.close_editor()

    @Slot()
    def _typed(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    @Slot(object)
    def _closed(self, id: UUID) -> None:
        self.keep()
        bench = self._bench()
        bench.reports.settle(id)
        bench.store.seal()
        self._open = None

    @Slot(int, int)
    def _stepped(self, way: int, x: int) -> None:
        self._list.step(Step(way), x)


def _length(row: Row) -> int:
    """Characters as a person counts them, a note reference being one; the joining space stands after them."""
    from gmp_desktop.domain.cutting import length

    return length(row.text)


def _next(block: Block | None) -> Block:
    """What follows a block when one goes on writing."""
    from gmp_desktop.store.keys import new_key

    id = new_key()
    match block:
        case None | Heading() | Table() | Footnote():
            return Paragraph(id, "")
        case Paragraph(numbered=numbered, group=group):
            return Paragraph(id, "", numbered, group)
        case ListItem(level=level, marker=marker):
            return ListItem(id, "", level, marker)
        case _:
            return replace(block, id=id, text="")
