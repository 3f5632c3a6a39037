"""Which encoding the few letters beyond ASCII in a list of names are of.

A list has too few of them for statistics of a language; whether they make words of one script tells more.
"""

import re
import unicodedata
from functools import lru_cache

from gmp_desktop.reading.encoding import marked

ENCODINGS = (
    "utf-8",
    "utf-16",
    "cp1252",
    "cp1250",
    "cp1251",
    "cp1253",
    "cp1254",
    "cp1256",
    "gb18030",
    "big5",
    "shift_jis",
    "euc_kr",
    "koi8_r",
    "mac_roman",
    "cp850",
)
"""What a person can choose from, the likely ones first."""

_GUESSED = ("cp1252", "gb18030", "cp1251", "cp1250", "mac_roman", "cp850")
_SAMPLE_BYTES = 60_000
_WORD = re.compile(r"[^\W\d_]+")
_HIGH_LINES = re.compile(rb"[^\r\n]*[\x80-\xff][^\r\n]*")
_BIAS = {"cp1252": 0.06, "gb18030": 0.05, "cp1251": 0.04}
_COMMON = frozenset("àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿœßÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝŒ")
_SIGNS = frozenset("–—‘’“”„…«»ºª°·¡¿\u00a0№§€、，。（）")


def guess(data: bytes) -> str:
    """The encoding of a text; never one that cannot be tried."""
    known = marked(data)
    if known:
        return known
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        lines = b"\n".join(_HIGH_LINES.findall(data))[:_SAMPLE_BYTES]
        return max(_GUESSED, key=lambda name: _likeness(lines, name) + _BIAS.get(name, 0.0))
    return "utf-8"


def _likeness(lines: bytes, encoding: str) -> float:
    """How much of what is beyond ASCII makes sense, from -1 to 1."""
    try:
        text = lines.decode(encoding)
    except UnicodeDecodeError as error:
        if len(lines) < _SAMPLE_BYTES or error.start < len(lines) - 4:
            return -1.0
        text = lines[: error.start].decode(encoding)
    high = sum(not c.isascii() for c in text)
    if not high:
        return 0.0
    good = sum(_sense(word) for word in _WORD.findall(text))
    odd = sum(not c.isascii() and not c.isalpha() and c not in _SIGNS for c in text)
    return (good - odd) / high


def _sense(word: str) -> float:
    """How many of the letters beyond ASCII are where they would be in a name."""
    high = [c for c in word if not c.isascii()]
    if not high:
        return 0.0
    scripts = {_script(c) for c in word}
    if scripts == {"CJK"}:
        return len(high) * (1.0 if all(_is_usual_han(c) for c in high) else 0.3)
    if scripts == {"CYRILLIC"}:
        return len(high) * (0.9 if _is_cased_as_a_name(word) and len(word) > 1 else -0.2)
    if scripts == {"LATIN"}:
        share = len(high) / len(word)
        usual = sum(c in _COMMON for c in high) / len(high)
        cased = _is_cased_as_a_name(word)
        return len(high) * ((0.6 + 0.4 * usual) if cased and (share <= 0.5 or len(word) == 1) else -0.5)
    return -float(len(high))


def _is_cased_as_a_name(word: str) -> bool:
    return word.islower() or word.isupper() or (word[0].isupper() and word[1:].islower())


@lru_cache(4096)
def _script(letter: str) -> str:
    return unicodedata.name(letter, "OTHER").split()[0].split("-")[0]


@lru_cache(4096)
def _is_usual_han(letter: str) -> bool:
    """Of the 3,755 characters that GB 2312 puts first, or a letter of a name beyond them."""
    try:
        return 0xB0 <= letter.encode("gb2312")[0] <= 0xD7
    except UnicodeEncodeError:
        return False
