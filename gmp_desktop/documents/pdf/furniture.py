"""What stands around the text of every page: the symbol at its head, page and job number at its foot."""

from collections.abc import Iterator

from gmp_desktop.documents.pdf.flow import Placed
from gmp_desktop.documents.pdf.lines import ENDLESS, Line, Rule, Span
from gmp_desktop.documents.pdf.setter import Setter
from gmp_desktop.documents.pdf.styles import Align, Sheet, Style
from gmp_desktop.domain.inline import escape

_NUMBER = Style(size=8.5, leading=10, bold=True, align=Align.LEFT)
_JOB = Style(size=7, leading=9, align=Align.LEFT)


def furniture(
    page: int, pages: int, sheet: Sheet, setter: Setter, *, symbol: str, job_number: str
) -> Iterator[Placed]:
    """Head and foot of a page; outer edges are on the right of odd pages and on the left of even ones."""
    outer_right = page % 2 == 1
    if page > 1 and symbol.strip():
        yield _at_edge(_set(symbol, _NUMBER, setter), sheet.head_base, sheet, right=outer_right)
        width = sheet.rule_right - sheet.rule_left
        yield Placed(Line((), 0, rules=(Rule(0, width, 0, 0.5),)), sheet.rule_left, sheet.head_rule)
    yield _at_edge(_set(f"{page}/{pages}", _NUMBER, setter), sheet.foot_base, sheet, right=outer_right)
    if job_number.strip():
        yield _at_edge(_set(job_number, _JOB, setter), sheet.foot_base, sheet, right=not outer_right)


def _set(text: str, style: Style, setter: Setter) -> tuple[Span, ...]:
    return setter.set(escape(text.replace("\n", " ")), style, ENDLESS)[0].spans


def _at_edge(spans: tuple[Span, ...], base: float, sheet: Sheet, *, right: bool) -> Placed:
    width = spans[-1].x + spans[-1].width
    return Placed(Line(spans, 0, base), sheet.rule_right - width if right else sheet.rule_left, 0)
