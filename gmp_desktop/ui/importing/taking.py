"""The last step of an import: what will be written, its progress, what was written and what was not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from gmp_desktop.domain.registration.candidates import Decision, Verdict, usual_decision
from gmp_desktop.domain.registration.people_in import RefusedRow
from gmp_desktop.domain.sheet import Sheet
from gmp_desktop.ui.importing.lines import Line, LinesList
from gmp_desktop.ui.look import PAGE_MARGIN, Look
from gmp_desktop.ui.widgets.buttons import Button, Tinted
from gmp_desktop.ui.widgets.fields import head_label
from gmp_desktop.ui.wording import count_words

if TYPE_CHECKING:
    from gmp_desktop.services.participant_import import Plan, Result


STEPS = 1000


class ImportTaking(QWidget):
    save_refused = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._build()

    def show_plan(self, plan: Plan, decisions: Mapping[int, Decision]) -> int:
        """What the import will do; returns how many people it will take."""
        count = Counter(decisions.get(one.registration.row) or usual_decision(one) for one in plan.candidates)
        twice = sum(one.verdict is Verdict.REPEATED for one in plan.candidates)
        lines = (
            (count[Decision.NEW], self.tr("{n} person is new"), self.tr("{n} persons are new")),
            (count[Decision.USE], self.tr("{n} is taken as here"), self.tr("{n} are taken as here")),
            (
                count[Decision.FILE],
                self.tr("{n} is put right as in the file"),
                self.tr("{n} are put right as in the file"),
            ),
            (
                count[Decision.FILL],
                self.tr("{n} is here already; what is empty is filled"),
                self.tr("{n} are here already; what is empty is filled"),
            ),
            (
                count[None],
                self.tr("{n} row is undecided and will not be taken"),
                self.tr("{n} rows are undecided and will not be taken"),
            ),
            (
                count[Decision.SKIP],
                self.tr("{n} row is left out"),
                self.tr("{n} rows are left out, {twice} of them because they stand twice"),
            ),
        )
        told = [
            count_words(number, one, many.replace("{twice}", f"{twice:,}"))
            for number, one, many in lines
            if number
        ]
        self._head.setText(self.tr("What will be written"))
        self._facts.setText("\n".join(told) or self.tr("Nothing: no row can be taken."))
        self._show_refused(plan.sheet, plan.refused)
        self.save.hide()
        self.bar.hide()
        return sum(count[one] for one in (Decision.NEW, Decision.USE, Decision.FILE, Decision.FILL))

    def show_progress(self, fraction: float) -> None:
        self.bar.show()
        self.bar.setValue(int(fraction * STEPS))

    def show_result(self, result: Result) -> None:
        self.bar.hide()
        self._head.setText(self.tr("Taken in"))
        lines = (
            (
                result.registered,
                self.tr("{n} participant registered"),
                self.tr("{n} participants registered"),
            ),
            (
                result.added,
                self.tr("{n} of them is new in the directory"),
                self.tr("{n} of them are new in the directory"),
            ),
            (result.changed, self.tr("{n} entry was changed"), self.tr("{n} entries were changed")),
        )
        told = [count_words(number, one, many) for number, one, many in lines if number]
        self._facts.setText("\n".join(told) or self.tr("Nothing was new."))
        self._show_refused(result.sheet, result.refused)
        self.save.setVisible(bool(result.refused))

    def _show_refused(self, sheet: Sheet, refused: Sequence[RefusedRow]) -> None:
        self._not_taken.setVisible(bool(refused))
        self.refused.setVisible(bool(refused))
        self._not_taken.setText(
            count_words(len(refused), self.tr("{n} row was not taken"), self.tr("{n} rows were not taken"))
            if self.bar.isHidden() and self._head.text() == self.tr("Taken in")
            else count_words(
                len(refused), self.tr("{n} row cannot be taken"), self.tr("{n} rows cannot be taken")
            )
        )
        self.refused.lines.show(
            [
                Line(
                    str(sheet.numbers[one.row]),
                    " · ".join(filter(None, sheet.rows[one.row]))[:200],
                    one.reason,
                )
                for one in refused
            ]
        )

    def _build(self) -> None:
        self._head = head_label("", self._look)
        self._facts = Tinted(self._look, "text")
        self._facts.setTextFormat(Qt.TextFormat.PlainText)
        self._facts.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setRange(0, STEPS)
        self.bar.setTextVisible(False)
        self.bar.setFixedSize(300, 6)
        self.bar.setAccessibleName(self.tr("Taking in"))
        self._not_taken = head_label("", self._look)
        self.refused = LinesList(self._look, self.tr("Rows that are not taken"))
        self.save = Button(self._look, self.tr("Save the refused rows…"), "download")
        self.save.clicked.connect(self.save_refused)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN, 16, PAGE_MARGIN, 8)
        column.setSpacing(10)
        column.addWidget(self._head)
        column.addWidget(self._facts)
        column.addWidget(self.bar)
        column.addSpacing(12)
        column.addWidget(self._not_taken)
        column.addWidget(self.refused, 1)
        column.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch()
