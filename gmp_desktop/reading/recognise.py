"""The front door of reading: a file or a text in, a document with everything it tells out."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import uuid4

from gmp_desktop.domain.blocks import (
    Document,
    DocumentKind,
    Footnote,
    Heading,
    HeadingScheme,
    ListItem,
    Paragraph,
)
from gmp_desktop.domain.inline import plain
from gmp_desktop.domain.meeting import AgendaItem, Meeting, SetAside
from gmp_desktop.domain.numbering import texts
from gmp_desktop.domain.symbols import SymbolKind, find, normalise
from gmp_desktop.reading.draft import Draft, MakeId
from gmp_desktop.reading.files import LIMIT_BYTES, load
from gmp_desktop.reading.headings import scheme_of, set_levels
from gmp_desktop.reading.letter import is_letter, part_letter, read_head, read_tail, reference_of
from gmp_desktop.reading.markup import LONGEST_LINE, Piece, pieces
from gmp_desktop.reading.masthead import Front, read_front
from gmp_desktop.reading.notes import stars_in, tie_front, tie_notes
from gmp_desktop.reading.printed import disagreements
from gmp_desktop.reading.rejoin import part_foreign, part_running, unwrapped
from gmp_desktop.reading.report import agenda_of, meeting_of
from gmp_desktop.reading.structure import Body, read_body
from gmp_desktop.reading.tables import part_tables
from gmp_desktop.reading.text_lines import lines


@dataclass(frozen=True, slots=True)
class Recognised:
    """What was read. ``symbols`` are those the text cites, in order; ``printed_symbol`` its own as printed."""

    document: Document
    meeting: Meeting | None = None
    agenda: tuple[AgendaItem, ...] = ()
    symbols: tuple[str, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    source: str = ""
    printed_symbol: str = ""

    def counts(self) -> dict[str, int]:
        """How much of everything there is, for the review before an import."""
        blocks = self.document.blocks
        paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
        return {
            "headings": sum(isinstance(block, Heading) for block in blocks),
            "paragraphs": sum(block.numbered for block in paragraphs),
            "breakout_paragraphs": sum(bool(block.group) for block in paragraphs),
            "list_items": sum(isinstance(block, ListItem) for block in blocks),
            "notes": sum(isinstance(block, Footnote) for block in blocks),
            "decisions": sum(find(symbol)[0].kind is SymbolKind.DECISION for symbol in self.symbols),
            "symbols": len(self.symbols),
            "set_aside": len(self.set_aside),
        }


def read_file(path: Path, *, limit_bytes: int | None = None) -> Recognised:
    """Read a .txt, .docx or .pdf file. Refuses what is too large, empty, locked or no document at all."""
    loaded = load(path, LIMIT_BYTES if limit_bytes is None else limit_bytes)
    return _recognise(loaded.text, path.name, loaded.set_aside)


def read_text(text: str, source: str, *, make_id: MakeId = uuid4) -> Recognised:
    """Read a text that is already at hand; ``source`` names where it came from."""
    return _recognise(text, source, (), make_id)


def _recognise(text: str, source: str, aside: Iterable[SetAside], make_id: MakeId = uuid4) -> Recognised:
    kept, foreign = part_foreign(list(pieces(lines(text))))
    if is_letter(kept):
        document, drafts, more = _letter(kept, make_id)
        printed = ""
    else:
        document, drafts, more, printed = _paper(kept, make_id)
    document = replace(document, blocks=tuple(draft.block() for draft in drafts))
    own = document.masthead.symbol if document.masthead else normalise(document.code)
    return Recognised(
        document,
        meeting_of(document, make_id),
        agenda_of(document, make_id),
        _cited(document, own),
        (*aside, *more, *foreign, *disagreements(document, drafts)),
        source,
        printed,
    )


def _letter(kept: list[Piece], make_id: MakeId) -> tuple[Document, list[Draft], list[SetAside]]:
    head, text, tail = part_letter(kept)
    text, aside = part_running(text, "")
    body = Body(DocumentKind.LETTER, make_id)
    drafts = (
        read_head(head, make_id)
        + read_body(body, list(part_tables(list(unwrapped(text)))))
        + read_tail(tail, make_id)
    )
    tie_notes(drafts)
    set_levels(drafts, HeadingScheme.ROMAN)
    subject = next((draft.text for draft in drafts if draft.more.get("role") == "subject"), "")
    title = re.sub(r"^[*\s]*\w+\s?:\s*|\*\*$", "", subject)
    document = Document(
        make_id(),
        DocumentKind.LETTER,
        title,
        code=reference_of(head),
        draft=False,
        scheme=HeadingScheme.ROMAN,
    )
    return document, drafts, aside


def _paper(kept: list[Piece], make_id: MakeId) -> tuple[Document, list[Draft], list[SetAside], str]:
    front = read_front(kept)
    kind = _kind(front, kept)
    symbol = front.masthead.symbol if front.masthead else ""
    rest, running = part_running(kept[front.end :], symbol)
    body = Body(kind, make_id, stars_in([*front.corner, front.title, front.subtitle]))
    if kind is DocumentKind.DECISION:
        body.decide()
    drafts = read_body(body, list(part_tables(list(unwrapped(rest)))))
    tie_notes(drafts)
    scheme = scheme_of(drafts, HeadingScheme.AGENDA if kind in _AGENDA_KINDS else HeadingScheme.ROMAN)
    set_levels(drafts, scheme)
    *corner, title, subtitle = tie_front([*front.corner, front.title, front.subtitle], drafts)
    draft = bool(re.search(r"\bdraft\b", title, re.IGNORECASE))
    document = Document(
        make_id(), kind, title, (), front.masthead, tuple(corner), subtitle, scheme, draft=draft
    )
    return document, drafts, [*front.set_aside, *running], front.printed_symbol


_AGENDA_KINDS = {DocumentKind.REPORT, DocumentKind.AGENDA, DocumentKind.ANNOTATED_AGENDA}


def _kind(front: Front, kept: list[Piece]) -> DocumentKind:
    title = plain(front.title).casefold()
    if re.match(r"(?:draft |proposed |revised )*decision\b", title) or re.match(r"mc-\d+/", title):
        return DocumentKind.DECISION
    if "annotated" in title or "annotations" in title:
        return DocumentKind.ANNOTATED_AGENDA
    if re.search(r"\bagenda$|^(?:draft |provisional |revised )*agenda\b", title):
        return DocumentKind.AGENDA
    if front.subtitle.casefold().startswith("note") or re.match(r"note\b", title):
        return DocumentKind.NOTE
    if (
        re.match(r"(?:draft |final |revised |advance )*(?:report|summary|minutes)\b", title)
        and "by the" not in title[:20]
    ):
        return DocumentKind.REPORT
    opening = any(
        "opening of the meeting" in piece.text[:60].casefold() for piece in kept[front.end : front.end + 12]
    )
    return DocumentKind.REPORT if opening else DocumentKind.OTHER


def _cited(document: Document, own: str) -> tuple[str, ...]:
    found = (
        symbol.text
        for text in (part for block in document.blocks for part in texts(block))
        if "/" in text
        for symbol in find(text[:LONGEST_LINE])
    )
    return tuple(dict.fromkeys(symbol for symbol in found if symbol != own))
