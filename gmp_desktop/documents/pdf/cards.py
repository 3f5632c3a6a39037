"""Badges and name plates as a PDF file: cards in their places, every text as large as its card allows."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from typing import Any

from reportlab.graphics.barcode import qrencoder
from reportlab.pdfgen.canvas import Canvas

from gmp_desktop.documents.pdf.flow import Placed
from gmp_desktop.documents.pdf.ink import Pen
from gmp_desktop.documents.pdf.layout import LaidPage, shipped_setter
from gmp_desktop.documents.pdf.lines import Line
from gmp_desktop.documents.pdf.setter import Setter
from gmp_desktop.documents.pdf.styles import Align, Sheet, Style
from gmp_desktop.documents.pdf.write import canvas_of
from gmp_desktop.domain.inline import escape
from gmp_desktop.domain.papers.cards import Card, Cards, CardSheet
from gmp_desktop.domain.papers.kinds import PaperKind
from gmp_desktop.domain.participants import badge_text

MM = 72 / 25.4
_PAD = 4.5 * MM
_GAP = 3.0
_QR = 17 * MM
_LONGEST = 600
"""Letters; of what is longer no card holds the end."""
_QR_MASK = 0
"""Any mask can be read; to find the best of the eight takes longer than all the rest of a badge."""
_LEADING = 1.16
_NAME_SIZES = (22, 20, 18, 16, 14, 12, 10, 8, 7)
_PLATE_SIZES = (96, 84, 72, 64, 56, 48, 42, 36, 30, 24, 20, 16, 12, 9)
_SMALL_SIZES = (11, 10, 9, 8, 7)
_FOLD_DASH = (2, 3)
_CUT_GREY, _FOLD_GREY = 0.75, 0.6
_MARGIN = 9.5 * MM
"""At either side of a plate: printers leave the edge of the paper blank."""


def write_cards_pdf(cards: Cards, *, setter: Setter | None = None) -> bytes:
    """All cards, page by page; no card at all gives one empty page."""
    file = BytesIO()
    form, setter = cards.sheet, setter or shipped_setter()
    size = (form.page_width * MM, form.page_height * MM)
    canvas = canvas_of(file, size, title=cards.title, language=cards.language)
    pen = Pen(canvas, _sheet(size))
    for start in range(0, max(len(cards.cards), 1), form.per_page):
        page = cards.cards[start : start + form.per_page]
        _guides(canvas, form, len(page))
        for at, card in enumerate(page):
            left, top = (side * MM for side in form.place(at))
            if cards.kind is PaperKind.NAME_PLATES:
                _plate(canvas, pen, card, form, left, top, setter)
            else:
                _badge(canvas, pen, card, form, left, top, setter)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _badge(
    canvas: Canvas, pen: Pen, card: Card, form: CardSheet, left: float, top: float, setter: Setter
) -> None:
    """Meeting and capacity above, the name in the middle, below it for whom, and the number with its code."""
    width, height = form.width * MM - 2 * _PAD, form.height * MM - 2 * _PAD
    code = _QR if card.number else 0.0
    head = Style(size=9, leading=11, align=Align.LEFT)
    above = [*_one_line(card.meeting, head, width * 0.45, setter)]
    capacity = _one_line(card.capacity, replace(head, bold=True), width * 0.5, setter)
    placed = [Placed(line, left + _PAD, top + _PAD) for line in above]
    placed += [Placed(line, left + _PAD + width - _width(line), top + _PAD) for line in capacity]
    foot = _QR if code else 22.0
    room = height - head.leading - _GAP - foot - _GAP
    name = _fitted(card.name, _NAME_SIZES, width, room * (0.72 if card.own_script else 1), setter, bold=True)
    own = _fitted(card.own_script, (14, 12, 10, 8, 7), width, room * 0.28, setter) if card.own_script else []
    placed += _stacked(
        [*name, *own], left + _PAD, top + _PAD + head.leading + _GAP, room, width, centred=True
    )
    body = _fitted(card.organisation, _SMALL_SIZES, width - code - (_GAP if code else 0), foot, setter)
    bottom = top + _PAD + height
    placed += _stacked(body, left + _PAD, bottom - _height(body), _height(body), width)
    if code:
        x = left + _PAD + width - _QR
        number = _one_line(badge_text(card.number), replace(head, size=8, leading=9), _QR, setter)
        placed += [Placed(line, x + (_QR - _width(line)) / 2, bottom - 9) for line in number]
        side = _QR - 10
        _code(canvas, str(card.number), x + (_QR - side) / 2, bottom - 10 - side, side, form.page_height * MM)
    pen.page(LaidPage(tuple(placed), (), ()))


def _plate(
    canvas: Canvas, pen: Pen, card: Card, form: CardSheet, left: float, top: float, setter: Setter
) -> None:
    """The name on the lower half, and once more upside down on the upper one."""
    width, height = form.width * MM, form.height * MM / 2
    inner = width - 2 * _MARGIN
    room = height - 2 * _PAD
    name = _fitted(card.name, _PLATE_SIZES, inner, room * 0.55, setter, bold=True)
    own = _fitted(card.own_script, _PLATE_SIZES[5:], inner, room * 0.2, setter) if card.own_script else []
    body = _fitted(card.organisation, _PLATE_SIZES[6:], inner, room * 0.25, setter)
    lines = [*name, *own, *body]
    placed = _stacked(
        lines, left + _MARGIN, top + height + (height - _height(lines)) / 2, 0, inner, centred=True
    )
    page = LaidPage(tuple(placed), (), ())
    pen.page(page)
    middle = form.page_height * MM - top - height
    canvas.saveState()
    canvas.addLiteral(f"-1 0 0 -1 {2 * left + width:.2f} {2 * middle:.2f} cm")
    pen.page(LaidPage((), page.text, ()))
    canvas.restoreState()


def _guides(canvas: Canvas, form: CardSheet, count: int) -> None:
    """Where to fold and where to cut."""
    lines: list[str] = []
    height = form.page_height * MM
    if form.folded:
        dash = f"[{_FOLD_DASH[0]} {_FOLD_DASH[1]}] 0 d {_FOLD_GREY} G 0.5 w"
        for at in range(count):
            left, top = (side * MM for side in form.place(at))
            y = height - top - form.height * MM / 2
            lines.append(f"{left:.2f} {y:.2f} m {left + form.width * MM:.2f} {y:.2f} l S")
        canvas.addLiteral(f"/Artifact BMC q {dash} {' '.join(lines)} Q EMC")
    if form.cut:
        boxes = " ".join(_box(form, at, height) for at in range(count))
        canvas.addLiteral(f"/Artifact BMC q {_CUT_GREY} G 0.4 w {boxes} S Q EMC")


def _box(form: CardSheet, at: int, page_height: float) -> str:
    left, top = (side * MM for side in form.place(at))
    bottom = page_height - top - form.height * MM
    return f"{left:.2f} {bottom:.2f} {form.width * MM:.2f} {form.height * MM:.2f} re"


def _code(canvas: Canvas, text: str, left: float, top: float, side: float, page_height: float) -> None:
    """A QR code as one path, for a picture would be blurred by some printers."""
    code: Any = qrencoder.QRCode(1, qrencoder.QRErrorCorrectLevel.M)
    code.addData(text)
    code.makeImpl(False, _QR_MASK)
    count = code.getModuleCount()
    step = side / count
    boxes = []
    for row in range(count):
        start = None
        for column in range(count + 1):
            dark = column < count and code.isDark(row, column)
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                y = page_height - top - (row + 1) * step
                boxes.append(f"{left + start * step:.3f} {y:.3f} {(column - start) * step:.3f} {step:.3f} re")
                start = None
    canvas.addLiteral(f"/Artifact BMC q 0 g {' '.join(boxes)} f Q EMC")


def _fitted(
    text: str, sizes: Sequence[float], width: float, height: float, setter: Setter, *, bold: bool = False
) -> list[Line]:
    """The text in the largest size in which it fits, if it can without a broken word; in the smallest what fits of it."""
    if not text.strip():
        return []
    text = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    marked = escape(text.replace("\n", " "))
    for unbroken in (True, False):
        for size in sizes:
            style = Style(size=size, leading=size * _LEADING, bold=bold, align=Align.LEFT)
            if unbroken and setter.extent(marked, style, {})[1] > width:
                continue
            lines = setter.set(marked, style, width)
            if len(lines) * style.leading <= height:
                return list(lines)
    most = max(int(height / style.leading), 1)
    return [*lines[: most - 1], *_cut(text, lines, most, style, width, setter)]


def _cut(
    text: str, lines: Sequence[Line], most: int, style: Style, width: float, setter: Setter
) -> Iterator[Line]:
    """The last line there is room for, with the dots that tell that more was left out."""
    words = "".join(span.text for span in lines[most - 1].spans).strip()
    while words and len(setter.set(escape(f"{words}…"), style, width)) > 1:
        words = words[:-1]
    yield setter.set(escape(f"{words}…"), style, width)[0]


def _one_line(text: str, style: Style, width: float, setter: Setter) -> list[Line]:
    return _fitted(text, (style.size, 8, 7), width, style.leading + 0.1, setter, bold=style.bold)


def _stacked(
    lines: Sequence[Line], left: float, top: float, room: float, width: float, *, centred: bool = False
) -> list[Placed]:
    """One below the other, in the middle of the room if there is more than they need."""
    y = top + max((room - _height(lines)) / 2, 0)
    placed = []
    for line in lines:
        shift = (width - _width(line)) / 2 if centred and not line.from_right else 0.0
        if centred and line.from_right:
            shift = -(width - _width(line)) / 2
        placed.append(Placed(line, left + shift, y))
        y += line.height
    return placed


def _width(line: Line) -> float:
    """From the first letter to the last."""
    inked = [span for span in line.spans if span.text.strip()]
    if not inked:
        return 0.0
    return max(span.x + span.width for span in inked) - min(span.x for span in inked)


def _height(lines: Sequence[Line]) -> float:
    return sum(line.height for line in lines)


def _sheet(size: tuple[float, float]) -> Sheet:
    width, height = size
    return Sheet(width, height, width, 0, width, 0, height, rule_left=0)
