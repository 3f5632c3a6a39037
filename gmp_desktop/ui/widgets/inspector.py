"""The column at the trailing edge in which the selected entry is edited."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from gmp_desktop.ui.look import SIDE_MARGIN, Look
from gmp_desktop.ui.widgets.sections import scrolled
from gmp_desktop.ui.widgets.side_form import plain

WIDTH = 312


class Inspector(QWidget):
    """One form at a time, under a head that names what it is of; Escape goes back to the list."""

    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFixedWidth(WIDTH)
        self._head = plain(look, "text", "", 11, 600)
        self._forms = QStackedWidget()
        self._areas: dict[QWidget, QScrollArea] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE_MARGIN + 1, 16, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._head)
        column.addWidget(self._forms, 1)
        look.changed.connect(self.update)

    def add(self, form: QWidget) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, SIDE_MARGIN, SIDE_MARGIN)
        column.addWidget(form)
        self._areas[form] = scrolled(inside)
        self._forms.addWidget(self._areas[form])

    @property
    def form(self) -> QWidget | None:
        """The one that is shown."""
        shown = self._forms.currentWidget()
        return next((form for form, area in self._areas.items() if area is shown), None)

    def show_form(self, form: QWidget, head: str = "") -> None:
        self._head.setText(head)
        self._forms.setCurrentWidget(self._areas[form])

    # Qt's side

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_side(QPainter(self), self, self._look)


def draw_side(painter: QPainter, column: QWidget, look: Look) -> None:
    """The pale ground of what stands beside a list, with a hairline before it."""
    painter.fillRect(column.rect(), look.color("window"))
    mirrored = column.layoutDirection() == Qt.LayoutDirection.RightToLeft
    painter.fillRect(column.width() - 1 if mirrored else 0, 0, 1, column.height(), look.color("rule"))
