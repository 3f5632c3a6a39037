"""The head of the first page: a table without lines but the two rules; then corner block, title and subtitle."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from gmp_desktop.documents import phrases
from gmp_desktop.documents.clean import clean
from gmp_desktop.documents.docx.blocks import Setting
from gmp_desktop.documents.docx.nodes import node, twips, words
from gmp_desktop.documents.docx.paragraphs import paragraph
from gmp_desktop.documents.docx.runs import plain_runs, runs_of, sized
from gmp_desktop.documents.docx.tables import cell, frame, row
from gmp_desktop.documents.pdf.styles import ORGAN
from gmp_desktop.domain.blocks import Masthead
from gmp_desktop.domain.inline import escape

_TOP_HEIGHT, _BAND_HEIGHT = 30.0, 144.0
_PAD = 9.0
_RULE = {"bottom": 4}
_SYMBOL_SIZES = ((20, 10), (16, 9), (12, 8), (8, 7), (5, 5))
_ORGAN_SIZES = (20, 18, 16, 14, 12, 10)
_ORGAN_WIDTH = 190.0
_NAME_ROOM = 110.0
"""What "United Nations" needs before the symbol."""


_UNITED_NATIONS = node("r", words(phrases.UNITED_NATIONS))


def masthead(head: Masthead, setting: Setting) -> list[Element]:
    """The table between two lines of no height: some programs put one of their own before a table that is first."""
    form = setting.form
    start, turn = form.points(setting.sheet.name_left - setting.sheet.rule_left), form.distribution_left
    name = form.points(_NAME_ROOM)
    columns = [twips(width) for width in (start, name, turn - start - name, form.measure - turn)]
    symbol = paragraph("Masthead", *_symbol(head.symbol, setting, sum(columns[2:]) / 20), align="right")
    top = row(
        cell(columns[0], paragraph("Masthead"), rules=_RULE),
        cell(columns[1], paragraph("Masthead", _UNITED_NATIONS), rules=_RULE, align="bottom"),
        cell(sum(columns[2:]), symbol, span=2, rules=_RULE, align="bottom"),
        height=twips(form.points(_TOP_HEIGHT)),
    )
    across = sum(columns[1:3])
    size = _organ_size(head.organ, setting, across / 20)
    spare = max(across - twips(form.points(_ORGAN_WIDTH)), 0) if size == form.points(ORGAN.size) else 0
    organ = paragraph("Organ", *sized(plain_runs(head.organ), size), text=escape(head.organ))
    pad = {"top": twips(form.points(_PAD))}
    band = row(
        cell(columns[0], paragraph("Normal"), rules=_RULE),
        cell(across, organ, span=2, rules=_RULE, margins={"right": spare}),
        cell(columns[3], *_distribution(head), rules=_RULE, margins=pad),
        height=twips(form.points(_BAND_HEIGHT)),
    )
    return [paragraph("AfterTable", exact=20), frame(columns, [top, band]), paragraph("AfterTable")]


def opening(setting: Setting) -> Iterator[Element]:
    """Corner block, title and subtitle."""
    document, refer = setting.document, setting.notes.refer
    corner = [line for line in document.corner if line.strip()]
    for line in corner:
        yield paragraph("Corner", *runs_of(line, refer), text=line)
    if phrases.prints_title(document):
        before = twips(setting.form.points(16)) if corner else 0
        yield paragraph("Title", *runs_of(document.title, refer), text=document.title, before=before)
        if document.subtitle:
            yield paragraph("Subtitle", *runs_of(document.subtitle, refer), text=document.subtitle)
    elif corner:
        yield paragraph("AfterTable")


def _symbol(symbol: str, setting: Setting, room: float) -> Iterator[Element]:
    """The first element large, the rest small; a long one in smaller sizes."""
    symbol = " ".join(clean(symbol).split())
    if not symbol:
        return
    first, stroke, rest = symbol.partition("/")
    form = setting.form
    for large, small in _SYMBOL_SIZES:
        width = _width(first, large, setting) + _width(stroke + rest, small, setting)
        if form.points(width) <= room:
            break
    for text, size in ((first, large), (stroke + rest, small)):
        yield from sized(plain_runs(text), form.points(size))


def _organ_size(organ: str, setting: Setting, room: float) -> float:
    """The largest size in which the organ's name is not higher than its band."""
    form = setting.form
    whole, widest = setting.setter.extent(escape(organ.replace("\n", " ")), ORGAN, {})
    for size in _ORGAN_SIZES:
        lines = 1 + int(form.points(whole * size / ORGAN.size) / (room * 0.8))
        if lines * (size + 3) <= _BAND_HEIGHT - 6 and form.points(widest * size / ORGAN.size) <= room:
            break
    return form.points(size)


def _distribution(head: Masthead) -> Iterator[Element]:
    """Distribution, date, a blank line and the language, as far as they are known."""
    for text in (phrases.distribution(head.distribution), head.dated):
        if text.strip():
            yield paragraph("Distribution", *plain_runs(text), text=escape(text))
    yield paragraph("Distribution")
    if head.language_line.strip():
        yield paragraph("Distribution", *plain_runs(head.language_line), text=escape(head.language_line))


def _width(text: str, size: float, setting: Setting) -> float:
    return setting.setter.extent(escape(text), ORGAN, {})[0] * size / ORGAN.size
