"""Marked text: any text is valid, marks mean styles, and what is written is read again."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gmp_desktop.domain.inline import Run, escape, mark, note_references, parse, plain

NOTE = "0190a0b0-0000-7000-8000-000000000001"
MARKED = st.text(alphabet="ab *^\\[]1\n", max_size=40)
RUNS = st.lists(
    st.one_of(
        st.builds(
            Run,
            st.text(alphabet="ab *^\\[]\n", min_size=1, max_size=6),
            st.booleans(),
            st.booleans(),
            st.booleans(),
        ),
        st.builds(Run, st.just(""), note=st.sampled_from(["1", NOTE])),
    ),
    max_size=8,
)


def characters(runs):
    """Every character with its style, white space without: a mark beside a space is no mark."""
    for run in runs:
        if run.note:
            yield run.note
        for character in run.text:
            yield character, *((run.italic, run.bold, run.superscript) if character.strip() else ())


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("plain", (Run("plain"),)),
        ("a *b* c", (Run("a "), Run("b", italic=True), Run(" c"))),
        ("**b**", (Run("b", bold=True),)),
        ("13^th^", (Run("13"), Run("th", superscript=True))),
        ("***b***", (Run("b", italic=True, bold=True),)),
        ("*a **b** c*", (Run("a ", italic=True), Run("b", italic=True, bold=True), Run(" c", italic=True))),
        (f"a.[^{NOTE}]", (Run("a."), Run("", note=NOTE))),
        (r"\*a\*", (Run("*a*"),)),
        ("", ()),
    ],
)
def test_marks_mean_styles(text, runs) -> None:
    assert parse(text) == runs


@pytest.mark.parametrize(
    "text", ["2 * 3 * 4", "a* b", "agenda**", "x^2", "5*", "* a note", "[^not closed", "[^]", "a ** b"]
)
def test_a_mark_without_a_partner_stands_for_itself(text) -> None:
    assert plain(text) == text


@given(MARKED)
def test_any_text_is_valid_and_adjoining_runs_differ(text) -> None:
    runs = parse(text)

    assert all(bool(run.text) != bool(run.note) for run in runs)
    styles = [(run.italic, run.bold, run.superscript, run.note) for run in runs]
    assert all(one != other or one[3] for one, other in pairwise(styles))


@given(RUNS)
def test_runs_written_and_read_again_are_the_same(runs) -> None:
    assert list(characters(parse(mark(runs)))) == list(characters(runs))


def test_a_bracket_before_a_raised_letter_is_no_note() -> None:
    runs = (Run("[", superscript=True), Run("a]"))

    assert parse(mark(runs)) == runs


@given(MARKED)
def test_a_text_read_and_written_again_means_the_same(text) -> None:
    assert list(characters(parse(mark(parse(text))))) == list(characters(parse(text)))


@given(st.text(max_size=80) | MARKED)
def test_escaped_text_means_exactly_itself(text) -> None:
    assert plain(escape(text)) == text
    assert note_references(escape(text)) == ()


@given(MARKED)
def test_note_references_are_those_of_the_runs(text) -> None:
    assert note_references(text) == tuple(run.note for run in parse(text) if run.note)


def test_plain_text_shows_the_labels_given() -> None:
    assert plain(f"*a*[^{NOTE}] b", {NOTE: "1"}) == "a1 b"
    assert plain(f"*a*[^{NOTE}] b") == "a b"
