"""Ctrl+K: every command, place, meeting and paragraph by a few letters."""

from collections.abc import Iterable

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
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
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from gmp_desktop.ui.look import Look
from gmp_desktop.ui.palette_matching import RECENT_MOST, Entry, matching
from gmp_desktop.ui.widgets.buttons import IconLabel, Tinted
from gmp_desktop.ui.widgets.palette_rows import ENTRY, ROW_HEIGHT, PaletteLines, PaletteRows

WIDTH, TOP = 660, 84


class Palette(QWidget):
    """Lies over the window; closed it takes no part in it."""

    closed = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._over = look, parent
        self._entries: list[Entry] = []
        self._recent: list[tuple[str, str]] = []
        self._before: list[QWidget] = []
        """What had the keyboard, and what it stands in: an editor is gone when the keyboard comes back."""
        self._build()
        self.hide()
        parent.installEventFilter(self)

    def open(self, entries: Iterable[Entry]) -> None:
        self._entries = list(entries)
        self._before = _with_parents(self.window().focusWidget())
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
            for widget in self._before:
                if isValid(widget) and widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                    widget.setFocus()
                    break
            self._before = []
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
        self.rows = PaletteRows(self)
        self.list = QListView()
        self.list.setModel(self.rows)
        self.list.setItemDelegate(PaletteLines(self._look, self.list, self.field))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self.tr("Found"))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._run)
        self.nothing = Tinted(self._look, "text2", self.tr("Nothing is called that."))
        self.nothing.setContentsMargins(12, 0, 12, 8)
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(8, 12, 8, 8)
        column.setSpacing(8)
        inset = QVBoxLayout()
        inset.setContentsMargins(4, 0, 4, 0)
        inset.addWidget(self.field)
        column.addLayout(inset)
        column.addWidget(self.list)
        column.addWidget(self.nothing)

    @Slot(str)
    def _filter(self, letters: str) -> None:
        self.rows.show(matching(self._entries, letters, self._recent), self._recent)
        if self.rows.rowCount():
            self.list.setCurrentIndex(self.rows.index(0))
        self.list.setVisible(bool(self.rows.rowCount()))
        self.nothing.setHidden(self.list.isVisibleTo(self.panel))
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


def _with_parents(widget: QWidget | None) -> list[QWidget]:
    found: list[QWidget] = []
    while widget is not None:
        found.append(widget)
        widget = widget.parentWidget()
    return found
