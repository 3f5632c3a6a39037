"""Symbols in what people paste and in what they call their files."""

import re
from collections.abc import Iterator

from gmp_desktop.domain.errors import Refused
from gmp_desktop.domain.register import full_symbol, is_short
from gmp_desktop.domain.sheet import unshielded
from gmp_desktop.domain.symbols import find, is_symbol
from gmp_desktop.domain.values import value

MOST_LINES = 2_000
LONGEST_LINE = 5_000
LANGUAGES = {"a": "ar", "c": "zh", "e": "en", "f": "fr", "r": "ru", "s": "es"}
"""The letters by which files of one document in several languages are told apart."""


@value
class Listed:
    """A document as a list names it; without a symbol ``title`` is the whole line."""

    symbol: str
    title: str = ""


_BULLET = re.compile(r"^\s*(?:\(?\d{1,3}[.)]|\(?[a-zA-Z][.)]|[-–—•*·▪◦])\s+")
_AROUND = ' .\t,;:|–—-•·"“”'
_IN_TITLE = re.compile(r"(?:[(\[]|\bdocuments?|\bof|\bto|\bsee|\band|\bin)\s*$", re.IGNORECASE)
_SLASHES = re.compile(r"\s*/\s*")
_LIKE_SYMBOL = re.compile(r"^\S*[A-Za-z)]\S*/\S+|^/\S*\d\S*")
_PIECES = re.compile(r"[A-Za-z]+|\d+")
_COMPONENTS = {"inf": "INF/", "crp": "CRP.", "l": "L.", "r": "R.", "wp": "WP."}
_SUFFIXES = {"add": "Add", "rev": "Rev", "corr": "Corr", "amend": "Amend"}


def read_list(text: str, stem: str) -> list[Listed]:
    """The documents of a pasted list: one a line or several, numbered or not, each with its title after or before it.

    A line with no symbol is the title of the document above it if that has none; else it is kept as it stands.
    """
    lines = [line for line in text.splitlines() if line.strip(_AROUND)]
    if len(lines) > MOST_LINES:
        raise Refused(f"A list has at most {MOST_LINES:,} lines. Nothing was changed; paste it in pieces.")
    listed: list[Listed] = []
    for line in lines:
        found = list(_read_line(_BULLET.sub("", line[:LONGEST_LINE]), stem))
        if not found and listed and listed[-1].symbol and not listed[-1].title:
            listed[-1] = Listed(listed[-1].symbol, _tidy(line))
        else:
            listed += found or [Listed("", _tidy(line))]
    return listed


def symbol_in_name(name: str, stem: str) -> str:
    """The symbol a file is named for: UNEP_Hg_PAG.15_INF_2.pdf, PAG15-3-Add.1.docx; empty where it tells none."""
    bare = name.rpartition(".")[0] or name
    pieces = [piece.casefold() for piece in _PIECES.findall(bare)]
    wanted = [piece.casefold() for piece in _PIECES.findall(stem)]
    for known in (wanted, wanted[-2:]):
        at = _place(known, pieces)
        if at is not None and (short := _short_of(pieces[at:])):
            return f"{stem}/{short}"
    spelled = bare.replace("_", "/")
    cited = find(spelled)
    return cited[0].text if cited else ""


def language_in_name(name: str) -> str:
    """The language a file name ends with (K2000021-e.docx, report_fr.pdf); empty where it tells none."""
    last = re.search(r"[-_. ]([A-Za-z]{1,2})$", name.rpartition(".")[0])
    if last is None:
        return ""
    tag = last[1].lower()
    return LANGUAGES.get(tag) or (tag if tag in LANGUAGES.values() else "")


def _read_line(line: str, stem: str) -> Iterator[Listed]:
    cells = [unshielded(cell.strip(_AROUND)) for cell in line.split("\t")]
    for at, cell in enumerate(cells):
        if is_symbol(cell) or is_short(cell.replace(" ", "")):
            beside = [*cells[at + 1 :], *cells[:at][::-1]]
            if not any(is_symbol(other) for other in beside):
                title = next((words for words in beside if words and not words.isdigit()), "")
                yield Listed(full_symbol(cell, stem), title)
                return
    words = _tidy(line)
    first, _, rest = words.partition(" ")
    if is_short(first):
        yield Listed(full_symbol(first, stem), _tidy(rest))
        return
    found = list(_symbols_in(words)) or list(_symbols_in(words := _SLASHES.sub("/", words)))
    if found:
        yield from _titled(words, found)
    elif _LIKE_SYMBOL.match(words):
        first, _, rest = words.partition(" ")
        yield Listed(full_symbol(first.rstrip(_AROUND), stem), _tidy(rest))


def _symbols_in(words: str) -> Iterator[tuple[int, int, str]]:
    """Where the symbols stand that are entries of the list; one in brackets after another belongs to its title."""
    end = 0
    for symbol in find(words):
        start = words.find(symbol.text, end)
        if start < 0:
            continue
        before = words[end:start]
        if end and _IN_TITLE.search(before):
            continue
        end = start + len(symbol.text)
        yield start, end, symbol.text


def _titled(words: str, found: list[tuple[int, int, str]]) -> Iterator[Listed]:
    starts = [start for start, _, _ in found]
    leading = _tidy(words[: starts[0]].rstrip("([ "))
    for (_, end, symbol), until in zip(found, [*starts[1:], len(words)], strict=True):
        title = _tidy(words[end:until])
        if len(found) == 1 and leading and not title.strip(")]"):
            title = leading
        yield Listed(symbol, title)


def _place(known: list[str], pieces: list[str]) -> int | None:
    """Where the pieces go on after the known ones."""
    if not known:
        return None
    for at in range(len(pieces) - len(known) + 1):
        if pieces[at : at + len(known)] == known:
            return at + len(known)
    return None


def _short_of(pieces: list[str]) -> str:
    component = _COMPONENTS.get(pieces[0], "") if pieces else ""
    rest = pieces[1:] if component else pieces
    if not rest or not rest[0].isdigit():
        return ""
    short = component + str(int(rest[0]))
    for word, number in zip(rest[1::2], rest[2::2], strict=False):
        if word not in _SUFFIXES or not number.isdigit():
            break
        short += f"/{_SUFFIXES[word]}.{int(number)}"
    return short


def _tidy(words: str) -> str:
    return " ".join(words.split()).strip(_AROUND)
