"""What is told of a participant, as fields: the name, for whom and as what they are there."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from gmp_desktop.domain.directory import Area
from gmp_desktop.domain.participants import Attends, Capacity, Participant, badge_text, group_of
from gmp_desktop.domain.people import Organisation, OrganisationKind, Person
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.people_words import attends_words, capacity_words, kind_words
from gmp_desktop.ui.widgets.completed_field import CompletedField
from gmp_desktop.ui.widgets.fields import Choice, Tick, labelled
from gmp_desktop.ui.widgets.written_field import PAUSE_MS

_PERSON = ("honorific", "given", "family", "own_script")
_LINES = ("function", "division")


class RegistrationFields(QWidget):
    left = Signal()
    """A field was left, something chosen, or one pauses while writing in a line."""
    name_typed = Signal()
    told = Signal(str)

    def __init__(self, look: Look, areas: Iterable[Area], below_name: QWidget) -> None:
        """``below_name`` stands between the name and the rest."""
        super().__init__()
        self._look = look
        self._areas = tuple(areas)
        self._shown: Participant | None = None
        self._make_fields()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._build_name())
        column.addWidget(below_name)
        column.addLayout(self._build_place())
        for tick in (self.heads, self.late, self.printed):
            column.addWidget(tick)
        self._connect()

    def clear(self, next_badge: int) -> None:
        """For somebody new."""
        self._shown = None
        self._pause.stop()
        for field in (*self._lines.values(), self.body, self.badge):
            field.clear()
        self.badge.setPlaceholderText(badge_text(next_badge))
        for choice, value in (
            (self.kind, ""),
            (self.capacity, Capacity.PARTNER),
            (self.area, ""),
            (self.attends, Attends.ROOM),
        ):
            choice.setCurrentIndex(choice.findData(str(value)))
        for tick, on in (
            (self.family_first, False),
            (self.heads, False),
            (self.late, False),
            (self.printed, True),
        ):
            tick.setChecked(on)

    def show_participant(self, one: Participant, *, same: bool) -> None:
        """As the record has them; a field one is writing in keeps what stands there while they are the ``same``."""
        self._shown = one
        told = {name: getattr(one.person, name) for name in _PERSON} | {
            name: getattr(one, name) for name in _LINES
        }
        for name, field in self._lines.items():
            _show(field, told[name], same)
        _show(self.body, one.organisation.name if one.organisation else "", same)
        _show(self.badge, badge_text(one.badge), same)
        self.badge.setPlaceholderText(self.tr("none"))
        self.kind.setCurrentIndex(self.kind.findData(group_of(one).value))
        self.capacity.setCurrentIndex(self.capacity.findData(one.capacity.value))
        self.area.setCurrentIndex(max(self.area.findData(one.area), 0))
        self.attends.setCurrentIndex(self.attends.findData(one.attends.value))
        self.family_first.setChecked(one.person.family_first)
        self.heads.setChecked(one.heads_delegation)
        self.late.setChecked(one.late)
        self.printed.setChecked(one.printed)

    def show_known(self, person: Person, body: Organisation | None) -> None:
        """Somebody of the directory; the next thing to write is their function."""
        for name in _PERSON:
            self._lines[name].setText(getattr(person, name))
        self.family_first.setChecked(person.family_first)
        if body is not None and not self.body.text().strip():
            self.body.setText(body.name)
        self._lines["function"].setFocus()

    def take_focus(self) -> None:
        self._lines["honorific"].setFocus()

    def take_focus_of_name(self) -> None:
        self._lines["family"].setFocus()

    def organisation(self) -> dict[str, Any]:
        return {"name": self.body.text().strip(), "kind": self.kind.currentData()}

    def changes(self, one: Participant) -> dict[str, Any]:
        """What differs from the record, as the service takes it."""
        changes: dict[str, Any] = {
            name: fact for name, fact in self.facts().items() if fact != getattr(one, name)
        }
        person = {name: fact for name, fact in self.person().items() if fact != getattr(one.person, name)}
        if person:
            changes["person"] = person
        if self.body.text().strip() != (one.organisation.name if one.organisation else ""):
            changes["organisation"] = {"name": self.body.text().strip()}
        if self.kind.currentData() != group_of(one).value:
            changes["group"] = self.kind.currentData()
        badge = self.number() or 0
        if badge != one.badge:
            changes["badge"] = badge
        return changes

    def person(self) -> dict[str, Any]:
        lines = {name: self._lines[name].text().strip() for name in _PERSON}
        return {**lines, "family_first": self.family_first.isChecked()}

    def facts(self) -> dict[str, Any]:
        return {
            **{name: self._lines[name].text().strip() for name in _LINES},
            "capacity": self.capacity.currentData(),
            "area": self.area.currentData(),
            "attends": self.attends.currentData(),
            "heads_delegation": self.heads.isChecked(),
            "late": self.late.isChecked(),
            "printed": self.printed.isChecked(),
        }

    def number(self) -> int | None:
        """None where nothing is written; what is no number stays in the field and is told."""
        text = self.badge.text().strip()
        if text and not text.isdecimal():
            self.told.emit(self.tr("“{text}” is not a badge number.").format(text=text[:20]))
            return self._shown.badge if self._shown else None
        return int(text[:9]) if text else None

    def _make_fields(self) -> None:
        self._lines = {name: QLineEdit() for name in (*_PERSON, *_LINES)}
        self._lines["honorific"].setPlaceholderText(self.tr("Ms."))
        self.body, self.badge = CompletedField(several=False), QLineEdit()
        self.kind = self._choice(OrganisationKind, kind_words, first=self.tr("as the organisation"))
        self.capacity = self._choice(Capacity, capacity_words)
        self.attends = self._choice(Attends, attends_words)
        self.area = self._choice(())
        self.area.addItem(self.tr("none"), "")
        for area in self._areas:
            self.area.addItem(area.short_name, area.code)
        self.family_first = Tick(self._look, self.tr("Family name first"))
        self.heads = Tick(self._look, self.tr("Head of the delegation"))
        self.late = Tick(self._look, self.tr("Late registration"))
        self.printed = Tick(self._look, self.tr("In the printed list"))

    def _choice(self, values: Iterable[Any], words: Callable[[Any], str] = str, first: str = "") -> Choice:
        """As narrow as its place; what is chosen is elided before the form is widened."""
        choice = Choice(self._look)
        choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setMinimumContentsLength(6)
        if first:
            choice.addItem(first, "")
        for value in values:
            choice.addItem(words(value), value.value)
        return choice

    def _build_name(self) -> QGridLayout:
        grid = self._grid()
        grid.addLayout(labelled(self.tr("Honorific"), self._lines["honorific"], self._look), 0, 0)
        grid.addLayout(labelled(self.tr("Given name"), self._lines["given"], self._look), 0, 1)
        grid.addLayout(labelled(self.tr("Family name"), self._lines["family"], self._look), 1, 0, 1, 2)
        grid.addWidget(self.family_first, 2, 0, 1, 2)
        grid.addLayout(labelled(self.tr("Own script"), self._lines["own_script"], self._look), 3, 0, 1, 2)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 5)
        return grid

    def _build_place(self) -> QGridLayout:
        grid = self._grid()
        for row, (words, field) in enumerate(
            (
                (self.tr("For"), self.body),
                (self.tr("Listed under"), self.kind),
                (self.tr("Function"), self._lines["function"]),
                (self.tr("Division"), self._lines["division"]),
            )
        ):
            grid.addLayout(labelled(words, field, self._look), row, 0, 1, 2)
        grid.addLayout(labelled(self.tr("Capacity"), self.capacity, self._look), 4, 0)
        grid.addLayout(labelled(self.tr("Area"), self.area, self._look), 4, 1)
        grid.addLayout(labelled(self.tr("Attends"), self.attends, self._look), 5, 0)
        grid.addLayout(labelled(self.tr("Badge"), self.badge, self._look), 5, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(12)
        return grid

    def _connect(self) -> None:
        for name in ("given", "family"):
            self._lines[name].textEdited.connect(self.name_typed)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.left)
        for line in self._lines.values():
            line.textEdited.connect(self._pause.start)
        for field in (*self._lines.values(), self.body, self.badge):
            field.editingFinished.connect(self.left)
        for choice in (self.kind, self.capacity, self.area, self.attends):
            choice.activated.connect(self.left)
        for tick in (self.family_first, self.heads, self.late, self.printed):
            tick.clicked.connect(self.left)


def _show(field: QLineEdit, text: str, same: bool) -> None:
    if field.text() != text and not (same and field.hasFocus() and field.isModified()):
        field.setText(text)
        field.setCursorPosition(0)
