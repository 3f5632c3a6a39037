"""What stays together on a page, whatever the document."""

from collections import Counter
from itertools import pairwise

from hypothesis import HealthCheck, given, settings

from gmp_desktop.documents.pdf import layout, write_pdf
from gmp_desktop.domain.blocks import Annex, Document, Footnote, Heading, Paragraph, Table
from gmp_desktop.domain.inline import note_references, plain
from gmp_desktop.domain.numbering import labels, texts
from tests.documents.examples import documents, full_paper, id_of, paper, prose
from tests.documents.reading import laid_words, line_text, pages_of, words_of

CHECKED = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def said(document: Document) -> Counter[str]:
    """Every word the document has, with the labels and marks that are printed."""
    known = labels(document)
    words = Counter(plain(document.title).split())
    for block in document.blocks:
        label = known.get(block.id, "")
        words.update(label.split())
        for text in texts(block):
            words.update(plain(text, {str(id): mark for id, mark in known.items()}).split())
    return words


@CHECKED
@given(documents())
def test_every_word_stands_on_the_pages_exactly_once(document):
    repeated = sum(isinstance(block, Table) for block in document.blocks)
    laid, wanted = laid_words(layout(document)), said(document)
    assert wanted - laid == Counter()
    if not repeated:
        assert laid == wanted


@settings(CHECKED, max_examples=10)
@given(documents())
def test_every_word_can_be_read_back_from_the_file(document):
    words = words_of(write_pdf(document))
    wanted = Counter(
        word for block in document.blocks for text in texts(block) for word in plain(text).split()
    )
    pieces = Counter({word: sum(count for other, count in words.items() if word in other) for word in wanted})
    assert wanted - pieces == Counter()


@CHECKED
@given(documents())
def test_no_heading_is_the_last_on_its_page(document):
    laid = layout(document)
    blocks = [block for block in document.blocks if not isinstance(block, Footnote)]
    for block, following in pairwise(blocks):
        if isinstance(block, Heading) and not isinstance(following, Annex):
            assert laid.places[block.id][-1].page == laid.places[following.id][0].page


@CHECKED
@given(documents())
def test_a_note_begins_on_the_page_of_its_mark_and_goes_on_to_the_next(document):
    laid = layout(document)
    for block in document.blocks:
        for id in note_references(block.text):
            note = next(other for other in document.blocks if str(other.id) == id)
            pages = [place.page for place in laid.places[note.id]]
            assert pages[0] in {place.page for place in laid.places[block.id]}
            assert pages == list(range(pages[0], pages[0] + len(pages)))


@CHECKED
@given(documents())
def test_nothing_stands_below_the_text_area_or_on_something_else(document):
    laid = layout(document)
    for page in laid.pages:
        lines = [placed for placed in page.text if placed.line.height]
        assert all(placed.y + placed.line.height <= laid.sheet.bottom + 0.1 for placed in lines)
        for above, below in pairwise(lines):
            assert below.y >= above.y + above.line.height - 0.1


def test_a_paragraph_is_broken_with_two_lines_on_either_page():
    laid = layout(paper(*(Paragraph(id_of(number), prose(29)) for number in range(1, 90))))
    broken = [places for places in laid.places.values() if len(places) > 1]
    assert broken == []
    laid = layout(paper(*(Paragraph(id_of(number), prose(60)) for number in range(1, 90))))
    parts = [place for places in laid.places.values() if len(places) > 1 for place in places]
    assert parts
    assert all(place.bottom - place.top >= 23.9 for place in parts)


def test_a_table_repeats_its_head_on_every_page():
    rows = (("Headword", "Other"), *((f"row {number}", prose(20)) for number in range(80)))
    pages = pages_of(write_pdf(paper(Table(id_of(1), rows))))
    assert len(pages) > 2
    assert all("Headword" in page for page in pages)
    assert sum(page.count("row ") for page in pages) == 80


def test_a_table_row_taller_than_a_page_is_broken():
    laid = layout(paper(Table(id_of(1), (("a", prose(3000)), ("b", "c")))))
    assert laid.page_count > 3
    assert laid_words(laid)["b"] == 1


def test_a_long_note_goes_on_at_the_foot_of_the_next_page():
    note = Footnote(id_of(2), prose(2500))
    laid = layout(paper(Paragraph(id_of(1), f"Said.[^{note.id}]"), note, Paragraph(id_of(3), prose(30))))
    assert [place.page for place in laid.places[note.id]] == [1, 2, 3]


def test_a_note_nobody_refers_to_is_printed_all_the_same():
    laid = layout(paper(Paragraph(id_of(1), "Said."), Footnote(id_of(2), "Orphaned words.")))
    assert laid.places[id_of(2)][0].page == 1


def test_an_annex_begins_a_page():
    laid = layout(full_paper())
    assert laid.places[id_of(10)][0].page == 2
    assert line_text(laid.pages[1].text[0]) == "Annex"


def test_the_layout_counts_words_as_they_are_counted_by_hand():
    assert layout(paper(Paragraph(id_of(1), "One *two* three."), title="Four five")).words == 5


def test_a_changed_text_leaves_all_other_lines_as_they_were():
    first = [Paragraph(id_of(number), prose(40 + number)) for number in range(1, 9)]
    before = layout(paper(*first))
    after = layout(paper(*first[:4], Paragraph(id_of(5), "Short."), *first[5:]))
    assert after.pages[0].text[-2].line.spans[0].ink is before.pages[0].text[-2].line.spans[0].ink
    assert after.places[id_of(4)] == before.places[id_of(4)]
    assert after.places[id_of(6)][0].top < before.places[id_of(6)][0].top
