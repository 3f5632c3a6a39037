import pytest

from gmp_desktop.services.phrases import annotations, phrases


def test_phrases_are_of_the_language_asked_for() -> None:
    assert phrases("agenda", "fr")["adopted"].startswith("La réunion est convenue")
    assert phrases("agenda", "fr-CH") == phrases("agenda", "FR") == phrases("agenda", "fr")


@pytest.mark.parametrize("language", ["", "xx", "../schema/bundle.schema", "en/../fr"])
def test_a_language_without_phrases_reads_english(language: str) -> None:
    assert phrases("agenda", language) == phrases("agenda", "en")


def test_annotations_call_the_body_by_its_short_name() -> None:
    assert annotations("en", "MC-COP")[1] == "The Conference may wish to …"
    assert annotations("en", "unknown")[1] == "The meeting may wish to …"
    assert annotations("es", "PAG")[1] == "La reunión tal vez desee …"
