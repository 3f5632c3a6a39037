"""What a line begins with: a number, a letter, a bullet or a note's mark."""

import re
from dataclasses import dataclass
from enum import Enum

from gmp_desktop.domain.numbering import roman


class Form(Enum):
    """The look of a label. A letter may turn out to be a roman figure: see ``roman_value``."""

    ARABIC = "1."
    CAPITAL = "A."
    BRACKET_LETTER = "(a)"
    BRACKET_NUMBER = "(1)"
    LETTER = "a."
    BULLET = "-"
    DASH = "–"


@dataclass(frozen=True, slots=True)
class Label:
    """A label as printed, and the text it stands before."""

    form: Form
    printed: str
    rest: str
    value: int = 0

    @property
    def roman_value(self) -> int:
        """The number the letters mean as a roman figure, 0 if they mean none."""
        return _ROMAN.get(self.printed.strip("().").lower(), 0)


_ROMAN = {roman(number): number for number in range(1, 60)}
_ARABIC = re.compile(r"(\d{1,4})(?:\.(?=\s|[A-Z“\"*])|\)(?=\s))\s{0,9}(?=\S)")
_CAPITAL = re.compile(r"([A-Z]|[IVXL]{2,7})\.\s{1,9}(?=\S)")
_BRACKET = re.compile(r"\((?:(\d{1,3})|([a-z]|[ivxl]{2,6}|aa|bb))\)\s{0,9}(?=\S)")
_LETTER = re.compile(r"([a-z]|[ivx]{2,5})[.)]\s{1,9}(?=\S)")
_PATTERNS = (
    (_ARABIC, Form.ARABIC),
    (_CAPITAL, Form.CAPITAL),
    (_LETTER, Form.LETTER),
    (_BRACKET, Form.BRACKET_LETTER),
)
_BULLET = re.compile(r"([-•●▪◦‣·\uf0b7*]|[–—])\s{1,9}(?=\S)")
_FIRST = re.compile(r"(?:\d{1,4}|[A-Za-z]{1,7})[.)]|\([\da-z]|[-•●▪◦‣·\uf0b7*–—]\s")


def label_of(text: str) -> Label | None:
    """The label a line begins with. Of a bullet before a letter only the letter counts."""
    if not _FIRST.match(text):
        return None
    bullet = _BULLET.match(text)
    if bullet is None:
        return _figure(text, 0)
    inner = _figure(text, bullet.end())
    if inner and inner.form in {Form.LETTER, Form.BRACKET_LETTER, Form.BRACKET_NUMBER}:
        return inner
    form = Form.DASH if bullet.group(1) in "–—" else Form.BULLET
    return Label(form, bullet.group(1), text[bullet.end() :])


def _figure(text: str, start: int) -> Label | None:
    """The number or letter that stands at a place of a line."""
    for pattern, form in _PATTERNS:
        found = pattern.match(text, start)
        if found:
            figures = found.group(1) or found.group(2)
            bracket = form is Form.BRACKET_LETTER and figures.isdigit()
            look = Form.BRACKET_NUMBER if bracket else form
            return Label(look, found.group().strip(), text[found.end() :], _value(figures))
    return None


def _value(label: str) -> int:
    """The place a label has in its series, letters counted a, b, … z, aa; several letters are roman figures."""
    if label.isdigit():
        return int(label)
    if len(label) == 1:
        return ord(label.lower()) - ord("a") + 1
    if label in {"aa", "bb"}:
        return 27 + (label == "bb")
    return _ROMAN.get(label.lower(), 0)
