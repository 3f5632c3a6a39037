"""A phrase is said in the language of the meeting, or else in English."""

import string

import pytest

from tests.domain.papers.invented import wording

LANGUAGES = ("ar", "es", "fr", "ru", "zh")


def test_a_phrase_a_language_lacks_is_english_as_a_whole() -> None:
    russian = wording("ru")

    assert russian("agenda-provisional") == "Предварительная повестка дня"
    assert russian.having("opened").language == "en"
    assert russian.having("agenda-provisional") is russian


def test_a_title_is_known_in_both_languages() -> None:
    assert wording("fr").spellings("title-adoption") == {
        "adoption de l’ordre du jour",
        "adoption of the agenda",
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_language_asks_for_what_no_paper_tells(language: str) -> None:
    """Every place in a translated phrase is one of the English phrase, or a part of a day or an hour."""
    own, english = wording(language), wording()
    clock = {"h", "hh", "mm"}
    of_a_day = {"d", "month", "month_number", "year", "last_d", "last_month", "last_month_number"}

    for name, phrase in own._phrases.items():
        if isinstance(phrase, str):
            known = _places(english._english[name])
            allowed = known | (clock if known & clock or not known else set())
            allowed |= of_a_day if known & of_a_day else set()
            assert _places(phrase) <= allowed, name


def _places(phrase: str) -> set[str]:
    return {place for _, place, _, _ in string.Formatter().parse(phrase) if place}
