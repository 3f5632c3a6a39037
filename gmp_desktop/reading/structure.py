"""Pieces of text become blocks: headings, numbered paragraphs, lists, decisions, notes, annexes."""

import re
from dataclasses import dataclass, field

from gmp_desktop.domain.blocks import DocumentKind, NoteMark
from gmp_desktop.reading.draft import Draft, MakeId, Rank
from gmp_desktop.reading.headings import Counts, may_be_heading
from gmp_desktop.reading.labels import Form, Label, label_of
from gmp_desktop.reading.lists import Levels, marker
from gmp_desktop.reading.markup import Piece
from gmp_desktop.reading.rejoin import NOTE, goes_on, unfinished
from gmp_desktop.reading.tables import Rows

_ANNEX = re.compile(
    r"(?P<label>(?:Annex|ANNEX|Appendix|APPENDIX)(?:\s+(?:[IVX]{1,6}|\d{1,2}|[A-Z]))?)"
    r"(?:\s?[.:–—-]\s?(?P<title>[^.;]{3,200}))?"
)
_DECISION = re.compile(
    r"(?:draft )?decision\s+[A-Z]{2,5}-\d{1,3}/(?:\d{1,3}|\[[-–—\s_.]{0,6}\])\s?(?:[:.–—-].*)?"
    r"|[A-Z]{2}-\d{1,3}/(?:\d{1,3}|\[[-–—\s_.]{0,6}\])\s?[:.–—].*",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"(?:On (?:the )?|\*{1,3}(?:On (?:the )?)?)(?P<group>[^:.*]{2,120})(?:\*{1,3}:?|:\*{0,3})\s"
)
_STAR_NOTE = re.compile(r"(\\?\*(?:\\?\*){0,2})\s+(?=\S)")
_FIGURES = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SHORT = 150
_LEAP = 20
_YEARS = 1000
_GROWING = {"paragraph", "item", "preambular", "operative", "quotation", "footnote"}


@dataclass(slots=True)
class Body:
    """Takes the pieces one after another and keeps the count of everything the paper counts."""

    kind: DocumentKind
    make_id: MakeId
    stars: set[int] = field(default_factory=set)
    drafts: list[Draft] = field(default_factory=list)
    _counts: Counts = field(default_factory=Counts)
    _levels: Levels = field(default_factory=Levels)
    _numbers: dict[str, int] = field(default_factory=dict)
    """The last printed number of the paragraphs, and of the operative paragraphs of the decision."""
    _deciding: bool = False
    _last: Draft | None = None
    """The last block of the text itself: notes in between do not count."""

    def decide(self) -> None:
        """What follows is the text of a decision."""
        self._deciding = True

    def take(self, piece: Piece | Rows, label: Label | None, ahead: Label | None, after: str) -> None:
        """Add one piece with its label; ``ahead`` is the next label with an arabic figure, ``after`` the text of the next piece."""
        if isinstance(piece, Rows):
            self._add("table", "", rows=piece.rows, header_rows=piece.header_rows)
            return
        known = self._note(piece) or self._part(piece)
        if not known and not (label and self._labelled(piece, label, ahead)):
            self._plain(piece, after)

    def _note(self, piece: Piece) -> bool:
        note = NOTE.match(piece.text)
        if note:
            key = next(group for group in note.groups() if group).translate(_FIGURES)
            self._add_note(piece.text[note.end() :], key, NoteMark.NUMBER)
            return True
        star = _STAR_NOTE.match(piece.text)
        if star is None or star.group(1).count("*") not in self.stars:
            return False
        count = star.group(1).count("*")
        self.stars.discard(count)
        self._add_note(piece.text[star.end() :], "*" * count, NoteMark.STAR)
        return True

    def _add_note(self, text: str, key: str, mark: NoteMark) -> None:
        self.drafts.append(Draft("footnote", [text], key=key, more={"mark": mark}, id=self.make_id()))

    def _part(self, piece: Piece) -> bool:
        """Annexes, titles of decisions and quotations: they are known by their words."""
        annex = _ANNEX.fullmatch(piece.text)
        if annex and (piece.gap or piece.marked):
            self._add("annex", annex.group("title") or "", printed=annex.group("label"))
            self._counts, self._numbers, self._deciding = Counts(), {}, False
        elif len(piece.text) < 400 and _DECISION.fullmatch(piece.text) and piece.text[-1] not in ".;,":
            self._add("decision title", piece.text)
            self._deciding = True
            self._numbers.pop("operative", None)
        elif piece.text.startswith("> "):
            if self._last and self._last.what == "quotation" and not piece.gap:
                self._last.parts.append(piece.text[2:].strip())
            else:
                self._add("quotation", piece.text[2:].strip())
        else:
            return False
        return True

    def _labelled(self, piece: Piece, label: Label, ahead: Label | None) -> bool:
        if piece.marked and self._is_marked_heading(piece, label):
            return self._heading(label)
        if label.form is Form.ARABIC:
            return self._numbered(piece, label, ahead)
        if label.form is Form.CAPITAL:
            return piece.gap and may_be_heading(label.rest) and self._heading(label)
        if self._is_sub_item(piece, label):
            return self._heading(label)
        self._item(piece, label)
        return True

    def _is_marked_heading(self, piece: Piece, label: Label) -> bool:
        """Whether a bold or hashed line with a label is a heading, and not a paragraph or an item in bold."""
        if len(label.rest) > _SHORT * 2 or label.form in {Form.BULLET, Form.DASH}:
            return False
        sentence = label.form is Form.ARABIC and not may_be_heading(label.rest)
        goes_on = label.value == self._numbers.get("paragraph", 0) + 1
        return (
            bool(piece.hashes)
            or not sentence
            or (not goes_on and label.value == self._counts.next(Rank.ARABIC))
        )

    def _heading(self, label: Label) -> bool:
        rank, value = self._counts.rank(label)
        self._counts.take(rank, value)
        self._add("heading", label.rest, printed=label.printed, value=value, rank=rank)
        self._deciding = False
        return True

    def _numbered(self, piece: Piece, label: Label, ahead: Label | None) -> bool:
        if self._is_agenda_item(piece, label, ahead):
            return self._heading(label)
        what = "operative" if self._deciding else "paragraph"
        last = self._numbers.get(what, 0)
        near = 1 <= label.value <= last + _LEAP or not last
        if label.value != last + 1 and (not near or label.value >= _YEARS):
            return False
        self._numbers[what] = label.value
        self._add(what, _styled(piece, label.rest), printed=label.printed, value=label.value)
        return True

    def _is_agenda_item(self, piece: Piece, label: Label, ahead: Label | None) -> bool:
        """Whether an arabic figure counts headings here: it does not go on counting paragraphs, but headings."""
        if self.kind is DocumentKind.AGENDA:
            return len(label.rest) <= _SHORT * 2
        if not piece.gap or not may_be_heading(label.rest) or label.value != self._counts.next(Rank.ARABIC):
            return False
        if label.value != self._numbers.get("paragraph", 0) + 1:
            return True
        return ahead is not None and ahead.value == self._numbers.get("paragraph", 0) + 1

    def _is_sub_item(self, piece: Piece, label: Label) -> bool:
        """Whether (a) is a heading under an agenda item and not an item of a list."""
        if label.form is not Form.BRACKET_LETTER or Rank.ARABIC not in self._counts.last:
            return False
        if self.kind is DocumentKind.AGENDA:
            return len(label.rest) <= _SHORT * 2
        if not piece.gap or not may_be_heading(label.rest):
            return False
        under = self._last is not None and self._last.what == "heading" and label.value == 1
        return under or (label.value > 1 and label.value == self._counts.next(Rank.BRACKET))

    def _item(self, piece: Piece, label: Label) -> None:
        before = self._last.text if self._last and self._last.what == "item" else ""
        if not before:
            self._levels.close()
        level = self._levels.place(label, piece.indent, before)
        sign = marker(label)
        printed = label.printed if label.value else ""
        self._add(
            "item", _styled(piece, label.rest), printed=printed, value=label.value, level=level, marker=sign
        )

    def _plain(self, piece: Piece, after: str) -> None:
        text = piece.text
        last = self._last
        if last is not None and self._joins(last, piece):
            last.parts.append(_styled(piece))
        elif last is not None and last.what == "annex" and not last.text and may_be_heading(text):
            last.parts.append(text)
        elif self._deciding and not piece.marked:
            self._add(self._decision_part(text), _styled(piece))
        elif self._is_heading(piece, after):
            self._add("heading", text, value=piece.hashes)
            self._deciding = False
        else:
            self._paragraph_without_number(piece)

    def _joins(self, last: Draft, piece: Piece) -> bool:
        """Whether a piece is the rest of the last block, cut off by a page break or a note."""
        if last.what not in _GROWING or piece.marked or not unfinished(last.last):
            return False
        if goes_on(piece.text):
            return True
        if last.what in {"preambular", "operative", "item"} and last.last.endswith(","):
            return False
        return (
            last.what == "paragraph"
            and self.kind is not DocumentKind.LETTER
            and not may_be_heading(piece.text)
        )

    def _decision_part(self, text: str) -> str:
        last = self._last.what if self._last else ""
        if last in {"", "decision title"} and text.rstrip("*").endswith(",") and len(text) < _SHORT:
            return "enacting"
        if last in {"enacting", "preambular", "decision title", ""} and text.endswith((",", ", and")):
            return "preambular"
        return "operative" if last in {"enacting", "preambular"} else "paragraph"

    def _is_heading(self, piece: Piece, after: str) -> bool:
        if piece.hashes:
            return True
        if (
            self.kind is DocumentKind.LETTER
            or not piece.gap
            or not may_be_heading(piece.text.rstrip(":" * piece.bold))
        ):
            return False
        return piece.bold or (len(piece.text) <= _SHORT and bool(after) and not goes_on(after))

    def _paragraph_without_number(self, piece: Piece) -> None:
        group = _GROUP.match(piece.text) if self._numbers and self.kind is DocumentKind.REPORT else None
        name = group.group("group").strip() if group else ""
        self._add("paragraph", _styled(piece), numbered=False, group=name)

    def _add(
        self,
        what: str,
        text: str,
        *,
        printed: str = "",
        value: int = 0,
        rank: Rank = Rank.NONE,
        **more: object,
    ) -> None:
        if what != "item":
            self._levels.close()
        self._last = Draft(
            what, [text] if text else [], printed, value, rank, more=dict(more), id=self.make_id()
        )
        self.drafts.append(self._last)


def _styled(piece: Piece, text: str | None = None) -> str:
    """The text, or what follows its label, with the mark that spoke of the whole line put back."""
    text = piece.text if text is None else text
    mark = "*" if piece.italic else "**" if piece.bold else ""
    return text if "*" in text else f"{mark}{text}{mark}"


def read_body(body: Body, pieces: list[Piece | Rows]) -> list[Draft]:
    """The drafts of all blocks."""
    labels = [label_of(piece.text) if isinstance(piece, Piece) else None for piece in pieces]
    ahead = _next_arabic(labels)
    for at, piece in enumerate(pieces):
        following = pieces[at + 1] if at + 1 < len(pieces) else None
        after = following.text if isinstance(following, Piece) else ("|" if following else "")
        body.take(piece, labels[at], ahead[at + 1], after)
    return body.drafts


def _next_arabic(labels: list[Label | None]) -> list[Label | None]:
    """For every place the first label with an arabic figure from there on."""
    ahead: list[Label | None] = [None] * (len(labels) + 1)
    for at in range(len(labels) - 1, -1, -1):
        label = labels[at]
        ahead[at] = label if label and label.form is Form.ARABIC else ahead[at + 1]
    return ahead
