"""The one place where rows and the values of the domain meet. Knows rows by their attributes only."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import Any, TypeVar
from uuid import UUID

from gmp_desktop.domain.blocks import (
    AgendaLine,
    Annex,
    Block,
    DecisionTitle,
    Document,
    DocumentKind,
    Enacting,
    EndRule,
    Footnote,
    Heading,
    HeadingScheme,
    LetterPart,
    LetterRole,
    ListItem,
    Marker,
    Masthead,
    NoteMark,
    Operative,
    Paragraph,
    Preambular,
    Quotation,
    Roll,
    Table,
)
from gmp_desktop.domain.meeting import (
    AgendaItem,
    AgendaStage,
    DocumentStage,
    Format,
    Meeting,
    QuorumOf,
    State,
)
from gmp_desktop.domain.numbering import letter, roman

Choice = TypeVar("Choice", bound=StrEnum)

Row = Any
"""An ORM row, or anything that has its attributes."""

_MAKE: dict[str, Callable[[Any], Block]] = {
    "heading": lambda row: Heading(row.id, row.text, row.level, row.numbered),
    "paragraph": lambda row: Paragraph(row.id, row.text, row.numbered, row.grouping),
    "list_item": lambda row: ListItem(row.id, row.text, row.level, _member(Marker, row.style, Marker.LETTER)),
    "quotation": lambda row: Quotation(row.id, row.text),
    "table": lambda row: Table(row.id, row.rows, row.header_rows, row.text, *_form_of(row.style)),
    "agenda_line": lambda row: AgendaLine(row.id, row.text, row.level),
    "roll": lambda row: Roll(row.id, row.rows, row.text),
    "footnote": lambda row: Footnote(row.id, row.text, _member(NoteMark, row.style, NoteMark.NUMBER)),
    "decision_title": lambda row: DecisionTitle(row.id, row.text),
    "enacting": lambda row: Enacting(row.id, row.text),
    "preambular": lambda row: Preambular(row.id, row.text),
    "operative": lambda row: Operative(row.id, row.text),
    "annex": lambda row: Annex(row.id, row.text),
    "letter_part": lambda row: LetterPart(
        row.id, row.text, _member(LetterRole, row.style, LetterRole.REFERENCE)
    ),
    "end_rule": lambda row: EndRule(row.id, row.text),
}

_KINDS: dict[type, str] = {
    Heading: "heading",
    Paragraph: "paragraph",
    ListItem: "list_item",
    Quotation: "quotation",
    Table: "table",
    AgendaLine: "agenda_line",
    Roll: "roll",
    Footnote: "footnote",
    DecisionTitle: "decision_title",
    Enacting: "enacting",
    Preambular: "preambular",
    Operative: "operative",
    Annex: "annex",
    LetterPart: "letter_part",
    EndRule: "end_rule",
}

_LABELS = ("{}.".format, lambda n: f"({letter(n)})", lambda n: f"({roman(n)})", lambda n: f"{letter(n)}.")
_WIDTHS = re.compile(r"[0-9]{1,9}(:[0-9]{1,9})*")
_PLAIN: dict[str, Any] = {
    "level": 1,
    "numbered": True,
    "grouping": "",
    "style": "",
    "rows": (),
    "header_rows": 1,
}


def block_of(row: Row) -> Block:
    """The block a row holds; a kind only a newer program knows reads as a paragraph without a number."""
    make = _MAKE.get(row.kind)
    return make(row) if make else Paragraph(row.id, row.text, numbered=False)


def values_of(block: Block) -> dict[str, Any]:
    """All columns of a block's row but its id, its document and its place."""
    return {"kind": _KINDS[type(block)], "text": block.text, **_PLAIN, **_own(block)}


def document_of(row: Row, blocks: Iterable[Row]) -> Document:
    return Document(
        row.id,
        _member(DocumentKind, row.kind, DocumentKind.OTHER),
        row.title,
        tuple(block_of(block) for block in blocks),
        _masthead(row) if row.has_masthead else None,
        tuple(row.corner),
        row.subtitle,
        scheme_of(row.scheme),
        row.language,
        row.code,
        row.draft,
    )


def scheme_of(value: str) -> HeadingScheme:
    """The scheme of a document's headings; one only a newer program knows reads as that of an agenda."""
    return _member(HeadingScheme, value, HeadingScheme.AGENDA)


def stage_of(value: str) -> DocumentStage:
    """How far a document is; a stage only a newer program knows reads as planned."""
    return _member(DocumentStage, value, DocumentStage.PLANNED)


def document_values(document: Document) -> dict[str, Any]:
    """The columns of a document's row that its value tells: not its meeting, its register entry, its blocks.

    The masthead's symbol is in ``printed_symbol``: the register's ``symbol`` is a normal form of it.
    """
    head = document.masthead or Masthead()
    return {
        "kind": document.kind.value,
        "title": document.title,
        "subtitle": document.subtitle,
        "has_masthead": document.masthead is not None,
        "organ": head.organ,
        "printed_symbol": head.symbol,
        "distribution": head.distribution,
        "dated": head.dated,
        "language_line": head.language_line,
        "job_number": head.job_number,
        "corner": document.corner,
        "scheme": document.scheme.value,
        "language": document.language,
        "code": document.code,
        "draft": document.draft,
    }


def meeting_of(row: Row) -> Meeting:
    return Meeting(
        row.id,
        row.code,
        row.title,
        row.body,
        row.ordinal,
        row.starts_on,
        row.ends_on,
        row.venue,
        row.place,
        _member(State, row.state, State.PREPARING),
        row.language,
        row.time_zone,
        _member(Format, row.format, Format.IN_PERSON),
        row.host,
        tuple(row.languages),
        row.symbol_stem,
        _member(AgendaStage, row.agenda_stage, AgendaStage.PROVISIONAL),
        row.quorum,
        _member(QuorumOf, row.quorum_of, QuorumOf.PARTICIPANTS),
        row.archived,
    )


def agenda_of(rows: Iterable[Row]) -> tuple[AgendaItem, ...]:
    """The items in printing order, every parent before its children; ``rows`` come in the order of their keys.

    Two people may have moved two items under each other; such items stand at the end.
    """
    rows = list(rows)
    children: dict[UUID | None, list[Row]] = defaultdict(list)
    for row in rows:
        children[row.parent_id].append(row)
    items = list(_items(children))
    while missing := {row.id for row in rows} - {item.id for item in items}:
        astray = next(row for row in rows if row.id in missing)
        children[astray.parent_id].remove(astray)
        children[None].append(astray)
        items = list(_items(children))
    return tuple(items)


def _items(children: dict[UUID | None, list[Row]]) -> Iterator[AgendaItem]:
    """However deep they stand: a file may nest them as it likes."""
    levels = [enumerate(children[None], start=1)]
    while levels:
        depth = len(levels) - 1
        number, row = next(levels[-1], (0, None))
        if row is None:
            levels.pop()
            continue
        label = _LABELS[min(depth, len(_LABELS) - 1)]
        parent = row.parent_id if depth else None
        yield AgendaItem(
            row.id, row.title, label(number), depth, parent, row.minutes, row.annotation, row.sitting_id
        )
        levels.append(enumerate(children[row.id], start=1))


def _own(block: Block) -> dict[str, Any]:
    match block:
        case Heading():
            return {"level": block.level, "numbered": block.numbered}
        case Paragraph():
            return {"numbered": block.numbered, "grouping": block.group}
        case ListItem():
            return {"level": block.level, "style": block.marker.value}
        case Table():
            return {"rows": block.rows, "header_rows": block.header_rows, "style": _form(block)}
        case AgendaLine():
            return {"level": block.level}
        case Roll():
            return {"rows": block.rows}
        case Footnote():
            return {"style": block.mark.value}
        case LetterPart():
            return {"style": block.role.value}
    return {}


def _form(table: Table) -> str:
    """How a table looks, in words: "roomy 1:4:4"."""
    return " ".join(filter(None, ("roomy" if table.roomy else "", ":".join(map(str, table.widths)))))


def _form_of(style: str) -> tuple[bool, tuple[int, ...]]:
    """Whether a table is roomy and how wide its columns are; words of a newer program are passed over."""
    words = style.split()
    widths = next((word.split(":") for word in words if _WIDTHS.fullmatch(word)), [])
    return "roomy" in words, tuple(map(int, widths))


def _masthead(row: Row) -> Masthead:
    return Masthead(
        row.organ, row.printed_symbol, row.distribution, row.dated, row.language_line, row.job_number
    )


def _member(choices: type[Choice], value: str, default: Choice) -> Choice:
    try:
        return choices(value)
    except ValueError:
        return default
