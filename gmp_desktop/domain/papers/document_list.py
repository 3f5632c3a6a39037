"""The list of documents: working, information and in-session ones, each in the order of their symbols."""

from collections.abc import Sequence
from enum import StrEnum

from gmp_desktop.domain.agenda import number_of
from gmp_desktop.domain.blocks import Block, Document, Heading, Table
from gmp_desktop.domain.inline import escape
from gmp_desktop.domain.meeting import AgendaItem, DocumentStage, MeetingDocument
from gmp_desktop.domain.papers.front import Front, framed, keys_of
from gmp_desktop.domain.papers.kinds import PaperKind
from gmp_desktop.domain.papers.wording import Wording
from gmp_desktop.domain.symbols import Symbol

WIDTHS = (30, 55, 15)


class Shelf(StrEnum):
    WORKING = "working"
    INFORMATION = "information"
    IN_SESSION = "in-session"


def document_list(
    front: Front, items: Sequence[AgendaItem], documents: Sequence[MeetingDocument], say: Wording
) -> Document:
    """Papers that are only cited or were withdrawn are not listed; one without a symbol comes last."""
    key = keys_of(front, PaperKind.DOCUMENTS)
    blocks: list[Block] = []
    head = tuple(say(f"column-{name}") for name in ("symbol", "title", "item"))
    for shelf in Shelf:
        rows = [_row(document, items) for document in _listed(documents, shelf)]
        if rows:
            blocks.append(Heading(key(), say(f"documents-{shelf.value}"), numbered=False))
            blocks.append(Table(key(), (head, *rows), 1, "", False, WIDTHS))
    return framed(front, PaperKind.DOCUMENTS, say("documents"), blocks, say)


def shelf_of(symbol: str) -> Shelf:
    """By the component of its symbol (UN_STYLE 2)."""
    parts = symbol.split("/")
    if any(part.startswith("INF") for part in parts[1:]):
        return Shelf.INFORMATION
    if any(part.startswith(("CRP.", "L.")) for part in parts[1:]):
        return Shelf.IN_SESSION
    return Shelf.WORKING


def _listed(documents: Sequence[MeetingDocument], shelf: Shelf) -> list[MeetingDocument]:
    own = [
        document
        for document in documents
        if not document.cited
        and document.stage is not DocumentStage.WITHDRAWN
        and shelf_of(document.symbol) is shelf
    ]
    return sorted(own, key=lambda document: (not document.symbol, Symbol(document.symbol), document.title))


def _row(document: MeetingDocument, items: Sequence[AgendaItem]) -> tuple[str, ...]:
    order = [item.id for item in items]
    under = sorted((id for id in document.item_ids if id in order), key=order.index)
    symbol = document.printed_symbol or document.symbol or document.code
    return escape(symbol), document.title, ", ".join(number_of(items, id) for id in under)
