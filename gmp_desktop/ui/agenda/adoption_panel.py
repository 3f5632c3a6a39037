"""The provisional agenda against the one of now, and the paragraph that adopts it."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gmp_desktop.domain.adoption import Change, Difference, changed
from gmp_desktop.ui.look import PAGE_MARGIN, Look
from gmp_desktop.ui.mirroring import placed
from gmp_desktop.ui.widgets.buttons import Button
from gmp_desktop.ui.widgets.fields import head_label
from gmp_desktop.ui.widgets.row_delegate import draw_ground
from gmp_desktop.ui.widgets.side_form import plain

_NOWHERE = QModelIndex()
DIFFERENCE = int(Qt.ItemDataRole.UserRole)
WORDS = DIFFERENCE + 1
ROW_EXTRA = 10
NUMBER_WIDTH = 84
STEP = 20


class AdoptionPanel(QWidget):
    adopted = Signal()
    done = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.rows = _Differences(self)
        self._build()

    def show_differences(self, found: Sequence[Difference], paragraph: str) -> None:
        self.rows.show(found)
        self._sentence.setText(paragraph)
        self._told.setText(
            self.tr("What the floor changed: struck out in red, new underlined.")
            if changed(found)
            else self.tr("Nothing was changed since the provisional agenda.")
        )

    def take_focus(self) -> None:
        self._adopt.setFocus()

    @property
    def sentence(self) -> str:
        return self._sentence.text()

    def _build(self) -> None:
        self._told = plain(self._look, "text2")
        self._sentence = plain(self._look, "text")
        self._sentence.setFont(self._look.font(11.5, serif=True))
        self._sentence.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.list = QListView()
        self.list.setModel(self.rows)
        self.list.setItemDelegate(_Redline(self._look, self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(self.tr("Changes of the agenda"))
        self.list.setUniformItemSizes(True)
        self._adopt = Button(self._look, self.tr("Adopt the agenda"), primary=True)
        self._adopt.clicked.connect(self.adopted)
        back = Button(self._look, self.tr("Back to the agenda"))
        back.clicked.connect(self.done)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._adopt)
        buttons.addWidget(back)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN, 8, PAGE_MARGIN, PAGE_MARGIN)
        column.setSpacing(8)
        column.addWidget(head_label(self.tr("Adoption of the agenda"), self._look))
        column.addWidget(self._told)
        column.addWidget(self.list, 1)
        column.addWidget(head_label(self.tr("The report will say"), self._look))
        column.addWidget(self._sentence)
        column.addLayout(buttons)

    # Qt's side

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
        else:
            super().keyPressEvent(event)


class _Differences(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._found: tuple[Difference, ...] = ()
        self._words = {
            Change.ADDED: self.tr("added"),
            Change.STRUCK: self.tr("struck out"),
            Change.RETITLED: self.tr("new title"),
            Change.MOVED: self.tr("moved"),
            Change.RENUMBERED: self.tr("renumbered"),
        }

    def show(self, found: Sequence[Difference]) -> None:
        self.beginResetModel()
        self._found = tuple(found)
        self.endResetModel()

    def words(self, difference: Difference) -> str:
        return ", ".join(self._words[change] for change in difference.changes)

    # Qt's side

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._found)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        found = self._found[index.row()]
        if role == DIFFERENCE:
            return found
        if role == WORDS:
            return self.words(found)
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{found.number or found.number_before} {found.title or found.title_before}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            number = f"{found.number or found.number_before} {found.title or found.title_before}"
            return f"{number}, {self.words(found)}" if found.changes else number
        return None


class _Redline(QStyledItemDelegate):
    def __init__(self, look: Look, parent: QListView) -> None:
        super().__init__(parent)
        self._look = look

    # Qt's side

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, option.fontMetrics.height() + ROW_EXTRA)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        found = index.data(DIFFERENCE)
        painter.save()
        draw_ground(painter, option, self._look, option.rect)
        left, height = 8 + STEP * found.depth, option.rect.height()
        number = QRect(option.rect.left() + left, option.rect.top(), NUMBER_WIDTH, height)
        moved = found.number_before and found.number and found.number_before != found.number
        words = f"{found.number_before} → {found.number}" if moved else found.number or found.number_before
        self._draw(painter, option, number, words, "text2")
        at = number.right() + 8
        if found.title_before and found.title_before != found.title:
            at = self._draw(painter, option, self._rest(option, at), found.title_before, "error", "delbg") + 8
        if found.title:
            new = found.title_before != found.title
            at = self._draw(
                painter, option, self._rest(option, at), found.title, "text", "insbg" if new else ""
            )
        self._draw(
            painter,
            option,
            self._rest(option, at + 16),
            str(index.data(WORDS)),
            "text3",
        )
        painter.restore()

    def _rest(self, option: QStyleOptionViewItem, at: int) -> QRect:
        rect = option.rect
        return QRect(at, rect.top(), max(rect.right() - 8 - at, 0), rect.height())

    def _draw(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        room: QRect,
        text: str,
        role: str,
        ground: str = "",
    ) -> int:
        """Where the words end; struck words are crossed, new ones underlined."""
        font = QFont(self._look.font(10, figures=True))
        font.setStrikeOut(ground == "delbg")
        font.setUnderline(ground == "insbg")
        painter.setFont(font)
        text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        width = min(painter.fontMetrics().horizontalAdvance(text) + 2, room.width())
        place = placed(option.direction, option.rect, QRect(room.left(), room.top(), width, room.height()))
        if ground and width > 2:
            painter.fillRect(place.adjusted(-2, 4, 2, -4), self._look.color(ground))
        painter.setPen(self._look.color(role))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, text)
        return room.left() + width
