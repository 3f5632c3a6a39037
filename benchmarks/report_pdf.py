"""A report of 132 paragraphs as PDF, against the least a ReportLab canvas can do with the same words and fonts."""

import random
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import count
from uuid import UUID

from reportlab.pdfbase.pdfmetrics import getFont, registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from benchmarks.pairs import ROUNDS, Figure, against, timed
from gmp_desktop.documents.pdf import layout, write_pdf
from gmp_desktop.documents.pdf.fonts import shipped_fonts
from gmp_desktop.documents.pdf.setter import Setter
from gmp_desktop.domain.blocks import Block, Document, DocumentKind, Footnote, Heading, Masthead, Paragraph
from gmp_desktop.domain.inline import plain
from gmp_desktop.paths import shipped

PARAGRAPHS = 132
_SYLLABLES = ("ba", "co", "den", "fi", "gar", "lo", "mi", "nu", "per", "ra", "sol", "ti", "ver", "wen")
_REGULAR, _BOLD = "LiberationSerif-Regular", "LiberationSerif-Bold"
_LEFT, _TOP, _BOTTOM, _MEASURE = 123.4, 760, 70, 364.6


def measure() -> Iterator[Figure]:
    for name in (_REGULAR, _BOLD):
        registerFont(TTFont(name, str(shipped("resources", "fonts", f"{name}.ttf"))))
    widths: dict[tuple[str, str], float] = {}
    seeds = count()

    def ours() -> float:
        document = report(random.Random(next(seeds)))
        return timed(lambda: write_pdf(document, setter=Setter(shipped_fonts())))

    def styled() -> float:
        document = report(random.Random(next(seeds)), styled=True)
        return timed(lambda: write_pdf(document, setter=Setter(shipped_fonts())))

    def minimal() -> float:
        document = report(random.Random(next(seeds)))
        return timed(lambda: minimal_pdf(document, widths))

    yield against("report PDF, 13 pages, against a bare canvas loop", ours, minimal, goal=1.5)
    yield against("the same with bold and italic everywhere, against plain", styled, ours, goal=1.5)
    yield _again("125 pages laid out again after one word, against anew", times=10, goal=0.25)


def _again(name: str, *, times: int, goal: float) -> Figure:
    document = report(random.Random(0), times=times)
    changes = iter(range(ROUNDS + 1))
    kept = Setter(shipped_fonts())
    layout(document, setter=kept)

    def changed() -> float:
        at = next(changes) * 7 + 20
        block = replace(document.blocks[at], text=f"{document.blocks[at].text} One word more {at}.")
        edited = replace(document, blocks=(*document.blocks[:at], block, *document.blocks[at + 1 :]))
        return timed(lambda: layout(edited, setter=kept))

    return against(
        name, changed, lambda: timed(lambda: layout(document, setter=Setter(shipped_fonts()))), goal=goal
    )


def report(chance: random.Random, *, times: int = 1, styled: bool = False) -> Document:
    """Invented words in the shape of a meeting report: headings, numbered paragraphs, now and then a note."""
    words = ["".join(chance.choices(_SYLLABLES, k=chance.choice((1, 1, 2, 2, 3, 4)))) for _ in range(900)]
    ids = (UUID(int=number) for number in count(1))
    blocks: list[Block] = []
    for number in range(PARAGRAPHS * times):
        if number % 16 == 0:
            blocks.append(Heading(next(ids), " ".join(chance.choices(words, k=4)).capitalize()))
        if number % 8 == 0:
            blocks.append(Heading(next(ids), " ".join(chance.choices(words, k=5)).capitalize(), 2))
        text = _paragraph(words, chance, styled=styled)
        if number % 20 == 5:
            note = Footnote(next(ids), " ".join(chance.choices(words, k=12)).capitalize() + ".")
            blocks += [Paragraph(next(ids), f"{text}[^{note.id}]"), note]
        else:
            blocks.append(Paragraph(next(ids), text))
    head = Masthead("Bacoden Programme", "UNEP/Ba/CO.1/7", "Distr.: General", "1 May 2030", "English only")
    title = "Report of the Bacoden group on the work of its first meeting"
    return Document(UUID(int=0), DocumentKind.REPORT, title, tuple(blocks), head)


def _paragraph(words: list[str], chance: random.Random, *, styled: bool) -> str:
    chosen = chance.choices(words, k=chance.randint(28, 80))
    if styled:
        chosen[3], chosen[12], chosen[20] = f"*{chosen[3]}", f"{chosen[12]}*", f"**{chosen[20]}**"
    return " ".join(chosen).capitalize() + "."


def minimal_pdf(document: Document, widths: dict[tuple[str, str], float]) -> bytes:
    """Greedy lines of the same words, ragged, one text object a page; no links, outline, notes or heads."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=(595.276, 841.89), pageCompression=1)
    text, y = canvas.beginText(), _TOP
    for block in document.blocks:
        font = _BOLD if isinstance(block, Heading) else _REGULAR
        for line in _lines(plain(block.text).split(), font, widths):
            if y < _BOTTOM:
                canvas.drawText(text)
                canvas.showPage()
                text, y = canvas.beginText(), _TOP
            text.setFont(font, 10)
            text.setTextOrigin(_LEFT, y)
            text.textOut(line)
            y -= 12
        y -= 6
    canvas.drawText(text)
    canvas.save()
    return file.getvalue()


def _lines(words: list[str], font: str, widths: dict[tuple[str, str], float]) -> Iterator[str]:
    line: list[str] = []
    x = 0.0
    for word in words:
        width = widths.get((font, word))
        if width is None:
            width = widths[font, word] = getFont(font).stringWidth(word, 10)
        if line and x + 2.5 + width > _MEASURE:
            yield " ".join(line)
            line, x = [], 0.0
        x += width + (2.5 if line else 0.0)
        line.append(word)
    yield " ".join(line)
