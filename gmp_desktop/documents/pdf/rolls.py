"""A list of people in columns: order down the column, a delegation's name again where a column breaks it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from gmp_desktop.documents import phrases
from gmp_desktop.documents.pdf import styles
from gmp_desktop.documents.pdf.lines import Line, Span
from gmp_desktop.documents.pdf.setter import Setter
from gmp_desktop.documents.pdf.styles import Sheet
from gmp_desktop.domain.blocks import Roll
from gmp_desktop.domain.inline import escape

COLUMN_GAP = 12.0
COLUMNS = {False: 3, True: 2}
"""Large print has room for two."""
_BETWEEN_PEOPLE = styles.NAME.leading
_BETWEEN_DELEGATIONS = 13.0
_AFTER_HEAD = 2.0
_MOST_AGAIN = 4
_MOST_LINES = 12
"""What says more about one person may be broken within."""

Lines = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """Lines that stay together. ``head`` names the delegation they begin, ``again`` the one they go on with."""

    lines: Lines
    head: Lines = ()
    again: Lines = ()
    joined: bool = False
    """It goes on with the person before it."""

    def parts(self, *, on_top: bool) -> Iterator[tuple[float, Line]]:
        """Every line with the space above it."""
        head = self.head or (self.again if on_top else ())
        gap = 0.0
        if not on_top and not self.joined:
            gap = _BETWEEN_DELEGATIONS if self.head else _BETWEEN_PEOPLE
        for line in head:
            yield gap, line
            gap = 0.0
        if head:
            gap = _AFTER_HEAD
        for line in self.lines:
            yield gap, line
            gap = 0.0

    def height(self, *, on_top: bool) -> float:
        return sum([gap + line.height for gap, line in self.parts(on_top=on_top)])


@dataclass(frozen=True, slots=True)
class Columns:
    """The people of a roll, to be filled into what room a page has."""

    entries: tuple[Entry, ...]
    count: int
    width: float

    def fill(self, start: int, room: float) -> tuple[int, Line]:
        """As many entries as fit from ``start`` on as one line of the page, and where the rest begins.

        The last ones are spread evenly. At least one entry is taken, fit or not.
        """
        end, columns = self._cut(start, room)
        if end == len(self.entries):
            columns = self._even(start, room)
        return end, self._drawn(columns)

    def least(self) -> float:
        """The room without which the roll had better begin on a new page."""
        return self.entries[0].height(on_top=True) if self.entries else 0.0

    def _cut(self, start: int, room: float) -> tuple[int, list[range]]:
        columns: list[range] = []
        at = start
        while at < len(self.entries) and len(columns) < self.count:
            top, y = at, 0.0
            while at < len(self.entries):
                y += self.entries[at].height(on_top=at == top)
                if y > room and (at > top or columns):
                    break
                at += 1
                if y > room:
                    break
            if at == top:
                break
            columns.append(range(top, at))
        return at, columns

    def _even(self, start: int, room: float) -> list[range]:
        """The shortest columns that still hold everything."""
        low, high = 0.0, room
        best = self._cut(start, room)[1]
        while high - low > 1:
            middle = (low + high) / 2
            end, columns = self._cut(start, middle)
            if end == len(self.entries) and all(self._height(part) <= middle for part in columns):
                high, best = middle, columns
            else:
                low = middle
        return best

    def _height(self, part: range) -> float:
        return sum([self.entries[at].height(on_top=at == part.start) for at in part])

    def _drawn(self, columns: Sequence[range]) -> Line:
        """All columns as one line of the page, in reading order."""
        spans: list[Span] = []
        notes: list[str] = []
        missing: list[str] = []
        tallest = 0.0
        for number, part in enumerate(columns):
            x, y = number * (self.width + COLUMN_GAP), 0.0
            for at in part:
                for gap, line in self.entries[at].parts(on_top=at == part.start):
                    y += gap
                    spans += [
                        span._replace(x=span.x + x, drop=y + line.ascent + span.drop) for span in line.spans
                    ]
                    y += line.height
                    notes += line.notes
                    missing.append(line.missing)
            tallest = max(tallest, y)
        return Line(tuple(spans), tallest, 0.0, tuple(notes), (), "".join(missing))


def columns_of(roll: Roll, setter: Setter, sheet: Sheet, marks: Mapping[str, str], language: str) -> Columns:
    """A roll between the rules of the page."""
    count = COLUMNS[sheet.scale > 1]
    width = (sheet.rule_right - sheet.rule_left - COLUMN_GAP * (count - 1)) / count
    entries: list[Entry] = []
    for delegation, people in groupby(filter(None, roll.rows), key=lambda row: row[0]):
        head: Lines = ()
        again: Lines = ()
        if delegation.strip():
            head = setter.set(delegation, styles.NAME_HEAD, width, marks)
            words = f"{delegation} {escape(phrases.continued(language))}"
            again = _shortened(setter.set(words, styles.NAME_HEAD, width, marks))
        for person in people:
            lines = [line for text in person[1:] if text.strip() for line in _set(text, setter, width, marks)]
            if len(head) > _MOST_LINES:
                head, lines = (), [*head, *lines]
            for start in range(0, max(len(lines), 1), _MOST_LINES):
                part = tuple(lines[start : start + _MOST_LINES])
                entries.append(Entry(part, head, again, joined=start > 0))
                head = ()
    return Columns(tuple(entries), count, width)


def _shortened(lines: Lines) -> Lines:
    """A very long name is not said in full again."""
    return lines if len(lines) <= _MOST_AGAIN else (*lines[: _MOST_AGAIN - 1], lines[-1])


def _set(text: str, setter: Setter, width: float, marks: Mapping[str, str]) -> Lines:
    return setter.set(text, styles.NAME, width, marks)
