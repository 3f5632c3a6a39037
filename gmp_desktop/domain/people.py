"""People and what they belong to: how a name is cleaned, put together, found and put in order."""

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache
from typing import Protocol
from uuid import UUID

from gmp_desktop.domain.values import value

REMEMBERED = 1 << 15
"""Names whose folding is kept: lists of people are put in order again and again."""

LONGEST_NAME = 300
"""Letters; what is longer is no name but a text that was pasted into the wrong field."""

_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
_APOSTROPHES = re.compile("['\u2019\u2018\u02bc\u02b9\u00b4`]")
_BETWEEN_WORDS = re.compile(r"[\W_]+")
_PLAIN_LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ħ": "h",
        "ŧ": "t",
        "ŋ": "n",
        "ı": "i",
        "ĸ": "k",
    }
)
"""Letters that Unicode does not take apart, as they come out of ``casefold``, which already makes ß ss."""


class OrganisationKind(StrEnum):
    GOVERNMENT = "government"
    UNITED_NATIONS = "united nations"
    IGO = "intergovernmental"
    NGO = "non-governmental"
    INDUSTRY = "industry"
    ACADEMIA = "academia"
    SECRETARIAT = "secretariat"
    OTHER = "other"


@value
class Organisation:
    """``country`` is an ISO 3166 code; of a government it tells which."""

    id: UUID
    name: str
    short_name: str = ""
    kind: OrganisationKind = OrganisationKind.OTHER
    country: str = ""


@value
class Person:
    """``honorific`` is what the person is called by (H.E. Ms., Sra., Dr.): free text nothing is derived from.

    ``own_script`` is the name as its bearer writes it, beside the one in Latin letters.
    """

    id: UUID
    honorific: str = ""
    given: str = ""
    family: str = ""
    family_first: bool = False
    own_script: str = ""


class Called(Protocol):
    """Whoever has a name in parts."""

    @property
    def honorific(self) -> str: ...
    @property
    def given(self) -> str: ...
    @property
    def family(self) -> str: ...
    @property
    def family_first(self) -> bool: ...
    @property
    def own_script(self) -> str: ...


def full_name(person: Called, *, honorific: bool = True, capitals: bool = False) -> str:
    """Ms. Rūta Vaitkus; with capitals Ms. Rūta VAITKUS; the family name first where it is called so.

    Capitals are those of Unicode: ß becomes SS, i becomes I in Turkish names too.
    """
    family = person.family.upper() if capitals else person.family
    parts = (family, person.given) if person.family_first else (person.given, family)
    name = " ".join(part for part in parts if part) or person.own_script
    return f"{person.honorific} {name}".strip() if honorific else name


def short_name(person: Person) -> str:
    """Mr. Tavares, as somebody is called who has been named in full before."""
    name = person.family or person.given or person.own_script
    return f"{person.honorific} {name}".strip()


def screen_name(person: Person) -> str:
    """The full name, after the name in its own script where there is one: 李明 Li Ming."""
    latin = full_name(person, honorific=False)
    if not person.own_script or latin == person.own_script:
        return full_name(person)
    return f"{person.own_script} {latin}"


def cleaned(text: str) -> str:
    """A line as it may be kept of what somebody typed or pasted.

    Controls of direction are taken out: a name must not turn what stands around it. So is what cannot be seen;
    joiners stay, some scripts are spelled with them. Line breaks and runs of spaces become one space.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    text = unicodedata.normalize("NFC", _UNSEEN.sub("", _DIRECTION.sub("", text)))
    return " ".join("".join(" " if unicodedata.category(c) == "Cc" else c for c in text).split())


def turns_text(text: str) -> bool:
    """Whether :func:`cleaned` takes a control of direction out of the text."""
    return _DIRECTION.search(text) is not None


def folded(text: str) -> str:
    """The text without case and marks, for finding: Ångström as angstrom, Łódź as lodz."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_PLAIN_LETTERS)).casefold()
    return "".join(c for c in apart if not unicodedata.combining(c))


@lru_cache(REMEMBERED)
def sort_key(text: str) -> str:
    """What a text is ordered by: folded, without apostrophes, every other sign between words as one space."""
    if text.isascii() and text.isalnum():
        return text.lower()
    return _BETWEEN_WORDS.sub(" ", _APOSTROPHES.sub("", folded(text))).strip()


@lru_cache(REMEMBERED)
def words(text: str) -> tuple[str, ...]:
    """The folded words of a text; one with an apostrophe is there whole and in its parts (divoire, d, ivoire)."""
    if text.isascii() and text.isalnum():
        return (text.lower(),)
    plain = folded(text)
    parts = _BETWEEN_WORDS.sub(" ", plain).split()
    if _APOSTROPHES.search(plain):
        parts += [word for word in sort_key(text).split() if word not in parts]
    return tuple(parts)


def by_name(person: Person) -> tuple[str, str]:
    """What persons are ordered by: who has only a given name stands by that."""
    given = person.given if person.family else ""
    return sort_key(person.family or person.given or person.own_script), sort_key(given)
