"""Pieces down the pages: headings stay with their text, notes stand at the foot of the page that refers to them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from gmp_desktop.documents.pdf.lines import Line, Rule
from gmp_desktop.documents.pdf.pieces import Piece
from gmp_desktop.documents.pdf.rolls import Columns
from gmp_desktop.documents.pdf.styles import Sheet

_NOTE_GAP = 12.0
_NOTE_RULE = Rule(0, 72, 5, 0.5)
_ORPHAN_LINES = 2
_SLACK = 0.01


@dataclass(frozen=True, slots=True)
class Placed:
    """A line of the page; ``y`` is its top."""

    line: Line
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place the outline or a link leads to."""

    key: str
    y: float
    level: int = 0
    title: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block, or the part of it that is on a page, stands; pages count from 1, y from the top."""

    page: int
    top: float
    bottom: float


@dataclass(slots=True)
class Page:
    placed: list[Placed] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class NoteLine:
    id: str
    line: Line
    first: bool


class Flow:
    """Fills pages from the top with text and from the bottom with notes."""

    def __init__(self, sheet: Sheet, notes: Mapping[str, tuple[Line, ...]], ids: Mapping[str, UUID]) -> None:
        self.pages = [Page()]
        self.places: dict[UUID, list[Place]] = {}
        self._sheet = sheet
        self._notes = notes
        self._ids = ids
        self._noted: set[str] = set()
        self._foot: list[NoteLine] = []
        self._y = sheet.top
        self._gap = 0.0
        self._empty = True

    def begin(self, y: float) -> None:
        """Let the text of the first page begin here."""
        self._y = y

    def run(self, pieces: Sequence[Piece]) -> None:
        """Place all pieces and close the last page."""
        for at, piece in enumerate(pieces):
            if piece.hangs and not self._empty and not self._foot:
                self._put(piece, 0, len(piece.lines), 0)
                continue
            if piece.new_page:
                self._turn_part()
            if not (at and pieces[at - 1].keep and not piece.new_page):
                self._make_room(pieces, at)
            self._place(piece)
        self._close()
        while self._foot:
            self._turn()

    def _make_room(self, pieces: Sequence[Piece], at: int) -> None:
        """Turn the page unless a piece and those it must stay with can begin here."""
        lines: list[Line] = []
        height = max(self._gap, pieces[at].before)
        first = at
        while at < len(pieces) and (at == first or not pieces[at].new_page):
            piece = pieces[at]
            count = len(piece.lines) if piece.keep else piece.first_part()
            lines += piece.lines[:count]
            height += piece.room
            at += 1
            if not piece.keep:
                break
            height += max(piece.after, pieces[at].before if at < len(pieces) else 0)
        while not self._fits(lines, height) and (not self._empty or self._foot):
            self._turn()
            height = 0.0 if self._empty else height

    def _place(self, piece: Piece) -> None:
        gap = 0.0 if self._empty else max(self._gap, piece.before)
        at = 0
        while at < len(piece.lines):
            end = self._reach(piece, at, gap)
            if end == at:
                if not self._empty or self._foot:
                    self._turn()
                    gap = 0.0
                    if at:
                        self._repeat(piece)
                    continue
                end = self._least(piece, at)
            self._put(piece, at, end, gap)
            at, gap = end, 0.0
            if at < len(piece.lines):
                self._turn()
                self._repeat(piece)
        if piece.columns and piece.columns.entries:
            self._fill(piece, piece.columns, gap)
        self._gap = piece.after

    def _fill(self, piece: Piece, columns: Columns, gap: float) -> None:
        """Set columns into the rest of this page and as many more as they need."""
        at = 0
        self._y += gap
        while at < len(columns.entries):
            foot = sum([note.line.height for note in self._foot])
            room = self._sheet.bottom - self._y - (foot + _NOTE_GAP if foot else 0)
            at, line = columns.fill(at, room)
            top = self._y
            self._add(line, piece.x)
            if piece.id:
                self.places.setdefault(piece.id, []).append(Place(len(self.pages), top, self._y))
            if at < len(columns.entries):
                self._turn()

    def _repeat(self, piece: Piece) -> None:
        for line in piece.repeat:
            self._add(line, piece.x)
        self._empty = True

    def _reach(self, piece: Piece, start: int, gap: float) -> int:
        """The last place at which the page may end when the piece goes on from ``start``; ``start`` if none."""
        end = start
        lines = piece.lines[start:]
        if self._fits(lines, gap):
            return len(piece.lines)
        for count in range(1, len(lines) + 1):
            at = start + count
            if not self._fits(lines[:count], gap):
                break
            if at == len(piece.lines) or piece.may_break(at):
                end = at
        return end

    def _least(self, piece: Piece, start: int) -> int:
        """What an empty page takes although it is too much: the least the piece can be broken into, or a line."""
        for at in range(start + 1, len(piece.lines)):
            if piece.may_break(at) and self._fits(piece.lines[start:at], 0):
                return at
        count = 1
        while start + count < len(piece.lines) and self._fits(piece.lines[start : start + count + 1], 0):
            count += 1
        return start + count

    def _fits(self, lines: Sequence[Line], gap: float) -> bool:
        """Whether lines fit above the notes: all notes whole but the last, of which two lines must fit."""
        height = gap + sum([line.height for line in lines])
        if self._y + height > self._sheet.bottom + _SLACK:
            return False
        fresh = [id for line in lines for id in line.notes if id in self._notes and id not in self._noted]
        foot = sum([note.line.height for note in self._foot])
        if fresh:
            fresh = list(dict.fromkeys(fresh))
            for id in fresh[:-1]:
                foot += sum([line.height for line in self._notes[id]])
            last = self._notes[fresh[-1]]
            foot += sum([line.height for line in (last if len(last) < 4 else last[:_ORPHAN_LINES])])
        if foot:
            foot += _NOTE_GAP
        return self._y + height + foot <= self._sheet.bottom + _SLACK

    def _put(self, piece: Piece, start: int, end: int, gap: float) -> None:
        self._y += gap
        top = self._y
        if start == 0 and piece.level:
            key = f"h{len(self.pages)}-{len(self.pages[-1].anchors)}"
            self.pages[-1].anchors.append(Anchor(key, top, piece.level, piece.title))
        for line in piece.lines[start:end]:
            self._add(line, piece.x)
        if piece.id:
            self.places.setdefault(piece.id, []).append(Place(len(self.pages), top, self._y))

    def _add(self, line: Line, x: float) -> None:
        self.pages[-1].placed.append(Placed(line, x, self._y))
        self._y += line.height
        self._empty = False
        for id in line.notes:
            self._note(id)

    def _note(self, id: str) -> None:
        if id in self._noted or id not in self._notes:
            return
        self._noted.add(id)
        lines = self._notes[id]
        self._foot += [NoteLine(id, line, at == 0) for at, line in enumerate(lines)]
        for line in lines:
            for further in line.notes:
                self._note(further)

    def _turn_part(self) -> None:
        """Begin a new page for an annex, when all notes before it are out."""
        if not self._empty:
            self._turn()
        while self._foot:
            self._turn()

    def _turn(self) -> None:
        self._close()
        self.pages.append(Page())
        self._y, self._gap, self._empty = self._sheet.top, 0.0, True

    def _close(self) -> None:
        """Set the notes at the foot; what does not fit waits for the next page."""
        if not self._foot:
            return
        room = self._sheet.bottom - self._y - _NOTE_GAP
        count, height = 0, 0.0
        while count < len(self._foot) and height + self._foot[count].line.height <= room + _SLACK:
            height += self._foot[count].line.height
            count += 1
        if count:
            self._set_notes(self._foot[:count], self._sheet.bottom - height)
        del self._foot[:count]

    def _set_notes(self, notes: list[NoteLine], y: float) -> None:
        page, x = self.pages[-1], self._sheet.text_left
        page.placed.append(Placed(Line((), 0, rules=(_NOTE_RULE,)), x, y - _NOTE_GAP))
        for note in notes:
            if note.first:
                page.anchors.append(Anchor(f"n{note.id}", y))
            page.placed.append(Placed(note.line, x, y))
            places = self.places.setdefault(self._ids[note.id], [])
            if places and places[-1].page == len(self.pages):
                places[-1] = Place(len(self.pages), places[-1].top, y + note.line.height)
            else:
                places.append(Place(len(self.pages), y, y + note.line.height))
            y += note.line.height
