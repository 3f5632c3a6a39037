"""How somebody likes to see the participants: grouping, order and columns, remembered from one day to the next."""

from dataclasses import replace

from PySide6.QtCore import QSettings

from gmp_desktop.ui.participants.lines import Asked, Column, Grouping, Shown

_KEY = "participants"
MAY_GO = (Column.FOR, Column.FUNCTION, Column.AREA, Column.ATTENDS)


class ParticipantsView:
    """What is looked for and who is shown begin anew every day; the rest is kept."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings
        grouping = str(settings.value(f"{_KEY}/grouping", Grouping.KIND.value))
        sort = _column(settings.value(f"{_KEY}/sort", ""))
        self.asked = Asked(
            grouping=Grouping(grouping) if grouping in set(Grouping) else Grouping.KIND,
            sort=sort,
            descending=sort is not None and str(settings.value(f"{_KEY}/descending", "")) == "true",
        )
        names = str(settings.value(f"{_KEY}/left_out", "")).split()
        self.left_out = frozenset(column for column in MAY_GO if column.name in names)

    def look_for(self, text: str) -> None:
        self.asked = replace(self.asked, text=text)

    def show(self, shown: str) -> None:
        self.asked = replace(self.asked, shown=shown)

    def group(self, grouping: str) -> None:
        self.asked = replace(self.asked, grouping=Grouping(grouping), folded=frozenset())
        self._settings.setValue(f"{_KEY}/grouping", grouping)

    def fold(self, key: str) -> None:
        self.asked = replace(self.asked, folded=self.asked.folded ^ {key})

    def unfold_all(self) -> None:
        self.asked = replace(self.asked, folded=frozenset(), shown=Shown.EVERYONE)

    def sort(self, column: Column) -> None:
        """Upwards, downwards, and back to the order of the printed list."""
        if self.asked.sort is not column:
            self._sort(column, False)
        elif not self.asked.descending:
            self._sort(column, True)
        else:
            self._sort(None, False)

    def leave_out(self, column: Column, out: bool) -> None:
        self.left_out = self.left_out | {column} if out else self.left_out - {column}
        names = " ".join(sorted(one.name for one in self.left_out))
        self._settings.setValue(f"{_KEY}/left_out", names)

    def _sort(self, column: Column | None, descending: bool) -> None:
        self.asked = replace(self.asked, sort=column, descending=descending)
        self._settings.setValue(f"{_KEY}/sort", column.name if column is not None else "")
        self._settings.setValue(f"{_KEY}/descending", "true" if descending else "false")


def _column(name: object) -> Column | None:
    return next((column for column in Column if column.name == name), None)
