"""What the palette finds for a few letters, and in which order."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

ROWS = 10
RECENT_MOST = 3


@dataclass(frozen=True, slots=True)
class Entry:
    group: str
    words: str
    run: Callable[[], object]
    icon: str = ""
    beside: str = ""
    keys: str = ""

    @property
    def key(self) -> tuple[str, str]:
        return self.group, self.words


def matching(entries: Iterable[Entry], letters: str, recent: Sequence[tuple[str, str]] = ()) -> list[Entry]:
    """Those whose words hold all that was typed, what begins so first within each group; at most ten."""
    asked = letters.casefold().split()
    found = [
        entry
        for entry in entries
        if all(part in f"{entry.words} {entry.beside}".casefold() for part in asked)
    ]
    groups = list(dict.fromkeys(entry.group for entry in found))
    first = [entry for key in recent for entry in found if entry.key == key][:RECENT_MOST]
    rest = sorted((entry for entry in found if entry not in first), key=lambda entry: _rank(entry, asked))
    share = max((ROWS - len(first)) // max(len(groups), 1), 1)
    shown = [entry for group in groups for entry in [one for one in rest if one.group == group][:share]]
    shown += [entry for entry in rest if entry not in shown][: ROWS - len(first) - len(shown)]
    return first + sorted(shown[: ROWS - len(first)], key=lambda entry: groups.index(entry.group))


def _rank(entry: Entry, asked: Sequence[str]) -> int:
    """By where the first letters asked for stand: at its beginning, at that of another word, elsewhere."""
    words = entry.words.casefold().split()
    starts = [at for at, word in enumerate(words) if not asked or word.startswith(asked[0])]
    return 2 if not starts else min(starts[0], 1)


def shortened(words: str, part: str, most: int = 60) -> str:
    """A long text with the words found in sight: "8. … that a notice at customs"."""
    at = words.casefold().find(part) if part else -1
    if at <= most:
        return words
    start = words.rfind(" ", 0, at - 16) + 1
    label = words.split(" ", 1)[0]
    return f"{label} … {words[start:]}" if label[:1].isdigit() else f"… {words[start:]}"
