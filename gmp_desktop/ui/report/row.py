"""One row of the report on screen: all that painting it asks for, without the values it was made from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from uuid import UUID

    from gmp_desktop.domain.blocks import Block

FRONT, PARAGRAPH, TABLE, END_RULE = "front", "paragraph", "table", "end rule"
"""Kinds of rows that are more than their style; the others are in report_style."""
MARKS = "\\*^"
"""A text without any of them means exactly itself."""


class Row(NamedTuple):
    """One block with its computed label; ``block`` is ``None`` for the front page, the first row of every report.

    It is ``None`` as well in what was kept for the first paint, whose rows say themselves how they are ``called``.
    """

    id: UUID
    block: Block | None
    text: str
    label: str = ""
    notes: tuple[tuple[str, str], ...] = ()
    quiet: str = ""
    kind: str = PARAGRAPH
    margin: str = ""
    called: str = ""
    cells: tuple[tuple[str, ...], ...] = ()
    header_rows: int = 1

    @property
    def plain(self) -> str:
        if not is_marked(self.text):
            return self.text
        from gmp_desktop.domain.inline import plain

        return plain(self.text, dict(self.notes))


def is_marked(text: str) -> bool:
    return any(mark in text for mark in MARKS)
