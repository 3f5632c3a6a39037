"""A document before it is registered: its kind proposes the next free symbol, Enter registers it."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gmp_desktop.domain.meeting import MeetingDocument
from gmp_desktop.domain.register import SUFFIXES, Proposal, RegisterKind
from gmp_desktop.ui.documents.lines import name_words
from gmp_desktop.ui.documents.symbol_field import SymbolField
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.widgets.buttons import Button, Tinted
from gmp_desktop.ui.widgets.fields import Choice, labelled
from gmp_desktop.ui.widgets.written_field import WrittenField

TITLE_LINES = 3
translate = QCoreApplication.translate
Propose = Callable[[RegisterKind, UUID | None], Proposal]


class NewDocumentForm(QWidget):
    named = Signal(str, str)
    """Symbol and title."""
    left = Signal()

    def __init__(self, look: Look, propose: Propose, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._propose = propose
        self._documents: Sequence[MeetingDocument] = ()
        self._stem = self._proposed_title = ""
        self._build()

    def begin(self, documents: Sequence[MeetingDocument], stem: str, of: UUID | None) -> None:
        """``of`` is the document one stands on: an addendum is most likely one to it."""
        self._stem = stem
        self._documents = [document for document in documents if document.symbol]
        self.of.clear()
        self.of.addItems([name_words(document, stem) for document in self._documents])
        at = next((at for at, document in enumerate(self._documents) if document.id == of), 0)
        self.of.setCurrentIndex(at)
        self.kind.setCurrentIndex(0)
        self.title.begin("")
        self._proposed_title = ""
        self._renew()
        self.title.setFocus()

    def _build(self) -> None:
        look = self._look
        self.kind, self.of = Choice(look), Choice(look)
        self.kind.addItems([kind_words(kind) for kind in RegisterKind])
        self.symbol, self.title = SymbolField(look), WrittenField(look, TITLE_LINES, one_line=True)
        self._facts = Tinted(look, "text2")
        self._facts.setFont(look.font(9.5))
        self._register = Button(look, self.tr("Register"))
        leave = Button(look, self.tr("Cancel"))
        self._of_row = QWidget()
        of = labelled(self.tr("To document"), self.of, look)
        of.setContentsMargins(0, 0, 0, 0)
        self._of_row.setLayout(of)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(labelled(self.tr("Kind"), self.kind, look))
        column.addWidget(self._of_row)
        column.addLayout(labelled(self.tr("Symbol"), self.symbol, look))
        self.symbol.field.setAccessibleName(self.tr("Symbol"))
        column.addLayout(labelled(self.tr("Title"), self.title, look))
        column.addWidget(self._facts)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._register)
        row.addWidget(leave)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        self.kind.currentIndexChanged.connect(self._renew)
        self.of.currentIndexChanged.connect(self._renew)
        self.symbol.field.textChanged.connect(self._enable)
        self.symbol.entered.connect(self._name)
        self.title.entered.connect(self._name)
        self._register.clicked.connect(self._name)
        leave.clicked.connect(self.left)

    @Slot()
    def _renew(self) -> None:
        """Another kind, another symbol; a title somebody typed stays."""
        kind = list(RegisterKind)[self.kind.currentIndex()]
        is_of = kind in SUFFIXES
        self._of_row.setVisible(is_of)
        at = self.of.currentIndex()
        of = self._documents[at].id if is_of and 0 <= at < len(self._documents) else None
        proposal = self._propose(kind, of)
        self.symbol.show_symbol(proposal.symbol, self._documents, self._stem)
        if self.title.words == self._proposed_title:
            self.title.begin(proposal.title)
            self._proposed_title = proposal.title
        self._facts.setText(self.tr("Distribution: {words}").format(words=proposal.distribution))
        self._facts.setVisible(bool(proposal.distribution))

    @Slot()
    def _enable(self) -> None:
        problem = self.symbol.problem
        self._register.setEnabled(problem is None or not problem.stops)

    @Slot()
    def _name(self) -> None:
        problem = self.symbol.problem
        if problem is None or not problem.stops:
            self.named.emit(self.symbol.symbol, self.title.words)

    # Qt's side

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def kind_words(kind: RegisterKind) -> str:
    return {
        RegisterKind.WORKING: translate("register", "Working document"),
        RegisterKind.INFORMATION: translate("register", "Information document (INF)"),
        RegisterKind.CONFERENCE_ROOM: translate("register", "Conference room paper (CRP.)"),
        RegisterKind.LIMITED: translate("register", "Limited document (L.)"),
        RegisterKind.ADDENDUM: translate("register", "Addendum (Add.)"),
        RegisterKind.REVISION: translate("register", "Revision (Rev.)"),
        RegisterKind.CORRIGENDUM: translate("register", "Corrigendum (Corr.)"),
    }[kind]
