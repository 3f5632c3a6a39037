"""Names folded to what they are ordered and found by."""

import pytest

from gmp_desktop.domain.reference import letters


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Côte d’Ivoire", "cote divoire"),
        ("  Bolivia (Plurinational State of) ", "bolivia plurinational state of"),
        ("Timor-Leste", "timor leste"),
        ("", ""),
    ],
)
def test_letters_keeps_words_and_nothing_around_them(text: str, plain: str) -> None:
    assert letters(text) == plain
