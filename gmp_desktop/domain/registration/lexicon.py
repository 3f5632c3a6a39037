"""What reading a list needs to know of the world."""

from collections.abc import Callable

from gmp_desktop.domain.values import value


@value
class Lexicon:
    """What the program knows besides the sheet: the code of a country or an area, an ISO day; nothing for what is none."""

    country: Callable[[str], str]
    area: Callable[[str], str]
    day: Callable[[str, bool], str]
