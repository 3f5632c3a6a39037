from hypothesis import given
from hypothesis import strategies as st

from gmp_desktop.domain.cutting import cut, joined, length
from gmp_desktop.domain.inline import parse, plain

NOTE = "[^0190a0b0-0000-7000-8000-000000000001]"
MARKED = st.text(alphabet="ab *^\\[]", max_size=30) | st.just(f"One{NOTE} two *three* four.")


def test_a_cut_inside_a_mark_leaves_both_halves_marked() -> None:
    assert cut("Read *the whole text* now.", 8) == ("Read *the*", "*whole text* now.")


def test_a_note_reference_counts_as_one_character() -> None:
    assert length(f"ab{NOTE}cd") == 5
    assert cut(f"ab{NOTE}cd", 2) == ("ab", f"{NOTE}cd")
    assert cut(f"ab{NOTE}cd", 3) == (f"ab{NOTE}", "cd")


@given(MARKED, st.integers(-3, 40))
def test_a_cut_loses_nothing_but_white_space(text: str, at: int) -> None:
    left, right = cut(text, at)
    assert "".join((plain(left) + plain(right)).split()) == "".join(plain(text).split())
    assert [run.note for half in (left, right) for run in parse(half) if run.note] == [
        run.note for run in parse(text) if run.note
    ]


def test_joined_texts_are_parted_by_one_space() -> None:
    assert joined("First. ", " *Second.*") == "First. *Second.*"


def test_an_empty_text_joins_without_a_trace() -> None:
    assert joined("", "Second.") == "Second."
    assert joined("First.", "  ") == "First."


@given(MARKED, MARKED)
def test_joining_keeps_the_words_of_both(first: str, second: str) -> None:
    assert "".join(plain(joined(first, second)).split()) == "".join((plain(first) + plain(second)).split())
