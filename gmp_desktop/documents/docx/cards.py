"""Badges and name plates as a Word file: a table with a cell for every card, as large as the card."""

from collections.abc import Iterator
from itertools import islice
from xml.etree.ElementTree import Element

from gmp_desktop.documents.docx.fitting import MM, fitted
from gmp_desktop.documents.docx.form import card_form
from gmp_desktop.documents.docx.nodes import node, twips
from gmp_desktop.documents.docx.numbering import Numbering
from gmp_desktop.documents.docx.package import About, Package
from gmp_desktop.documents.docx.paragraphs import paragraph
from gmp_desktop.documents.docx.pictures import picture, qr_png
from gmp_desktop.documents.docx.plates import plate_rows
from gmp_desktop.documents.docx.settings import settings_part
from gmp_desktop.documents.docx.styles import font_table, styles_part
from gmp_desktop.documents.docx.tables import cell, frame, row
from gmp_desktop.documents.pdf.layout import shipped_setter
from gmp_desktop.documents.pdf.setter import Setter
from gmp_desktop.domain.blocks import HeadingScheme
from gmp_desktop.domain.papers.cards import Card, Cards, CardSheet
from gmp_desktop.domain.papers.kinds import PaperKind
from gmp_desktop.domain.participants import badge_text

_PAD = 4.5 * MM
_QR = 17 * MM
_CODE = _QR - 10
_HEAD, _NUMBER = 11.0, 9.0
_HEAD_SIZES = (9, 8, 7)
_NAME_SIZES = (22, 20, 18, 16, 14, 12, 10, 8, 7)
_OWN_SIZES = (14, 12, 10, 8, 7)
_SMALL_SIZES = (11, 10, 9, 8, 7)
_CUT, _CUT_GREY = 3, "bfbfbf"
_SLACK = 3.0
"""Room for the line Word wants behind a table."""


def write_cards_docx(cards: Cards, *, setter: Setter | None = None) -> bytes:
    """All cards, page by page; equal cards give equal bytes."""
    setter, sheet = setter or shipped_setter(), cards.sheet
    package = Package(About(cards.title, language=cards.language))
    if cards.kind is PaperKind.NAME_PLATES:
        columns, rows = [twips(sheet.width * MM)], list(plate_rows(cards, package, setter, spare=_SLACK))
    else:
        columns, rows = _columns(sheet), list(_badges(cards, package, setter))
    body = node("body")
    if rows:
        body.append(frame(columns, rows))
    body.append(paragraph("AfterTable", exact=20))
    body.append(_section(sheet))
    form = card_form(sheet.page_width * MM, sheet.page_height * MM)
    numbering = Numbering(form, HeadingScheme.AGENDA)
    package.add("styles", styles_part(form, numbering, cards.language))
    package.add("numbering", numbering.part())
    package.add("settings", settings_part(form, cards.language))
    package.add("fontTable", font_table())
    return package.whole(node("document", body))


def _badges(cards: Cards, package: Package, setter: Setter) -> Iterator[Element]:
    """Three rows of the table for a row of cards, and one for the gap to the next."""
    sheet = cards.sheet
    columns, gap = _columns(sheet), twips((sheet.down - sheet.height) * MM)
    waiting = iter(cards.cards)
    for at in range(0, len(cards.cards), sheet.columns):
        if gap and at % sheet.per_page:
            empty = cell(sum(columns), paragraph("AfterTable", exact=20), span=len(columns))
            yield row(empty, height=gap, exact=True)
        badges = [_Badge(card, sheet, package, setter) for card in islice(waiting, sheet.columns)]
        height, head, foot = twips(sheet.height * MM), twips(_PAD + _HEAD + 3), twips(_QR + _PAD)
        yield _row([badge.head() for badge in badges], sheet, head)
        yield _row([badge.name(height - head - foot) for badge in badges], sheet, height - head - foot)
        yield _row([badge.foot() for badge in badges], sheet, foot)


def _row(badges: list[list[Element]], sheet: CardSheet, height: int) -> Element:
    """The cells of some badges side by side, with the gap between them, and of those that are missing."""
    gap = twips((sheet.across - sheet.width) * MM)
    cells: list[Element] = []
    for at in range(sheet.columns):
        if at and gap:
            cells.append(cell(gap, paragraph("AfterTable")))
        none = [cell(twips(sheet.width * MM), paragraph("AfterTable"), span=2)]
        cells += badges[at] if at < len(badges) else none
    return row(*cells, height=height, exact=True)


def _columns(sheet: CardSheet) -> list[int]:
    """For every card one column for its words and one for its code, and one for the gap to the next card."""
    code = twips(_QR + _PAD)
    width, gap = twips(sheet.width * MM), twips((sheet.across - sheet.width) * MM)
    out: list[int] = []
    for at in range(sheet.columns):
        out += [gap] if at and gap else []
        out += [width - code, code]
    return out


class _Badge:
    """Meeting and capacity above, the name in the middle, below it for whom, and the number with its code."""

    def __init__(self, card: Card, sheet: CardSheet, package: Package, setter: Setter) -> None:
        self._card, self._sheet, self._package, self._setter = card, sheet, package, setter
        self._room = sheet.width * MM - 2 * _PAD

    def head(self) -> list[Element]:
        half = self._room / 2
        meeting = fitted(self._card.meeting, _HEAD_SIZES, half, _HEAD, self._setter)
        capacity = fitted(self._card.capacity, _HEAD_SIZES, half, _HEAD, self._setter, bold=True)
        runs = [*meeting.runs(), node("r", node("tab")), *capacity.runs()]
        line = paragraph("Normal", *runs, tabs=(("right", twips(self._room)),))
        return [self._part([line], ("top", "left", "right"))]

    def name(self, height: int) -> list[Element]:
        card, room = self._card, height / 20 - 2
        own = card.own_script.strip()
        share = room * (0.72 if own else 1)
        lines = [fitted(card.name, _NAME_SIZES, self._room, share, self._setter, bold=True).line("center")]
        if own:
            lines.append(fitted(own, _OWN_SIZES, self._room, room * 0.28, self._setter).line("center"))
        return [self._part(lines, ("left", "right"), align="center")]

    def foot(self) -> list[Element]:
        card, columns = self._card, _columns(self._sheet)
        said = fitted(card.organisation, _SMALL_SIZES, self._room - _QR - 3, _QR - 3, self._setter)
        words = self._part([said.line()], ("left", "bottom"), width=columns[0], align="bottom")
        lines = [paragraph("AfterTable")]
        if card.number:
            number = badge_text(card.number)
            id, at = self._package.add_picture(qr_png(str(card.number)))
            code = paragraph("Normal", picture(id, at, _CODE, _CODE, number), align="center")
            lines = [code, fitted(number, (8, 7), _QR, _NUMBER + 1, self._setter).line("center")]
        return [words, self._part(lines, ("bottom", "right"), width=columns[1], align="bottom")]

    def _part(
        self, lines: list[Element], sides: tuple[str, ...], *, width: int = 0, align: str = ""
    ) -> Element:
        """A cell at some sides of the card: there it keeps off the edge, and shows where to cut."""
        rules = dict.fromkeys(sides, _CUT) if self._sheet.cut else {}
        return cell(
            width or twips(self._sheet.width * MM),
            *lines,
            span=1 if width else 2,
            rules=rules,
            colour=_CUT_GREY,
            align=align,
            margins=dict.fromkeys(sides, twips(_PAD)),
        )


def _section(sheet: CardSheet) -> Element:
    """The table begins where the first card does; below the last one there is room for a line."""
    used = (sheet.top + (sheet.rows - 1) * sheet.down + sheet.height) * MM
    spare = _SLACK if not sheet.folded else 0
    turned = {"orient": "landscape"} if sheet.page_width > sheet.page_height else {}
    return node(
        "sectPr",
        node("pgSz", w=twips(sheet.page_width * MM), h=twips(sheet.page_height * MM), **turned),
        node(
            "pgMar",
            top=twips(sheet.top * MM),
            right=0,
            bottom=max(twips(sheet.page_height * MM - used - spare), 0),
            left=twips(sheet.left * MM),
            header=0,
            footer=0,
            gutter=0,
        ),
    )
