"""Texts that try to be more than text."""

import time
from io import BytesIO
from typing import Any

import pypdf
import pytest

from gmp_desktop.documents.pdf import layout, write_pdf
from gmp_desktop.documents.text import write_text
from gmp_desktop.domain.blocks import Footnote, Heading, Masthead, Paragraph, Table
from tests.documents.examples import id_of, paper, prose
from tests.documents.reading import text_of

SAMPLES = (
    '<img src="/etc/passwd"/>',
    "<b>unbalanced <i>",
    "&amp; &lt;b&gt; &#0;",
    "%%EOF",
    ")\n/URI (http://example.org) >> endobj",
    "(((\\)))",
    "\u202egnp.exe\u202c \u2066hidden\u2069",
    "zero\u200bwidth\u200djoin\ufeff",
    "bell\x07 \x1b[31m \x00 \x9b",
    "half \ud83d of a pair",
    "[" * 10_000 + "]" * 10_000,
    "*" * 5_000,
    "👨‍👩‍👧 🇰🇪 \U0010ffff \ue000",
    "a\u0300" * 500,
    "\u0600\u202b((שלום))[[",
    "",
    " \n\t ",
)


def everywhere(text: str):
    note = Footnote(id_of(9), text)
    return paper(
        Heading(id_of(1), text),
        Paragraph(id_of(2), f"{text} [^{note.id}]"),
        Table(id_of(3), ((text, text), (text, "cell")), 1, text),
        note,
        masthead=Masthead(*[text[:200]] * 6),
        title=text,
        corner=(text,),
    )


@pytest.mark.parametrize("text", SAMPLES, ids=range(len(SAMPLES)))
def test_any_text_prints_as_its_letters_and_nothing_else(text):
    data = write_pdf(everywhere(text))
    reader: Any = pypdf.PdfReader(BytesIO(data))
    assert not any(page.images for page in reader.pages)
    links = [link.get_object() for page in reader.pages for link in page.get("/Annots", [])]
    assert all("/A" not in link and "/URI" not in link for link in links)
    assert "/JavaScript" not in reader.trailer["/Root"]


@pytest.mark.parametrize("text", SAMPLES, ids=range(len(SAMPLES)))
def test_plain_text_holds_no_control_characters(text):
    written = write_text(everywhere(text))
    assert all(letter in "\n\t" or letter.isprintable() or letter > "\x9f" for letter in written)
    assert not set("\u202a\u202b\u202d\u202e\u2066\u2067\u2069") & set(written)
    written.encode()


def test_markup_is_drawn_as_typed():
    text = text_of(write_pdf(paper(Paragraph(id_of(1), "a <b> & &amp; </para>"))))
    assert "a <b> & &amp; </para>" in text


@pytest.mark.parametrize(
    "word", ["x" * 200_000, "x-" * 100_000, "ب" * 200_000, "x1/" * 66_000, "会" * 200_000]
)
def test_an_endless_word_is_broken_soon_enough(word):
    started = time.process_time()
    laid = layout(paper(Paragraph(id_of(1), word)))
    assert time.process_time() - started < 5
    widest = max(
        span.x + span.width for page in laid.pages for placed in page.text for span in placed.line.spans
    )
    assert widest <= laid.sheet.column + 1


def test_a_very_long_organ_and_symbol_stay_in_the_band():
    head = Masthead(prose(40), "UNEP/" + "X" * 150, prose(30), prose(10), prose(10), "")
    laid = layout(paper(Paragraph(id_of(1), "Said."), masthead=head))
    spans = [(placed.x, span) for placed in laid.pages[0].furniture for span in placed.line.spans]
    assert all(x + span.x >= 0 and x + span.x + span.width <= laid.sheet.width for x, span in spans)
