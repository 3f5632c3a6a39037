"""Likely pairs by name."""

import pytest

from gmp_desktop.domain.directory import OrganisationLine, PersonLine
from gmp_desktop.domain.people import Organisation, Person
from gmp_desktop.services.directory_duplicates import likely_pairs, tell_apart, told_apart
from gmp_desktop.store.keys import new_key
from gmp_desktop.store.store import Store

NONE: frozenset[frozenset[object]] = frozenset()


def person(name: str) -> PersonLine:
    given, _, family = name.rpartition(" ")
    return PersonLine(Person(new_key(), given=given, family=family))


def body(name: str, short: str = "") -> OrganisationLine:
    return OrganisationLine(Organisation(new_key(), name, short))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Amina Diallo", "DIALLO Amina"),
        ("Étienne Vauclair", "Etienne Vauclair"),
        ("Zsófia Keller", "Zsofia Kellner"),
        ("Siobhan O’Hara", "Siobhan O'Hara"),
    ],
)
def test_the_same_name_written_otherwise_is_found(one: str, two: str) -> None:
    assert len(likely_pairs([person(one), person(two)], [], frozenset())) == 1


@pytest.mark.parametrize(
    ("one", "two"), [("Amina Diallo", "Awa Diallo"), ("Li Ming", "Li Na"), ("Lund", "Adjei")]
)
def test_another_name_is_not(one: str, two: str) -> None:
    assert likely_pairs([person(one), person(two)], [], frozenset()) == []


def test_organisations_are_found_by_their_short_name_too() -> None:
    bodies = [
        body("Clear Rivers Trust", "CRT"),
        body("Fundación Ríos Claros", "crt"),
        body("Mill"),
        body("Well"),
    ]
    (pair,) = likely_pairs([], bodies, frozenset())
    assert {pair.first, pair.second} == {bodies[0].organisation.id, bodies[1].organisation.id}


def test_the_likeliest_come_first_and_each_pair_once() -> None:
    lines = [person("Zsofia Keller"), person("Zsófia Kellner"), person("Keller Zsófia")]
    pairs = likely_pairs(lines, [], frozenset())
    assert pairs[0].likeness == 100
    assert len({frozenset((pair.first, pair.second)) for pair in pairs}) == len(pairs) == 3


def test_nameless_entries_are_not_alike() -> None:
    assert likely_pairs([person(""), person("")], [body(""), body("")], frozenset()) == []


def test_pairs_told_apart_are_kept_on_this_computer(store: Store) -> None:
    one, two = new_key(), new_key()
    tell_apart(store, one, two)
    tell_apart(store, two, one)
    assert told_apart(store) == {frozenset((one, two))}
