"""Names as lists write them: DIALLO, Amina · Amina DIALLO · Amina Diallo · Diallo Amina."""

import re
from enum import StrEnum
from functools import lru_cache

from gmp_desktop.domain.people import folded
from gmp_desktop.domain.values import value


class NameOrder(StrEnum):
    """Which name comes first where neither a comma nor capitals tell it."""

    GIVEN_FIRST = "given first"
    FAMILY_FIRST = "family first"
    FAMILY_STAYS_FIRST = "family stays first"


@value
class Name:
    given: str = ""
    family: str = ""
    honorific: str = ""
    family_first: bool = False
    own_script: str = ""


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


PARTICLES = _listed(
    "al as ap aw af av abu bin bint ibn ben bat da das de del della den der des di do dos du e el et het in la las le "
    "lo los of op st te ten ter und van vande vander vom von y za zu zum zur ’t 't"
)
_SMALL = _listed(
    "bin bint ibn da das de del della den der di do dos du e het la las los ten ter und van vom von y zu zum zur ’t 't"
)
"""Written small within a name; of the others the bearer decides, so they are kept as they stand or begin large."""

_HONORIFICS = _listed(
    "mr ms mrs miss mx dr prof professor sir dame lord lady hon honourable he h.e hrh hh amb ambassador judge rev mme "
    "mlle m monsieur madame sr sra srta senor senora don dona d herr frau hr fr dipl-ing ing eng г-н г-жа dott dra "
    "prof.dr exmo exma dr.-ing"
)
_EXCELLENCY = re.compile(r"(?i)^(?:h\.?\s?e\.?|s\.?\s?e\.?|his excellency|her excellency)[\s,]+(?=\S)")
_DOTS = re.compile(r"\.$")
_HAN = re.compile(r"^[\u3400-\u9fff\U00020000-\U0003134f·]{2,6}$")
_TWO_LETTER_SURNAMES = _listed(
    "欧阳 司马 诸葛 上官 司徒 东方 夏侯 皇甫 尉迟 公孙 慕容 令狐 歐陽 司馬 諸葛 東方 尉遲 公孫 独孤 南宫"
)
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_SUFFIX = re.compile(r"(?i)^(?:jr|sr|ii|iii|iv|phd|ph\.d|md|esq)\.?$")
_NUMERAL = re.compile(r"^(?:II|III|IV|VI|VII|VIII)$")
_PIECES = re.compile(r"([-‐–\s])")


def split(text: str, order: NameOrder) -> Name:
    """The parts of a full name."""
    honorific, text = _honorific(text)
    if _HAN.match(text):
        at = 2 if text[:2] in _TWO_LETTER_SURNAMES and len(text) > 2 else 1
        return Name(text[at:], text[:at], honorific, family_first=True)
    if "," in text:
        family, _, given = (part.strip() for part in text.partition(","))
        if given and not _SUFFIX.match(given):
            taken, given = _honorific(given)
            return Name(recased(given), recased(family), honorific or taken)
        text = text.replace(",", "")
    words = text.split()
    if len(words) < 2:
        return Name("", recased(text), honorific)
    run = _capital_run(words)
    if run is not None:
        first, last = run
        family = " ".join(word.upper() for word in words[first:last])
        given = " ".join(words[:first] + words[last:])
        stays = order is NameOrder.FAMILY_STAYS_FIRST and first == 0
        return Name(recased(given), recased(family), honorific, stays)
    if order is NameOrder.GIVEN_FIRST:
        at = _family_begins(words)
        return Name(recased(" ".join(words[:at])), recased(" ".join(words[at:])), honorific)
    at = _family_ends(words)
    stays = order is NameOrder.FAMILY_STAYS_FIRST
    return Name(recased(" ".join(words[at:])), recased(" ".join(words[:at])), honorific, stays)


def tells_its_order(text: str) -> bool:
    """Whether a comma, capitals or a single word leave no doubt."""
    _, text = _honorific(text)
    words = text.split()
    return "," in text or len(words) < 2 or _HAN.match(text) is not None or _capital_run(words) is not None


def recased(text: str) -> str:
    """McDonald, O’Brien, de la Cruz from MCDONALD, O’BRIEN, DE LA CRUZ; what has both cases already stays."""
    if not (text.isupper() or text.islower()) or not any(len(word) > 1 for word in text.split()):
        return text
    pieces = _PIECES.split(text)
    only = sum(bool(piece.strip(" -‐–")) for piece in pieces) == 1
    return "".join(_recased_word(piece, only) for piece in pieces)


@lru_cache(20_000)
def _recased_word(word: str, only: bool) -> str:
    low = word.casefold() if "ß" not in word else word.lower()
    if not only and low in _SMALL:
        return low
    if _NUMERAL.match(word) or "." in word:
        return word if word.isupper() else word.title()
    if (
        len(word) == 2
        and word.isupper()
        and _LATIN.match(word)
        and not set(folded(word)) & set("aeiouy")
        and word != "NG"
    ):
        return word  # JP: two initials
    for sign in ("'", "’", "`"):
        before, _, after = low.partition(sign)
        if after and len(before) == 1:
            head = before if before == "d" else before.upper()
            return f"{head}{sign}{_capital(after)}"
    if low.startswith("mc") and len(low) > 3:
        return "Mc" + _capital(low[2:])
    return _capital(low)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _honorific(text: str) -> tuple[str, str]:
    """What stands before the name, and the name."""
    taken: list[str] = []
    excellency = _EXCELLENCY.match(text)
    if excellency and len(text.split()) > 2:
        taken.append("H.E.")
        text = text[excellency.end() :]
    words = text.split()
    while len(words) > 1 and _is_honorific(words[0], taken):
        taken.append(words.pop(0))
    return " ".join(taken), " ".join(words)


def _is_honorific(word: str, taken: list[str]) -> bool:
    """A bare D or M may be an initial, and a bare Don a name: those need their dot, or stand in capitals of none."""
    key = _DOTS.sub("", folded(word))
    if key in {"m", "d", "don", "he", "fr", "hr", "sr", "eng", "ing", "hon"}:
        return word.endswith(".") and (key != "d" or bool(taken))
    return key in _HONORIFICS


def is_honorific(text: str) -> bool:
    words = text.split()
    return 0 < len(words) <= 3 and all(_DOTS.sub("", folded(word)) in _HONORIFICS for word in words)


def _capital_run(words: list[str]) -> tuple[int, int] | None:
    """The words in capitals at one end, if the others are not: the family name."""
    capital = [_is_capital(word) for word in words]
    if not any(capital):
        return None
    first = capital.index(True)
    last = len(capital) - capital[::-1].index(True)
    inside = [capital[at] or folded(words[at]) in PARTICLES for at in range(first, last)]
    while first > 0 and folded(words[first - 1]) in PARTICLES:
        first -= 1
    if not all(inside) or (first > 0 and last < len(words)):
        return None
    return None if first == 0 and last == len(words) else (first, last)


def _is_capital(word: str) -> bool:
    letters = [c for c in word if c.isalpha()]
    return len(letters) > 1 and "." not in word and "".join(letters).isupper() and not _NUMERAL.match(word)


def _family_begins(words: list[str]) -> int:
    """Amina Diallo: the last word, with the particles before it."""
    last = len(words) - 1
    while last > 1 and _SUFFIX.match(words[last]):
        last -= 1
    return next((at for at in range(1, last) if folded(words[at]) in PARTICLES), last)


def _family_ends(words: list[str]) -> int:
    """Diallo Amina: the first word, with the particles before it."""
    at = 0
    while at < len(words) - 2 and folded(words[at]) in PARTICLES:
        at += 1
    return at + 1
