"""Days as spreadsheets write them."""

import re
from datetime import date, datetime

from dateutil import parser

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[ T]\d{2}:\d{2}(?::\d{2})?)?")
_LONGEST = 40
_SOME_YEAR, _ANOTHER_YEAR = datetime(1904, 1, 1), datetime(2004, 2, 2)


def iso_day(text: str, day_first: bool) -> str:
    """The day as 2026-11-09; nothing for what names no whole day."""
    if _ISO.fullmatch(text):
        try:
            return date.fromisoformat(text[:10]).isoformat()
        except ValueError:
            return ""
    if len(text) > _LONGEST or not any(c.isdigit() for c in text):
        return ""
    try:
        one, other = (
            parser.parse(text, dayfirst=day_first, default=default).date()
            for default in (_SOME_YEAR, _ANOTHER_YEAR)
        )
    except (ValueError, OverflowError, TypeError):
        return ""
    return one.isoformat() if one == other else ""
