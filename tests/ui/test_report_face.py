"""What the first paint shows."""

from uuid import uuid4

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer
from pytestqt.qtbot import QtBot

from gmp_desktop.domain.blocks import Document, DocumentKind, Paragraph
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.pages.report_face import ReportFace
from gmp_desktop.ui.widgets.paragraph_delegate import ParagraphDelegate


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
