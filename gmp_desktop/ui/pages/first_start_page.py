"""The beginning: three choices, or a file dropped on the window; a new meeting needs three facts."""

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QStackedWidget, QVBoxLayout, QWidget

from gmp_desktop.ui.look import RADIUS, Look
from gmp_desktop.ui.widgets.buttons import Tinted
from gmp_desktop.ui.widgets.new_meeting_form import NewMeetingForm

WIDTH = 592
INSET = 16
TEXT_AT = 60


class FirstStartPage(QWidget):
    asked_for_sample = Signal()
    asked_to_open = Signal()
    asked_for_new = Signal()
    """The form is about to be seen: somebody may tell it what a meeting can begin with."""
    meeting_named = Signal(object)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._build()

    def show_choices(self) -> None:
        self._inner.setCurrentWidget(self._choices)
        self.choices[0].setFocus()

    def show_new_meeting(self) -> None:
        self.asked_for_new.emit()
        self._inner.setCurrentWidget(self.form)
        self.form.begin()

    def leave(self) -> None:
        """A form not handed in is forgotten."""

    def _build(self) -> None:
        self.setAccessibleName(self.tr("First start"))
        self.form = NewMeetingForm(self._look)
        self.form.ready.connect(self.meeting_named)
        self.form.left.connect(self._form_left)
        self._choices = self._build_choices()
        self._inner = QStackedWidget()
        self._inner.setFixedWidth(WIDTH)
        self._inner.addWidget(self._choices)
        self._inner.addWidget(self.form)
        column = QVBoxLayout(self)
        self._top = column
        column.setContentsMargins(0, 150, 0, 0)
        column.addWidget(self._inner, 1, Qt.AlignmentFlag.AlignHCenter)

    def _build_choices(self) -> QWidget:
        page, column = QWidget(), QVBoxLayout()
        title = QLabel("GMP Desktop")
        title.setFont(self._look.font(22, 600))
        words = Tinted(
            self._look,
            "text2",
            self.tr("The meeting desk of the Partnership. Everything stays on this computer."),
        )
        words.setFont(self._look.font(11))
        self.choices = self._make_choices()
        hint = Tinted(self._look, "text2", self.tr("You can also drop a file on this window."))
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part, left, below in ((title, INSET, 8), (words, INSET, 34)):
            part.setContentsMargins(left, 0, 0, 0)
            column.addWidget(part)
            column.addSpacing(below)
        for choice in self.choices:
            column.addWidget(choice)
        column.addSpacing(28)
        hint.setContentsMargins(TEXT_AT, 0, 0, 0)
        column.addWidget(hint)
        column.addStretch(1)
        page.setLayout(column)
        return page

    def _make_choices(self) -> list["Choice"]:
        tr = self.tr
        made = [
            Choice(
                1,
                "book-open",
                tr("Open the sample meeting"),
                tr("A day with breakouts and its report. Try anything; it can be put back."),
                self._look,
            ),
            Choice(
                2,
                "calendar-plus",
                tr("New meeting"),
                tr("Number, dates and place are enough to begin. The rest can wait."),
                self._look,
            ),
            Choice(
                3,
                "package-open",
                tr("Open a package"),
                tr("A whole meeting from another computer, or the report of a past one."),
                self._look,
            ),
        ]
        made[0].clicked.connect(self.asked_for_sample)
        made[1].clicked.connect(self.show_new_meeting)
        made[2].clicked.connect(self.asked_to_open)
        return made

    @Slot()
    def _form_left(self) -> None:
        self.show_choices()
        self.left.emit()

    # Qt's side

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = {Qt.Key.Key_1: 0, Qt.Key.Key_2: 1, Qt.Key.Key_3: 2}.get(Qt.Key(event.key()))
        if self._inner.currentWidget() is not self._choices:
            super().keyPressEvent(event)
        elif at is not None:
            self.choices[at].click()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._walk(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _walk(self, step: int) -> None:
        now = next((at for at, choice in enumerate(self.choices) if choice.hasFocus()), 0)
        self.choices[(now + step) % len(self.choices)].setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._top.setContentsMargins(0, max(24, event.size().height() * 150 // 742), 0, 0)
        super().resizeEvent(event)


class Choice(QAbstractButton):
    """A row with its key: icon, what it does, what comes of it."""

    def __init__(self, number: int, icon: str, words: str, sentence: str, look: Look) -> None:
        super().__init__()
        self._look, self._icon, self._sentence, self._number = look, icon, sentence, number
        self.setText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(sentence)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(self.fontMetrics().height() * 2 + 44)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        place = self.rect().adjusted(0, 0, 0, -4)
        self._ground(painter, place, mirrored)
        icon = self._look.pixmap(self._icon, 24, "accent", self.devicePixelRatioF())
        x = place.right() - INSET - 24 if mirrored else INSET
        painter.drawPixmap(x, place.center().y() - 12, icon)
        words = place.adjusted(TEXT_AT, 0, -TEXT_AT, 0)
        half = place.height() // 2
        painter.setFont(self._look.font(12, 600))
        painter.setPen(self._look.color("text"))
        leading = Qt.AlignmentFlag.AlignLeading
        painter.drawText(
            words.adjusted(0, 0, 0, -half - 1), leading | Qt.AlignmentFlag.AlignBottom, self.text()
        )
        painter.setFont(self._look.font(10))
        painter.setPen(self._look.color("text2"))
        painter.drawText(
            words.adjusted(0, half + 4, 40, 0), leading | Qt.AlignmentFlag.AlignTop, self._sentence
        )
        self._key(painter, place, mirrored)

    def _ground(self, painter: QPainter, place: QRect, mirrored: bool) -> None:
        if self.hasFocus():
            painter.setPen(QPen(self._look.color("focus"), 2))
            painter.setBrush(self._look.color("sel"))
            painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), RADIUS, RADIUS)
            return
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.color("hover"))
            painter.drawRoundedRect(place, RADIUS, RADIUS)
        line = place.adjusted(INSET if mirrored else TEXT_AT, 0, -TEXT_AT if mirrored else -INSET, 0)
        painter.fillRect(line.left(), place.bottom(), line.width(), 1, self._look.color("rule"))

    def _key(self, painter: QPainter, place: QRect, mirrored: bool) -> None:
        key = QRect(20 if mirrored else place.right() - 38, place.top() + 14, 18, 18)
        painter.setPen(QPen(self._look.color("edge"), 1))
        painter.setBrush(self._look.color("base"))
        painter.drawRoundedRect(key.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setFont(self._look.font(8.5, 500))
        painter.setPen(self._look.color("text"))
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, str(self._number))
