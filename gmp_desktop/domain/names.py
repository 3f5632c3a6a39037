"""A name, or a whole person, as one types them in one line, taken apart."""

import re

from gmp_desktop.domain.people import Person, cleaned
from gmp_desktop.domain.values import value

_HONORIFICS = frozenset(
    [
        "mr",
        "ms",
        "mrs",
        "miss",
        "mx",
        "m",
        "mme",
        "mlle",
        "sr",
        "sra",
        "srta",
        "dr",
        "dra",
        "prof",
        "eng",
        "ing",
        "sir",
        "dame",
        "lady",
        "lord",
        "amb",
        "he",
        "se",
        "hon",
        "rev",
        "msgr",
        "sheikh",
        "herr",
        "frau",
    ]
)
_PARTICLES = frozenset(
    [
        "al",
        "el",
        "bin",
        "bint",
        "ibn",
        "da",
        "das",
        "de",
        "del",
        "della",
        "den",
        "der",
        "di",
        "dos",
        "du",
        "la",
        "le",
        "van",
        "von",
        "ter",
        "ten",
        "zu",
    ]
)
_SEPARATORS = re.compile(r"\t+|[,;\uff0c\u060c]\s*")


@value
class TypedName:
    """The parts of a name, by the names they have in a ``Person``."""

    honorific: str = ""
    given: str = ""
    family: str = ""
    family_first: bool = False


@value
class TypedPerson:
    """What one line at the door tells."""

    name: TypedName
    organisation: str = ""
    function: str = ""


def taken_apart(text: str, like: Person | None = None) -> TypedName:
    """Ms. Solvej Lund in its parts; capitals tell the family name, wherever they stand.

    ``like`` is who was called so before: the honorific and the number of family names are theirs, as far as they fit.
    """
    honorific, words = _honorific(cleaned(text), like)
    if like is not None and like.family:
        count = min(len(like.family.split()), max(len(words) - 1, 1))
        return _parted(honorific, words, count, first=like.family_first)
    return _by_capitals(honorific, words) or _parted(honorific, words, _family_words(words), first=False)


def typed_person(line: str) -> TypedPerson:
    """Ms. Solvej Lund, Clear Rivers Trust, Campaigner; what comes after the second comma is all function."""
    parts = [cleaned(part) for part in _SEPARATORS.split(line.strip())]
    name, organisation, *function = [*parts, "", ""][: max(len(parts), 2)]
    return TypedPerson(taken_apart(name), organisation, ", ".join(part for part in function if part))


def _honorific(text: str, like: Person | None) -> tuple[str, list[str]]:
    if like is not None and like.honorific and text.startswith(f"{like.honorific} "):
        return like.honorific, text.removeprefix(like.honorific).split()
    words = text.split()
    count = 0
    while count < len(words) - 1 and words[count].replace(".", "").casefold() in _HONORIFICS:
        count += 1
    return " ".join(words[:count]), words[count:]


def _by_capitals(honorific: str, words: list[str]) -> TypedName | None:
    shouted = [len(word) > 1 and word.isupper() for word in words]
    if not any(shouted) or all(shouted):
        return None
    family = [word for word, loud in zip(words, shouted, strict=True) if loud]
    given = [word for word, loud in zip(words, shouted, strict=True) if not loud]
    return TypedName(honorific, " ".join(given), " ".join(map(_lowered, family)), shouted[0])


def _lowered(word: str) -> str:
    """DIALLO as Diallo, SMITH-JONES as Smith-Jones; capitals are a way of printing, not of spelling."""
    return "-".join(part.capitalize() for part in word.split("-"))


def _family_words(words: list[str]) -> int:
    """The last word, with the particles before it."""
    count = 1
    while count < len(words) - 1 and words[-count - 1].casefold() in _PARTICLES:
        count += 1
    return count


def _parted(honorific: str, words: list[str], count: int, *, first: bool) -> TypedName:
    if first:
        return TypedName(honorific, " ".join(words[count:]), " ".join(words[:count]), True)
    at = max(len(words) - count, 0)
    return TypedName(honorific, " ".join(words[:at]), " ".join(words[at:]))
