"""Name plates that stand on the table: the name on the lower half, and once more upside down on the upper one.

Word turns no text of a cell upside down; so the upper half shows the texts as word art, which can be turned. It is
drawn only: a reader hears the name once.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from gmp_desktop.documents.docx.fitting import LEADING, MM, Fitted, fitted
from gmp_desktop.documents.docx.furniture import text_shape
from gmp_desktop.documents.docx.nodes import node, plain, twips, value
from gmp_desktop.documents.docx.paragraphs import paragraph
from gmp_desktop.documents.docx.tables import cell, row
from gmp_desktop.documents.pdf.setter import Setter
from gmp_desktop.documents.pdf.styles import Align, Style
from gmp_desktop.domain.inline import plain as words_of
from gmp_desktop.domain.papers.cards import Card, CardSheet

_MARGIN = 9.5 * MM
_PAD = 4.5 * MM
_SIZES = (96, 84, 72, 64, 56, 48, 42, 36, 30, 24, 20, 16, 12, 9)
_FOLD = {"bottom": 4}
_GREY = "999999"


def plate_rows(card: Card, sheet: CardSheet, setter: Setter, *, spare: float) -> Iterator[Element]:
    """The two halves of a plate; the lower one is ``spare`` points lower than half the plate."""
    width, height = sheet.width * MM, sheet.height * MM / 2
    inner, room = width - 2 * _MARGIN, height - 2 * _PAD
    texts = [fitted(card.name, _SIZES, inner, room * 0.5, setter, bold=True)]
    if card.own_script.strip():
        texts.append(fitted(card.own_script, _SIZES[5:], inner, room * 0.2, setter))
    if card.organisation.strip():
        texts.append(fitted(card.organisation, _SIZES[6:], inner, room * 0.25, setter))
    turned = [
        paragraph("Normal", _turned(line, text, setter), align="center")
        for text in reversed(texts)
        for line in reversed(_lines(text, inner, setter))
    ]
    pads = {"left": twips(_MARGIN), "right": twips(_MARGIN)}
    upper = cell(
        twips(width), *turned, rules=_FOLD, kind="dashed", colour=_GREY, align="center", margins=pads
    )
    lower = cell(twips(width), *(text.line("center") for text in texts), align="center", margins=pads)
    yield row(upper, height=twips(height), exact=True)
    yield row(lower, height=twips(height - spare), exact=True)


def _lines(text: Fitted, width: float, setter: Setter) -> list[str]:
    """The text as it is broken on the lower half."""
    style = Style(size=text.size, leading=text.size * LEADING, bold=text.bold, align=Align.LEFT)
    if not text.marked:
        return []
    lines = setter.set(text.marked, style, width)
    if len(lines) == 1 or any(line.from_right for line in lines):
        return [words_of(text.marked)]
    return ["".join(span.text for span in line.spans).strip() for line in lines]


def _turned(line: str, text: Fitted, setter: Setter) -> Element:
    style = Style(size=text.size, bold=text.bold, align=Align.LEFT)
    width = setter.set(line.replace("\\", r"\\"), style, 1e9)[0]
    across = max((span.x + span.width for span in width.spans), default=1.0)
    art = plain(
        "v:textpath",
        style=f'font-family:"Times New Roman";font-size:{text.size:.0f}pt'
        + (";font-weight:bold" if text.bold else ""),
        string=value(line),
    )
    shape = plain(
        "v:shape",
        art,
        type="#_x0000_t136",
        style=f"width:{across:.1f}pt;height:{text.size * 0.9:.1f}pt;rotation:180",
        fillcolor="black",
        stroked="f",
        alt="",
    )
    return node("r", node("rPr", node("noProof")), node("pict", text_shape(), shape))
