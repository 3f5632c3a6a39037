"""A document laid out on pages: what is drawn where, and where every block stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from uuid import UUID

from gmp_desktop.documents import phrases
from gmp_desktop.documents.paper import Paper
from gmp_desktop.documents.pdf.flow import Anchor, Flow, Place, Placed
from gmp_desktop.documents.pdf.fonts import shipped_fonts
from gmp_desktop.documents.pdf.furniture import furniture
from gmp_desktop.documents.pdf.lines import Line
from gmp_desktop.documents.pdf.masthead import masthead, opening
from gmp_desktop.documents.pdf.pieces import (
    WHOLE,
    Piece,
    Setting,
    end_rule,
    note_lines,
    piece_of,
    setting_of,
)
from gmp_desktop.documents.pdf.setter import Setter
from gmp_desktop.documents.pdf.styles import Sheet, sheet_of
from gmp_desktop.documents.pdf.tables import is_wide
from gmp_desktop.documents.wording import count_words
from gmp_desktop.domain.blocks import (
    Document,
    DocumentKind,
    EndRule,
    Footnote,
    Heading,
    Roll,
    Table,
    begins_page,
)
from gmp_desktop.domain.inline import note_references
from gmp_desktop.domain.numbering import texts


@dataclass(frozen=True, slots=True)
class LaidPage:
    """``furniture`` is head, foot and masthead, ``text`` the document's own."""

    text: tuple[Placed, ...]
    furniture: tuple[Placed, ...]
    anchors: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """``places`` tells for every block where it stands, one place for each page it is on.

    Places are in points of the sheet, before its scale.
    """

    document: Document
    paper: Paper
    sheet: Sheet
    pages: tuple[LaidPage, ...]
    places: Mapping[UUID, tuple[Place, ...]]
    words: int
    missing: str
    """Characters no font of the program has, each once; they print as boxes."""

    @property
    def page_count(self) -> int:
        return len(self.pages)


@cache
def shipped_setter() -> Setter:
    """The setter of the program's fonts; it keeps what it set for as long as the program runs."""
    return Setter(shipped_fonts())


def layout(
    document: Document, *, paper: Paper = Paper.A4, large: bool = False, setter: Setter | None = None
) -> Layout:
    """Lay a document out; with the same setter only texts that changed are set anew."""
    setter = setter or shipped_setter()
    sheet = sheet_of(paper, letter=document.kind is DocumentKind.LETTER, large=large)
    setting = setting_of(document, setter, sheet)
    notes = {str(block.id): block for block in document.blocks if isinstance(block, Footnote)}
    flow = Flow(
        sheet,
        {id: note_lines(note, setting) for id, note in notes.items()},
        {id: note.id for id, note in notes.items()},
    )
    head: list[Placed] = []
    if document.masthead:
        head, y = masthead(document.masthead, setter, sheet)
        flow.begin(y)
    flow.run(list(_pieces(setting)))
    symbol = phrases.running_symbol(document)
    job = document.masthead.job_number if document.masthead else ""
    pages = []
    for number, page in enumerate(flow.pages, start=1):
        around = furniture(number, len(flow.pages), sheet, setter, symbol=symbol, job_number=job)
        first = head if number == 1 else []
        pages.append(LaidPage(tuple(page.placed), (*first, *around), tuple(page.anchors)))
    places = {id: tuple(found) for id, found in flow.places.items()}
    return Layout(document, paper, sheet, tuple(pages), places, _words(document), _missing(pages))


def _pieces(setting: Setting) -> Iterator[Piece]:
    document = setting.document
    yield from opening(setting)
    cited = _cited(document)
    for at, block in enumerate(document.blocks):
        if isinstance(block, Footnote) and str(block.id) not in cited:
            yield Piece(None, (Line((), 0, notes=(str(block.id),)),), setting.sheet.text_left, breaks=WHOLE)
        elif (piece := piece_of(block, setting)) is not None:
            yield _over_what_follows(piece, at, setting)
    if document.masthead and not any(isinstance(block, EndRule) for block in document.blocks):
        yield end_rule(setting.sheet)


def _over_what_follows(piece: Piece, at: int, setting: Setting) -> Piece:
    """A heading begins where what it stands over begins, and on a page of its own where that is a sheet to sign."""
    blocks = setting.document.blocks
    follows = blocks[at + 1] if at + 1 < len(blocks) else None
    if not isinstance(blocks[at], Heading):
        return piece
    wide = isinstance(follows, Roll) or (isinstance(follows, Table) and is_wide(follows))
    x = setting.sheet.rule_left if wide else piece.x
    return replace(piece, x=x, new_page=begins_page(blocks, at))


def _cited(document: Document) -> set[str]:
    """Ids of the notes a printed text refers to."""
    front = [*document.corner]
    if phrases.prints_title(document):
        front += [document.title, document.subtitle]
    found = {id for text in front for id in note_references(text)}
    for block in document.blocks:
        for text in texts(block):
            found.update(note_references(text))
    return found


def _words(document: Document) -> int:
    """Words as the length of a document is counted: with headings and notes, without marks and labels."""
    count = sum(count_words(text) for text in (document.title, document.subtitle, *document.corner))
    return count + sum(count_words(text) for block in document.blocks for text in texts(block))


def _missing(pages: list[LaidPage]) -> str:
    lines = (placed.line for page in pages for placed in (*page.text, *page.furniture))
    return "".join(sorted({letter for line in lines if line.missing for letter in line.missing}))
