"""The PDF writer: a document laid out line by line and drawn on a ReportLab canvas."""

from gmp_desktop.documents.paper import Paper
from gmp_desktop.documents.pdf.cards import write_cards_pdf
from gmp_desktop.documents.pdf.layout import Layout, layout
from gmp_desktop.documents.pdf.write import draw, write_pdf

__all__ = ["Layout", "Paper", "draw", "layout", "write_cards_pdf", "write_pdf"]
