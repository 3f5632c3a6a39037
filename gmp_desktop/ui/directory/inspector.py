"""The entry of the directory in hand: shown, edited and kept."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from gmp_desktop.domain.directory import Appointment
from gmp_desktop.domain.errors import Refused
from gmp_desktop.domain.people import full_name, screen_name
from gmp_desktop.ui.directory.organisation_form import OrganisationForm
from gmp_desktop.ui.directory.person_form import PersonForm
from gmp_desktop.ui.directory.words import role_words, term_words
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.widgets.inspector import Inspector
from gmp_desktop.ui.widgets.side_form import plain

if TYPE_CHECKING:
    from gmp_desktop.services.directory import Directory
    from gmp_desktop.services.participants import Participants
    from gmp_desktop.store.store import Store


class Services(Protocol):
    @property
    def store(self) -> Store: ...
    @property
    def directory(self) -> Directory: ...
    @property
    def participants(self) -> Participants: ...


class Kind(Enum):
    PERSON = auto()
    ORGANISATION = auto()
    NOTHING = auto()


class EntryInspector(Inspector):
    warned = Signal(str)
    removed = Signal(str)
    made = Signal(object)
    """The id of somebody new."""

    def __init__(self, look: Look, bench: Callable[[], Services], parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._bench = bench
        self._made: list[PersonForm | OrganisationForm] = []
        self._nothing = plain(look, "text2")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.kind = Kind.NOTHING
        self.add(self._nothing)

    @cached_property
    def person(self) -> PersonForm:
        """Made when it is first wanted, as is the other: a place opens sooner without them."""
        form = PersonForm(self._look)
        form.edited.connect(self._keep_person)
        form.asked_for_private.connect(self._show_private)
        form.private_edited.connect(self._keep_private)
        form.private_erased.connect(self._erase_private)
        form.appointments.opening.connect(self._offer_organisations)
        form.appointments.kept.connect(self._keep_appointment)
        form.appointments.removed.connect(self.remove_appointment)
        form.appointments.refused.connect(self.warned)
        self._made.append(form)
        self.add(form)
        return form

    @cached_property
    def organisation(self) -> OrganisationForm:
        form = OrganisationForm(self._look)
        form.edited.connect(self._keep_organisation)
        form.joined.connect(self._join)
        form.left.connect(self._leave_area)
        form.dated.connect(self._date_partnership)
        form.refused.connect(self.warned)
        self._made.append(form)
        self.add(form)
        return form

    def show_person(self, id: UUID) -> None:
        self.person.store()
        card = self._bench().directory.person(id)
        unfolded = self.person.shows_private and self.person.is_of(id)
        self.person.show_card(card)
        if unfolded:
            self._show_private()
        self._show(Kind.PERSON, self.person, screen_name(card.person))

    def show_organisation(self, id: UUID) -> None:
        self.organisation.store()
        card = self._bench().directory.organisation(id)
        self.organisation.show_card(card)
        self._show(Kind.ORGANISATION, self.organisation, card.organisation.name)

    def show_nothing(self, sentence: str) -> None:
        self._nothing.setText(sentence)
        self._show(Kind.NOTHING, self._nothing, "")

    def begin(self, kind: Kind) -> None:
        """An empty form for somebody new; the first name typed makes the entry."""
        if kind is Kind.PERSON:
            self.person.store()
            self.person.show_card(None)
            self._show(kind, self.person, self.tr("New person"))
        else:
            self.organisation.store()
            self.organisation.show_card(None)
            self._show(kind, self.organisation, self.tr("New organisation"))
        self.take_focus()

    def take_focus(self) -> None:
        if self.kind is not Kind.NOTHING:
            (self.person if self.kind is Kind.PERSON else self.organisation).take_focus()

    def store(self) -> None:
        """Everything typed, where it differs."""
        for form in self._made:
            form.store()

    def remove_appointment(self, id: UUID) -> None:
        self._bench().directory.remove_appointment(id)
        self.removed.emit(self.tr("The appointment"))

    def remove_partnership(self, id: UUID) -> None:
        self._bench().directory.leave_area(id)
        self.removed.emit(self.tr("The partnership"))

    def keep(self, act: Callable[[], Any], again: Callable[[], None]) -> Any:
        """What is refused is told, and the fields show again what is there."""
        try:
            return act()
        except Refused as refused:
            self.warned.emit(str(refused))
            again()
            return None

    def _show(self, kind: Kind, form: QWidget, head: str) -> None:
        self.kind = kind
        self.show_form(form, head)

    def _again(self) -> None:
        """The entry as it is in the record."""
        if self.kind is Kind.PERSON and self.person.card:
            self.person.show_card(self._bench().directory.person(self.person.card.person.id))
        elif self.kind is Kind.ORGANISATION and self.organisation.card:
            id = self.organisation.card.organisation.id
            self.organisation.show_card(self._bench().directory.organisation(id))

    @Slot()
    def _show_private(self) -> None:
        if self.person.card:
            self.person.show_private(self._bench().participants.private(self.person.card.person.id))

    @Slot(object)
    def _keep_person(self, facts: dict[str, Any]) -> None:
        directory, card = self._bench().directory, self.person.card
        if card is not None:
            self.keep(partial(directory.edit_person, card.person.id, **facts), self.person.show_again)
        elif id := self.keep(partial(directory.add_person, **facts), self.person.take_focus):
            self.made.emit(id)

    @Slot(object)
    def _keep_organisation(self, facts: dict[str, Any]) -> None:
        directory, card = self._bench().directory, self.organisation.card
        if card is not None:
            edit = partial(directory.edit_organisation, card.organisation.id, **facts)
            self.keep(edit, self.organisation.show_again)
        elif id := self.keep(partial(directory.add_organisation, **facts), self.organisation.take_focus):
            self.made.emit(id)

    @Slot(object)
    def _keep_private(self, facts: dict[str, Any]) -> None:
        if self.person.card:
            edit = self._bench().participants.edit_private
            self.keep(partial(edit, self.person.card.person.id, **facts), self._show_private)

    @Slot()
    def _erase_private(self) -> None:
        if self.person.card:
            self._bench().participants.erase_private(self.person.card.person.id)
            self._show_private()

    @Slot()
    def _offer_organisations(self) -> None:
        known = [line.organisation for line in self._bench().directory.organisations()]
        short = {one.short_name: one.id for one in known if one.short_name}
        self.person.offer({**short, **{one.name: one.id for one in known}})

    @Slot(object, object)
    def _keep_appointment(self, id: UUID | None, facts: dict[str, Any]) -> None:
        directory, card = self._bench().directory, self.person.card
        overlaps: tuple[Appointment, ...] | None = None
        if id is not None:
            overlaps = self.keep(partial(directory.edit_appointment, id, **facts), self._again)
        elif card is not None:
            made = self.keep(partial(directory.appoint, card.person.id, **facts), self._again)
            overlaps = made[1] if made else None
        if overlaps:
            self.warned.emit(self._overlap_words(overlaps[0]))

    def _overlap_words(self, other: Appointment) -> str:
        name = full_name(self._bench().directory.person(other.person_id).person)
        held = " ".join(part for part in (role_words(other.role).lower(), term_words(other)) if part)
        words = self.tr("Kept. {name} is {held} at the same time; end one of the two if that is not so.")
        return words.format(name=name, held=held)

    @Slot(str)
    def _join(self, area: str) -> None:
        if self.organisation.card:
            self._bench().directory.join_area(self.organisation.card.organisation.id, area)

    @Slot(object)
    def _leave_area(self, partnership: UUID) -> None:
        self._bench().directory.leave_area(partnership)

    @Slot(object, object)
    def _date_partnership(self, partnership: UUID, term: dict[str, Any]) -> None:
        self.keep(partial(self._bench().directory.edit_partnership, partnership, **term), self._again)
