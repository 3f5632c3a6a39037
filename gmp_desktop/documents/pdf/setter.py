"""Sets marked texts as lines and remembers what it set, so that only what changed is set again."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from gmp_desktop.documents.pdf.fonts import Fonts
from gmp_desktop.documents.pdf.lines import Line, Span, lines_of
from gmp_desktop.documents.pdf.styles import LABEL_GAP, Style
from gmp_desktop.documents.pdf.tokens import SPACE, Tokenizer
from gmp_desktop.domain.inline import escape, note_references

_REMEMBERED = 40_000


class Label(NamedTuple):
    """A number or sign before the first line, ``at`` so far from the edge of the column."""

    text: str
    at: float = 0.0
    raised: bool = False


class Setter:
    """One for all documents of a run."""

    def __init__(self, fonts: Fonts) -> None:
        self._tokenizer = Tokenizer(fonts)
        self._kept: dict[tuple[object, ...], tuple[Line, ...]] = {}

    def set(
        self,
        text: str,
        style: Style,
        measure: float,
        marks: Mapping[str, str] | None = None,
        *,
        first: float = 0,
        label: Label | None = None,
    ) -> tuple[Line, ...]:
        """The lines of a marked text, at least one; ``first`` is a further indent of the first line."""
        notes = tuple((id, (marks or {}).get(id, "")) for id in note_references(text))
        key = (text, style, measure, first, label, notes)
        lines = self._kept.get(key)
        if lines is None:
            if label is None:
                lines = tuple(self._set(text, style, measure, first, dict(notes)))
            else:
                lines = self._labelled(text, style, measure, first, label, marks)
            if len(self._kept) >= _REMEMBERED:
                self._kept.clear()
            self._kept[key] = lines
        return lines

    def width(self, label: str, style: Style) -> float:
        return self._label(Label(label), style).width

    def extent(self, text: str, style: Style, marks: Mapping[str, str]) -> tuple[float, float]:
        """How wide the text would like to be, and its widest word."""
        widest = whole = 0.0
        for part in text.split("\n"):
            tokens = self._tokenizer.tokens(part, style, marks).tokens
            whole = max(whole, sum(token.width + token.ink.space * (token.gap == SPACE) for token in tokens))
            word = 0.0
            for token in tokens:
                word = token.width if token.gap else word + token.width
                widest = max(widest, word)
        return whole, widest

    def _set(
        self, text: str, style: Style, measure: float, first: float, marks: dict[str, str]
    ) -> Iterator[Line]:
        indent, room = style.first + first, measure - style.left - style.right
        for part in text.split("\n"):
            yield from lines_of(self._tokenizer.tokens(part, style, marks), style, room, indent)
            indent = 0.0

    def _labelled(
        self,
        text: str,
        style: Style,
        measure: float,
        first: float,
        label: Label,
        marks: Mapping[str, str] | None,
    ) -> tuple[Line, ...]:
        """The label at its place; the text moves away where the label is wider than the place it has."""
        span = self._label(label, style)
        pushed = max(0.0, span.x + span.width + LABEL_GAP - style.left - style.first - first)
        lines = self.set(text, style, measure, marks, first=first + pushed)
        return (_behind(span, lines[0], measure), *lines[1:])

    def _label(self, label: Label, style: Style) -> Span:
        marked = f"^{escape(label.text)}^" if label.raised else escape(label.text)
        tokens = self._tokenizer.tokens(marked, style, {}).tokens
        text = "".join([token.text for token in tokens])
        width = sum([token.width for token in tokens])
        return Span(label.at, tokens[0].ink, text, width, 0.0, tokens[0].glyphs)


def _behind(label: Span, line: Line, measure: float) -> Line:
    """The line behind its label: at the left edge, or at the right one where the text is read from there."""
    if line.from_right:
        number = label.text.rstrip(".")
        text = label.text[len(number) :] + number
        label = label._replace(x=measure - label.x - label.width, text=text)
    return replace(line, spans=(label._replace(text=label.text + " "), *line.spans))
