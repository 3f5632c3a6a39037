"""What the window shows when the record cannot be opened: why, and what to do."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gmp_desktop.ui.look import Look
from gmp_desktop.ui.widgets.empty import EmptyPlace


class ClosedPage(QWidget):
    quit_wanted = Signal()

    def __init__(self, look: Look, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        told = EmptyPlace(look, "circle-alert", self.tr("The record is not open"), sentence)
        told.add_button(self.tr("Quit"), self.quit_wanted, primary=True).setFocus()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(told)
