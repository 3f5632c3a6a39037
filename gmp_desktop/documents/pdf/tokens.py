"""Marked text as tokens: the smallest parts a line is set from, measured and, where a script asks for it, shaped."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from gmp_desktop.documents.clean import clean
from gmp_desktop.documents.pdf import bidi
from gmp_desktop.documents.pdf.faces import Face, Glyph
from gmp_desktop.documents.pdf.fonts import Fonts
from gmp_desktop.documents.pdf.styles import Style
from gmp_desktop.documents.wording import runs_of
from gmp_desktop.domain.inline import Run

_BREAK = re.compile(
    r"(?<=[^\W\d_]{2}[-–])(?=[^\W\d_])|(?<=\w[/—])(?=\w[\w./]{3})|\u200b"
    r"|(?<=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60])(?<![（《〈「『【〔])"
    r"(?=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60])(?![，。、；：？！）》〉」』】〕])"
)
"""Within a word: after a hyphen between letters, after a stroke or long dash, between ideographs."""
_MAY_BREAK = re.compile(r"[-–—/\u200b\u2e80-\uff60]")
_MARK = re.compile("[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u1dc0-\u1dff\u20d0-\u20ff]")
_LONGEST_ATOM = 60
_BOX = "□"
_NOTE_SIZE, _NOTE_RISE = 0.65, 0.35


GLUED, SPACE, SOFT = 0, 1, 2
"""What stands before a token: nothing, a space, or nothing but a place where a line may end."""


@dataclass(frozen=True, slots=True, eq=False)
class Ink:
    """A face at a size; ``rise`` lifts it above the line, ``space`` is the width of its space."""

    face: Face
    size: float
    rise: float
    space: float


class Token(NamedTuple):
    text: str
    ink: Ink
    width: float
    gap: int
    level: int = 0
    glyphs: tuple[Glyph, ...] = ()
    note: str = ""
    missing: str = ""
    """The characters no face has."""


class Tokens(NamedTuple):
    """``base`` is 1 where the text reads from right to left; ``plain`` is what needs only one ink."""

    tokens: list[Token]
    base: int
    plain: bool


def is_plain(tokens: list[Token]) -> bool:
    """Whether tokens are of one ink, in their own order, without notes."""
    one = len({token.ink for token in tokens}) == 1
    return one and not any(token.level or token.glyphs or token.note for token in tokens)


class Tokenizer:
    """Knows the inks in use."""

    def __init__(self, fonts: Fonts) -> None:
        self.fonts = fonts
        self._inks: dict[tuple[Face, float, float], Ink] = {}

    def tokens(self, text: str, style: Style, marks: Mapping[str, str]) -> Tokens:
        """The tokens of a marked text without line ends."""
        runs = list(_printed(runs_of(text), marks))
        base = 0
        levels: list[int] = []
        if bidi.mixes(text):
            base, levels = bidi.levels("".join([run.text for run in runs]))
        out: list[Token] = []
        gap, at = SPACE, 0
        for run in runs:
            out += self._run(run, style, gap, levels[at : at + len(run.text)])
            at += len(run.text)
            gap = SPACE if run.text.endswith(" ") else GLUED
        return Tokens(out, base, not levels and len(runs) == 1 and is_plain(out))

    def ink(self, face: Face, size: float, rise: float = 0.0) -> Ink:
        key = (face, size, rise)
        found = self._inks.get(key)
        if found is None:
            found = self._inks[key] = Ink(face, size, rise, face.widths[" "] * size)
        return found

    def _run(self, run: Run, style: Style, gap: int, levels: list[int]) -> Iterable[Token]:
        bold, italic = run.bold or style.bold, run.italic or style.italic
        face = self.fonts.times(bold=bold, italic=italic)
        if run.superscript:
            ink = self.ink(face, style.size * _NOTE_SIZE, style.size * _NOTE_RISE)
        else:
            ink = self.ink(face, style.size)
        if levels or not face.characters.issuperset(run.text) or _MARK.search(run.text):
            return self._mixed(run, ink, bold, italic, gap, levels)
        return _plain(run, ink, gap)

    def _mixed(
        self, run: Run, ink: Ink, bold: bool, italic: bool, gap: int, levels: list[int]
    ) -> Iterator[Token]:
        """Tokens of a text in several scripts or directions."""
        start = 0
        for word in run.text.split(" "):
            for at, atom in _atoms(word):
                for part, level in _stretches(atom, levels[start + at : start + at + len(atom)]):
                    for face, piece in self.fonts.pieces(part, bold=bold, italic=italic):
                        yield self._token(piece, face, ink, gap, level, run.note)
                        gap = GLUED
                gap = SOFT
            start += len(word) + 1
            gap = SPACE

    def _token(self, text: str, face: Face | None, ink: Ink, gap: int, level: int, note: str) -> Token:
        if face is None:
            box = ink.face.glyph(_BOX)
            boxes = tuple(Glyph(box, letter, ink.face.advance(box)) for letter in text)
            width = sum(glyph.advance for glyph in boxes) * ink.size
            return Token(text, ink, width, gap, level, boxes, note, text)
        ink = self.ink(face, ink.size, ink.rise)
        if not (level % 2 or face.shaped or _MARK.search(text)):
            return Token(text, ink, face.widths[text] * ink.size, gap, level, (), note)
        glyphs = face.shape(text, from_right=level % 2 == 1)
        return Token(text, ink, sum(glyph.advance for glyph in glyphs) * ink.size, gap, level, glyphs, note)


def _printed(runs: Iterable[Run], marks: Mapping[str, str]) -> Iterator[Run]:
    """Runs as they print: clean text, references as raised marks, parted by commas where they meet."""
    after_mark = False
    for run in runs:
        if not run.note:
            text = clean(run.text).replace("\n", " ")
            yield run if text is run.text else replace(run, text=text)
        elif mark := marks.get(run.note):
            yield Run("," + mark if after_mark else mark, superscript=not mark.startswith("*"), note=run.note)
        after_mark = bool(run.note)


def _plain(run: Run, ink: Ink, gap: int) -> list[Token]:
    """Tokens of a text in one face."""
    widths, size, note, text = ink.face.widths, ink.size, run.note, run.text
    words = [word for word in text.split(" ") if word]
    if _MAY_BREAK.search(text) is None:
        out = [Token(word, ink, widths[word] * size, SPACE, 0, (), note) for word in words]
    else:
        out = [
            Token(atom, ink, widths[atom] * size, SOFT if at else SPACE, 0, (), note)
            for word in words
            for at, atom in (_atoms(word) if _MAY_BREAK.search(word) else ((0, word),))
        ]
    if out and gap != SPACE and not text.startswith(" "):
        out[0] = out[0]._replace(gap=gap)
    return out


def _atoms(word: str) -> Iterator[tuple[int, str]]:
    """The parts of a word between which a line may end, with their places in it."""
    start = 0
    for stop in _BREAK.finditer(word):
        if stop.start() > start:
            yield start, word[start : stop.start()]
        start = stop.end()
    for at in range(start, len(word), _LONGEST_ATOM):
        yield at, word[at : at + _LONGEST_ATOM]


def _stretches(text: str, levels: list[int]) -> Iterator[tuple[str, int]]:
    """The text cut where its direction changes."""
    if not levels:
        yield text, 0
        return
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or levels[at] != levels[start]:
            yield text[start:at], levels[start]
            start = at
