"""A document is a tuple of typed blocks; nothing in it is a number that could be computed.

Texts are marked texts (see :mod:`gmp_desktop.domain.inline`). Every block has the id of the row it is kept in,
so that cross-references, notes and edits hold while blocks move.
"""

from enum import StrEnum
from uuid import UUID

from gmp_desktop.domain.values import value


class DocumentKind(StrEnum):
    """What a document is; decides its numbering and its form."""

    REPORT = "report"
    NOTE = "note"
    LETTER = "letter"
    AGENDA = "agenda"
    ANNOTATED_AGENDA = "annotated-agenda"
    DECISION = "decision"
    OTHER = "other"


class HeadingScheme(StrEnum):
    """UN_STYLE 1.3: agenda items 1. (a) (i), or chapters I. A. 1. (a) (i) a."""

    AGENDA = "agenda"
    ROMAN = "roman"


class Marker(StrEnum):
    LETTER = "letter"
    BULLET = "bullet"
    DASH = "dash"


class NoteMark(StrEnum):
    NUMBER = "number"
    STAR = "star"


class LetterRole(StrEnum):
    """The parts of a letter, UN_STYLE 3.6."""

    REFERENCE = "reference"
    PLACE_DATE = "place-date"
    ADDRESSEE = "addressee"
    SUBJECT = "subject"
    SALUTATION = "salutation"
    CLOSING = "closing"
    SIGNATURE = "signature"
    SIGNATORY = "signatory"
    RECIPIENTS = "recipients"


@value
class Masthead:
    """The first page's head, UN_STYLE 1.1; empty fields are not known. Strings as they print."""

    organ: str = ""
    symbol: str = ""
    distribution: str = ""
    dated: str = ""
    language_line: str = ""
    job_number: str = ""


@value
class Heading:
    """``level`` counts from 1; an unnumbered heading prints without a label."""

    id: UUID
    text: str
    level: int = 1
    numbered: bool = True


@value
class Paragraph:
    """``group`` names the breakout group an unnumbered paragraph reports, "" elsewhere."""

    id: UUID
    text: str
    numbered: bool = True
    group: str = ""


@value
class ListItem:
    """``level`` 1 is (a), 2 is (i), 3 is a."""

    id: UUID
    text: str
    level: int = 1
    marker: Marker = Marker.LETTER


@value
class Quotation:
    id: UUID
    text: str


@value
class Table:
    """``rows`` are of equal length; the first ``header_rows`` are repeated on every page.

    A roomy one has rows high enough to be written in by hand. ``widths`` are those of the columns to each other;
    without them every column is as wide as its words ask for.
    """

    id: UUID
    rows: tuple[tuple[str, ...], ...]
    header_rows: int = 1
    text: str = ""
    """The caption."""
    roomy: bool = False
    widths: tuple[int, ...] = ()


@value
class AgendaLine:
    """An item of a printed agenda with its full stop, semicolon or colon; ``level`` 1 is 1., 2 is (a), 3 is (i)."""

    id: UUID
    text: str
    level: int = 1


@value
class Roll:
    """One group of a list of participants, set in columns.

    Every row is a person: the delegation, the name, then function, division and whatever else stands under the
    name, a line each; empty lines are left out. Rows of one delegation follow each other.
    """

    id: UUID
    rows: tuple[tuple[str, ...], ...]
    text: str = ""
    """The caption."""


@value
class Footnote:
    """The text of a note; it prints at the foot of the page that refers to its id."""

    id: UUID
    text: str
    mark: NoteMark = NoteMark.NUMBER


@value
class DecisionTitle:
    id: UUID
    text: str


@value
class Enacting:
    """The organ that decides, with its comma: it opens a decision."""

    id: UUID
    text: str


@value
class Preambular:
    id: UUID
    text: str


@value
class Operative:
    id: UUID
    text: str


@value
class Annex:
    """Opens an annex on a new page; ``text`` is its title. Paragraphs and notes count from 1 again."""

    id: UUID
    text: str = ""


@value
class LetterPart:
    """Lines are parted by newlines."""

    id: UUID
    text: str
    role: LetterRole = LetterRole.REFERENCE


@value
class EndRule:
    id: UUID
    text: str = ""


Block = (
    Heading
    | Paragraph
    | ListItem
    | Quotation
    | Table
    | AgendaLine
    | Roll
    | Footnote
    | DecisionTitle
    | Enacting
    | Preambular
    | Operative
    | Annex
    | LetterPart
    | EndRule
)


@value
class Document:
    """A whole paper: title matter and blocks.

    ``corner`` holds the corner block line by line (UN_STYLE 1.2); ``title`` and ``subtitle`` may refer to starred
    notes. ``code`` names a document that bears no symbol. ``language`` is a BCP 47 tag.
    """

    id: UUID
    kind: DocumentKind
    title: str
    blocks: tuple[Block, ...] = ()
    masthead: Masthead | None = None
    corner: tuple[str, ...] = ()
    subtitle: str = ""
    scheme: HeadingScheme = HeadingScheme.AGENDA
    language: str = "en"
    code: str = ""
    draft: bool = True


def begins_page(blocks: tuple[Block, ...], at: int) -> bool:
    """Whether a block is the heading of a table to be written in: such a sheet has a page of its own."""
    follows = blocks[at + 1] if at + 1 < len(blocks) else None
    return at > 0 and isinstance(blocks[at], Heading) and isinstance(follows, Table) and follows.roomy
