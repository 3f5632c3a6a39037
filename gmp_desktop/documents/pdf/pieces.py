"""A block as a piece of the page: its lines, the space around it and where it may be broken."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import singledispatch
from uuid import UUID

from gmp_desktop.documents.pdf import rolls, styles, tables
from gmp_desktop.documents.pdf.lines import Line, Rule
from gmp_desktop.documents.pdf.setter import Label, Setter
from gmp_desktop.documents.pdf.styles import Sheet, Style
from gmp_desktop.domain.blocks import (
    AgendaLine,
    Annex,
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
    Operative,
    Paragraph,
    Preambular,
    Quotation,
    Roll,
    Table,
)
from gmp_desktop.domain.inline import plain
from gmp_desktop.domain.numbering import labels

NOTE_ROWS = 4
"""Room for notes of no more rows than these is not broken."""
END_RULE = Rule(0, 72, 25, 0.25)


@dataclass(frozen=True, slots=True)
class Piece:
    """``breaks`` are the lines a new page may begin with; ``None`` asks for two lines on either page."""

    id: UUID | None
    lines: tuple[Line, ...]
    x: float
    before: float = 0
    after: float = 0
    keep: bool = False
    breaks: frozenset[int] | None = None
    repeat: tuple[Line, ...] = ()
    """Lines that stand again at the top of every further page."""
    new_page: bool = False
    level: int = 0
    """Depth in the outline from 1; 0 is not in it."""
    title: str = ""
    hangs: bool = False
    """It may reach into the margin rather than stand on a page alone."""
    columns: rolls.Columns | None = None
    """What is filled into the page after the lines; ``room`` is what it must have there at least."""
    room: float = 0.0

    def may_break(self, at: int) -> bool:
        """Whether a page may end before this line."""
        if self.breaks is None:
            return 2 <= at <= len(self.lines) - 2
        return at in self.breaks

    def first_part(self) -> int:
        """How many lines must stand together at the start."""
        for at in range(1, len(self.lines)):
            if self.may_break(at):
                return at
        return len(self.lines)


WHOLE: frozenset[int] = frozenset()
"""No line may begin a page."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What every block of one document is set with."""

    document: Document
    setter: Setter
    sheet: Sheet
    labels: Mapping[UUID, str]
    marks: Mapping[str, str] = field(default_factory=dict)
    """Printed marks of notes by their id as text."""

    def piece(
        self, id: UUID | None, text: str, style: Style, *, label: Label | None = None, first: float = 0
    ) -> Piece:
        """A text in the column, behind its label."""
        lines = self.setter.set(text, style, self.sheet.column, self.marks, first=first, label=label)
        breaks = WHOLE if style.keep else None
        return Piece(id, lines, self.sheet.text_left, style.before, style.after, style.keep, breaks)

    def label(self, id: UUID, at: float = 0.0, *, raised: bool = False) -> Label | None:
        """The label of a block, if it has one."""
        text = self.labels.get(id, "")
        return Label(text, at, raised) if text else None


def setting_of(document: Document, setter: Setter, sheet: Sheet) -> Setting:
    known = labels(document)
    notes = (block.id for block in document.blocks if isinstance(block, Footnote))
    return Setting(document, setter, sheet, known, {str(id): known[id] for id in notes})


@singledispatch
def piece_of(block: object, setting: Setting) -> Piece | None:
    """What a block is on the page; a note has no place of its own."""
    raise TypeError(f"The page has no form for {type(block).__name__}.")


@piece_of.register
def _(block: Heading, setting: Setting) -> Piece:
    roman = setting.document.scheme is HeadingScheme.ROMAN
    table = styles.ROMAN_HEADINGS if roman else styles.AGENDA_HEADINGS
    style = table[min(max(block.level, 1), len(table)) - 1]
    number = setting.labels.get(block.id, "")
    hang = max(styles.HANG, setting.setter.width(number, style) + styles.LABEL_GAP + 2) if number else 0.0
    piece = setting.piece(block.id, block.text, style, label=setting.label(block.id, -hang))
    return replace(piece, level=max(block.level, 1), title=f"{number} {plain(block.text)}".strip())


@piece_of.register
def _(block: Paragraph, setting: Setting) -> Piece:
    label = setting.label(block.id)
    style = styles.LETTER_BODY if setting.document.kind is DocumentKind.LETTER else styles.BODY
    return setting.piece(block.id, block.text, style, label=label, first=styles.STEP if label else 0)


@piece_of.register
def _(block: ListItem, setting: Setting) -> Piece:
    letter = setting.document.kind is DocumentKind.LETTER
    depth = max(block.level, 1) - (1 if letter else 0)
    base = styles.LETTER_BODY if letter else styles.BODY
    style = replace(base, left=styles.STEP * (depth + 1))
    return setting.piece(block.id, block.text, style, label=setting.label(block.id, styles.STEP * depth))


@piece_of.register
def _(block: Quotation, setting: Setting) -> Piece:
    return setting.piece(block.id, block.text, styles.QUOTATION)


@piece_of.register
def _(block: Table, setting: Setting) -> Piece:
    body, head = tables.lines_of(block, setting.setter, setting.sheet, setting.marks)
    short = block.roomy and len(body) <= NOTE_ROWS
    breaks = WHOLE if short else tables.breaks_of(body, head)
    repeat = head if sum(line.height for line in head) < setting.sheet.height / 4 else ()
    lines = (*head, *(line for row in body for line in row))
    return Piece(block.id, lines, setting.sheet.text_left, 6, 12, False, breaks, repeat)


@piece_of.register
def _(block: AgendaLine, setting: Setting) -> Piece:
    """Unlike a list item, one begins at the edge of the column."""
    depth = max(block.level, 1) - 1
    style = replace(styles.AGENDA_LINE, left=styles.STEP * (depth + 1))
    return setting.piece(block.id, block.text, style, label=setting.label(block.id, styles.STEP * depth))


@piece_of.register
def _(block: Roll, setting: Setting) -> Piece:
    columns = rolls.columns_of(block, setting.setter, setting.sheet, setting.marks, setting.document.language)
    sheet = setting.sheet
    caption: tuple[Line, ...] = ()
    if block.text:
        caption = setting.setter.set(
            block.text, styles.CAPTION, sheet.rule_right - sheet.rule_left, setting.marks
        )
    return Piece(
        block.id, caption, sheet.rule_left, 6, 12, breaks=WHOLE, columns=columns, room=columns.least()
    )


@piece_of.register
def _(block: Footnote, setting: Setting) -> None:
    return None


@piece_of.register
def _(block: DecisionTitle, setting: Setting) -> Piece:
    piece = setting.piece(block.id, block.text, styles.DECISION_TITLE)
    return replace(piece, level=1, title=plain(block.text))


@piece_of.register
def _(block: Enacting, setting: Setting) -> Piece:
    return setting.piece(block.id, block.text, replace(styles.INDENTED, keep=True))


@piece_of.register
def _(block: Preambular, setting: Setting) -> Piece:
    return setting.piece(block.id, block.text, styles.INDENTED)


@piece_of.register
def _(block: Operative, setting: Setting) -> Piece:
    label = setting.label(block.id, styles.STEP)
    return setting.piece(
        block.id, block.text, styles.INDENTED, label=label, first=styles.STEP if label else 0
    )


@piece_of.register
def _(block: Annex, setting: Setting) -> Piece:
    label = setting.labels[block.id]
    head = setting.piece(block.id, label, styles.ANNEX)
    title = f"{label}: {plain(block.text)}" if block.text else label
    lines = head.lines
    if block.text:
        lines += setting.piece(block.id, block.text, styles.ANNEX_TITLE).lines
    return replace(head, lines=lines, after=styles.ANNEX_TITLE.after, new_page=True, level=1, title=title)


LETTER_STYLES = {
    LetterRole.SUBJECT: replace(styles.LETTER_PART, bold=True, before=6, after=12),
    LetterRole.SALUTATION: replace(styles.LETTER_PART, after=10),
    LetterRole.CLOSING: replace(styles.LETTER_PART, before=12, after=6, keep=True),
    LetterRole.SIGNATURE: replace(styles.LETTER_PART, italic=True, before=6, keep=True),
    LetterRole.PLACE_DATE: replace(styles.LETTER_PART, after=18),
    LetterRole.ADDRESSEE: replace(styles.LETTER_PART, after=18),
    LetterRole.RECIPIENTS: replace(styles.LETTER_PART, before=18),
}


@piece_of.register
def _(block: LetterPart, setting: Setting) -> Piece:
    return setting.piece(block.id, block.text, LETTER_STYLES.get(block.role, styles.LETTER_PART))


@piece_of.register
def _(block: EndRule, setting: Setting) -> Piece:
    return end_rule(setting.sheet, block.id)


def end_rule(sheet: Sheet, id: UUID | None = None) -> Piece:
    """The short rule that ends a document, centred on the page."""
    x = (sheet.width - END_RULE.width) / 2
    return Piece(id, (Line((), 26, rules=(END_RULE,)),), x, breaks=WHOLE, hangs=True)


def note_lines(note: Footnote, setting: Setting) -> tuple[Line, ...]:
    """A note as it stands at the page's foot, behind its mark."""
    raised = not setting.labels.get(note.id, "").startswith("*")
    label = setting.label(note.id, raised=raised)
    lines = setting.setter.set(note.text, styles.NOTE, setting.sheet.column, setting.marks, label=label)
    return (*lines[:-1], replace(lines[-1], height=lines[-1].height + styles.NOTE.after))
