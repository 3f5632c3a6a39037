"""Ordinals in words and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gmp_desktop.domain.ordinals import number_of, ordinal


@pytest.mark.parametrize(
    ("number", "word"),
    [
        (1, "first"),
        (3, "third"),
        (8, "eighth"),
        (9, "ninth"),
        (12, "twelfth"),
        (13, "thirteenth"),
        (20, "twentieth"),
        (23, "twenty-third"),
        (82, "eighty-second"),
        (100, "one hundredth"),
        (101, "one hundred and first"),
    ],
)
def test_ordinals_in_words(number, word) -> None:
    assert ordinal(number) == word


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("Eighth", 8),
        ("Eight", 8),
        ("8th", 8),
        ("23rd", 23),
        ("TWENTY-THIRD", 23),
        ("twenty third", 23),
        ("2", 2),
        ("1st", 1),
    ],
)
def test_words_and_figures_mean_numbers(word, number) -> None:
    assert number_of(word) == number


@pytest.mark.parametrize("word", ["", "annual", "eightieth-ish", "th", "1234th", "-"])
def test_other_words_mean_none(word) -> None:
    assert number_of(word) is None


@given(st.integers(1, 199))
def test_there_and_back(number) -> None:
    assert number_of(ordinal(number)) == number


@pytest.mark.parametrize("number", [-1, 1000])
def test_numbers_without_words_are_errors(number) -> None:
    with pytest.raises(ValueError, match="no words"):
        ordinal(number)
