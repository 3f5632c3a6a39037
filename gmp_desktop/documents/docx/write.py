"""A document as a Word file: its blocks in sections, with everything a section and the file need."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from uuid import UUID
from xml.etree.ElementTree import Element

from gmp_desktop.documents import phrases
from gmp_desktop.documents.docx.blocks import Setting, elements_of, end_rule
from gmp_desktop.documents.docx.form import Form, form_of
from gmp_desktop.documents.docx.furniture import furniture
from gmp_desktop.documents.docx.masthead import masthead, opening
from gmp_desktop.documents.docx.nodes import node, twips
from gmp_desktop.documents.docx.notes import Notes
from gmp_desktop.documents.docx.numbering import Numbering
from gmp_desktop.documents.docx.package import About, Package
from gmp_desktop.documents.docx.paragraphs import end_section, paragraph
from gmp_desktop.documents.docx.settings import settings_part
from gmp_desktop.documents.docx.styles import font_table, styles_part
from gmp_desktop.documents.paper import Paper
from gmp_desktop.documents.pdf.layout import shipped_setter
from gmp_desktop.documents.pdf.rolls import COLUMN_GAP, COLUMNS
from gmp_desktop.documents.pdf.setter import Setter
from gmp_desktop.documents.pdf.styles import sheet_of
from gmp_desktop.documents.pdf.tables import is_wide
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
from gmp_desktop.domain.inline import note_references, plain
from gmp_desktop.domain.numbering import labels, texts


def write_docx(
    document: Document,
    *,
    paper: Paper = Paper.A4,
    large: bool = False,
    watermark: str | None = None,
    setter: Setter | None = None,
) -> bytes:
    """The document as a Word file; equal documents give equal bytes.

    ``watermark`` is drawn behind every page; by default it says that a draft is one, and "" draws none. ``large``
    print is one and a half as large.
    """
    setting = _setting(document, paper, setter or shipped_setter(), large=large)
    head, form = document.masthead, setting.form
    package = Package(
        About(
            plain(document.title) or phrases.running_symbol(document),
            phrases.running_symbol(document),
            head.organ if head else "",
            document.language,
        )
    )
    body = _Body(form, COLUMNS[form.scale > 1])
    if head:
        body.add(masthead(head, setting))
    body.add(list(opening(setting)))
    for block in document.blocks:
        if isinstance(block, Roll) and block.text:
            body.add([setting.set("Caption", block.text)])
        if isinstance(block, Roll):
            body.columns(elements_of(block, setting))
        else:
            body.add(elements_of(block, setting))
    if head and not any(isinstance(block, EndRule) for block in document.blocks):
        body.add([end_rule(form)])
    mark = watermark if watermark is not None else phrases.WATERMARK if document.draft else ""
    around = furniture(
        package,
        form,
        symbol=phrases.running_symbol(document),
        job_number=head.job_number if head else "",
        head=head is not None,
        watermark=mark.strip(),
        setter=setting.setter,
    )
    package.add("styles", styles_part(form, setting.numbering, document.language))
    package.add("numbering", setting.numbering.part())
    package.add("footnotes", setting.notes.part())
    package.add("settings", settings_part(form, document.language, notes=True))
    package.add("fontTable", font_table())
    return package.whole(node("document", body.whole(around)))


@dataclass(slots=True)
class _Body:
    """Elements in sections: those in columns are apart from all others."""

    form: Form
    count: int
    _elements: list[Element] = field(default_factory=list)
    _ends: list[tuple[int, int]] = field(default_factory=list)
    """Where a section ends, and how many columns it has."""

    def add(self, made: list[Element]) -> None:
        self._elements += made

    def columns(self, made: list[Element]) -> None:
        if not made:
            return
        self._end(1)
        self._elements += made
        self._end(self.count)

    def whole(self, around: list[Element]) -> Element:
        """Only the first section names heads and feet; the others have the same."""
        ends = dict(self._ends)
        body = node("body")
        first = True
        for at, element in enumerate(self._elements, start=1):
            body.append(element)
            if at in ends:
                section = self._section(ends[at], around if first else [])
                end_section(_last_paragraph(body), section)
                first = False
        body.append(self._section(1, around if first else []))
        return body

    def _end(self, columns: int) -> None:
        if self._elements and self._ends[-1:] != [(len(self._elements), columns)]:
            self._ends.append((len(self._elements), columns))

    def _section(self, columns: int, around: list[Element]) -> Element:
        form = self.form
        width, height = twips(form.width), twips(form.height)
        gap = twips(form.points(COLUMN_GAP))
        return node(
            "sectPr",
            *around,
            None if around else node("type", val="continuous"),
            node("pgSz", w=width, h=height),
            node(
                "pgMar",
                top=twips(form.top),
                right=twips(form.right),
                bottom=twips(form.bottom),
                left=twips(form.left),
                header=twips(form.head),
                footer=twips(form.foot),
                gutter=0,
            ),
            node("cols", num=columns, space=gap) if columns > 1 else node("cols", space=gap),
            node("titlePg") if around else None,
        )


def _last_paragraph(body: Element) -> Element:
    last = body[-1]
    if last.tag == "w:p":
        return last
    last = paragraph("AfterTable")
    body.append(last)
    return last


def _setting(document: Document, paper: Paper, setter: Setter, *, large: bool) -> Setting:
    letter = document.kind is DocumentKind.LETTER
    form = form_of(document, paper, large=large)
    known = labels(document)
    notes = {str(block.id): block for block in document.blocks if isinstance(block, Footnote)}
    marks = {id: known[note.id] for id, note in notes.items()}
    return Setting(
        document,
        form,
        sheet_of(paper, letter=letter, large=large),
        setter,
        known,
        marks,
        Notes(notes, marks, _cited(document), twips(form.column_left)),
        Numbering(form, document.scheme, letter),
        dict(_over(document)),
    )


def _cited(document: Document) -> set[str]:
    """Ids of the notes a printed text refers to that is not itself a note."""
    front = [*document.corner]
    if phrases.prints_title(document):
        front += [document.title, document.subtitle]
    body = [text for block in document.blocks if not isinstance(block, Footnote) for text in texts(block)]
    return {id for text in (*front, *body) for id in note_references(text)}


def _over(document: Document) -> Iterator[tuple[UUID, bool]]:
    """The headings over what is as wide as the rules, and whether each begins a page."""
    blocks = document.blocks
    for at, (block, follows) in enumerate(pairwise(blocks)):
        wide = isinstance(follows, Roll) or (isinstance(follows, Table) and is_wide(follows))
        if isinstance(block, Heading) and wide:
            yield block.id, begins_page(blocks, at)
