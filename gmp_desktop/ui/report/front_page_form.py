"""The front page of a document as fields: masthead, corner block, title; every field is kept when it is left."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gmp_desktop.domain.blocks import Document, Masthead
from gmp_desktop.domain.numbering import labels
from gmp_desktop.ui.bench import Bench
from gmp_desktop.ui.look import PAGE_MARGIN, Look
from gmp_desktop.ui.widgets.buttons import Button
from gmp_desktop.ui.widgets.fields import MarkedField, Tick, labelled
from gmp_desktop.ui.widgets.sections import unfilled

FIELD_MOST = 460


class FrontPageForm(QScrollArea):
    done = Signal()

    def __init__(self, look: Look, bench: Callable[[], Bench], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._bench = bench
        self._document: Document | None = None
        self._filling = False
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self._build()

    def show_document(self, document: Document) -> None:
        self._document = document
        self._filling = True
        head = document.masthead or Masthead()
        for name, field in self._lines.items():
            if not field.hasFocus() or field.text() != getattr(head, name):
                field.setText(getattr(head, name))
        known = {str(id): label for id, label in labels(document).items()}
        self._title.show_text(document.title, known)
        self._subtitle.show_text(document.subtitle, known)
        self._corner.show_text("\n".join(document.corner), known)
        self._draft.setChecked(document.draft)
        self._filling = False

    def take_focus(self) -> None:
        self._title.setFocus()
        self._title.selectAll()

    def close_form(self) -> None:
        self._store()

    def _build(self) -> None:
        inside = QWidget()
        self._title = MarkedField(self._look, self.tr("Title"), 2, inside)
        self._subtitle = MarkedField(self._look, self.tr("Subtitle"), 1, inside)
        self._corner = MarkedField(self._look, self.tr("Corner block, line by line"), 4, inside)
        self._lines = {
            "organ": QLineEdit(),
            "symbol": QLineEdit(),
            "distribution": QLineEdit(),
            "dated": QLineEdit(),
            "language_line": QLineEdit(),
            "job_number": QLineEdit(),
        }
        words = dict(
            zip(
                self._lines,
                (
                    self.tr("Organ"),
                    self.tr("Symbol"),
                    self.tr("Distribution"),
                    self.tr("Date as printed"),
                    self.tr("Language line"),
                    self.tr("Job number"),
                ),
                strict=True,
            )
        )
        self._draft = Tick(self._look, self.tr("Draft: DRAFT stands across every page"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        for at, (name, field) in enumerate(self._lines.items()):
            grid.addLayout(labelled(words[name], field, self._look), at // 2, at % 2)
            field.editingFinished.connect(self._store)
        back = Button(self._look, self.tr("Back to the text"), primary=True)
        back.clicked.connect(self._leave)
        column = QVBoxLayout(inside)
        column.setContentsMargins(PAGE_MARGIN, 8, PAGE_MARGIN, PAGE_MARGIN)
        column.setSpacing(12)
        for words_, field_ in (
            (self.tr("Title"), self._title),
            (self.tr("Subtitle"), self._subtitle),
            (self.tr("Corner block, line by line"), self._corner),
        ):
            field_.left.connect(self._store)
            column.addLayout(labelled(words_, field_, self._look))
        column.addLayout(grid)
        column.addWidget(self._draft)
        self._draft.toggled.connect(self._store)
        row = QHBoxLayout()
        row.addWidget(back)
        row.addStretch(1)
        column.addSpacing(8)
        column.addLayout(row)
        column.addStretch(1)
        inside.setMaximumWidth(FIELD_MOST + 2 * PAGE_MARGIN + 120)
        self.setWidget(inside)
        unfilled(self)

    @Slot()
    def _store(self) -> None:
        """One step for what differs; nothing at all where nothing does."""
        document = self._document
        if document is None or self._filling or not self.isVisible():
            return
        head = Masthead(**{name: field.text().strip() for name, field in self._lines.items()})
        has_head = document.masthead is not None or head != Masthead()
        changed = replace(
            document,
            title=self._title.text().strip(),
            subtitle=self._subtitle.text().strip(),
            corner=tuple(line for line in self._corner.text().split("\n") if line.strip()),
            masthead=head if has_head else None,
            draft=self._draft.isChecked(),
        )
        if changed != document:
            self._document = changed
            self._bench().front_pages.edit(changed)

    @Slot()
    def _leave(self) -> None:
        self._store()
        self.done.emit()

    # Qt's side

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)
