"""The menus over the participants' table: what can be done to those selected, which columns stand, which sitting."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from gmp_desktop.domain.directory import Area
from gmp_desktop.domain.participants import Attends, Capacity
from gmp_desktop.ui.participants.model import ParticipantsModel
from gmp_desktop.ui.participants.view import MAY_GO, ParticipantsView
from gmp_desktop.ui.people_words import attends_words, capacity_words, half_day_words


class ParticipantsMenus(QObject):
    facts_chosen = Signal(object)
    """Facts for all who are selected."""
    column_turned = Signal(object, bool)
    sitting_chosen = Signal(object)

    def __init__(
        self, model: ParticipantsModel, view: ParticipantsView, areas: Iterable[Area], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._model, self._view = model, view
        self._areas = tuple(areas)
        self._parent = parent

    def open_head(self, at: QPoint) -> None:
        menu = self._menu()
        for column in MAY_GO:
            action = menu.addAction(self._model.head(column))
            action.setCheckable(True)
            action.setChecked(column not in self._view.left_out)
            action.toggled.connect(partial(self.column_turned.emit, column))
        if self._model.sittings:
            menu.addSeparator()
        for sitting in self._model.sittings:
            words = self.tr("Tick for {sitting}").format(
                sitting=half_day_words(sitting, self._model.sittings)
            )
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(sitting.id == self._model.current)
            action.triggered.connect(partial(self._choose_sitting, sitting.id))
        menu.popup(at)

    def open_rows(self, at: QPoint, actions: Iterable[tuple[str, Callable[[], object]]]) -> None:
        """``actions`` come first; then what one sets for all of them."""
        menu = self._menu()
        for words, run in actions:
            menu.addAction(words).triggered.connect(partial(_without_state, run))
        menu.addSeparator()
        self._choices(menu, self.tr("Capacity"), "capacity", [(c.value, capacity_words(c)) for c in Capacity])
        areas = [("", self.tr("none")), *((area.code, area.short_name) for area in self._areas)]
        self._choices(menu, self.tr("Area"), "area", areas)
        self._choices(menu, self.tr("Attends"), "attends", [(a.value, attends_words(a)) for a in Attends])
        printed = [(True, self.tr("in the printed list")), (False, self.tr("not printed"))]
        self._choices(menu, self.tr("Printed list"), "printed", printed)
        menu.popup(at)

    def _choices(self, menu: QMenu, words: str, fact: str, choices: Iterable[tuple[object, str]]) -> None:
        inner = menu.addMenu(words)
        for value, told in choices:
            inner.addAction(told).triggered.connect(partial(self._choose, {fact: value}))

    def _menu(self) -> QMenu:
        menu = QMenu(self._parent)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _choose(self, facts: dict[str, object], _checked: bool = False) -> None:
        self.facts_chosen.emit(facts)

    def _choose_sitting(self, id: UUID, _checked: bool = False) -> None:
        self.sitting_chosen.emit(id)


def _without_state(run: Callable[[], object], _checked: bool = False) -> None:
    run()
