"""Whether two names are likely one person's: across accents, case, order of names and a slip of the finger."""

from gmp_desktop.domain.people import words

Words = tuple[str, ...]


def alike(given: str, family: str, other_given: str, other_family: str) -> int:
    """0 where they are not; the higher the likelier."""
    return alike_words(words(given), words(family), words(other_given), words(other_family))


def alike_words(given: Words, family: Words, other_given: Words, other_family: Words) -> int:
    """The same for names that are folded already."""
    if sorted(given + family) == sorted(other_given + other_family):
        return 3
    if family == other_family and _begin_alike(given, other_given):
        return 2
    if given == other_given and _one_slip(" ".join(family), " ".join(other_family)):
        return 1
    return 1 if family == other_family and _one_slip(" ".join(given), " ".join(other_given)) else 0


def _begin_alike(some: Words, others: Words) -> bool:
    """J. and Jan, Jan and Jan Piet; nobody is like somebody whose name is not known."""
    return bool(some and others) and all(
        one.startswith(other) or other.startswith(one) for one, other in zip(some, others, strict=False)
    )


def _one_slip(one: str, other: str) -> bool:
    """One letter more, less, other, or two changed over; of short names every letter counts."""
    if min(len(one), len(other)) < 4 or abs(len(one) - len(other)) > 1:
        return False
    start = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    a, b = one[start:], other[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[1::-1] == b[:2] and a[2:] == b[2:])
