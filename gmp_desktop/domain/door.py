"""Whom one means by two letters or a badge number: the matching of the door and of every filter over people."""

from collections.abc import Iterable, Sequence

from gmp_desktop.domain.participants import Participant, badge_text
from gmp_desktop.domain.people import words
from gmp_desktop.domain.values import value

FEWEST_LETTERS = 2
MOST_WORDS = 12
"""A whole line pasted into the filter asks for no more than its beginning."""


@value
class Sought:
    """What somebody can be found by: folded words, each after a space."""

    badge: int
    family: str
    given: str
    all: str


def sought(participant: Participant, delegation: str = "") -> Sought:
    """``delegation`` is what the list calls it: the country of a ministry is looked for too."""
    person, organisation = participant.person, participant.organisation
    family, given = words(f"{person.family} {person.own_script}"), words(person.given)
    others = words(f"{organisation.name} {organisation.short_name}" if organisation else "")
    if delegation and not (organisation and delegation == organisation.name):
        others += words(delegation)
    return Sought(participant.badge, _spaced(family), _spaced(given), _spaced([*family, *given, *others]))


def asks(text: str) -> bool:
    """Whether enough was typed to look for: a figure, two letters, or one sign of a script without letters' cases."""
    return any(word.isdecimal() or len(word) >= FEWEST_LETTERS or not word.isascii() for word in words(text))


def asks_for_badge(text: str) -> bool:
    return text.strip().isdecimal()


def found(text: str, people: Sequence[Sought], among: Iterable[int] | None = None) -> list[int]:
    """The places of those who match every word, the likeliest first; likewise likely ones stay in their order.

    A badge typed in full comes first, then those its figures begin; of words, family names before given names before
    what people belong to. ``among`` narrows a search whose words have grown longer.
    """
    asked = words(text)[:MOST_WORDS]
    ranked = ((_rank(people[at], asked), at) for at in (range(len(people)) if among is None else among))
    return [at for rank, at in sorted((rank, at) for rank, at in ranked if rank is not None)]


def at_the_door(text: str, people: Sequence[Sought], matches: Sequence[int]) -> int | None:
    """Whom Enter means: the likeliest; of a number only who alone wears that badge, or a slip would tick a stranger."""
    if not matches:
        return None
    if asks_for_badge(text):
        wearing = [at for at in matches if people[at].badge == int(text)]
        return wearing[0] if len(wearing) == 1 else None
    return matches[0]


def wearers(text: str, badges: Iterable[int]) -> int:
    """How many wear the badge of that number: two devices may each have given it."""
    return sum(str(badge) == text.strip().lstrip("0") for badge in badges)


def _rank(one: Sought, asked: tuple[str, ...]) -> int | None:
    rank = 0
    for word in asked:
        beginning = f" {word}"
        if word.isdecimal() and one.badge and _begins_badge(one.badge, word):
            rank += 0 if one.badge == int(word) else 1
        elif beginning not in one.all:
            return None
        elif beginning in one.family:
            rank += 2
        elif beginning in one.given:
            rank += 3
        else:
            rank += 4
    return rank


def _begins_badge(badge: int, figures: str) -> bool:
    return str(badge).startswith(figures) or badge_text(badge).startswith(figures)


def _spaced(parts: Iterable[str]) -> str:
    return "".join(f" {part}" for part in parts)
