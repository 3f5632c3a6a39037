"""The styles of a Word file: those of the printed page under names an editor knows."""

import re
from dataclasses import replace
from typing import NamedTuple
from xml.etree.ElementTree import Element

from gmp_desktop.documents.docx.form import NUMBER_SIZE, Form
from gmp_desktop.documents.docx.nodes import half_points, node, twips
from gmp_desktop.documents.docx.numbering import STYLES, Numbering, Series, depth_of
from gmp_desktop.documents.pdf import styles as page
from gmp_desktop.documents.pdf.pieces import LETTER_STYLES as printed
from gmp_desktop.documents.pdf.styles import Align, Style
from gmp_desktop.domain.blocks import HeadingScheme, LetterRole

TIMES, EAST_ASIAN = "Times New Roman", "SimSun"
_STAND_INS = {TIMES: "Liberation Serif", EAST_ASIAN: "Noto Sans SC"}
_REGIONS = {"en": "en-GB", "fr": "fr-FR", "es": "es-ES", "ru": "ru-RU", "zh": "zh-CN", "ar": "ar-SA"}
_FROM_RIGHT = ("ar", "fa", "he", "ur")
_IDEOGRAPHIC = ("zh", "ja", "ko")
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
HEADING_LEVELS = 6
_BETWEEN_PEOPLE = 11.0

LETTER_STYLES = {
    LetterRole.REFERENCE: "LetterReference",
    LetterRole.PLACE_DATE: "LetterPlaceAndDate",
    LetterRole.ADDRESSEE: "LetterAddressee",
    LetterRole.SUBJECT: "LetterSubject",
    LetterRole.SALUTATION: "Salutation",
    LetterRole.CLOSING: "Closing",
    LetterRole.SIGNATURE: "Signature",
    LetterRole.SIGNATORY: "LetterSignatory",
    LetterRole.RECIPIENTS: "LetterRecipients",
}


class _Made(NamedTuple):
    """A paragraph style before it is written; ``column`` tells whether it is of the column of text."""

    id: str
    name: str
    style: Style
    based: str = "Normal"
    column: bool = True
    outline: int | None = None
    series: Series | None = None
    level: int = 0
    next: str = ""
    new_page: bool = False
    whole: bool = False
    """It is never broken over pages."""


def styles_part(form: Form, numbering: Numbering, language: str) -> Element:
    made = [_paragraph_style(one, form, numbering) for one in _all(numbering)]
    return node("styles", _defaults(form, language), *made, *_character_styles(), _table_style())


def font_table() -> Element:
    """Which font may stand in for one that is not there."""
    made = []
    for name, other in _STAND_INS.items():
        family = node("family", val="roman" if name == TIMES else "auto")
        made.append(node("font", node("altName", val=other), family, name=name))
    return node("fonts", *made)


def languages(tag: str) -> dict[str, str]:
    """The attributes of ``w:lang`` for a document's language."""
    tag = tag if _TAG.fullmatch(tag) else "en"
    short = tag.partition("-")[0].lower()
    full = tag if "-" in tag else _REGIONS.get(short, tag)
    key = "eastAsia" if short in _IDEOGRAPHIC else "bidi" if short in _FROM_RIGHT else "val"
    return {"val": "en-GB", "eastAsia": "zh-CN", "bidi": "ar-SA", key: full}


def _all(numbering: Numbering) -> list[_Made]:
    plain = Style(align=Align.LEFT, after=0)
    body = page.LETTER_BODY if numbering.letter else page.BODY
    indented = page.INDENTED
    return [
        _Made("Normal", "Normal", plain, "", column=False),
        _Made("Paragraph", "Paragraph", body),
        _Made("NumberedParagraph", "Numbered paragraph", body, series=Series.PARAGRAPHS),
        *_headings(numbering.scheme),
        _Made("Title", "Title", page.TITLE, next="Paragraph"),
        _Made("Subtitle", "Subtitle", page.SUBTITLE, next="Paragraph"),
        _Made("Corner", "Corner block", page.CORNER, column=False),
        *_levels(Series.ITEMS, "List item {}", body),
        *_levels(Series.BULLETS, "List bullet item {}", body),
        *_levels(Series.DASHES, "List dash item {}", body),
        *_levels(Series.AGENDA, "Agenda item {}", page.AGENDA_LINE),
        _Made("Quote", "Quote", page.QUOTATION),
        _Made("Caption", "caption", page.CAPTION),
        _Made("TableText", "Table text", replace(page.CELL, after=0), column=False),
        _Made("TableHead", "Table head", replace(page.CELL_HEAD, after=0), column=False),
        _Made("AfterTable", "After table", Style(size=5, leading=6, align=Align.LEFT, after=0), column=False),
        _Made(
            "Delegation", "Delegation", replace(page.NAME_HEAD, before=0, after=2, keep=True), column=False
        ),
        _Made(
            "Participant",
            "Participant",
            replace(page.NAME, after=_BETWEEN_PEOPLE),
            column=False,
            whole=True,
        ),
        _Made("FootnoteText", "footnote text", page.NOTE),
        _Made("DecisionTitle", "Decision title", page.DECISION_TITLE, outline=0, next="Enacting"),
        _Made("Enacting", "Enacting formula", replace(indented, keep=True), next="Preambular"),
        _Made("Preambular", "Preambular paragraph", indented),
        _Made("Operative", "Operative paragraph", replace(indented, first=0), series=Series.OPERATIVE),
        _Made("SingleOperative", "Single operative paragraph", indented),
        _Made(
            *("Annex", "Annex", page.ANNEX_TITLE, "Heading1"),
            outline=0,
            series=Series.ANNEXES,
            next="Paragraph",
            new_page=True,
        ),
        *(
            _Made(LETTER_STYLES[role], _name(role), printed.get(role, page.LETTER_PART))
            for role in LetterRole
        ),
        _Made("EndRule", "End rule", Style(before=0, after=0, align=Align.LEFT), column=False),
        _Made(
            "Header",
            "header",
            Style(size=NUMBER_SIZE, leading=10, bold=True, align=Align.LEFT, after=0),
            column=False,
        ),
        _Made(
            "Footer",
            "footer",
            Style(size=NUMBER_SIZE, leading=10, bold=True, align=Align.LEFT, after=0),
            column=False,
        ),
        _Made("Masthead", "Masthead", Style(size=14, leading=16, align=Align.LEFT, after=0), column=False),
        _Made("Organ", "Organ", replace(page.ORGAN, after=0), column=False),
        _Made("Distribution", "Distribution", replace(page.DISTRIBUTION, after=0), column=False),
    ]


def _name(role: LetterRole) -> str:
    known = {
        LetterRole.SALUTATION: "Salutation",
        LetterRole.CLOSING: "Closing",
        LetterRole.SIGNATURE: "Signature",
    }
    return known.get(role, f"Letter {role.value.replace('-', ' ')}")


def _headings(scheme: HeadingScheme) -> list[_Made]:
    """All six of them, of which a scheme may number fewer."""
    table = page.ROMAN_HEADINGS if scheme is HeadingScheme.ROMAN else page.AGENDA_HEADINGS
    numbered = depth_of(Series.HEADINGS, scheme)
    return [
        _Made(
            *(f"Heading{at + 1}", f"heading {at + 1}", table[min(at, len(table) - 1)]),
            outline=at,
            series=Series.HEADINGS if at < numbered else None,
            level=at,
            next="Paragraph",
        )
        for at in range(HEADING_LEVELS)
    ]


def _levels(series: Series, name: str, style: Style) -> list[_Made]:
    return [
        _Made(STYLES[series].format(at + 1), name.format(at + 1), style, series=series, level=at)
        for at in range(depth_of(series, HeadingScheme.AGENDA))
    ]


def _defaults(form: Form, language: str) -> Element:
    fonts = node("rFonts", ascii=TIMES, hAnsi=TIMES, cs=TIMES, eastAsia=EAST_ASIAN)
    size = half_points(form.points(10))
    run = node(
        "rPr", fonts, node("sz", val=size), node("szCs", val=size), node("lang", **languages(language))
    )
    return node("docDefaults", node("rPrDefault", run), node("pPrDefault"))


def _paragraph_style(made: _Made, form: Form, numbering: Numbering) -> Element:
    style = made.style
    left, hanging, stop = form.column_left + form.points(style.left), form.points(-style.first), 0.0
    if not made.column:
        left, hanging = 0.0, 0.0
    if made.id == "FootnoteText":
        hanging = form.points(style.left)
    numbered = None
    if made.series is not None:
        left, hanging, stop = numbering.indents(made.series, made.level)
        numbered = node("numPr", node("ilvl", val=made.level), node("numId", val=int(made.series)))
    right = form.column_right + form.points(style.right) if made.column else 0.0
    first = {"hanging": twips(hanging)} if hanging >= 0 else {"firstLine": twips(-hanging)}
    return node(
        "style",
        node("name", val=made.name),
        node("basedOn", val=made.based) if made.based else None,
        node("next", val=made.next) if made.next else None,
        node("uiPriority", val=1),
        node("qFormat"),
        node(
            "pPr",
            node("keepNext") if style.keep and not made.new_page else None,
            node("keepLines") if style.keep or made.whole else None,
            node("pageBreakBefore") if made.new_page else None,
            numbered,
            node("tabs", node("tab", val="num", pos=twips(stop))) if stop else None,
            node(
                "spacing",
                before=twips(form.points(style.before)),
                after=twips(form.points(style.after)),
                line=twips(form.points(style.leading)),
                lineRule="exact" if made.id == "AfterTable" else "atLeast",
            ),
            node("ind", left=twips(left), right=twips(right), **first),
            node("jc", val="both" if style.align is Align.JUSTIFIED else "left"),
            node("outlineLvl", val=made.outline) if made.outline is not None else None,
        ),
        _letters(style, form),
        type="paragraph",
        styleId=made.id,
        **({"default": 1} if not made.based else {"customStyle": 1} if made.name not in _BUILT_IN else {}),
    )


_BUILT_IN = {
    *("Normal", "Title", "Subtitle", "Quote", "caption", "footnote text", "header", "footer"),
    *("Salutation", "Closing", "Signature"),
    *(f"heading {at}" for at in range(1, HEADING_LEVELS + 1)),
}


def _letters(style: Style, form: Form) -> Element:
    size = half_points(form.points(style.size))
    return node(
        "rPr",
        *((node("b"), node("bCs")) if style.bold else ()),
        *((node("i"), node("iCs")) if style.italic else ()),
        node("sz", val=size),
        node("szCs", val=size),
    )


def _character_styles() -> list[Element]:
    raised = node("rPr", node("vertAlign", val="superscript"))
    return [
        _character("DefaultParagraphFont", "Default Paragraph Font", None, default=1),
        _character("FootnoteReference", "footnote reference", raised),
        _character("FootnoteStar", "Footnote star", node("rPr"), customStyle=1),
    ]


def _character(id: str, name: str, letters: Element | None, **values: object) -> Element:
    return node("style", node("name", val=name), letters, type="character", styleId=id, **values)


def _table_style() -> Element:
    """Without lines, and without any room a cell would add around its text."""
    sides = [node(side, w=0, type="dxa") for side in ("top", "left", "bottom", "right")]
    return node(
        "style",
        node("name", val="Normal Table"),
        node("uiPriority", val=99),
        node("tblPr", node("tblInd", w=0, type="dxa"), node("tblCellMar", *sides)),
        type="table",
        styleId="TableNormal",
        default=1,
    )
