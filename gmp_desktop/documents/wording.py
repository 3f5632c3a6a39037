"""Marked texts read fast: most of them hold no mark at all."""

import re

from gmp_desktop.domain.inline import Run, parse

_MARKED = re.compile(r"[\\*^]")
_REFERENCE = re.compile(r"\[\^[0-9A-Za-z-]{1,64}\]")


def runs_of(text: str) -> tuple[Run, ...]:
    """The runs of a marked text."""
    if _MARKED.search(text):
        return parse(text)
    return (Run(text),) if text else ()


def count_words(text: str) -> int:
    """Words of a marked text; no other mark but a reference stands where it could be taken for one."""
    return len((_REFERENCE.sub("", text) if "[^" in text else text).split())
