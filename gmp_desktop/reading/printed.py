"""Printed numbers held against the computed ones."""

from gmp_desktop.domain.blocks import Document
from gmp_desktop.domain.meeting import SetAside
from gmp_desktop.domain.numbering import labels, letter, roman
from gmp_desktop.reading.draft import Draft

_NAMES = {
    "annex": "{}",
    "heading": "heading {}",
    "item": "item {}",
    "operative": "operative paragraph {}",
    "paragraph": "paragraph {}",
}
_VALUES = {letter(number): number for number in range(1, 100)}
_ROMANS = {roman(number): number for number in range(1, 100)}


def disagreements(document: Document, drafts: list[Draft]) -> list[SetAside]:
    """Every printed label that says another number than the computed one: the computed one counts."""
    computed = labels(document)
    out = []
    for draft in drafts:
        if draft.printed and not _agree(draft, computed.get(draft.id, "")):
            name = _NAMES[draft.what].format(_bare(draft.printed, draft.what))
            now = _bare(computed.get(draft.id, ""), draft.what)
            here = f"numbered {now} here" if now else "without a number here"
            out.append(SetAside(draft.printed, f"printed as {name}, {here}"))
    return out


def _agree(draft: Draft, label: str) -> bool:
    printed, computed = _core(draft.printed), _core(label)
    if printed == computed:
        return True
    if draft.what != "item":
        return False
    level = draft.more.get("level", 1)
    place = (_VALUES if level % 2 else _ROMANS).get(computed, 0)
    return place in {
        _VALUES.get(printed),
        _ROMANS.get(printed),
        int(printed) if printed.isdigit() else -1,
    } - {None}


def _core(label: str) -> str:
    return label.strip("() .").casefold()


def _bare(label: str, what: str) -> str:
    return label if what == "annex" else label.rstrip(".")
