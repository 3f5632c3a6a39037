"""What a user may put on the page besides text: a word across it, and an image in the emblem's box."""

import math
from io import BytesIO

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from gmp_desktop.documents.clean import clean
from gmp_desktop.documents.pdf.layout import shipped_setter
from gmp_desktop.documents.pdf.lines import ENDLESS, Span
from gmp_desktop.documents.pdf.setter import Setter
from gmp_desktop.documents.pdf.styles import EMBLEM_BOX, Sheet, Style
from gmp_desktop.domain.errors import Refused
from gmp_desktop.domain.inline import escape

ANGLE = 54.0
LENGTH = 0.62
"""Of the page's diagonal."""
LARGEST = 150.0


def watermark_of(text: str, sheet: Sheet, setter: Setter | None) -> tuple[str, tuple[Span, ...]]:
    """The matrix that turns and centres the words, and the words; none for an empty text."""
    text = clean(text).strip()
    if not text:
        return "", ()
    setter = setter or shipped_setter()
    unit = setter.set(escape(text), Style(size=1, bold=True), ENDLESS)[0].spans
    size = min(
        LARGEST, LENGTH * math.hypot(sheet.width, sheet.height) / max(unit[-1].x + unit[-1].width, 0.1)
    )
    spans = setter.set(escape(text), Style(size=size, bold=True), ENDLESS)[0].spans
    width = spans[-1].x + spans[-1].width
    cos, sin = math.cos(math.radians(ANGLE)), math.sin(math.radians(ANGLE))
    x = sheet.width / 2 - cos * width / 2 + sin * size / 3
    y = sheet.height / 2 - sin * width / 2 - cos * size / 3
    return f"{cos:.4f} {sin:.4f} {-sin:.4f} {cos:.4f} {x:.2f} {y:.2f}", spans


def draw_emblem(canvas: Canvas, image: bytes, sheet: Sheet) -> None:
    """An image as large as its box allows."""
    left, top, width, height = EMBLEM_BOX
    try:
        reader = ImageReader(BytesIO(image))
        reader.getRGBData()  # type: ignore[no-untyped-call]
    except Exception as fault:
        raise Refused(
            "The emblem is not an image that can be read; nothing was written. Choose a PNG or JPEG file."
        ) from fault
    canvas.drawImage(
        reader,
        sheet.rule_left + left,
        sheet.height - top - height,
        width,
        height,
        preserveAspectRatio=True,
        anchor="nw",
        mask="auto",
    )
