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
    large: bool = False,
    watermark: str | None = None,
    emblem: bytes | None = None,
    setter: Setter | None = None,
) -> bytes:
    """The document as a PDF file; equal documents give equal bytes.

    ``watermark`` is drawn behind every page; by default it says that a draft is one, and "" draws none.
    ``emblem`` is an image file for the box the masthead keeps free. ``large`` print is one and a half as large.
    """
    laid = layout(document, paper=paper, large=large, setter=setter)
    return draw(laid, watermark=watermark, emblem=emblem, setter=setter)


def draw(
    laid: Layout, *, watermark: str | None = None, emblem: bytes | None = None, setter: Setter | None = None
) -> bytes:
    """A layout as a PDF file."""
    file, document, scale = BytesIO(), laid.document, laid.sheet.scale
    canvas = canvas_of(
        file,
        laid.paper.size,
        title=plain(document.title) or phrases.running_symbol(document),
        subject=phrases.running_symbol(document),
        author=document.masthead.organ if document.masthead else "",
        language=document.language,
    )
    if any(anchor.level for page in laid.pages for anchor in page.anchors):
        canvas.showOutline()
    pen = Pen(canvas, laid.sheet)
    if watermark is None:
        watermark = phrases.WATERMARK if document.draft else ""
    behind = watermark_of(watermark, laid.sheet, setter)
    level = -1
    for number, page in enumerate(laid.pages):
        if scale != 1:
            canvas.scale(scale, scale)
        pen.watermark(behind)
        if number == 0 and emblem and document.masthead:
            draw_emblem(canvas, emblem, laid.sheet)
        pen.page(page)
        for anchor in page.anchors:
            canvas.bookmarkHorizontalAbsolute(anchor.key, (laid.sheet.height - anchor.y) * scale, left=0)
            if anchor.level:
                level = min(anchor.level - 1, level + 1)
                canvas.addOutlineEntry(_line(anchor.title), anchor.key, level)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def canvas_of(
    file: BytesIO,
    size: tuple[float, float],
    *,
    title: str,
    subject: str = "",
    author: str = "",
    language: str,
) -> Canvas:
    """A canvas of pages of one size that knows what it is about; equal drawings give equal bytes."""
    rl_config.useA85 = 0
    rl_config.pdfComments = 0
    canvas = Canvas(
        file,
        pagesize=size,
        pageCompression=1,
        invariant=1,
        pdfVersion=(1, 5),
        initialFontName=blank_font(),  # type: ignore[arg-type]
        lang=language,
    )
    canvas.setTitle(_line(title))
    canvas.setSubject(_line(subject))
    canvas.setAuthor(_line(author))
    canvas.setCreator(phrases.PROGRAM)
    canvas.setProducer(phrases.PROGRAM)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.addPageLabel(0, "ARABIC", 1)
    return canvas


def _line(text: str) -> str:
    return " ".join(clean(text).split())
