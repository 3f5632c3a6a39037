"""A new meeting: what it begins with, its number, days and place; the rest can wait."""

from collections.abc import Iterable
from typing import Any, NamedTuple
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from gmp_desktop.domain.meeting import Meeting
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.widgets.buttons import Button, Tinted
from gmp_desktop.ui.widgets.date_field import DateField
from gmp_desktop.ui.widgets.fields import Choice, labelled

MOST_MEETINGS = 30


class NewMeeting(NamedTuple):
    """``facts`` are those that were given; ``begin`` is a past meeting, the key of a template, or nothing."""

    begin: UUID | str | None
    facts: dict[str, Any]


class NewMeetingForm(QWidget):
    ready = Signal(object)
    """A :class:`NewMeeting`."""
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.begins = Choice(look)
        self._next: dict[UUID, int] = {}
        self.number, self.place, self.venue = QLineEdit(), QLineEdit(), QLineEdit()
        self.starts_on, self.ends_on = DateField(), DateField()
        self._told = Tinted(look, "error")
        self._build()

    def offer(self, meetings: Iterable[Meeting], templates: Iterable[tuple[str, str]]) -> None:
        """What a meeting can begin with: the last ones, the newest first; templates by key and name; nothing."""
        self.begins.clear()
        self._next.clear()
        meetings = list(meetings)
        for meeting in meetings[:MOST_MEETINGS]:
            self.begins.addItem(self.tr("{code}, as it was").format(code=meeting.code), meeting.id)
            of_body = [other.ordinal or 0 for other in meetings if other.body == meeting.body]
            self._next[meeting.id] = max(of_body) + 1
        for key, name in templates:
            self.begins.addItem(name, key)
        self.begins.addItem(self.tr("Nothing: an empty meeting"), None)
        self.begins.setCurrentIndex(0)
        self._begins_changed()

    def begin(self) -> None:
        for field in (self.number, self.place, self.venue):
            field.clear()
        self.starts_on.show_date_now(None)
        self.ends_on.show_date_now(None)
        self._told.clear()
        self.number.setFocus()

    def handed_in(self) -> NewMeeting:
        """What stands in the form; an empty field is not a fact."""
        text = self.number.text().strip()
        number = text.removeprefix("PAG-").removeprefix("pag-")
        begin = self.begins.currentData()
        facts: dict[str, Any] = {
            "ordinal": int(number) if number.isdecimal() else None,
            "code": "" if number.isdecimal() and begin is not None else _code(text, number),
            "starts_on": self.starts_on.day(),
            "ends_on": self.ends_on.day() or (None if begin is not None else self.starts_on.day()),
            "place": self.place.text().strip(),
            "venue": self.venue.text().strip(),
        }
        return NewMeeting(begin, {name: fact for name, fact in facts.items() if fact not in (None, "")})

    def _build(self) -> None:
        head = QLabel(self.tr("New meeting"))
        head.setFont(self._look.font(14, 600))
        self.begins.currentIndexChanged.connect(self._begins_changed)
        self._begins_changed()
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        for at, (words, field) in enumerate(
            (
                (self.tr("Begin with"), self.begins),
                (self.tr("Number of the meeting"), self.number),
                (self.tr("First day"), self.starts_on),
                (self.tr("Last day"), self.ends_on),
                (self.tr("Place"), self.place),
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
    def _begins_changed(self) -> None:
        """A meeting that follows another has its number already."""
        begin = self.begins.currentData()
        known = self._next.get(begin) if isinstance(begin, UUID) else None
        self.number.setPlaceholderText(str(known) if known else self.tr("16, or a code of its own"))

    @Slot()
    def _hand_in(self) -> None:
        follows = isinstance(self.begins.currentData(), UUID)
        if not follows and not self.number.text().strip():
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
        self.ready.emit(self.handed_in())

    # Qt's side

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._hand_in()
        else:
            super().keyPressEvent(event)


def _code(text: str, number: str) -> str:
    return f"PAG-{int(number)}" if number.isdecimal() else text
