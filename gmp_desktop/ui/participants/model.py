"""The participants' table as Qt's model: heads of groups, people, and a tick for every sitting."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from gmp_desktop.domain.meeting import Sitting
from gmp_desktop.domain.names import taken_apart
from gmp_desktop.domain.participants import Participant, badge_text
from gmp_desktop.domain.people import full_name, screen_name
from gmp_desktop.domain.presence import Attendance, Presence, attendance
from gmp_desktop.ui.participants.lines import Column, Group, Line, Listing
from gmp_desktop.ui.people_words import attends_words, half_day_words, minute_words
from gmp_desktop.ui.tips import tip

_NOWHERE = QModelIndex()
Index = QModelIndex | QPersistentModelIndex
COLUMNS = len(Column)
LINE = int(Qt.ItemDataRole.UserRole)
"""The group or the participant of a line."""
TICK = LINE + 1
"""Of a sitting's column: where somebody is, None while the sitting is not open."""

Ticks = Mapping[tuple[UUID, UUID], Presence]


class ParticipantsModel(QAbstractTableModel):
    written = Signal(object, object)
    """Somebody's name or function was written over: the participant, and what the service is to change."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: Sequence[Line] = ()
        self.sittings: Sequence[Sitting] = ()
        self.current: UUID | None = None
        self._listing: Listing | None = None
        self._open: frozenset[UUID] = frozenset()
        self._ticks: Ticks = {}

    def show(self, listing: Listing, lines: Sequence[Line]) -> None:
        self.beginResetModel()
        self._listing, self.lines = listing, lines
        self.endResetModel()

    def show_sittings(
        self, sittings: Sequence[Sitting], open_ones: Iterable[UUID], current: UUID | None
    ) -> None:
        if (tuple(sittings), frozenset(open_ones), current) != (self.sittings, self._open, self.current):
            self.beginResetModel()
            self.sittings, self._open, self.current = tuple(sittings), frozenset(open_ones), current
            self.endResetModel()

    def show_ticks(self, ticks: Ticks) -> None:
        self._ticks = ticks
        if self.lines and self.sittings:
            last = self.index(len(self.lines) - 1, COLUMNS + len(self.sittings) - 1)
            self.dataChanged.emit(self.index(0, COLUMNS), last)

    def person_at(self, row: int) -> Participant | None:
        line = self.lines[row] if 0 <= row < len(self.lines) else None
        return self._listing.people[line] if self._listing is not None and isinstance(line, int) else None

    def group_at(self, row: int) -> Group | None:
        line = self.lines[row] if 0 <= row < len(self.lines) else None
        return line if isinstance(line, Group) else None

    def rows_of(self, ids: Iterable[UUID]) -> list[int]:
        wanted = set(ids)
        if not wanted or self._listing is None:
            return []
        people = self._listing.people
        return [
            row for row, line in enumerate(self.lines) if isinstance(line, int) and people[line].id in wanted
        ]

    def row_of_group(self, key: str) -> int:
        found = (row for row, line in enumerate(self.lines) if isinstance(line, Group) and line.key == key)
        return next(found, -1)

    def is_open(self, sitting_id: UUID) -> bool:
        return sitting_id in self._open or sitting_id == self.current

    def presence(self, participant: Participant, sitting_id: UUID) -> Presence | None:
        return self._ticks.get((participant.id, sitting_id))

    def sitting_at(self, column: int) -> Sitting | None:
        return self.sittings[column - COLUMNS] if COLUMNS <= column < COLUMNS + len(self.sittings) else None

    def text(self, row: int, column: int) -> str:
        """What stands in a cell; of a tick, in a word."""
        line = self.lines[row]
        if isinstance(line, Group):
            return line.words if column == Column.NAME else ""
        if self._listing is None:
            return ""
        one = self._listing.people[line]
        sitting = self.sitting_at(column)
        if sitting is not None:
            return self._tick_words(one, sitting)
        return self._words(line, one, Column(column))

    def _words(self, at: int, one: Participant, column: Column) -> str:
        listing = self._listing
        match column:
            case Column.BADGE:
                return badge_text(one.badge)
            case Column.NAME:
                return screen_name(one.person)
            case Column.FOR:
                return listing.delegation(at) if listing else ""
            case Column.FUNCTION:
                return one.function
            case Column.AREA:
                return listing.area(at) if listing else ""
            case Column.ATTENDS:
                return self.tr("late registration") if one.late else attends_words(one.attends)

    def _tick_words(self, one: Participant, sitting: Sitting) -> str:
        if not self.is_open(sitting.id):
            return self.tr("not open yet")
        presence = self.presence(one, sitting.id)
        match attendance(presence):
            case Attendance.ABSENT:
                return self.tr("not arrived")
            case Attendance.LEFT:
                words = self.tr("left {time}")
                return words.format(time=minute_words(presence.left if presence else ""))
            case state:
                online = state is Attendance.ONLINE
                words = self.tr("arrived {time}, online") if online else self.tr("arrived {time}")
                return words.format(time=minute_words(presence.arrived if presence else ""))

    def _spoken(self, row: int, column: int) -> str:
        group = self.group_at(row)
        if group is not None:
            state = self.tr("folded") if group.folded else self.tr("unfolded")
            return f"{group.words}, {group.count}, {state}" if column == Column.BADGE else ""
        return f"{self.head(column)}: {self.text(row, column)}"

    def head(self, column: int) -> str:
        sitting = self.sitting_at(column)
        if sitting is not None:
            return half_day_words(sitting, self.sittings)
        return {
            Column.BADGE: self.tr("Badge"),
            Column.NAME: self.tr("Name"),
            Column.FOR: self.tr("For"),
            Column.FUNCTION: self.tr("Function"),
            Column.AREA: self.tr("Area"),
            Column.ATTENDS: self.tr("Attends"),
        }[Column(column)]

    def _tick(self, row: int, column: int) -> Attendance | None:
        one, sitting = self.person_at(row), self.sitting_at(column)
        if one is None or sitting is None or not self.is_open(sitting.id):
            return None
        return attendance(self.presence(one, sitting.id))

    # Qt's side

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else COLUMNS + len(self.sittings)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() in (Column.NAME, Column.FUNCTION) and self.person_at(index.row()) is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == LINE:
            return self.group_at(row) or self.person_at(row)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self.text(row, column))
        if role == TICK:
            return self._tick(row, column)
        if role == Qt.ItemDataRole.EditRole:
            one = self.person_at(row)
            if one is None:
                return None
            return full_name(one.person) if column == Column.NAME else one.function
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, column)
        return None

    def setData(self, index: Index, value: object, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        """The record is written by who listens; what is shown comes back from there."""
        one, text = self.person_at(index.row()), str(value).strip()
        if one is None or role != Qt.ItemDataRole.EditRole or text == self.data(index, role):
            return False
        if index.column() == Column.FUNCTION:
            self.written.emit(one.id, {"function": text})
        elif text:
            name = taken_apart(text, one.person)
            facts = {"honorific": name.honorific, "given": name.given, "family": name.family}
            self.written.emit(one.id, {"person": {**facts, "family_first": name.family_first}})
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return self.head(section) if section < COLUMNS + len(self.sittings) else None
        return None
