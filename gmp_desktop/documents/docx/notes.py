"""Footnotes: Word counts them itself, save where its count is not the mark that is printed."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from gmp_desktop.documents.docx.nodes import node
from gmp_desktop.documents.docx.paragraphs import paragraph
from gmp_desktop.documents.docx.runs import run, runs_of
from gmp_desktop.documents.docx.styles import TIMES
from gmp_desktop.domain.blocks import Footnote

NUMBER, STAR = "FootnoteReference", "FootnoteStar"
_SEPARATORS = (("separator", -1), ("continuationSeparator", 0))


@dataclass(slots=True)
class Notes:
    """The notes of a document, in the order in which its text refers to them.

    Word would begin anew in an annex only by sections, which other programs count otherwise; so a mark that is not
    the next number is written out, and is the note's own.
    """

    known: Mapping[str, Footnote]
    marks: Mapping[str, str]
    cited: Set[str]
    """Ids of the notes a text of the body refers to."""
    column_left: int
    _made: dict[str, Element] = field(default_factory=dict)
    _counted: int = 0

    def refer(self, id: str, after_mark: bool) -> list[Element]:
        """The mark of a note in the text; the first one brings the note with it."""
        mark = self.marks.get(id)
        if mark is None:
            return []
        style = _style(mark)
        out = [run(",", style=style)] if after_mark else []
        if id in self._made:
            return [*out, run(mark, style=style)]
        at = len(self._made) + 1
        own = mark != str(self._counted + 1)
        self._counted += not own
        self._made[id] = self._note(id, at, mark if own else "")
        look = node("rPr", node("rStyle", val=style))
        if own:
            return [
                *out,
                node("r", look, node("footnoteReference", customMarkFollows=1, id=at), *_signs(mark)),
            ]
        return [*out, node("r", look, node("footnoteReference", id=at))]

    def is_cited(self, note: Footnote) -> bool:
        """Whether a text of the body refers to the note."""
        return str(note.id) in self.cited

    def in_place(self, note: Footnote) -> Element:
        """A note no text refers to, which Word could not keep at the foot of a page."""
        mark = self.marks[str(note.id)]
        return paragraph("FootnoteText", run(mark, style=_style(mark)), *self._words(note), text=note.text)

    def part(self) -> Element:
        made = [
            node(
                "footnote",
                paragraph("Normal", node("r", node(kind)), left=self.column_left),
                type=kind,
                id=id,
            )
            for kind, id in _SEPARATORS
        ]
        return node("footnotes", *made, *self._made.values())

    def _note(self, id: str, at: int, mark: str) -> Element:
        note = self.known[id]
        style = _style(self.marks[id])
        if mark:
            sign = node("r", node("rPr", node("rStyle", val=style)), *_signs(mark))
        else:
            sign = node("r", node("rPr", node("rStyle", val=style)), node("footnoteRef"))
        return node("footnote", paragraph("FootnoteText", sign, *self._words(note), text=note.text), id=at)

    def _words(self, note: Footnote) -> list[Element]:
        """Word keeps no note of a note: a mark in one is only a mark."""
        return [node("r", node("tab")), *runs_of(note.text, self._mark_only)]

    def _mark_only(self, id: str, after_mark: bool) -> list[Element]:
        mark = self.marks.get(id)
        return [run("," + mark if after_mark else mark, style=_style(mark))] if mark else []


def _signs(mark: str) -> list[Element]:
    """A mark of the note's own, letter by letter: as plain text some programs would show it twice."""
    return [node("sym", font=TIMES, char=f"{ord(letter):04X}") for letter in mark]


def _style(mark: str) -> str:
    return STAR if mark.startswith("*") else NUMBER
