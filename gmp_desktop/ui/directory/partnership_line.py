"""One area an organisation is or was a partner in: ticked while it is, with the term one can open."""

from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gmp_desktop.domain.directory import Partnership
from gmp_desktop.store import reference
from gmp_desktop.ui.directory.words import term_words
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.widgets.buttons import Button
from gmp_desktop.ui.widgets.date_field import DateField
from gmp_desktop.ui.widgets.fields import Tick, labelled
from gmp_desktop.ui.widgets.side_form import beside
from gmp_desktop.ui.wording import short_day


class PartnershipLine(QWidget):
    joined = Signal(str)
    left = Signal(object)
    """The id of a partnership that is none."""
    dated = Signal(object, object)
    """The id of a partnership, and its term as the service takes it."""
    refused = Signal(str)

    def __init__(self, look: Look, area: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._area = look, area
        self._partnership: Partnership | None = None
        self.tick = Tick(look, name)
        self.term = Button(look, "", link=True)
        self.starts_on, self.ends_on = DateField(), DateField()
        self._dates = QWidget()
        self._build()
        self.tick.toggled.connect(self._turn)
        self.term.clicked.connect(self._open)
        for field in (self.starts_on, self.ends_on):
            field.setPlaceholderText(self.tr("1 May 2026"))
            field.editingFinished.connect(self.keep)
            field.refused.connect(self.refused)

    def show_partnership(self, partnership: Partnership | None) -> None:
        """The one of now, or the last one there was."""
        if partnership is None or self._partnership is None or partnership.id != self._partnership.id:
            self._dates.hide()
        self._partnership = partnership
        with QSignalBlocker(self.tick):
            self.tick.setChecked(partnership is not None and partnership.ends_on is None)
        self.term.setVisible(partnership is not None)
        if partnership is not None:
            words = term_words(partnership, short_day) or self.tr("Term…")
            self.term.setText(words)
            self.term.setAccessibleName(f"{reference.area_name(self._area)}, {words}")
            self.starts_on.show_date(partnership.starts_on)
            self.ends_on.show_date(partnership.ends_on)

    @Slot()
    def keep(self) -> None:
        """Both days in one step, where they differ."""
        one = self._partnership
        if one is None or self._dates.isHidden() or self.starts_on.fault or self.ends_on.fault:
            return
        term: dict[str, date | None] = {"starts_on": self.starts_on.day(), "ends_on": self.ends_on.day()}
        if term != {"starts_on": one.starts_on, "ends_on": one.ends_on}:
            self.dated.emit(one.id, term)

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.tick, 1)
        row.addWidget(self.term)
        inside = QVBoxLayout(self._dates)
        inside.setContentsMargins(26, 0, 0, 8)
        starts = labelled(self.tr("From"), self.starts_on, self._look)
        inside.addLayout(beside(starts, labelled(self.tr("Until"), self.ends_on, self._look)))
        self._dates.hide()
        self.term.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._dates)

    @Slot(bool)
    def _turn(self, on: bool) -> None:
        if on:
            self.joined.emit(self._area)
        elif self._partnership is not None:
            self.left.emit(self._partnership.id)

    @Slot()
    def _open(self) -> None:
        self._dates.setVisible(self._dates.isHidden())
        if not self._dates.isHidden():
            self.starts_on.setFocus()

    # Qt's side

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._dates.isHidden():
            self._dates.hide()
            self.term.setFocus()
        else:
            super().keyPressEvent(event)
