"""Moments that a package brought: what is no moment is left out, and stops nobody."""

import pytest

from gmp_desktop.ui.people_words import minute_words
from gmp_desktop.ui.wording import moment_words


@pytest.mark.parametrize("at", ["", "soon", "0001-01-01T00:00+14:00", "9999-12-31T23:59-14:00"])
def test_what_no_clock_shows_is_no_moment(at: str) -> None:
    assert moment_words(at) == ""


def test_a_minute_is_that_of_a_clock() -> None:
    assert minute_words("2026-11-10T09:31") == "9:31"
    assert minute_words(f"2026-11-10T{'9' * 5000}:31") == ""
