from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from gmp_desktop.store.order import between, sequence

KEYS = st.none() | st.sampled_from(["", "V", "zzz", "0", *sequence(70)])


@given(places=st.lists(st.integers(0, 1000), max_size=60))
def test_a_key_between_two_sorts_between_them(places: list[int]) -> None:
    keys = sequence(2)
    for place in places:
        at = place % (len(keys) + 1)
        keys.insert(at, between(keys[at - 1] if at else None, keys[at] if at < len(keys) else None))
    assert all(before < after for before, after in pairwise(keys))


@given(before=KEYS, after=KEYS)
def test_any_two_neighbours_can_be_parted(before: str | None, after: str | None) -> None:
    assert between(before, after) > (before or "")


def test_a_sequence_is_in_order() -> None:
    keys = sequence(500)
    assert keys == sorted(set(keys))
    assert sequence(0) == []
