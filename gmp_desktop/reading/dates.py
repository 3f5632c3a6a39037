"""Dates as papers print them: a day, or the days of a meeting."""

import re
from datetime import date

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})"
_DAYS = re.compile(
    r"\b(?P<first>\d{1,2})(?:st|nd|rd|th)?"
    rf"(?:(?:\s+(?P<first_month>{'|'.join(_MONTHS)}))?(?:\s+(?P<first_year>(?:19|20)\d\d))?"
    r"(?:\s?[–—-]\s?|\s+(?:to|and)\s+)(?P<last>\d{1,2})(?:st|nd|rd|th)?)?"
    rf"\s+(?:of\s+)?{_MONTH},?\s+(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)


def find_dates(text: str) -> tuple[date, date] | None:
    """The first and last day a text names first; the same day twice for a meeting of one day."""
    found = _DAYS.search(text[:2000])
    if found is None:
        return None
    last_month = _month(found["month"])
    last = (int(found["year"]), last_month, int(found["last"] or found["first"]))
    first_month = _month(found["first_month"]) if found["first_month"] else last_month
    first = (int(found["first_year"] or found["year"]), first_month, int(found["first"]))
    try:
        return date(*first), date(*last)
    except ValueError:
        return None


def is_date(text: str) -> bool:
    """Whether a text is one day and nothing else."""
    found = _DAYS.fullmatch(text.strip())
    return found is not None and not found["last"]


def before_date(text: str) -> str:
    """What stands before the days: the place of a corner block's line."""
    found = _DAYS.search(text[:2000])
    return text[: found.start()].strip(" ,") if found else text


def _month(name: str) -> int:
    return _MONTHS.index(name.casefold()) + 1
