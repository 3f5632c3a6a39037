"""A block while it is being read: it may still grow, and remembers what the paper printed before it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from typing import Any
from uuid import UUID, uuid4

from gmp_desktop.domain.blocks import (
    Annex,
    Block,
    DecisionTitle,
    Enacting,
    Footnote,
    Heading,
    LetterPart,
    ListItem,
    Operative,
    Paragraph,
    Preambular,
    Quotation,
    Table,
)

MakeId = Callable[[], UUID]


class Rank(Enum):
    """What a heading's label looks like; the place among the levels follows when the scheme is known."""

    ROMAN = "I."
    CAPITAL = "A."
    ARABIC = "1."
    BRACKET = "(a)"
    BRACKET_ROMAN = "(i)"
    LETTER = "a."
    NONE = ""


_MAKERS: dict[str, Callable[..., Block]] = {
    "annex": Annex,
    "decision title": DecisionTitle,
    "enacting": Enacting,
    "footnote": Footnote,
    "heading": Heading,
    "item": ListItem,
    "letter part": LetterPart,
    "operative": Operative,
    "paragraph": Paragraph,
    "preambular": Preambular,
    "quotation": Quotation,
    "table": Table,
}


@dataclass(slots=True, eq=False)
class Draft:
    """``printed`` is the label the paper shows, ``key`` the printed mark of a note; ``more`` the block's own fields."""

    what: str
    parts: list[str]
    printed: str = ""
    value: int = 0
    rank: Rank = Rank.NONE
    key: str = ""
    more: dict[str, Any] = field(default_factory=dict)
    id: UUID = field(default_factory=uuid4)

    @property
    def last(self) -> str:
        return self.parts[-1] if self.parts else ""

    @property
    def text(self) -> str:
        return joined(self.parts)

    def block(self) -> Block:
        return _MAKERS[self.what](id=self.id, text=self.text, **self.more)


def joined(parts: list[str]) -> str:
    """Parts of a text that lines or pages had parted; after a hyphen within a word no space is put."""
    out: list[str] = []
    for part in parts:
        if out and not (out[-1][-1:] == "-" and out[-1][-2:-1].isalpha() and part[:1].islower()):
            out.append(" ")
        out.append(part)
    return "".join(out)
