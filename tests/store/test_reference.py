"""The lists that ship with the program."""

import pytest

from gmp_desktop.domain.reference import letters
from gmp_desktop.store import reference


def test_countries_stand_in_the_order_of_their_names() -> None:
    names = [country.order for country in reference.countries()]
    assert names == sorted(names)
    assert len(names) == 249


def test_the_order_keys_are_what_their_names_fold_to() -> None:
    folded = [country for country in reference.countries() if letters(country.name) != country.order]
    assert folded == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Cote d'Ivoire", "CI"),
        ("CÔTE D’IVOIRE", "CI"),
        ("usa", "USA"),
        ("the United States of America", "US"),
        ("Brésil", "BR"),
        ("br", "BR"),
        (" Korea, Republic of ", "KR"),
        ("Turkiye", "TR"),
    ],
)
def test_a_country_is_found_by_any_of_its_names(text: str, code: str) -> None:
    found = reference.find_country(text)
    assert found is not None
    assert code in (found.code, found.alpha_3)


@pytest.mark.parametrize("text", ["", "Atlantis", ","])
def test_what_is_no_country_is_none(text: str) -> None:
    assert reference.find_country(text) is None


def test_no_two_countries_share_a_name_or_code() -> None:
    for told in ("code", "alpha_3", "name", "name_fr", "in_text"):
        names = [letters(getattr(country, told)) for country in reference.countries()]
        assert len(set(names)) == len(names)


def test_a_code_nobody_knows_stands_for_itself() -> None:
    assert reference.country_name("BR") == "Brazil"
    assert reference.country_name("??") == "??"
    assert reference.area_name("ASGM") == "Gold mining"
    assert reference.area_name("") == ""


def test_there_are_eight_areas_in_their_order() -> None:
    assert [area.code for area in reference.areas()][:2] == ["ASGM", "CHLOR-ALKALI"]
    assert len(reference.areas()) == 8
    assert reference.area("SUPPLY").articles == (3, 10)  # type: ignore[union-attr]


def test_the_lists_refer_to_what_is_there() -> None:
    numbers = {article.number for article in reference.articles()}
    bodies = {body.code for body in reference.bodies()}
    assert {number for area in reference.areas() for number in area.articles} <= numbers
    assert {number for decision in reference.decisions() for number in decision.articles} <= numbers
    assert {decision.body for decision in reference.decisions()} <= bodies
    assert {body.parent for body in reference.bodies() if body.parent} <= bodies


def test_every_kind_of_document_says_where_its_sign_goes() -> None:
    kinds = reference.document_kinds()
    assert {kind.placement for kind in kinds} == {"none", "component", "suffix", "own"}
    assert all(kind.symbol_component for kind in kinds if kind.placement in {"component", "suffix"})


def test_a_body_makes_the_stem_of_its_symbols() -> None:
    body = reference.body("PAG")
    assert body is not None
    assert body.symbol_stem.format(n=8) == "UNEP/Hg/PAG.8"
