"""Line icons in the colour of their word, sharp at any device pixel ratio."""

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from gmp_desktop.paths import shipped

MIRRORED = frozenset(
    {"chevron-right", "chevron-left", "arrow-right", "arrow-left", "list-tree", "undo-2", "redo-2"}
)
"""Icons that point somewhere: they turn round where text runs from right to left."""


class Icons:
    """Pixmaps by name, size, colour and pixel ratio, each drawn once."""

    def __init__(self) -> None:
        self._drawn: dict[tuple[str, int, str, float, bool], QPixmap] = {}
        self._sources: dict[str, bytes] = {}

    def pixmap(
        self, name: str, size: int, color: QColor, ratio: float = 1.0, *, mirrored: bool = False
    ) -> QPixmap:
        key = (name, size, color.name(), ratio, mirrored and name in MIRRORED)
        if key not in self._drawn:
            self._drawn[key] = self._draw(name, size, color, ratio, key[4])
        return self._drawn[key]

    def icon(self, name: str, size: int, color: QColor, disabled: QColor) -> QIcon:
        """For menus and buttons: the same drawing at the common pixel ratios."""
        icon = QIcon()
        for ratio in (1.0, 2.0):
            icon.addPixmap(self.pixmap(name, size, color, ratio), QIcon.Mode.Normal)
            icon.addPixmap(self.pixmap(name, size, disabled, ratio), QIcon.Mode.Disabled)
        return icon

    def _draw(self, name: str, size: int, color: QColor, ratio: float, mirrored: bool) -> QPixmap:
        from PySide6.QtSvg import QSvgRenderer

        pixmap = QPixmap(QSize(size, size) * ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        if mirrored:
            painter.translate(pixmap.width(), 0)
            painter.scale(-1, 1)
        QSvgRenderer(QByteArray(self._source(name).replace(b"currentColor", color.name().encode()))).render(
            painter
        )
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _source(self, name: str) -> bytes:
        if name not in self._sources:
            self._sources[name] = shipped("resources", "icons", f"{name}.svg").read_bytes()
        return self._sources[name]
