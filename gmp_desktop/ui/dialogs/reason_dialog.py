"""Going back to an earlier stage: why, in a few words that stay with the meeting."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from gmp_desktop.ui.look import PAGE_MARGIN, Look
from gmp_desktop.ui.widgets.buttons import Button, Tinted
from gmp_desktop.ui.widgets.fields import labelled

WIDTH = 440
LONGEST = 1_000


class ReasonDialog(QDialog):
    given = Signal(str)

    def __init__(self, look: Look, stage: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Back to an earlier stage"))
        self.setMinimumWidth(WIDTH)
        head = QLabel(self.tr("Back to “{stage}”").format(stage=stage))
        head.setFont(look.font(11, 600))
        words = Tinted(look, "text2", self.tr("The reason is kept with the meeting; it is not printed."))
        words.setWordWrap(True)
        self.reason = QLineEdit()
        self.reason.setMaxLength(LONGEST)
        self.reason.textChanged.connect(self._check)
        self.go = Button(look, self.tr("Go back"), primary=True)
        stay = Button(look, self.tr("Stay"))
        self.go.setDefault(True)
        self.go.clicked.connect(self._give)
        stay.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(stay)
        row.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN)
        column.setSpacing(12)
        column.addWidget(head)
        column.addWidget(words)
        column.addLayout(labelled(self.tr("Reason"), self.reason, look))
        column.addLayout(row)
        self._check()
        self.reason.setFocus()

    @Slot()
    def _check(self) -> None:
        self.go.setEnabled(bool(self.reason.text().strip()))

    @Slot()
    def _give(self) -> None:
        self.given.emit(self.reason.text().strip())
        self.accept()
