"""A block as what it is in Word: paragraphs in their styles, tables, columns."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import singledispatch
from itertools import groupby
from uuid import UUID
from xml.etree.ElementTree import Element

from gmp_desktop.documents.docx.form import Form
from gmp_desktop.documents.docx.nodes import node, twips
from gmp_desktop.documents.docx.notes import Notes
from gmp_desktop.documents.docx.numbering import NO_LIST, STYLES, Numbering, Series, depth_of
from gmp_desktop.documents.docx.paragraphs import paragraph
from gmp_desktop.documents.docx.runs import runs_of
from gmp_desktop.documents.docx.styles import LETTER_STYLES
from gmp_desktop.documents.docx.tables import table_of
from gmp_desktop.documents.pdf import tables
from gmp_desktop.documents.pdf.pieces import END_RULE
from gmp_desktop.documents.pdf.setter import Setter
from gmp_desktop.documents.pdf.styles import Sheet
from gmp_desktop.domain.blocks import (
    AgendaLine,
    Annex,
    DecisionTitle,
    Document,
    Enacting,
    EndRule,
    Footnote,
    Heading,
    LetterPart,
    ListItem,
    Marker,
    Operative,
    Paragraph,
    Preambular,
    Quotation,
    Roll,
    Table,
)

_SERIES = {Marker.LETTER: Series.ITEMS, Marker.BULLET: Series.BULLETS, Marker.DASH: Series.DASHES}


@dataclass(frozen=True, slots=True)
class Setting:
    """What every block of one document is made with."""

    document: Document
    form: Form
    sheet: Sheet
    setter: Setter
    labels: Mapping[UUID, str]
    marks: Mapping[str, str]
    notes: Notes
    numbering: Numbering
    over: Mapping[UUID, bool] = field(default_factory=dict)
    """Headings over what is as wide as the rules, and whether they begin a page."""

    def numbered(self, series: Series, level: int, id: UUID, text: str) -> Element:
        """A text in the style of its level; it names its list only where that is not the style's own."""
        level = min(max(level, 1), depth_of(series, self.document.scheme)) - 1
        chosen = self.numbering.place(series, level, self.labels[id])
        return self.set(STYLES[series].format(level + 1), text, None if chosen is None else (chosen, level))

    def set(self, style: str, text: str, place: tuple[int, int] | None = None) -> Element:
        return paragraph(style, *runs_of(text, self.notes.refer), text=text, place=place)


@singledispatch
def elements_of(block: object, setting: Setting) -> list[Element]:
    """What a block is in the body of the file."""
    raise TypeError(f"A Word file has no form for {type(block).__name__}.")


@elements_of.register
def _(block: Heading, setting: Setting) -> list[Element]:
    """Over what is as wide as the rules it begins there, and it may begin a page."""
    level = min(max(block.level, 1), depth_of(Series.HEADINGS, setting.document.scheme))
    place: tuple[int, int] | None = (NO_LIST, level - 1)
    if block.id in setting.labels:
        chosen = setting.numbering.place(Series.HEADINGS, level - 1, setting.labels[block.id])
        place = None if chosen is None else (chosen, level - 1)
    wide = block.id in setting.over
    return [
        paragraph(
            f"Heading{level}",
            *runs_of(block.text, setting.notes.refer),
            text=block.text,
            place=place,
            left=0 if wide else twips(setting.form.column_left) if place else None,
            right=0 if wide else None,
            new_page=setting.over.get(block.id, False),
        )
    ]


@elements_of.register
def _(block: Paragraph, setting: Setting) -> list[Element]:
    if block.id in setting.labels:
        return [setting.numbered(Series.PARAGRAPHS, 1, block.id, block.text)]
    return [setting.set("Paragraph", block.text)]


@elements_of.register
def _(block: ListItem, setting: Setting) -> list[Element]:
    return [setting.numbered(_SERIES[block.marker], block.level, block.id, block.text)]


@elements_of.register
def _(block: AgendaLine, setting: Setting) -> list[Element]:
    return [setting.numbered(Series.AGENDA, block.level, block.id, block.text)]


@elements_of.register
def _(block: Quotation, setting: Setting) -> list[Element]:
    return [setting.set("Quote", block.text)]


@elements_of.register
def _(block: Table, setting: Setting) -> list[Element]:
    measure = tables.extent_of(block, setting.sheet)[1]
    widths = tables.column_widths(block, setting.setter, setting.marks, measure)
    return table_of(block, widths, setting.form, setting.notes.refer, wide=tables.is_wide(block))


@elements_of.register
def _(block: Roll, setting: Setting) -> list[Element]:
    """A paragraph for every delegation and every person; the columns are the section's."""
    refer = setting.notes.refer
    out: list[Element] = []
    for delegation, people in groupby(filter(None, block.rows), key=lambda row: row[0]):
        if delegation.strip():
            out.append(setting.set("Delegation", delegation))
        for _, *lines in people:
            said = [line for line in lines if line.strip()]
            runs = [
                run
                for at, line in enumerate(said)
                for run in (*((node("r", node("br")),) if at else ()), *runs_of(line, refer))
            ]
            out.append(paragraph("Participant", *runs, text=said[0] if said else ""))
    return out


@elements_of.register
def _(block: Footnote, setting: Setting) -> list[Element]:
    """It is at the foot of the page already, unless no text refers to it."""
    return [] if setting.notes.is_cited(block) else [setting.notes.in_place(block)]


@elements_of.register
def _(block: DecisionTitle, setting: Setting) -> list[Element]:
    return [setting.set("DecisionTitle", block.text)]


@elements_of.register
def _(block: Enacting, setting: Setting) -> list[Element]:
    return [setting.set("Enacting", block.text)]


@elements_of.register
def _(block: Preambular, setting: Setting) -> list[Element]:
    return [setting.set("Preambular", block.text)]


@elements_of.register
def _(block: Operative, setting: Setting) -> list[Element]:
    if block.id in setting.labels:
        return [setting.numbered(Series.OPERATIVE, 1, block.id, block.text)]
    return [setting.set("SingleOperative", block.text)]


@elements_of.register
def _(block: Annex, setting: Setting) -> list[Element]:
    """Its number and its title are two lines of one heading."""
    made = setting.numbered(Series.ANNEXES, 1, block.id, block.text)
    if block.text:
        made.insert(1, node("r", node("br")))
    return [made]


@elements_of.register
def _(block: LetterPart, setting: Setting) -> list[Element]:
    return [setting.set(LETTER_STYLES[block.role], block.text)]


@elements_of.register
def _(block: EndRule, setting: Setting) -> list[Element]:
    return [end_rule(setting.form)]


def end_rule(form: Form) -> Element:
    """The short line that ends a document, in the middle of the page."""
    side = twips((form.measure - form.points(END_RULE.width)) / 2)
    line = node("pBdr", node("top", val="single", sz=2, space=1, color="auto"))
    return paragraph(
        "EndRule", rule=line, left=side, right=side, before=twips(form.points(END_RULE.drop - 12))
    )
