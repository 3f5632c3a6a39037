"""What is in the window now; that there is something is part of the test."""

from gmp_desktop.domain.blocks import Document
from gmp_desktop.ui.report.paragraph_editor import ParagraphEditor
from gmp_desktop.ui.report.row import Row
from gmp_desktop.ui.workbench import Workbench


def current(window: Workbench) -> Row:
    row = window.report.list.current
    assert row is not None
    return row


def editor_of(window: Workbench) -> ParagraphEditor:
    editor = window.report.list.editor
    assert editor is not None
    return editor


def document_in(window: Workbench) -> Document:
    document = window.report.document
    assert document is not None
    return document
