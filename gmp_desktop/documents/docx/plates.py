"""Name plates that stand on the table: the name on the lower half, and once more upside down on the upper one.

Neither Word nor LibreOffice turns the text of a cell or of a frame upside down, so the upper half is a picture of the
printed plate. A reader hears the name once; who changes it below makes the plates anew.
"""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from xml.etree.ElementTree import Element

from gmp_desktop.documents.docx.fitting import MM, fitted
from gmp_desktop.documents.docx.nodes import twips
from gmp_desktop.documents.docx.package import Package
from gmp_desktop.documents.docx.paragraphs import paragraph
from gmp_desktop.documents.docx.pictures import picture
from gmp_desktop.documents.docx.tables import cell, row
from gmp_desktop.documents.pdf.cards import write_cards_pdf
from gmp_desktop.documents.pdf.setter import Setter
from gmp_desktop.domain.papers.cards import Card, Cards, CardSheet

_MARGIN = 9.5 * MM
_PAD = 4.5 * MM
_SIZES = (96, 84, 72, 64, 56, 48, 42, 36, 30, 24, 20, 16, 12, 9)
_DOTS = 200
"""To the inch."""
_GREYS = [round(grey / 51) * 51 for grey in range(256)]
"""Fewer greys than there could be, which a PNG holds in little room."""
_FOLD = 0.25
"""Points of the line to fold along that lie below the middle."""


def plate_rows(cards: Cards, package: Package, setter: Setter, *, spare: float) -> Iterator[Element]:
    """The two halves of every plate; the last on a page is ``spare`` points lower than the others."""
    sheet = cards.sheet
    width, half = sheet.width * MM, sheet.height * MM / 2
    for at, (card, turned) in enumerate(zip(cards.cards, _turned(cards, setter), strict=True), start=1):
        shown = picture(*package.add_picture(turned), width, half)
        yield row(cell(twips(width), paragraph("Normal", shown)), height=twips(half), exact=True)
        lower = half - (0 if at % sheet.per_page else spare)
        yield row(_lower(card, sheet, setter), height=twips(lower), exact=True)


def _lower(card: Card, sheet: CardSheet, setter: Setter) -> Element:
    width, room = sheet.width * MM - 2 * _MARGIN, sheet.height * MM / 2 - 2 * _PAD
    texts = [fitted(card.name, _SIZES, width, room * 0.55, setter, bold=True)]
    if card.own_script.strip():
        texts.append(fitted(card.own_script, _SIZES[5:], width, room * 0.2, setter))
    if card.organisation.strip():
        texts.append(fitted(card.organisation, _SIZES[6:], width, room * 0.25, setter))
    pads = {"left": twips(_MARGIN), "right": twips(_MARGIN)}
    lines = (text.line("center") for text in texts)
    return cell(twips(sheet.width * MM), *lines, align="center", margins=pads)


def _turned(cards: Cards, setter: Setter) -> Iterator[bytes]:
    """The upper half of every printed plate as a PNG."""
    import pypdfium2 as pdfium

    sheet = cards.sheet
    single = replace(
        sheet, page_width=sheet.width, page_height=sheet.height, columns=1, rows=1, left=0, top=0
    )
    if not cards.cards:
        return
    with pdfium.PdfDocument(write_cards_pdf(replace(cards, sheet=single), setter=setter)) as file:
        for page in file:
            crop = (0, sheet.height * MM / 2 - _FOLD, 0, 0)
            shown = page.render(scale=_DOTS / 72, crop=crop, grayscale=True).to_pil()
            out = BytesIO()
            shown.point(_GREYS).save(out, "PNG")
            yield out.getvalue()
