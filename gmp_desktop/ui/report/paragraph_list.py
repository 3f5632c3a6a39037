"""The report as one reads and writes it: a list with one current row, and an editor over it while one writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QPointF, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from gmp_desktop.ui.mirroring import placed
from gmp_desktop.ui.report.model import ReportModel
from gmp_desktop.ui.report.paragraph_delegate import ALL, ParagraphDelegate
from gmp_desktop.ui.report.row import END_RULE, FRONT, PARAGRAPH

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtCore import QPersistentModelIndex, QRect
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from gmp_desktop.ui.look import Look
    from gmp_desktop.ui.report.paragraph_editor import ParagraphEditor
    from gmp_desktop.ui.report.row import Row
    from gmp_desktop.ui.widgets.steps import Step

END = 1_000_000
SCROLL_BAR = 14
"""Its width in Fusion: the text leaves room for it, so that it need not be laid out anew when the bar comes."""
REST_AFTER_MS, SLICE = 100, 10
"""Texts below the window's edge are laid out later, so many in one turn of the event loop."""


class ParagraphList(QListView):
    """``asked_to_open`` is answered with :meth:`open_editor`; nothing is stored here."""

    asked_to_open = Signal(object, int)
    asked_for_front = Signal()
    asked_to_remove = Signal()
    asked_for_menu = Signal(QPoint)
    moved_to = Signal(object)
    opened = Signal(object)
    closed = Signal(object)

    editor: ParagraphEditor | None

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.editor = None
        self._editing: UUID | None = None
        self.rows = ReportModel(self)
        self.delegate = ParagraphDelegate(look, self)
        self.setModel(self.rows)
        self.setItemDelegate(self.delegate)
        self._build()
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._place_editor)
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._lay_out_slice)
        look.changed.connect(self._relook)

    @property
    def current(self) -> Row | None:
        return self.rows.row(self.currentIndex().row())

    @property
    def editing(self) -> UUID | None:
        return self._editing

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        kept = self.current
        self._lay_out_rest_later(rows)
        self.rows.show(rows)
        if self._editing is not None and self.rows.at(self._editing) < 0:
            self.close_editor()
        if self.current is None and rows:
            first = next((row for row in rows if row.kind == PARAGRAPH), rows[0])
            self.go(first.id if kept is None else rows[-1].id)
        self._later.start()

    def go(
        self, id: UUID, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> bool:
        at = self.rows.at(id)
        if at >= 0:
            if at >= self.delegate.sure:
                self.lay_out_all()
            self.setCurrentIndex(self.rows.index(at))
            if self.isVisible():  # else Qt scrolls there once the list has its width
                self.scrollTo(self.rows.index(at), hint)
        return at >= 0

    @Slot()
    def lay_out_all(self) -> None:
        """Heights that were only estimated become true before anyone looks at the rows."""
        if self.delegate.sure < ALL:
            self.delegate.sure = ALL
            self._rest.stop()
            self.scheduleDelayedItemsLayout()

    def ask_to_open(self, position: int = END) -> None:
        row = self.current
        if row is None or row.kind == END_RULE:
            return
        if row.kind == FRONT:
            self.asked_for_front.emit()
        else:
            self.asked_to_open.emit(row.id, position)

    def open_editor(self, id: UUID, text: str, position: int) -> None:
        self.close_editor()
        row = self.rows.row(self.rows.at(id))
        if row is None:
            return
        self.go(id)
        from gmp_desktop.ui.report.paragraph_editor import ParagraphEditor
        from gmp_desktop.ui.report.rows import name_of
        from gmp_desktop.ui.report.style import style_of
        from gmp_desktop.ui.widgets.rich_text import make_document

        width = self.delegate.places(row, self.delegate.width).text.width()
        document = make_document(
            text, dict(row.notes), style_of(row, self._look).text, width, self.delegate.sign
        )
        self._editing = self.delegate.open_id = id
        self.editor = ParagraphEditor(document, name_of(row), self.viewport())
        self.delegate.open_height = self.editor.height_wanted()
        self.editor.grown.connect(self._grow)
        self._place_editor()
        self.editor.place_cursor(position)
        self.editor.show()
        self.editor.setFocus()
        self.opened.emit(id)
        self.viewport().update()

    @Slot()
    def close_editor(self) -> None:
        """The page hears of it and stores what was typed."""
        editor, id = self.editor, self._editing
        if editor is None or id is None:
            return
        had_focus = editor.hasFocus()
        self.closed.emit(id)
        self.editor, self._editing = None, None
        self.delegate.open_id, self.delegate.open_height = None, 0
        editor.blockSignals(True)
        editor.hide()
        editor.deleteLater()
        if had_focus:
            self.setFocus()
        self._changed_height(id)

    def look_for(self, words: str) -> int:
        """Mark the words wherever they stand; how often that is."""
        self.delegate.found = words.strip()
        self.viewport().update()
        return sum(len(self.delegate.matches(row)) for row in self.rows.rows)

    def next_found(self, step: int) -> bool:
        count, at = self.rows.rowCount(), self.currentIndex().row()
        for distance in range(1, count + 1):
            row = self.rows.row((at + step * distance) % count)
            if row is not None and self.delegate.matches(row):
                return self.go(row.id)
        return False

    def _build(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Paragraphs of the report"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        self.verticalScrollBar().setSingleStep(20)
        self.verticalScrollBar().valueChanged.connect(self.lay_out_all)
        self.verticalScrollBar().valueChanged.connect(self._place_editor)

    @Slot(int)
    def _grow(self, height: int) -> None:
        if self._editing is not None and height != self.delegate.open_height:
            self.delegate.open_height = height
            self._changed_height(self._editing)

    def _changed_height(self, id: UUID) -> None:
        at = self.rows.at(id)
        if at >= 0:
            self.delegate.sizeHintChanged.emit(self.rows.index(at))
            self._later.start()
        self.viewport().update()

    @Slot()
    def _place_editor(self) -> None:
        row = self.rows.row(self.rows.at(self._editing)) if self._editing else None
        if self.editor is None or row is None:
            return
        whole = self.visualRect(self.rows.index(self.rows.at(row.id)))
        text = self.delegate.places(row, self.delegate.width).text.translated(whole.topLeft())
        self.editor.setGeometry(placed(self.layoutDirection(), whole, text))

    @Slot(QPoint)
    def _menu(self, at: QPoint) -> None:
        self.asked_for_menu.emit(self.viewport().mapToGlobal(at))

    @Slot()
    def _relook(self) -> None:
        """Who is writing goes on writing: letters typed after this must not meet the list."""
        editor, id = self.editor, self._editing
        position = editor.textCursor().position() if editor is not None and editor.hasFocus() else None
        self.close_editor()
        self._lay_out_rest_later(self.rows.rows)
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
        if position is not None:
            self.asked_to_open.emit(id, position)

    def _lay_out_rest_later(self, rows: tuple[Row, ...]) -> None:
        """What the window shows at once, what is below its edge in slices."""
        scrolled = self.isVisible() and self.verticalScrollBar().value() > 0
        at = max(self.indexAt(QPoint(0, 0)).row(), 0) if scrolled else 0
        room = self.height() if self.isVisible() else self.window().height()
        while at < len(rows) and room > 0:
            room -= self.delegate.about_height(rows[at])
            at += 1
        if sum(not self.delegate.has_laid_out(row) for row in rows[at:]) > SLICE:
            self.delegate.sure = min(at, self.delegate.sure)
            self._rest.start(REST_AFTER_MS)

    @Slot()
    def _lay_out_slice(self) -> None:
        rows, first = self.rows.rows, self.delegate.sure
        for row in rows[first : first + SLICE]:
            self.delegate.places(row, self.delegate.width)
        if first + SLICE < len(rows):
            self.delegate.sure = first + SLICE
            self._rest.start(0)
        else:
            self.lay_out_all()

    def _lay_out_for_width(self) -> None:
        """Qt lays a list out anew only when its height changes; ours depends on the width."""
        self.scheduleDelayedItemsLayout()
        row = self.rows.row(self.rows.at(self._editing)) if self._editing else None
        if self.editor is not None and row is not None:
            width = self.delegate.places(row, self.delegate.width).text.width()
            self.editor.setFixedWidth(width)
            self.delegate.open_height = self.editor.height_wanted()
        self._later.start()

    def _text_at(self, point: QPoint) -> tuple[Row, int] | None:
        """The row whose text is under the point, and the place in the text."""
        index = self.indexAt(point)
        row = self.rows.row(index.row())
        if row is None or row.kind in {FRONT, END_RULE}:
            return None
        whole = self.visualRect(index)
        text = self.delegate.places(row, self.delegate.width).text.translated(whole.topLeft())
        place: QRect = placed(self.layoutDirection(), whole, text)
        if not place.adjusted(-2, -3, 2, 3).contains(point):
            return None
        document = self.delegate.document(row, place.width())
        hit = document.documentLayout().hitTest(QPointF(point - place.topLeft()), Qt.HitTestAccuracy.FuzzyHit)
        return row, max(hit, 0)

    # Qt's side

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        row = self.rows.row(current.row())
        if self._editing is not None and row is not None and row.id != self._editing:
            self.close_editor()
        self.moved_to.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and not event.modifiers():
            self.ask_to_open()
        elif event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self.asked_to_remove.emit()
        elif (
            event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Down)
            or not event.text()
        ):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        hit = (
            self._text_at(event.position().toPoint()) if event.button() == Qt.MouseButton.LeftButton else None
        )
        super().mousePressEvent(event)
        if hit is not None:
            self.setCurrentIndex(self.rows.index(self.rows.at(hit[0].id)))
            self.asked_to_open.emit(hit[0].id, hit[1])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        if self.current is not None and self.current.kind == FRONT:
            self.asked_for_front.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        # Asking for the viewport would load every widget there is.
        bar = (self.width() - event.size().width()) or SCROLL_BAR
        was, self.delegate.width = self.delegate.width, self.width() - bar
        super().resizeEvent(event)
        if was != self.delegate.width:
            self._lay_out_for_width()

    def step(self, way: Step, x: int) -> None:
        """From one paragraph's edge line into the next, the cursor keeping its column."""
        at = self.rows.at(self._editing) if self._editing else -1
        from gmp_desktop.ui.widgets.steps import Step

        row = self.rows.row(at + way)
        while row is not None and row.kind == END_RULE:
            at += way
            row = self.rows.row(at + way)
        if row is None or row.kind == FRONT:
            return
        self.go(row.id)
        document = self.delegate.document(row, self.delegate.places(row, self.delegate.width).text.width())
        y = 1.0 if way is Step.DOWN else document.size().height() - 1
        hit = document.documentLayout().hitTest(QPointF(x, y), Qt.HitTestAccuracy.FuzzyHit)
        self.asked_to_open.emit(row.id, max(hit, 0))
