"""Erasing what no undo brings back: asked for by one button, done by a second one beside the sentence that says so."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gmp_desktop.ui.look import Look
from gmp_desktop.ui.widgets.buttons import Button
from gmp_desktop.ui.widgets.side_form import plain


class ErasePart(QWidget):
    erased = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ask = Button(look, self.tr("Erase for good…"), link=True)
        self.erase = Button(look, self.tr("Erase"))
        self.keep = Button(look, self.tr("Keep"))
        words = plain(
            look,
            "text2",
            self.tr(
                "All private details of this person, earlier ones too, go from this computer; undo does not bring "
                "them back. Backups made before still hold them."
            ),
        )
        self._sure = QWidget()
        inside = QVBoxLayout(self._sure)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(words)
        buttons = QHBoxLayout()
        buttons.addWidget(self.keep)
        buttons.addWidget(self.erase)
        buttons.addStretch(1)
        inside.addLayout(buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignLeading)
        whole.addWidget(self._sure)
        self.ask.clicked.connect(self._unfold)
        self.keep.clicked.connect(self.fold)
        self.erase.clicked.connect(self._erase)
        self.fold()

    @Slot()
    def fold(self) -> None:
        self._sure.hide()
        self.ask.show()

    @Slot()
    def _unfold(self) -> None:
        self._sure.show()
        self.ask.hide()
        self.keep.setFocus()

    @Slot()
    def _erase(self) -> None:
        self.fold()
        self.erased.emit()
