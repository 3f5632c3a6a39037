"""The file of an import: how it was read, with every guess to be corrected, and the lines it begins with."""

from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from gmp_desktop.domain.sheet import Sheet, SheetKind
from gmp_desktop.ui.importing.words import DELIMITERS, delimiter_words, encoding_words
from gmp_desktop.ui.look import PAGE_MARGIN, Look
from gmp_desktop.ui.widgets.buttons import Button, Tinted
from gmp_desktop.ui.widgets.elided import Elided
from gmp_desktop.ui.widgets.fields import Choice, head_label, labelled
from gmp_desktop.ui.widgets.sections import clear

CHOICE_WIDTH = 220
ENCODINGS = (
    *("utf-8", "utf-16", "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1256"),
    *("gb18030", "big5", "shift_jis", "euc_kr", "koi8_r", "mac_roman", "cp850"),
)


class ImportFile(QWidget):
    """``corrected`` carries what to read the file with: encoding, delimiter, sheet or head_row."""

    corrected = Signal(dict)
    another = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._build()

    def show_sheet(self, sheet: Sheet) -> None:
        text = sheet.kind is SheetKind.TEXT
        self._offer(
            self.encoding,
            {encoding_words(name): name for name in ENCODINGS},
            encoding_words(sheet.encoding),
            shown=text,
        )
        delimiters = {delimiter_words(sign).capitalize(): sign for sign in DELIMITERS}
        pasted = sheet.kind is SheetKind.PASTED
        self._offer(
            self.delimiter, delimiters, delimiter_words(sheet.delimiter).capitalize(), shown=text or pasted
        )
        self._offer(
            self.sheet, {name: name for name in sheet.sheets}, sheet.sheet, shown=len(sheet.sheets) > 1
        )
        heads: dict[str, Any] = {self.tr("There are none"): 0}
        heads |= {
            self.tr("Row {n}: {words}").format(n=number, words=words): number
            for number, words in sheet.first_lines
        }
        current = next((words for words, number in heads.items() if number == sheet.head_row), "")
        self._offer(self.head_row, heads, current, shown=True)
        self._show_lines(sheet)

    def take_focus(self) -> None:
        shown = (self.encoding, self.delimiter, self.sheet, self.head_row)
        next(choice for choice in shown if not choice.isHidden()).setFocus()

    def _offer(self, choice: Choice, options: dict[str, Any], current: str, *, shown: bool) -> None:
        choice.blockSignals(True)
        choice.clear()
        for words, value in options.items():
            choice.addItem(words, value)
        if current not in options:
            choice.insertItem(0, current)
        choice.setCurrentText(current)
        choice.blockSignals(False)
        self._places[choice].setVisible(shown)
        choice.setVisible(shown)

    def _show_lines(self, sheet: Sheet) -> None:
        clear(self._lines)
        for at, (number, words) in enumerate(sheet.first_lines):
            is_head = number == sheet.head_row
            label = Tinted(self._look, "text3", str(number))
            text = Elided(self._look, words, "text" if is_head else "text2", 600 if is_head else 400)
            self._lines.addWidget(label, at, 0)
            self._lines.addWidget(text, at, 1)
        self._lines.setColumnStretch(1, 1)

    @Slot()
    def _correct(self) -> None:
        choice = self.sender()
        name = next(name for name, own in self._names.items() if own is choice)
        self.corrected.emit({name: self._names[name].currentData()})

    def _build(self) -> None:
        self.encoding, self.delimiter = Choice(self._look), Choice(self._look)
        self.sheet, self.head_row = Choice(self._look), Choice(self._look)
        self._names = {
            "encoding": self.encoding,
            "delimiter": self.delimiter,
            "sheet": self.sheet,
            "head_row": self.head_row,
        }
        words = (self.tr("Encoding"), self.tr("Cells are parted by"), self.tr("Sheet"), self.tr("Headings"))
        row = QHBoxLayout()
        row.setSpacing(16)
        self._places: dict[Choice, QWidget] = {}
        for name, choice in zip(words, self._names.values(), strict=True):
            choice.setFixedWidth(CHOICE_WIDTH)
            choice.activated.connect(self._correct)
            place, field = QWidget(), labelled(name, choice, self._look)
            field.setContentsMargins(0, 0, 0, 0)
            place.setLayout(field)
            self._places[choice] = place
            row.addWidget(place)
        row.addStretch(1)
        another = Button(self._look, self.tr("Another file…"), "folder-open")
        another.clicked.connect(self.another)
        self._lines = QGridLayout()
        self._lines.setHorizontalSpacing(16)
        self._lines.setVerticalSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN, 16, PAGE_MARGIN, 16)
        column.setSpacing(12)
        column.addLayout(row)
        column.addSpacing(12)
        column.addWidget(head_label(self.tr("The file begins with"), self._look))
        column.addLayout(self._lines)
        column.addSpacing(12)
        column.addWidget(another, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)
