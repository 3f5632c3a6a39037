"""Days, hours and lengths of time as the agenda words them."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from gmp_desktop.domain.timetable import Break, Day
from gmp_desktop.ui.wording import month

translate = QCoreApplication.translate

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAY_MINUTES = 24 * 60
_NOON = range(11 * 60, 14 * 60)


def clock(minutes: int | None) -> str:
    """9:30; an overrun past midnight begins to count anew."""
    if minutes is None:
        return ""
    minutes %= _DAY_MINUTES
    return f"{minutes // 60}:{minutes % 60:02}"


def hours(begins: int, ends: int) -> str:
    return f"{clock(begins)} – {clock(ends)}"


def length(minutes: int) -> str:
    """20 min, 1 h 40, 6 h."""
    whole, rest = divmod(minutes, 60)
    if not whole:
        return translate("length", "{minutes} min").format(minutes=rest)
    if not rest:
        return translate("length", "{hours} h").format(hours=whole)
    return translate("length", "{hours} h {minutes:02}").format(hours=whole, minutes=rest)


def day_words(day: date | None) -> str:
    """Tuesday 10 November."""
    if day is None:
        return translate("dates", "Day not set")
    weekday = translate("dates", _WEEKDAYS[day.weekday()])
    return translate("dates", "{weekday} {day} {month}").format(
        weekday=weekday, day=day.day, month=month(day.month)
    )


def break_words(rest: Break) -> str:
    """Lunch 12:30 – 14:00."""
    name = translate("dates", "Lunch") if rest.begins in _NOON else translate("dates", "Break")
    return f"{name}  {hours(rest.begins, rest.ends)}"


def load_words(day: Day) -> str:
    """4 h 50 of 6 h 30 · 1 h 40 free."""
    planned = translate("length", "{planned} of {available}").format(
        planned=length(day.planned), available=length(day.available)
    )
    if day.over:
        rest = translate("length", "{length} over").format(length=length(day.over))
    else:
        rest = translate("length", "{length} free").format(length=length(day.free))
    return f"{planned}  ·  {rest}"
