"""Ctrl+K: every command, place, meeting and paragraph by a few letters."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gmp_desktop.ui.look import Look
from gmp_desktop.ui.widgets.buttons import IconLabel, Tinted

WIDTH, TOP, ROWS, ROW_HEIGHT = 660, 84, 10, 30
RECENT_MOST = 3
ENTRY = int(Qt.ItemDataRole.UserRole)
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Entry:
    group: str
    words: str
    run: Callable[[], object]
    icon: str = ""
    beside: str = ""
    keys: str = ""

    @property
    def key(self) -> tuple[str, str]:
        return self.group, self.words


def matching(entries: Iterable[Entry], letters: str, recent: Sequence[tuple[str, str]] = ()) -> list[Entry]:
    """Those whose words hold all that was typed, starts of words first within each group; at most ten."""
    asked = letters.casefold().split()
    found = [
        entry
        for entry in entries
        if all(part in f"{entry.words} {entry.beside}".casefold() for part in asked)
    ]
    groups = list(dict.fromkeys(entry.group for entry in found))
    first = [entry for key in recent for entry in found if entry.key == key][:RECENT_MOST]
    rest = sorted(
        (entry for entry in found if entry not in first), key=lambda entry: not _begins(entry, asked)
    )
    share = max((ROWS - len(first)) // max(len(groups), 1), 1)
    shown = [entry for group in groups for entry in [one for one in rest if one.group == group][:share]]
    shown += [entry for entry in rest if entry not in shown][: ROWS - len(first) - len(shown)]
    return first + sorted(shown[: ROWS - len(first)], key=lambda entry: groups.index(entry.group))


def _begins(entry: Entry, asked: Sequence[str]) -> bool:
    """Whether a word of it begins with the first letters asked for."""
    return not asked or any(word.startswith(asked[0]) for word in entry.words.casefold().split())


def shortened(words: str, part: str, most: int = 60) -> str:
    """A long text with the words found in sight: "8. … that a notice at customs"."""
    at = words.casefold().find(part) if part else -1
    if at <= most:
        return words
    start = words.rfind(" ", 0, at - 16) + 1
    label = words.split(" ", 1)[0]
    return f"{label} … {words[start:]}" if label[:1].isdigit() else f"… {words[start:]}"


class Palette(QWidget):
    """Lies over the window; closed it takes no part in it."""

    closed = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._over = look, parent
        self._entries: list[Entry] = []
        self._recent: list[tuple[str, str]] = []
        self._before: QWidget | None = None
        self._build()
        self.hide()
        parent.installEventFilter(self)

    def open(self, entries: Iterable[Entry]) -> None:
        self._entries = list(entries)
        self._before = self.window().focusWidget()
        self.setGeometry(self._over.rect())
        self.field.clear()
        self._filter("")
        self.show()
        self.raise_()
        self.field.setFocus()

    @Slot()
    def close_palette(self) -> None:
        if self.isVisible():
            self.hide()
            if self._before is not None:
                self._before.setFocus()
            self.closed.emit()

    def _build(self) -> None:
        self.panel = QFrame(self)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Command, place, meeting or words of the report"))
        self.field.setAccessibleName(self.tr("Find or do anything"))
        self.field.setMinimumHeight(36)
        self.field.setTextMargins(26, 0, 70, 0)
        self.field.textChanged.connect(self._filter)
        self.field.installEventFilter(self)
        inside = QHBoxLayout(self.field)
        inside.setContentsMargins(10, 0, 10, 0)
        inside.addWidget(IconLabel(self._look, "search"))
        inside.addStretch(1)
        closes = Tinted(self._look, "text2", self.tr("Esc closes"))
        closes.setFont(self._look.font(9))
        inside.addWidget(closes)
        self.rows = _Rows(self)
        self.list = QListView()
        self.list.setModel(self.rows)
        self.list.setItemDelegate(_Lines(self._look, self.list, self.field))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self.tr("Found"))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._run)
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(8, 12, 8, 8)
        column.setSpacing(8)
        inset = QVBoxLayout()
        inset.setContentsMargins(4, 0, 4, 0)
        inset.addWidget(self.field)
        column.addLayout(inset)
        column.addWidget(self.list)

    @Slot(str)
    def _filter(self, letters: str) -> None:
        self.rows.show(matching(self._entries, letters, self._recent), self._recent)
        if self.rows.rowCount():
            self.list.setCurrentIndex(self.rows.index(0))
        height = sum(self.list.sizeHintForRow(at) for at in range(self.rows.rowCount()))
        room = self.height() - TOP - 90
        self.list.setFixedHeight(min(max(height, ROW_HEIGHT), room))
        self.panel.setFixedWidth(min(WIDTH, self.width() - 40))
        self.panel.adjustSize()
        self.panel.move((self.width() - self.panel.width()) // 2, TOP)
        self.update()

    @Slot(QModelIndex)
    def _run(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY)
        if not isinstance(entry, Entry):
            return
        self._recent = [entry.key, *(key for key in self._recent if key != entry.key)][:RECENT_MOST]
        self.close_palette()
        entry.run()

    # Qt's side

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._over.rect())
            self._filter(self.field.text())
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        at = self.list.currentIndex().row()
        if event.key() == Qt.Key.Key_Escape:
            self.close_palette()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self.list.currentIndex())
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            count = max(self.rows.rowCount(), 1)
            self.list.setCurrentIndex(
                self.rows.index((at + (1 if event.key() == Qt.Key.Key_Down else -1)) % count)
            )
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            pass
        else:
            return False
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.close_palette()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(0, 0, 0, 60))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.color("edge"), 1))
        painter.setBrush(self._look.color("base"))
        painter.drawRoundedRect(self.panel.geometry().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


class _Rows(QAbstractListModel):
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


class _Lines(QStyledItemDelegate):
    def __init__(self, look: Look, parent: QListView, field: QLineEdit) -> None:
        super().__init__(parent)
        self._look, self._field = look, field

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        rows = index.model()
        head = rows.head(index.row()) if isinstance(rows, _Rows) else ""
        return QSize(100, ROW_HEIGHT + (26 if head else 0))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry, rows, whole = index.data(ENTRY), index.model(), option.rect
        head = rows.head(index.row()) if isinstance(rows, _Rows) else ""
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
