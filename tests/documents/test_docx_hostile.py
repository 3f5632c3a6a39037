"""Texts that try to be more than text, in a Word file."""

from dataclasses import replace
from io import BytesIO
from xml.etree.ElementTree import fromstring

import docx
import pytest

from gmp_desktop.documents.docx import write_cards_docx, write_docx
from gmp_desktop.domain.blocks import LetterPart, LetterRole, ListItem, Paragraph, Roll
from gmp_desktop.domain.papers.cards import SHEETS, Card
from tests.documents.examples import id_of, paper
from tests.documents.test_cards import cards
from tests.documents.test_hostile import SAMPLES, everywhere
from tests.documents.word import W, paragraphs_of, parts_of, root_of

TEXTS = (
    *SAMPLES,
    '{ INCLUDEPICTURE "http://example.org/a.png" }',
    "=1+1",
    "]]></w:t><w:r><w:instrText>DDE</w:instrText>",
    "%1.%2",
    "x" * 100_000,
    "ب" * 20_000,
)


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_any_text_gives_a_sound_file_that_refers_to_nothing_outside(text):
    document = replace(everywhere(text), language=text[:20], subtitle=text, draft=True)
    more = (
        ListItem(id_of(21), text),
        Roll(id_of(22), ((text, text, text),), text),
        LetterPart(id_of(23), text),
    )
    data = write_docx(replace(document, blocks=(*document.blocks, *more)), watermark=text)
    parts = parts_of(data)

    for name, part in parts.items():
        if not name.endswith(".png"):
            fromstring(part)
        assert b"TargetMode" not in part
    assert not [
        one for one in root_of(data).iter() if one.tag in (f"{W}fldChar", f"{W}instrText", f"{W}hyperlink")
    ]
    docx.Document(BytesIO(data))


def test_markup_and_field_codes_are_words():
    text = "a <b> & &amp; </w:p> { DDE c } =1+1"
    found = [words for _, _, words in paragraphs_of(write_docx(paper(Paragraph(id_of(1), text))))]
    assert text in found


def test_direction_overrides_and_controls_are_left_out():
    data = write_docx(paper(Paragraph(id_of(1), "\u202egnp\u202c \x00\x07\ufffe\ud83d end")))
    assert "gnp  end" in [words for _, _, words in paragraphs_of(data)]


def test_no_text_of_a_letter_opens_another_part():
    text = "../../x\nhttp://example.org"
    data = write_docx(paper(LetterPart(id_of(1), text, LetterRole.SIGNATORY), masthead=None))
    assert all("example.org" not in part.decode() for name, part in parts_of(data).items() if "rels" in name)


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
@pytest.mark.parametrize("sheet", SHEETS.values(), ids=lambda sheet: sheet.name)
def test_any_name_stands_on_a_card(text, sheet):
    if len(text) > 50_000 and sheet is not next(iter(SHEETS.values())):
        return
    data = write_cards_docx(
        replace(cards(Card(text, text, text, text, text, 12), sheet=sheet), title=text[:80])
    )
    for name, part in parts_of(data).items():
        if not name.endswith(".png"):
            fromstring(part)
