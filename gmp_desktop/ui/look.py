"""How the window looks: scheme, palette, style sheet, fonts and icons, and the news when any of them changes."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from gmp_desktop.ui.fonts import Fonts
from gmp_desktop.ui.icons import Icons
from gmp_desktop.ui.roles import CONTRAST, DARK, LIGHT, Roles
from gmp_desktop.ui.style_sheet import style_sheet

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QIcon, QPixmap
    from PySide6.QtWidgets import QApplication

GRID = 4
PAGE_MARGIN = 24
SIDE_MARGIN = 16
HEADER_HEIGHT = 44
STATUS_HEIGHT = 26
PLACES_WIDTH = 156
PLACES_NARROW = 48
PAGE_VIEW_WIDTH = 510
MARGIN_WIDTH = 160
RADIUS = 4


class Scheme(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


ROLES = {Scheme.LIGHT: LIGHT, Scheme.DARK: DARK, Scheme.CONTRAST: CONTRAST}


class Look(QObject):
    """One for the whole program; whoever draws asks it for colours and fonts and draws again on ``changed``."""

    changed = Signal()

    def __init__(self, app: QApplication, scheme: Scheme = Scheme.SYSTEM) -> None:
        super().__init__(app)
        self._app = app
        self._fonts = Fonts()
        self._icons = Icons()
        self._colors: dict[str, QColor] = {}
        self.chosen = scheme
        self.scheme = self._effective()
        app.setFont(self.font())
        self._apply()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def roles(self) -> Roles:
        return ROLES[self.scheme]

    def choose(self, scheme: Scheme) -> None:
        self.chosen = scheme
        self._renew()

    def color(self, role: str) -> QColor:
        if role not in self._colors:
            self._colors[role] = QColor(getattr(self.roles, role))
        return self._colors[role]

    def font(
        self,
        points: float = 10,
        weight: int = 400,
        *,
        italic: bool = False,
        figures: bool = False,
        serif: bool = False,
    ) -> QFont:
        return self._fonts.font(points, weight, italic=italic, figures=figures, serif=serif)

    def pixmap(self, name: str, size: int, role: str, ratio: float = 1.0) -> QPixmap:
        mirrored = self._app.isRightToLeft()
        return self._icons.pixmap(name, size, self.color(role), ratio, mirrored=mirrored)

    def icon(self, name: str, role: str = "text2", size: int = 16) -> QIcon:
        return self._icons.icon(name, size, self.color(role), self.color("disabled"))

    def unloaded_fonts(self) -> list[str]:
        return self._fonts.rest()

    def load_fonts(self, names: list[str]) -> None:
        """More typefaces; texts already measured are measured anew."""
        self._fonts.load(names)
        self.changed.emit()

    @Slot()
    def _follow_system(self) -> None:
        if self.chosen is Scheme.SYSTEM:
            self._renew()

    def _renew(self) -> None:
        scheme = self._effective()
        if scheme is not self.scheme:
            self.scheme = scheme
            self._colors.clear()
            self._apply()
            self.changed.emit()

    def _effective(self) -> Scheme:
        return _of_system() if self.chosen is Scheme.SYSTEM else self.chosen

    def _apply(self) -> None:
        self._app.setPalette(palette(self.roles))
        self._app.setStyleSheet(style_sheet(self.roles))


def palette(roles: Roles) -> QPalette:
    """All three colour groups of Qt, from the roles."""
    made = QPalette()
    part = QPalette.ColorRole
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled):
        word = roles.disabled if group == QPalette.ColorGroup.Disabled else roles.text
        for role, color in (
            (part.Window, roles.window),
            (part.WindowText, word),
            (part.Base, roles.base),
            (part.AlternateBase, roles.base),
            (part.Text, word),
            (part.Button, roles.base),
            (part.ButtonText, word),
            (part.BrightText, roles.error),
            (part.Highlight, roles.sel),
            (part.HighlightedText, roles.text),
            (part.PlaceholderText, roles.text3),
            (part.Link, roles.accent),
            (part.LinkVisited, roles.accent),
            (part.Light, roles.base),
            (part.Midlight, roles.hover),
            (part.Mid, roles.edge),
            (part.Dark, roles.edge),
            (part.Shadow, roles.edge),
            (part.ToolTipBase, roles.base),
            (part.ToolTipText, roles.text),
            (part.Accent, roles.accent),
        ):
            made.setColor(group, role, QColor(color))
    return made


def _of_system() -> Scheme:
    hints = QGuiApplication.styleHints()
    accessibility = getattr(hints, "accessibility", None)
    if (
        accessibility is not None
        and accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
    ):
        return Scheme.CONTRAST
    return Scheme.DARK if hints.colorScheme() == Qt.ColorScheme.Dark else Scheme.LIGHT
