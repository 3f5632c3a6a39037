"""Import, export and print: the longer ways in and out of the window."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gmp_desktop.domain.blocks import Document
from gmp_desktop.domain.errors import WorldFault
from gmp_desktop.ui.advice import Tone
from gmp_desktop.ui.enabling import enable
from gmp_desktop.ui.exporting import pdf
from gmp_desktop.ui.jobs import Ticket

if TYPE_CHECKING:
    from gmp_desktop.domain.papers.kinds import PaperKind
    from gmp_desktop.services.archive import Imported
    from gmp_desktop.ui.pages.papers_page import PapersPage
    from gmp_desktop.ui.workbench import Workbench

translate = QCoreApplication.translate
SHEETS = (".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".ods")
"""Files of these kinds are lists of participants."""
PACKAGE_MOST_BYTES = 200_000_000


class PaperWork:
    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._papers: PapersPage | None = None

    @property
    def papers(self) -> PapersPage | None:
        """The page of the papers, while it is in the window."""
        here = self._bench.window.pages.currentWidget()
        return self._papers if self._papers is here else None

    def ask_to_open(self) -> None:
        filters = translate("import", "Reports and packages (*.txt *.docx *.pdf *.json);;All files (*)")
        title = translate("import", "Open a report or a package")
        self._bench.asking.file_to_open(title, filters, self.open_file)

    def open_files(self, files: list[str]) -> None:
        if files:
            self.open_file(Path(files[0]))

    def open_file(self, path: Path) -> None:
        self._bench.leave_page()
        if path.suffix.lower() == ".json":
            self.take_package(path)
        elif path.suffix.lower() in SHEETS and self._bench.meeting is not None:
            self._bench.desk.take_people(path)
        else:
            self.review(path)

    def review(self, path: Path) -> None:
        """An import is a page of the place; nothing is stored before it is taken in there."""
        from gmp_desktop.ui.pages.import_page import ImportPage

        window = self._bench.window
        page = ImportPage(window.look, self._bench.jobs, self._bench.the_bench, self._bench.say)
        window.pages.addWidget(page)
        page.left.connect(self._bench.go_back)
        page.taken.connect(self._taken)
        window.show_page(page, framed=self._bench.has_meeting)
        page.read(path)

    def take_package(self, path: Path) -> None:
        try:
            if path.stat().st_size > PACKAGE_MOST_BYTES:
                raise WorldFault(f"“{path.name}” is too large for a package. Nothing was changed.")
            data = path.read_bytes()
        except OSError as error:
            raise WorldFault(
                f"“{path.name}” cannot be read: {error.strerror}. Nothing was changed."
            ) from error
        code = self._bench.bench.bundles.take(data)
        self._opened(code)
        self._offer_undo(translate("import", "{code} is here now.").format(code=code))

    def show_papers(self, kind: PaperKind | None = None) -> None:
        """The papers of the meeting in the window, with their pages."""
        from gmp_desktop.domain.papers.kinds import PaperKind
        from gmp_desktop.ui.pages.papers_page import PapersPage

        bench, window, meeting = self._bench, self._bench.window, self._bench.meeting
        if meeting is None:
            return
        bench.leave_page()
        page = PapersPage(window.look, bench.the_bench, bench.jobs, bench.asking, meeting)
        window.pages.addWidget(page)
        page.left.connect(bench.go_back)
        page.written.connect(self._written)
        page.asked_to_print.connect(self._to_printer)
        window.show_page(page)
        page.show_kind(kind or PaperKind.AGENDA)
        page.take_focus()
        self._papers = page
        bench.news.show_facts()
        enable(bench)

    def export(self) -> None:
        """The paper one looks at, else the report."""
        if self.papers is not None:
            self.papers.ask_where()
            return
        from gmp_desktop.ui.dialogs.export_dialog import ExportDialog

        document, meeting = self._document(), self._bench.meeting
        if document is None or meeting is None:
            return
        bench, window = self._bench, self._bench.window
        write_bundle = bench.bench.bundles.write
        dialog = ExportDialog(
            window.look, bench.jobs, bench.asking, document, meeting.code, write_bundle, window
        )
        dialog.asked_to_print.connect(self.print)
        dialog.finished.connect(dialog.deleteLater)
        bench.asking.show(dialog)

    def print(self) -> None:
        """The paper one looks at, else the report."""
        if self.papers is not None:
            self.papers.print()
            return
        from gmp_desktop.ui.printing import has_printer

        document = self._document()
        if document is None:
            return
        if not has_printer():
            words = translate(
                "print", "There is no printer on this computer. The report can be saved as a PDF file."
            )
            self._bench.say(words, Tone.WARNING, translate("print", "Save as PDF"), self.export)
            return
        self._bench.jobs.run(partial(_pdf, document), partial(self._print, document.title))

    def preview(self) -> None:
        document = self._document()
        if document is not None:
            self._bench.jobs.run(partial(_pdf, document), partial(self._preview, document.title))

    def _document(self) -> Document | None:
        """The report with the words being written in it."""
        self._bench.leave_page()
        return self._bench.report.document

    def _written(self, path: Path) -> None:
        words = translate("print", "“{name}” is written.").format(name=path.name)
        show = partial(self._bench.asking.reveal, path)
        self._bench.say(words, Tone.NEWS, translate("print", "Show file"), show)

    def _to_printer(self, name: str, data: bytes) -> None:
        from gmp_desktop.ui.printing import has_printer

        if has_printer():
            self._print(name, data)
        else:
            words = translate(
                "print", "There is no printer on this computer. Export the paper as PDF instead."
            )
            self._bench.say(words, Tone.WARNING)

    def _print(self, name: str, data: bytes) -> None:
        from gmp_desktop.ui.printing import print_pages

        if print_pages(data, name, self._bench.asking, self._bench.window):
            self._bench.say(translate("print", "Sent to the printer."))

    def _preview(self, name: str, data: bytes) -> None:
        from gmp_desktop.ui.printing import preview

        preview(data, name, self._bench.asking, self._bench.window)

    def _taken(self, imported: Imported) -> None:
        if imported.meeting is not None:
            self._opened(imported.meeting)
        else:
            self._bench.go_back()
        words = translate("import", "{name} is here now.")
        self._offer_undo(words.format(name=imported.meeting or imported.symbol))

    def _opened(self, code: str) -> None:
        """An import became this meeting."""
        self._bench.read_meetings()
        self._bench.open_meeting(self._bench.bench.meetings.by_code(code).id)

    def _offer_undo(self, words: str) -> None:
        self._bench.say(words, Tone.NEWS, translate("import", "Undo"), self._bench.undo)


def _pdf(document: Document, ticket: Ticket) -> bytes:
    return pdf(document)
