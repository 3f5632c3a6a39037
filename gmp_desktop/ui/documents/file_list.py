"""The files of a document, one for each language and form: opened by their name, replaced, given out, taken off."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gmp_desktop.domain.meeting import Attachment, MeetingDocument
from gmp_desktop.domain.register import without_file
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.tips import tip
from gmp_desktop.ui.widgets.buttons import Button, IconLabel, Tinted
from gmp_desktop.ui.widgets.sections import clear

NAME_WIDTH = 150
_UNITS = ("bytes", "kB", "MB")


class FileList(QWidget):
    asked_to_open = Signal(object)
    asked_to_replace = Signal(object)
    asked_to_export = Signal(object)
    asked_to_detach = Signal(object)
    asked_to_attach = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: tuple[tuple[Attachment, ...], bool] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_files(self, document: MeetingDocument) -> None:
        if (document.attachments, document.has_text) == self._shown:
            return
        self._shown = document.attachments, document.has_text
        clear(self._column)
        if without_file([document]):
            none = Tinted(self._look, "warn", self.tr("no file yet"))
            none.setFont(self._look.font(10, italic=True))
            self._column.addWidget(none)
        elif document.has_text and not document.attachments:
            self._column.addWidget(Tinted(self._look, "text2", self.tr("text is here")))
        for file in document.attachments:
            self._column.addLayout(self._file(file))
        attach = Button(self._look, self.tr("Attach file…"), "plus", link=True)
        attach.clicked.connect(self._attach)
        row = QHBoxLayout()
        row.addWidget(attach)
        row.addStretch(1)
        self._column.addLayout(row)

    def _file(self, file: Attachment) -> QVBoxLayout:
        name = Button(self._look, "", link=True)
        name.setText(
            name.fontMetrics()
            .elidedText(file.name, Qt.TextElideMode.ElideMiddle, NAME_WIDTH)
            .replace("&", "&&")
        )
        name.setAccessibleName(self.tr("Open {name}").format(name=file.name))
        name.setToolTip(tip(file.name))
        name.clicked.connect(partial(self.asked_to_open.emit, file))
        facts = Tinted(self._look, "text2", f"{file.language} · {size_words(file.size)}")
        facts.setFont(self._look.font(9.5, figures=True))
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(IconLabel(self._look, "file-text"))
        head.addWidget(name)
        head.addStretch(1)
        head.addWidget(facts)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.setContentsMargins(12, 0, 0, 0)
        for words, signal in (
            (self.tr("Replace…"), self.asked_to_replace),
            (self.tr("Export…"), self.asked_to_export),
            (self.tr("Remove"), self.asked_to_detach),
        ):
            button = Button(self._look, words, link=True)
            button.setAccessibleName(f"{words} {file.name}")
            button.clicked.connect(partial(signal.emit, file))
            below.addWidget(button)
        below.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(below)
        return column

    @Slot()
    def _attach(self) -> None:
        self.asked_to_attach.emit()


def size_words(size: int) -> str:
    """18 bytes, 3.4 kB, 120 MB."""
    amount, units = float(size), list(_UNITS)
    while amount >= 1000 and len(units) > 1:
        amount /= 1000
        units.pop(0)
    exact = amount < 10 and units[0] != _UNITS[0]
    return f"{amount:.1f} {units[0]}" if exact else f"{amount:,.0f} {units[0]}"
