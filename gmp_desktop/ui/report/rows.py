"""A report as rows of a list: what each shows, is called and is said to be."""

from uuid import UUID

from PySide6.QtCore import QCoreApplication

from gmp_desktop.domain.blocks import (
    Annex,
    Block,
    DecisionTitle,
    Document,
    Enacting,
    EndRule,
    Footnote,
    Heading,
    LetterPart,
    LetterRole,
    ListItem,
    Marker,
    Operative,
    Paragraph,
    Preambular,
    Quotation,
    Table,
)
from gmp_desktop.domain.inline import note_references
from gmp_desktop.domain.numbering import labels
from gmp_desktop.ui.report.row import END_RULE, FRONT, PARAGRAPH, TABLE, Row

translate = QCoreApplication.translate


def rows_of(document: Document) -> tuple[Row, ...]:
    known = labels(document)
    title = document.title
    front = Row(document.id, None, title, "", _notes(title, known), _front_line(document), FRONT)
    return (front._replace(margin=about(front)), *(_row(block, known) for block in document.blocks))


def _row(block: Block, known: dict[UUID, str]) -> Row:
    row = Row(
        block.id, block, block.text, known.get(block.id, ""), _notes(block.text, known), "", _kind(block)
    )
    margin = about(row)
    if isinstance(block, Table):
        return row._replace(margin=margin, cells=block.rows, header_rows=block.header_rows)
    return row._replace(margin=margin) if margin else row


_KINDS: dict[type, str] = {
    Annex: "annex",
    DecisionTitle: "decision",
    Enacting: "enacting",
    EndRule: END_RULE,
    Footnote: "note",
    Operative: "operative",
    Paragraph: PARAGRAPH,
    Preambular: "quotation",
    Quotation: "quotation",
    Table: TABLE,
}


def _kind(block: Block) -> str:
    """What the row looks like, as report_style names it."""
    match block:
        case Heading(level=level):
            return "heading" if level == 1 else "subheading"
        case ListItem(level=level):
            return f"item {level}"
        case LetterPart(role=LetterRole.SUBJECT):
            return "subject"
    return _KINDS.get(type(block), "text")


def counted(rows: tuple[Row, ...]) -> tuple[int, int]:
    """Words, and paragraphs that bear a number."""
    words = sum(len(row.plain.split()) for row in rows)
    return words, sum(isinstance(row.block, Paragraph | Operative) and bool(row.label) for row in rows)


def name_of(row: Row) -> str:
    """What the row is called in a sentence: "paragraph 14"."""
    number = row.label.rstrip(".")
    match row.block:
        case None:
            return translate("report", "front page")
        case Paragraph():
            words = (
                translate("report", "paragraph {number}")
                if number
                else translate("report", "unnumbered paragraph")
            )
        case Heading():
            words = translate("report", "heading {number}")
        case ListItem(marker=Marker.LETTER):
            words = translate("report", "item {number}")
        case ListItem():
            words = translate("report", "item")
        case Footnote():
            words = translate("report", "note {number}")
        case Operative():
            words = translate("report", "operative paragraph {number}")
        case Annex():
            return row.label.lower()
        case _:
            words = about(row)
    return words.format(number=number).strip()


def about(row: Row) -> str:
    """What stands in the margin: only what the row's look does not say."""
    match row.block:
        case None:
            return translate("report", "Front page")
        case Paragraph(group=group) if group:
            return translate("report", "Group: {group}").format(group=group)
        case Paragraph(numbered=False):
            return translate("report", "No number")
        case Footnote():
            return translate("report", "Note")
        case Quotation():
            return translate("report", "Quotation")
        case Table(rows=cells):
            size = translate("report", "Table, {rows} rows by {columns}")
            return size.format(rows=len(cells), columns=len(cells[0]) if cells else 0)
        case DecisionTitle():
            return translate("report", "Decision")
        case Enacting():
            return translate("report", "Who decides")
        case Preambular():
            return translate("report", "Preamble")
        case LetterPart(role=role):
            return _letter_part(role)
        case EndRule():
            return translate("report", "End")
        case _:
            return ""


def spoken(row: Row) -> str:
    """For screen readers: name first, then the words."""
    return f"{called(row)}: {row.plain}"


def called(row: Row) -> str:
    name = name_of(row)
    group = f", {about(row)}" if isinstance(row.block, Paragraph) and row.block.group else ""
    return f"{name[:1].upper()}{name[1:]}{group}"


def symbol_of(document: Document) -> str:
    return (document.masthead.symbol if document.masthead else "") or document.code


def _notes(text: str, known: dict[UUID, str]) -> tuple[tuple[str, str], ...]:
    references = note_references(text)
    if not references:
        return ()
    by_id = {str(id): label for id, label in known.items()}
    return tuple((reference, by_id.get(reference, "?")) for reference in references)


def _front_line(document: Document) -> str:
    head = document.masthead
    if head is None:
        return document.code
    parts = (head.symbol or document.code, head.distribution, head.dated, head.language_line)
    return " · ".join(part for part in parts if part)


def _letter_part(role: LetterRole) -> str:
    return {
        LetterRole.REFERENCE: translate("report", "Reference"),
        LetterRole.PLACE_DATE: translate("report", "Place and date"),
        LetterRole.ADDRESSEE: translate("report", "Addressee"),
        LetterRole.SUBJECT: translate("report", "Subject"),
        LetterRole.SALUTATION: translate("report", "Salutation"),
        LetterRole.CLOSING: translate("report", "Closing"),
        LetterRole.SIGNATURE: translate("report", "Signature"),
        LetterRole.SIGNATORY: translate("report", "Signatory"),
        LetterRole.RECIPIENTS: translate("report", "Recipients"),
    }[role]
