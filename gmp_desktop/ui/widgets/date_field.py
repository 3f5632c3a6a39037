"""A day as one types it: 22 September 2017, 22.9.2017 or 2017-09-22; empty is not known yet."""

import re
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from gmp_desktop.ui.wording import month, one_day

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_FIGURES = re.compile(r"(\d{1,2})[./ ](\d{1,2})[./ ](\d{4})")
_WORDS = re.compile(r"(\d{1,2})\.? +([^\W\d]{3,})\.?,? +(\d{4})")


class DateField(QLineEdit):
    """Turns red-edged while what stands in it is no day, and keeps it standing there."""

    refused = Signal(str)
    """What was left in the field and is no day, in a sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._last: date | None = None
        self.setPlaceholderText(self.tr("22 September 2017"))
        self.textEdited.connect(self._check)
        self.editingFinished.connect(self._tidy)

    def show_date(self, day: date | None) -> None:
        if not self.hasFocus() or day != self._last:
            self._last = day
            self.setText(one_day(day) if day else "")
            self._check()

    def day(self) -> date | None:
        """The last day that could be read, where the field holds none."""
        text = self.text().strip()
        return None if not text else read_day(text) or self._last

    @property
    def fault(self) -> str:
        """Why what stands in the field is no day; empty where it is one."""
        text = self.text().strip()
        if not text or read_day(text) is not None:
            return ""
        return self.tr("“{text}” is not a day. Write it as {example}.").format(
            text=text, example=self.placeholderText()
        )

    @Slot()
    def _check(self) -> None:
        wrong = bool(self.fault)
        if bool(self.property("wrong")) != wrong:
            self.setProperty("wrong", "1" if wrong else "")
            self.style().polish(self)

    @Slot()
    def _tidy(self) -> None:
        if self.fault:
            self.refused.emit(self.fault)
        else:
            self.show_date_now(self.day())

    def show_date_now(self, day: date | None) -> None:
        self._last = day
        self.setText(one_day(day) if day else "")
        self._check()


def read_day(text: str) -> date | None:
    text = text.strip()
    try:
        if found := _ISO.fullmatch(text):
            year, number, day = map(int, found.groups())
            return date(year, number, day)
        if found := _FIGURES.fullmatch(text):
            day, number, year = map(int, found.groups())
            return date(year, number, day)
        if found := _WORDS.fullmatch(text):
            return date(int(found[3]), _month(found[2]), int(found[1]))
    except ValueError:
        return None
    return None


def _month(word: str) -> int:
    """A month by its first letters."""
    for number in range(1, 13):
        if month(number).casefold().startswith(word.casefold()):
            return number
    raise ValueError(word)
