"""Text within a block: plain characters with a few marks, and the runs they mean.

Stored text carries its emphasis in marks, so that it stays readable, diffable and editable as one string:
``*italic*``, ``**bold**``, ``^superscript^`` and ``[^id]`` for a reference to the footnote block with that id.
A backslash takes the meaning from the next mark. A mark without its partner stands for itself, so any text at
all is valid: nothing a person types can be refused.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from gmp_desktop.domain.values import value

_MARKS = re.compile(r"[\\*^]")
_TOKEN = re.compile(r"\\([\\*^\[])|(\*\*|\*|\^)|\[\^([0-9A-Za-z-]{1,64})\]")


@value
class Run:
    """A stretch of text in one style; a run with ``note`` is a footnote reference and has no text."""

    text: str
    italic: bool = False
    bold: bool = False
    superscript: bool = False
    note: str = ""


_STYLE = {"**": "bold", "*": "italic", "^": "superscript"}


def parse(text: str) -> tuple[Run, ...]:
    """The runs a marked text means; adjoining runs always differ in style."""
    if not _MARKS.search(text):
        return (Run(text),) if text else ()
    tokens = list(_TOKEN.finditer(text))
    partnered = _partners(text, tokens)
    runs: list[Run] = []
    words: list[str] = []
    style = Run("")
    at = 0
    for index, token in enumerate(tokens):
        words.append(text[at : token.start()])
        at = token.end()
        escaped, toggle, note = token.groups()
        if note:
            _flush(runs, words, style)
            runs.append(Run("", note=note))
        elif index in partnered:
            _flush(runs, words, style)
            style = _toggled(style, toggle)
        else:
            words.append(escaped or toggle)
    words.append(text[at:])
    _flush(runs, words, style)
    return tuple(runs)


def mark(runs: Iterable[Run]) -> str:
    """The marked text of runs: parsed again it gives the same words in the same styles.

    White space at either end of a styled run leaves the style, because a mark beside a space is no mark.
    """
    out: list[str] = []
    style = Run("")
    for run in (piece for whole in runs for piece in _trimmed(whole)):
        for toggle, name in _STYLE.items():
            if getattr(run, name) != getattr(style, name):
                out.append(toggle)
                style = _toggled(style, toggle)
        out.append(f"[^{run.note}]" if run.note else escape(run.text))
    out.extend(toggle for toggle, name in _STYLE.items() if getattr(style, name))
    return "".join(out)


def plain(text: str, notes: dict[str, str] | None = None) -> str:
    """The words of a marked text without marks; references become the labels given, or vanish."""
    labels = notes or {}
    return "".join(labels.get(run.note, "") if run.note else run.text for run in parse(text))


def escape(text: str) -> str:
    """Plain text as marked text that means exactly itself, whatever mark follows it."""
    escaped = text.replace("\\", "\\\\").replace("*", r"\*").replace("^", r"\^")
    return escaped[:-1] + r"\[" if escaped.endswith("[") else escaped


def note_references(text: str) -> tuple[str, ...]:
    """Ids of the footnotes a text refers to, in order."""
    if "[^" not in text:
        return ()
    return tuple(token.group(3) for token in _TOKEN.finditer(text) if token.group(3))


def _flush(runs: list[Run], words: list[str], style: Run) -> None:
    """The words gathered so far become a run, unless there are none."""
    text = "".join(words)
    words.clear()
    if not text:
        return
    last = runs[-1] if runs else None
    if last and not last.note and _same_style(last, style):
        runs[-1] = replace(last, text=last.text + text)
    else:
        runs.append(Run(text, style.italic, style.bold, style.superscript))


def _same_style(one: Run, other: Run) -> bool:
    return (one.italic, one.bold, one.superscript) == (other.italic, other.bold, other.superscript)


def _toggled(style: Run, toggle: str) -> Run:
    name = _STYLE[toggle]
    return Run(
        "",
        italic=style.italic != (name == "italic"),
        bold=style.bold != (name == "bold"),
        superscript=style.superscript != (name == "superscript"),
    )


def _partners(text: str, tokens: list[re.Match[str]]) -> set[int]:
    """Positions of the marks that have a partner: one before a word's start, the other after a word's end."""
    partnered: set[int] = set()
    opened: dict[str, int] = {}
    for index, token in enumerate(tokens):
        toggle = token.group(2)
        if not toggle:
            continue
        before, after = text[max(token.start() - 1, 0) : token.start()], text[token.end() : token.end() + 1]
        opener = opened.get(toggle)
        if opener is not None and before.strip() and tokens[opener].end() < token.start():
            partnered |= {opener, index}
            del opened[toggle]
        elif opener is None and after.strip():
            opened[toggle] = index
    return partnered


def _trimmed(run: Run) -> tuple[Run, ...]:
    if run.note or not (run.bold or run.italic or run.superscript):
        return (run,)
    words = run.text.strip()
    start = run.text.find(words) if words else len(run.text)
    pieces = (Run(run.text[:start]), replace(run, text=words), Run(run.text[start + len(words) :]))
    return tuple(piece for piece in pieces if piece.text)
