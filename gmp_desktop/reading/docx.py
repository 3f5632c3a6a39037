"""Word papers as dirty text: headings with hashes, notes as [^mark], tables with pipes, numbers as they print."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from docx import Document as open_document
from docx.exceptions import PythonDocxError
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from gmp_desktop.domain.errors import DamagedFile
from gmp_desktop.domain.meeting import SetAside
from gmp_desktop.reading.archive_guard import check
from gmp_desktop.reading.docx_numbers import Numbers
from gmp_desktop.reading.docx_text import Styles, heading_level, is_empty, marked_text, raw_text

_BROKEN = (
    *(LookupError, ValueError, AttributeError, TypeError, SyntaxError, NotImplementedError),
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, PythonDocxError),
)
_MASTHEAD = re.compile(r"distr\.?|united\s+nations", re.IGNORECASE)
_NOTE_PARTS = {"footnotes.xml": "footnoteReference", "endnotes.xml": "endnoteReference"}


def read_docx(data: bytes, name: str) -> tuple[str, tuple[SetAside, ...]]:
    """The text of a Word paper, and what it holds beside its text."""
    check(data, name)
    try:
        document = open_document(io.BytesIO(data))
        paper = _Paper(document)
        text = "\n\n".join(paper.chunks())
        return text, (*paper.aside, *_beside(document))
    except _BROKEN as error:
        raise DamagedFile(
            f"“{name}” is damaged and could not be read; nothing was changed. Get it once more."
        ) from error


class _Paper:
    """Walks the body once; the counters of lists and the notes met on the way live here."""

    def __init__(self, document: Any) -> None:
        self._body = document.element.body
        self._styles = Styles(document)
        self._numbers = Numbers(document, self._styles)
        self._notes = dict(_notes(document))
        self._begun = False
        self.aside: list[SetAside] = []

    def chunks(self) -> Iterator[str]:
        """Paragraphs and tables in the order they stand; the notes they refer to at the end."""
        for element in _blocks(self._body):
            for box in _text_boxes(element):
                yield from self._chunks(box)
            yield from self._chunk(element)
        for mark, paragraphs in self._notes.items():
            words = " ".join(text for text in (self._text(paragraph) for paragraph in paragraphs) if text)
            if words:
                yield f"[^{mark}]: {words}"

    def _chunks(self, parent: Any) -> Iterator[str]:
        for element in _blocks(parent):
            yield from self._chunk(element)

    def _chunk(self, element: Any) -> Iterator[str]:
        return self._table(element) if element.tag == qn("w:tbl") else self._paragraph(element)

    def _paragraph(self, element: Any) -> Iterator[str]:
        breaks = element.iter(qn("w:br"))
        page = "\f" if any(mark.get(qn("w:type")) == "page" for mark in breaks) else ""
        lines = [line.strip() for line in self._text(element).split("\n")]
        lines = [line for line in lines if line]
        if not lines:
            if page:
                yield page
            return
        level = heading_level(element, self._styles)
        label, depth = self._numbers.label(element)
        if label:
            lines[0] = f"{'  ' * depth}{label} {lines[0]}"
            self._begun = True
        if level:
            self._begun = self._begun or bool(label)
            lines = [f"{'#' * level} {' '.join(line.strip() for line in lines)}"]
        yield page + "  \n".join(lines)

    def _table(self, element: Any) -> Iterator[str]:
        rows = [
            [self._cell(cell) for cell in row.iterchildren(qn("w:tc"))] for row in element.iter(qn("w:tr"))
        ]
        rows = [row for row in rows if any(row)]
        if not rows:
            return
        if not self._begun and _MASTHEAD.search(" ".join(cell for row in rows for cell in row)):
            yield from (cell for row in rows for cell in row if cell)
            return
        if len(rows) == 1 and len(rows[0]) == 1:
            yield rows[0][0]
            return
        lines = [" | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in row) for row in rows]
        rule = ["|" + "---|" * len(rows[0])]
        yield "\n".join([f"| {line} |" for line in lines[:1]] + rule + [f"| {line} |" for line in lines[1:]])

    def _cell(self, cell: Any) -> str:
        own = (paragraph for paragraph in cell.iter(qn("w:p")) if _stands_in_cell(paragraph))
        return "\n".join(text for text in map(self._text, own) if text)

    def _text(self, element: Any) -> str:
        text, deleted = marked_text(element, self._styles)
        if deleted:
            self.aside.append(SetAside(deleted, "struck out in the tracked changes"))
        return text.strip(" ")


def _blocks(parent: Any) -> Iterator[Any]:
    """Paragraphs and tables, also those inside content controls and insertions."""
    for child in parent.iterchildren():
        if child.tag in {qn("w:p"), qn("w:tbl")}:
            yield child
        elif child.tag == qn("w:sdt"):
            for content in child.iterchildren(qn("w:sdtContent")):
                yield from _blocks(content)
        elif child.tag in {qn("w:ins"), qn("w:smartTag"), qn("w:customXml")}:
            yield from _blocks(child)


def _stands_in_cell(paragraph: Any) -> bool:
    """In the cell itself, not in a box that hangs on it."""
    around = next(paragraph.iterancestors(qn("w:tc"), qn("w:txbxContent")), None)
    return around is not None and around.tag == qn("w:tc")


def _text_boxes(element: Any) -> Iterator[Any]:
    """The boxes that hang on a paragraph or table, each once: Word writes them twice, for old and new readers."""
    seen: set[str] = set()
    for box in element.iter(qn("w:txbxContent")):
        words = "\n".join(raw_text(paragraph) for paragraph in box.iter(qn("w:p")))
        if words not in seen:
            seen.add(words)
            yield box


def _notes(document: Any) -> Iterator[tuple[str, list[Any]]]:
    """The paragraphs of every note by its mark; the separators Word keeps among them are none."""
    for part in document.part.package.iter_parts():
        reference = _NOTE_PARTS.get(str(part.partname).rsplit("/", 1)[-1])
        if reference is None:
            continue
        for note in parse_xml(part.blob).iterchildren():
            mark = note.get(qn("w:id"), "")
            if note.get(qn("w:type")) in {None, "normal"} and mark:
                yield f"{reference[:4]}{mark.replace('-', 'm')}", list(note.iter(qn("w:p")))


def _beside(document: Any) -> Iterator[SetAside]:
    """Comments, page heads and page feet: words of the file that are no words of the paper."""
    reasons = (("comments", "a comment"), ("header", "a page head"), ("footer", "a page foot"))
    seen: set[str] = set()
    for part in document.part.package.iter_parts():
        name = str(part.partname).rsplit("/", 1)[-1]
        reason = next((reason for start, reason in reasons if re.fullmatch(rf"{start}\d*\.xml", name)), "")
        for paragraph in parse_xml(part.blob).iter(qn("w:p")) if reason else ():
            words = raw_text(paragraph)
            if words and not is_empty(words) and words not in seen:
                seen.add(words)
                yield SetAside(words, reason)
