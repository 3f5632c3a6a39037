"""The sittings of a meeting, one a line: day, from, to, name; what cannot be is said and stays to be put right."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from gmp_desktop.domain.meeting import Sitting
from gmp_desktop.ui.look import PAGE_MARGIN, Look
from gmp_desktop.ui.widgets.buttons import Button, Tinted
from gmp_desktop.ui.widgets.date_field import DateField
from gmp_desktop.ui.widgets.sections import clear, scrolled
from gmp_desktop.ui.wording import clock_words

MORNING, AFTERNOON = (570, 750), (840, 1050)
_CLOCK = re.compile(r"(\d{1,2})(?:[:.h]?(\d{2}))?")


class SittingsEditor(QWidget):
    added = Signal(object, int, int)
    """A day, from, to."""
    edited = Signal(object, object)
    """Of a sitting the fields that differ."""
    removal_wanted = Signal(object)
    done = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._sittings: tuple[Sitting, ...] = ()
        self._first_day: date | None = None
        self._rows: dict[UUID, tuple[DateField, QLineEdit, QLineEdit, QLineEdit]] = {}
        self._build()

    def show_sittings(self, sittings: Sequence[Sitting], first_day: date | None) -> None:
        """The sentence about what was wrong goes when something was put right."""
        self._first_day = first_day
        if tuple(sittings) != self._sittings or not self._rows:
            kept = self._focused()
            self._sittings = tuple(sittings)
            self._fill()
            if kept is not None and kept[0] in self._rows:
                self._rows[kept[0]][kept[1]].setFocus()
        self._told.clear()

    def tell(self, sentence: str) -> None:
        self._told.setText(sentence)

    def take_focus(self) -> None:
        first = next(iter(self._rows.values()), None)
        (first[0] if first else self._add).setFocus()

    def keep(self) -> None:
        """What stands in the fields and differs."""
        for sitting in self._sittings:
            self._store(sitting)

    def _build(self) -> None:
        head = QLabel(self.tr("Sittings"))
        head.setFont(self._look.font(11, 600))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._told = Tinted(self._look, "error")
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setWordWrap(True)
        self._add = Button(self._look, self.tr("New sitting"), "plus")
        self._add.clicked.connect(self._new)
        back = Button(self._look, self.tr("Back to the agenda"))
        back.clicked.connect(self._leave)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._add)
        buttons.addWidget(back)
        buttons.addStretch(1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(PAGE_MARGIN, 8, PAGE_MARGIN, PAGE_MARGIN)
        column.setSpacing(12)
        column.addWidget(head)
        column.addLayout(self._grid)
        column.addWidget(self._told)
        column.addLayout(buttons)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inside))

    def _fill(self) -> None:
        clear(self._grid)
        self._rows.clear()
        heads = (self.tr("Day"), self.tr("From"), self.tr("To"), self.tr("Name, if it has one"))
        for at, words in enumerate(heads if self._sittings else ()):
            label = Tinted(self._look, "text2", words)
            label.setFont(self._look.font(9.5))
            self._grid.addWidget(label, 0, at)
        self._grid.setColumnStretch(3, 1)
        for row, sitting in enumerate(self._sittings, start=1):
            day, begins, ends, title = DateField(), QLineEdit(), QLineEdit(), QLineEdit()
            day.show_date_now(sitting.day)
            begins.setText(clock_words(sitting.begins))
            ends.setText(clock_words(sitting.ends))
            title.setText(sitting.title)
            day.setFixedWidth(180)
            for field, words in zip((day, begins, ends, title), heads, strict=True):
                field.setAccessibleName(f"{words}, {row}")
                field.editingFinished.connect(partial(self._store, sitting))
            for field in (begins, ends):
                field.setFixedWidth(80)
            gone = Button(self._look, "", "trash-2", link=True)
            gone.setAccessibleName(self.tr("Remove the sitting"))
            gone.setToolTip(self.tr("Remove the sitting"))
            gone.clicked.connect(partial(self.removal_wanted.emit, sitting.id))
            for at, part in enumerate((day, begins, ends, title, gone)):
                self._grid.addWidget(part, row, at)
                part.show()  # one cannot go into a field that waits for its layout
            self._rows[sitting.id] = (day, begins, ends, title)

    def _store(self, sitting: Sitting) -> None:
        if sitting.id not in self._rows or not self.isVisible():
            return
        day, begins, ends, title = self._rows[sitting.id]
        if day.fault:
            self.tell(day.fault)
            return
        times = {"begins": read_clock(begins.text()), "ends": read_clock(ends.text())}
        for field, time in zip((begins, ends), times.values(), strict=True):
            if time is None:
                self.tell(self.tr("“{text}” is not a time. Write it as 9:30.").format(text=field.text()[:30]))
                return
        now = {"day": day.day(), **times, "title": title.text().strip()}
        changed = {name: value for name, value in now.items() if value != getattr(sitting, name)}
        if changed:
            self.edited.emit(sitting.id, changed)

    @Slot()
    def _new(self) -> None:
        """The afternoon after a morning, the next morning after an afternoon."""
        last = next((one for one in reversed(self._sittings) if one.day is not None), None)
        if last is None or last.day is None:
            self.added.emit(self._first_day, *MORNING)
        elif last.ends <= AFTERNOON[0]:
            self.added.emit(last.day, *AFTERNOON)
        else:
            self.added.emit(last.day + timedelta(days=1), *MORNING)

    @Slot()
    def _leave(self) -> None:
        self.keep()
        self.done.emit()

    def _focused(self) -> tuple[UUID, int] | None:
        for id, fields in self._rows.items():
            for at, field in enumerate(fields):
                if field.hasFocus():
                    return id, at
        return None

    # Qt's side

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)


def read_clock(text: str) -> int | None:
    """9:30, 9.30, 9h30, 0930 or 9."""
    found = _CLOCK.fullmatch(text.strip())
    if found is None:
        return None
    hours, minutes = int(found[1]), int(found[2] or 0)
    return hours * 60 + minutes if minutes < 60 and hours * 60 + minutes <= 24 * 60 else None
