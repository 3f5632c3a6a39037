"""What the register says of one document, edited where it stands; every field is kept when it is left."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from gmp_desktop.domain.meeting import AgendaItem, DocumentStage, MeetingDocument
from gmp_desktop.domain.register import DISTRIBUTIONS
from gmp_desktop.ui.documents.file_list import FileList
from gmp_desktop.ui.documents.item_picker import ItemPicker
from gmp_desktop.ui.documents.lines import stage_words
from gmp_desktop.ui.documents.symbol_field import SymbolField
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.widgets.buttons import Button, Tinted
from gmp_desktop.ui.widgets.date_field import DateField
from gmp_desktop.ui.widgets.fields import Choice, labelled
from gmp_desktop.ui.widgets.written_field import WrittenField

TITLE_LINES = 3


class DocumentInspector(QWidget):
    edited = Signal(object, object)
    """The id of the document and what changed in it, by name."""
    refused = Signal(str)
    adopted = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._document: MeetingDocument | None = None
        self._filling = False
        self._build()
        self._connect()

    @property
    def document(self) -> MeetingDocument | None:
        return self._document

    def show_document(
        self,
        document: MeetingDocument,
        others: Sequence[MeetingDocument],
        stem: str,
        items: Sequence[AgendaItem],
    ) -> None:
        """What is being typed in a field stays there while the document is the same."""
        same = self._document is not None and self._document.id == document.id
        if not same:
            self.leave()
        self._document, self._filling = document, True
        self._cited.setVisible(document.cited)
        if not (same and self.symbol.field.hasFocus() and self.symbol.field.isModified()):
            self.symbol.show_symbol(document.symbol, others, stem, document.distribution)
        if same:
            self.title.show_text(document.title)
        else:
            self.title.begin(document.title)
        self._none.setVisible(not items)
        self.items.setVisible(bool(items))
        self.items.show_items(items, document.item_ids)
        self._show_distribution(document.distribution)
        self.issued_on.show_date(document.issued_on)
        if not (same and self.languages.hasFocus()):
            self.languages.setText(", ".join(document.languages))
        self.stage.setCurrentIndex(list(DocumentStage).index(document.stage))
        self.files.show_files(document)
        self._filling = False

    def forget(self) -> None:
        """The document is gone; nothing typed about it is to be kept."""
        self._document = None

    def take_focus(self) -> None:
        self.title.setFocus()
        self.title.selectAll()

    def leave(self) -> None:
        """What can be kept is kept in one step; what cannot is told. Keeping it shows what is then on the record."""
        document, self._document = self._document, None
        if document is None:
            return
        now: dict[str, Any] = {"title": self.title.settled(), "languages": self._tags()}
        if not self.issued_on.fault:
            now["issued_on"] = self.issued_on.day()
        problem = self.symbol.problem
        if problem is None or not problem.stops:
            now["symbol"] = self.symbol.symbol
        elif self.symbol.field.isModified():
            self.refused.emit(
                self.tr("{problem} The symbol stays as it was.").format(problem=problem.sentence)
            )
        self.symbol.field.setModified(False)
        changed = {name: value for name, value in now.items() if value != getattr(document, name)}
        if changed:
            self.edited.emit(document.id, changed)
        self._document = self._document or document

    def _build(self) -> None:
        look = self._look
        self._cited = self._build_cited()
        self.symbol, self.title = SymbolField(look), WrittenField(look, TITLE_LINES, one_line=True)
        self.items, self.files = ItemPicker(look), FileList(look)
        self._none = Tinted(look, "text2", self.tr("no agenda yet"))
        self._none.setFont(look.font(10, italic=True))
        self.distribution, self.stage = Choice(look), Choice(look)
        self.stage.addItems([stage_words(stage) for stage in DocumentStage])
        self.issued_on, self.languages = DateField(), QLineEdit()
        self.issued_on.setPlaceholderText(self.tr("22.9.2017"))  # half a column has no room for words
        self.languages.setPlaceholderText("en, fr")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._cited)
        column.addLayout(labelled(self.tr("Symbol"), self.symbol, look))
        self.symbol.field.setAccessibleName(self.tr("Symbol"))
        column.addLayout(labelled(self.tr("Title"), self.title, look))
        under = labelled(self.tr("Agenda items"), self.items, look)
        under.addWidget(self._none)
        column.addLayout(under)
        column.addLayout(self._pair(self.tr("Distribution"), self.distribution, self.tr("Stage"), self.stage))
        column.addLayout(self._pair(self.tr("Date"), self.issued_on, self.tr("Languages"), self.languages))
        column.addSpacing(8)
        column.addLayout(labelled(self.tr("Files"), self.files, look))
        column.addStretch(1)

    def _pair(self, first: str, left: QWidget, second: str, right: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addLayout(labelled(first, left, self._look), 1)
        row.addLayout(labelled(second, right, self._look), 1)
        return row

    def _build_cited(self) -> QWidget:
        words = Tinted(self._look, "text2", self.tr("Known only because another document cites it."))
        words.setWordWrap(True)
        take = Button(self._look, self.tr("Take into the register"))
        take.clicked.connect(self._adopt)
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(words)
        column.addWidget(take, 0, Qt.AlignmentFlag.AlignLeading)
        return made

    def _connect(self) -> None:
        self.symbol.settled.connect(self._keep_symbol)
        self.title.written.connect(self._keep_title)
        self.title.entered.connect(self._next)
        self.items.ticked.connect(self._keep_items)
        self.distribution.activated.connect(self._keep_distribution)
        self.stage.activated.connect(self._keep_stage)
        self.issued_on.editingFinished.connect(self._keep_date)
        self.issued_on.refused.connect(self._refuse_date)
        self.languages.editingFinished.connect(self._keep_languages)

    def _show_distribution(self, distribution: str) -> None:
        choices = [*DISTRIBUTIONS] if distribution in DISTRIBUTIONS else [distribution, *DISTRIBUTIONS]
        if [self.distribution.itemText(at) for at in range(self.distribution.count())] != choices:
            self.distribution.clear()
            self.distribution.addItems(choices)
        self.distribution.setCurrentText(distribution)

    def _keep(self, name: str, value: Any) -> None:
        document = self._document
        if document is not None and not self._filling and value != getattr(document, name):
            self.edited.emit(document.id, {name: value})

    @Slot(str)
    def _keep_symbol(self, symbol: str) -> None:
        self.symbol.field.setModified(False)
        self._keep("symbol", symbol)

    @Slot(str)
    def _keep_title(self, title: str) -> None:
        self._keep("title", title)

    @Slot(object)
    def _keep_items(self, ids: list[UUID]) -> None:
        self._keep("item_ids", tuple(ids))

    @Slot()
    def _keep_distribution(self) -> None:
        self._keep("distribution", self.distribution.currentText())

    @Slot()
    def _keep_stage(self) -> None:
        self._keep("stage", list(DocumentStage)[self.stage.currentIndex()])

    @Slot()
    def _keep_date(self) -> None:
        if not self.issued_on.fault:
            self._keep("issued_on", self.issued_on.day())

    @Slot()
    def _keep_languages(self) -> None:
        self._keep("languages", self._tags())

    def _tags(self) -> tuple[str, ...]:
        tags = self.languages.text().replace(";", ",").replace(" ", ",").split(",")
        return tuple(dict.fromkeys(tag for tag in tags if tag))

    @Slot(str)
    def _refuse_date(self, sentence: str) -> None:
        self.refused.emit(self.tr("{sentence} The day stays as it was.").format(sentence=sentence))

    @Slot()
    def _next(self) -> None:
        self.focusNextChild()

    @Slot()
    def _adopt(self) -> None:
        if self._document is not None:
            self.adopted.emit(self._document.id)
