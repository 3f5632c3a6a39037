"""Icons drawn without Qt's SVG library look as they do with it."""

from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from gmp_desktop.paths import shipped
from gmp_desktop.ui.icons import Icons

FILES = sorted(shipped("resources", "icons").glob("*.svg"))
COLOR = QColor("#123456")


def by_svg(file: Path, size: int) -> QImage:
    pixmap = QPixmap(QSize(size, size))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(file.read_bytes().replace(b"currentColor", b"#123456"))).render(painter)
    painter.end()
    return pixmap.toImage()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_icon_is_drawn_as_its_file_says(file: Path) -> None:
    icons = Icons()
    for size in (14, 16, 32):
        assert icons.pixmap(file.stem, size, COLOR).toImage() == by_svg(file, size)


@pytest.mark.usefixtures("qapp")
def test_an_icon_that_points_is_turned_round_for_text_from_right_to_left() -> None:
    icons = Icons()
    there = icons.pixmap("chevron-right", 16, COLOR).toImage()

    back = icons.pixmap("chevron-right", 16, COLOR, mirrored=True).toImage()

    assert back != there
    for x, y in product(range(16), range(16)):
        assert abs(back.pixelColor(15 - x, y).alpha() - there.pixelColor(x, y).alpha()) < 40
