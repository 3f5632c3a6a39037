from pathlib import Path

import pypdfium2
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import QDialog

from gmp_desktop.ui.exporting import pdf
from gmp_desktop.ui.printing import paint
from gmp_desktop.ui.workbench import Workbench
from tests.ui.at_hand import document_in


def test_every_page_goes_to_the_printer(window: Workbench, tmp_path: Path) -> None:
    data = pdf(document_in(window))
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setFullPage(True)

    paint(data, printer, 40)

    with pypdfium2.PdfDocument(tmp_path / "printed.pdf") as printed, pypdfium2.PdfDocument(data) as made:
        assert len(printed) == len(made)


def test_the_preview_draws_every_page(window: Workbench, dialogs: list[QDialog], qtbot) -> None:
    window.commands["preview"].trigger()
    qtbot.waitUntil(lambda: bool(dialogs), timeout=10_000)
    qtbot.addWidget(dialogs[0])
    preview = dialogs[0].findChild(QPrintPreviewWidget)
    assert preview is not None

    preview.updatePreview()

    assert preview.pageCount() > 5
