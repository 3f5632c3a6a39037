"""One participant as fields, beside the table: to register somebody new, or to change who is selected."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStyle, QVBoxLayout, QWidget

from gmp_desktop.domain.directory import Area
from gmp_desktop.domain.participants import (
    Participant,
    PrivateDetails,
)
from gmp_desktop.domain.people import Organisation, Person, full_name, turns_text
from gmp_desktop.ui.look import SIDE_MARGIN, Look
from gmp_desktop.ui.participants.likely_persons import LikelyPersons
from gmp_desktop.ui.participants.private_part import PrivatePart
from gmp_desktop.ui.participants.registration_fields import RegistrationFields
from gmp_desktop.ui.widgets.buttons import Button
from gmp_desktop.ui.widgets.inspector import WIDTH, draw_side
from gmp_desktop.ui.widgets.sections import scrolled

PAUSE_MS = 250


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
        self.fields.clear(next_badge)
        self.private.show_details(None)
        self.private.fold()
        self.likely.show_persons([])
        self._hand_in.show()
        self.fields.take_focus()

    def show_participant(self, one: Participant, private: PrivateDetails) -> None:
        """As the record has them; a field one is writing in keeps what stands there."""
        same = self._shown is not None and self._shown.id == one.id
        self._shown, self._used = one, None
        self._head.setText(full_name(one.person))
        self.fields.show_participant(one, same=same)
        if not same:
            self.private.fold()
        self.private.show_details(private)
        self.likely.show_persons([])
        self._hand_in.hide()

    def show_likely(self, likely: list[tuple[Person, Organisation | None]]) -> None:
        self.likely.show_persons(likely if self.registers and self._used is None else [])

    def offer_bodies(self, names: Iterable[str]) -> None:
        self.fields.body.offer(names)

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
        self.likely = LikelyPersons(self._look)
        self.private = PrivatePart(self._look)
        self.fields = RegistrationFields(self._look, self._areas, self.likely)
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
        column.addWidget(self.fields)
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

    def _connect(self) -> None:
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._ask_likely)
        self.fields.name_typed.connect(self._pause.start)
        self.fields.left.connect(self._keep)
        self.fields.told.connect(self.told)
        self.private.edited.connect(self._keep_private)
        self.likely.used.connect(self._use)
        self._hand_in.clicked.connect(self._register)
        self._close.clicked.connect(self.closed)

    @Slot()
    def _ask_likely(self) -> None:
        if self.registers:
            self._used = None
            person = self.fields.person()
            self.likely_asked.emit(person["given"], person["family"], self.fields.body.text())

    @Slot(object, object)
    def _use(self, person: Person, body: Organisation | None) -> None:
        self._used = person.id
        self.fields.show_known(person, body)
        self.likely.show_persons([])

    @Slot()
    def _register(self) -> None:
        person, body = self.fields.person(), self.fields.organisation()
        if not (person["given"] or person["family"] or person["own_script"]):
            self.told.emit(self.tr("The participant needs a name."))
            self.fields.take_focus_of_name()
            return
        if any(turns_text(text) for text in (*person.values(), body["name"]) if isinstance(text, str)):
            self.told.emit(self.tr("Hidden signs that turn the direction of text were taken out."))
        self.registered.emit(
            self._used or person,
            body,
            {**self.fields.facts(), "badge": self.fields.number()},
            {name: detail for name, detail in self.private.details().items() if detail},
        )

    @Slot()
    def _keep(self) -> None:
        """One step for what differs from the record, however often one paused over it; nothing where nothing does."""
        one = self._shown
        if one is None or not self.isVisible():
            return
        changes = self.fields.changes(one)
        if changes:
            what = sorted(changes.keys() | changes.get("person", {}).keys())
            self.edited.emit(one.id, {**changes, "fold": f"{one.id}/{' '.join(what)}"})

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
