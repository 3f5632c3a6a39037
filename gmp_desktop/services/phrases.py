"""What a paper of a meeting says by rule, in the meeting's own language."""

import json
from collections.abc import Mapping
from functools import cache

from gmp_desktop.paths import shipped

FALLBACK = "en"
Phrases = Mapping[str, str]


def phrases(group: str, language: str) -> Phrases:
    """The phrases of a group; in English where there are none in the language."""
    return _all(language.partition("-")[0].lower()).get(group) or _all(FALLBACK)[group]


def annotations(language: str, body: str) -> tuple[str, ...]:
    """How paragraphs of an annotated agenda begin; ``body`` is the code of the body that meets."""
    bodies = phrases("body", FALLBACK)
    called = bodies.get(body, bodies[""])
    return tuple(text.format(body=called) for text in phrases("annotation", language).values())


@cache
def _all(language: str) -> dict[str, Phrases]:
    if language not in _languages():
        return {}
    file = shipped("resources", "phrases", f"{language}.json")
    made: dict[str, Phrases] = json.loads(file.read_text(encoding="utf-8"))
    return made


@cache
def _languages() -> frozenset[str]:
    """A language comes from a file or a field: it never becomes a path unless a file of ours has that name."""
    return frozenset(file.stem for file in shipped("resources", "phrases").glob("*.json"))
