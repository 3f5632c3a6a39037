"""A text is read whatever wrote it."""

import pytest

from gmp_desktop.reading.encoding import decode

ENGLISH = (
    "1. The “Zürich” meeting – opened by Ms. Núñez – agreed; it’s café time… and so on, at length, in plain words.\n"
    * 3
)
RUSSIAN = "1. Совещание открылось в девять часов утра, и участники согласились с повесткой дня.\n" * 5
POLISH = "1. Zażółć gęślą jaźń, powiedział przewodniczący, otwierając posiedzenie grupy w Łodzi.\n" * 5


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_english_papers_in_any_encoding(encoding) -> None:
    assert decode(ENGLISH.encode(encoding), "paper.txt").lstrip("\ufeff") == ENGLISH


@pytest.mark.parametrize(("text", "encoding"), [(RUSSIAN, "cp1251"), (RUSSIAN, "utf-16"), (POLISH, "cp1250")])
def test_papers_in_other_languages(text, encoding) -> None:
    assert decode(text.encode(encoding), "paper.txt") == text


def test_a_single_curly_quote_of_windows_is_one() -> None:
    assert decode("The Partnership\x92s work".encode("latin-1"), "paper.txt") == "The Partnership’s work"
