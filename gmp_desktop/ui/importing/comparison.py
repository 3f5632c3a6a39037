"""Somebody of a file beside who is here already: what the other side has not is marked."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from gmp_desktop.domain.registration.candidates import Candidate
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.widgets.buttons import Tinted
from gmp_desktop.ui.widgets.sections import Rule, clear

if TYPE_CHECKING:
    from gmp_desktop.services.participant_import import Plan


class ImportComparison(QWidget):
    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(10)

    def clear(self) -> None:
        clear(self._grid)

    def show_candidate(self, candidate: Candidate, plan: Plan) -> None:
        heads = (
            "",
            self.tr("Here"),
            self.tr("In the file, row {n}").format(n=str(plan.sheet.numbers[candidate.registration.row])),
        )
        if candidate.repeats >= 0:
            heads = ("", self.tr("Row {n}").format(n=str(plan.sheet.numbers[candidate.repeats])), heads[2])
        for place, words in enumerate(heads):
            label = Tinted(self._look, "text2", words)
            label.setFont(self._look.font(8.5, 500))
            self._grid.addWidget(label, 0, place)
        self._grid.addWidget(Rule(self._look, "edge"), 1, 0, 1, 3)
        for line, (what, here, there) in enumerate(self._pairs(candidate, plan)):
            self._show_pair(2 + line, what, here, there)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)

    def _pairs(self, candidate: Candidate, plan: Plan) -> list[tuple[str, str, str]]:
        """What is told on either side; lines that neither has are left out."""
        told = candidate.registration
        other: object = candidate.known
        if candidate.repeats >= 0:
            other = next(o.registration for o in plan.candidates if o.registration.row == candidate.repeats)
        words = (
            (self.tr("Name"), "name"),
            (self.tr("For"), "organisation"),
            (self.tr("Function"), "function"),
            (self.tr("E-mail"), "email"),
            (self.tr("Phone"), "phone"),
        )
        pairs = [(what, str(getattr(other, name, "")), str(getattr(told, name))) for what, name in words]
        return [pair for pair in pairs if pair[1] or pair[2]]

    def _show_pair(self, at: int, what: str, here: str, there: str) -> None:
        differs = bool(there) and here.split() != there.split()
        self._grid.addWidget(Tinted(self._look, "text2", what), at, 0)
        for place, own, other in ((1, here, there), (2, there, here)):
            label = Tinted(self._look, "text")
            label.setTextFormat(Qt.TextFormat.RichText)
            label.setWordWrap(True)
            label.setText(self._marked(own, other) if differs else escape(own) or "–")
            label.setAccessibleName(own or self.tr("nothing"))
            self._grid.addWidget(label, at, place)

    def _marked(self, own: str, other: str) -> str:
        """The words that the other side has not are underlined on the ground of a conflict."""
        ground = self._look.color("warnbg").name()
        known = {word.casefold() for word in other.split()}
        words = (
            escape(word)
            if word.casefold() in known
            else f'<span style="background:{ground};text-decoration:underline">{escape(word)}</span>'
            for word in own.split()
        )
        return " ".join(words) or "–"
