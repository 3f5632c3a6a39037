"""One sentence at the foot of the page, with one thing to do about it; it covers nothing and waits for nobody."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from gmp_desktop.ui.look import SIDE_MARGIN, Look

QUIET_MS = 12_000
"""Good news leaves by itself; what went wrong stays until it is closed or something newer is said."""


class Tone(StrEnum):
    NEWS = "news"
    WARNING = "warning"
    FAULT = "fault"


_SIGNS = {
    Tone.NEWS: ("check", "ok", "window"),
    Tone.WARNING: ("circle-alert", "warn", "warnbg"),
    Tone.FAULT: ("circle-alert", "error", "errorbg"),
}


class Advice(QWidget):
    """Folded away while there is nothing to say."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._tone = Tone.NEWS
        self._act: Callable[[], None] | None = None
        self._build()
        self._timer = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._timer.timeout.connect(self.clear)
        look.changed.connect(self._dress)
        self.hide()

    @property
    def sentence(self) -> str:
        return "" if self.isHidden() else self._words.text()

    def say(
        self, sentence: str, tone: Tone = Tone.NEWS, action: str = "", act: Callable[[], None] | None = None
    ) -> None:
        self._tone, self._act = tone, act
        self._words.setText(sentence)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self._dress()
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))
        if tone is Tone.NEWS:
            self._timer.start()
        else:
            self._timer.stop()

    @Slot()
    def clear(self) -> None:
        self._act = None
        self.hide()

    @Slot()
    def outdate(self) -> None:
        """Something newer is being done: an Undo offered here would take that back instead. Faults stay."""
        if self._tone is not Tone.FAULT:
            self.clear()

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Message"))
        self._sign = QLabel()
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._button = QPushButton()
        self._button.setProperty("link", "1")
        self._button.clicked.connect(self._do)
        self._close = QToolButton()
        self._close.setAutoRaise(True)
        self._close.setAccessibleName(self.tr("Close the message"))
        self._close.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE_MARGIN + 8, 3, 8, 3)
        row.setSpacing(8)
        for part in (self._sign, self._words, self._button, self._close):
            row.addWidget(part)

    @Slot()
    def _do(self) -> None:
        act = self._act
        self.clear()
        if act is not None:
            act()

    @Slot()
    def _dress(self) -> None:
        icon, role, _ = _SIGNS[self._tone]
        self._sign.setPixmap(self._look.pixmap(icon, 16, role, self.devicePixelRatioF()))
        self._close.setIcon(self._look.icon("x", "text2"))
        self.update()

    # Qt's side

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color(_SIGNS[self._tone][2]))
        painter.fillRect(0, 0, self.width(), 1, self._look.color("rule"))
