"""A paragraph in its style, with the little that may be its own."""

from xml.etree.ElementTree import Element

from gmp_desktop.documents.docx.nodes import node
from gmp_desktop.documents.docx.numbering import NO_LIST
from gmp_desktop.documents.docx.runs import reads_from_right


def paragraph(
    style: str,
    *runs: Element,
    text: str = "",
    place: tuple[int, int] | None = None,
    left: int | None = None,
    right: int | None = None,
    new_page: bool = False,
    keep: bool = False,
    align: str = "",
    tabs: tuple[tuple[str, int], ...] = (),
    rule: Element | None = None,
    exact: int = 0,
    before: int | None = None,
) -> Element:
    """``text`` is what its direction is judged by; ``place`` is a list and the level in it; lengths are in twips."""
    from_right = bool(text) and reads_from_right(text)
    spacing: dict[str, object] = {"line": exact, "lineRule": "exact"} if exact else {}
    spacing |= {"before": before} if before is not None else {}
    sides: dict[str, object] = {name: at for name, at in (("left", left), ("right", right)) if at is not None}
    if place is not None and place[0] == NO_LIST:
        sides["hanging"] = 0
    made = [
        node("pStyle", val=style),
        node("keepNext") if keep else None,
        node("pageBreakBefore") if new_page else None,
        node("numPr", node("ilvl", val=place[1]), node("numId", val=place[0])) if place else None,
        rule,
        node("tabs", *(node("tab", val=kind, pos=at) for kind, at in tabs)) if tabs else None,
        node("bidi") if from_right else None,
        node("spacing", **spacing) if spacing else None,
        node("ind", **sides) if sides else None,
        node("jc", val=align) if align else None,
    ]
    return node("p", node("pPr", *made), *runs)


def end_section(made: Element, section: Element) -> None:
    """Let the paragraph be the last one of a section."""
    properties = made.find("w:pPr")
    if properties is not None:
        properties.append(section)
