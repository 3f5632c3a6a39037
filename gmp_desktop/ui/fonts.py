"""The typefaces of the interface: loaded from the program itself, the rare ones only when there is time."""

from collections.abc import Iterable

from PySide6.QtGui import QFont, QFontDatabase

from gmp_desktop.paths import shipped

SANS = ("Inter", "Noto Sans Arabic", "Noto Sans SC")
_SCRIPTS = ("Armenian", "Devanagari", "Ethiopic", "Georgian", "Hebrew", "Thai")
SERIF = (
    "Liberation Serif",
    "Noto Naskh Arabic",
    "Noto Sans SC",
    "Noto Sans KR",
    *(f"Noto Serif {script}" for script in _SCRIPTS),
)
FIRST = ("Inter-Regular.ttf", "Inter-Medium.ttf", "Inter-SemiBold.ttf", "LiberationSerif-Regular.ttf")


class Fonts:
    """Fonts by size, weight and kind, made once each."""

    def __init__(self) -> None:
        self._made: dict[tuple[float, int, bool, bool, bool], QFont] = {}
        self._loaded: set[str] = set()
        self.load(FIRST)

    def load(self, names: Iterable[str]) -> None:
        for name in names:
            if name not in self._loaded:
                self._loaded.add(name)
                QFontDatabase.addApplicationFont(str(shipped("resources", "fonts", name)))

    def rest(self) -> list[str]:
        """The files not loaded yet: bold and italic cuts and the scripts Inter lacks."""
        folder = shipped("resources", "fonts")
        files = sorted(path.name for path in folder.iterdir() if path.suffix in {".ttf", ".otf"})
        return [name for name in files if name not in self._loaded]

    def font(
        self,
        points: float = 10,
        weight: int = 400,
        *,
        italic: bool = False,
        figures: bool = False,
        serif: bool = False,
    ) -> QFont:
        """``figures`` asks for figures of equal width: every time, count and number column."""
        key = (points, weight, italic, figures, serif)
        if key not in self._made:
            self._made[key] = _make(*key)
        return self._made[key]


def _make(points: float, weight: int, italic: bool, figures: bool, serif: bool) -> QFont:
    font = QFont()
    font.setFamilies(list(SERIF if serif else SANS))
    font.setPointSizeF(points)
    font.setWeight(QFont.Weight(weight))
    font.setItalic(italic)
    if figures:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font
