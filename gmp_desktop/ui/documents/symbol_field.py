"""A field for a symbol that says as one types whether a document can have it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from gmp_desktop.domain.meeting import MeetingDocument
from gmp_desktop.domain.register import full_symbol
from gmp_desktop.domain.symbol_check import Problem, check_distribution, check_symbol
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.widgets.buttons import Tinted


class SymbolField(QWidget):
    """``others`` are the documents beside the one that is named."""

    settled = Signal(str)
    """Enter was pressed or the field left, and a document can have what stands in it."""
    entered = Signal()
    typed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._others: Sequence[MeetingDocument] = ()
        self._stem = self._distribution = ""
        self.problem: Problem | None = None
        self.field = _Line()
        self._words = Tinted(look, "error")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setFont(look.font(9.5))
        self._words.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.field)
        column.addWidget(self._words)
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(self._check)
        self.field.textEdited.connect(self.typed)
        self.field.editingFinished.connect(self._settle)
        self.field.entered.connect(self.entered)

    def show_symbol(
        self, symbol: str, others: Sequence[MeetingDocument], stem: str, distribution: str = ""
    ) -> None:
        self._others, self._stem, self._distribution = others, stem, distribution
        if self.field.text() != symbol:
            self.field.setText(symbol)
        self._check()

    @property
    def symbol(self) -> str:
        """What stands in the field, in normal form."""
        return full_symbol(self.field.text(), self._stem)

    @property
    def sentence(self) -> str:
        return "" if self._words.isHidden() else self._words.text()

    @Slot()
    def _check(self) -> None:
        self.problem = check_symbol(self.field.text(), self._others, self._stem)
        shown = self.problem
        if shown is None and self._distribution:
            shown = check_distribution(self.symbol, self._distribution)
        stops = shown is not None and shown.stops
        self._words.tint("error" if stops else "warn")
        self._words.setText(shown.sentence if shown else "")
        self._words.setVisible(shown is not None)
        self.field.setAccessibleDescription(shown.sentence if shown else "")
        if bool(self.field.property("wrong")) != stops:
            self.field.setProperty("wrong", "1" if stops else "")
            self.field.style().polish(self.field)

    @Slot()
    def _settle(self) -> None:
        if self.problem is None or not self.problem.stops:
            self.settled.emit(self.symbol)


class _Line(QLineEdit):
    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
