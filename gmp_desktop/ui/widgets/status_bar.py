"""The foot of the window: when the last word reached the disk, and how much there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from gmp_desktop.ui.look import SIDE_MARGIN, STATUS_HEIGHT, Look
from gmp_desktop.ui.painting import fill

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QPaintEvent


class StatusBar(QWidget):
    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFixedHeight(max(STATUS_HEIGHT, self.fontMetrics().height() + 10))
        self._sign, self._saved, self._facts = QLabel(), QLabel(), QLabel()
        self._saved.setAccessibleName(self.tr("Last saved"))
        for label in (self._saved, self._facts):
            label.setFont(look.font(9.5, figures=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE_MARGIN, 1, SIDE_MARGIN, 0)
        row.setSpacing(6)
        row.addWidget(self._sign)
        row.addWidget(self._saved)
        row.addStretch(1)
        row.addWidget(self._facts)
        look.changed.connect(self._dress)
        self._dress()

    def show_saved(self, moment: datetime | None) -> None:
        if moment is None:
            self.show_words(self.tr("Nothing to save yet. All of it is on this computer."))
            return
        self._saved.setText(self.tr("Saved {time}").format(time=f"{moment:%H:%M:%S}"))
        self._sign.show()

    def show_words(self, words: str) -> None:
        self._sign.hide()
        self._saved.setText(words)

    def show_facts(self, *facts: str) -> None:
        self._facts.setText("  ·  ".join(fact for fact in facts if fact))

    def _dress(self) -> None:
        self._sign.setPixmap(self._look.pixmap("check", 14, "ok", self.devicePixelRatioF()))
        self.update()

    # Qt's side

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill(painter, self.rect(), self._look.color("window"))
        fill(painter, QRect(0, 0, self.width(), 1), self._look.color("rule"))
