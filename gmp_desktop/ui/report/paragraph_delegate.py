"""Paints one row of the report: label, text, margin and the one ring; the editor opens exactly over the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate

from gmp_desktop.ui.look import MARGIN_WIDTH, PAGE_MARGIN, RADIUS, Look
from gmp_desktop.ui.mirroring import placed
from gmp_desktop.ui.painting import fill, pen
from gmp_desktop.ui.report.model import ROW
from gmp_desktop.ui.report.row import END_RULE, FRONT, TABLE, is_marked
from gmp_desktop.ui.report.style import STEP, LabelPlace, RowStyle, style_of
from gmp_desktop.ui.widgets.plain_text import PlainText, first_baseline, is_plain

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QTextDocument
    from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

    from gmp_desktop.ui.report.row import Row
    from gmp_desktop.ui.widgets.rich_text import NoteSign

NUMBER_EDGE = 54
TEXT_LEFT = 66
TEXT_MOST, TEXT_LEAST = 452, 240
RING = 12
"""How far the ring reaches past the text."""
CELL = 4
QUIET_LINE = 22
"""Below the title, what the masthead says."""
ALL = 1_000_000
LETTER = 0.57
"""Width of a letter on the average, in pixels for each point of its font."""


Key = tuple[str, tuple[tuple[str, str], ...], str]


class Places(NamedTuple):
    """Where the parts of a row stand, in a row whose leading top corner is 0, 0."""

    text: QRect
    label: QRect
    ring: QRect
    margin: QRect


class ParagraphDelegate(QStyledItemDelegate):
    """``open_id`` and ``open_height`` tell of the row that is being written."""

    def __init__(self, look: Look, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._look, self._view = look, view
        self._sign: NoteSign | None = None
        self._documents: dict[UUID, tuple[Key, QTextDocument]] = {}
        self._plain: dict[UUID, tuple[Key, PlainText]] = {}
        self.open_id: UUID | None = None
        self.open_height = 0
        self.found = ""
        self.width = TEXT_LEFT + TEXT_MOST
        self.sure = ALL
        """Rows from here on have about their height until their text is laid out."""
        look.changed.connect(self._documents.clear)
        look.changed.connect(self._plain.clear)

    @property
    def sign(self) -> NoteSign:
        if self._sign is None:
            from gmp_desktop.ui.widgets.rich_text import NoteSign

            self._sign = NoteSign(self)
        return self._sign

    def places(self, row: Row, width: int) -> Places:
        style = style_of(row, self._look)
        left, right = self._text_edges(row, style, width)
        height = self._height(row, style, right - left)
        text = QRect(left, style.above, right - left, height)
        ring_left = PAGE_MARGIN - 4
        ring = QRect(ring_left, style.above - 4, _column_end(width) + RING - ring_left, height + 8)
        if row.kind == FRONT:
            ring.setHeight(height + QUIET_LINE + 8)
        label = QRect(PAGE_MARGIN, style.above, left - PAGE_MARGIN, height)
        margin_left = _column_end(width) + 2 * RING
        return Places(
            text, label, ring, QRect(margin_left, style.above, max(width - margin_left - 8, 0), height)
        )

    def document(self, row: Row, width: int) -> QTextDocument:
        """The text laid out, kept until text or note labels change; another width only lays it out anew."""
        from gmp_desktop.ui.widgets.rich_text import make_document

        key = _key(row)
        kept = self._documents.get(row.id)
        if kept is None or kept[0] != key:
            style = style_of(row, self._look).text
            kept = (key, make_document(row.text, dict(row.notes), style, width, self.sign))
            self._documents[row.id] = kept
        elif kept[1].textWidth() != width:
            kept[1].setTextWidth(width)
        return kept[1]

    def plain_text(self, row: Row) -> PlainText | None:
        """The text of a row that needs no document."""
        key, kept = _key(row), self._plain.get(row.id)
        if kept is not None and kept[0] == key:
            return kept[1]
        style = style_of(row, self._look).text
        if is_marked(row.text) or not is_plain(row.text, style):
            return None
        self._plain[row.id] = key, PlainText(row.text, style)
        return self._plain[row.id][1]

    def has_laid_out(self, row: Row) -> bool:
        return row.id in self._plain or row.id in self._documents

    def about_height(self, row: Row) -> int:
        """Without laying the text out."""
        style = style_of(row, self._look)
        left, right = self._text_edges(row, style, self.width)
        return style.above + self._estimate(row, style, right - left) + style.below

    def matches(self, row: Row) -> list[tuple[int, int]]:
        """Where the words looked for stand in the row's text."""
        if not self.found:
            return []
        kept = self._documents.get(row.id)
        if self.plain_text(row) is not None:
            words = row.text
        else:
            words = self.document(row, int(kept[1].textWidth()) if kept else TEXT_MOST).toPlainText()
        words, found, at = words.casefold(), self.found.casefold(), 0
        out = []
        while (at := words.find(found, at)) >= 0:
            out.append((at, at + len(found)))
            at += len(found)
        return out

    def _height(self, row: Row, style: RowStyle, width: int) -> int:
        if row.id == self.open_id and self.open_height:
            return self.open_height
        if row.kind == END_RULE:
            return int(style.text.line)
        height = self._text_height(row, width)
        if row.kind == TABLE:
            return (height if row.text else 0) + sum(self._table_heights(row, width))
        return height

    def _text_height(self, row: Row, width: int) -> int:
        plain = self.plain_text(row)
        return int((plain.height(width) if plain else self.document(row, width).size().height()) + 0.5)

    def _estimate(self, row: Row, style: RowStyle, width: int) -> int:
        lines = int(len(row.text) * style.text.font.pointSizeF() * LETTER / width) + 1
        lines += len(row.cells)
        return int(lines * style.text.line)

    def _text_edges(self, row: Row, style: RowStyle, width: int) -> tuple[int, int]:
        left = PAGE_MARGIN if style.indent < 0 else TEXT_LEFT + style.indent
        if row.label and style.label is LabelPlace.BEFORE:
            left += QFontMetrics(style.text.font).horizontalAdvance(row.label) + 6
        elif style.label is LabelPlace.HANGING:
            left += STEP
        return left, max(_column_end(width), left + 80)

    def _table_heights(self, table: Row, width: int) -> list[int]:
        metrics = QFontMetrics(self._look.font(10, serif=True))
        columns = max(len(table.cells[0]) if table.cells else 1, 1)
        room = QRect(0, 0, width // columns - 2 * CELL, 10_000)
        wrap = Qt.TextFlag.TextWordWrap
        return [
            max(metrics.boundingRect(room, wrap, cell).height() for cell in row) + 2 * CELL
            for row in table.cells
        ]

    # Qt's side

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row: Row = index.data(ROW)
        style = style_of(row, self._look)
        left, right = self._text_edges(row, style, self.width)
        only_about = index.row() >= self.sure and not self.has_laid_out(row)
        height = (self._estimate if only_about else self._height)(row, style, right - left)
        return QSize(self.width, style.above + height + style.below)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: Row = index.data(ROW)
        places = self.places(row, self.width)
        style = style_of(row, self._look)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = index == self._view.currentIndex()
        self._label(painter, _placed(option, places.label), row, style, current)
        if row.id != self.open_id:
            self._text(painter, _placed(option, places.text), row, style)
        self._margin(painter, option, places.margin, row)
        if current:
            focused = row.id == self.open_id or self._view.hasFocus()
            self._ring(painter, option, places.ring, focused)
        painter.restore()

    def _text(self, painter: QPainter, place: QRect, row: Row, style: RowStyle) -> None:
        if row.kind == END_RULE:
            middle = place.center().y()
            fill(painter, QRect(place.center().x() - 48, middle, 96, 1), self._look.color("text3"))
            return
        plain, found = self.plain_text(row), self.matches(row)
        if plain is not None and not found:
            plain.paint(painter, place.topLeft(), self._look.color(style.role))
        else:
            self._document(painter, place, row, style, found)
        if row.kind == FRONT:
            painter.setFont(self._look.font(9.5))
            painter.setPen(self._look.color("text2"))
            top = place.top() + self._text_height(row, place.width()) + 4
            line = QRect(place.left(), top, place.width(), 18)
            painter.drawText(line, Qt.AlignmentFlag.AlignLeading, _elided(painter, row.quiet, line.width()))
        if row.kind == TABLE:
            top = place.top() + (self._text_height(row, place.width()) if row.text else 0)
            self._table(painter, QRect(place.left(), top, place.width(), place.height()), row)

    def _document(
        self, painter: QPainter, place: QRect, row: Row, style: RowStyle, found: list[tuple[int, int]]
    ) -> None:
        from gmp_desktop.ui.widgets.rich_text import paint_document

        painter.save()
        painter.translate(place.topLeft())
        ink, ground = self._look.color(style.role), self._look.color("warnbg")
        paint_document(painter, self.document(row, place.width()), ink, found, ground)
        painter.restore()

    def _table(self, painter: QPainter, place: QRect, table: Row) -> None:
        columns = max(len(table.cells[0]) if table.cells else 1, 1)
        width, top = place.width() // columns, place.top()
        for at, (cells, height) in enumerate(
            zip(table.cells, self._table_heights(table, place.width()), strict=True)
        ):
            painter.setFont(self._look.font(10, 700 if at < table.header_rows else 400, serif=True))
            painter.setPen(self._look.color("text"))
            for column, cell in enumerate(cells):
                room = QRect(place.left() + column * width, top, width, height).adjusted(
                    0, CELL, -2 * CELL, -CELL
                )
                painter.drawText(room, Qt.TextFlag.TextWordWrap, cell)
            top += height
            line = self._look.color("edge" if at + 1 == table.header_rows else "rule")
            fill(painter, QRect(place.left(), top - 1, place.width(), 1), line)

    def _label(self, painter: QPainter, place: QRect, row: Row, style: RowStyle, current: bool) -> None:
        if not row.label:
            return
        heading = style.label is LabelPlace.BEFORE
        font = style.text.font if heading else self._look.font(10.5, 600 if current else 400, figures=True)
        serif = style.label is LabelPlace.HANGING
        painter.setFont(style.text.font if serif else font)
        painter.setPen(self._look.color(style.role))
        baseline = first_baseline(style.text)
        width = QFontMetrics(painter.font()).horizontalAdvance(row.label)
        leading = {LabelPlace.COLUMN: NUMBER_EDGE - PAGE_MARGIN - width}.get(style.label)
        if leading is None:
            leading = place.width() - (STEP if serif else width + 6)
        mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = place.right() - leading - width if mirrored else place.left() + leading
        painter.drawText(QPointF(x, place.top() + baseline), row.label)

    def _margin(self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, row: Row) -> None:
        words = row.margin
        if not words or room.width() < MARGIN_WIDTH // 2:
            return
        place = _placed(option, room)
        painter.setFont(self._look.font(9))
        painter.setPen(self._look.color("text3"))
        line = QRect(place.left(), place.top() + 2, min(place.width(), MARGIN_WIDTH), 18)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeading, _elided(painter, words, line.width()))

    def _ring(self, painter: QPainter, option: QStyleOptionViewItem, ring: QRect, focused: bool) -> None:
        place = _placed(option, ring)
        if focused:
            painter.setPen(pen(self._look.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(place).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        else:
            mirrored = option.direction == Qt.LayoutDirection.RightToLeft
            x = place.right() - 2 if mirrored else place.left()
            fill(painter, QRect(x, place.top(), 3, place.height()), self._look.color("mark"))


def margin_fits(width: int) -> bool:
    return width >= TEXT_LEFT + TEXT_LEAST + 2 * RING + MARGIN_WIDTH + 8


def _key(row: Row) -> Key:
    """What the layout of a row's text hangs on."""
    return row.text, row.notes, row.kind


def _column_end(width: int) -> int:
    """Where the text column ends: 62 to 70 letters wide, the margin beside it as long as there is room."""
    room = width - TEXT_LEFT - (2 * RING + MARGIN_WIDTH + 8 if margin_fits(width) else PAGE_MARGIN)
    return TEXT_LEFT + min(room, TEXT_MOST)


def _placed(option: QStyleOptionViewItem, place: QRect) -> QRect:
    return placed(option.direction, option.rect, place.translated(option.rect.topLeft()))


def _elided(painter: QPainter, words: str, width: int) -> str:
    return painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, width)
