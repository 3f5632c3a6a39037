"""Tables: columns as wide as their words ask for, rows as lines of the page."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from gmp_desktop.documents.pdf import styles
from gmp_desktop.documents.pdf.lines import Line, Rule, Span
from gmp_desktop.documents.pdf.setter import Setter
from gmp_desktop.documents.pdf.styles import Sheet, Style
from gmp_desktop.domain.blocks import Table

_COLUMN_GAP = 8.0
_ROW_PAD = 7.0
_MANY_COLUMNS = 5
"""A table of more columns than this is as wide as the rules of the page."""
_ROOMY_PAD = 15.5
"""A row to write in is 26 points high with one line of text."""
_TALLEST = 260.0
"""A row taller than this may be broken within."""

Rows = list[list[Line]]


def lines_of(
    table: Table, setter: Setter, sheet: Sheet, marks: Mapping[str, str]
) -> tuple[Rows, tuple[Line, ...]]:
    """The body rows as lines of the page, and the caption and head that go before them."""
    left, measure = extent_of(table, sheet)
    widths = column_widths(table, setter, marks, measure)
    head_rows, body_rows = table.rows[: table.header_rows], table.rows[table.header_rows :]
    pad = _ROOMY_PAD if table.roomy else _ROW_PAD
    head = [
        line
        for row in head_rows
        for line in _row(row, widths, left, setter, marks, styles.CELL_HEAD, _ROW_PAD)
    ]
    body = [list(_row(row, widths, left, setter, marks, styles.CELL, pad)) for row in body_rows]
    if table.roomy:
        for lines in body[:-1]:
            _rule(lines, -1, left, measure, 0.25)
    _rule(head or (body[0] if body else []), 0, left, measure, 0.5, top=True)
    if head:
        _rule(head, -1, left, measure, 1.25)
    if body:
        _rule(body[-1], -1, left, measure, 1.25)
    caption = setter.set(table.text, styles.CAPTION, sheet.column, marks) if table.text else ()
    return body, (*caption, *head)


def breaks_of(body: Rows, head: Sequence[Line]) -> frozenset[int]:
    """Lines a page may begin with: the first of every row but the first, and every part of a tall row."""
    at, out = len(head), set()
    for row in body:
        out |= set(range(at, at + len(row)))
        at += len(row)
    return frozenset(out - {len(head)})


def is_wide(table: Table) -> bool:
    """Whether it is as wide as the rules: so is one with many columns, or with columns that are measured out."""
    return table.roomy or bool(table.widths) or max(map(len, table.rows), default=0) > _MANY_COLUMNS


def extent_of(table: Table, sheet: Sheet) -> tuple[float, float]:
    """Left edge from the text column, and width."""
    if is_wide(table):
        return sheet.rule_left - sheet.text_left, sheet.rule_right - sheet.rule_left
    return 0.0, sheet.column


def column_widths(table: Table, setter: Setter, marks: Mapping[str, str], measure: float) -> list[float]:
    """As the table says, or every column its widest line if they fit, else a fair share of the room."""
    count = max(map(len, table.rows), default=0)
    room = measure - _COLUMN_GAP * max(count - 1, 0)
    if sum(table.widths[:count]) and len(table.widths) >= count:
        return [max(width * room / sum(table.widths[:count]), 4.0) for width in table.widths[:count]]
    wants, needs = [1.0] * count, [1.0] * count
    for index, row in enumerate(table.rows):
        style = styles.CELL_HEAD if index < table.header_rows else styles.CELL
        for at, cell in enumerate(row):
            want, need = setter.extent(cell, style, marks)
            wants[at], needs[at] = max(wants[at], want), max(needs[at], need)
    if sum(wants) <= room:
        spare = (room - sum(wants)) / max(count, 1)
        return [want + spare for want in wants]
    if sum(needs) >= room:
        return [max(need * room / sum(needs), 4.0) for need in needs]
    return _shared(wants, needs, room)


def _shared(wants: list[float], needs: list[float], room: float) -> list[float]:
    """Modest columns get all they want; the others share the rest evenly, none less than it needs."""
    low, high = 0.0, room
    for _ in range(40):
        level = (low + high) / 2
        total = sum(min(want, max(need, level)) for want, need in zip(wants, needs, strict=True))
        low, high = (level, high) if total <= room else (low, level)
    return [min(want, max(need, low)) for want, need in zip(wants, needs, strict=True)]


def _row(
    row: Sequence[str],
    widths: list[float],
    left: float,
    setter: Setter,
    marks: Mapping[str, str],
    style: Style,
    pad: float,
) -> Iterator[Line]:
    """One line of the page with every cell in it, or several where the row is very tall."""
    cells = [setter.set(cell, style, width + 0.01, marks) for cell, width in zip(row, widths, strict=False)]
    tall = max(map(len, cells), default=1)
    step = tall if tall * style.leading <= _TALLEST else int(_TALLEST / style.leading)
    for start in range(0, tall, step):
        parts = [cell[start : start + step] for cell in cells]
        yield _band(parts, widths, left, style, pad=pad if start + step >= tall else 0.0)


def _band(
    cells: list[tuple[Line, ...]], widths: list[float], left: float, style: Style, *, pad: float
) -> Line:
    """Some lines of each cell of a row, cell by cell."""
    spans: list[Span] = []
    x = left
    for cell, width in zip(cells, widths, strict=False):
        for at, line in enumerate(cell):
            spans += [span._replace(x=span.x + x, drop=at * style.leading) for span in line.spans]
        x += width + _COLUMN_GAP
    lines = [line for cell in cells for line in cell]
    notes = tuple(note for line in lines for note in line.notes)
    height = max(map(len, cells), default=1) * style.leading + pad
    missing = "".join([line.missing for line in lines])
    return Line(tuple(spans), height, style.ascent + pad / 2, notes, (), missing)


def _rule(lines: list[Line], at: int, left: float, width: float, weight: float, *, top: bool = False) -> None:
    """Draw a rule above or below one of the lines."""
    if lines:
        line = lines[at]
        rule = Rule(left, width, 0.0 if top else line.height, weight)
        lines[at] = replace(line, rules=(*line.rules, rule))
