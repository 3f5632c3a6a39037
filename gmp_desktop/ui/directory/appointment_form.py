"""One appointment as fields: a role shows just what it tells."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from gmp_desktop.domain.directory import SCOPE, Appointment, Role
from gmp_desktop.domain.people import sort_key
from gmp_desktop.store import reference
from gmp_desktop.ui.directory.words import role_words
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.widgets.buttons import Button
from gmp_desktop.ui.widgets.completed_field import CompletedField
from gmp_desktop.ui.widgets.date_field import DateField
from gmp_desktop.ui.widgets.fields import Choice, labelled
from gmp_desktop.ui.widgets.side_form import beside, choose, offer


class AppointmentForm(QWidget):
    kept = Signal(object, object)
    removed = Signal(object)
    refused = Signal(str)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._id: UUID | None = None
        self._known: dict[str, UUID] = {}
        self._build()

    def offer(self, organisations: Mapping[str, UUID]) -> None:
        self._known = {sort_key(name): id for name, id in organisations.items()}
        self.organisation.offer(organisations)

    def show_appointment(self, appointment: Appointment | None, organisation: str) -> None:
        self._id = appointment.id if appointment else None
        shown = appointment or Appointment(UUID(int=0), UUID(int=0))
        choose(self.role, shown.role)
        choose(self.area, shown.area)
        choose(self.body, shown.body)
        self.title.setText(shown.title)
        self.organisation.setText(organisation)
        self.starts_on.show_date_now(shown.starts_on)
        self.ends_on.show_date_now(shown.ends_on)
        self._remove.setVisible(appointment is not None)
        self._show_scope()

    def take_focus(self) -> None:
        self.role.setFocus()

    def facts(self) -> dict[str, Any] | None:
        """As the service takes them; ``None`` where a field holds nothing one could keep."""
        role = Role(self.role.currentData())
        named = self.organisation.text().strip()
        organisation = self._known.get(sort_key(named))
        if named and organisation is None and "organisation_id" in SCOPE[role]:
            words = self.tr("There is no organisation “{name}” in the directory. Add it there first.")
            self.refused.emit(words.format(name=named))
            self.organisation.setFocus()
            return None
        for day in (self.starts_on, self.ends_on):
            if day.fault:
                self.refused.emit(day.fault)
                day.setFocus()
                return None
        told = {
            "title": self.title.text(),
            "organisation_id": organisation,
            "area": self.area.currentData(),
            "body": self.body.currentData(),
        }
        empty = {"organisation_id": None}
        scope = {name: told[name] if name in SCOPE[role] else empty.get(name, "") for name in told}
        return {"role": role, **scope, "starts_on": self.starts_on.day(), "ends_on": self.ends_on.day()}

    def _build(self) -> None:
        self.role, self.area, self.body = (Choice(self._look) for _ in range(3))
        offer(self.role, [(role_words(role), role) for role in Role])
        offer(self.area, [("", ""), *((area.name, area.code) for area in reference.areas())])
        offer(self.body, [("", ""), *((body.full_name, body.code) for body in reference.bodies())])
        for choice in (self.role, self.area, self.body):
            choice.setMinimumContentsLength(1)
            choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.title, self.organisation = QLineEdit(), CompletedField(several=False)
        self.starts_on, self.ends_on = DateField(), DateField()
        for day in (self.starts_on, self.ends_on):
            day.setPlaceholderText(self.tr("1 May 2026"))
        self.role.currentIndexChanged.connect(self._show_scope)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(8)
        column.addLayout(labelled(self.tr("Role"), self.role, self._look))
        self._scopes: dict[str, QWidget] = {}
        for name, words, field in (
            ("title", self.tr("Title"), self.title),
            ("organisation_id", self.tr("Organisation"), self.organisation),
            ("area", self.tr("Area"), self.area),
            ("body", self.tr("Body"), self.body),
        ):
            holder, inside = QWidget(), labelled(words, field, self._look)
            inside.setContentsMargins(0, 0, 0, 0)
            holder.setLayout(inside)
            self._scopes[name] = holder
            column.addWidget(holder)
        column.addLayout(
            beside(
                labelled(self.tr("From"), self.starts_on, self._look),
                labelled(self.tr("Until"), self.ends_on, self._look),
            )
        )
        column.addLayout(self._build_buttons())

    def _build_buttons(self) -> QHBoxLayout:
        keep, back = Button(self._look, self.tr("Keep")), Button(self._look, self.tr("Back"))
        self._remove = Button(self._look, self.tr("Remove"), link=True)
        keep.clicked.connect(self._keep)
        back.clicked.connect(self.left)
        self._remove.clicked.connect(self._ask_to_remove)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(keep)
        row.addWidget(back)
        row.addStretch(1)
        row.addWidget(self._remove)
        return row

    @Slot()
    def _show_scope(self) -> None:
        scope = SCOPE[Role(self.role.currentData())]
        for name, holder in self._scopes.items():
            holder.setVisible(name in scope)

    @Slot()
    def _keep(self) -> None:
        facts = self.facts()
        if facts is not None:
            self.kept.emit(self._id, facts)

    @Slot()
    def _ask_to_remove(self) -> None:
        self.left.emit()
        self.removed.emit(self._id)

    # Qt's side

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._keep()
        else:
            super().keyPressEvent(event)
