"""The foot of an import, with its three buttons, and what is shown while something is worked out."""

from itertools import pairwise
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from gmp_desktop.ui.look import PAGE_MARGIN, Look
from gmp_desktop.ui.widgets.buttons import Button, Tinted


class ImportFoot(QWidget):
    given_up = Signal()
    went_back = Signal()
    went_on = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = self.tr("Nothing is written until the last step, and Undo takes the whole import back.")
        told = Tinted(look, "text2", words)
        told.setWordWrap(True)
        self.cancel = Button(look, self.tr("Cancel"))
        self.back = Button(look, self.tr("Back"))
        self.next = Button(look, self.tr("Check duplicates"), primary=True)
        self.cancel.clicked.connect(self.given_up)
        self.back.clicked.connect(self.went_back)
        self.next.clicked.connect(self.went_on)
        row = QHBoxLayout(self)
        row.setContentsMargins(PAGE_MARGIN, 12, PAGE_MARGIN, 12)
        row.setSpacing(8)
        row.addWidget(told, 1)
        for button in (self.cancel, self.back, self.next):
            row.addWidget(button)

    def show_step(self, words: str, *, back: bool) -> None:
        self.cancel.show()
        self.cancel.setEnabled(True)
        self.back.setVisible(back)
        self.next.show()
        self._stand_last()
        self.say(words)

    def say(self, words: str) -> None:
        """What the main button does now."""
        self.next.setText(words)
        self.next.setAccessibleName(words)
        self.next.setEnabled(True)

    def _stand_last(self) -> None:
        """After the fields of the step, however late they were made, Tab comes here."""
        last = cast(QWidget, self.window().previousInFocusChain())
        while last is not self and (last.focusPolicy() == Qt.FocusPolicy.NoFocus or self.isAncestorOf(last)):
            last = cast(QWidget, last.previousInFocusChain())
        for one, following in pairwise((last, self.cancel, self.back, self.next)):
            QWidget.setTabOrder(one, following)

    def wait(self) -> None:
        """Only giving up is possible."""
        self.cancel.show()
        self.cancel.setEnabled(True)
        self.cancel.setFocus()
        self.back.hide()
        self.next.hide()


class ImportWaiting(QWidget):
    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Tinted(look, "text2")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(300, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN)
        column.addWidget(self._words)
        column.addWidget(self._bar)
        column.addStretch(1)

    def begin(self, words: str) -> None:
        self._words.setText(words)
        self._bar.setAccessibleName(words)
        self._bar.setRange(0, 0)

    def show_progress(self, fraction: float) -> None:
        self._bar.setRange(0, 1000)
        self._bar.setValue(int(fraction * 1000))
