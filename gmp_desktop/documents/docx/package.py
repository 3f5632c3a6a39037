"""A Word package: its parts in a zip that is the same, byte for byte, for the same parts."""

from dataclasses import dataclass, field
from io import BytesIO
from xml.etree.ElementTree import Element
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from gmp_desktop.documents import phrases
from gmp_desktop.documents.docx.nodes import part, plain, value

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_KINDS = {
    "document": f"{_WORD}.document.main+xml",
    "styles": f"{_WORD}.styles+xml",
    "numbering": f"{_WORD}.numbering+xml",
    "settings": f"{_WORD}.settings+xml",
    "fontTable": f"{_WORD}.fontTable+xml",
    "footnotes": f"{_WORD}.footnotes+xml",
    "header": f"{_WORD}.header+xml",
    "footer": f"{_WORD}.footer+xml",
}
_SOME_DAY = "2000-01-01T00:00:00Z"
_ZIP_DAY = (2000, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class About:
    """What the file says about itself; it tells nothing of who wrote it on which machine."""

    title: str
    subject: str = ""
    author: str = ""
    language: str = ""


@dataclass(slots=True)
class Package:
    """The main part and those it refers to, each known by an id."""

    about: About
    _parts: dict[str, bytes] = field(default_factory=dict)
    _types: dict[str, str] = field(default_factory=dict)
    _links: list[tuple[str, str, str]] = field(default_factory=list)
    _pictures: int = 0

    def add(self, kind: str, root: Element, name: str = "") -> str:
        """A part of the main one; its id."""
        name = name or kind
        self._parts[f"word/{name}.xml"] = part(root)
        self._types[f"/word/{name}.xml"] = _KINDS[kind]
        return self._linked(kind, f"{name}.xml")

    def add_picture(self, png: bytes) -> tuple[str, int]:
        """A picture; its id, and its number among all pictures."""
        self._pictures += 1
        name = f"media/image{self._pictures}.png"
        self._parts[f"word/{name}"] = png
        return self._linked("image", name), self._pictures

    def whole(self, document: Element) -> bytes:
        """The package as a file."""
        self._types["/word/document.xml"] = _KINDS["document"]
        self._types["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
        self._types["/docProps/app.xml"] = (
            "application/vnd.openxmlformats-officedocument.extended-properties+xml"
        )
        parts = {
            "[Content_Types].xml": _content_types(self._types),
            "_rels/.rels": _relations(
                [
                    ("rId1", f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
                    ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
                    ("rId3", f"{_OFFICE}/relationships/extended-properties", "docProps/app.xml"),
                ]
            ),
            "word/document.xml": part(document),
            "word/_rels/document.xml.rels": _relations(self._links),
            **self._parts,
            "docProps/core.xml": _core(self.about),
            "docProps/app.xml": _app(),
        }
        file = BytesIO()
        with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=6) as archive:
            for name, data in parts.items():
                entry = ZipInfo(name, _ZIP_DAY)
                entry.compress_type = ZIP_DEFLATED
                entry.create_system = 0
                archive.writestr(entry, data)
        return file.getvalue()

    def _linked(self, kind: str, target: str) -> str:
        id = f"rId{len(self._links) + 1}"
        self._links.append((id, f"{_OFFICE}/relationships/{kind}", target))
        return id


def _content_types(types: dict[str, str]) -> bytes:
    defaults = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        "png": "image/png",
    }
    return part(
        plain(
            "Types",
            *(plain("Default", Extension=end, ContentType=kind) for end, kind in defaults.items()),
            *(plain("Override", PartName=name, ContentType=kind) for name, kind in types.items()),
        ),
        {"": f"{_PACKAGE}/content-types"},
    )


def _relations(links: list[tuple[str, str, str]]) -> bytes:
    """Only ever to parts of the package itself."""
    made = [plain("Relationship", Id=id, Type=kind, Target=target) for id, kind, target in links]
    return part(plain("Relationships", *made), {"": f"{_PACKAGE}/relationships"})


def _core(about: About) -> bytes:
    spaces = {
        "cp": f"{_PACKAGE}/metadata/core-properties",
        "dc": "http://purl.org/dc/elements/1.1/",
        "dcterms": "http://purl.org/dc/terms/",
        "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    }
    told = {
        "dc:title": about.title,
        "dc:subject": about.subject,
        "dc:creator": about.author,
        "dc:language": about.language,
    }
    made = [_said(name, value(text)) for name, text in told.items() if text.strip()]
    days = [
        _said(f"dcterms:{name}", _SOME_DAY, **{"xsi:type": "dcterms:W3CDTF"})
        for name in ("created", "modified")
    ]
    return part(plain("cp:coreProperties", *made, *days), spaces)


def _app() -> bytes:
    made = plain("Properties", _said("Application", phrases.PROGRAM))
    return part(made, {"": f"{_OFFICE}/extended-properties"})


def _said(tag: str, text: str, **values: object) -> Element:
    made = plain(tag, **values)
    made.text = text
    return made
