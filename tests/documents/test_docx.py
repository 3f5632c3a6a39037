"""A Word file says what the document says, with Word's own numbers, styles and notes."""

from dataclasses import replace
from io import BytesIO
from typing import cast, get_args

import docx
import pytest
from hypothesis import given, settings

from gmp_desktop.documents.docx import write_docx
from gmp_desktop.documents.docx.blocks import Setting, elements_of
from gmp_desktop.documents.paper import Paper
from gmp_desktop.domain.blocks import (
    AgendaLine,
    Annex,
    Block,
    Document,
    EndRule,
    Footnote,
    Heading,
    HeadingScheme,
    LetterPart,
    ListItem,
    Marker,
    NoteMark,
    Operative,
    Paragraph,
    Roll,
    Table,
)
from gmp_desktop.domain.inline import plain
from gmp_desktop.domain.numbering import labels, texts
from tests.documents.examples import documents, full_paper, id_of, letter, paper
from tests.documents.word import W, attribute, paragraphs_of, parts_of, root_of, said, style_of


@pytest.mark.parametrize("block", get_args(Block))
def test_word_has_a_form_for_every_block(block):
    assert block in elements_of.registry


def test_a_stranger_among_the_blocks_is_refused_loudly():
    with pytest.raises(TypeError):
        elements_of(object(), cast(Setting, None))


def labels_in(document: Document) -> list[str]:
    return [label for _, label, _ in paragraphs_of(write_docx(document)) if label]


def labels_of(document: Document) -> list[str]:
    known = labels(document)
    return [known[one.id] for one in document.blocks if one.id in known and not isinstance(one, Footnote)]


@given(documents())
@settings(max_examples=25, deadline=None)
def test_word_counts_the_labels_that_are_printed(document):
    assert labels_in(document) == labels_of(document)


@given(documents())
@settings(max_examples=25, deadline=None)
def test_the_words_stand_in_the_order_of_the_blocks(document):
    wanted = [document.title] + [
        text for block in document.blocks if not isinstance(block, Footnote) for text in texts(block)
    ]
    data = write_docx(replace(document, masthead=None))
    found = " ".join(words for _, _, words in paragraphs_of(data, marks=False))
    assert found.split() == " ".join(map(plain, wanted)).split()


def test_levels_that_are_left_out_are_counted_as_they_print():
    levels = (1, 3, 2, 2, 4, 3, 2, 1, 2, 4, 4, 1)
    blocks = [Heading(id_of(at), "Said", level) for at, level in enumerate(levels)]
    items = [ListItem(id_of(50 + at), "Said", level) for at, level in enumerate(levels)]
    lines = [AgendaLine(id_of(90 + at), "Said", level) for at, level in enumerate(levels)]
    for scheme in HeadingScheme:
        document = paper(*blocks, *items, *lines, scheme=scheme)
        assert labels_in(document) == labels_of(document)


def test_bullets_between_items_leave_the_letters_as_they_print():
    kinds = ((1, Marker.LETTER), (2, Marker.LETTER), (2, Marker.BULLET), (2, Marker.LETTER), (1, Marker.DASH),
             (2, Marker.LETTER), (1, Marker.LETTER))  # fmt: skip
    document = paper(*(ListItem(id_of(at), "Said", level, kind) for at, (level, kind) in enumerate(kinds)))
    assert labels_in(document) == ["(a)", "(i)", "•", "(ii)", "–", "(i)", "(b)"] == labels_of(document)


def test_letters_behind_z_go_on_as_they_print():
    document = paper(*(ListItem(id_of(at), "Said") for at in range(30)))
    assert labels_in(document)[25:] == ["(z)", "(aa)", "(ab)", "(ac)", "(ad)"]


def test_headings_are_headings_and_an_unnumbered_one_has_no_number():
    blocks = [Heading(id_of(at), f"Level {at}", at) for at in range(1, 7)]
    bare = Heading(id_of(9), "Bare", 2, numbered=False)
    data = write_docx(paper(*blocks, bare, scheme=HeadingScheme.ROMAN))
    styles = {attribute(one, "styleId"): one for one in root_of(data, "styles").iter(f"{W}style")}
    found = [entry for entry in paragraphs_of(data) if entry[0].startswith("Heading")]

    assert [entry[0] for entry in found] == [*(f"Heading{at}" for at in range(1, 7)), "Heading2"]
    assert found[-1][1] == ""
    for at in range(6):
        assert attribute(styles[f"Heading{at + 1}"].find(f"{W}pPr/{W}outlineLvl")) == str(at)


def test_paragraphs_of_an_annex_count_from_one_again_on_a_new_page():
    document = paper(
        Paragraph(id_of(1), "One"),
        Paragraph(id_of(2), "Two"),
        Annex(id_of(3), "More"),
        Paragraph(id_of(4), "Three"),
        Annex(id_of(5)),
    )
    data = write_docx(document)
    annex = next(
        one for one in root_of(data, "styles").iter(f"{W}style") if attribute(one, "styleId") == "Annex"
    )

    assert labels_in(document) == ["1.", "2.", "Annex I", "1.", "Annex II"]
    assert annex.find(f"{W}pPr/{W}pageBreakBefore") is not None


def test_a_single_operative_paragraph_bears_no_number():
    assert labels_in(paper(Operative(id_of(1), "Decides."))) == []


def notes_of(data: bytes) -> list[str]:
    return [said(one) for one in root_of(data, "footnotes").iter(f"{W}footnote")][2:]


def test_notes_are_footnotes_that_word_counts():
    first, second = Footnote(id_of(1), "First."), Footnote(id_of(2), "Second.")
    text = f"Said[^{first.id}] and[^{second.id}] said."
    data = write_docx(paper(first, second, Paragraph(id_of(3), text)))

    assert [one.strip() for one in notes_of(data)] == ["First.", "Second."]
    assert len(list(root_of(data).iter(f"{W}footnoteReference"))) == 2
    assert not [one for one in root_of(data).iter() if attribute(one, "customMarkFollows")]


def test_stars_and_the_notes_of_an_annex_bring_their_own_marks():
    star = Footnote(id_of(1), "Star.", NoteMark.STAR)
    first, again = Footnote(id_of(2), "First."), Footnote(id_of(3), "Again.")
    data = write_docx(
        paper(
            Paragraph(id_of(4), f"Said[^{first.id}]."),
            first,
            star,
            Annex(id_of(5)),
            Paragraph(id_of(6), f"More[^{again.id}]."),
            again,
            title=f"Report[^{star.id}]",
        )
    )
    own = [one for one in root_of(data).iter(f"{W}footnoteReference") if attribute(one, "customMarkFollows")]

    assert [" ".join(one.split()) for one in notes_of(data)] == ["* Star.", "First.", "1 Again."]
    assert len(own) == 2
    assert "Report*" in [words for _, _, words in paragraphs_of(data)]


def test_marks_that_meet_are_parted_and_a_second_reference_is_the_mark_alone():
    note, star = Footnote(id_of(1), "Note."), Footnote(id_of(2), "Star.", NoteMark.STAR)
    data = write_docx(paper(Paragraph(id_of(3), f"A[^{note.id}][^{star.id}] b[^{note.id}]."), note, star))

    assert [words for style, _, words in paragraphs_of(data) if style == "NumberedParagraph"] == ["A,* b1."]
    assert len(notes_of(data)) == 2


def test_a_note_no_text_refers_to_stands_where_it_is():
    inner = Footnote(id_of(2), "Inner.")
    outer = Footnote(id_of(1), f"Outer[^{inner.id}].")
    data = write_docx(paper(Paragraph(id_of(3), f"Said[^{outer.id}]."), outer, inner))

    assert [" ".join(one.split()) for one in notes_of(data)] == ["Outer2."]
    assert ("FootnoteText", "", "2 Inner.") in paragraphs_of(data)


def test_emphasis_is_kept_and_every_line_end():
    data = write_docx(paper(Paragraph(id_of(1), "A *b* **c** ^d^\ne")))
    runs = [
        (said(run), [one.tag.removeprefix(W) for one in run.findall(f"{W}rPr/*")])
        for one in root_of(data).iter(f"{W}p")
        if style_of(one) == "NumberedParagraph"
        for run in one.iter(f"{W}r")
    ]

    assert ("b", ["i", "iCs"]) in runs
    assert ("c", ["b", "bCs"]) in runs
    assert ("d", ["vertAlign"]) in runs
    assert len(list(root_of(data).iter(f"{W}br"))) == 1


def test_words_from_right_to_left_are_told_so():
    data = write_docx(paper(Paragraph(id_of(1), "مرحبا بالعالم 2026"), Paragraph(id_of(2), "Mr. حسن spoke")))
    from_right = [one for one in root_of(data).iter(f"{W}p") if one.find(f"{W}pPr/{W}bidi") is not None]
    runs = [said(one) for one in root_of(data).iter(f"{W}r") if one.find(f"{W}rPr/{W}rtl") is not None]

    assert [said(one) for one in from_right] == ["مرحبا بالعالم 2026"]
    assert "حسن" in runs
    assert not any("Mr." in run for run in runs)


def test_ideographs_ask_for_the_east_asian_font():
    data = write_docx(paper(Paragraph(id_of(1), "Mr. 李明 spoke")))
    hinted = [
        said(one) for one in root_of(data).iter(f"{W}r") if attribute(one.find(f"{W}rPr/{W}rFonts"), "hint")
    ]
    assert hinted == ["李明"]


def test_a_table_repeats_its_head_and_keeps_its_widths():
    table = Table(id_of(1), (("A", "B"), ("1", "2"), ("3", "4")), 1, "Caption", widths=(1, 3))
    made = next(one for one in root_of(write_docx(paper(table, masthead=None))).iter(f"{W}tbl"))
    widths = [int(attribute(one, "w")) for one in made.iter(f"{W}gridCol")]

    assert [one.find(f"{W}trPr/{W}tblHeader") is not None for one in made.iter(f"{W}tr")] == [
        True,
        False,
        False,
    ]
    assert sum(widths) == pytest.approx(475.276 * 20, abs=2)
    assert 2.5 < widths[1] / widths[0] < 3


def test_a_sheet_to_write_in_has_high_rows_and_a_page_of_its_own():
    blocks: list[Block] = []
    for at in (1, 2):
        blocks.append(Heading(id_of(at), "Morning", numbered=False))
        blocks.append(Table(id_of(10 + at), (("No.", "Name"), ("1", "Ana")), roomy=True))
    body = root_of(write_docx(paper(*blocks, masthead=None)))
    heads = [one for one in body.iter(f"{W}p") if style_of(one) == "Heading1"]

    assert [one.find(f"{W}pPr/{W}pageBreakBefore") is not None for one in heads] == [False, True]
    assert [attribute(one) for one in body.iter(f"{W}trHeight")] == ["520", "520"]


def test_a_roll_stands_in_columns_between_sections_of_one():
    roll = Roll(
        id_of(1), (("Chile", "Ana Beispiel", "Director"), ("Chile", "Bo Muster", ""), ("Peru", "Cy")), "Here"
    )
    data = write_docx(paper(Paragraph(id_of(2), "Said."), roll, Paragraph(id_of(3), "More.")))
    columns = [attribute(one, "num") for one in root_of(data).iter(f"{W}cols")]
    found = [(style, words) for style, _, words in paragraphs_of(data)]

    assert columns == ["", "3", ""]
    assert found[found.index(("Caption", "Here")) + 1 :][:5] == [
        ("Delegation", "Chile"),
        ("Participant", "Ana Beispiel Director"),
        ("Participant", "Bo Muster"),
        ("Delegation", "Peru"),
        ("Participant", "Cy"),
    ]
    wide = write_docx(paper(roll), large=True)
    assert [attribute(one, "num") for one in root_of(wide).iter(f"{W}cols")] == ["", "2", ""]


def test_the_first_page_has_the_masthead_and_later_ones_the_symbol_at_the_outer_edge():
    data = write_docx(full_paper())
    parts = parts_of(data)
    heads = {page: root_of(data, f"header_{page}") for page in ("first", "even", "default")}

    assert said(next(root_of(data).iter(f"{W}tbl"))).startswith("United NationsUNEP/Hg/PAG.15/7")
    assert [said(one) for one in heads.values()] == ["", "UNEP/Hg/PAG.15/7", "UNEP/Hg/PAG.15/7"]
    assert attribute(heads["even"].find(f".//{W}jc")) == "left"
    assert attribute(heads["default"].find(f".//{W}jc")) == "right"
    assert all(b" PAGE " in parts[f"word/footer_{page}.xml"] for page in heads)
    assert all(b"K2600000" in parts[f"word/footer_{page}.xml"] for page in heads)


def test_a_draft_says_so_behind_every_page():
    for draft in (True, False):
        parts = parts_of(write_docx(replace(full_paper(), draft=draft)))
        marked = [name for name, data in parts.items() if b'string="DRAFT"' in data]
        assert len(marked) == (3 if draft else 0)
    assert not any(b"v:shape" in one for one in parts_of(write_docx(full_paper(), watermark="")).values())


def test_pages_are_of_the_paper_asked_for():
    for size, wanted in ((Paper.A4, ("11906", "16838")), (Paper.LETTER, ("12240", "15840"))):
        page = next(root_of(write_docx(full_paper(), paper=size)).iter(f"{W}pgSz"))
        assert (attribute(page, "w"), attribute(page, "h")) == wanted


def test_large_print_is_half_as_large_again():
    small, large = (
        next(
            one
            for one in root_of(data, "styles").iter(f"{W}style")
            if attribute(one, "styleId") == "Paragraph"
        )
        for data in (write_docx(full_paper()), write_docx(full_paper(), large=True))
    )
    sizes = [int(attribute(one.find(f"{W}rPr/{W}sz"))) for one in (small, large)]
    assert sizes == [20, 30]


def test_parts_of_a_letter_have_styles_of_their_own():
    document = letter()
    found = [style for style, _, _ in paragraphs_of(write_docx(document))]
    assert found == ["LetterReference", "LetterSubject", "Salutation", "Paragraph", "LetterSignatory"]
    assert isinstance(document.blocks[0], LetterPart)


def test_the_end_rule_stands_once():
    def rules(data: bytes) -> int:
        return [style_of(one) for one in root_of(data).iter(f"{W}p")].count("EndRule")

    assert rules(write_docx(full_paper())) == 1
    assert rules(write_docx(paper(Paragraph(id_of(1), "Said."), EndRule(id_of(2))))) == 1
    assert rules(write_docx(paper(Paragraph(id_of(1), "Said."), masthead=None))) == 0


def test_the_file_tells_what_it_is_and_nothing_of_who_wrote_it():
    document = docx.Document(BytesIO(write_docx(full_paper())))
    told = document.core_properties

    assert (told.title, told.subject, told.author) == (
        "Report of the meeting",
        "UNEP/Hg/PAG.15/7",
        "Environment Programme",
    )
    assert (told.last_modified_by, told.created, told.language) == ("", told.modified, "en")


def test_equal_documents_give_equal_bytes():
    assert write_docx(full_paper()) == write_docx(full_paper())


def test_every_part_is_declared_and_nothing_lies_outside():
    parts = parts_of(write_docx(full_paper()))
    declared = parts["[Content_Types].xml"].decode()

    for name, data in parts.items():
        if name.endswith(".xml") and name != "[Content_Types].xml":
            assert f'PartName="/{name}"' in declared
        assert b"TargetMode" not in data
