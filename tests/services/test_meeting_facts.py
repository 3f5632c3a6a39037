from datetime import date
from typing import Any

import pytest

from gmp_desktop.domain.errors import Refused
from gmp_desktop.domain.meeting import Format, QuorumOf
from gmp_desktop.services.meeting_facts import checked, refuse_days


def test_facts_are_kept_as_a_row_keeps_them() -> None:
    given = {
        "time_zone": " Africa/Nairobi ",
        "languages": ["en", "fr", "en"],
        "format": Format.ONLINE,
        "quorum": 20,
        "quorum_of": QuorumOf.DELEGATIONS,
        "symbol_stem": " UNEP(ED)/Hg/PAG.16/ ",
    }
    assert checked(given) == {
        "time_zone": "Africa/Nairobi",
        "languages": ("en", "fr"),
        "format": "online",
        "quorum": 20,
        "quorum_of": "delegations",
        "symbol_stem": "UNEP(ED)/Hg/PAG.16",
    }


@pytest.mark.parametrize(
    ("field", "wrong", "words"),
    [
        ("time_zone", "Nairobi time", "is no time zone"),
        ("time_zone", "../../etc/passwd", "is no time zone"),
        ("time_zone", "Africa", "is no time zone"),
        ("time_zone", "x" * 100_000, "is no time zone"),
        ("languages", ("English!",), "not the tag of a language"),
        ("languages", ("",), "not the tag of a language"),
        ("languages", tuple(f"x{a}{b}" for a in "abcde" for b in "abcdef"), "at most 20 languages"),
        ("language", "x" * 36, "tag of at most"),
        ("ordinal", -1, "The number of a meeting"),
        ("quorum", 0, "A quorum"),
        ("symbol_stem", "UNEP Hg", "cannot begin the symbols"),
        ("symbol_stem", "/x" * 100, "cannot begin the symbols"),
    ],
)
def test_what_cannot_be_true_is_refused(field: str, wrong: Any, words: str) -> None:
    with pytest.raises(Refused, match=words):
        checked({field: wrong})


@pytest.mark.parametrize("field", ["time_zone", "symbol_stem", "ordinal", "quorum"])
def test_what_is_not_known_is_left_out(field: str) -> None:
    nothing = None if field in ("ordinal", "quorum") else ""
    assert checked({field: nothing}) == {field: nothing}


def test_the_last_day_is_not_before_the_first() -> None:
    refuse_days(date(2026, 1, 1), None)
    refuse_days(date(2026, 1, 1), date(2026, 1, 1))
    with pytest.raises(Refused, match="before the first"):
        refuse_days(date(2026, 1, 2), date(2026, 1, 1))
