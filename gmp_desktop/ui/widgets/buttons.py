"""Push buttons as the look has them, and words in a colour role."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from gmp_desktop.ui.look import Look


class Button(QPushButton):
    """Plain, the one filled button of a page (``primary``), or words that can be followed (``link``)."""

    def __init__(
        self,
        look: Look,
        words: str,
        icon: str = "",
        *,
        primary: bool = False,
        link: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__((" " if icon else "") + words, parent)
        self._look = look
        self._icon_name = icon
        self._role = "onaccent" if primary else "accent" if link else "text"
        self.setAccessibleName(words)
        self.setAutoDefault(False)
        self.setMinimumWidth(0 if link else 80)
        if primary:
            self.setProperty("primary", "1")
        if link:
            self.setProperty("link", "1")
        if icon:
            self.setIconSize(QSize(16, 16))
            look.changed.connect(self._dress)
            self._dress()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, in a page as well as in a dialog."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _dress(self) -> None:
        self.setIcon(self._look.icon(self._icon_name, self._role))


class Tinted(QLabel):
    """A label in another colour than ``text``; its words are words, whatever signs are in them."""

    def __init__(self, look: Look, role: str, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._look = look
        self._tint = role
        look.changed.connect(self._dress)
        self._dress()

    def tint(self, role: str) -> None:
        self._tint = role
        self._dress()

    @Slot()
    def _dress(self) -> None:
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, self._look.color(self._tint))
        self.setPalette(palette)


class IconLabel(QLabel):
    """An icon that stands alone and changes with the scheme."""

    def __init__(self, look: Look, name: str, size: int = 16, role: str = "text2") -> None:
        super().__init__()
        self._look = look
        self._drawing = (name, size, role)
        look.changed.connect(self._dress)
        self._dress()

    @Slot()
    def _dress(self) -> None:
        self.setPixmap(self._look.pixmap(*self._drawing, self.devicePixelRatioF()))
