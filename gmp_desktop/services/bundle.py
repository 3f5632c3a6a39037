"""A bundle: one whole meeting as a value, and the one JSON text that stands for it."""

import json
from dataclasses import dataclass, fields
from datetime import date
from enum import Enum
from typing import Any, get_args
from uuid import UUID

from gmp_desktop.domain.blocks import (
    Block,
    Document,
    DocumentKind,
    Heading,
    HeadingScheme,
    LetterRole,
    Marker,
    Masthead,
    NoteMark,
    Paragraph,
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
from gmp_desktop.services import bundle_rows
from gmp_desktop.services.bundle_rows import BundleRow
from gmp_desktop.services.papers import Paper, SetAsideEntry

FORMAT = "gmp-desktop meeting"
VERSION = 2
"""Version 1 had the report only; it is read as one without the rest."""

Json = dict[str, Any]

_NEW_IN_MEETING: Json = {
    "time_zone": "",
    "format": "in person",
    "host": "",
    "languages": [],
    "symbol_stem": "",
    "agenda_stage": "provisional",
    "quorum": None,
    "quorum_of": "participants",
    "archived": False,
}
_NEW_IN_DOCUMENT: Json = {"stage": "planned", "issued_on": None, "languages": [], "distribution": ""}
_NEW_IN_TABLE: Json = {"roomy": False, "widths": []}

_MASTHEAD = ("organ", "distribution", "dated", "language_line", "job_number")


@dataclass(frozen=True, slots=True)
class Bundle:
    """``agenda`` is in printing order, every parent before its children; labels are not part of it."""

    meeting: Meeting
    agenda: tuple[AgendaItem, ...]
    papers: tuple[Paper, ...]
    rows: tuple[BundleRow, ...] = ()

    def report_symbol(self) -> str | None:
        """The symbol or code of the report, None where there is none."""
        reports = (p for p in self.papers if p.document.kind is DocumentKind.REPORT and not p.cited)
        return next((paper.symbol or paper.document.code for paper in reports), None)

    def counts(self) -> dict[str, int]:
        """How much of everything there is."""
        blocks = [block for paper in self.papers for block in paper.document.blocks]
        return {
            "agenda_items": len(self.agenda),
            "documents": len(self.papers),
            "participants": sum(row.kind == "participant" for row in self.rows),
            "headings": sum(isinstance(block, Heading) for block in blocks),
            "paragraphs": sum(isinstance(block, Paragraph) and block.numbered for block in blocks),
            "set_aside": sum(len(paper.set_aside) for paper in self.papers),
        }


def dump(bundle: Bundle) -> bytes:
    """The canonical text: the same bundle always gives the same bytes."""
    tree = {
        "format": FORMAT,
        "version": VERSION,
        "meeting": _plain(bundle.meeting),
        "agenda": [
            {
                "id": str(item.id),
                "title": item.title,
                "parent": _reference(item.parent_id),
                "minutes": item.minutes,
                "annotation": item.annotation,
                "sitting": _reference(item.sitting_id),
            }
            for item in bundle.agenda
        ],
        "documents": [_paper_tree(paper) for paper in bundle.papers],
        "rows": {
            kind: [bundle_rows.to_tree(row) for row in bundle.rows if row.kind == kind]
            for kind in bundle_rows.KINDS
        },
    }
    return (json.dumps(tree, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def build(tree: Json) -> Bundle:
    """The value of a tree that keeps to the schema; ValueError where a date or an id is none."""
    above: list[UUID] = []
    agenda = tuple(_agenda_item(item, above) for item in tree["agenda"])
    rows = tuple(bundle_rows.from_tree(kind, row) for kind in bundle_rows.KINDS for row in tree["rows"][kind])
    return Bundle(
        _meeting(tree["meeting"]), agenda, tuple(_paper(paper) for paper in tree["documents"]), rows
    )


def renewed_tree(tree: Any) -> Any:
    """A tree of version 1 as one of this version; what is none stays as it is, for the schema to refuse."""
    if not (isinstance(tree, dict) and tree.get("version") == 1):
        return tree
    return {
        **tree,
        "version": VERSION,
        "meeting": _with(tree.get("meeting"), _NEW_IN_MEETING),
        "agenda": _each_with(tree.get("agenda"), {"minutes": None, "annotation": "", "sitting": None}),
        "documents": [
            {**paper, "blocks": _each_with(paper.get("blocks"), _NEW_IN_TABLE, kind="table")}
            if isinstance(paper, dict)
            else paper
            for paper in _list(_each_with(tree.get("documents"), _NEW_IN_DOCUMENT))
        ],
        "rows": {kind: [] for kind in bundle_rows.KINDS},
    }


def _each_with(parts: Any, more: Json, kind: str | None = None) -> Any:
    if not isinstance(parts, list):
        return parts
    return [
        part if kind and not (isinstance(part, dict) and part.get("kind") == kind) else _with(part, more)
        for part in parts
    ]


def _with(part: Any, more: Json) -> Any:
    return {**more, **part} if isinstance(part, dict) else part


def _list(parts: Any) -> list[Any]:
    return parts if isinstance(parts, list) else []


def _plain(value: object) -> Json:
    """A flat dataclass as JSON, field by field."""
    return {field.name: _scalar(getattr(value, field.name)) for field in fields(value)}  # type: ignore[arg-type]


def _scalar(value: object) -> object:
    match value:
        case Enum():
            return value.value
        case UUID():
            return str(value)
        case date():
            return value.isoformat()
        case tuple():
            return [_scalar(part) for part in value]
        case _:
            return value


def _reference(id: UUID | None) -> str | None:
    return str(id) if id else None


def _paper_tree(paper: Paper) -> Json:
    document = paper.document
    masthead = document.masthead
    return {
        "id": str(document.id),
        "kind": document.kind.value,
        "symbol": paper.symbol,
        "printed_symbol": paper.printed_symbol,
        "code": document.code,
        "title": document.title,
        "subtitle": document.subtitle,
        "masthead": {name: getattr(masthead, name) for name in _MASTHEAD} if masthead else None,
        "corner": list(document.corner),
        "scheme": document.scheme.value,
        "language": document.language,
        "draft": document.draft,
        "cited": paper.cited,
        "source": paper.source,
        "stage": paper.stage.value,
        "issued_on": paper.issued_on.isoformat() if paper.issued_on else None,
        "languages": list(paper.languages),
        "distribution": paper.distribution,
        "blocks": [_block_tree(block, paper.under.get(block.id)) for block in document.blocks],
        "set_aside": [_plain(entry) for entry in paper.set_aside],
    }


def _block_tree(block: Block, agenda_item: UUID | None) -> Json:
    return {"kind": _NAMES[type(block)]} | _plain(block) | {"agenda_item": _reference(agenda_item)}


def _snake(name: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("_")


_KINDS: dict[str, type[Block]] = {_snake(kind.__name__): kind for kind in get_args(Block)}
_NAMES = {kind: name for name, kind in _KINDS.items()}
_READ: dict[str, Any] = {
    "id": UUID,
    "marker": Marker,
    "mark": NoteMark,
    "role": LetterRole,
    "rows": lambda rows: tuple(tuple(row) for row in rows),
    "widths": tuple,
}


def _block(tree: Json) -> Block:
    kind = _KINDS[tree["kind"]]
    names = (field.name for field in fields(kind))
    return kind(**{name: _READ.get(name, _same)(tree[name]) for name in names})


def _same(value: Any) -> Any:
    return value


def _id_or_none(text: str | None) -> UUID | None:
    return UUID(text) if text else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _meeting(tree: Json) -> Meeting:
    read = {
        "id": UUID(tree["id"]),
        "state": State(tree["state"]),
        "starts_on": _day(tree["starts_on"]),
        "ends_on": _day(tree["ends_on"]),
        "format": Format(tree["format"]),
        "languages": tuple(tree["languages"]),
        "agenda_stage": AgendaStage(tree["agenda_stage"]),
        "quorum_of": QuorumOf(tree["quorum_of"]),
    }
    return Meeting(**(tree | read))


def _agenda_item(tree: Json, above: list[UUID]) -> AgendaItem:
    """``above`` is the item before this one with the items over it, outermost first."""
    id, parent = UUID(tree["id"]), _id_or_none(tree["parent"])
    while above and above[-1] != parent:
        above.pop()
    if parent and not above:
        raise ValueError("an agenda item does not stand among the others of its parent")
    above.append(id)
    return AgendaItem(
        id,
        tree["title"],
        depth=len(above) - 1,
        parent_id=parent,
        minutes=tree["minutes"],
        annotation=tree["annotation"],
        sitting_id=_id_or_none(tree["sitting"]),
    )


def _paper(tree: Json) -> Paper:
    masthead = tree["masthead"]
    document = Document(
        id=UUID(tree["id"]),
        kind=DocumentKind(tree["kind"]),
        title=tree["title"],
        blocks=tuple(_block(block) for block in tree["blocks"]),
        masthead=Masthead(symbol=tree["printed_symbol"], **masthead) if masthead else None,
        corner=tuple(tree["corner"]),
        subtitle=tree["subtitle"],
        scheme=HeadingScheme(tree["scheme"]),
        language=tree["language"],
        code=tree["code"],
        draft=tree["draft"],
    )
    return Paper(
        document,
        symbol=tree["symbol"],
        printed_symbol=tree["printed_symbol"],
        cited=tree["cited"],
        source=tree["source"],
        under={UUID(block["id"]): UUID(item) for block in tree["blocks"] if (item := block["agenda_item"])},
        set_aside=tuple(SetAsideEntry(UUID(e["id"]), e["text"], e["reason"]) for e in tree["set_aside"]),
        stage=DocumentStage(tree["stage"]),
        issued_on=_day(tree["issued_on"]),
        languages=tuple(tree["languages"]),
        distribution=tree["distribution"],
    )
