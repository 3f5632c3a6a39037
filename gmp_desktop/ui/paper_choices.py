"""What one may ask of a paper: only what makes a difference to it is offered."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QSpinBox, QVBoxLayout, QWidget

from gmp_desktop.domain.meeting import Sitting
from gmp_desktop.domain.papers.cards import CardSheet, sheets_for
from gmp_desktop.domain.papers.kinds import PaperKind, PaperSettings, SignInOrder
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.widgets.date_field import DateField
from gmp_desktop.ui.widgets.fields import Choice, Tick, labelled
from gmp_desktop.ui.wording import sitting_words

translate = QCoreApplication.translate
PAPERS_OF = tuple(PaperKind)
MOST_WALK_INS = 200


def paper_words(kind: PaperKind) -> str:
    return {
        PaperKind.AGENDA: translate("paper", "Provisional agenda"),
        PaperKind.ANNOTATED_AGENDA: translate("paper", "Annotated agenda"),
        PaperKind.ORGANISATION_OF_WORK: translate("paper", "Organization of work"),
        PaperKind.DOCUMENTS: translate("paper", "List of documents"),
        PaperKind.PARTICIPANTS: translate("paper", "List of participants"),
        PaperKind.SIGN_IN: translate("paper", "Sign-in sheets"),
        PaperKind.BADGES: translate("paper", "Badges"),
        PaperKind.NAME_PLATES: translate("paper", "Name plates"),
        PaperKind.RUNNING_SHEET: translate("paper", "Running sheet for the chair"),
    }[kind]


def sheet_words(sheet: CardSheet) -> str:
    """What it is called, how many stand on it, how large they are."""
    words = translate("paper", "{name}: {n} on a page, {width} × {height} mm")
    return words.format(
        name=sheet.name, n=sheet.per_page, width=f"{sheet.width:.0f}", height=f"{sheet.height:.0f}"
    )


def file_filters(suffixes: Sequence[str]) -> str:
    """The forms a paper is written in, as a file dialog lists them."""
    words = {
        ".pdf": translate("paper", "PDF (*.pdf)"),
        ".docx": translate("paper", "Word (*.docx)"),
        ".xlsx": translate("paper", "Excel (*.xlsx)"),
        ".csv": translate("paper", "Comma-separated (*.csv)"),
        ".txt": translate("paper", "Plain text (*.txt)"),
    }
    return ";;".join(words[suffix] for suffix in suffixes)


class PaperChoices(QWidget):
    changed = Signal()

    def __init__(self, look: Look, sittings: list[Sitting], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._parts: dict[str, QWidget] = {}
        self._filling = False
        self.capitals = Tick(look, self.tr("Surnames in capitals"))
        self.contacts = Tick(look, self.tr("Contact lines that may be printed"))
        self.own_script = Tick(look, self.tr("Names in their own script as well"))
        self.large = Tick(look, self.tr("Large print"))
        self.letter = Tick(look, self.tr("Letter instead of A4"))
        self.as_at = DateField()
        self.sitting, self.order, self.sheet = Choice(look), Choice(look), Choice(look)
        self.walk_ins = QSpinBox()
        self._build(sittings)
        self.show_kind(PaperKind.AGENDA)

    def show_kind(self, kind: PaperKind) -> None:
        offered = (*_OFFERED.get(kind, ()), "letter")
        for name, part in self._parts.items():
            part.setVisible(name in offered)
        if "sheet" in offered:
            self._filling = True
            self.sheet.clear()
            for sheet in sheets_for(kind):
                self.sheet.addItem(sheet_words(sheet), sheet.name)
            self._filling = False

    def settings(self) -> PaperSettings:
        return PaperSettings(
            surname_capitals=self.capitals.isChecked(),
            contacts=self.contacts.isChecked(),
            as_at=self.as_at.day(),
            sitting_id=self.sitting.currentData(),
            sign_in_by=self.order.currentData(),
            walk_ins=self.walk_ins.value(),
            cards=self.sheet.currentData() or "",
            own_script=self.own_script.isChecked(),
            letter_paper=self.letter.isChecked(),
            large=self.large.isChecked(),
        )

    def _build(self, sittings: list[Sitting]) -> None:
        self.own_script.setChecked(PaperSettings().own_script)
        self.walk_ins.setRange(0, MOST_WALK_INS)
        self.walk_ins.setValue(PaperSettings().walk_ins)
        self.as_at.setPlaceholderText(self.tr("today"))
        self.sitting.addItem(self.tr("Every sitting"), None)
        for sitting in sittings:
            self.sitting.addItem(sitting_words(sitting), sitting.id)
        for order, words in (
            (SignInOrder.NAME, self.tr("By name")),
            (SignInOrder.BADGE, self.tr("By badge number")),
            (SignInOrder.LIST, self.tr("As in the list of participants")),
        ):
            self.order.addItem(words, order)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 0, 0)
        column.setSpacing(8)
        for name, words, field in (
            ("as_at", self.tr("As at"), self.as_at),
            ("sitting", self.tr("Sitting"), self.sitting),
            ("order", self.tr("Order"), self.order),
            ("walk_ins", self.tr("Empty rows for walk-ins"), self.walk_ins),
            ("sheet", self.tr("Label sheet"), self.sheet),
        ):
            part = QWidget()
            inside = labelled(words, field, self._look)
            inside.setContentsMargins(0, 0, 0, 0)
            part.setLayout(inside)
            self._parts[name] = part
            column.addWidget(part)
        for name in ("capitals", "contacts", "own_script", "large", "letter"):
            self._parts[name] = getattr(self, name)
            column.addWidget(self._parts[name])
        self._connect()

    def _connect(self) -> None:
        for tick in (self.capitals, self.contacts, self.own_script, self.large, self.letter):
            tick.toggled.connect(self._tell)
        for choice in (self.sitting, self.order, self.sheet):
            choice.currentIndexChanged.connect(self._tell)
        self.as_at.editingFinished.connect(self._tell)
        self.walk_ins.valueChanged.connect(self._tell)

    @Slot()
    def _tell(self) -> None:
        if not self._filling:
            self.changed.emit()


_OFFERED: dict[PaperKind, tuple[str, ...]] = {
    PaperKind.PARTICIPANTS: ("capitals", "contacts", "as_at"),
    PaperKind.SIGN_IN: ("sitting", "order", "walk_ins"),
    PaperKind.BADGES: ("sheet", "own_script"),
    PaperKind.NAME_PLATES: ("sheet", "own_script"),
    PaperKind.RUNNING_SHEET: ("large",),
}
