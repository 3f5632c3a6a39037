import unicodedata

import pytest

from gmp_desktop.domain.people import (
    Person,
    by_name,
    cleaned,
    folded,
    full_name,
    screen_name,
    short_name,
    sort_key,
    turns_text,
    words,
)
from gmp_desktop.store.keys import new_key


def person(**facts: object) -> Person:
    return Person(new_key(), **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        ({"honorific": "Mr.", "given": "Paulo", "family": "Tavares"}, "Mr. Paulo Tavares"),
        (
            {"honorific": "H.E. Ms.", "given": "Ming", "family": "Li", "family_first": True},
            "H.E. Ms. Li Ming",
        ),
        ({"given": "Zola"}, "Zola"),
        ({"honorific": "Ms.", "own_script": "李明"}, "Ms. 李明"),
        ({}, ""),
    ],
)
def test_a_name_reads_in_the_order_its_bearer_uses(facts: dict[str, object], name: str) -> None:
    assert full_name(person(**facts)) == name


@pytest.mark.parametrize(
    ("family", "printed"),
    [
        ("Okello", "OKELLO"),
        ("Groß", "GROSS"),
        ("Çağlayan", "ÇAĞLAYAN"),
        ("İnci", "İNCI"),
        ("Ñandú", "ÑANDÚ"),
    ],
)
def test_capitals_are_those_of_unicode(family: str, printed: str) -> None:
    assert (
        full_name(person(honorific="Mr.", given="Simon", family=family), capitals=True)
        == f"Mr. Simon {printed}"
    )


def test_short_and_screen_names() -> None:
    one = person(honorific="Mr.", given="Ming", family="Li", family_first=True, own_script="李明")

    assert short_name(one) == "Mr. Li"
    assert screen_name(one) == "李明 Li Ming"
    assert screen_name(person(honorific="Ms.", given="Ana", family="Sotelo")) == "Ms. Ana Sotelo"
    assert full_name(one, honorific=False) == "Li Ming"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Ångström", "angstrom"),
        ("Łódź", "lodz"),
        ("Øyvind", "oyvind"),
        ("Đorđević", "dordevic"),
        ("Straße", "strasse"),
        ("Æsir Œuvre", "aesir oeuvre"),
        ("İstanbul ılık", "istanbul ilik"),
        ("Nguyễn", "nguyen"),
        ("ﬁn", "fin"),
        ("Дмитрий", "дмитрии"),
        ("李明", "李明"),
    ],
)
def test_folding_takes_marks_and_case_away(text: str, plain: str) -> None:
    assert folded(text) == plain
    assert folded(unicodedata.normalize("NFD", text)) == plain


def test_order_passes_over_apostrophes_and_signs() -> None:
    assert sort_key("Côte d’Ivoire") == "cote divoire"
    assert sort_key("Smith-Jones,  Ltd.") == "smith jones ltd"
    assert by_name(person(given="Ana", family="d'Ávila")) == ("davila", "ana")


def test_a_word_with_an_apostrophe_is_found_whole_and_in_parts() -> None:
    assert words("Côte d’Ivoire") == ("cote", "d", "ivoire", "divoire")
    assert words("O'Brien") == ("o", "brien", "obrien")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Ana\t Sotelo\n", "Ana Sotelo"),
        ("Ana \u202egro.live\u202c", "Ana gro.live"),
        ("\u2067Ana\u2069\u200f", "Ana"),
        ("Ana\u200b\ufeffSotelo\x00", "AnaSotelo"),
        ("e\u0301", "é"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("=1+1 <b>", "=1+1 <b>"),
    ],
)
def test_what_is_typed_becomes_one_clean_line(typed: str, kept: str) -> None:
    assert cleaned(typed) == kept


def test_a_text_that_turns_others_is_known() -> None:
    assert turns_text("Ana \u202e")
    assert not turns_text("Ana")


def test_who_has_only_a_given_name_stands_by_that_name() -> None:
    people = [person(given="Zoe"), person(given="Ana", family="Marlow"), person(own_script="李明")]
    assert sorted(people, key=by_name)[0].family == "Marlow"
    assert by_name(people[0]) == ("zoe", "")
