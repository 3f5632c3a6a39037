"""A list of documents before it is registered: what was understood of each line, to be corrected and ticked off."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from gmp_desktop.domain.meeting import MeetingDocument
from gmp_desktop.domain.register import short_form
from gmp_desktop.domain.symbol_check import Verdict, judge
from gmp_desktop.ui.tips import tip

translate = QCoreApplication.translate
_NOWHERE = QModelIndex()
SYMBOL, TITLE, BECOMES = range(3)
VERDICT = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True, slots=True)
class Proposed:
    """A line of a list, or a file."""

    symbol: str
    title: str = ""
    path: Path | None = None
    language: str = "en"
    wanted: bool = True


class ReviewModel(QAbstractTableModel):
    judged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Proposed] = []
        self.verdicts: list[Verdict] = []
        self._documents: Sequence[MeetingDocument] = ()
        self._stem = ""

    def show(self, lines: Iterable[Proposed], documents: Sequence[MeetingDocument], stem: str) -> None:
        self.beginResetModel()
        self.lines, self._documents, self._stem = list(lines), documents, stem
        self._judge()
        self.endResetModel()
        self.judged.emit()

    def accepted(self) -> list[Proposed]:
        """What is ticked and can be registered, each with its symbol in normal form."""
        both = zip(self.lines, self.verdicts, strict=True)
        return [replace(line, symbol=v.symbol) for line, v in both if line.wanted and v.can_be]

    def wrong(self) -> int:
        """How many of those that are ticked cannot be registered as they are."""
        both = zip(self.lines, self.verdicts, strict=True)
        return sum(line.wanted and not verdict.can_be for line, verdict in both)

    def becomes(self, row: int) -> str:
        line, verdict = self.lines[row], self.verdicts[row]
        if not line.wanted:
            return translate("register", "left out")
        if verdict.gets_file is not None:
            short = short_form(verdict.gets_file.symbol, self._stem)
            return translate("register", "file for {symbol}").format(symbol=short)
        if verdict.problem is not None:
            return verdict.problem.sentence
        return (
            translate("register", "new") if line.path is None else translate("register", "new, with its file")
        )

    def _judge(self) -> None:
        """Lines left out take no symbol from the others."""
        lines = [(line.symbol if line.wanted else "", line.path is not None) for line in self.lines]
        self.verdicts = judge(lines, self._documents, self._stem)

    # Qt's side

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else 3

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.column() == SYMBOL:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags if index.column() == BECOMES else flags | Qt.ItemFlag.ItemIsEditable

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        if not index.isValid():
            return None
        line, verdict = self.lines[index.row()], self.verdicts[index.row()]
        if role == VERDICT:
            return verdict
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == SYMBOL:
            return Qt.CheckState.Checked if line.wanted else Qt.CheckState.Unchecked
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.EditRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return (line.symbol, line.title, self.becomes(index.row()))[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == BECOMES:
            return tip(self.becomes(index.row()))
        return None

    def setData(
        self,
        index: QModelIndex | QPersistentModelIndex,
        value: object,
        role: int = int(Qt.ItemDataRole.EditRole),
    ) -> bool:
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            line = replace(line, wanted=Qt.CheckState(value) == Qt.CheckState.Checked)
        elif index.column() == SYMBOL:
            line = replace(line, symbol=str(value).strip(), wanted=True)
        else:
            line = replace(line, title=" ".join(str(value).split()))
        self.lines[index.row()] = line
        self._judge()
        self.dataChanged.emit(self.index(0, 0), self.index(len(self.lines) - 1, BECOMES))
        self.judged.emit()
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (
                translate("register", "Symbol"),
                translate("register", "Title"),
                translate("register", "What becomes of it"),
            )[section]
        return None
