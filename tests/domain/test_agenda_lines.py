from uuid import UUID

import pytest

from gmp_desktop.domain.agenda_lines import Line, read_lines, write_lines
from gmp_desktop.domain.meeting import AgendaItem


def depths(text: str) -> list[int]:
    return [line.depth for line in read_lines(text)]


def test_labels_tell_how_deep_an_item_is() -> None:
    text = "1. Opening.\n2. Matters:\n(a) Adoption;\n(i) First;\n(ii) Second;\n(b) Work.\n3. Closure."
    assert [(line.depth, line.title) for line in read_lines(text)] == [
        (0, "Opening"),
        (0, "Matters"),
        (1, "Adoption"),
        (2, "First"),
        (2, "Second"),
        (1, "Work"),
        (0, "Closure"),
    ]


def test_indentation_tells_it_where_there_are_no_labels() -> None:
    assert depths("One\n\tTwo\n\t\tThree\n\tFour\nFive") == [0, 1, 2, 1, 0]
    assert depths("  One\n    - Two\n    - Three\n  Four") == [0, 1, 1, 0]


def test_the_letter_i_follows_h() -> None:
    letters = "\n".join(f"({letter}) Item" for letter in "abcdefghij")
    assert depths("1. One\n" + letters) == [0] + [1] * 10


def test_roman_numbers_directly_below_a_number_stand_below_it() -> None:
    assert depths("1. One\n(i) First\n(ii) Second") == [0, 1, 1]


def test_no_line_is_more_than_one_level_below_the_one_before_it() -> None:
    assert depths("(a) One\n\t\t\t\tTwo\n\t\t\t\t\tThree\n\t\t\t\t\t\tFour\n\t\t\t\t\t\t\tFive") == [
        0,
        1,
        2,
        3,
        3,
    ]


@pytest.mark.parametrize("text", ["", "\n \n", "1.\n(a)\n"])
def test_lines_without_a_title_are_no_items(text: str) -> None:
    assert read_lines(text) == ()


def test_hostile_lines_are_titles_like_any_other() -> None:
    assert read_lines("=1+1\n<b>\u202ex") == (Line("=1+1"), Line("<b>\u202ex"))


def test_what_is_written_reads_back() -> None:
    parent = AgendaItem(UUID(int=1), "Matters", "1.")
    items = (parent, AgendaItem(UUID(int=2), "Adoption", "(a)", 1, parent.id))
    assert write_lines(items) == "1.\tMatters:\n\t(a)\tAdoption.\n"
    assert read_lines(write_lines(items)) == (Line("Matters"), Line("Adoption", 1))
