"""A group of buttons of which one is down: picked by hand, by key or by a screen reader, told once each time.

A screen reader switches a button that can be checked and does not press it, of which a plain group says nothing.
"""

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup


class Picking(QButtonGroup):
    picked = Signal(QAbstractButton)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._quiet = False
        self._told: QAbstractButton | None = None
        self.buttonToggled.connect(self._switched)
        self.buttonClicked.connect(self._pressed)

    def show_picked(self, button: QAbstractButton) -> None:
        """Put it down without a word to anybody."""
        self._quiet = True
        button.setChecked(True)
        self._quiet = False

    @Slot(QAbstractButton, bool)
    def _switched(self, button: QAbstractButton, down: bool) -> None:
        if down and not self._quiet:
            self._told = button  # a press follows its switch within the same turn
            QTimer.singleShot(0, self, self._forget)
            self.picked.emit(button)

    @Slot(QAbstractButton)
    def _pressed(self, button: QAbstractButton) -> None:
        if button is not self._told:
            self.picked.emit(button)

    @Slot()
    def _forget(self) -> None:
        self._told = None
