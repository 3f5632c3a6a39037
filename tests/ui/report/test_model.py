from dataclasses import replace
from uuid import uuid4

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from gmp_desktop.domain.blocks import Document, DocumentKind, Footnote, Heading, Paragraph
from gmp_desktop.ui.report.model import ReportModel
from gmp_desktop.ui.report.rows import counted, name_of, rows_of

NOTE = uuid4()


@pytest.fixture
def document() -> Document:
    blocks = (
        Heading(uuid4(), "Opening"),
        Paragraph(uuid4(), f"One was opened.[^{NOTE}]"),
        Footnote(NOTE, "A note."),
        Paragraph(uuid4(), "Two was closed."),
        Paragraph(uuid4(), "A group spoke.", numbered=False, group="Waste"),
    )
    return Document(uuid4(), DocumentKind.REPORT, "Report", blocks)


@pytest.fixture
def model(qapp, document: Document) -> ReportModel:
    made = ReportModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.show(rows_of(document))
    return made


def said(model: ReportModel, at: int) -> str:
    return model.index(at).data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_row_says_what_it_is_and_what_stands_in_it(model: ReportModel) -> None:
    assert said(model, 1) == "Heading 1: Opening"
    assert said(model, 2) == "Paragraph 1: One was opened.1"
    assert said(model, 3) == "Note 1: A note."
    assert said(model, 5) == "Unnumbered paragraph, Group: Waste: A group spoke."


def test_only_what_changed_is_told(model: ReportModel, document: Document, qtbot) -> None:
    told: list[int] = []
    model.dataChanged.connect(lambda first, last: told.append(first.row()))
    changed = replace(document.blocks[3], text="Two was left open.")

    model.show(rows_of(replace(document, blocks=(*document.blocks[:3], changed, document.blocks[4]))))

    assert told == [4]


def test_a_new_row_leaves_the_others_and_renumbers_those_below(
    model: ReportModel, document: Document
) -> None:
    inserted: list[tuple[int, int]] = []
    model.rowsInserted.connect(lambda _, first, last: inserted.append((first, last)))
    new = Paragraph(uuid4(), "Between.")

    model.show(rows_of(replace(document, blocks=(*document.blocks[:3], new, *document.blocks[3:]))))

    assert inserted == [(4, 4)]
    assert said(model, 5).startswith("Paragraph 3")


def test_rows_that_changed_places_are_taken_out_and_put_in(model: ReportModel, document: Document) -> None:
    blocks = document.blocks
    moved = rows_of(replace(document, blocks=(blocks[0], blocks[3], blocks[1], blocks[2], blocks[4])))

    model.show(moved)

    assert [row.id for row in model.rows] == [row.id for row in moved]
    assert model.at(blocks[1].id) == 3


def test_a_list_has_no_children(model: ReportModel) -> None:
    assert model.rowCount(model.index(0)) == 0
    assert model.rowCount(QModelIndex()) == 6


def test_words_and_numbered_paragraphs_are_counted(document: Document) -> None:
    assert counted(rows_of(document)) == (13, 2)


def test_what_has_no_number_has_a_name(document: Document) -> None:
    rows = rows_of(document)

    assert [name_of(row) for row in rows][-1] == "unnumbered paragraph"
    assert name_of(rows[0]) == "front page"
