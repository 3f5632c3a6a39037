"""Who of the file is here already, side by side with what differs; a key decides and goes on to the next."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gmp_desktop.domain.registration.candidates import Candidate, Decision, Verdict, usual_decision
from gmp_desktop.ui.importing.comparison import ImportComparison
from gmp_desktop.ui.importing.lines import Line, LinesList
from gmp_desktop.ui.importing.words import decision_words, state_of
from gmp_desktop.ui.look import PAGE_MARGIN, Look
from gmp_desktop.ui.widgets.buttons import Button, Tinted
from gmp_desktop.ui.widgets.fields import head_label

if TYPE_CHECKING:
    from gmp_desktop.services.participant_import import Plan

LIST_WIDTH = 280
KEYS = {"1": Decision.USE, "2": Decision.FILE, "b": Decision.FILL, "n": Decision.NEW, "x": Decision.SKIP}


class ImportDuplicates(QWidget):
    """``decided`` is told after every decision; they are kept by the row of the file."""

    decided = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._plan: Plan | None = None
        self._numbers: tuple[int, ...] = ()
        self._shown: list[Candidate] = []
        self._decisions: dict[int, Decision] = {}
        self._build()

    @property
    def decisions(self) -> Mapping[int, Decision]:
        return self._decisions

    @property
    def waits(self) -> bool:
        """Whether there is anything to look at."""
        return bool(self._shown)

    def show_plan(self, plan: Plan) -> None:
        """What a person should look at: first what is not certain, then what differs, then what stands twice."""
        self._plan, self._decisions, self._numbers = plan, {}, plan.sheet.numbers
        rank = {Verdict.UNSURE: 0, Verdict.SAME: 1, Verdict.REPEATED: 2}
        worth = [
            one
            for one in plan.candidates
            if one.verdict in rank and (one.differs or one.verdict is not Verdict.SAME)
        ]
        self._shown = sorted(worth, key=lambda one: rank[one.verdict])
        self.list.lines.show([self._line(one) for one in self._shown])
        self._body.setCurrentIndex(0 if self._shown else 1)
        known = sum(one.verdict is Verdict.SAME for one in plan.candidates)
        self._none.setText(
            self.tr(
                "Nothing to decide: {known} are here already as the file has them, the others are new."
            ).format(known=f"{known:,}")
            if known
            else self.tr("Nothing to decide: nobody of the file is here yet.")
        )
        if self._shown:
            self.list.go(0)

    def take_focus(self) -> None:
        self.list.setFocus()

    def decide(self, decision: Decision) -> None:
        """For the current row; then on to the next that nobody decided."""
        at = self.list.at
        if at < 0 or not self._is_possible(self._shown[at], decision):
            return
        self._keep(at, decision)
        following = [*range(at + 1, len(self._shown)), *range(at)]
        waiting = next((place for place in following if self._decision(self._shown[place]) is None), None)
        self.list.go(waiting if waiting is not None else min(at + 1, len(self._shown) - 1))
        self.decided.emit()

    @Slot()
    def decide_alike(self) -> None:
        """What was decided for the current row, for all of its kind."""
        at = self.list.at
        decision = self._decision(self._shown[at]) if at >= 0 else None
        if decision is None:
            return
        for place, one in enumerate(self._shown):
            if one.verdict is self._shown[at].verdict and self._is_possible(one, decision):
                self._keep(place, decision)
        self._show_current()
        self.decided.emit()

    def _keep(self, at: int, decision: Decision) -> None:
        self._decisions[self._shown[at].registration.row] = decision
        self.list.lines.change(at, self._line(self._shown[at]))

    def _decision(self, candidate: Candidate) -> Decision | None:
        return self._decisions.get(candidate.registration.row) or usual_decision(candidate)

    @staticmethod
    def _is_possible(candidate: Candidate, decision: Decision) -> bool:
        return candidate.known is not None or decision in (Decision.NEW, Decision.SKIP)

    def _line(self, candidate: Candidate) -> Line:
        decision = self._decision(candidate)
        return Line(
            str(self._numbers[candidate.registration.row]),
            "  ·  ".join(filter(None, (candidate.registration.name, candidate.registration.organisation))),
            decision_words(decision),
            bold=decision is None,
        )

    @Slot(QModelIndex)
    def _show_current(self) -> None:
        self._sides.clear()
        at = self.list.at
        if not 0 <= at < len(self._shown) or self._plan is None:
            return
        candidate = self._shown[at]
        self._state.setText(state_of(candidate)[2][:1].upper() + state_of(candidate)[2][1:])
        for key, button in self._buttons.items():
            button.setVisible(self._is_possible(candidate, KEYS[key]))
        self._alike.setVisible(self._decision(candidate) is not None and len(self._shown) > 1)
        self._sides.show_candidate(candidate, self._plan)

    def _build(self) -> None:
        self.list = _Candidates(self._look, self.tr("Probably here already"))
        self.list.setMinimumWidth(LIST_WIDTH)
        self.list.selectionModel().currentChanged.connect(self._show_current)
        self._none = Tinted(self._look, "text2")
        self._state = head_label("", self._look)
        self._sides = ImportComparison(self._look)
        words = {
            "1": self.tr("As here"),
            "2": self.tr("As in the file"),
            "b": self.tr("Fill what is empty here"),
            "n": self.tr("Somebody new"),
            "x": self.tr("Leave out"),
        }
        self._buttons = {}
        choices = QVBoxLayout()
        choices.setSpacing(8)
        for key, told in words.items():
            button = Button(self._look, f"{key.upper()}   {told}")
            button.setAccessibleName(self.tr("{words}, key {key}").format(words=told, key=key))
            button.setProperty("decision", KEYS[key].value)
            button.clicked.connect(self._press)
            self._buttons[key] = button
            choices.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        self._alike = Button(self._look, self.tr("All like this"), link=True)
        self._alike.clicked.connect(self.decide_alike)
        side = QVBoxLayout()
        side.setContentsMargins(24, 8, PAGE_MARGIN, 8)
        side.setSpacing(12)
        side.addWidget(self._state)
        side.addWidget(self._sides)
        side.addSpacing(8)
        side.addLayout(choices)
        side.addWidget(self._alike, 0, Qt.AlignmentFlag.AlignLeading)
        side.addStretch(1)
        both, row = QWidget(), QHBoxLayout()
        row.setContentsMargins(PAGE_MARGIN - 16, 8, 0, 0)
        row.addWidget(self.list, 2)
        row.addLayout(side, 3)
        both.setLayout(row)
        nothing, column = QWidget(), QVBoxLayout()
        column.setContentsMargins(PAGE_MARGIN, 24, PAGE_MARGIN, 24)
        column.addWidget(self._none)
        column.addStretch(1)
        nothing.setLayout(column)
        self._body = QStackedWidget()
        self._body.addWidget(both)
        self._body.addWidget(nothing)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._body)

    @Slot()
    def _press(self) -> None:
        self.decide(Decision(self.sender().property("decision")))

    # Qt's side

    def keyPressEvent(self, event: QKeyEvent) -> None:
        decision = KEYS.get(event.text().casefold())
        if event.key() == Qt.Key.Key_Delete:
            decision = Decision.SKIP
        if decision is None or not self._shown:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self.list.at >= 0:
            self._keep(self.list.at, decision)
            self.decide_alike()
        else:
            self.decide(decision)


class _Candidates(LinesList):
    """Letters decide here, they do not search."""

    def keyboardSearch(self, search: str) -> None:
        """The page takes the letter."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().casefold() in KEYS or event.key() == Qt.Key.Key_Delete:
            event.ignore()
        else:
            super().keyPressEvent(event)
