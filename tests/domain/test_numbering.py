"""Numbers are a function of the blocks."""

from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gmp_desktop.domain.blocks import (
    AgendaLine,
    Annex,
    Document,
    DocumentKind,
    Footnote,
    Heading,
    HeadingScheme,
    ListItem,
    Marker,
    NoteMark,
    Operative,
    Paragraph,
    Roll,
    Table,
)
from gmp_desktop.domain.numbering import labels, letter, roman

MAKERS = st.sampled_from(
    [
        lambda id: Paragraph(id, "a"),
        lambda id: Paragraph(id, "a", numbered=False),
        lambda id: Heading(id, "a"),
        lambda id: Heading(id, "a", level=3),
        lambda id: Heading(id, "a", level=99),
        lambda id: ListItem(id, "a"),
        lambda id: ListItem(id, "a", level=2),
        lambda id: ListItem(id, "a", marker=Marker.BULLET),
        lambda id: ListItem(id, "a", level=-4),
        lambda id: Footnote(id, "a"),
        lambda id: Footnote(id, "a", mark=NoteMark.STAR),
        lambda id: Annex(id, "a"),
        lambda id: Operative(id, "a"),
        lambda id: Table(id, (("a", f"b[^{uuid4()}]"),)),
        lambda id: AgendaLine(id, "a", level=2),
        lambda id: Roll(id, (("a", f"b[^{uuid4()}]"), ("a",))),
    ]
)


def printed(*makers, scheme=HeadingScheme.AGENDA, title="Title"):
    blocks = tuple(make(uuid4()) for make in makers)
    found = labels(Document(uuid4(), DocumentKind.REPORT, title, blocks, scheme=scheme))
    return [found.get(block.id, "") for block in blocks]


def heading(level, *, numbered=True):
    return lambda id: Heading(id, "a", level, numbered)


def item(level=1, marker=Marker.LETTER):
    return lambda id: ListItem(id, "a", level, marker)


def paragraph(id):
    return Paragraph(id, "a")


def operative(id):
    return Operative(id, "a")


def annex(id):
    return Annex(id)


@pytest.mark.parametrize(
    ("number", "figures"),
    [
        (1, "i"),
        (4, "iv"),
        (9, "ix"),
        (14, "xiv"),
        (40, "xl"),
        (49, "xlix"),
        (90, "xc"),
        (400, "cd"),
        (1994, "mcmxciv"),
    ],
)
def test_roman_figures(number, figures) -> None:
    assert roman(number) == figures


@pytest.mark.parametrize(
    ("number", "letters"),
    [(1, "a"), (26, "z"), (27, "aa"), (52, "az"), (53, "ba"), (702, "zz"), (703, "aaa")],
)
def test_letters(number, letters) -> None:
    assert letter(number) == letters


def test_agenda_headings_count_items_and_sub_items() -> None:
    levels = (1, 2, 2, 1, 2, 3)

    assert printed(*map(heading, levels)) == ["1.", "(a)", "(b)", "2.", "(a)", "(i)"]


def test_the_lines_of_an_agenda_count_apart_from_its_headings() -> None:
    def line(level):
        return lambda id: AgendaLine(id, "a", level)

    assert printed(line(1), line(2), heading(1), line(2), line(3), line(1)) == [
        "1.",
        "(a)",
        "1.",
        "(b)",
        "(i)",
        "2.",
    ]


def test_roman_headings_count_chapters() -> None:
    levels = (1, 2, 2, 3, 1, 2, 4)

    assert printed(*map(heading, levels), scheme=HeadingScheme.ROMAN) == [
        "I.",
        "A.",
        "B.",
        "1.",
        "II.",
        "A.",
        "(a)",
    ]


def test_unnumbered_headings_do_not_count() -> None:
    assert printed(heading(1), heading(1, numbered=False), heading(1)) == ["1.", "", "2."]


def test_paragraphs_run_through_chapters_and_start_again_in_an_annex() -> None:
    assert printed(paragraph, heading(1), paragraph, annex, paragraph) == ["1.", "1.", "2.", "Annex", "1."]


def test_several_annexes_have_roman_figures() -> None:
    assert printed(annex, annex) == ["Annex I", "Annex II"]


def test_a_list_counts_anew_after_anything_but_its_items_and_notes() -> None:
    note = Footnote

    assert printed(item(), lambda id: note(id, "n"), item(), paragraph, item())[::2] == ["(a)", "(b)", "(a)"]


def test_lists_within_lists() -> None:
    assert printed(item(1), item(2), item(2), item(3), item(1), item(2)) == [
        "(a)",
        "(i)",
        "(ii)",
        "a.",
        "(b)",
        "(i)",
    ]


def test_bullets_and_dashes_have_signs() -> None:
    assert printed(item(1, Marker.BULLET), item(1, Marker.DASH), item(1)) == ["•", "–", "(a)"]


def test_a_single_operative_paragraph_has_no_number() -> None:
    assert printed(operative) == [""]
    assert printed(operative, operative) == ["1.", "2."]


def test_notes_count_in_the_order_of_their_marks() -> None:
    first, second, star = uuid4(), uuid4(), uuid4()
    document = Document(
        uuid4(),
        DocumentKind.NOTE,
        f"Title[^{star}]",
        (
            Footnote(first, "a"),
            Footnote(second, "b"),
            Footnote(star, "c", NoteMark.STAR),
            Paragraph(uuid4(), f"x[^{second}] y[^{first}] z[^{second}]"),
        ),
    )

    assert {id: labels(document)[id] for id in (first, second, star)} == {first: "2", second: "1", star: "*"}


@given(st.lists(MAKERS, max_size=30), st.sampled_from(HeadingScheme))
def test_any_blocks_can_be_numbered(makers, scheme) -> None:
    blocks = [make(uuid4()) for make in makers]
    found = labels(Document(uuid4(), DocumentKind.OTHER, "", tuple(blocks), scheme=scheme))

    assert all(found[block.id] for block in blocks if isinstance(block, Footnote | ListItem | Annex))
    assert all(
        found[block.id] for block in blocks if isinstance(block, Paragraph | Heading) and block.numbered
    )


@given(st.lists(MAKERS, max_size=30))
def test_paragraph_numbers_are_consecutive_in_every_part(makers) -> None:
    blocks = [make(uuid4()) for make in makers]
    found = labels(Document(uuid4(), DocumentKind.OTHER, "", tuple(blocks)))

    count = 0
    for block in blocks:
        count = 0 if isinstance(block, Annex) else count
        if isinstance(block, Paragraph) and block.numbered:
            count += 1
            assert found[block.id] == f"{count}."
