"""The place of a row among its neighbours: a fractional key in the row, never a renumbering."""

from fractional_indexing import FIError, generate_key_between, generate_n_keys_between

_FIRST = "a0"
_JUST_AFTER = "V"


def between(before: str | None, after: str | None) -> str:
    """A key that sorts after ``before`` and before ``after``; ``None`` is the beginning or the end.

    Two laptops can give two neighbours the same key, or one that this program would not have made; then the new
    key comes just after ``before``.
    """
    before, after = before or None, after or None
    if before is None or after is None or before < after:
        try:
            return str(generate_key_between(before, after))
        except FIError:
            pass
    return before + _JUST_AFTER if before else _FIRST


def sequence(count: int) -> list[str]:
    """Keys for so many rows in a row."""
    return [str(key) for key in generate_n_keys_between(None, None, count)]
