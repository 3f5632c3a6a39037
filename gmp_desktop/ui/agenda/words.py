"""Days, hours and lengths of time as the agenda words them."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from gmp_desktop.domain.timetable import Break, Day
from gmp_desktop.ui.wording import duration_words, hours_words, month, weekday

translate = QCoreApplication.translate

_NOON = range(11 * 60, 14 * 60)


def day_words(day: date | None) -> str:
    """Tuesday 10 November."""
    if day is None:
        return translate("dates", "Day not set")
    words = translate("dates", "{weekday} {day} {month}")
    return words.format(weekday=weekday(day), day=day.day, month=month(day.month))


def break_words(rest: Break) -> str:
    """Lunch 12:30 – 14:00."""
    name = translate("dates", "Lunch") if rest.begins in _NOON else translate("dates", "Break")
    return f"{name}  {hours_words(rest.begins, rest.ends)}"


def load_words(day: Day) -> str:
    """4 h 50 of 6 h 30 · 1 h 40 free."""
    planned = translate("length", "{planned} of {available}").format(
        planned=duration_words(day.planned), available=duration_words(day.available)
    )
    if day.over:
        rest = translate("length", "{length} over").format(length=duration_words(day.over))
    else:
        rest = translate("length", "{length} free").format(length=duration_words(day.free))
    return f"{planned}  ·  {rest}"
