"""The facts of a meeting as a form or a file gives them, checked before they are kept."""

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from gmp_desktop.domain.errors import Refused
from gmp_desktop.domain.limits import HIGHEST_ORDINAL, LONGEST_TAG
from gmp_desktop.domain.meeting import Format, QuorumOf

FIELDS = frozenset(
    (
        *("code", "title", "body", "ordinal", "starts_on", "ends_on", "venue", "place", "language"),
        *("time_zone", "format", "host", "languages", "symbol_stem", "quorum", "quorum_of"),
    )
)
MOST_LANGUAGES = 20
HIGHEST_QUORUM = 100_000
LONGEST_STEM = 100

_TAG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,8}")
_STEM = re.compile(r"[^\s/]+(?:/[^\s/]+)*")


def checked(fields: dict[str, Any]) -> dict[str, Any]:
    """The same facts as a row keeps them; refused where one cannot be true. A field no meeting has is a defect."""
    unknown = fields.keys() - FIELDS
    if unknown:
        raise TypeError(f"a meeting has no {', '.join(sorted(unknown))}")
    return {name: _CHECKS[name](value) if name in _CHECKS else value for name, value in fields.items()}


def refuse_days(starts_on: date | None, ends_on: date | None) -> None:
    if starts_on and ends_on and ends_on < starts_on:
        raise Refused("The last day is before the first. Nothing was changed; correct one of the two.")


def _language(tag: str) -> str:
    if len(tag) > LONGEST_TAG:
        raise Refused(
            f"A language is named by a tag of at most {LONGEST_TAG} characters, as en. Nothing was changed."
        )
    return tag


def _languages(tags: Iterable[str]) -> tuple[str, ...]:
    tags = tuple(dict.fromkeys(tag.strip() for tag in tags))
    for tag in tags:
        if len(tag) > LONGEST_TAG or not _TAG.fullmatch(tag):
            raise Refused(
                f"“{tag[:LONGEST_TAG]}” is not the tag of a language; one looks like en, fr or pt-BR. Nothing was changed."
            )
    if len(tags) > MOST_LANGUAGES:
        raise Refused(f"A meeting has at most {MOST_LANGUAGES} languages. Nothing was changed.")
    return tags


def _ordinal(number: int | None) -> int | None:
    if not 0 <= (number or 0) <= HIGHEST_ORDINAL:
        raise Refused(
            f"The number of a meeting is between 0 and {HIGHEST_ORDINAL:,}. Nothing was changed; "
            "leave it out where there is none."
        )
    return number


def _quorum(number: int | None) -> int | None:
    if number is not None and not 1 <= number <= HIGHEST_QUORUM:
        raise Refused(
            f"A quorum is between 1 and {HIGHEST_QUORUM:,}. Nothing was changed; leave it out where there is none."
        )
    return number


def _time_zone(name: str) -> str:
    name = name.strip()
    if not name or _is_known(name):
        return name
    raise Refused(
        f"“{name[:60]}” is no time zone; one looks like Africa/Nairobi or Europe/Zurich. Nothing was changed."
    )


def _is_known(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, OSError, ValueError):  # no such zone, the name of a folder, or a path
        return False
    return True


def _stem(text: str) -> str:
    stem = text.strip().rstrip("/")
    if stem and (len(stem) > LONGEST_STEM or not _STEM.fullmatch(stem)):
        raise Refused(
            f"“{stem[:60]}” cannot begin the symbols of a meeting; they look like UNEP/Hg/PAG.16. Nothing was changed."
        )
    return stem


def _choice(choices: type[StrEnum]) -> Any:
    return lambda value: choices(value).value


_CHECKS: dict[str, Any] = {
    "language": _language,
    "languages": _languages,
    "ordinal": _ordinal,
    "quorum": _quorum,
    "time_zone": _time_zone,
    "symbol_stem": _stem,
    "format": _choice(Format),
    "quorum_of": _choice(QuorumOf),
}
