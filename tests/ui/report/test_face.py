"""What the first paint shows."""

from uuid import uuid4

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer
from pytestqt.qtbot import QtBot

from gmp_desktop.domain.blocks import Document, DocumentKind, Paragraph
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.report.face import ReportFace
from gmp_desktop.ui.report.paragraph_delegate import ParagraphDelegate
from gmp_desktop.ui.report.paragraph_list import ParagraphList
from gmp_desktop.ui.report.style import style_of
from gmp_desktop.ui.widgets.plain_text import TextStyle, first_baseline
from gmp_desktop.ui.widgets.rich_text import NoteSign, make_document


class AfterFirstPaint(QObject):
    def __init__(self, painted: list[str]) -> None:
        super().__init__()
        self._painted, self.seen = painted, list[int]()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self.seen:
            QTimer.singleShot(0, self, lambda: self.seen.append(len(self._painted)))
        return False


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_the_first_paint_has_the_paragraphs_in_it(
    qtbot: QtBot, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[str] = []
    monkeypatch.setattr(
        ParagraphDelegate, "_text", lambda self, painter, place, row, style: painted.append(row.text)
    )
    face, after = ReportFace(look), AfterFirstPaint(painted)
    qtbot.addWidget(face)
    face.resize(800, 600)
    blocks = tuple(Paragraph(uuid4(), f"Paragraph {number}.") for number in range(60))
    face.show_document(Document(uuid4(), DocumentKind.REPORT, "A report", blocks))
    face.list.viewport().installEventFilter(after)
    face.show()
    qtbot.waitUntil(lambda: bool(after.seen))
    assert after.seen[0] > 10


def test_a_row_laid_out_for_another_width_wraps_anew(qtbot: QtBot, look: Look) -> None:
    face = ReportFace(look)
    qtbot.addWidget(face)
    face.show_document(Document(uuid4(), DocumentKind.REPORT, "T", (Paragraph(uuid4(), "word " * 60),)))
    row = face.list.rows.rows[1]
    wide = face.list.delegate.document(row, 400).size().height()
    assert face.list.delegate.document(row, 200).size().height() > wide
    assert face.list.delegate.document(row, 400).size().height() == wide


def test_a_label_stands_on_the_first_line_of_its_text(qtbot: QtBot, look: Look) -> None:
    for points, weight, serif, line in ((11.5, 400, True, 20), (14, 700, True, 24), (10, 500, False, 18)):
        style = TextStyle(look.font(points, weight, serif=serif), line)
        document = make_document("x", {}, style, 400, NoteSign(look))
        first = document.begin().layout().lineAt(0)

        assert first_baseline(style) == first.y() + first.ascent()


def long_report(count: int) -> Document:
    words = "The group agreed on what was said about the matter. "
    blocks = tuple(Paragraph(uuid4(), words * (1 + number % 9)) for number in range(count))
    return Document(uuid4(), DocumentKind.REPORT, "A report", blocks)


@pytest.fixture
def tall(qtbot: QtBot, look: Look) -> ReportFace:
    """A long report in a window that shows a few of its paragraphs."""
    face = ReportFace(look)
    qtbot.addWidget(face)
    face.resize(800, 600)
    face.show_document(long_report(120))
    return face


def exact(rows: ParagraphList) -> bool:
    """Whether every row is as high as its text."""
    return all(
        rows.visualRect(rows.rows.index(at)).height()
        == rows.delegate.places(row, rows.delegate.width).text.height()
        + style_of(row, rows._look).above
        + style_of(row, rows._look).below
        for at, row in enumerate(rows.rows.rows)
    )


def laid_out(rows: ParagraphList) -> int:
    return sum(rows.delegate.has_laid_out(row) for row in rows.rows.rows)


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_only_what_the_window_shows_is_laid_out_before_it(qtbot: QtBot, tall: ReportFace) -> None:
    with qtbot.waitExposed(tall):
        tall.show()

    assert 3 < laid_out(tall.list) < 60


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_the_rest_is_laid_out_by_and_by(qtbot: QtBot, tall: ReportFace) -> None:
    tall.show()

    qtbot.waitUntil(lambda: laid_out(tall.list) == tall.list.rows.rowCount() and exact(tall.list))


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_who_scrolls_sees_no_row_at_a_place_that_was_guessed(qtbot: QtBot, tall: ReportFace) -> None:
    tall.show()

    tall.list.go(tall.list.rows.rows[-1].id)

    assert exact(tall.list)
    assert (
        tall.list.visualRect(tall.list.rows.index(tall.list.rows.rowCount() - 1)).bottom()
        < tall.list.height()
    )


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_the_text_keeps_its_width_when_the_scroll_bar_comes(qtbot: QtBot, look: Look) -> None:
    face = ReportFace(look)
    qtbot.addWidget(face)
    face.resize(800, 600)
    face.show_document(long_report(1))
    face.show()
    qtbot.waitExposed(face)
    before = face.list.delegate.width

    face.show_document(long_report(60))
    qtbot.waitUntil(lambda: face.list.verticalScrollBar().isVisible())

    assert face.list.delegate.width == before
