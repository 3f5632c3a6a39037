"""The areas of the Partnership with who leads them; an area unfolds to its partners."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from uuid import NAMESPACE_OID, UUID, uuid5

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QSettings, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from gmp_desktop.domain.directory import AreaCard, Holder, Partner
from gmp_desktop.domain.people import folded, full_name
from gmp_desktop.ui.directory.words import role_words, term_words
from gmp_desktop.ui.lines_model import LINE, Column
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.people_words import kind_words
from gmp_desktop.ui.widgets.lines_cells import LinesCells
from gmp_desktop.ui.widgets.lines_table import LinesTable
from gmp_desktop.ui.widgets.table_rows import CELL
from gmp_desktop.ui.wording import count_words, short_day

INDENT = 24
AreaLine = AreaCard | Holder | Partner

translate = QCoreApplication.translate


class AreasTable(LinesTable):
    def __init__(self, look: Look, settings: QSettings, parent: QWidget | None = None) -> None:
        self._cards: Sequence[AreaCard] = ()
        self.unfolded: set[str] = set()
        columns = (
            _column("name", self.tr("Area"), _name, 4),
            _column("role", self.tr("Role"), _role, 2),
            _column("for", self.tr("For"), _for, 3),
            _column("term", self.tr("Term"), _term, 4, 440),
        )
        name = self.tr("Areas of the Partnership")
        super().__init__(look, name, columns, id_of, settings, "directory/areas", parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.horizontalHeader().setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.horizontalHeader().setSectionsClickable(False)
        self.opened.connect(self._toggle)

    @property
    def line(self) -> AreaLine | None:
        """What the row in hand is about."""
        line = self.currentIndex().data(LINE)
        return line if isinstance(line, AreaCard | Holder | Partner) else None

    def show_cards(self, cards: Sequence[AreaCard]) -> None:
        self._cards = cards
        self.show_lines(list(self._lines()), words_of)

    def make_cells(self) -> LinesCells:
        return _AreaCells(self._look, self)

    def unfold(self, code: str, unfolded: bool) -> None:
        (self.unfolded.add if unfolded else self.unfolded.discard)(code)
        self.show_cards(self._cards)

    def _lines(self) -> Iterator[AreaLine]:
        for card in self._cards:
            yield card
            yield from card.leads
            if card.area.code in self.unfolded:
                yield from card.partners

    def _toggle(self, _id: object) -> None:
        line = self.currentIndex().data(LINE)
        if isinstance(line, AreaCard) and line.partners:
            self.unfold(line.area.code, line.area.code not in self.unfolded)

    # Qt's side

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self.currentIndex().data(LINE)
        if isinstance(line, AreaCard) and event.key() in (
            Qt.Key.Key_Left,
            Qt.Key.Key_Right,
            Qt.Key.Key_Space,
        ):
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            forth = event.key() == (Qt.Key.Key_Left if mirrored else Qt.Key.Key_Right)
            toggles = event.key() == Qt.Key.Key_Space
            wanted = line.area.code not in self.unfolded if toggles else forth
            if line.partners:
                self.unfold(line.area.code, wanted)
        else:
            super().keyPressEvent(event)


class _AreaCells(LinesCells):
    def font_of(self, index: QModelIndex | QPersistentModelIndex) -> QFont:
        whole = isinstance(index.data(LINE), AreaCard)
        weight = (600 if whole else 500) if index.column() == 0 else 400
        return self._look.font(10, weight, figures=True)

    def leading(self, index: QModelIndex | QPersistentModelIndex) -> int:
        return INDENT + CELL if index.column() == 0 else CELL

    def sign(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line, table = index.data(LINE), self._table
        if index.column() or not isinstance(line, AreaCard) or not line.partners:
            return
        unfolded = isinstance(table, AreasTable) and line.area.code in table.unfolded
        name = "chevron-down" if unfolded else "chevron-right"
        icon = self._look.pixmap(name, 16, "text2", table.devicePixelRatioF())
        place = QRect(option.rect.left() + CELL, option.rect.top() + (option.rect.height() - 16) // 2, 16, 16)
        painter.drawPixmap(QStyle.visualRect(option.direction, option.rect, place).topLeft(), icon)


def id_of(line: AreaLine) -> UUID:
    if isinstance(line, AreaCard):
        return uuid5(NAMESPACE_OID, line.area.code)
    return line.appointment.id if isinstance(line, Holder) else line.partnership.id


def words_of(line: AreaLine) -> str:
    return folded(" ".join((_name(line), _role(line), _for(line))))


def _column(name: str, head: str, text: Any, share: int, least: int = 0) -> Column:
    return Column(name, head, text, text, share, least)


def _name(line: AreaLine) -> str:
    if isinstance(line, AreaCard):
        return line.area.short_name
    return full_name(line.person) if isinstance(line, Holder) else line.organisation.name


def _role(line: AreaLine) -> str:
    if isinstance(line, AreaCard):
        return count_words(
            len(line.partners), translate("areas", "{n} partner"), translate("areas", "{n} partners")
        )
    return role_words(line.appointment.role) if isinstance(line, Holder) else translate("areas", "Partner")


def _for(line: AreaLine) -> str:
    if isinstance(line, AreaCard):
        return "" if line.leads else translate("areas", "nobody leads it yet")
    return line.organisation if isinstance(line, Holder) else kind_words(line.organisation.kind)


def _term(line: AreaLine) -> str:
    if isinstance(line, AreaCard):
        return _articles(line.area.articles)
    return term_words(line.appointment if isinstance(line, Holder) else line.partnership, short_day)


def _articles(numbers: Iterable[int]) -> str:
    """The articles of the Convention an area serves: Articles 3 and 5."""
    texts = [str(number) for number in numbers]
    if len(texts) < 2:
        return translate("areas", "Article {n}").format(n=texts[0]) if texts else ""
    words = translate("areas", "Articles {first} and {last}")
    return words.format(first=", ".join(texts[:-1]), last=texts[-1])
