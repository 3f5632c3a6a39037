from hypothesis import given
from hypothesis import strategies as st

from gmp_desktop.domain.tidy import tidy


@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_text_that_can_be_kept_is_not_altered(text: str) -> None:
    assert tidy(text) == text


@given(text=st.text(st.characters()))
def test_any_text_can_be_kept_once_tidied(text: str) -> None:
    assert "\0" not in tidy(text)
    assert tidy(text).encode().decode() == tidy(text)


def test_two_halves_are_joined() -> None:
    assert tidy("a\ud83d\ude00\ud83d") == "a😀\ufffd"
