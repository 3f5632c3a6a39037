"""What the file says beside what it becomes, column by column, then three rows as they will read."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from gmp_desktop.domain.registration.candidates import Candidate
from gmp_desktop.domain.registration.headings import Field
from gmp_desktop.domain.registration.mapping import Mapping, Problem
from gmp_desktop.domain.registration.questions import Note, Tells, Understood, open_questions
from gmp_desktop.domain.sheet import Sheet
from gmp_desktop.ui.importing.questions import note_words, option_words, problem_words, question_words
from gmp_desktop.ui.importing.words import field_words, state_of
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.tips import tip
from gmp_desktop.ui.widgets.buttons import Button, IconLabel, Tinted
from gmp_desktop.ui.widgets.elided import Elided
from gmp_desktop.ui.widgets.fields import Choice, head_label
from gmp_desktop.ui.widgets.sections import Rule, clear, page_column, scrolled

CHOICE_WIDTH = 190
NAME, ARROW, CHOICE, FIRST, SECOND, NOTE = range(6)
QUESTION_SIDE = 8
"""What the style keeps free beside the words of a link."""
STRETCH = (20, 0, 0, 22, 22, 28)
_UNREAD = Understood(Field.LEAVE_OUT, Note(Tells.LEFT_OUT), ())


class ImportColumns(QWidget):
    """``chosen`` carries a column and its field, ``answered`` the key of a question and the answer."""

    chosen = Signal(int, object)
    answered = Signal(str, str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._fields = QStandardItemModel(self)
        for field in Field:
            item = QStandardItem(field_words(field))
            item.setData(field, int(Qt.ItemDataRole.UserRole))
            self._fields.appendRow(item)
        self._rows: list[_ColumnRow] = []
        self._build()

    def show_sheet(self, sheet: Sheet, mapping: Mapping) -> None:
        """The columns of another sheet; what is understood of them comes later."""
        clear(self._grid)
        self._rows = []
        heads = (
            self.tr("In the file"),
            "",
            self.tr("Becomes"),
            *self._numbers(sheet),
            self.tr("What was understood"),
        )
        for at, words in enumerate(heads):
            label = Tinted(self._look, "text2", words)
            label.setFont(self._look.font(8.5, 500))
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            self._grid.addWidget(label, 0, at)
        self._grid.addWidget(Rule(self._look, "edge"), 1, 0, 1, len(heads))
        for column, head in enumerate(sheet.heads):
            row = _ColumnRow(self._look, self._fields, column, head, sheet.rows[:2], self)
            row.place(self._grid, 2 + 2 * column)
            row.show_field(mapping.fields[column])
            self._grid.addWidget(Rule(self._look), 3 + 2 * column, 0, 1, len(heads))
            self._rows.append(row)

    def show_understood(
        self,
        understood: Sequence[Understood],
        mapping: Mapping,
        people: Sequence[Candidate],
        wrong: Sequence[Problem],
    ) -> None:
        for row, told, field in zip(self._rows, understood, mapping.fields, strict=True):
            row.show_field(field)
            row.show_understood(told, mapping)
        self._order_tabs()
        clear(self._people)
        for at, candidate in enumerate(people):
            self._show_person(at, candidate)
        self._wrong.setText(" ".join(map(problem_words, wrong)))
        self._wrong.setVisible(bool(wrong))

    def take_focus(self) -> None:
        if self._rows:
            self._rows[0].choice.setFocus()

    def _order_tabs(self) -> None:
        """Down the page: the choice of a column, then what is asked of it."""
        stops = [stop for row in self._rows for stop in row.stops()]
        for one, following in pairwise(stops):
            QWidget.setTabOrder(one, following)

    def _numbers(self, sheet: Sheet) -> list[str]:
        told = [self.tr("Row {n}").format(n=number) for number in sheet.numbers[:2]]
        return [*told, *([""] * (2 - len(told)))]

    def _show_person(self, at: int, candidate: Candidate) -> None:
        one = candidate.registration
        icon, role, words = state_of(candidate)
        facts = "  ·  ".join(filter(None, (one.function, one.kind.capitalize())))
        name = Elided(self._look, one.name, "text", 600)
        state = Elided(self._look, words, role, 600 if role == "warn" else 400)
        sign = QHBoxLayout()
        sign.setSpacing(6)
        sign.addWidget(IconLabel(self._look, icon, 14, role))
        sign.addWidget(state, 1)
        self._people.addWidget(name, at, NAME, 1, 2)
        self._people.addWidget(Elided(self._look, one.organisation, "text"), at, CHOICE)
        self._people.addWidget(Elided(self._look, facts, "text2"), at, FIRST, 1, 2)
        self._people.addLayout(sign, at, NOTE)

    def _build(self) -> None:
        inside = QWidget()
        column = page_column(inside)
        self._wrong = Tinted(self._look, "error")
        self._wrong.setWordWrap(True)
        self._wrong.hide()
        self._grid, self._people = QGridLayout(), QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(3)
        self._people.setHorizontalSpacing(12)
        self._people.setVerticalSpacing(8)
        for grid in (self._grid, self._people):
            grid.setColumnMinimumWidth(ARROW, 16)
            grid.setColumnMinimumWidth(CHOICE, CHOICE_WIDTH)
            for at, stretch in enumerate(STRETCH):
                grid.setColumnStretch(at, stretch)
        column.addWidget(self._wrong)
        column.addLayout(self._grid)
        column.addSpacing(16)
        column.addWidget(head_label(self.tr("How three rows will read"), self._look))
        column.addLayout(self._people)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(inside))


class _ColumnRow:
    """One column of the file: its heading, the choice, two cells, and what was understood."""

    def __init__(
        self,
        look: Look,
        fields: QStandardItemModel,
        column: int,
        head: str,
        cells: Sequence[Sequence[str]],
        owner: ImportColumns,
    ) -> None:
        self._look, self._column, self._owner = look, column, owner
        self._name = Elided(look, head, "text", 600)
        self._cells = [Elided(look, row[column] or "–", "text") for row in cells]
        self.choice = Choice(look)
        self.choice.setModel(fields)
        self.choice.setFixedWidth(CHOICE_WIDTH)
        self.choice.setAccessibleName(owner.tr("“{head}” becomes").format(head=head))
        self.choice.activated.connect(self._choose)
        self._note = _Note(look, owner)

    def place(self, grid: QGridLayout, at: int) -> None:
        grid.addWidget(self._name, at, NAME)
        grid.addWidget(IconLabel(self._look, "arrow-right"), at, ARROW)
        grid.addWidget(self.choice, at, CHOICE)
        for offset, cell in enumerate(self._cells):
            grid.addWidget(cell, at, FIRST + offset)
        grid.addWidget(self._note, at, NOTE)

    def show_field(self, field: Field) -> None:
        at = self.choice.findData(field)
        if at != self.choice.currentIndex():
            self.choice.setCurrentIndex(at)
        for label in (self._name, *self._cells):
            label.tint("text3" if field is Field.LEAVE_OUT else "text")

    def show_understood(self, understood: Understood, mapping: Mapping) -> None:
        self._note.show_understood(understood, mapping)

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops."""
        return (self.choice, self._note.answering) if self._note.answering else (self.choice,)

    @Slot(int)
    def _choose(self, at: int) -> None:
        self._owner.chosen.emit(self._column, Field(self.choice.itemData(at)))


class _Note(QWidget):
    """A sign and words; where something can be answered, the words open the choices."""

    def __init__(self, look: Look, owner: ImportColumns) -> None:
        super().__init__()
        self._look, self._owner = look, owner
        self._understood, self._mapping = _UNREAD, Mapping(())
        self.answering: Button | None = None
        self._warns = False
        look.changed.connect(self._dress)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)

    def show_understood(self, understood: Understood, mapping: Mapping) -> None:
        if (understood, mapping) == (self._understood, self._mapping):
            return
        self._row.setSpacing(0 if understood.questions else 6)
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._understood, self._mapping = understood, mapping
        clear(self._row)
        self.answering = None
        asked = open_questions(understood, mapping)
        warns = bool(asked) or understood.doubtful
        icon = "minus" if understood.left_out else "circle-alert" if warns else "check"
        role = "text3" if understood.left_out else "warn" if warns else "ok"
        self._row.addWidget(IconLabel(self._look, icon, 14, role))
        words = question_words(asked[0]) if asked else note_words(understood.told, understood.field)
        if understood.questions:
            button = _Question(self._look, words)
            self.answering, self._warns = button, warns
            self._dress()
            button.clicked.connect(self._ask)
            self._row.addWidget(button, 1)
            if had_focus:
                button.setFocus()
        else:
            self._row.addWidget(
                Elided(self._look, words, "warn" if warns else "text2", 600 if warns else 400), 1
            )

    @Slot()
    def _dress(self) -> None:
        if self.answering is not None:
            side = "right" if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else "left"
            color = self._look.color("warn" if self._warns else "text2").name()
            self.answering.setStyleSheet(f"text-align: {side}; color: {color};")

    @Slot()
    def _ask(self) -> None:
        """The choices of every question of this column; the first that is open stands first."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked = open_questions(self._understood, self._mapping)
        questions = [*asked, *(q for q in self._understood.questions if q not in asked)]
        for at, question in enumerate(questions):
            into = menu
            if at or len(questions) > 1:
                into = menu.addMenu(question_words(question))
            for answer in question.options:
                action = QAction(option_words(question, answer), into)
                action.setCheckable(True)
                action.setChecked(answer == (self._mapping.answer(question.key) or question.proposed))
                action.setData((question.key, answer))
                into.addAction(action)
        menu.triggered.connect(self._answer)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        if menu.actions():
            menu.setActiveAction(menu.actions()[0])

    @Slot(QAction)
    def _answer(self, action: QAction) -> None:
        key, answer = action.data()
        self._owner.answered.emit(key, answer)


class _Question(Button):
    """Its words give way: cut at the end of their column, shown whole in a tool tip."""

    def __init__(self, look: Look, words: str) -> None:
        super().__init__(look, words, link=True)
        self._words = words
        self.setToolTip(tip(words))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    # Qt's side

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - 2 * QUESTION_SIDE
        self.setText(self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room))
