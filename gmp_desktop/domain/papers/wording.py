"""What papers say in the language of a meeting."""

from collections.abc import Mapping
from typing import Any


class Wording:
    """Phrases by name, with {places} for what they are said of; a phrase a language lacks is said in English."""

    def __init__(self, language: str, phrases: Mapping[str, Any], english: Mapping[str, Any]) -> None:
        self.language = language
        self._phrases = phrases
        self._english = english

    def __call__(self, name: str, /, **places: object) -> str:
        phrase: str = self._found(name)
        return phrase.format(**places) if places else phrase

    def list(self, name: str) -> tuple[str, ...]:
        """The phrases of a list, such as the months."""
        return tuple(self._found(name))

    def having(self, name: str) -> "Wording":
        """Itself, or the English one where it lacks the phrase: one sentence is of one language."""
        return self if name in self._phrases else Wording("en", self._english, self._english)

    def spellings(self, name: str) -> frozenset[str]:
        """The phrase in this language and in English, without case: what people may have called a thing."""
        return frozenset(known[name].casefold() for known in (self._phrases, self._english) if name in known)

    def named(self, name: str) -> Mapping[str, str]:
        """The phrases of a dictionary, such as the languages by their tags."""
        found: Mapping[str, str] = self._found(name)
        return found

    def __contains__(self, name: str) -> bool:
        return name in self._phrases

    def _found(self, name: str) -> Any:
        return self._phrases.get(name, self._english[name])
