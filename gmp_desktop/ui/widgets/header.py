"""The head of the window: which meeting, where and when, how far it is, and the way to everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QMenu, QWidget

from gmp_desktop.ui.look import HEADER_HEIGHT, RADIUS, SIDE_MARGIN, Look
from gmp_desktop.ui.painting import fill, pen
from gmp_desktop.ui.widgets.picking import Picking

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QPaintEvent

    from gmp_desktop.domain.meeting import Meeting


class Header(QWidget):
    state_chosen = Signal(object)
    meeting_chosen = Signal(object)
    asked_to_find = Signal()

    def __init__(self, look: Look, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._meetings: tuple[Meeting, ...] = ()
        self.setFixedHeight(HEADER_HEIGHT)
        self._build(menu)
        look.changed.connect(self.update)

    def show_meeting(self, meeting: Meeting | None, title: str = "") -> None:
        from gmp_desktop.ui.wording import when_and_where

        if meeting is None:
            self.show_words(title, "", "")
        else:
            self.show_words(meeting.code, when_and_where(meeting), meeting.state)

    def show_words(self, name: str, facts: str, stage: str) -> None:
        """``stage`` is the value of a State; without one there is no meeting."""
        self.picker.show_words(name)
        self._facts.setText(facts)
        for own, button in self._stages.items():
            button.setVisible(bool(stage))
            if own == stage:
                self._group.show_picked(button)

    def show_narrow(self, narrow: bool) -> None:
        """The field becomes its icon and key before any word is cut."""
        self.find_button.setFixedWidth(104 if narrow else 268)
        self.find_button.narrow = narrow

    def offer_meetings(self, meetings: Iterable[Meeting]) -> None:
        self._meetings = tuple(meetings)

    def _build(self, menu: QMenu) -> None:
        self.picker = PickerButton(self._look)
        self.picker.setAccessibleName(self.tr("Meeting"))
        self.picker.clicked.connect(self._offer)
        self._facts = QLabel()
        self._group = Picking(self)
        self._stages = {stage: StageButton(words, self._look) for stage, words in _stage_words(self).items()}
        for button in self._stages.values():
            self._group.addButton(button)
        self._group.picked.connect(self._stage_clicked)
        self.find_button = FindButton(self._look)
        self.find_button.clicked.connect(self.asked_to_find)
        self.menu = MenuButton(self._look, menu)
        stages = QHBoxLayout()
        stages.setSpacing(0)
        for button in self._stages.values():
            stages.addWidget(button)
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE_MARGIN - 6, 0, SIDE_MARGIN - 4, 1)
        row.setSpacing(0)
        row.addWidget(self.picker)
        row.addSpacing(8)
        row.addWidget(self._facts, 1)
        row.addLayout(stages)
        row.addStretch(1)
        row.addWidget(self.find_button)
        row.addSpacing(4)
        row.addWidget(self.menu)

    @Slot()
    def _offer(self) -> None:
        from gmp_desktop.ui.wording import when_and_where

        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for meeting in self._meetings:
            action = menu.addAction(f"{meeting.code}   {when_and_where(meeting)}".rstrip())
            action.setData(meeting.id)
        menu.triggered.connect(self._chosen)
        menu.popup(self.picker.mapToGlobal(QPoint(0, self.picker.height())))

    @Slot(object)
    def _chosen(self, action: object) -> None:
        self.meeting_chosen.emit(action.data())  # type: ignore[attr-defined]

    @Slot(QAbstractButton)
    def _stage_clicked(self, button: QAbstractButton) -> None:
        from gmp_desktop.domain.meeting import State

        self.state_chosen.emit(State(next(stage for stage, own in self._stages.items() if own is button)))

    # Qt's side

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill(painter, self.rect(), self._look.color("window"))
        fill(painter, QRect(0, self.height() - 1, self.width(), 1), self._look.color("rule"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()


def _stage_words(widget: QWidget) -> dict[str, str]:
    """By the values of State, which need not be loaded to be shown."""
    return {
        "preparing": widget.tr("Preparing"),
        "in session": widget.tr("In session"),
        "drafting": widget.tr("Drafting"),
        "issued": widget.tr("Issued"),
    }


class _Flat(QAbstractButton):
    """A button without a frame: ground under the mouse, one ring with the keyboard."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def _ground(self, painter: QPainter, place: QRect) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.color("pressed" if self.isDown() else "hover"))
            painter.drawRoundedRect(place, RADIUS, RADIUS)
        if self.hasFocus():
            painter.setPen(pen(self._look.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), RADIUS, RADIUS)

    def _chevron(self, painter: QPainter, name: str, x: int) -> None:
        pixmap = self._look.pixmap(name, 14, "text2", self.devicePixelRatioF())
        painter.drawPixmap(x, (self.height() - 14) // 2, pixmap)


class PickerButton(_Flat):
    def show_words(self, words: str) -> None:
        self.setText(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(self._look.font(11.5, 600)).horizontalAdvance(self.text()) + 32, 32)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._ground(painter, self.rect())
        painter.setFont(self._look.font(11.5, 600))
        painter.setPen(self._look.color("text"))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.drawText(self.rect().adjusted(6, 0, -6, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        self._chevron(painter, "chevron-down", 5 if mirrored else self.width() - 19)


class StageButton(_Flat):
    """One of four words in a row; the current one bears the mark."""

    def __init__(self, words: str, look: Look) -> None:
        super().__init__(look)
        self.setText(words)
        self.setCheckable(True)
        self.setFixedHeight(HEADER_HEIGHT - 1)

    def sizeHint(self) -> QSize:
        return QSize(
            QFontMetrics(self._look.font(10, 600)).horizontalAdvance(self.text()) + 38, HEADER_HEIGHT - 1
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        words = self.rect().adjusted(10, 0, -28, 0) if not mirrored else self.rect().adjusted(28, 0, -10, 0)
        self._ground(painter, words.adjusted(-8, 8, 8, -8))
        font = self._look.font(10, 600 if self.isChecked() else 400)
        painter.setFont(font)
        painter.setPen(self._look.color("text" if self.isChecked() else "text2"))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.isChecked():
            width = QFontMetrics(font).horizontalAdvance(self.text())
            x = words.right() + 1 - width if mirrored else words.left()
            fill(painter, QRect(x, self.height() - 3, width, 3), self._look.color("mark"))
        if not self._is_last():
            self._chevron(painter, "chevron-right", 4 if mirrored else self.width() - 18)

    def _is_last(self) -> bool:
        group = self.group()
        return bool(group) and group.buttons()[-1] is self


class FindButton(_Flat):
    """Looks like a field, opens the palette."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.setText(self.tr("Find or do anything"))
        self.setAccessibleName(self.tr("Find or do anything"))
        self.setFixedSize(268, 28)
        self.narrow = False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        painter.setPen(pen(self._look.color("focus" if focused else "edge"), 2 if focused else 1))
        painter.setBrush(self._look.color("hover" if self.underMouse() else "base"))
        inset = 1 if focused else 0.5
        painter.drawRoundedRect(self.rect().toRectF().adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        icon = self._look.pixmap("search", 16, "text2", self.devicePixelRatioF())
        painter.drawPixmap(self.width() - 24 if mirrored else 8, 6, icon)
        painter.setFont(self._look.font(10))
        painter.setPen(self._look.color("text3"))
        if not self.narrow:
            painter.drawText(self.rect().adjusted(30, 0, -30, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.setFont(self._look.font(8.5, 500))
        painter.setPen(self._look.color("text2"))
        trailing = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect().adjusted(8, 0, -8, 0), trailing, "Ctrl+K")


class MenuButton(_Flat):
    def __init__(self, look: Look, menu: QMenu) -> None:
        super().__init__(look)
        self._menu = menu
        self.setAccessibleName(self.tr("Menu"))
        self.setToolTip(self.tr("Menu (F10)"))
        self.setFixedSize(32, 28)
        self.clicked.connect(self.open)

    @Slot()
    def open(self) -> None:
        corner = self.mapToGlobal(QPoint(self.width() - self._menu.sizeHint().width(), self.height()))
        self._menu.popup(corner)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._ground(painter, self.rect())
        icon = self._look.pixmap("menu", 16, "text", self.devicePixelRatioF())
        painter.drawPixmap((self.width() - 16) // 2, (self.height() - 16) // 2, icon)
