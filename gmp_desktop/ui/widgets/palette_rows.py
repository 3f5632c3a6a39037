"""The rows of the palette: a head above each group, the letters typed in weight and colour."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLineEdit, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gmp_desktop.ui.look import Look
from gmp_desktop.ui.palette_matching import Entry, shortened

ENTRY = int(Qt.ItemDataRole.UserRole)
ROW_HEIGHT = 30
_NOWHERE = QModelIndex()


class PaletteRows(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []
        self._recent: Sequence[tuple[str, str]] = ()

    def show(self, entries: list[Entry], recent: Sequence[tuple[str, str]]) -> None:
        self.beginResetModel()
        self._entries, self._recent = entries, tuple(recent)
        self.endResetModel()

    def head(self, at: int) -> str:
        """The group's name above its first row."""
        group = self._group(at)
        return "" if at and self._group(at - 1) == group else group

    def _group(self, at: int) -> str:
        entry = self._entries[at]
        return self.tr("Recent") if entry.key in self._recent else entry.group

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (entry.words, entry.beside, entry.keys) if part)
        return None


class PaletteLines(QStyledItemDelegate):
    def __init__(self, look: Look, parent: QListView, field: QLineEdit) -> None:
        super().__init__(parent)
        self._look, self._field = look, field

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        rows = index.model()
        head = rows.head(index.row()) if isinstance(rows, PaletteRows) else ""
        return QSize(100, ROW_HEIGHT + (26 if head else 0))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry, rows, whole = index.data(ENTRY), index.model(), option.rect
        head = rows.head(index.row()) if isinstance(rows, PaletteRows) else ""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if head:
            painter.setFont(self._look.font(9, 600))
            painter.setPen(self._look.color("text2"))
            room = QRect(whole.left() + 16, whole.top(), whole.width() - 32, 26)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, head)
            whole = whole.adjusted(0, 26, 0, 0)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(whole, self._look.color("sel"))
        self._entry(painter, option.direction, whole, entry)
        painter.restore()

    def _entry(self, painter: QPainter, direction: Qt.LayoutDirection, whole: QRect, entry: Entry) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter

        def placed(left: int, width: int) -> QRect:
            return QStyle.visualRect(
                direction, whole, QRect(whole.left() + left, whole.top(), width, whole.height())
            )

        if entry.icon:
            spot = placed(16, 16)
            icon = self._look.pixmap(entry.icon, 16, "text2", painter.device().devicePixelRatioF())
            painter.drawPixmap(spot.left(), whole.center().y() - 7, icon)
        beside = whole.width() * 55 // 100
        self._words(painter, placed(42, (beside if entry.beside else whole.width() - 90) - 54), entry.words)
        painter.setFont(self._look.font(9.5))
        painter.setPen(self._look.color("text2"))
        room = placed(beside, whole.width() - beside - 100)
        beside_words = painter.fontMetrics().elidedText(
            entry.beside, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignLeading, beside_words)
        painter.setFont(self._look.font(8.5, 600, figures=True))
        painter.drawText(
            placed(whole.width() - 116, 100), middle | Qt.AlignmentFlag.AlignTrailing, entry.keys
        )

    def _words(self, painter: QPainter, room: QRect, words: str) -> None:
        """The letters typed stand out in weight and colour."""
        painter.setFont(self._look.font(10))
        part = (self._field.text().casefold().split() or [""])[0]
        words = shortened(words, part)
        words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        at = words.casefold().find(part) if part else -1
        pieces = (
            [(words, False)]
            if at < 0
            else [(words[:at], False), (words[at : at + len(part)], True), (words[at + len(part) :], False)]
        )
        if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            pieces = [(words, False)]
        x = room.left()
        for text, matched in pieces:
            painter.setFont(self._look.font(10, 700 if matched else 400))
            painter.setPen(self._look.color("accent" if matched else "text"))
            line = QRect(x, room.top(), max(room.right() - x + 1, 0), room.height())
            painter.drawText(
                line,
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextDontClip,
                text,
            )
            x += painter.fontMetrics().horizontalAdvance(text)
