"""The facts of a meeting, edited where they stand: every field is stored when it is left."""

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from gmp_desktop.domain.meeting import Format, Meeting, QuorumOf
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.widgets.date_field import DateField
from gmp_desktop.ui.widgets.fields import Choice, labelled

COLUMNS = 12
MOST_PRESENT = 100_000


class MeetingFacts(QWidget):
    changed = Signal(object)
    """The facts that differ from those shown, as the service takes them."""
    refused = Signal(str)
    """A sentence about a field that holds nothing one could store."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._meeting: Meeting | None = None
        self._filling = False
        self._lines = {
            name: QLineEdit() for name in ("title", "venue", "place", "host", "time_zone", "symbol_stem")
        }
        self.starts_on, self.ends_on = DateField(), DateField()
        self.format, self.quorum_of = Choice(look), Choice(look)
        self.languages, self.quorum = QLineEdit(), QLineEdit()
        self._build()

    def show_meeting(self, meeting: Meeting) -> None:
        """A field in which somebody is writing keeps its words."""
        self._meeting = meeting
        self._filling = True
        for name, field in self._lines.items():
            _show(field, getattr(meeting, name))
        self.starts_on.show_date(meeting.starts_on)
        self.ends_on.show_date(meeting.ends_on)
        self.format.setCurrentIndex(self.format.findData(meeting.format))
        self.quorum_of.setCurrentIndex(self.quorum_of.findData(meeting.quorum_of))
        self.quorum_of.setEnabled(meeting.quorum is not None)
        _show(self.languages, ", ".join(meeting.languages))
        _show(self.quorum, "" if meeting.quorum is None else str(meeting.quorum))
        self._filling = False

    def offer_time_zones(self, names: list[str]) -> None:
        """Completed while one types."""
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QCompleter

        completer = QCompleter(names, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._lines["time_zone"].setCompleter(completer)

    @Slot()
    def keep(self) -> None:
        """Hand over what differs, in one step."""
        if self._meeting is None or self._filling or not self.isVisible():
            return
        changed = {
            name: value for name, value in self._facts().items() if value != getattr(self._meeting, name)
        }
        if changed:
            self.changed.emit(changed)

    def _facts(self) -> dict[str, Any]:
        quorum = self.quorum.text().strip()
        return {
            **{name: field.text().strip() for name, field in self._lines.items()},
            "starts_on": self.starts_on.day(),
            "ends_on": self.ends_on.day(),
            "format": self.format.currentData(),
            "languages": tuple(tag for part in self.languages.text().split(",") if (tag := part.strip())),
            "quorum": int(quorum) if quorum else None,
            "quorum_of": self.quorum_of.currentData(),
        }

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        for column in range(COLUMNS):
            grid.setColumnStretch(column, 1)
        for row, at, span, words, field in self._places():
            grid.addLayout(labelled(words, field, self._look), row, at, 1, span)
        self._fill_choices()
        self.languages.setPlaceholderText("en, fr")
        self._lines["time_zone"].setPlaceholderText("Europe/Zurich")
        self._lines["symbol_stem"].setPlaceholderText("UNEP/Hg/PAG.15")
        self.quorum.setPlaceholderText(self.tr("none"))
        self.quorum.setValidator(QIntValidator(0, MOST_PRESENT, self))
        for line in (*self._lines.values(), self.languages, self.quorum, self.starts_on, self.ends_on):
            line.editingFinished.connect(self.keep)
        for day in (self.starts_on, self.ends_on):
            day.refused.connect(self._refuse)
        for choice in (self.format, self.quorum_of):
            choice.currentIndexChanged.connect(self.keep)

    def _places(self) -> tuple[tuple[int, int, int, str, QWidget], ...]:
        """Row, column, columns it goes over, label, field."""
        lines = self._lines
        return (
            (0, 0, 12, self.tr("Title"), lines["title"]),
            (1, 0, 3, self.tr("First day"), self.starts_on),
            (1, 3, 3, self.tr("Last day"), self.ends_on),
            (1, 6, 3, self.tr("Time zone"), lines["time_zone"]),
            (1, 9, 3, self.tr("Format"), self.format),
            (2, 0, 5, self.tr("Venue"), lines["venue"]),
            (2, 5, 4, self.tr("Place"), lines["place"]),
            (2, 9, 3, self.tr("Host"), lines["host"]),
            (3, 0, 5, self.tr("Symbols begin with"), lines["symbol_stem"]),
            (3, 5, 2, self.tr("Languages"), self.languages),
            (3, 7, 2, self.tr("Quorum"), self.quorum),
            (3, 9, 3, self.tr("Quorum counts"), self.quorum_of),
        )

    def _fill_choices(self) -> None:
        _fill(
            self.format,
            (
                (Format.IN_PERSON, self.tr("In person")),
                (Format.ONLINE, self.tr("Online")),
                (Format.HYBRID, self.tr("In person and online")),
            ),
        )
        _fill(
            self.quorum_of,
            (
                (QuorumOf.PARTICIPANTS, self.tr("Participants")),
                (QuorumOf.DELEGATIONS, self.tr("Delegations")),
            ),
        )

    @Slot(str)
    def _refuse(self, sentence: str) -> None:
        if self._meeting is not None and self.isVisible():
            self.refused.emit(sentence)


def _show(field: QLineEdit, text: str) -> None:
    if field.text() != text and not field.isModified():
        field.setText(text)
    elif field.text() == text:
        field.setModified(False)


def _fill(box: QComboBox, choices: tuple[tuple[object, str], ...]) -> None:
    for value, words in choices:
        box.addItem(words, value)
