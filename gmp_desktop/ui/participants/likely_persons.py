"""Who of the directory is likely meant by the name being typed, to be used instead of a second entry."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gmp_desktop.domain.people import Organisation, Person, full_name
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.widgets.buttons import Button, Tinted
from gmp_desktop.ui.widgets.sections import clear


class LikelyPersons(QWidget):
    used = Signal(object, object)
    """The person, and what they were last there for."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.hide()

    def show_persons(self, likely: Sequence[tuple[Person, Organisation | None]]) -> None:
        clear(self._column)
        self.setVisible(bool(likely))
        if not likely:
            return
        head = Tinted(self._look, "text2", self.tr("Already in the directory. Is it the same person?"))
        head.setWordWrap(True)
        self._column.addWidget(head)
        for person, body in likely:
            self._column.addWidget(self._entry(person, body))

    def _entry(self, person: Person, body: Organisation | None) -> QWidget:
        called = f"{full_name(person)}, {body.name}" if body else full_name(person)
        entry = QWidget()
        row = QVBoxLayout(entry)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(0)
        words = Tinted(self._look, "text", called)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        button = Button(self._look, self.tr("Use this entry"), link=True)
        button.setAccessibleName(self.tr("Use {name}").format(name=called))
        button.clicked.connect(lambda _checked=False: self.used.emit(person, body))
        row.addWidget(words)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        return entry
