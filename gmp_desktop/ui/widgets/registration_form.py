"""One participant as fields, beside the table: to register somebody new, or to change who is selected."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QStyle, QVBoxLayout, QWidget

from gmp_desktop.domain.directory import Area
from gmp_desktop.domain.participants import (
    Attends,
    Capacity,
    Participant,
    PrivateDetails,
    badge_text,
    group_of,
)
from gmp_desktop.domain.people import Organisation, OrganisationKind, Person, full_name, turns_text
from gmp_desktop.ui.look import SIDE_MARGIN, Look
from gmp_desktop.ui.people_words import attends_words, capacity_words, kind_words
from gmp_desktop.ui.widgets.buttons import Button
from gmp_desktop.ui.widgets.completed_field import CompletedField
from gmp_desktop.ui.widgets.fields import Choice, Tick, labelled
from gmp_desktop.ui.widgets.inspector import WIDTH, draw_side
from gmp_desktop.ui.widgets.likely_persons import LikelyPersons
from gmp_desktop.ui.widgets.private_part import PrivatePart
from gmp_desktop.ui.widgets.sections import scrolled

PAUSE_MS = 250
_PERSON = ("honorific", "given", "family", "own_script")
_LINES = ("function", "division")


class RegistrationForm(QWidget):
    registered = Signal(object, object, object, object)
    """Somebody new: the person or their id, the organisation, the facts, the private details."""
    edited = Signal(object, object)
    """A participant, and what the service is to change."""
    private_edited = Signal(object, object)
    likely_asked = Signal(str, str, str)
    told = Signal(str)
    closed = Signal()

    def __init__(self, look: Look, areas: Iterable[Area], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._areas = tuple(areas)
        self._shown: Participant | None = None
        self._used: UUID | None = None
        self.setFixedWidth(WIDTH)
        self._build()
        self._connect()

    @property
    def participant(self) -> UUID | None:
        """Who is being changed."""
        return self._shown.id if self._shown is not None and not self.isHidden() else None

    @property
    def registers(self) -> bool:
        """Whether somebody new is being written down."""
        return self._shown is None

    def show_new(self, next_badge: int) -> None:
        self._shown = self._used = None
        self._head.setText(self.tr("New participant"))
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
        self.private.show_details(None)
        self.private.fold()
        self.likely.show_persons([])
        self._hand_in.show()
        self._lines["honorific"].setFocus()

    def show_participant(self, one: Participant, private: PrivateDetails) -> None:
        """As the record has them; a field one is writing in keeps what stands there."""
        same = self._shown is not None and self._shown.id == one.id
        self._shown, self._used = one, None
        self._head.setText(full_name(one.person))
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
        if not same:
            self.private.fold()
        self.private.show_details(private)
        self.likely.show_persons([])
        self._hand_in.hide()

    def show_likely(self, likely: list[tuple[Person, Organisation | None]]) -> None:
        self.likely.show_persons(likely if self.registers and self._used is None else [])

    def offer_bodies(self, names: Iterable[str]) -> None:
        self.body.offer(names)

    def close_form(self) -> None:
        self._shown = self._used = None
        self.hide()

    def keep(self) -> None:
        """What was typed and not yet left becomes part of the record."""
        if self._shown is not None:
            self._keep()
            self.private.keep()

    def _build(self) -> None:
        self._head = QLabel()
        self._head.setFont(self._look.font(11, 600))
        self._head.setTextFormat(Qt.TextFormat.PlainText)
        self._head.setWordWrap(True)
        self._make_fields()
        inside = QWidget()
        inside.setFixedWidth(WIDTH - 1 - self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent))
        column = QVBoxLayout(inside)
        column.setContentsMargins(SIDE_MARGIN, 12, SIDE_MARGIN, SIDE_MARGIN)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(self._head, 1)
        self._close = Button(self._look, self.tr("Close"), link=True)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addLayout(self._build_name())
        column.addWidget(self.likely)
        column.addLayout(self._build_place())
        for tick in (self.heads, self.late, self.printed):
            column.addWidget(tick)
        column.addWidget(self.private)
        column.addStretch(1)
        self._hand_in = Button(self._look, self.tr("Register"), "user-plus", primary=True)
        foot = QHBoxLayout()
        foot.setContentsMargins(SIDE_MARGIN, 8, SIDE_MARGIN, 12)
        foot.addWidget(self._hand_in)
        foot.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scrolled(inside), 1)
        whole.addLayout(foot)

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
        self.likely = LikelyPersons(self._look)
        self.private = PrivatePart(self._look)

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
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._ask_likely)
        for name in ("given", "family"):
            self._lines[name].textEdited.connect(self._pause.start)
        for field in (*self._lines.values(), self.body, self.badge):
            field.editingFinished.connect(self._keep)
        for choice in (self.kind, self.capacity, self.area, self.attends):
            choice.activated.connect(self._keep)
        for tick in (self.family_first, self.heads, self.late, self.printed):
            tick.clicked.connect(self._keep)
        self.private.edited.connect(self._keep_private)
        self.likely.used.connect(self._use)
        self._hand_in.clicked.connect(self._register)
        self._close.clicked.connect(self.closed)

    def _person(self) -> dict[str, Any]:
        lines = {name: self._lines[name].text().strip() for name in _PERSON}
        return {**lines, "family_first": self.family_first.isChecked()}

    def _facts(self) -> dict[str, Any]:
        return {
            **{name: self._lines[name].text().strip() for name in _LINES},
            "capacity": self.capacity.currentData(),
            "area": self.area.currentData(),
            "attends": self.attends.currentData(),
            "heads_delegation": self.heads.isChecked(),
            "late": self.late.isChecked(),
            "printed": self.printed.isChecked(),
        }

    def _badge(self) -> int | None:
        """None where nothing is written; what is no number stays in the field and is told."""
        text = self.badge.text().strip()
        if text and not text.isdecimal():
            self.told.emit(self.tr("“{text}” is not a badge number.").format(text=text[:20]))
            return self._shown.badge if self._shown else None
        return int(text[:9]) if text else None

    @Slot()
    def _ask_likely(self) -> None:
        if self.registers:
            self._used = None
            given, family = self._lines["given"].text(), self._lines["family"].text()
            self.likely_asked.emit(given, family, self.body.text())

    @Slot(object, object)
    def _use(self, person: Person, body: Organisation | None) -> None:
        self._used = person.id
        for name in _PERSON:
            self._lines[name].setText(getattr(person, name))
        self.family_first.setChecked(person.family_first)
        if body is not None and not self.body.text().strip():
            self.body.setText(body.name)
        self.likely.show_persons([])
        self._lines["function"].setFocus()

    @Slot()
    def _register(self) -> None:
        person = self._person()
        if not (person["given"] or person["family"] or person["own_script"]):
            self.told.emit(self.tr("The participant needs a name."))
            self._lines["family"].setFocus()
            return
        if any(turns_text(text) for text in (*person.values(), self.body.text()) if isinstance(text, str)):
            self.told.emit(self.tr("Hidden signs that turn the direction of text were taken out."))
        body = {"name": self.body.text().strip(), "kind": self.kind.currentData()}
        self.registered.emit(
            self._used or person,
            body,
            {**self._facts(), "badge": self._badge()},
            {name: detail for name, detail in self.private.details().items() if detail},
        )

    @Slot()
    def _keep(self) -> None:
        """One step for what differs from the record; nothing where nothing does."""
        one = self._shown
        if one is None or not self.isVisible():
            return
        changes: dict[str, Any] = {
            name: fact for name, fact in self._facts().items() if fact != getattr(one, name)
        }
        person = {name: fact for name, fact in self._person().items() if fact != getattr(one.person, name)}
        if person:
            changes["person"] = person
        if self.body.text().strip() != (one.organisation.name if one.organisation else ""):
            changes["organisation"] = {"name": self.body.text().strip()}
        if self.kind.currentData() != group_of(one).value:
            changes["group"] = self.kind.currentData()
        badge = self._badge() or 0
        if badge != one.badge:
            changes["badge"] = badge
        if changes:
            self.edited.emit(one.id, changes)

    @Slot(object)
    def _keep_private(self, details: dict[str, Any]) -> None:
        if self._shown is not None:
            self.private_edited.emit(self._shown.person.id, details)

    # Qt's side

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.keep()
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.registers:
            self._register()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_side(QPainter(self), self, self._look)


def _show(field: QLineEdit, text: str, same: bool) -> None:
    if field.text() != text and not (same and field.hasFocus() and field.isModified()):
        field.setText(text)
        field.setCursorPosition(0)
