"""Which row has the headings: there may be a title above it, or none at all."""

from collections.abc import Sequence

from gmp_desktop.domain.registration.headings import field_of

LOOKED_AT = 20
_DATA = frozenset("0123456789@")


def find_heads(rows: Sequence[Sequence[str]]) -> int:
    """The place of the headings among the rows; -1 where the first row is somebody already."""
    first = rows[:LOOKED_AT]
    known = [sum(field_of(text) is not None for text in row) for row in first]
    best = max(range(len(first)), key=lambda at: (known[at], -at))
    under_others = any(_filled(row) >= _filled(first[best]) for row in first[:best])
    if known[best] > 1 or (known[best] == 1 and not under_others and _is_whole(first[best], rows)):
        return best
    usual = sorted(_filled(row) for row in rows[: 10 * LOOKED_AT])[len(rows[: 10 * LOOKED_AT]) // 2]
    at = next((at for at, row in enumerate(first) if _filled(row) >= usual), 0)
    looks_like_words = not any(_DATA & set(text) for text in first[at])
    differs = any(_DATA & set(text) for row in rows[at + 1 : at + LOOKED_AT] for text in row)
    return at if looks_like_words and differs else -1


def _is_whole(row: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """One known word is enough in a table of one column, or where no other cell of the row says anything else."""
    return (_filled(row) == 1 and max(map(_filled, rows[:LOOKED_AT])) == 1) or not any(
        _DATA & set(text) for text in row
    )


def _filled(row: Sequence[str]) -> int:
    return sum(bool(text) for text in row)
