"""The column of places: those of the meeting above the line, those of the Partnership below it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from gmp_desktop.ui.look import PLACES_NARROW, PLACES_WIDTH, RADIUS, Look
from gmp_desktop.ui.painting import fill, pen
from gmp_desktop.ui.widgets.picking import Picking

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from PySide6.QtGui import QPaintEvent


class Place(StrEnum):
    OVERVIEW = "overview"
    AGENDA = "agenda"
    PARTICIPANTS = "participants"
    DOCUMENTS = "documents"
    REPORT = "report"
    DIRECTORY = "directory"
    ARCHIVE = "archive"


class Entry(NamedTuple):
    place: Place
    words: str
    icon: str
    of_partnership: bool = False


def place_of(settings: QSettings) -> Place:
    """Where the person was when the window was closed."""
    value = str(settings.value("place", Place.REPORT.value))
    return Place(value) if value in set(Place) else Place.REPORT


class Places(QWidget):
    chosen = Signal(object)
    asked_for_keys = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._buttons: dict[Place, PlaceButton] = {}
        self._line = 0
        self.setFixedWidth(PLACES_WIDTH)
        self._build()
        look.changed.connect(self.update)

    def show_place(self, place: Place) -> None:
        self._group.show_picked(self._buttons[place])

    def show_narrow(self, narrow: bool) -> None:
        self.setFixedWidth(PLACES_NARROW if narrow else PLACES_WIDTH)
        for button in [*self._buttons.values(), self._keys]:
            button.narrow = narrow
            button.setToolTip(button.text() if narrow else "")

    def entries(self) -> tuple[Entry, ...]:
        return (
            Entry(Place.OVERVIEW, self.tr("Overview"), "layout-list"),
            Entry(Place.AGENDA, self.tr("Agenda"), "list-tree"),
            Entry(Place.PARTICIPANTS, self.tr("Participants"), "users-round"),
            Entry(Place.DOCUMENTS, self.tr("Documents"), "file-text"),
            Entry(Place.REPORT, self.tr("Report"), "scroll-text"),
            Entry(Place.DIRECTORY, self.tr("Directory"), "book-user", of_partnership=True),
            Entry(Place.ARCHIVE, self.tr("Archive"), "archive", of_partnership=True),
        )

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Places"))
        self._group = Picking(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 10, 6, 8)
        column.setSpacing(2)
        for entry in self.entries():
            if entry.of_partnership and not self._line:
                self._line = column.count()
                column.addSpacing(14)
            button = PlaceButton(entry.words, entry.icon, self._look)
            self._buttons[entry.place] = button
            self._group.addButton(button)
            column.addWidget(button)
        column.addStretch(1)
        self._keys = PlaceButton(self.tr("F1  Keys"), "keyboard", self._look, quiet=True)
        self._keys.clicked.connect(self.asked_for_keys)
        column.addWidget(self._keys)
        self._group.picked.connect(self._clicked)

    @Slot(QAbstractButton)
    def _clicked(self, button: QAbstractButton) -> None:
        self.chosen.emit(next(place for place, own in self._buttons.items() if own is button))

    # Qt's side

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill(painter, self.rect(), self._look.color("window"))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        rule = self._look.color("rule")
        fill(painter, QRect(0 if mirrored else self.width() - 1, 0, 1, self.height()), rule)
        y = self._buttons[Place.DIRECTORY].y() - 10
        fill(painter, QRect(16 if self.width() > PLACES_NARROW else 8, y, self.width() - 32, 1), rule)


class PlaceButton(QAbstractButton):
    def __init__(self, words: str, icon: str, look: Look, *, quiet: bool = False) -> None:
        super().__init__()
        self._look = look
        self._icon = icon
        self._quiet = quiet
        self.narrow = False
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(not quiet)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(100, self.fontMetrics().height() + (10 if self._quiet else 14))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter)
        here = self.isChecked()
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        leading = 10
        if not self._quiet or self.narrow:
            icon = self._look.pixmap(self._icon, 16, "accent" if here else "text2", self.devicePixelRatioF())
            painter.drawPixmap(self.width() - 26 if mirrored else 10, (self.height() - 16) // 2, icon)
            leading = 36
        if self.narrow:
            return
        painter.setFont(self._look.font(9.5 if self._quiet else 10, 600 if here else 400))
        painter.setPen(self._look.color("text2" if self._quiet else "text"))
        room = self.rect().adjusted(0, 0, -leading, 0) if mirrored else self.rect().adjusted(leading, 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _ground(self, painter: QPainter) -> None:
        role = "sel" if self.isChecked() else "hover" if self.underMouse() else ""
        if role:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.color(role))
            painter.drawRoundedRect(self.rect(), RADIUS, RADIUS)
        if self.hasFocus():
            painter.setPen(pen(self._look.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), RADIUS, RADIUS)
