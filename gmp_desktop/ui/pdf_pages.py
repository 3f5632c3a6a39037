"""The pages of a PDF as images: for the page view and for the printer. Used by one thread at a time."""

from threading import Lock

from PySide6.QtGui import QImage

_PDFIUM = Lock()
"""PDFium itself is not made for threads."""

POINTS_PER_INCH = 72


class PdfPages:
    """The bytes of one PDF, opened."""

    def __init__(self, data: bytes) -> None:
        import pypdfium2

        with _PDFIUM:
            self._document = pypdfium2.PdfDocument(data)
            self.sizes = [self._document.get_page_size(at) for at in range(len(self._document))]

    def image(self, page: int, width: int, paper: tuple[int, int, int] = (255, 255, 255)) -> QImage:
        """One page, so many pixels wide, on paper of that colour."""
        with _PDFIUM:
            opened = self._document[page]
            bitmap = opened.render(
                scale=width / self.sizes[page][0],
                fill_color=(*paper, 255),
                rev_byteorder=False,
                prefer_bgrx=True,
            )
            image = QImage(
                bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
            ).copy()
            bitmap.close()
            opened.close()
        return image

    def close(self) -> None:
        with _PDFIUM:
            self._document.close()
