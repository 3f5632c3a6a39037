"""An organisation of the directory as fields, with the areas it is a partner in and who is there now."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from gmp_desktop.domain.directory import OrganisationCard, Partnership
from gmp_desktop.domain.people import OrganisationKind, full_name
from gmp_desktop.store import reference
from gmp_desktop.ui.directory.partnership_line import PartnershipLine
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.people_words import kind_words
from gmp_desktop.ui.widgets.fields import Choice, head_label, labelled
from gmp_desktop.ui.widgets.sections import clear
from gmp_desktop.ui.widgets.side_form import beside, choose, column, fill, offer, plain
from gmp_desktop.ui.wording import count_words

MOST_PEOPLE = 12


class OrganisationForm(QWidget):
    edited = Signal(object)
    """The fields that differ."""
    joined = Signal(str)
    left = Signal(object)
    """The id of a partnership that is none."""
    dated = Signal(object, object)
    """Of a partnership its term."""
    refused = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._filling = self._storing = False
        self.card: OrganisationCard | None = None
        self._build()

    def show_card(self, card: OrganisationCard | None) -> None:
        """Without a card an empty form for a new one."""
        if card is None or self.card is None or card.organisation.id != self.card.organisation.id:
            for field in (self.name, self.short_name):
                field.setModified(False)
        self.card = card
        shown = card.organisation if card else None
        self._filling = True
        fill(self.name, shown.name if shown else "")
        fill(self.short_name, shown.short_name if shown else "")
        choose(self.kind, shown.kind if shown else OrganisationKind.OTHER)
        choose(self.country, shown.country if shown else "")
        self._show_areas(card.partnerships if card else ())
        self._filling = False
        self._rest.setVisible(card is not None)
        self._show_people(card)

    def show_again(self) -> None:
        """What was there before it was typed over."""
        for field in (self.name, self.short_name):
            field.setModified(False)
        self.show_card(self.card)

    def take_focus(self) -> None:
        self.name.setFocus()
        self.name.selectAll()

    def facts(self) -> dict[str, Any]:
        return {
            "name": self.name.text().strip(),
            "short_name": self.short_name.text().strip(),
            "kind": self.kind.currentData(),
            "country": self.country.currentData(),
        }

    @Slot()
    def store(self) -> None:
        if self._filling or self._storing:
            return
        facts = self.facts()
        before = self.card.organisation if self.card else None
        changed = {name: fact for name, fact in facts.items() if before and fact != getattr(before, name)}
        if changed or (facts["name"] and before is None):
            self._storing = True  # what comes of it is shown here before this returns
            self.edited.emit(changed if before else facts)
            self._storing = False
            for field in (self.name, self.short_name):
                field.setModified(False)

    def _build(self) -> None:
        look = self._look
        self.name, self.short_name = QLineEdit(), QLineEdit()
        self.kind, self.country = Choice(look), Choice(look)
        offer(self.kind, [(kind_words(kind), kind) for kind in OrganisationKind])
        offer(self.country, [("", ""), *((country.name, country.code) for country in reference.countries())])
        for choice in (self.kind, self.country):
            choice.setMinimumContentsLength(1)
            choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.currentIndexChanged.connect(self.store)
        for field in (self.name, self.short_name):
            field.editingFinished.connect(self.store)
        whole = column()
        self.setLayout(whole)
        whole.addLayout(labelled(self.tr("Name"), self.name, look))
        short = labelled(self.tr("Short name"), self.short_name, look)
        whole.addLayout(beside(short, labelled(self.tr("Kind"), self.kind, look)))
        whole.addLayout(labelled(self.tr("Country"), self.country, look))
        self._rest = QWidget()
        rest = column()
        self._rest.setLayout(rest)
        rest.addSpacing(4)
        rest.addWidget(head_label(self.tr("Partner in"), look))
        rest.addLayout(self._build_areas())
        self._people = QVBoxLayout()
        self._people.setSpacing(2)
        rest.addLayout(self._people)
        whole.addWidget(self._rest)
        whole.addStretch(1)

    def _build_areas(self) -> QVBoxLayout:
        self.areas = {
            area.code: PartnershipLine(self._look, area.code, area.short_name) for area in reference.areas()
        }
        areas = QVBoxLayout()
        areas.setSpacing(0)
        for line in self.areas.values():
            line.joined.connect(self.joined)
            line.left.connect(self.left)
            line.dated.connect(self.dated)
            line.refused.connect(self.refused)
            areas.addWidget(line)
        return areas

    def _show_areas(self, partnerships: Sequence[Partnership]) -> None:
        """Of each area the partnership of now, or the last one."""
        last = sorted(partnerships, key=lambda one: (one.ends_on is None, one.ends_on or date.min))
        shown = {one.area: one for one in last}
        for code, line in self.areas.items():
            line.show_partnership(shown.get(code))

    def _show_people(self, card: OrganisationCard | None) -> None:
        clear(self._people)
        people = card.people if card else ()
        if people:
            self._people.addWidget(head_label(self.tr("Persons"), self._look))
        for person in people[:MOST_PEOPLE]:
            self._people.addWidget(plain(self._look, "text2", full_name(person)))
        more = len(people) - MOST_PEOPLE
        if more > 0:
            words = count_words(more, self.tr("and {n} more"), self.tr("and {n} more"))
            self._people.addWidget(plain(self._look, "text3", words))
