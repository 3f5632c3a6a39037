"""Paper out of the system's own print dialog: the pages of the very PDF, painted on the printer."""

from PySide6.QtCore import QCoreApplication, QRectF, Slot
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from gmp_desktop.ui.asking import Asking
from gmp_desktop.ui.pdf_pages import POINTS_PER_INCH, PdfPages

translate = QCoreApplication.translate
MOST_DPI = 300
PREVIEW_DPI = 120


def has_printer() -> bool:
    return bool(QPrinterInfo.availablePrinterNames())


def print_pages(data: bytes, name: str, asking: Asking, window: QWidget) -> bool:
    """Whether something was sent to a printer."""
    printer = _printer(name)
    if not asking.run(QPrintDialog(printer, window)):
        return False
    paint(data, printer)
    return True


def preview(data: bytes, name: str, asking: Asking, window: QWidget) -> None:
    dialog = QPrintPreviewDialog(window)
    printer = dialog.printer()
    printer.setFullPage(True)
    printer.setDocName(name)
    dialog.setWindowTitle(translate("print", "Print preview"))
    dialog.resize(900, 680)

    @Slot(QPrinter)
    def on_paper(target: QPrinter) -> None:
        paint(data, target, PREVIEW_DPI)

    dialog.paintRequested.connect(on_paper)
    dialog.finished.connect(dialog.deleteLater)
    asking.show(dialog)


def paint(data: bytes, printer: QPrinter, dpi: int = MOST_DPI) -> None:
    """Every page asked for, as large as the paper and never larger than it was made."""
    pages = PdfPages(data)
    first = max(printer.fromPage(), 1)
    last = printer.toPage() or len(pages.sizes)
    painter = QPainter(printer)
    for at in range(first - 1, min(last, len(pages.sizes))):
        if at > first - 1:
            printer.newPage()
        width, height = pages.sizes[at]
        sheet = printer.paperRect(QPrinter.Unit.DevicePixel)
        scale = min(sheet.width() / width, sheet.height() / height, printer.resolution() / POINTS_PER_INCH)
        image = pages.image(at, int(width * min(scale, dpi / POINTS_PER_INCH)))
        place = QRectF((sheet.width() - width * scale) / 2, 0, width * scale, height * scale)
        painter.drawImage(place, image)
    painter.end()
    pages.close()


def _printer(name: str) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    printer.setDocName(name)
    return printer
