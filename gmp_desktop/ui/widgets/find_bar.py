"""Finding words in the place: marked everywhere, Enter goes from one to the next."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from gmp_desktop.ui.look import PAGE_MARGIN, Look
from gmp_desktop.ui.widgets.buttons import Button, Tinted
from gmp_desktop.ui.wording import count_words


class FindBar(QWidget):
    sought = Signal(str)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Find in the report"))
        self.field.setAccessibleName(self.tr("Find in the report"))
        self.field.setMaximumWidth(300)
        self.field.textChanged.connect(self.sought)
        self._count = Tinted(look, "text2")
        self._count.setMinimumWidth(90)
        back, on = Button(look, self.tr("Previous")), Button(look, self.tr("Next"))
        back.clicked.connect(self._back)
        on.clicked.connect(self._on)
        close = Button(look, self.tr("Close"), link=True)
        close.clicked.connect(self.close_bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(PAGE_MARGIN, 4, PAGE_MARGIN - 4, 6)
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        for part in (self._count, back, on, close):
            row.addWidget(part)
        row.addStretch(1)
        self.hide()

    def open(self) -> None:
        self.show()
        self.field.setFocus()
        self.field.selectAll()
        self.sought.emit(self.field.text())

    def show_count(self, count: int) -> None:
        none = self.tr("Not found") if self.field.text() else ""
        self._count.setText(
            count_words(count, self.tr("{n} place"), self.tr("{n} places")) if count else none
        )

    @Slot()
    def close_bar(self) -> None:
        self.hide()
        self.closed.emit()

    @Slot()
    def _back(self) -> None:
        self.stepped.emit(-1)

    @Slot()
    def _on(self) -> None:
        self.stepped.emit(1)

    # Qt's side

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._look.color("rule"))
