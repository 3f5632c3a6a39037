"""The order of mixed directions: levels of a paragraph's characters, and the order of a line's parts."""

import re
from collections.abc import Sequence

_FROM_RIGHT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def mixes(text: str) -> bool:
    """Whether any character is written from right to left."""
    return not text.isascii() and _FROM_RIGHT.search(text) is not None


def levels(text: str) -> tuple[int, list[int]]:
    """The direction of the paragraph, 0 or 1, and the embedding level of every character (UAX 9)."""
    from bidi import algorithm  # type: ignore[import-untyped]

    storage = algorithm.get_empty_storage()
    base = storage["base_level"] = algorithm.get_base_level(text)
    storage["base_dir"] = "LR"[base]
    algorithm.get_embedding_levels(text, storage)
    for at, character in enumerate(storage["chars"]):
        character["at"] = at
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    known = {character["at"]: character["level"] for character in storage["chars"]}
    out: list[int] = []
    for at in range(len(text)):
        out.append(known.get(at, out[-1] if out else base))
    return base, out


def visual_order(levels_of_parts: Sequence[int]) -> list[int]:
    """Positions of a line's parts from left to right (UAX 9, L2)."""
    order = list(range(len(levels_of_parts)))
    for level in range(max(levels_of_parts, default=0), 0, -1):
        at = 0
        while at < len(order):
            end = at
            while end < len(order) and levels_of_parts[order[end]] >= level:
                end += 1
            order[at:end] = order[at:end][::-1]
            at = end + 1
    return order
