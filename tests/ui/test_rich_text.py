import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget

from gmp_desktop.ui.look import Look
from gmp_desktop.ui.report.paragraph_editor import ParagraphEditor
from gmp_desktop.ui.widgets.plain_text import TextStyle
from gmp_desktop.ui.widgets.rich_text import NoteSign, make_document, marked, paint_document

WIDTH = 420
TEXTS = (
    "",
    "plain words",
    "some *italic*, some **bold** and m^2^",
    "a note[^ab-1] within and one at the end[^ab-2]",
    "literal \\* star and [brackets]",
    "two\nlines",
    "Zs\u00f3fia \u674e\u660e \u0645\u0631\u064a\u0645 \u0410\u043d\u043d\u0430",
)


@pytest.fixture
def style(look: Look) -> TextStyle:
    return TextStyle(look.font(11.5, serif=True), 20)


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_shown_is_read_back_unchanged(style: TextStyle, text: str) -> None:
    assert marked(make_document(text, {"ab-1": "1"}, style, WIDTH, NoteSign())) == text


def test_half_a_text_keeps_its_emphasis(style: TextStyle) -> None:
    document = make_document("one **two three** four", {}, style, WIDTH, NoteSign())

    assert marked(document, 0, 7) == "one **two**"
    assert marked(document, 7) == " **three** four"


def test_every_line_is_equally_high_whatever_stands_in_it(style: TextStyle) -> None:
    plain = make_document("words " * 40, {}, style, WIDTH, NoteSign())
    mixed = make_document("wo\u674es^2^ " * 40, {}, style, WIDTH, NoteSign())

    assert plain.size().height() % style.line == 0
    assert mixed.size().height() % style.line == 0


def test_opening_the_editor_moves_no_letter(qtbot, look: Look, style: TextStyle) -> None:
    text = "The *fifteenth* meeting of the **Partnership** was held[^ab-1] in the conference room " * 4
    sign = NoteSign()
    painted = make_document(text, {"ab-1": "1"}, style, WIDTH, sign)
    parent = QWidget()
    qtbot.addWidget(parent)
    editor = ParagraphEditor(make_document(text, {"ab-1": "1"}, style, WIDTH, sign), "x", parent)
    editor.setFixedSize(QSize(WIDTH, editor.height_wanted()))
    editor.setCursorWidth(0)

    image = QImage(editor.size(), QImage.Format.Format_RGB32)
    image.fill(look.color("base"))
    painter = QPainter(image)
    paint_document(painter, painted, editor.palette().text().color())
    painter.end()
    edited = QImage(editor.size(), QImage.Format.Format_RGB32)
    edited.fill(QColor("red"))
    editor.render(edited, QPoint(0, 0))

    assert edited == image
