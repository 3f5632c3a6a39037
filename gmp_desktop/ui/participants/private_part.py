"""What of a person is nobody else's business: folded away until somebody asks for it."""

from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from gmp_desktop.domain.participants import PrivateDetails
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.widgets.buttons import Button, Tinted
from gmp_desktop.ui.widgets.fields import Tick, labelled
from gmp_desktop.ui.widgets.side_form import fill


class PrivatePart(QWidget):
    edited = Signal(object)
    """The details that are other ones now, by name."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: PrivateDetails | None = None
        self._build()
        self.fold()

    def show_details(self, details: PrivateDetails | None) -> None:
        """Of the same person as before, a field one is writing in keeps what stands there."""
        same = self._shown is not None and details is not None and self._shown.person_id == details.person_id
        self._shown = details
        for name, field in self._fields.items():
            if not same:
                field.setModified(False)
            fill(field, getattr(details, name) if details else "")
        self.printable.setChecked(bool(details and details.printable))

    def details(self) -> dict[str, Any]:
        """What stands in the fields."""
        lines = {name: field.text().strip() for name, field in self._fields.items()}
        return {**lines, "printable": self.printable.isChecked()}

    def keep(self) -> None:
        if self._shown is None:
            return
        now = self.details()
        changed = {name: detail for name, detail in now.items() if detail != getattr(self._shown, name)}
        if changed:
            self._shown = PrivateDetails(self._shown.person_id, **now)
            self.edited.emit(changed)

    def fold(self) -> None:
        self._inside.hide()
        self._dress()

    @Slot()
    def _turn(self) -> None:
        self._inside.setVisible(self._inside.isHidden())
        self._dress()

    def _dress(self) -> None:
        folded = self._inside.isHidden()
        self._head.setIcon(self._look.icon("lock", "accent"))
        self._head.setAccessibleName(self.tr("Private, folded") if folded else self.tr("Private, unfolded"))

    def _build(self) -> None:
        self._head = Button(self._look, self.tr("Private: contact and needs"), "lock", link=True)
        self._head.clicked.connect(self._turn)
        words = {
            "email": self.tr("E-mail"),
            "phone": self.tr("Telephone"),
            "address": self.tr("Address"),
            "dietary": self.tr("Dietary needs"),
            "access": self.tr("Access needs"),
        }
        self._fields = {name: QLineEdit() for name in words}
        self.printable = Tick(self._look, self.tr("Contact lines may be printed"))
        note = Tinted(
            self._look, "text2", self.tr("Needs are never printed. None of this leaves in a package.")
        )
        note.setFont(self._look.font(9.5))
        note.setWordWrap(True)
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(12)
        for name, field in self._fields.items():
            column.addLayout(labelled(words[name], field, self._look))
            field.editingFinished.connect(self.keep)
        column.addWidget(self.printable)
        column.addWidget(note)
        self.printable.clicked.connect(self.keep)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._head, 0, Qt.AlignmentFlag.AlignLeading)
        whole.addWidget(self._inside)
