"""A new meeting: number, days and place; the rest can wait."""

from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from gmp_desktop.ui.look import Look
from gmp_desktop.ui.widgets.buttons import Button, Tinted
from gmp_desktop.ui.widgets.date_field import DateField
from gmp_desktop.ui.widgets.fields import labelled


class NewMeetingForm(QWidget):
    ready = Signal(object)
    """The facts, as the service takes them."""
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.number, self.place, self.venue = QLineEdit(), QLineEdit(), QLineEdit()
        self.starts_on, self.ends_on = DateField(), DateField()
        self._told = Tinted(look, "error")
        self._build()

    def begin(self) -> None:
        for field in (self.number, self.place, self.venue):
            field.clear()
        self.starts_on.show_date_now(None)
        self.ends_on.show_date_now(None)
        self._told.clear()
        self.number.setFocus()

    def facts(self) -> dict[str, Any]:
        text = self.number.text().strip()
        number = text.removeprefix("PAG-").removeprefix("pag-")
        return {
            "code": f"PAG-{int(number)}" if number.isdecimal() else text,
            "ordinal": int(number) if number.isdecimal() else None,
            "starts_on": self.starts_on.day(),
            "ends_on": self.ends_on.day() or self.starts_on.day(),
            "place": self.place.text().strip(),
            "venue": self.venue.text().strip(),
        }

    def _build(self) -> None:
        head = QLabel(self.tr("New meeting"))
        head.setFont(self._look.font(14, 600))
        self.number.setPlaceholderText(self.tr("16, or a code of its own"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        for at, (words, field) in enumerate(
            (
                (self.tr("Number of the meeting"), self.number),
                (self.tr("Place"), self.place),
                (self.tr("First day"), self.starts_on),
                (self.tr("Last day"), self.ends_on),
                (self.tr("Venue"), self.venue),
            )
        ):
            grid.addLayout(labelled(words, field, self._look), at // 2, at % 2)
        make = Button(self._look, self.tr("Make the meeting"), primary=True)
        make.clicked.connect(self._hand_in)
        back = Button(self._look, self.tr("Back"))
        back.clicked.connect(self.left)
        row = QHBoxLayout()
        row.addWidget(make)
        row.addWidget(back)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 0)
        column.setSpacing(16)
        column.addWidget(head)
        column.addLayout(grid)
        column.addWidget(self._told)
        column.addLayout(row)
        column.addStretch(1)

    @Slot()
    def _hand_in(self) -> None:
        if not self.number.text().strip():
            self._told.setText(self.tr("The meeting needs a number or a code."))
            self.number.setFocus()
            return
        for day in (self.starts_on, self.ends_on):
            if day.fault:
                self._told.setText(day.fault)
                day.setFocus()
                day.selectAll()
                return
        self._told.clear()
        self.ready.emit(self.facts())

    # Qt's side

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._hand_in()
        else:
            super().keyPressEvent(event)
