"""Days and hours as papers print them (UN_STYLE 1.6): Tuesday, 10 November 2026; 9.30 a.m.–1 p.m."""

from datetime import date

from gmp_desktop.domain.ordinals import ordinal
from gmp_desktop.domain.papers.wording import Wording

_NOON, _DAY = 12 * 60, 24 * 60
_HIGHEST_IN_WORDS = 999


def day(at: date, say: Wording) -> str:
    """10 November 2026."""
    return say("day", **_parts(at, say))


def weekday(at: date, say: Wording) -> str:
    """Tuesday, 10 November 2026."""
    return say("weekday-day", weekday=say.list("weekdays")[at.weekday()], day=day(at, say))


def short_weekday(at: date, say: Wording) -> str:
    """Tuesday, 10 November: within a paper that says the year."""
    return say("weekday-short", weekday=say.list("weekdays")[at.weekday()], **_parts(at, say))


def days(first: date | None, last: date | None, say: Wording) -> str:
    """10–11 November 2026; nothing where no day is known."""
    if first is None or last is None or first == last:
        known = first or last
        return day(known, say) if known else ""
    if first.year != last.year:
        return say("range-years", first=day(first, say), last=day(last, say))
    form = "range-days" if first.month == last.month else "range-months"
    ends = {f"last_{name}": part for name, part in _parts(last, say).items()}
    return say(form, **_parts(first, say), **ends)


def hour(minutes: int, say: Wording) -> str:
    """9 a.m., 9.30 a.m., noon; 1440 is midnight as 0 is."""
    minutes %= _DAY
    if minutes in (0, _NOON):
        return say("midnight" if minutes == 0 else "noon")
    return say(("am" if minutes < _NOON else "pm") + ("" if minutes % 60 else "-sharp"), **_clock(minutes))


def hours(begins: int, ends: int, say: Wording) -> str:
    """10 a.m.–1 p.m.; 3–6 p.m. where both are of one half of the day."""
    if begins == ends:
        return hour(begins, say)
    return say("range-hours", begins=_bare(begins, ends, say), ends=hour(ends, say))


def nth(number: int | None, noun: str, say: Wording) -> str:
    """Fifteenth meeting; in figures where a language has no words for the number; nothing for none."""
    if number is None:
        return ""
    known = say.list("ordinals")
    if say.language.partition("-")[0] == "en" and number <= _HIGHEST_IN_WORDS:
        words = ordinal(number)
    elif 0 < number <= len(known):
        words = known[number - 1]
    else:
        words = say("ordinal-figure", number=number)
    text = say(noun, ordinal=words)
    return text[:1].upper() + text[1:]


def _bare(begins: int, ends: int, say: Wording) -> str:
    """The first hour without its half of the day, if the second one says it and the language can leave it out."""
    halves = {at % _DAY < _NOON for at in (begins, ends)}
    if len(halves) > 1 or begins % _DAY in (0, _NOON) or ends % _DAY in (0, _NOON):
        return hour(begins, say)
    return say("bare" if begins % 60 else "bare-sharp", **_clock(begins)) or hour(begins, say)


def _clock(minutes: int) -> dict[str, object]:
    hours_of_day, rest = divmod(minutes % _DAY, 60)
    return {"h": (hours_of_day - 1) % 12 + 1, "hh": hours_of_day, "mm": f"{rest:02}"}


def _parts(at: date, say: Wording) -> dict[str, object]:
    return {"d": at.day, "month": say.list("months")[at.month - 1], "month_number": at.month, "year": at.year}
