"""Lists of people stand in columns, read down the column."""

import pytest

from gmp_desktop.documents.pdf import layout, write_pdf
from gmp_desktop.documents.text import write_text
from gmp_desktop.domain.blocks import Document, Heading, Paragraph, Roll
from tests.documents.examples import id_of, paper, prose
from tests.documents.reading import laid_words, line_text, pages_of, text_of

ROLL = id_of(50)


def people(count: int, *, of: int = 5, lines: int = 1) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (f"Delegation{at // of}", f"Person{at}", *(f"Line{at}x{line}" for line in range(lines)))
        for at in range(count)
    )


def listed(*rows: tuple[str, ...]) -> Document:
    return paper(Heading(id_of(1), "Governments", numbered=False), Roll(ROLL, rows))


def xs(document: Document) -> list[float]:
    """Where columns begin on the first page."""
    (roll,) = (placed for placed in layout(document).pages[0].text if "Person0" in line_text(placed))
    return sorted({round(roll.x + span.x, 1) for span in roll.line.spans if span.text.startswith("Person")})


def test_order_runs_down_the_columns_and_over_the_pages() -> None:
    text = text_of(write_pdf(listed(*people(400))))
    places = [text.index(f"Person{at}\n") for at in range(399)]

    assert places == sorted(places)


def test_there_are_three_columns_between_the_rules() -> None:
    columns = xs(listed(*people(60)))

    assert columns[0] == 60
    assert len(columns) == 3
    assert columns[1] - columns[0] == pytest.approx(columns[2] - columns[1], abs=0.2)


def test_the_last_columns_are_even() -> None:
    document = listed(*people(9, of=1))
    place = layout(document).places[ROLL][0]

    assert len(xs(document)) == 3
    assert place.bottom - place.top < 120


def test_a_broken_delegation_is_named_again() -> None:
    pages = pages_of(write_pdf(listed(*people(200, of=200))))

    assert pages[0].count("Delegation0") == 3
    assert pages[0].count("Delegation0 (continued)") == 2
    assert all("Delegation0 (continued)" in page for page in pages[1:])


def test_what_goes_on_is_said_in_the_language_of_the_paper() -> None:
    document = paper(Roll(ROLL, people(200, of=200)), language="fr")

    assert "Delegation0 (suite)" in text_of(write_pdf(document))


def test_every_person_stands_there_once() -> None:
    words = laid_words(layout(listed(*people(500, lines=3))))

    assert {words[f"Person{at}"] for at in range(500)} == {1}
    assert {words[f"Line{at}x2"] for at in range(500)} == {1}


def test_no_person_is_broken_over_pages() -> None:
    for page in pages_of(write_pdf(listed(*people(300, lines=4)))):
        for at in range(300):
            assert (f"Person{at}\n" in page) == (f"Line{at}x3" in page)


def test_more_than_a_page_on_one_person_is_broken() -> None:
    long = listed(("Delegation", "Person0", *(f"Line{at}" for at in range(1000))))

    assert laid_words(layout(long))["Line999"] == 1


def test_people_of_no_delegation_and_empty_lines_leave_no_gap() -> None:
    text = text_of(write_pdf(listed(("", "Person0", "", "Line0"), ("", "Person1"))))

    assert "continued" not in text
    assert "Person0\nLine0" in text


def test_a_heading_stays_with_its_people() -> None:
    for filler in range(34, 44):
        document = paper(
            *(Paragraph(id_of(100 + at), prose(12)) for at in range(filler)),
            Heading(id_of(1), "Governments", numbered=False),
            Roll(ROLL, people(3, lines=5)),
        )
        places = layout(document).places
        assert places[id_of(1)][0].page == places[ROLL][0].page


def test_a_heading_begins_where_its_columns_begin() -> None:
    (heading,) = (
        placed for placed in layout(listed(*people(3))).pages[0].text if line_text(placed) == "Governments"
    )

    assert heading.x == 60


def test_an_empty_roll_is_nothing() -> None:
    for rows in ((), ((),), (("",),)):
        write_pdf(listed(*rows))
        assert layout(listed(*rows)).page_count == 1


def test_as_text_the_delegation_stands_over_its_people() -> None:
    text = write_text(listed(("Chile", "Ms. A", "", "Adviser"), ("Chile", "Mr. B"), ("Ghana", "Ms. C")))

    assert "Chile\n    Ms. A, Adviser\n    Mr. B\nGhana\n    Ms. C" in text


@pytest.mark.parametrize(
    "name", ["<b>", "=1+1", "\u202egnp\u202c", "x" * 100_000, "*" * 300, "שלום عليكم 李明"]
)
def test_any_name_can_be_listed(name: str) -> None:
    assert write_pdf(listed((name, name, name), ("", name))).startswith(b"%PDF")


def test_the_end_of_a_document_is_not_on_a_page_alone() -> None:
    for count in range(100, 116):
        laid = layout(listed(*people(count, of=1)))
        assert laid.places[ROLL][-1].page == laid.page_count
