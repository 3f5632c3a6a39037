"""What a PDF file holds."""

from io import BytesIO
from typing import Any, get_args

import pypdf
import pytest

from gmp_desktop.documents.paper import Paper
from gmp_desktop.documents.pdf import layout, write_pdf
from gmp_desktop.documents.pdf.pieces import piece_of
from gmp_desktop.domain.blocks import Block, Paragraph
from gmp_desktop.domain.errors import Refused
from tests.documents.examples import full_paper, id_of, letter, paper, prose
from tests.documents.reading import pages_of, text_of, words_of


def reader_of(data: bytes) -> Any:
    return pypdf.PdfReader(BytesIO(data))


@pytest.mark.parametrize("block", get_args(Block))
def test_the_page_has_a_form_for_every_block(block):
    assert block in piece_of.registry


def test_a_stranger_among_the_blocks_is_refused_loudly():
    with pytest.raises(TypeError):
        piece_of(object(), None)  # type: ignore[arg-type]


def test_the_first_page_bears_the_masthead():
    first = pages_of(write_pdf(full_paper()))[0]
    wanted = (
        "United Nations",
        "UNEP/Hg/PAG.15/7",
        "Environment\nProgramme",
        "Distr.: General",
        "English only",
        "1/2",
    )
    assert [text for text in wanted if text not in first] == []


def test_later_pages_bear_symbol_and_number():
    second = pages_of(write_pdf(full_paper()))[1]
    assert second.startswith("UNEP/Hg/PAG.15/7")
    assert "2/2" in second


def test_text_reads_in_order_with_numbers_before_words():
    text = " ".join(text_of(write_pdf(full_paper())).split())
    wanted = ["Opening of the meeting", "(a) Welcome", "1. The meeting was opened at ten", "(a) First thing;",
              "(i) Inner thing;", "• Bulleted", "Table 1", "Date Item", "Annex", "1. Welcomes the report;"]  # fmt: skip
    places = [text.find(part) for part in wanted]
    assert -1 not in places
    assert places == sorted(places)


def test_the_outline_is_the_headings_nested():
    outline = reader_of(write_pdf(full_paper())).outline
    assert [entry.title for entry in outline if not isinstance(entry, list)] == [
        "1. Opening of the meeting", "Annex: Draft decision", "Draft decision MC-4/[--]: Partnership",
    ]  # fmt: skip
    assert [entry.title for entry in outline[1]] == ["(a) Welcome"]


def test_a_note_mark_leads_to_its_note():
    page = reader_of(write_pdf(full_paper())).pages[0]
    links = [annotation.get_object() for annotation in page["/Annots"]]
    assert len(links) == 3
    assert all(link["/Dest"] for link in links)


def test_every_font_is_embedded_and_none_is_a_standard_one():
    page = reader_of(write_pdf(full_paper())).pages[0]
    fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]
    assert fonts
    for font in fonts:
        assert "/FontFile2" in font["/DescendantFonts"][0].get_object()["/FontDescriptor"]


def test_metadata_says_what_the_document_says():
    reader = reader_of(write_pdf(full_paper()))
    assert reader.metadata.title == "Report of the meeting"
    assert reader.metadata.subject == "UNEP/Hg/PAG.15/7"
    assert reader.trailer["/Root"]["/Lang"] == "en"
    assert reader.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.page_labels == ["1", "2"]


def test_equal_documents_give_equal_bytes():
    assert write_pdf(full_paper()) == write_pdf(full_paper())


def test_only_a_draft_is_marked_as_one():
    assert "DRAFT" in text_of(write_pdf(paper(draft=True)))
    assert "DRAFT" not in text_of(write_pdf(paper(draft=False)))
    assert "ADVANCE" in text_of(write_pdf(paper(draft=False), watermark="ADVANCE"))
    assert "DRAFT" not in text_of(write_pdf(paper(draft=True), watermark=""))


@pytest.mark.parametrize("size", Paper)
def test_pages_have_the_size_of_the_paper(size):
    box = reader_of(write_pdf(full_paper(), paper=size)).pages[0].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx(size.size)


def test_a_letter_has_no_masthead_and_no_numbers():
    text = text_of(write_pdf(letter()))
    assert "United Nations" not in text
    assert "Dear Partners,\n" in text
    assert "Ana Beispiel\nExecutive Secretary" in text
    assert "1." not in text


def test_a_paper_without_symbol_title_or_text_still_prints():
    assert len(pages_of(write_pdf(paper(masthead=None, title="")))) == 1


def test_a_word_is_not_glued_to_the_next_where_a_line_ends():
    words = words_of(write_pdf(paper(Paragraph(id_of(1), prose(400)), title="")))
    assert sum(words[word] for word in prose(400).split()) >= 400


def test_an_emblem_is_drawn_and_a_broken_one_refused():
    with pytest.raises(Refused, match="emblem"):
        write_pdf(full_paper(), emblem=b"not an image")
    assert len(reader_of(write_pdf(full_paper(), emblem=_dot())).pages[0].images) == 1


def _dot() -> bytes:
    from PIL import Image

    file = BytesIO()
    Image.new("RGB", (4, 4), "#009edb").save(file, "PNG")
    return file.getvalue()


def test_a_latin_report_opens_no_other_fonts():
    from gmp_desktop.documents.pdf.fonts import Fonts
    from gmp_desktop.documents.pdf.setter import Setter
    from gmp_desktop.paths import shipped

    fonts = Fonts(lambda name: shipped("resources", "fonts", name))
    layout(full_paper(), setter=Setter(fonts))
    assert all(name.startswith("LiberationSerif") for name in fonts.opened())
