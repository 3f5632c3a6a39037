"""Reads a PDF back with a reader that is not ours."""

from collections import Counter

import pypdfium2 as pdfium

from gmp_desktop.documents.pdf import Layout
from gmp_desktop.documents.pdf.flow import Placed


def pages_of(data: bytes) -> list[str]:
    with pdfium.PdfDocument(data) as file:
        return [
            page.get_textpage().get_text_bounded().replace("\r\n", "\n").replace(" \n", "\n") for page in file
        ]


def text_of(data: bytes) -> str:
    return "\n".join(pages_of(data))


def words_of(data: bytes) -> Counter[str]:
    return Counter(text_of(data).split())


def line_text(placed: Placed) -> str:
    return "".join(span.text for span in placed.line.spans).rstrip(" ")


def laid_words(laid: Layout) -> Counter[str]:
    """Every word laid on the pages, head and foot apart."""
    return Counter(" ".join(line_text(placed) + " " for page in laid.pages for placed in page.text).split())
