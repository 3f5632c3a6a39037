"""Which entries of the directory are likely the same: by their folded names, whatever the order of the words."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from uuid import UUID

from gmp_desktop.domain.directory import OrganisationLine, Pair, PersonLine
from gmp_desktop.domain.people import full_name, sort_key
from gmp_desktop.store.store import Store

ALIKE = 91
"""From this likeness on two names are shown: one letter more or less in a name of ten is let through."""

MOST_ALIKE = 200
"""A word that more entries share tells nothing about any two of them."""

_SETTING = "told apart"

Name = tuple[UUID, str]


def likely_pairs(
    persons: Iterable[PersonLine],
    organisations: Iterable[OrganisationLine],
    apart: frozenset[frozenset[UUID]],
) -> list[Pair]:
    """The likeliest first, without those said not to be the same."""
    people = [(line.person.id, _words(full_name(line.person, honorific=False))) for line in persons]
    bodies = [(line.organisation.id, _words(line.organisation.name)) for line in organisations]
    short = [(line.organisation.id, sort_key(line.organisation.short_name)) for line in organisations]
    found: dict[frozenset[UUID], Pair] = {}
    for pair in (*_alike(people), *_alike(bodies), *_equal(short)):
        key = frozenset((pair.first, pair.second))
        if key not in apart and (key not in found or found[key].likeness < pair.likeness):
            found[key] = pair
    return sorted(found.values(), key=lambda pair: -pair.likeness)


def told_apart(store: Store) -> frozenset[frozenset[UUID]]:
    pairs = json.loads(store.setting(_SETTING) or "[]")
    return frozenset(frozenset(map(UUID, pair)) for pair in pairs)


def tell_apart(store: Store, first: UUID, second: UUID) -> None:
    known = told_apart(store) | {frozenset((first, second))}
    store.keep_setting(_SETTING, json.dumps(sorted(sorted(map(str, pair)) for pair in known)))


def _alike(names: list[Name]) -> Iterator[Pair]:
    """Only names that share a word, or begin and end alike, are held against each other."""
    from rapidfuzz.fuzz import ratio

    seen: set[tuple[int, int]] = set()
    for group in _groups(names):
        for one, two in combinations(group, 2):
            if (one, two) in seen:
                continue
            seen.add((one, two))
            likeness = ratio(names[one][1], names[two][1], score_cutoff=ALIKE)
            if likeness:
                yield Pair(names[one][0], names[two][0], int(likeness))


def _groups(names: list[Name]) -> Iterator[list[int]]:
    by_word: dict[str, list[int]] = defaultdict(list)
    for at, (_, words) in enumerate(names):
        parts = words.split()
        for word in {*parts, " ".join(word[0] + word[-1] for word in parts)} if parts else ():
            by_word[word].append(at)
    return (group for group in by_word.values() if 2 <= len(group) <= MOST_ALIKE)


def _equal(names: Iterable[Name]) -> Iterator[Pair]:
    by_name: dict[str, list[UUID]] = defaultdict(list)
    for id, name in names:
        if len(name) > 1:
            by_name[name].append(id)
    for group in by_name.values():
        for one, two in combinations(group[:MOST_ALIKE], 2):
            yield Pair(one, two, ALIKE)


def _words(name: str) -> str:
    """The words of a name in one order: DIALLO, Amina is Amina Diallo."""
    return " ".join(sorted(sort_key(name).split()))
