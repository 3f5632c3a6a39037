"""Lines made whole again: wrapped lines within a paragraph, paragraphs a page break has cut."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from gmp_desktop.domain.meeting import SetAside
from gmp_desktop.domain.symbols import normalise
from gmp_desktop.reading.draft import joined
from gmp_desktop.reading.labels import Form, Label, label_of
from gmp_desktop.reading.markup import Piece

NOTE = re.compile(r"(?:([⁰¹²³⁴-⁹]{1,3})|\[\^([0-9A-Za-z-]{1,64})\]:|\^(\d{1,3})\^)\s{0,9}(?=\S)")
_WIDEST = 100
_ALMOST = 0.8
_PAGE_NUMBER = re.compile(
    r"(?:page\s)?\(?\d{1,3}\)?(?:\s?(?:/|of)\s?\d{1,3})?|[-–]\s?\d{1,3}\s?[-–]", re.IGNORECASE
)
_CLOSERS = re.compile(r"(?:[”’\"')\]»*⁰¹²³⁴-⁹]|\[\^[^\]]{1,64}\]|\^\d{1,3}\^)+$")
_CJK = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")
_LINK = re.compile(r"(?:https?://|www\.)\S+")
_OFTEN = 3


def unfinished(text: str) -> bool:
    """Whether a text stops in mid-sentence."""
    return _CLOSERS.sub("", text.rstrip()[-80:])[-1:] not in {".", "!", "?", ":", ";", "…"}


def goes_on(text: str) -> bool:
    """Whether a text cannot be the beginning of anything: it starts in lower case or in brackets."""
    start = text.lstrip("*“\"'‘")[:1]
    return start.islower() or (text[:1] == "(" and label_of(text) is None)


def part_foreign(pieces: list[Piece]) -> tuple[list[Piece], list[SetAside]]:
    """Without lines in another script than the paper's and the links that follow them: marks a web site left."""
    if not any(_CJK.search(piece.text) for piece in pieces) or _mostly_cjk(
        "".join(piece.text for piece in pieces)
    ):
        return pieces, []
    kept: list[Piece] = []
    aside: list[SetAside] = []
    before = False
    for piece in pieces:
        before = _mostly_cjk(piece.text) or (before and bool(_LINK.fullmatch(piece.text)))
        if before:
            aside.append(SetAside(piece.text, "foreign to the document"))
        else:
            kept.append(piece)
    return kept, aside


def part_running(pieces: list[Piece], symbol: str) -> tuple[list[Piece], list[SetAside]]:
    """Without page numbers and the heads and feet printed on every page."""
    ends = _page_ends(pieces)
    often = {
        text
        for text, times in Counter(pieces[at].text for at in ends).items()
        if times >= _OFTEN and len(text) < 120
    }
    kept: list[Piece] = []
    aside: list[SetAside] = []
    for at, piece in enumerate(pieces):
        alone = piece.gap and (at + 1 == len(pieces) or pieces[at + 1].gap)
        number = (alone or at in ends) and len(piece.text) < 20 and _PAGE_NUMBER.fullmatch(piece.text)
        head = symbol and len(piece.text) < 100 and normalise(_PAGE.sub("", piece.text)) == symbol
        if number or head or (at in ends and piece.text in often):
            aside.append(SetAside(piece.text, "a page number or running head"))
            kept_gap = at + 1 < len(pieces) and not pieces[at + 1].gap
            if kept_gap:
                pieces[at + 1] = replace(pieces[at + 1], gap=True, page=pieces[at + 1].page or piece.page)
        else:
            kept.append(piece)
    return kept, aside


_PAGE = re.compile(r"\s+(?:page\s+)?\d{1,3}$", re.IGNORECASE)


def _page_ends(pieces: list[Piece]) -> set[int]:
    """The places of the first two and last two lines of every page, where page breaks are known."""
    breaks = [at for at, piece in enumerate(pieces) if piece.page]
    places = {at + step for at in breaks for step in (-2, -1, 0, 1)}
    if breaks:
        places |= {len(pieces) - 1, len(pieces) - 2}
    return {at for at in places if 0 <= at < len(pieces)}


def unwrapped(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """One piece for every paragraph, heading or item: lines that only went on are joined to the line before."""
    chunk: list[Piece] = []
    for piece in pieces:
        if piece.gap and chunk:
            yield from _unwrap(chunk)
            chunk = []
        chunk.append(piece)
    if chunk:
        yield from _unwrap(chunk)


def _unwrap(chunk: list[Piece]) -> Iterator[Piece]:
    if len(chunk) == 1:
        yield chunk[0]
        return
    width = min(max(len(piece.text) for piece in chunk), _WIDEST)
    parts: list[str] = []
    head = chunk[0]
    number = 0
    for before, piece in zip([chunk[0], *chunk], chunk, strict=False):
        label = label_of(piece.text)
        if parts and not _goes_on(before, piece, label, width, number):
            yield replace(head, text=joined(parts))
            parts, head = [], piece
        parts.append(piece.text)
        if label and label.form is Form.ARABIC:
            number = label.value
    yield replace(head, text=joined(parts))


def _goes_on(before: Piece, piece: Piece, label: Label | None, width: int, number: int) -> bool:
    text = piece.text
    if (
        piece.hashes
        or before.hashes
        or piece.bold != before.bold
        or text[0] in ">|"
        or "\t" in text
        or text.count("|") > 1
    ):
        return False
    if label:
        strange = label.form is Form.ARABIC and label.value not in {1, number + 1}
        initial = label.form is Form.CAPITAL and _full(before, text, width)
        return (strange or initial) and unfinished(before.text)
    if NOTE.match(text) or re.match(r"\*{1,3}\s", text):
        return False
    return _full(before, text, width) or goes_on(text)


def _full(before: Piece, text: str, width: int) -> bool:
    """Whether the next word would hardly have had room on the line before."""
    return len(before.text) + 1 + len(text.split(maxsplit=1)[0][:40]) >= _ALMOST * width


def _mostly_cjk(text: str) -> bool:
    return len(_CJK.findall(text)) * 3 > sum(character.isalpha() for character in text)
