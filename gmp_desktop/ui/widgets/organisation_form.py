"""An organisation of the directory as fields, with the areas it is a partner in and who is there now."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from gmp_desktop.domain.directory import OrganisationCard, Partnership
from gmp_desktop.domain.people import OrganisationKind, full_name
from gmp_desktop.store import reference
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.people_words import kind_words
from gmp_desktop.ui.widgets.fields import Choice, Tick, head_label, labelled
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

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._filling = self._storing = False
        self._partner: dict[str, UUID] = {}
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
        self.ticks = {area.code: Tick(self._look, area.short_name) for area in reference.areas()}
        areas = QVBoxLayout()
        areas.setSpacing(0)
        for tick in self.ticks.values():
            tick.toggled.connect(self._store_areas)
            areas.addWidget(tick)
        return areas

    def _show_areas(self, partnerships: tuple[Partnership, ...]) -> None:
        self._partner = {one.area: one.id for one in partnerships if one.ends_on is None}
        since = {
            one.area: one.starts_on.year for one in partnerships if one.starts_on and one.ends_on is None
        }
        for code, tick in self.ticks.items():
            tick.setChecked(code in self._partner)
            words = self.tr("{area}, since {year}") if code in since else "{area}"
            tick.setText(words.format(area=reference.area_name(code), year=since.get(code, "")))

    @Slot()
    def _store_areas(self) -> None:
        if self._filling:
            return
        for code, tick in self.ticks.items():
            if tick.isChecked() and code not in self._partner:
                self.joined.emit(code)
            elif not tick.isChecked() and code in self._partner:
                self.left.emit(self._partner[code])

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
