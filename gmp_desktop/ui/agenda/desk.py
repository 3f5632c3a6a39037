"""The place of the agenda: the days over the items, the form of one item at the side, what else the page can hold."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gmp_desktop.domain.agenda_sheet import AgendaSheet
from gmp_desktop.ui.agenda.adoption_panel import AdoptionPanel
from gmp_desktop.ui.agenda.day_bars import DayBars
from gmp_desktop.ui.agenda.delegate import SIDE
from gmp_desktop.ui.agenda.item_form import AgendaItemForm
from gmp_desktop.ui.agenda.sittings_editor import SittingsEditor
from gmp_desktop.ui.agenda.table import AgendaTable
from gmp_desktop.ui.look import PAGE_MARGIN, Look
from gmp_desktop.ui.widgets.buttons import Tinted
from gmp_desktop.ui.widgets.empty import EmptyPlace
from gmp_desktop.ui.widgets.inspector import Inspector
from gmp_desktop.ui.widgets.page_head import PageHead
from gmp_desktop.ui.wording import duration_words


class AgendaDesk(QWidget):
    """One thing at a time: the items, the empty place, the sittings, or the adoption."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.head = PageHead(look, self.tr("Agenda"))
        self.form = AgendaItemForm(look)
        self.inspector = Inspector(look)
        self.inspector.add(self.form)
        self.empty = self._build_empty()
        self.sittings = SittingsEditor(look)
        self.adoption = AdoptionPanel(look)
        self.items = self._build_items()
        self._body = QStackedWidget()
        for part in (self.items, self.empty, self.sittings, self.adoption):
            self._body.addWidget(part)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.head)
        middle.addWidget(self._body, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(middle, 1)
        whole.addWidget(self.inspector)

    def shows(self, part: QWidget) -> bool:
        return self._body.currentWidget() is part

    @property
    def on_items(self) -> bool:
        """Items, or the place where they would be."""
        return self.shows(self.items) or self.shows(self.empty)

    def show_part(self, part: QWidget) -> None:
        self._body.setCurrentWidget(part)

    def show_items(self, sheet: AgendaSheet | None) -> None:
        self.show_part(self.items if sheet is not None and sheet.items else self.empty)

    def show_days(self, sheet: AgendaSheet) -> None:
        self.days.show_days(sheet.timetable.days)
        self._no_days.setVisible(not sheet.sittings)
        self._no_days.setText(
            self.tr("No sittings yet: the items take {length}. Sittings give them their hours.").format(
                length=duration_words(sheet.timetable.planned)
            )
        )

    def show_item(self, sheet: AgendaSheet | None) -> None:
        """The item under the cursor, as the record has it."""
        line = self.table.current
        item = sheet.item(line.item.id) if sheet is not None and line is not None else None
        self.inspector.setVisible(item is not None and self.on_items)
        if sheet is not None and item is not None:
            self.inspector.show_form(self.form, self.tr("Item {number}").format(number=sheet.number(item.id)))
            self.form.show_item(sheet, item)

    def take_focus(self) -> None:
        if self.shows(self.items):
            self.table.setFocus()
        elif self.shows(self.empty):
            self.empty.take_focus()
        elif self.shows(self.sittings):
            self.sittings.take_focus()
        else:
            self.adoption.take_focus()

    def _build_items(self) -> QWidget:
        self.days = DayBars(self._look)
        self._no_days = Tinted(self._look, "text2")
        self._no_days.setWordWrap(True)
        self.table = AgendaTable(self._look)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        items = QWidget()
        column = QVBoxLayout(items)
        column.setContentsMargins(PAGE_MARGIN - SIDE, 4, PAGE_MARGIN - SIDE, 0)
        column.setSpacing(8)
        over = QVBoxLayout()
        over.setContentsMargins(SIDE, 0, SIDE, 0)
        over.addWidget(self.days)
        over.addWidget(self._no_days)
        column.addLayout(over)
        column.addWidget(self.table, 1)
        return items

    def _build_empty(self) -> EmptyPlace:
        words = self.tr(
            "Items, their minutes and who presents them stand here, beside the sittings they go into."
        )
        return EmptyPlace(self._look, "list-tree", self.tr("No agenda yet"), words)
