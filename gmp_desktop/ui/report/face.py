"""The report as the first paint shows it: its head and its paragraphs, nothing that takes time to make."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gmp_desktop.ui.report.paragraph_list import ParagraphList
from gmp_desktop.ui.widgets.page_head import PageHead

if TYPE_CHECKING:
    from gmp_desktop.domain.blocks import Document
    from gmp_desktop.ui.look import Look
    from gmp_desktop.ui.report.row import Row


class ReportFace(QWidget):
    """The page of the report takes ``head`` and ``list`` into its own layout once it is made."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = PageHead(look, self.tr("Report"))
        self.print_button = self.head.add_button(self.tr("Print…"), "printer")
        self.export_button = self.head.add_button(self.tr("Export…"), primary=True)
        self.list = ParagraphList(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.list, 1)

    def show_rows(self, symbol: str, rows: tuple[Row, ...]) -> None:
        """What was kept of the report, or its beginning."""
        self.list.show_rows(rows)
        self.head.show_facts(symbol)

    def show_document(self, document: Document | None, *, complete: bool = True) -> None:
        """Facts are counts, so they wait until the document is whole."""
        from gmp_desktop.ui.report.rows import counted, rows_of, symbol_of
        from gmp_desktop.ui.wording import count_words

        if document is None:
            self.show_rows("", ())
            return
        self.show_rows(symbol_of(document), rows_of(document))
        if complete:
            _, paragraphs = counted(self.list.rows.rows)
            count = count_words(paragraphs, self.tr("{n} paragraph"), self.tr("{n} paragraphs"))
            self.head.show_facts(symbol_of(document), count)
