"""A person of the directory as fields, with appointments and meetings; private details unfold when asked for."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from gmp_desktop.domain.directory import PersonCard
from gmp_desktop.domain.participants import PrivateDetails
from gmp_desktop.ui.directory.appointment_list import AppointmentList
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.people_words import capacity_words
from gmp_desktop.ui.widgets.buttons import Button
from gmp_desktop.ui.widgets.erase_part import ErasePart
from gmp_desktop.ui.widgets.fields import Tick, head_label, labelled
from gmp_desktop.ui.widgets.sections import clear
from gmp_desktop.ui.widgets.side_form import beside, column, fill, plain
from gmp_desktop.ui.wording import one_day

_PRIVATE = ("email", "phone", "address", "dietary", "access")


class PersonForm(QWidget):
    edited = Signal(object)
    """The fields that differ."""
    private_edited = Signal(object)
    private_erased = Signal()
    asked_for_private = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._filling = self._storing = False
        self._private: PrivateDetails | None = None
        self.card: PersonCard | None = None
        self._build()

    def show_card(self, card: PersonCard | None) -> None:
        """Without a card an empty form for somebody new."""
        other = card is None or self.card is None or card.person.id != self.card.person.id
        self.card = card
        if other:
            self.show_private(None)
            self.erasing.fold()
            for field in self.fields.values():
                field.setModified(False)
        self._filling = True
        person = card.person if card else None
        for name, field in self.fields.items():
            fill(field, getattr(person, name) if person else "")
        self.family_first.setChecked(bool(person and person.family_first))
        self._filling = False
        self._rest.setVisible(card is not None)
        if card is not None:
            self.appointments.show_appointments(card.appointments, card.organisations)
            self._show_meetings(card)

    def show_private(self, details: PrivateDetails | None) -> None:
        self._private = details
        self._filling = True
        for name, field in self.details.items():
            fill(field, getattr(details, name) if details else "")
        self.printable.setChecked(bool(details and details.printable))
        self._filling = False
        self._folded.setVisible(details is None)
        self._unfolded.setVisible(details is not None)

    @property
    def shows_private(self) -> bool:
        return self._private is not None

    def show_again(self) -> None:
        """What was there before it was typed over."""
        for field in self.fields.values():
            field.setModified(False)
        self.show_card(self.card)

    def is_of(self, id: UUID) -> bool:
        return self.card is not None and self.card.person.id == id

    def offer(self, organisations: Mapping[str, UUID]) -> None:
        self.appointments.offer(organisations)

    def take_focus(self) -> None:
        field = self.fields["given" if self.card else "honorific"]
        field.setFocus()
        field.selectAll()

    def facts(self) -> dict[str, Any]:
        facts: dict[str, Any] = {name: field.text().strip() for name, field in self.fields.items()}
        return facts | {"family_first": self.family_first.isChecked()}

    @Slot()
    def store(self) -> None:
        """What differs, as soon as a field is left."""
        self.store_private()
        if self._filling or self._storing:
            return
        facts = self.facts()
        before = self.card.person if self.card else None
        named = any(facts[name] for name in ("given", "family", "own_script"))
        changed = {name: fact for name, fact in facts.items() if before and fact != getattr(before, name)}
        if changed or (named and before is None):
            self._storing = True  # what comes of it is shown here before this returns
            self.edited.emit(changed if before else facts)
            self._storing = False
            for field in self.fields.values():
                field.setModified(False)

    @Slot()
    def store_private(self) -> None:
        if self._filling or self._private is None:
            return
        facts: dict[str, Any] = {name: field.text().strip() for name, field in self.details.items()}
        facts["printable"] = self.printable.isChecked()
        changed = {name: fact for name, fact in facts.items() if fact != getattr(self._private, name)}
        if changed:
            self.private_edited.emit(changed)

    @Slot()
    def _erase(self) -> None:
        """What stands in the fields goes too, left or not."""
        for field in self.details.values():
            field.setModified(False)
        self.private_erased.emit()

    def _build(self) -> None:
        self.fields = {name: QLineEdit() for name in ("honorific", "given", "family", "own_script")}
        for field in self.fields.values():
            field.editingFinished.connect(self.store)
        self.family_first = Tick(self._look, self.tr("Family name first"))
        self.family_first.toggled.connect(self.store)
        names, look = self.fields, self._look
        names["honorific"].setPlaceholderText(self.tr("Ms., Dr., H.E. Mr."))
        whole = column()
        self.setLayout(whole)
        honorific = labelled(self.tr("Honorific"), names["honorific"], look)
        given = labelled(self.tr("Given name"), names["given"], look)
        whole.addLayout(beside(honorific, given))
        whole.addLayout(labelled(self.tr("Family name"), names["family"], look))
        whole.addWidget(self.family_first)
        whole.addLayout(labelled(self.tr("Name in its own script"), names["own_script"], look))
        self._rest = QWidget()
        rest = column()
        self._rest.setLayout(rest)
        self.appointments = AppointmentList(look)
        rest.addSpacing(4)
        rest.addWidget(head_label(self.tr("Appointments"), look))
        rest.addWidget(self.appointments)
        rest.addLayout(self._build_private())
        self._meetings = QVBoxLayout()
        self._meetings.setSpacing(2)
        rest.addLayout(self._meetings)
        whole.addWidget(self._rest)
        whole.addStretch(1)

    def _build_private(self) -> QVBoxLayout:
        look = self._look
        self._folded = Button(look, self.tr("Private details"), "lock", link=True)
        self._folded.clicked.connect(self.asked_for_private)
        self.details = {name: QLineEdit() for name in _PRIVATE}
        self.printable = Tick(look, self.tr("May stand in a printed list"))
        words = (
            self.tr("E-mail"),
            self.tr("Telephone"),
            self.tr("Address"),
            self.tr("Dietary needs (never printed)"),
            self.tr("Access needs (never printed)"),
        )
        self._unfolded = QWidget()
        inside = column()
        self._unfolded.setLayout(inside)
        inside.addWidget(head_label(self.tr("Private details"), look))
        for word, field in zip(words, self.details.values(), strict=True):
            inside.addLayout(labelled(word, field, look))
            field.editingFinished.connect(self.store_private)
        inside.insertWidget(4, self.printable)
        self.printable.toggled.connect(self.store_private)
        self.erasing = ErasePart(look)
        self.erasing.erased.connect(self._erase)
        inside.addWidget(self.erasing)
        self._unfolded.hide()
        whole = QVBoxLayout()
        whole.addWidget(self._folded, 0, Qt.AlignmentFlag.AlignLeading)
        whole.addWidget(self._unfolded)
        return whole

    def _show_meetings(self, card: PersonCard) -> None:
        clear(self._meetings)
        if card.meetings:
            self._meetings.addWidget(head_label(self.tr("Meetings"), self._look))
        for meeting in card.meetings:
            day = one_day(meeting.starts_on) if meeting.starts_on else ""
            parts = (meeting.code, day, capacity_words(meeting.capacity))
            self._meetings.addWidget(plain(self._look, "text2", " · ".join(part for part in parts if part)))
