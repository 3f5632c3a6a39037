"""Pictures in the line of text, and the QR code as one."""

from io import BytesIO
from typing import Any
from xml.etree.ElementTree import Element

from gmp_desktop.documents.docx.nodes import NAMES, node, plain

_MASK = 0
"""As on the printed badges: any mask can be read."""
_SHARP = 12
"""Pixels to a module."""
_EMU = 12_700
"""Of which pictures are measured in, to the point."""


def qr_png(text: str) -> bytes:
    """A pixel for every module: a program that shows it larger keeps its edges, for it has no colours between."""
    from PIL import Image
    from reportlab.graphics.barcode import qrencoder

    code: Any = qrencoder.QRCode(1, qrencoder.QRErrorCorrectLevel.M)
    code.addData(text)
    code.makeImpl(False, _MASK)
    count = code.getModuleCount()
    picture = Image.new("1", (count, count), 1)
    for row in range(count):
        for column in range(count):
            if code.isDark(row, column):
                picture.putpixel((column, row), 0)
    file = BytesIO()
    picture.resize((count * _SHARP, count * _SHARP), Image.Resampling.NEAREST).save(
        file, "PNG", optimize=True
    )
    return file.getvalue()


def picture(id: str, number: int, width: float, height: float, told: str = "") -> Element:
    """The run of a picture so many points large; ``told`` is what a reader hears of it."""
    size = {"cx": round(width * _EMU), "cy": round(height * _EMU)}
    name = {"id": number, "name": f"Picture {number}"}
    blip = plain("a:blip")
    blip.set("r:embed", id)
    shown = plain(
        "pic:pic",
        plain("pic:nvPicPr", plain("pic:cNvPr", **name), plain("pic:cNvPicPr")),
        plain("pic:blipFill", blip, plain("a:stretch", plain("a:fillRect"))),
        plain(
            "pic:spPr",
            plain("a:xfrm", plain("a:off", x=0, y=0), plain("a:ext", **size)),
            plain("a:prstGeom", plain("a:avLst"), prst="rect"),
        ),
    )
    inline = plain(
        "wp:inline",
        plain("wp:extent", **size),
        plain("wp:docPr", **name, descr=told),
        plain("a:graphic", plain("a:graphicData", shown, uri=NAMES["pic"])),
        distT=0,
        distB=0,
        distL=0,
        distR=0,
    )
    return node("r", node("drawing", inline))
