"""A document written to a file in a worker: plain values in, the path out."""

from dataclasses import dataclass
from pathlib import Path

from gmp_desktop.domain.blocks import Document


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be written; ``form`` is pdf, docx, txt or json, ``bundle`` the bytes of a whole meeting."""

    document: Document
    form: str
    paper: str
    draft_mark: bool
    target: Path
    bundle: bytes = b""


def write(order: Order) -> Path:
    from gmp_desktop.services.files import write_whole

    write_whole(order.target, contents(order))
    return order.target


def contents(order: Order) -> bytes:
    if order.form == "json":
        return order.bundle
    if order.form == "txt":
        from gmp_desktop.documents.text import write_text

        return write_text(order.document).encode()
    if order.form == "docx":
        return docx(order.document, order.paper, order.draft_mark)
    return pdf(order.document, order.paper, order.draft_mark)


def pdf(document: Document, paper: str = "A4", draft_mark: bool | None = None) -> bytes:
    """``draft_mark`` of ``None`` leaves it to the document."""
    from gmp_desktop.documents.paper import Paper
    from gmp_desktop.documents.pdf import write_pdf

    marked = document.draft if draft_mark is None else draft_mark
    return write_pdf(document, paper=Paper[paper.upper()], watermark="DRAFT" if marked else "")


def docx(document: Document, paper: str, draft_mark: bool) -> bytes:
    from gmp_desktop.documents.docx import write_docx
    from gmp_desktop.documents.paper import Paper

    return write_docx(document, paper=Paper[paper.upper()], watermark="DRAFT" if draft_mark else "")


def file_name(document: Document, meeting_code: str, form: str) -> str:
    """The symbol as a file name, or the meeting's code."""
    symbol = (
        (document.masthead.symbol if document.masthead else "") or document.code or f"{meeting_code} report"
    )
    stem = meeting_code if form == "json" else symbol
    kept = "".join(char if char.isalnum() or char in " .-_()" else "-" for char in stem).strip(" .")
    return f"{kept or 'report'}.{form}"
