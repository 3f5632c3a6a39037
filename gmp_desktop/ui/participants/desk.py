"""The place of the participants: the field of the door over the table, the form of one beside it."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gmp_desktop.domain.participants import Capacity
from gmp_desktop.store import reference
from gmp_desktop.ui.look import PAGE_MARGIN, Look
from gmp_desktop.ui.participants.door_field import DoorField, DoorLine
from gmp_desktop.ui.participants.head import INSET
from gmp_desktop.ui.participants.lines import Asked, Grouping, Shown
from gmp_desktop.ui.participants.model import ParticipantsModel
from gmp_desktop.ui.participants.registration_form import RegistrationForm
from gmp_desktop.ui.participants.table import ParticipantsTable
from gmp_desktop.ui.people_words import capacity_words
from gmp_desktop.ui.widgets.empty import EmptyPlace
from gmp_desktop.ui.widgets.menu_button import MenuButton
from gmp_desktop.ui.widgets.page_head import PageHead

NARROW = 1080


class ParticipantsDesk(QWidget):
    def __init__(self, look: Look, model: ParticipantsModel) -> None:
        super().__init__()
        self._look = look
        self.head = PageHead(look, self.tr("Participants"))
        self.lists = self.head.add_button(self.tr("Badges and lists…"))
        self.importing = self.head.add_button(self.tr("Import…"))
        self.registering = self.head.add_button(self.tr("Register"), "user-plus", primary=True)
        self.field, self.line = DoorField(), DoorLine(look)
        self.grouping = MenuButton(look, "rows-3", self.tr("Group by"))
        self.shown = MenuButton(look, "list-filter", self.tr("Show"))
        self.table = ParticipantsTable(look, model)
        self.form = RegistrationForm(look, reference.areas())
        self.form.hide()
        self.empty = self._build_empty()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._build_list())
        self._stack.addWidget(self.empty)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.head)
        left.addWidget(self._stack, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(left, 1)
        whole.addWidget(self.form)

    def offer_choices(self, asked: Asked) -> None:
        self.grouping.offer(
            [
                (Grouping.KIND, self.tr("Group by kind")),
                (Grouping.DELEGATION, self.tr("Group by delegation")),
                (Grouping.AREA, self.tr("Group by area")),
                (Grouping.NONE, self.tr("No groups")),
            ],
            asked.grouping,
        )
        self.shown.offer(
            [
                (Shown.EVERYONE, self.tr("Everyone")),
                (Shown.PRESENT, self.tr("Present")),
                (Shown.ABSENT, self.tr("Not arrived")),
                (Shown.LEFT, self.tr("Left")),
                None,
                (Shown.ONLINE, self.tr("Attending online")),
                (Shown.LATE, self.tr("Late registrations")),
                None,
                *((capacity.value, capacity_words(capacity)) for capacity in Capacity),
            ],
            asked.shown,
        )

    def show_list(self, *, anybody: bool) -> None:
        """The empty place while nobody is there or being registered."""
        self._stack.setCurrentIndex(0 if anybody or not self.form.isHidden() else 1)
        self.fit_head()

    def show_form(self) -> None:
        self._stack.setCurrentIndex(0)
        self.form.show()

    def hide_form(self) -> None:
        self.form.close_form()
        self.fit_head()

    def fit_head(self) -> None:
        """An empty place has its own buttons; beside the form a narrow window has no room for all of them.

        The menu has what they do.
        """
        empty = self._stack.currentWidget() is self.empty
        narrow = not self.form.isHidden() and self.width() < NARROW
        self.lists.setHidden(empty or narrow)
        self.importing.setHidden(empty or narrow)
        self.registering.setHidden(empty or (not self.form.isHidden() and self.form.registers))

    def _build_list(self) -> QWidget:
        framed = QWidget()
        inside = QHBoxLayout(framed)
        inside.setContentsMargins(PAGE_MARGIN - INSET, 0, PAGE_MARGIN - INSET, 0)
        inside.addWidget(self.table)
        row = QHBoxLayout()
        row.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, 0)
        row.setSpacing(8)
        for part in (self.field, self.grouping, self.shown):
            row.addWidget(part)
        row.addStretch(1)
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.line)
        column.addWidget(framed, 1)
        return place

    def _build_empty(self) -> EmptyPlace:
        words = self.tr(
            "Participants come from the registration spreadsheet, or one by one. Rows can be pasted here."
        )
        return EmptyPlace(self._look, "users-round", self.tr("Nobody registered yet"), words)

    # Qt's side

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_head()
