"""A laid out document drawn on a ReportLab canvas: pages, outline, links, metadata."""

from io import BytesIO

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from gmp_desktop.documents import phrases
from gmp_desktop.documents.clean import clean
from gmp_desktop.documents.paper import Paper
from gmp_desktop.documents.pdf.ink import Pen, blank_font
from gmp_desktop.documents.pdf.layout import Layout, layout
from gmp_desktop.documents.pdf.marks import draw_emblem, watermark_of
from gmp_desktop.documents.pdf.setter import Setter
from gmp_desktop.domain.blocks import Document
from gmp_desktop.domain.inline import plain


def write_pdf(
    document: Document,
    *,
    paper: Paper = Paper.A4,
    watermark: str | None = None,
    emblem: bytes | None = None,
    setter: Setter | None = None,
) -> bytes:
    """The document as a PDF file; equal documents give equal bytes.

    ``watermark`` is drawn behind every page; by default it says that a draft is one, and "" draws none.
    ``emblem`` is an image file for the box the masthead keeps free.
    """
    laid = layout(document, paper=paper, setter=setter)
    return draw(laid, watermark=watermark, emblem=emblem, setter=setter)


def draw(
    laid: Layout, *, watermark: str | None = None, emblem: bytes | None = None, setter: Setter | None = None
) -> bytes:
    """A layout as a PDF file."""
    file = BytesIO()
    canvas = _canvas(file, laid)
    pen = Pen(canvas, laid.sheet)
    if watermark is None:
        watermark = phrases.WATERMARK if laid.document.draft else ""
    behind = watermark_of(watermark, laid.sheet, setter)
    level = -1
    canvas.addPageLabel(0, "ARABIC", 1)
    for number, page in enumerate(laid.pages):
        pen.watermark(behind)
        if number == 0 and emblem and laid.document.masthead:
            draw_emblem(canvas, emblem, laid.sheet)
        pen.page(page)
        for anchor in page.anchors:
            canvas.bookmarkHorizontalAbsolute(anchor.key, laid.sheet.height - anchor.y, left=0)
            if anchor.level:
                level = min(anchor.level - 1, level + 1)
                canvas.addOutlineEntry(_line(anchor.title), anchor.key, level)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _canvas(file: BytesIO, laid: Layout) -> Canvas:
    rl_config.useA85 = 0
    rl_config.pdfComments = 0
    document = laid.document
    canvas = Canvas(
        file,
        pagesize=(laid.sheet.width, laid.sheet.height),
        pageCompression=1,
        invariant=1,
        pdfVersion=(1, 5),
        initialFontName=blank_font(),  # type: ignore[arg-type]
        lang=document.language,
    )
    canvas.setTitle(_line(plain(document.title)) or _line(phrases.running_symbol(document)))
    canvas.setSubject(_line(phrases.running_symbol(document)))
    canvas.setAuthor(_line(document.masthead.organ) if document.masthead else "")
    canvas.setCreator(phrases.PROGRAM)
    canvas.setProducer(phrases.PROGRAM)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    if any(anchor.level for page in laid.pages for anchor in page.anchors):
        canvas.showOutline()
    return canvas


def _line(text: str) -> str:
    return " ".join(clean(text).split())
