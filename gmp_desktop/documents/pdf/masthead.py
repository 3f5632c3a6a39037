"""The head of the first page: United Nations and symbol, emblem box, organ, distribution, then corner and title."""

from collections.abc import Iterator
from dataclasses import replace

from gmp_desktop.documents import phrases
from gmp_desktop.documents.pdf import styles
from gmp_desktop.documents.pdf.flow import Placed
from gmp_desktop.documents.pdf.lines import ENDLESS, Line, Rule, Span
from gmp_desktop.documents.pdf.pieces import Piece, Setting
from gmp_desktop.documents.pdf.setter import Setter
from gmp_desktop.documents.pdf.styles import Align, Sheet, Style
from gmp_desktop.domain.blocks import Masthead
from gmp_desktop.domain.inline import escape

_BASE = 59.0
_BAND_TOP, _BAND_BOTTOM = 68.0, 209.0
_ORGAN_WIDTH = 190.0
_ORGAN_GAP = 18.6
_ORGAN_SIZES = (20, 18, 16, 14, 12, 10)
_DISTRIBUTION_TOP = 77.0
_CORNER_GAP = 5.0
_NAME = Style(size=14, leading=16, align=Align.LEFT)
_SYMBOL_SIZES = ((20, 10), (16, 9), (12, 8), (8, 7), (5.0, 5.0))


def masthead(head: Masthead, setter: Setter, sheet: Sheet) -> tuple[list[Placed], float]:
    """What stands above the corner block, and where the text begins."""
    placed = [
        Placed(_based(setter.set(phrases.UNITED_NATIONS, _NAME, 240)[0]), sheet.name_left, 0),
        *_symbol(head.symbol, setter, sheet),
        Placed(_across(sheet), 0, sheet.head_rule),
    ]
    organ = list(_organ(head.organ, setter, sheet))
    lines = list(_distribution(head, setter, sheet))
    floor = max([_BAND_BOTTOM, *(at.y + at.line.height + 8 for at in (*organ, *lines))])
    return [*placed, *organ, *lines, Placed(_across(sheet), 0, floor)], floor + _CORNER_GAP


def opening(setting: Setting) -> Iterator[Piece]:
    """Corner block, title and subtitle, as pieces that flow."""
    document, sheet = setting.document, setting.sheet
    corner = [line for line in document.corner if line.strip()]
    for at, text in enumerate(corner):
        lines = setting.setter.set(text, styles.CORNER, sheet.rule_right - sheet.rule_left, setting.marks)
        last = at == len(corner) - 1
        yield Piece(None, lines, sheet.rule_left, 0, 16 if last else 0, breaks=frozenset())
    if phrases.prints_title(document):
        subtitle = replace(styles.SUBTITLE, before=0)
        yield setting.piece(None, document.title, styles.TITLE)
        if document.subtitle:
            yield setting.piece(None, document.subtitle, subtitle)


def _symbol(symbol: str, setter: Setter, sheet: Sheet) -> Iterator[Placed]:
    """The first element large, the rest small, ending at the right edge; a long one in smaller sizes."""
    if not symbol.strip():
        return
    room = sheet.rule_right - sheet.name_left - 110
    for large, small in _SYMBOL_SIZES:
        spans, width = _symbol_spans(symbol, large, small, setter)
        if width <= room:
            break
    else:
        spans, width = _symbol_spans(symbol, 5 * room / width, 5 * room / width, setter)
    yield Placed(Line(spans, 0, _BASE), sheet.rule_right - width, 0)


def _symbol_spans(symbol: str, large: float, small: float, setter: Setter) -> tuple[tuple[Span, ...], float]:
    first, stroke, rest = symbol.partition("/")
    out: list[Span] = []
    x = 0.0
    for text, size in ((first, large), (stroke + rest, small)):
        style = Style(size=size, leading=size * 1.2, align=Align.LEFT)
        for span in setter.set(_unbroken(text), style, ENDLESS)[0].spans:
            out.append(span._replace(x=span.x + x, text=span.text.rstrip(" ")))
        x = out[-1].x + out[-1].width if out else 0.0
    return tuple(out), x


def _organ(organ: str, setter: Setter, sheet: Sheet) -> Iterator[Placed]:
    """The organ in whole words, smaller where it would not fit into the band."""
    if not organ.strip():
        return
    room = sheet.distribution_left - sheet.name_left - _ORGAN_GAP
    for size in _ORGAN_SIZES:
        style = replace(styles.ORGAN, size=size, leading=size + 1)
        lines = setter.set(escape(organ), style, min(_ORGAN_WIDTH, room) if size == 20 else room)
        if len(lines) * style.leading <= _BAND_BOTTOM - _BAND_TOP - 6:
            break
    for at, line in enumerate(lines):
        yield Placed(line, sheet.name_left, _BAND_TOP + at * style.leading)


def _distribution(head: Masthead, setter: Setter, sheet: Sheet) -> Iterator[Placed]:
    """Distribution, date, a blank line and the language, as far as they are known."""
    y, style = _DISTRIBUTION_TOP, styles.DISTRIBUTION
    for text in (phrases.distribution(head.distribution), head.dated, "", head.language_line):
        room = sheet.rule_right - sheet.distribution_left
        for line in setter.set(escape(text), style, room) if text.strip() else ():
            yield Placed(line, sheet.distribution_left, y)
            y += style.leading
        y += 0 if text.strip() or text else style.leading


def _across(sheet: Sheet) -> Line:
    return Line((), 0, rules=(Rule(sheet.rule_left, sheet.rule_right - sheet.rule_left, 0, 0.5),))


def _based(line: Line) -> Line:
    return replace(line, ascent=_BASE)


def _unbroken(text: str) -> str:
    return escape(text.replace("\n", " "))
