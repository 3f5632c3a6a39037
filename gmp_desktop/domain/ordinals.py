"""The number of a meeting in words, and the number words mean."""

import re

_ONES = (
    *(
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_IRREGULAR = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
}
_IRREGULAR |= {"twelve": "twelfth"}
_HIGHEST = 999
_FIGURES = re.compile(r"(\d{1,3})(?:st|nd|rd|th)?")


def ordinal(number: int) -> str:
    """The ordinal in words: 8 is eighth, 23 is twenty-third."""
    words = _cardinal(number)
    start = max(words.rfind("-"), words.rfind(" ")) + 1
    return words[:start] + _as_ordinal(words[start:])


def number_of(word: str) -> int | None:
    """The number an ordinal means, in words or figures; a cardinal in its place ("Eight meeting") counts too."""
    tidy = re.sub(r"[\s-]+", "-", word.strip().casefold())
    figures = _FIGURES.fullmatch(tidy)
    if figures:
        return int(figures.group(1))
    return _NUMBERS.get(tidy)


def _cardinal(number: int) -> str:
    if not 0 <= number <= _HIGHEST:
        raise ValueError(f"no words for {number}")
    if number < len(_ONES):
        return _ONES[number]
    if number >= 100:
        hundreds, rest = divmod(number, 100)
        return f"{_ONES[hundreds]} hundred" + (f" and {_cardinal(rest)}" if rest else "")
    tens, rest = divmod(number, 10)
    return _TENS[tens] + (f"-{_ONES[rest]}" if rest else "")


def _as_ordinal(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    return f"{word[:-1]}ieth" if word.endswith("y") else f"{word}th"


def _numbers() -> dict[str, int]:
    found: dict[str, int] = {}
    for number in range(1, 200):
        for words in (_cardinal(number), ordinal(number)):
            found[words.replace(" ", "-")] = number
    return found


_NUMBERS = _numbers()
