"""What stands around the text of every page: the symbol at its head, page and job number at its foot, a word across it."""

import math
from xml.etree.ElementTree import Element

from gmp_desktop.documents.docx.form import Form
from gmp_desktop.documents.docx.nodes import half_points, node, plain, twips, value, words
from gmp_desktop.documents.docx.package import Package
from gmp_desktop.documents.docx.paragraphs import paragraph
from gmp_desktop.documents.docx.runs import plain_runs
from gmp_desktop.documents.pdf.marks import ANGLE, LARGEST, LENGTH
from gmp_desktop.documents.pdf.setter import Setter
from gmp_desktop.documents.pdf.styles import Style
from gmp_desktop.domain.inline import escape

_RULE = node("pBdr", node("bottom", val="single", sz=4, space=3, color="auto"))
_JOB_SIZE = 7.0
_HEAD_LINE, _HEAD_GAP = 19.0, 19.0
"""Above the symbol, and below its rule."""
_WITHIN = 0.85
"""Some programs draw the word larger than its box."""
_CAPITAL = 0.68
"""The height of a capital letter, of the size of the type."""


def furniture(
    package: Package, form: Form, *, symbol: str, job_number: str, head: bool, watermark: str, setter: Setter
) -> list[Element]:
    """References to the heads and feet of first, even and all other pages; odd ones have their outer edge right.

    Under a masthead the first page has no head, and every other one has room for one.
    """
    out: list[Element] = []
    for page in ("first", "even", "default"):
        right = page != "even"
        behind = [_watermark(form, watermark, setter, page)] if watermark else []
        top = _head(form, symbol, right=right, first=page == "first", room=head, behind=behind)
        out.append(_refer("headerReference", page, package.add("header", top, f"header_{page}")))
        bottom = _foot(form, job_number, right=right)
        out.append(_refer("footerReference", page, package.add("footer", bottom, f"footer_{page}")))
    return out


def _refer(tag: str, page: str, id: str) -> Element:
    made = node(tag, type=page)
    made.set("r:id", id)
    return made


def _head(form: Form, symbol: str, *, right: bool, first: bool, room: bool, behind: list[Element]) -> Element:
    """The last line keeps the text off, for what is below the last line of a head is not counted everywhere."""
    if first or not room:
        return node("hdr", paragraph("Header", *behind, exact=20))
    runs, rule = [], None
    if symbol.strip():
        runs, rule = plain_runs(symbol), _RULE
    line = paragraph(
        "Header",
        *behind,
        *runs,
        align="right" if right else "left",
        rule=rule,
        before=twips(form.points(_HEAD_LINE)),
    )
    return node("hdr", line, paragraph("Header", exact=twips(form.points(_HEAD_GAP))))


def _foot(form: Form, job_number: str, *, right: bool) -> Element:
    number = [_field("PAGE"), node("r", words("/")), _field("NUMPAGES")]
    size = half_points(form.points(_JOB_SIZE))
    small = node("rPr", node("b", val=0), node("bCs", val=0), node("sz", val=size), node("szCs", val=size))
    job = [node("r", small, words(value(job_number)))] if job_number.strip() else []
    tab = node("r", node("tab"))
    runs = [*job, tab, *number] if right else [*number, tab, *job]
    return node("ftr", paragraph("Footer", *runs, tabs=(("right", twips(form.measure)),)))


def _field(name: str) -> Element:
    return node("fldSimple", node("r", words("1")), instr=f" {name} ")


def _watermark(form: Form, text: str, setter: Setter, page: str) -> Element:
    """A word across the page, under the name by which Word knows its own: its letters fill a box, edge to edge."""
    unit = setter.extent(escape(text), Style(size=1, bold=True), {})[0]
    size = min(LARGEST * form.scale, LENGTH * math.hypot(form.width, form.height) / max(unit, 0.1))
    width, height = size * unit * _WITHIN, size * _CAPITAL * _WITHIN
    shape = plain(
        "v:shape",
        plain("v:fill", opacity=".5"),
        plain(
            "v:textpath",
            style='font-family:"Times New Roman";font-size:1pt;font-weight:bold',
            string=value(text),
        ),
        plain("w10:wrap", anchorx="page", anchory="page"),
        id=f"PowerPlusWaterMarkObject_{page}",
        type="#_x0000_t136",
        style=(
            f"position:absolute;margin-left:0;margin-top:0;width:{width:.1f}pt;height:{height:.1f}pt;"
            f"rotation:{360 - ANGLE:.0f};z-index:-251658752;mso-position-horizontal:center;"
            "mso-position-horizontal-relative:page;mso-position-vertical:center;mso-position-vertical-relative:page"
        ),
        fillcolor="#d9d9d9",
        stroked="f",
        alt="",
    )
    shape.set("o:allowincell", "f")
    return node("r", node("rPr", node("noProof")), node("pict", _text_shape(), shape))


def _text_shape() -> Element:
    """The kind of shape whose outline is a text: Word wants it defined beside its use."""
    formulas = (
        *("sum #0 0 10800", "prod #0 2 1", "sum 21600 0 @1", "sum 0 0 @2", "sum 21600 0 @3", "if @0 @3 0"),
        *(
            "if @0 21600 @1",
            "if @0 0 @2",
            "if @0 @4 21600",
            "mid @5 @6",
            "mid @8 @5",
            "mid @7 @8",
            "mid @6 @7",
        ),
        "sum @6 0 @5",
    )
    path = plain("v:path", textpathok="t")
    path.set("o:connecttype", "custom")
    path.set("o:connectlocs", "@9,0;@10,10800;@11,21600;@12,10800")
    path.set("o:connectangles", "270,180,90,0")
    made = plain(
        "v:shapetype",
        plain("v:formulas", *(plain("v:f", eqn=formula) for formula in formulas)),
        path,
        plain("v:textpath", on="t", fitshape="t"),
        id="_x0000_t136",
        coordsize="21600,21600",
        adj="10800",
        path="m@7,l@8,m@5,21600l@6,21600e",
    )
    made.set("o:spt", "136")
    return made
