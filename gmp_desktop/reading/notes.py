"""Marks of notes in the text tied to the notes they mean."""

import re
from collections import defaultdict
from collections.abc import Iterator

from gmp_desktop.domain.blocks import NoteMark
from gmp_desktop.reading.draft import Draft
from gmp_desktop.reading.markup import LONGEST_LINE

_FIGURES = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_MARK = re.compile(
    r"(?<=\S)(?P<raised>[⁰¹²³⁴-⁹]{1,3})|\^(?P<sup>\d{1,3})\^|(?<!\\)\[\^(?P<named>[0-9A-Za-z-]{1,64})\]"
)
_UNIT = re.compile(r"(?:^|[\s\d(/])(?:[kcmdµ]?m|ft|in)$")
_STARS = re.compile(r"(?<=[^\s*\\])(?P<stars>\*{1,3})$")


def tie_front(texts: list[str], drafts: list[Draft]) -> list[str]:
    """Texts of the first page's head with their stars made references to the starred notes."""
    notes = {draft.key: draft for draft in drafts if draft.more.get("mark") is NoteMark.STAR}

    def reference(mark: re.Match[str]) -> str:
        note = notes.get(mark["stars"])
        return f"[^{note.id}]" if note and _odd(mark) else mark.group()

    return [_STARS.sub(reference, text) for text in texts]


def stars_in(texts: list[str]) -> set[int]:
    """How many stars each starred reference has."""
    found = (_STARS.search(text) for text in texts)
    return {len(mark["stars"]) for mark in found if mark and _odd(mark)}


def tie_notes(drafts: list[Draft]) -> None:
    """Every mark becomes a reference to its note: to the first note with that mark not yet referred to in its part.

    A mark without a note stays as it is printed; a note without a mark is kept.
    """
    for part in _parts(drafts):
        waiting: dict[str, list[Draft]] = defaultdict(list)
        for draft in part:
            if draft.what == "footnote" and draft.more["mark"] is NoteMark.NUMBER:
                waiting[draft.key].append(draft)
        for draft in part:
            _tie(draft, waiting)


def _tie(draft: Draft, waiting: dict[str, list[Draft]]) -> None:
    def reference(mark: re.Match[str]) -> str:
        printed = mark["raised"] or mark["sup"] or mark["named"]
        notes = waiting.get(printed.translate(_FIGURES))
        unit = not mark["named"] and _UNIT.search(mark.string[max(mark.start() - 4, 0) : mark.start()])
        if not notes or unit or notes[0] is draft:
            return rf"\[^{mark['named']}]" if mark["named"] else mark.group()
        note = notes.pop(0) if len(notes) > 1 else notes[0]
        return f"[^{note.id}]"

    draft.parts = [_MARK.sub(reference, part) if _may_hold(part) else part for part in draft.parts]
    rows = draft.more.get("rows")
    if rows:
        draft.more["rows"] = tuple(tuple(_MARK.sub(reference, cell) for cell in row) for row in rows)


def _may_hold(text: str) -> bool:
    return len(text) <= LONGEST_LINE and ("^" in text or not text.isascii())


def _odd(mark: re.Match[str]) -> bool:
    """Whether the stars close nothing that was opened before them."""
    before = mark.string[: mark.start()]
    return not re.search(r"(?:^|\s)\*+(?=\S)", before)


def _parts(drafts: list[Draft]) -> Iterator[list[Draft]]:
    """The body, then each annex: notes count anew in each."""
    part: list[Draft] = []
    for draft in drafts:
        if draft.what == "annex":
            yield part
            part = []
        part.append(draft)
    yield part
