"""Draws placed lines with the operators of a PDF page, one text object a page."""

from collections.abc import Iterable
from types import SimpleNamespace

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from gmp_desktop.documents.pdf.embed import EmbeddedFace
from gmp_desktop.documents.pdf.faces import Face
from gmp_desktop.documents.pdf.flow import Placed
from gmp_desktop.documents.pdf.layout import LaidPage
from gmp_desktop.documents.pdf.lines import Span
from gmp_desktop.documents.pdf.styles import Sheet

_BLANK = "gmp-desktop-blank"
_WATERMARK_GREY = 0.92
_LINK_ABOVE, _LINK_BELOW = 0.8, 0.25


class Pen:
    """Writes on one canvas; knows which faces it has used there."""

    def __init__(self, canvas: Canvas, sheet: Sheet) -> None:
        self._canvas = canvas
        self._sheet = sheet
        self._faces: dict[Face, EmbeddedFace] = {}

    def page(self, page: LaidPage) -> None:
        """Text in reading order; head and foot are marked as not part of it."""
        self._canvas.addLiteral("/Artifact BMC")
        self._draw(page.furniture)
        self._canvas.addLiteral("EMC")
        self._draw(page.text)
        for placed in page.text:
            for span in placed.line.spans:
                if span.note:
                    self._link(placed, span)

    def watermark(self, turned: tuple[str, tuple[Span, ...]]) -> None:
        """Light grey letters under a matrix of their own, behind everything else."""
        matrix, spans = turned
        if spans:
            shown = " ".join(f"{self._font(span)} {matrix} Tm {self._shown(span)}" for span in spans)
            self._canvas.addLiteral(f"/Artifact BMC q {_WATERMARK_GREY} g BT {shown} ET Q EMC")

    def _draw(self, lines: Iterable[Placed]) -> None:
        height = self._sheet.height
        out, rules, font = ["BT"], [], ""
        for line, x, y in ((placed.line, placed.x, placed.y) for placed in lines):
            base = height - y - line.ascent
            for span in line.spans:
                wanted = self._font(span)
                if wanted != font:
                    out.append(wanted)
                    font = wanted
                place = f"{x + span.x:.2f} {base + span.ink.rise - span.drop:.2f}"
                out.append(f"1 0 0 1 {place} Tm {self._shown(span)}")
            for rule in line.rules:
                left, level = x + rule.x, height - y - rule.drop
                rules.append(
                    f"{rule.weight} w {left:.2f} {level:.2f} m {left + rule.width:.2f} {level:.2f} l S"
                )
        out.append("ET")
        self._canvas.addLiteral("\n".join([*out, *rules]))

    def _font(self, span: Span) -> str:
        face = span.ink.face
        embedded = self._faces.get(face)
        if embedded is None:
            number = len(self._faces) + 1
            embedded = self._faces[face] = EmbeddedFace(face, f"T{number}", number)
            embedded.attach(self._canvas)
        return f"/{embedded.name} {span.ink.size:.4g} Tf"

    def _shown(self, span: Span) -> str:
        embedded = self._faces[span.ink.face]
        if span.glyphs:
            return embedded.show_glyphs(span.glyphs, span.text, span.ink.size)
        return embedded.show(span.text, span.stretch * 1000 / span.ink.size)

    def _link(self, placed: Placed, span: Span) -> None:
        """From a note's mark to the note."""
        base = self._sheet.height - placed.y - placed.line.ascent + span.ink.rise - span.drop
        left, size = placed.x + span.x, span.ink.size
        corners = (left, base - size * _LINK_BELOW, left + span.width, base + size * _LINK_ABOVE)
        box = tuple(at * self._sheet.scale for at in corners)
        self._canvas.linkAbsolute("", f"n{span.note}", box)


def blank_font() -> str:
    """A font that writes nothing, for a canvas to begin with: ReportLab would name its unembedded Helvetica."""
    if _BLANK not in pdfmetrics.getRegisteredFontNames():
        face = SimpleNamespace(name=_BLANK)
        pdfmetrics.registerFont(
            SimpleNamespace(fontName=_BLANK, face=face, _dynamicFont=True, _multiByte=True)
        )
    return _BLANK
