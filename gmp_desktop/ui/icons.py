"""Line icons in the colour of their word, sharp at any device pixel ratio."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from gmp_desktop.paths import shipped
from gmp_desktop.ui.icon_outline import SIDE, STROKE, outlines
from gmp_desktop.ui.painting import pen

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QIcon, QPainterPath

MIRRORED = frozenset(
    {"chevron-right", "chevron-left", "arrow-right", "arrow-left", "list-tree", "undo-2", "redo-2"}
)
"""Icons that point somewhere: they turn round where text runs from right to left."""


class Icons:
    """Pixmaps by name, size, colour and pixel ratio, each drawn once."""

    def __init__(self) -> None:
        self._drawn: dict[tuple[str, int, str, float, bool], QPixmap] = {}
        self._outlines: dict[str, tuple[QPainterPath, ...]] = {}
        self._folder = shipped("resources", "icons")

    def pixmap(
        self, name: str, size: int, color: QColor, ratio: float = 1.0, *, mirrored: bool = False
    ) -> QPixmap:
        key = (name, size, color.name(), ratio, mirrored and name in MIRRORED)
        if key not in self._drawn:
            self._drawn[key] = self._draw(name, size, color, ratio, key[4])
        return self._drawn[key]

    def icon(self, name: str, size: int, color: QColor, disabled: QColor) -> QIcon:
        """For menus and buttons: the same drawing at the common pixel ratios."""
        from PySide6.QtGui import QIcon

        icon = QIcon()
        for ratio in (1.0, 2.0):
            icon.addPixmap(self.pixmap(name, size, color, ratio), QIcon.Mode.Normal)
            icon.addPixmap(self.pixmap(name, size, disabled, ratio), QIcon.Mode.Disabled)
        return icon

    def _draw(self, name: str, size: int, color: QColor, ratio: float, mirrored: bool) -> QPixmap:
        pixmap = QPixmap(QSize(size, size) * ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if mirrored:
            painter.translate(pixmap.width(), 0)
            painter.scale(-1, 1)
        painter.scale(pixmap.width() / SIDE, pixmap.height() / SIDE)
        line = pen(color, STROKE)
        line.setCapStyle(Qt.PenCapStyle.RoundCap)
        line.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(line)
        for path in self._outline(name):
            painter.drawPath(path)
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _outline(self, name: str) -> tuple[QPainterPath, ...]:
        if name not in self._outlines:
            source = (self._folder / f"{name}.svg").read_text("utf-8")
            self._outlines[name] = tuple(outlines(source))
        return self._outlines[name]
