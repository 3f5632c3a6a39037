"""Tokens as lines: broken at the measure, justified, in visual order."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from gmp_desktop.documents.pdf import bidi
from gmp_desktop.documents.pdf.faces import Glyph
from gmp_desktop.documents.pdf.styles import Align, Style
from gmp_desktop.documents.pdf.tokens import SOFT, SPACE, Ink, Token, Tokens, is_plain

_WIDEST_STRETCH = 1.2
"""Spaces of a justified line grow by no more than this part of the type size; a looser line stays ragged."""
ENDLESS = 1e9
"""A measure no line reaches."""


class Span(NamedTuple):
    """A stretch of a line in one ink; every space in it is ``stretch`` wider than it was cut."""

    x: float
    ink: Ink
    text: str
    width: float
    stretch: float = 0.0
    glyphs: tuple[Glyph, ...] = ()
    note: str = ""
    drop: float = 0.0
    """How far its base lies below the base of the line."""


class Rule(NamedTuple):
    """A line drawn ``drop`` below the top of the line of text."""

    x: float
    width: float
    drop: float
    weight: float


@dataclass(frozen=True, slots=True)
class Line:
    """``notes`` are the ids referred to in it, in order."""

    spans: tuple[Span, ...]
    height: float
    ascent: float = 0.0
    notes: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    missing: str = ""
    from_right: bool = False


def lines_of(text: Tokens, style: Style, room: float, indent: float) -> Iterator[Line]:
    """Tokens as lines no wider than ``room``, the first one indented."""
    tokens, base = _chopped(text.tokens, room - indent), text.base
    start = 0
    for end, width in _ends(tokens, room, indent):
        last = end == len(tokens)
        fill = 0.0 if last or style.align is not Align.JUSTIFIED else room - indent
        space = last or tokens[end].gap == SPACE
        shift = room - indent if base else indent
        part = tokens[start:end]
        plain = text.plain or is_plain(part)
        yield _line(part, style, width, shift, fill=fill, space=space, base=base, plain=plain and not base)
        start, indent = end, 0.0


def _chopped(tokens: list[Token], room: float) -> list[Token]:
    """Words wider than a line cut into pieces that fit."""
    if all(token.width <= room for token in tokens):
        return tokens
    return [piece for token in tokens for piece in _pieces(token, room)]


def _pieces(token: Token, room: float) -> Iterator[Token]:
    if token.width <= room or token.glyphs or len(token.text) < 2:
        yield token
        return
    widths, size = token.ink.face.widths, token.ink.size
    start, width, gap = 0, 0.0, token.gap
    for at, letter in enumerate(token.text):
        wide = widths[letter] * size
        if width + wide > room and at > start:
            yield token._replace(text=token.text[start:at], width=width, gap=gap)
            start, width, gap = at, 0.0, SOFT
        width += wide
    yield token._replace(text=token.text[start:], width=width, gap=gap)


def _ends(tokens: list[Token], room: float, indent: float) -> Iterator[tuple[int, float]]:
    """Where each line ends and how wide its words are: a line takes every word that still fits in it."""
    start = unit = 0
    x = unit_x = unit_end = 0.0
    limit = room - indent
    for at, token in enumerate(tokens):
        gap = token.gap
        if gap:
            unit, unit_x, unit_end = at, x, x
            if gap == SPACE and at > start:
                unit_x = x = x + token.ink.space
        x += token.width
        if x > limit:
            if unit > start:
                yield unit, unit_end
                start, x = unit, x - unit_x
            elif at > start:
                yield at, x - token.width
                start = unit = at
                x = token.width
            unit_x, limit = 0.0, room
    yield len(tokens), x


def _line(
    tokens: list[Token],
    style: Style,
    width: float,
    shift: float,
    *,
    fill: float,
    space: bool,
    base: int,
    plain: bool,
) -> Line:
    """A line of tokens ``width`` wide, stretched to ``fill``; ``shift`` is its start, or its end from the right.

    A space at the end parts the last word from the next one for whoever copies the text.
    """
    spaces = sum([token.gap == SPACE for token in tokens[1:]])
    stretch = (fill - width) / spaces if spaces and fill > width else 0.0
    if stretch > style.size * _WIDEST_STRETCH:
        stretch = 0.0
    x = style.left + (shift - width - stretch * spaces if base else shift)
    if plain and tokens:
        words = _joined(tokens, spaces)
        span = Span(x, tokens[0].ink, words + " " if space else words, width + stretch * spaces, stretch)
        return Line((span,), style.leading, style.ascent)
    mixed = base or any(token.level for token in tokens)
    spans = list(_mixed_spans(tokens, x, stretch) if mixed else _spans(tokens, x, stretch))
    if space and spans:
        spans.append(Span(spans[-1].x + spans[-1].width, spans[-1].ink, " ", 0.0))
    notes = tuple(token.note for token in tokens if token.note)
    missing = "".join([token.missing for token in tokens])
    return Line(tuple(spans), style.leading, style.ascent, notes, (), missing, bool(base))


def _joined(tokens: list[Token], spaces: int) -> str:
    if spaces == len(tokens) - 1:
        return " ".join([token.text for token in tokens])
    first, *others = tokens
    return first.text + "".join([" " + token.text if token.gap == SPACE else token.text for token in others])


def _spans(tokens: list[Token], x: float, stretch: float) -> Iterator[Span]:
    """Neighbours in one ink joined to one span; the space after a span is its own."""
    words: list[str] = []
    ink, start = None, x
    for at, token in enumerate(tokens):
        if at and token.gap == SPACE:
            words.append(" ")
            x += token.ink.space + stretch
        if words and ink and (token.ink is not ink or token.glyphs or token.note):
            yield Span(start, ink, "".join(words), x - start, stretch)
            words, start = [], x
        if token.glyphs or token.note:
            yield Span(x, token.ink, token.text, token.width, 0.0, token.glyphs, token.note)
            start = x + token.width
        else:
            words.append(token.text)
        ink = token.ink
        x += token.width
    if words and ink:
        yield Span(start, ink, "".join(words), x - start, stretch)


def _mixed_spans(tokens: list[Token], x: float, stretch: float) -> Iterator[Span]:
    """Every word and every space on its own, placed as the eye meets them."""
    parts: list[tuple[Token, bool]] = []
    for at, token in enumerate(tokens):
        if at and token.gap == SPACE:
            before = tokens[at - 1]
            parts.append((token._replace(level=min(token.level, before.level), note=""), True))
        parts.append((token, False))
    for at in bidi.visual_order([token.level for token, _ in parts]):
        token, space = parts[at]
        width = token.ink.space + stretch if space else token.width
        if space:
            yield Span(x, token.ink, " ", width)
        else:
            yield Span(x, token.ink, token.text, width, 0.0, token.glyphs, token.note)
        x += width
