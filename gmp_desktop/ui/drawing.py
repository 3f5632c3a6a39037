"""The page view's PDF and where in it every block stands; runs in a worker."""

from gmp_desktop.domain.blocks import Document
from gmp_desktop.ui.pdf_pages import PdfPages
from gmp_desktop.ui.widgets.page_view import Drawn, Spot


def draw(document: Document) -> Drawn:
    from gmp_desktop.documents import pdf

    laid = pdf.layout(document)
    spots = {
        id: tuple(Spot(place.page - 1, place.top, place.bottom) for place in places)
        for id, places in laid.places.items()
    }
    return Drawn(PdfPages(pdf.draw(laid)), spots, laid.sheet.text_left)
