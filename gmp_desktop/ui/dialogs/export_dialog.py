"""Export in one dialog: what, form, paper and place; at the end the file can be shown or printed."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDir, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gmp_desktop.domain.blocks import Document
from gmp_desktop.domain.errors import GmpError
from gmp_desktop.ui.asking import Asking
from gmp_desktop.ui.exporting import Order, file_name, write
from gmp_desktop.ui.faults import sentence
from gmp_desktop.ui.jobs import Jobs, Ticket
from gmp_desktop.ui.look import PAGE_MARGIN, Look
from gmp_desktop.ui.widgets.buttons import Button, Tinted
from gmp_desktop.ui.widgets.fields import Choice, Tick, labelled

FORMS = ("pdf", "docx", "txt", "json")
ON_PAPER = ("pdf", "docx")
PAPERS = ("A4", "Letter")


class ExportDialog(QDialog):
    asked_to_print = Signal()

    def __init__(
        self,
        look: Look,
        jobs: Jobs,
        asking: Asking,
        document: Document,
        code: str,
        bundle: Callable[[str], bytes],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._jobs, self._asking = look, jobs, asking
        self._document, self._code, self._bundle = document, code, bundle
        self._written: Path | None = None
        self.setWindowTitle(self.tr("Export"))
        self.setMinimumWidth(520)
        self._build()
        self._form_changed()

    def order(self) -> Order:
        form = FORMS[self.form.currentIndex()]
        bundle = self._bundle(self._code) if form == "json" else b""
        paper = PAPERS[self.paper.currentIndex()]
        return Order(self._document, form, paper, self.draft.isChecked(), Path(self.target.text()), bundle)

    def _build(self) -> None:
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._build_choices())
        self._pages.addWidget(self._build_end())
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN, 20, PAGE_MARGIN, 20)
        column.addWidget(self._pages)

    def _build_choices(self) -> QWidget:
        look = self._look
        self.what, self.form, self.paper = Choice(look), Choice(look), Choice(look)
        self.what.addItem(self.tr("The whole report"))
        self.form.addItems(
            [
                self.tr("PDF"),
                self.tr("Word"),
                self.tr("Plain text"),
                self.tr("Whole meeting as a package (JSON)"),
            ]
        )
        self.paper.addItems([self.tr("A4"), self.tr("Letter")])
        self.draft = Tick(look, self.tr("DRAFT across every page"))
        self.draft.setChecked(self._document.draft)
        self.target = QLineEdit()
        choose = Button(look, self.tr("Choose…"))
        choose.clicked.connect(self._choose)
        self.form.currentIndexChanged.connect(self._form_changed)
        self._told = Tinted(look, "error")
        self._told.setWordWrap(True)
        self._told.hide()
        self.export = Button(look, self.tr("Export"), primary=True)
        self.export.setDefault(True)
        self.export.clicked.connect(self._export)
        leave = Button(look, self.tr("Cancel"))
        leave.clicked.connect(self.reject)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.addLayout(labelled(self.tr("What"), self.what, look), 0, 0)
        grid.addLayout(labelled(self.tr("File type"), self.form, look), 0, 1)
        grid.addLayout(labelled(self.tr("Paper"), self.paper, look), 1, 0)
        grid.addWidget(self.draft, 1, 1, Qt.AlignmentFlag.AlignBottom)
        where = QHBoxLayout()
        where.addLayout(labelled(self.tr("To"), self.target, look), 1)
        where.addWidget(choose, 0, Qt.AlignmentFlag.AlignBottom)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(leave)
        foot.addWidget(self.export)
        page, column = QWidget(), QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(grid)
        column.addLayout(where)
        column.addWidget(self._told)
        column.addStretch(1)
        column.addLayout(foot)
        page.setLayout(column)
        return page

    def _build_end(self) -> QWidget:
        page, column, row = QWidget(), QVBoxLayout(), QHBoxLayout()
        head = QLabel(self.tr("Exported"))
        head.setFont(self._look.font(11, 600))
        self.outcome = Tinted(self._look, "text2")
        self.outcome.setWordWrap(True)
        self.outcome.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        show = Button(self._look, self.tr("Show file"), "folder-open")
        show.clicked.connect(self._show_file)
        self.print = Button(self._look, self.tr("Print"), "printer")
        self.print.clicked.connect(self._print)
        self.close_button = Button(self._look, self.tr("Close"), primary=True)
        self.close_button.clicked.connect(self.accept)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        row.addWidget(show)
        row.addWidget(self.print)
        row.addStretch(1)
        row.addWidget(self.close_button)
        column.addWidget(head)
        column.addWidget(self.outcome)
        column.addStretch(1)
        column.addLayout(row)
        page.setLayout(column)
        return page

    @Slot()
    def _form_changed(self) -> None:
        form = FORMS[self.form.currentIndex()]
        self.paper.setEnabled(form in ON_PAPER)
        self.draft.setEnabled(form in ON_PAPER)
        folder = Path(self.target.text()).parent if self.target.text() else _documents()
        self.target.setText(str(folder / file_name(self._document, self._code, form)))

    @Slot()
    def _choose(self) -> None:
        form = FORMS[self.form.currentIndex()]
        self._asking.file_to_write(
            self.tr("Export to"), f"{form.upper()} (*.{form})", Path(self.target.text()).name, self._chosen
        )

    def _chosen(self, path: Path) -> None:
        form = FORMS[self.form.currentIndex()]
        self.target.setText(
            str(path if path.suffix.lower() == f".{form}" else path.with_name(f"{path.name}.{form}"))
        )

    @Slot()
    def _export(self) -> None:
        self.export.setEnabled(False)
        self._told.hide()
        self._jobs.run(partial(_write, self.order()), self._done, failed=self._failed)

    def _done(self, path: Path) -> None:
        self._written = path
        size = f"{path.stat().st_size / 1024:,.0f}"
        self.outcome.setText(self.tr("{path}, {size} kB").format(path=path, size=size))
        self._pages.setCurrentIndex(1)
        self.close_button.setFocus()

    def _failed(self, error: BaseException) -> None:
        self.export.setEnabled(True)
        if not isinstance(error, GmpError):
            raise error
        self._told.setText(sentence(error))
        self._told.show()

    @Slot()
    def _show_file(self) -> None:
        if self._written is not None:
            self._asking.reveal(self._written)

    @Slot()
    def _print(self) -> None:
        self.accept()
        self.asked_to_print.emit()


def _write(order: Order, ticket: Ticket) -> Path:
    return write(order)


def _documents() -> Path:
    home = Path(QDir.homePath())
    return home / "Documents" if (home / "Documents").is_dir() else home
