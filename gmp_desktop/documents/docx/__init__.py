"""The Word writer: a document as a package an editor can go on working in, with real styles, numbers and notes."""

from gmp_desktop.documents.docx.cards import write_cards_docx
from gmp_desktop.documents.docx.write import write_docx

__all__ = ["write_cards_docx", "write_docx"]
