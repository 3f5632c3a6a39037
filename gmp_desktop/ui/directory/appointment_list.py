"""The appointments of a person, each a line that opens to be edited where it stands."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from uuid import UUID

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from gmp_desktop.domain.directory import Appointment
from gmp_desktop.domain.people import Organisation
from gmp_desktop.ui.directory.appointment_form import AppointmentForm
from gmp_desktop.ui.directory.words import appointment_words, role_words, term_words
from gmp_desktop.ui.look import RADIUS, Look
from gmp_desktop.ui.tips import tip
from gmp_desktop.ui.widgets.buttons import Button
from gmp_desktop.ui.widgets.sections import clear


class AppointmentList(QWidget):
    kept = Signal(object, object)
    """The id of an appointment, ``None`` for a new one, and its facts."""
    removed = Signal(object)
    refused = Signal(str)
    opening = Signal()
    """The form is about to be shown and wants its choices."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._appointments: tuple[Appointment, ...] = ()
        self._names: dict[UUID, str] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.add = Button(look, self.tr("Appointment…"), "plus", link=True)
        self.add.clicked.connect(self.begin)
        self._open_form: AppointmentForm | None = None
        self._column.addLayout(self._rows)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeading)

    @cached_property
    def form(self) -> AppointmentForm:
        """Made when it is first wanted."""
        form = AppointmentForm(self._look)
        form.kept.connect(self._keep)
        form.removed.connect(self.removed)
        form.refused.connect(self.refused)
        form.left.connect(self._close)
        self._column.insertWidget(1, form)
        return form

    def offer(self, organisations: Mapping[str, UUID]) -> None:
        """What an organisation may be called in the form."""
        self.form.offer(organisations)

    def show_appointments(
        self, appointments: Sequence[Appointment], organisations: Sequence[Organisation]
    ) -> None:
        names = {one.id: one.name for one in organisations}
        if (tuple(appointments), names) == (self._appointments, self._names):
            return
        at = self._at_focus()
        self._appointments, self._names = tuple(appointments), names
        self._close()
        clear(self._rows)
        for one in appointments:
            name = names.get(one.organisation_id, "") if one.organisation_id else ""
            button = AppointmentLine(self._look, one, name)
            button.opened.connect(self._open)
            button.asked_to_remove.connect(self.removed)
            self._rows.addWidget(button)
        if at >= 0:
            self._focus(at)

    @Slot()
    def begin(self) -> None:
        self._show_form(None)

    def _open(self, appointment: Appointment) -> None:
        self._show_form(appointment)

    def _show_form(self, appointment: Appointment | None) -> None:
        name = (
            self._names.get(appointment.organisation_id, "")
            if appointment and appointment.organisation_id
            else ""
        )
        self.opening.emit()
        self.form.show_appointment(appointment, name)
        self._open_form = self.form
        self.form.show()
        self.add.hide()
        self.form.take_focus()

    def _keep(self, id: object, facts: object) -> None:
        self._close()
        self.add.setFocus()
        self.kept.emit(id, facts)

    @Slot()
    def _close(self) -> None:
        form, self._open_form = self._open_form, None
        if form is None:
            return
        focus = self.focusWidget()
        had = focus is not None and form.isAncestorOf(focus)
        form.hide()
        self.add.show()
        if had:
            self.add.setFocus()

    def _at_focus(self) -> int:
        lines = self._lines()
        return next((at for at, line in enumerate(lines) if line.hasFocus()), -1)

    def _focus(self, at: int) -> None:
        lines = self._lines()
        (lines[min(at, len(lines) - 1)] if lines else self.add).setFocus()

    def _lines(self) -> list["AppointmentLine"]:
        return [line for line in self.findChildren(AppointmentLine) if not line.isHidden()]


class AppointmentLine(QAbstractButton):
    """Two lines: what and for whom; role and term. Enter opens, Delete removes."""

    opened = Signal(object)
    asked_to_remove = Signal(object)

    def __init__(self, look: Look, appointment: Appointment, organisation: str) -> None:
        super().__init__()
        self._look = look
        self._appointment = appointment
        self._words = appointment_words(appointment, organisation)
        role, term = role_words(appointment.role), term_words(appointment)
        self._beside = " · ".join(part for part in (role, term) if part)
        self.setAccessibleName(f"{self._words}, {self._beside}")
        self.setToolTip(tip(self._words))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self._open)

    @Slot()
    def _open(self) -> None:
        self.opened.emit(self._appointment)

    # Qt's side

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.click()
        elif event.key() == Qt.Key.Key_Delete:
            self.asked_to_remove.emit(self._appointment.id)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(200, 2 * self.fontMetrics().height() + 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.fillRect(self.rect(), self._look.color("hover"))
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), self._look.color("rule"))
        half = (self.height() - 8) // 2
        for at, (words, points, role) in enumerate(((self._words, 10, "text"), (self._beside, 9, "text2"))):
            painter.setFont(self._look.font(points, 500 if at == 0 else 400, figures=True))
            painter.setPen(self._look.color(role))
            room = QRect(6, 4 + at * half, self.width() - 12, half)
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, shown)
        if self.hasFocus():
            painter.setPen(QPen(self._look.color("focus"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), RADIUS, RADIUS)
