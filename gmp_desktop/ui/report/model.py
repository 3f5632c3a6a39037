"""The rows of the report on screen: changed as little as the news demands, so that cursor and scroll stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from uuid import UUID

    from gmp_desktop.ui.report.row import Row

ROW = int(Qt.ItemDataRole.UserRole)
_NOWHERE = QModelIndex()


class ReportModel(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._at: dict[UUID, int] = {}

    @property
    def rows(self) -> tuple[Row, ...]:
        return self._rows

    def show(self, rows: tuple[Row, ...]) -> None:
        """Insert and remove only between the rows that are the same above and below."""
        old, new = [row.id for row in self._rows], [row.id for row in rows]
        above = _alike(old, new)
        below = _alike(old[above:][::-1], new[above:][::-1])
        gone, come = len(old) - above - below, len(new) - above - below
        if gone:
            self.beginRemoveRows(_NOWHERE, above, above + gone - 1)
            self._take(self._rows[:above] + self._rows[above + gone :])
            self.endRemoveRows()
        if come:
            self.beginInsertRows(_NOWHERE, above, above + come - 1)
            self._take(self._rows[:above] + rows[above : above + come] + self._rows[above:])
            self.endInsertRows()
        changed = [at for at, (was, now) in enumerate(zip(self._rows, rows, strict=True)) if was != now]
        self._take(rows)
        for at in changed:
            self.dataChanged.emit(self.index(at), self.index(at))

    def row(self, at: int) -> Row | None:
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def at(self, id: UUID) -> int:
        """-1 where the row is not there."""
        return self._at.get(id, -1)

    def _take(self, rows: tuple[Row, ...]) -> None:
        self._rows = rows
        self._at = {row.id: at for at, row in enumerate(rows)}

    # Qt's side

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.label} {row.plain}".strip()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(row)
        return None


def _spoken(row: Row) -> str:
    """Asked for only where somebody listens."""
    if row.called:
        return f"{row.called}: {row.plain}"
    from gmp_desktop.ui.report.rows import spoken

    return spoken(row)


def _alike(one: list[UUID], other: list[UUID]) -> int:
    count = 0
    for first, second in zip(one, other, strict=False):
        if first != second:
            break
        count += 1
    return count
