"""The place of a row among its neighbours: a fractional key in the row, never a renumbering."""

from fractional_indexing import generate_key_between, generate_n_keys_between

_JUST_AFTER = "V"


def between(before: str | None, after: str | None) -> str:
    """A key that sorts after ``before`` and before ``after``; ``None`` is the beginning or the end.

    Two laptops can give two neighbours the same key; then the new key comes just after both.
    """
    if before is not None and after is not None and before >= after:
        return before + _JUST_AFTER
    return str(generate_key_between(before or None, after or None))


def sequence(count: int) -> list[str]:
    """Keys for so many rows in a row."""
    return [str(key) for key in generate_n_keys_between(None, None, count)]
