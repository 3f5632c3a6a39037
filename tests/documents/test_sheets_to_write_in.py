"""Agenda lines, tables to write in, and large print."""

from itertools import pairwise

import pytest

from gmp_desktop.documents.paper import Paper
from gmp_desktop.documents.pdf import layout, write_pdf
from gmp_desktop.documents.text import write_text
from gmp_desktop.domain.blocks import AgendaLine, Document, Heading, Table
from tests.documents.examples import full_paper, id_of, letter, paper
from tests.documents.reading import line_text, pages_of, text_of

HEAD = ("No.", "Name", "Signature")


def sheet(number: int, count: int, **facts: object) -> Table:
    rows = tuple((str(at), f"Person{number}x{at}", "") for at in range(count))
    return Table(id_of(number), (HEAD, *rows), 1, "", roomy=True, **facts)  # type: ignore[arg-type]


def tops(document: Document, word: str) -> list[float]:
    return [placed.y for page in layout(document).pages for placed in page.text if word in line_text(placed)]


def test_agenda_lines_hang_behind_their_labels() -> None:
    document = paper(AgendaLine(id_of(1), "Matters:"), AgendaLine(id_of(2), "Adoption;", 2))
    spans = {
        span.text.strip(): round(placed.x + span.x, 1)
        for page in layout(document).pages
        for placed in page.text
        for span in placed.line.spans
    }

    assert spans["Matters:"] == spans["(a)"]
    assert spans["1."] < spans["(a)"] < spans["Adoption;"]
    assert "1. Matters:\n\n    (a) Adoption;" in write_text(document)


def test_rows_to_write_in_are_high() -> None:
    close = paper(Table(id_of(1), sheet(1, 5).rows))
    roomy = paper(sheet(1, 5))
    steps = [[b - a for a, b in pairwise(tops(document, "Person"))] for document in (close, roomy)]

    assert min(steps[1]) >= 25 > max(steps[0])


def test_columns_are_as_wide_as_the_table_says() -> None:
    document = paper(sheet(1, 2, widths=(1, 2, 1)))
    (row,) = (placed for placed in layout(document).pages[0].text if "Person1x0" in line_text(placed))
    number, name = (placed.x for placed in row.line.spans if placed.text.strip())

    assert row.x + number == 60
    assert name - number == pytest.approx((595.276 - 120 - 16) / 4 + 8, abs=0.5)


@pytest.mark.parametrize("widths", [(0, 0, 0), (1,), (1, 1, 1, 1, 1), (999_999_999, 0, 1)])
def test_widths_that_cannot_be_break_nothing(widths: tuple[int, ...]) -> None:
    assert "Signature" in "".join(text_of(write_pdf(paper(sheet(1, 2, widths=widths)))).split())


def test_the_head_is_repeated_and_every_sheet_begins_a_page() -> None:
    document = paper(
        *(
            block
            for number in (1, 2)
            for block in (Heading(id_of(90 + number), f"Sitting {number}", numbered=False), sheet(number, 40))
        )
    )
    pages = pages_of(write_pdf(document))

    assert all("Signature" in page for page in pages)
    assert not any("Person1x" in page and "Person2x" in page for page in pages)
    assert "Sitting 1" in pages[0]


def test_room_for_notes_is_not_broken() -> None:
    for filler in range(18, 25):
        document = paper(
            Table(id_of(1), sheet(1, filler).rows), Table(id_of(2), ((("Notes"),), ("",), ("",)), roomy=True)
        )
        assert len(layout(document).places[id_of(2)]) == 1


@pytest.mark.parametrize("document", [full_paper(), letter()], ids=["report", "letter"])
@pytest.mark.parametrize("size", Paper)
def test_large_print_says_the_same_on_the_same_paper(document: Document, size: Paper) -> None:
    plain, large = (layout(document, paper=size, large=large) for large in (False, True))
    written = write_pdf(document, paper=size, large=True)

    assert set(text_of(write_pdf(document, paper=size)).split()) - set(text_of(written).split()) <= {
        f"{page}/{plain.page_count}" for page in range(1, plain.page_count + 1)
    }
    assert large.sheet.width * large.sheet.scale == pytest.approx(size.size[0])


def test_nothing_of_large_print_leaves_the_page() -> None:
    laid = layout(full_paper(), large=True)
    for page in laid.pages:
        for placed in (*page.text, *page.furniture):
            for span in placed.line.spans:
                assert placed.x + span.x >= 0
                assert placed.x + span.x + span.width <= laid.sheet.width
