"""The steps of an import one after the other: file, columns, duplicates, take in; between them one waits."""

from enum import IntEnum
from typing import cast

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gmp_desktop.domain.sheet import Sheet
from gmp_desktop.ui.importing.columns import ImportColumns
from gmp_desktop.ui.importing.duplicates import ImportDuplicates
from gmp_desktop.ui.importing.file import ImportFile
from gmp_desktop.ui.importing.foot import ImportFoot, ImportWaiting
from gmp_desktop.ui.importing.taking import ImportTaking
from gmp_desktop.ui.importing.words import reading_words
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.widgets.buttons import Button
from gmp_desktop.ui.widgets.page_head import PageHead
from gmp_desktop.ui.widgets.sections import Rule, scrolled
from gmp_desktop.ui.widgets.step_words import StepWords
from gmp_desktop.ui.wording import count_words


class Step(IntEnum):
    FILE = 0
    COLUMNS = 1
    DUPLICATES = 2
    TAKE_IN = 3
    WAITING = 4


class ImportPanels(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self.head = PageHead(look, self.tr("Import participants"))
        self.how_read = Button(look, "", link=True)
        self.how_read.setToolTip(self.tr("Choose encoding, signs, sheet and headings"))
        self.how_read.hide()
        beside = cast(QHBoxLayout, self.head.layout())
        beside.setStretch(beside.count() - 1, 0)
        beside.addWidget(self.how_read)
        beside.addStretch(1)
        words = (self.tr("File"), self.tr("Columns"), self.tr("Duplicates"), self.tr("Take in"))
        self._steps = StepWords(look, words)
        self.file, self.columns = ImportFile(look), ImportColumns(look)
        self.duplicates, self.taking = ImportDuplicates(look), ImportTaking(look)
        self.waiting, self.foot = ImportWaiting(look), ImportFoot(look)
        self._stack = QStackedWidget()
        for panel in (scrolled(self.file), self.columns, self.duplicates, self.taking, self.waiting):
            self._stack.addWidget(panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._steps)
        column.addWidget(self._stack, 1)
        column.addWidget(Rule(look))
        column.addWidget(self.foot)

    @property
    def step(self) -> Step:
        return Step(self._stack.currentIndex())

    def show_source(self, name: str) -> None:
        """What is about to be read."""
        self.head.show_facts(name)
        self.how_read.hide()

    def show_sheet(self, sheet: Sheet) -> None:
        rows = count_words(len(sheet.rows), self.tr("{n} row"), self.tr("{n} rows"))
        self.head.show_facts(sheet.name, rows)
        self.how_read.setText(reading_words(sheet))
        self.how_read.show()
        self.file.show_sheet(sheet)

    def show_step(self, step: Step) -> None:
        self._steps.show_step(step)
        self._stack.setCurrentIndex(step)

    def wait(self, words: str, step: Step) -> None:
        """While ``step`` is worked out."""
        self._steps.show_step(step)
        self.waiting.begin(words)
        self._stack.setCurrentIndex(Step.WAITING)
        self.foot.wait()
