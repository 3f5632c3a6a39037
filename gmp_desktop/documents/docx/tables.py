"""Tables: columns as wide as on the printed page, heads that stand again on every page."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from gmp_desktop.documents.docx.form import Form
from gmp_desktop.documents.docx.nodes import node, twips
from gmp_desktop.documents.docx.paragraphs import paragraph
from gmp_desktop.documents.docx.runs import Refer, runs_of
from gmp_desktop.documents.pdf.pieces import NOTE_ROWS
from gmp_desktop.domain.blocks import Table

_GAP = 8.0
_PAD, _ROOMY_HEIGHT = 3.5, 26.0
_LONGEST_WHOLE = 1_500
"""Letters; a row with more in a cell may be broken over pages."""
_FINE, _THIN, _THICK = 2, 4, 10
"""Rules in eighths of a point."""


def table_of(table: Table, widths: Sequence[float], form: Form, refer: Refer, *, wide: bool) -> list[Element]:
    """The caption, the table and the space after it; ``widths`` are those of the printed columns without gaps."""
    out: list[Element] = []
    if table.text.strip():
        out.append(paragraph("Caption", *runs_of(table.text, refer), text=table.text))
    count = len(widths)
    if count:
        gap = form.points(_GAP)
        columns = [
            twips(form.points(width) + (gap if at < count - 1 else 0)) for at, width in enumerate(widths)
        ]
        rows = [_row(table, at, columns, form, refer) for at in range(len(table.rows))]
        left = 0 if wide else twips(form.column_left)
        out.append(frame(columns, rows, left=left, gap=twips(gap), pad=twips(form.points(_PAD))))
    return [*out, paragraph("AfterTable")]


def frame(
    columns: Sequence[int], rows: Sequence[Element], *, left: int = 0, gap: int = 0, pad: int = 0
) -> Element:
    """A table without lines whose columns are as wide as they are told, in twips."""
    sides = (("top", pad), ("left", 0), ("bottom", pad), ("right", gap))
    return node(
        "tbl",
        node(
            "tblPr",
            node("tblW", w=sum(columns), type="dxa"),
            node("tblInd", w=left, type="dxa"),
            node("tblLayout", type="fixed"),
            node("tblCellMar", *(node(side, w=width, type="dxa") for side, width in sides)),
        ),
        node("tblGrid", *(node("gridCol", w=width) for width in columns)),
        *rows,
    )


def cell(
    width: int,
    *content: Element,
    span: int = 1,
    rules: dict[str, int] | None = None,
    kind: str = "single",
    colour: str = "auto",
    align: str = "",
    margins: dict[str, int] | None = None,
) -> Element:
    """A cell of the grid; ``rules`` are the widths of its lines in eighths of a point."""
    lines = [
        node(side, val=kind, sz=(rules or {})[side], space=0, color=colour)
        for side in ("top", "left", "bottom", "right")
        if side in (rules or {})
    ]
    inside = [
        node(side, w=(margins or {})[side], type="dxa")
        for side in ("top", "left", "bottom", "right")
        if side in (margins or {})
    ]
    return node(
        "tc",
        node(
            "tcPr",
            node("tcW", w=width, type="dxa"),
            node("gridSpan", val=span) if span > 1 else None,
            node("tcBorders", *lines) if lines else None,
            node("tcMar", *inside) if inside else None,
            node("vAlign", val=align) if align else None,
        ),
        *content,
    )


def row(
    *cells: Element, height: int = 0, exact: bool = False, head: bool = False, whole: bool = True
) -> Element:
    return node(
        "tr",
        node(
            "trPr",
            node("cantSplit") if whole else None,
            node("trHeight", val=height, hRule="exact" if exact else "atLeast") if height else None,
            node("tblHeader") if head else None,
        ),
        *cells,
    )


def _row(table: Table, at: int, columns: Sequence[int], form: Form, refer: Refer) -> Element:
    head = at < table.header_rows
    rules = _rules(table, at)
    roomy = table.roomy and not head
    short = table.roomy and len(table.rows) - table.header_rows <= NOTE_ROWS
    kept = head or (short and at < len(table.rows) - 1)
    texts = [*table.rows[at], *[""] * (len(columns) - len(table.rows[at]))]
    style = "TableHead" if head else "TableText"
    cells = [
        cell(
            width,
            paragraph(style, *runs_of(text, refer), text=text, keep=kept),
            rules=rules,
            align="center" if roomy else "",
        )
        for width, text in zip(columns, texts, strict=True)
    ]
    height = twips(form.points(_ROOMY_HEIGHT)) if roomy else 0
    whole = max(map(len, texts), default=0) <= _LONGEST_WHOLE
    return row(*cells, height=height, head=head, whole=whole)


def _rules(table: Table, at: int) -> dict[str, int]:
    """A thin line above all, a thick one below the head and below all."""
    last = len(table.rows) - 1
    out: dict[str, int] = {}
    if at == 0:
        out["top"] = _THIN
    if at == last or at == table.header_rows - 1:
        out["bottom"] = _THICK
    elif table.roomy and at >= table.header_rows:
        out["bottom"] = _FINE
    return out
