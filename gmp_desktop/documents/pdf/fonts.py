"""Which face draws which character: the Times face for all it has, then one by one the faces of other scripts."""

import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from gmp_desktop.documents.pdf.faces import Face
from gmp_desktop.paths import shipped

_TIMES = {
    (False, False): "LiberationSerif-Regular",
    (True, False): "LiberationSerif-Bold",
    (False, True): "LiberationSerif-Italic",
    (True, True): "LiberationSerif-BoldItalic",
}
_FALLBACKS = (
    ("NotoNaskhArabic-Regular", "NotoNaskhArabic-Bold"),
    ("NotoSerifDevanagari-Regular", ""),
    ("NotoSerifHebrew-Regular", ""),
    ("NotoSerifThai-Regular", ""),
    ("NotoSerifArmenian-Regular", ""),
    ("NotoSerifGeorgian-Regular", ""),
    ("NotoSerifEthiopic-Regular", ""),
    ("Inter-Regular", "Inter-Bold"),
    ("NotoSansSC-Regular", ""),
    ("NotoSansKR-Regular", ""),
)
"""Regular and, where there is one, bold; tried in this order, so the large files are opened last."""
_SHAPED = ("NotoNaskhArabic", "NotoSerifDevanagari", "NotoSerifThai", "NotoSerifHebrew")


class Fonts:
    """The faces of paper; each file is opened when a text needs it."""

    def __init__(self, find: Callable[[str], Path]) -> None:
        self._find = find
        self._faces: dict[str, Face] = {}

    def times(self, *, bold: bool, italic: bool) -> Face:
        return self._face(_TIMES[bold, italic])

    def pieces(self, text: str, *, bold: bool, italic: bool) -> Iterator[tuple[Face | None, str]]:
        """The text cut where the face changes; no face at all has the characters of a piece with ``None``."""
        main = self.times(bold=bold, italic=italic)
        face: Face | None = main
        start = 0
        for at, character in enumerate(text):
            chosen = self._choose(character, main, face, bold=bold)
            if chosen is not face:
                if at > start:
                    yield face, text[start:at]
                face, start = chosen, at
        if text[start:]:
            yield face, text[start:]

    def opened(self) -> frozenset[str]:
        """Names of the faces opened so far."""
        return frozenset(self._faces)

    def _choose(self, character: str, main: Face, before: Face | None, *, bold: bool) -> Face | None:
        if before is not None and _joins(character) and character in before.characters:
            return before
        if character in main.characters:
            return main
        for regular, heavy in _FALLBACKS:
            face = self._face(heavy if bold and heavy else regular)
            if character in face.characters:
                return face
        return None

    def _face(self, name: str) -> Face:
        face = self._faces.get(name)
        if face is None:
            face = self._faces[name] = Face(self._find(f"{name}.ttf"), shaped=name.startswith(_SHAPED))
        return face


def _joins(character: str) -> bool:
    """A mark on the letter before it, or a joiner between two."""
    return character in "\u200c\u200d" or unicodedata.category(character)[0] == "M"


@cache
def shipped_fonts() -> Fonts:
    """The fonts that come with the program, parsed once for as long as it runs."""
    return Fonts(lambda name: shipped("resources", "fonts", name))
