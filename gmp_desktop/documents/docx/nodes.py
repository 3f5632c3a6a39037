"""Elements of the XML a Word package is made of; what a person typed is only ever text or an attribute's value."""

from collections.abc import Mapping
from io import SEEK_END, BytesIO
from xml.etree.ElementTree import Element, ElementTree

from gmp_desktop.documents.clean import clean

NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "w10": "urn:schemas-microsoft-com:office:word",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def node(tag: str, *children: Element | None, **values: object) -> Element:
    """An element of Word's own vocabulary: ``node("ind", left=20)`` is ``<w:ind w:left="20"/>``."""
    return plain(f"w:{tag}", *children, **{f"w:{name}": value for name, value in values.items()})


def plain(tag: str, *children: Element | None, **values: object) -> Element:
    """An element whose names are written in full; a child that is ``None`` is left out."""
    made = Element(tag, {name: str(value) for name, value in values.items()})
    made.extend(child for child in children if child is not None)
    return made


def words(text: str) -> Element:
    """The text of a run; its spaces are kept."""
    made = Element("w:t", {_SPACE: "preserve"})
    made.text = text
    return made


def value(text: str) -> str:
    """What a person typed as the value of an attribute: one line of characters XML can hold."""
    return " ".join(clean(text).split())


def part(root: Element, spaces: Mapping[str, str] = NAMES) -> bytes:
    """A whole part of the package."""
    for name, address in spaces.items():
        root.set(f"xmlns:{name}" if name else "xmlns", address)
    file = BytesIO(b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n')
    file.seek(0, SEEK_END)
    ElementTree(root).write(file, encoding="utf-8", xml_declaration=False)
    return file.getvalue()


def twips(points: float) -> int:
    """Word measures most lengths in twentieths of a point."""
    return round(points * 20)


def half_points(points: float) -> int:
    """Sizes of type are counted in halves of a point."""
    return max(round(points * 2), 1)
