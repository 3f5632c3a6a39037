"""One font file: what it covers, how wide its letters are, how HarfBuzz shapes them, and its cut for embedding."""

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import uharfbuzz as hb

_REMEMBERED_WORDS = 50_000
_REMEMBERED_CUTS = 8
_UNUSED_TABLES = ("GSUB", "GPOS", "GDEF", "kern", "name", "DSIG", "BASE", "meta", "STAT")


@dataclass(frozen=True, slots=True)
class Glyph:
    """A drawn shape and the characters it stands for; offsets and advance are for a size of 1."""

    number: int
    text: str
    advance: float
    dx: float = 0.0
    dy: float = 0.0


@dataclass(frozen=True, slots=True)
class Measures:
    """How far letters reach above and below the line, in thousandths of the size."""

    ascent: int
    descent: int


class Face:
    """Opened when first asked for anything and kept; safe to share between documents and threads."""

    def __init__(self, path: Path, *, shaped: bool = False) -> None:
        self.path = path
        self.name = path.stem
        self.shaped = shaped
        """Its letters join or move: they need HarfBuzz even in their own order."""
        self.widths = _Widths(self)
        """The width of a word at a size of 1."""
        self._cuts: dict[frozenset[int], tuple[int, bytes]] = {}

    @cached_property
    def opened(self) -> hb.Face:
        return hb.Face(hb.Blob.from_file_path(str(self.path)))

    @cached_property
    def font(self) -> hb.Font:
        return hb.Font(self.opened)

    @cached_property
    def characters(self) -> frozenset[str]:
        return frozenset(map(chr, self.opened.unicodes))

    @property
    def measures(self) -> Measures:
        extents = self.font.get_font_extents("ltr")
        unit = 1000 / self.opened.upem
        return Measures(round(extents.ascender * unit), round(extents.descender * unit))

    @property
    def glyph_count(self) -> int:
        return int(self.opened.glyph_count)

    def glyph(self, character: str) -> int:
        """The number of a character's glyph; 0, an empty box, where there is none."""
        return self.font.get_nominal_glyph(ord(character)) or 0

    def advance(self, glyph: int) -> float:
        advance: int = self.font.get_glyph_h_advance(glyph)
        unit: int = self.opened.upem
        return advance / unit

    def shape(self, text: str, *, from_right: bool) -> tuple[Glyph, ...]:
        """Glyphs from left to right; every character belongs to exactly one of them."""
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if from_right else "ltr"
        hb.shape(self.font, buffer)
        unit = 1 / self.opened.upem
        advances = [at.x_advance for at in buffer.glyph_positions]
        texts = _cluster_texts(text, [info.cluster for info in buffer.glyph_infos], advances)
        return tuple(
            Glyph(info.codepoint, part, at.x_advance * unit, at.x_offset * unit, at.y_offset * unit)
            for info, at, part in zip(buffer.glyph_infos, buffer.glyph_positions, texts, strict=True)
        )

    def cut(self, glyphs: frozenset[int]) -> tuple[int, bytes]:
        """A font file with these glyphs alone under their old numbers: its length, and the file compressed."""
        found = self._cuts.get(glyphs)
        if found is None:
            if len(self._cuts) >= _REMEMBERED_CUTS:
                self._cuts.clear()
            data = _subset(self.opened, glyphs)
            found = self._cuts[glyphs] = (len(data), zlib.compress(data))
        return found


class _Widths(dict[str, float]):
    """Measures a word when it is first met."""

    def __init__(self, face: Face) -> None:
        self._face = face
        self._letters: dict[str, float] = {}

    def __missing__(self, word: str) -> float:
        if len(self) > _REMEMBERED_WORDS:
            self.clear()
        letters, face = self._letters, self._face
        for letter in set(word) - letters.keys():
            letters[letter] = face.advance(face.glyph(letter))
        width = self[word] = sum([letters[letter] for letter in word])
        return width


def _cluster_texts(text: str, clusters: list[int], advances: list[int]) -> list[str]:
    """The part of the text each glyph stands for: that of its cluster for the widest, none for the others."""
    starts = sorted(set(clusters))
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    widest: dict[int, int] = {}
    for at, cluster in enumerate(clusters):
        if cluster not in widest or advances[at] > advances[widest[cluster]]:
            widest[cluster] = at
    return [
        text[cluster : ends[cluster]] if widest[cluster] == at else "" for at, cluster in enumerate(clusters)
    ]


def _subset(face: hb.Face, glyphs: Iterable[int]) -> bytes:
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(sorted(glyphs))
    wanted.flags = (
        hb.SubsetFlags.RETAIN_GIDS
        | hb.SubsetFlags.NO_HINTING
        | hb.SubsetFlags.NOTDEF_OUTLINE
        | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    )
    for tag in _UNUSED_TABLES:
        wanted.drop_table_tag_set.add(int.from_bytes(tag.encode(), "big"))
    return bytes(hb.subset(face, wanted).blob.data)
