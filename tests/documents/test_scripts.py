"""Names and texts in other scripts than Latin."""

import pytest

from gmp_desktop.documents.pdf import layout, write_pdf
from gmp_desktop.documents.pdf.bidi import levels, visual_order
from gmp_desktop.domain.blocks import Paragraph
from tests.documents.examples import id_of, paper
from tests.documents.reading import text_of

NAMES = {
    "vietnamese": "Nguyễn Thị Hồng Đặng",
    "cyrillic": "Иван Щербаков",
    "greek": "Γιώργος Παπαδόπουλος",
    "chinese": "李雷",
    "devanagari": "अक्षय",
    "hebrew": "דוד כהן",
    "korean": "김민수",
    "armenian": "Զարուհի",
    "thai": "สมชาย",
    "decomposed": "Nguye\u0302\u0303n",
}


def spans_of(text: str):
    laid = layout(paper(Paragraph(id_of(1), text, numbered=False), title="", masthead=None))
    return sorted(
        (span for placed in laid.pages[0].text for span in placed.line.spans), key=lambda span: span.x
    )


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_name_is_drawn_with_letters_and_can_be_read_back(name):
    import unicodedata

    laid = layout(paper(Paragraph(id_of(1), name), masthead=None))
    assert laid.missing == ""
    text = text_of(write_pdf(paper(Paragraph(id_of(1), name), masthead=None)))
    assert all(word in text for word in unicodedata.normalize("NFC", name).split())


def test_arabic_words_in_a_latin_line_stand_from_right_to_left():
    order = [span.text.strip() for span in spans_of("Mr. محمد العربي (Egypt)") if span.text.strip()]
    assert order == ["Mr.", "العربي", "محمد", "(Egypt)"]


def test_arabic_letters_are_joined():
    word = next(span for span in spans_of("Mr. محمد") if span.glyphs)
    isolated = {glyph.number for letter in "محمد" for glyph in word.ink.face.shape(letter, from_right=True)}
    assert word.ink.face.name == "NotoNaskhArabic-Regular"
    assert not {glyph.number for glyph in word.glyphs} & (isolated - {word.ink.face.glyph("د")} | {0})


def test_figures_within_arabic_stand_from_left_to_right():
    spans = [span.text for span in spans_of("الفقرة 12 هنا") if span.text.strip()]
    assert spans == ["هنا", "12", "الفقرة"]


def test_an_arabic_paragraph_ends_at_the_right_edge_and_has_its_number_there():
    laid = layout(paper(Paragraph(id_of(1), "افتتح الاجتماع في نيروبي"), masthead=None, title=""))
    spans = laid.pages[0].text[0].line.spans
    right = max(spans, key=lambda span: span.x)
    assert right.text.strip() == ".1"
    assert right.x + right.width == pytest.approx(laid.sheet.column, abs=0.5)


def test_arabic_can_be_read_back_letter_by_letter():
    data = write_pdf(paper(Paragraph(id_of(1), "Mr. محمد عبد الرحمن (Egypt)", numbered=False), masthead=None))
    words = text_of(data).replace("\0", "").split()
    assert {"محمد", "عبد", "الرحمن"} <= {word.strip("()") for word in words}


def test_long_arabic_is_broken_from_the_top():
    laid = layout(
        paper(Paragraph(id_of(1), " ".join(["أولى"] + ["كلمة"] * 60 + ["أخيرة"])), masthead=None, title="")
    )
    lines = [{span.text for span in placed.line.spans} for placed in laid.pages[0].text]
    assert "أولى" in lines[0]
    assert "أخيرة" in lines[-1]


def test_chinese_is_broken_between_letters_but_not_before_a_comma():
    laid = layout(paper(Paragraph(id_of(1), "会议，" * 60), masthead=None))
    starts = [placed.line.spans[0].text for placed in laid.pages[0].text[2:]]
    assert starts
    assert not any(text.startswith("，") for text in starts)


def test_a_letter_no_font_has_is_a_box_and_is_made_known():
    document = paper(Paragraph(id_of(1), "Smile 😀 and 😀 বা."), masthead=None)
    assert layout(document).missing == "বা😀"
    assert "Smile 😀" in text_of(write_pdf(document))


def test_levels_and_order_follow_the_bidirectional_algorithm():
    base, found = levels("ab אב 12")
    assert (base, found) == (0, [0, 0, 0, 1, 1, 1, 2, 2])
    assert visual_order([0, 1, 1, 2, 1, 0]) == [0, 4, 3, 2, 1, 5]
