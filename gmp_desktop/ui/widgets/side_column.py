"""The column at the trailing edge in which one looks at what is selected: pale ground, a hairline before it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from gmp_desktop.ui.look import Look
from gmp_desktop.ui.widgets.sections import scrolled

WIDTH = 312


class SideColumn(QWidget):
    """One of several contents at a time, each scrolled."""

    def __init__(self, look: Look, *contents: QWidget) -> None:
        super().__init__()
        self._look = look
        self._places = {content: at for at, content in enumerate(contents)}
        self._stack = QStackedWidget()
        for content in contents:
            self._stack.addWidget(scrolled(content))
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.addWidget(self._stack)
        look.changed.connect(self.update)

    @property
    def content(self) -> QWidget:
        return next(content for content, at in self._places.items() if at == self._stack.currentIndex())

    def show_content(self, content: QWidget) -> None:
        self._stack.setCurrentIndex(self._places[content])
        self.show()

    # Qt's side

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("window"))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.fillRect(self.width() - 1 if mirrored else 0, 0, 1, self.height(), self._look.color("rule"))
