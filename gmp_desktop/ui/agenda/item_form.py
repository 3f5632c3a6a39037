"""What one can say of an agenda item: title, minutes, who presents, annotation, documents."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSpinBox, QVBoxLayout, QWidget

from gmp_desktop.domain.agenda import MOST_MINUTES, bare_title, short_symbol
from gmp_desktop.domain.agenda_sheet import AgendaSheet, ItemPaper
from gmp_desktop.domain.meeting import AgendaItem
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.widgets.buttons import Button, IconLabel, Tinted
from gmp_desktop.ui.widgets.completed_field import CompletedField
from gmp_desktop.ui.widgets.fields import labelled
from gmp_desktop.ui.widgets.sections import clear
from gmp_desktop.ui.widgets.side_form import column, plain
from gmp_desktop.ui.widgets.written_field import WrittenField
from gmp_desktop.ui.wording import clock_words, duration_words

MINUTES_STEP = 5


class AgendaItemForm(QWidget):
    """Everything is kept as it is written; ``sealed`` says that a field was left."""

    edited = Signal(object, str, object)
    """Of an item a field and what it holds now."""
    presenters_named = Signal(object, str)
    document_named = Signal(object, str)
    document_unlinked = Signal(object, object)
    document_chosen = Signal(object)
    sealed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._item: AgendaItem | None = None
        self._papers: tuple[ItemPaper, ...] | None = None
        self._formulas: Sequence[str] = ()
        self._build()
        self._connect()

    def show_item(self, sheet: AgendaSheet, item: AgendaItem) -> None:
        if self._item is None or item.id != self._item.id:
            self.keep()
        self._item = item
        self.title.show_text(bare_title(item.title))
        with QSignalBlocker(self.minutes):
            if not self.minutes.hasFocus() or self.minutes.value() != (item.minutes or 0):
                self.minutes.setValue(item.minutes or 0)
        self._show_end(sheet, item)
        named = sheet.presenters.get(item.id, ())
        self.presents.show_text(", ".join(one.presenter.name for one in named))
        self.annotation.show_text(item.annotation)
        printed_in = short_symbol(sheet.annotated, sheet.meeting)
        words = self.tr("Annotation (printed in document {symbol})").format(symbol=printed_in)
        self._annotated.setText(words if printed_in else self.tr("Annotation"))
        papers = sheet.papers.get(item.id, ())
        if papers != self._papers:
            self._papers = papers
            self._show_papers(papers)

    def offer_people(self, read: Callable[[], Sequence[str]]) -> None:
        self.presents.offer_later(read)

    def offer_documents(self, documents: Sequence[str]) -> None:
        self.document.offer(documents)

    def offer_formulas(self, formulas: Sequence[str]) -> None:
        self._formulas = formulas

    @property
    def annotation_words(self) -> str:
        return self._annotated.text()

    def keep(self) -> None:
        """What is still in the fields goes to the item they stand for."""
        self.title.keep()
        self.annotation.keep()
        self.presents.keep()

    def take_focus(self) -> None:
        self.title.setFocus()

    def _build(self) -> None:
        self.title = WrittenField(self._look, 2, one_line=True)
        self.minutes = QSpinBox()
        self.minutes.setRange(0, MOST_MINUTES)
        self.minutes.setSingleStep(MINUTES_STEP)
        self.minutes.setSpecialValueText("–")
        self.minutes.setFixedSize(90, self.fontMetrics().height() + 12)
        self.minutes.setKeyboardTracking(False)
        self._ends = Tinted(self._look, "text")
        self._ends.setFont(self._look.font(10, figures=True))
        self._ends.setWordWrap(True)
        self.presents = CompletedField()
        self.presents.setPlaceholderText(self.tr("nobody yet"))
        self.annotation = WrittenField(self._look, 6)
        self.formulas = Button(self._look, self.tr("Insert a phrase"), "plus", link=True)
        self.document = CompletedField(several=False)
        self.document.setPlaceholderText(self.tr("Symbol or title"))
        self.document.hide()
        self.attach = Button(self._look, self.tr("Attach document…"), "plus", link=True)
        self._papers_column = QVBoxLayout()
        self._papers_column.setSpacing(8)
        self.minutes.setAccessibleName(self.tr("Planned minutes"))
        planned = QWidget()
        planned.setFocusProxy(self.minutes)
        minutes = QHBoxLayout(planned)
        minutes.setContentsMargins(0, 0, 0, 0)
        minutes.setSpacing(12)
        minutes.addWidget(self.minutes)
        minutes.addWidget(self._ends, 1)
        whole = column()
        whole.addLayout(labelled(self.tr("Title"), self.title, self._look))
        whole.addLayout(labelled(self.tr("Planned minutes"), planned, self._look))
        whole.addLayout(labelled(self.tr("Presents"), self.presents, self._look))
        whole.addLayout(labelled(self.tr("Annotation"), self.annotation, self._look))
        whole.addWidget(self.formulas, 0, Qt.AlignmentFlag.AlignLeading)
        papers = Tinted(self._look, "text2", self.tr("Documents"))
        papers.setFont(self._look.font(9.5))
        whole.addWidget(papers)
        whole.addLayout(self._papers_column)
        whole.addWidget(self.document)
        whole.addWidget(self.attach, 0, Qt.AlignmentFlag.AlignLeading)
        whole.addStretch(1)
        self.setLayout(whole)
        self._annotated = next(one for one in self.findChildren(QLabel) if one.buddy() is self.annotation)

    def _connect(self) -> None:
        self.title.written.connect(partial(self._edited, "title"))
        self.title.entered.connect(self.minutes.setFocus)
        self.annotation.written.connect(partial(self._edited, "annotation"))
        self.minutes.valueChanged.connect(self._minutes_changed)
        self.presents.finished.connect(self._named)
        self.document.finished.connect(self._document_named)
        self.document.editingFinished.connect(self._close_document)
        self.formulas.clicked.connect(self._open_formulas)
        self.attach.clicked.connect(self._open_document)
        for field in (self.title, self.annotation):
            field.finished.connect(self.sealed)
        self.minutes.editingFinished.connect(self.sealed)

    def _show_end(self, sheet: AgendaSheet, item: AgendaItem) -> None:
        slot = sheet.timetable.of(item.id)
        words = []
        if slot is not None and slot.ends is not None:
            words.append(self.tr("ends {time}").format(time=clock_words(slot.ends)))
        total = sheet.sums[item.id]
        if total != (item.minutes or 0):
            words.append(self.tr("{length} with its sub-items").format(length=duration_words(total)))
        self._ends.setText("  ·  ".join(words))
        self._ends.tint("warn" if slot is not None and slot.over else "text")

    def _show_papers(self, papers: Sequence[ItemPaper]) -> None:
        clear(self._papers_column)
        for paper in papers:
            self._papers_column.addLayout(self._paper(paper))

    def _paper(self, paper: ItemPaper) -> QHBoxLayout:
        symbol = Button(self._look, paper.symbol.replace("&", "&&"), link=True)
        symbol.setAccessibleName(paper.symbol)
        symbol.clicked.connect(partial(self.document_chosen.emit, paper.document_id))
        gone = Button(self._look, "", "x", link=True)
        gone.setAccessibleName(self.tr("Take {symbol} off this item").format(symbol=paper.symbol))
        gone.setToolTip(self.tr("Take it off this item"))
        gone.clicked.connect(partial(self._unlink, paper.document_id))
        state = self.tr("file attached") if paper.here else self.tr("no file yet")
        below = QHBoxLayout()
        below.setContentsMargins(6, 0, 0, 0)
        below.setSpacing(12)
        below.addWidget(plain(self._look, "text2", paper.title, 9.5), 1)
        said = plain(self._look, "text2" if paper.here else "warn", state, 9.5)
        said.setWordWrap(False)
        below.addWidget(said, 0, Qt.AlignmentFlag.AlignTop)
        top = QHBoxLayout()
        top.addWidget(symbol)
        top.addStretch(1)
        top.addWidget(gone)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(top)
        words.addLayout(below)
        row = QHBoxLayout()
        row.setSpacing(4)
        icon = IconLabel(self._look, "file-text", 16, "text2" if paper.here else "warn")
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row

    def _edited(self, field: str, value: object) -> None:
        if self._item is not None:
            self.edited.emit(self._item.id, field, value)

    @Slot(int)
    def _minutes_changed(self, value: int) -> None:
        self._edited("minutes", value or None)

    @Slot(str)
    def _named(self, text: str) -> None:
        if self._item is not None:
            self.presenters_named.emit(self._item.id, text)

    @Slot(str)
    def _document_named(self, text: str) -> None:
        if self._item is not None and text.strip():
            self.document_named.emit(self._item.id, text.strip())

    def _unlink(self, document_id: UUID) -> None:
        if self._item is not None:
            self.document_unlinked.emit(self._item.id, document_id)

    @Slot()
    def _open_document(self) -> None:
        self.document.show_text("")
        self.document.clear()
        self.document.show()
        self.document.setFocus()

    @Slot()
    def _close_document(self) -> None:
        if self.document.isVisible():
            self.document.hide()
            self.attach.setFocus()

    @Slot()
    def _open_formulas(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for formula in self._formulas:
            menu.addAction(formula.replace("&", "&&"), partial(self.annotation.insert, formula))
        menu.popup(self.formulas.mapToGlobal(QPoint(0, self.formulas.height())))
