"""The place of the documents: the filter over the list, the selected one at the side, or a list to be looked over."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gmp_desktop.domain.meeting import AgendaItem, MeetingDocument
from gmp_desktop.ui.documents.inspector import DocumentInspector
from gmp_desktop.ui.documents.lines import name_words
from gmp_desktop.ui.documents.new_form import NewDocumentForm, Propose
from gmp_desktop.ui.documents.review import RegisterReview
from gmp_desktop.ui.documents.table import RegisterTable
from gmp_desktop.ui.look import PAGE_MARGIN, Look
from gmp_desktop.ui.widgets.empty import EmptyPlace
from gmp_desktop.ui.widgets.find_field import FindField
from gmp_desktop.ui.widgets.inspector import WIDTH, Inspector
from gmp_desktop.ui.widgets.page_head import PageHead
from gmp_desktop.ui.widgets.table_rows import CELL

FILTER_WIDTH = 300
FACTS_LEAST_WIDTH = 760


class RegisterDesk(QWidget):
    def __init__(self, look: Look, settings: QSettings, propose: Propose) -> None:
        super().__init__()
        self._look = look
        self.head = PageHead(look, self.tr("Documents"))
        self.pasting = self.head.add_button(self.tr("Paste symbols…"))
        self.attaching = self.head.add_button(self.tr("Attach files…"))
        self.making = self.head.add_button(self.tr("New document"), "plus", primary=True)
        self.table = RegisterTable(look, settings)
        self.filter = FindField()
        self.filter.setPlaceholderText(self.tr("Symbol, title, item…"))
        self.filter.setAccessibleName(self.tr("Find in the documents"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setFixedWidth(FILTER_WIDTH)
        words = self.tr(
            "Every document of the meeting gets its symbol here, belongs to an agenda item and can carry its file."
        )
        self.empty = EmptyPlace(look, "file-text", self.tr("No documents yet"), words)
        self.inspector, self.new = DocumentInspector(look), NewDocumentForm(look, propose)
        self.side = Inspector(look)
        self.side.add(self.inspector)
        self.side.add(self.new)
        self.review = RegisterReview(look)
        self._main = self._build_main()
        self._whole = QStackedWidget()
        self._whole.addWidget(self._main)
        self._whole.addWidget(self.review)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._whole)

    @property
    def reviews(self) -> bool:
        """A list is looked over before it is registered."""
        return self._whole.currentWidget() is self.review

    @property
    def has_room_for_facts(self) -> bool:
        """A narrow head keeps its words for its buttons; the foot of the window tells the facts as well."""
        return self.width() - WIDTH >= FACTS_LEAST_WIDTH

    def show_list(self) -> None:
        self._whole.setCurrentWidget(self._main)

    def show_review(self) -> None:
        self._whole.setCurrentWidget(self.review)
        self.review.table.setFocus()

    def show_documents(
        self, documents: Sequence[MeetingDocument], stem: str, items: Sequence[AgendaItem]
    ) -> None:
        """The one under the cursor stays there."""
        kept = self.table.current
        self._body.setCurrentWidget(self._framed if documents else self.empty)
        self.filter.setVisible(bool(documents))
        self.making.setVisible(bool(documents))  # the empty place has its own
        self.table.rows.show(documents, stem, items)
        self.table.renewed(kept)

    def show_side(self, documents: Sequence[MeetingDocument], stem: str, items: Sequence[AgendaItem]) -> None:
        """The document under the cursor; the column is there while it has something to say."""
        id: UUID | None = self.table.current if documents else None
        document = next((document for document in documents if document.id == id), None)
        if document is None:
            self.inspector.forget()
        else:
            others = [other for other in documents if other.id != document.id]
            self.inspector.show_document(document, others, stem, items)
        if self.side.form is not self.new:
            self.side.show_form(self.inspector, name_words(document, stem) if document else "")
            self.side.setVisible(document is not None)

    def open_new(self) -> None:
        self.show_list()
        self.side.show_form(self.new, self.tr("New document"))
        self.side.show()

    def close_new(self) -> None:
        self.side.show_form(self.inspector)

    def take_focus(self) -> None:
        if self.reviews:
            self.review.table.setFocus()
        elif self._body.currentWidget() is self.empty:
            self.empty.take_focus()
        else:
            self.table.setFocus()

    def _build_main(self) -> QWidget:
        self._framed = QWidget()
        inside = QVBoxLayout(self._framed)
        inside.setContentsMargins(PAGE_MARGIN - CELL, 0, PAGE_MARGIN - CELL, 0)
        inside.addWidget(self.table)
        self._body = QStackedWidget()
        self._body.addWidget(self._framed)
        self._body.addWidget(self.empty)
        above = QHBoxLayout()
        above.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, 8)
        above.addWidget(self.filter)
        above.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.head)
        left.addLayout(above)
        left.addWidget(self._body, 1)
        main = QWidget()
        row = QHBoxLayout(main)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.side)
        return main
