"""The documents page on a real register; what the window does with it is tested with the window."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast
from uuid import UUID

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QMimeData, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget

from gmp_desktop.domain.meeting import DocumentStage, MeetingDocument
from gmp_desktop.domain.papers.kinds import PaperKind
from gmp_desktop.services.meetings import Meetings
from gmp_desktop.services.register import Register
from gmp_desktop.store.store import Store
from gmp_desktop.ui.asking import Asking
from gmp_desktop.ui.bench import Bench
from gmp_desktop.ui.commands import Commands
from gmp_desktop.ui.documents.lines import Column
from gmp_desktop.ui.documents.page import DocumentsPage
from gmp_desktop.ui.hub import Hub
from gmp_desktop.ui.jobs import Jobs
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.places import Place

STEM = "UNEP/Hg/PAG.15"


class Asked:
    """Instead of the system's dialogs: what was asked, and the answer given at once."""

    def __init__(self) -> None:
        self.answer: Any = None
        self.opened: list[Path] = []

    def file_to_open(self, title: str, filters: str, done: Callable[[Any], None]) -> None:
        done(self.answer)

    files_to_open = file_to_open

    def file_to_write(self, title: str, filters: str, name: str, done: Callable[[Any], None]) -> None:
        done(self.answer)

    def open_with_system(self, path: Path) -> None:
        self.opened.append(path)


class Desk:
    """A page with its record and what it said."""

    def __init__(
        self, page: DocumentsPage, store: Store, data: Path, meeting: UUID, commands: Commands
    ) -> None:
        self.page, self.store, self.meeting, self.commands = page, store, meeting, commands
        self.register = Register(store, data)
        self.said: list[str] = []
        for signal in (page.said, page.warned, page.removed):
            signal.connect(self.said.append)

    def documents(self) -> list[MeetingDocument]:
        return self.register.documents(self.meeting)

    def titles(self) -> list[str]:
        return [document.title for document in self.documents()]

    def shown(self, column: Column = Column.SYMBOL) -> list[str]:
        model = self.page.table.rows
        return [str(model.index(row, column).data() or "") for row in range(model.rowCount())]


@pytest.fixture
def store(fresh) -> Store:
    """Without the sample: its register is long."""
    return fresh()


@pytest.fixture
def asked() -> Asked:
    return Asked()


@pytest.fixture
def desk(qtbot: Any, look: Look, jobs: Jobs, store: Store, asked: Asked, tmp_path: Path) -> Desk:
    meetings, register = Meetings(store), Register(store, tmp_path)
    meeting = meetings.add(ordinal=15)
    bench = cast(Bench, SimpleNamespace(store=store, meetings=meetings, register=register))
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    window = QWidget()
    page = DocumentsPage(look, lambda: bench, jobs, cast(Asking, asked), settings, window)
    hub = Hub(page)
    store.subscribe(hub.announce)
    hub.changed.connect(page.on_changed)
    qtbot.addWidget(window)
    commands = Commands(window)
    page.offer(commands)
    page.resize(1200, 700)
    window.resize(1200, 700)
    window.show()
    page.show_meeting(meetings.get(meeting))
    page.enable(True)
    return Desk(page, store, tmp_path, meeting, commands)


@pytest.fixture
def filled(desk: Desk) -> Desk:
    for symbol, title in (("/1", ""), ("/3", "Progress"), ("INF/1", "Laboratories"), ("CRP.1", "Groups")):
        desk.register.add(desk.meeting, symbol=symbol, title=title)
    desk.page.go_to(desk.documents()[1].id)
    return desk


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    file = tmp_path / "UNEP_Hg_PAG.15_3.pdf"
    file.write_bytes(b"An invented paper.")
    return file


def test_an_empty_register_says_what_comes_next(desk: Desk) -> None:
    assert desk.page.desk._body.currentWidget() is desk.page.empty
    assert not desk.page.side.isVisible()
    assert desk.page.facts() == ("", "", "")


def test_documents_stand_by_section_under_their_short_symbols(filled: Desk) -> None:
    assert filled.shown() == [
        "Working documents 2",
        "/1",
        "/3",
        "Information documents 1",
        "INF/1",
        "In-session documents 1",
        "CRP.1",
    ]
    assert filled.page.facts()[:2] == ("4 documents", "4 without a file")


def test_the_model_keeps_to_the_rules_of_models(filled: Desk) -> None:
    tester = QAbstractItemModelTester(
        filled.page.table.rows, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    filled.page.filter.setText("prog")
    filled.page.filter.clear()
    assert tester.model() is filled.page.table.rows


def test_the_arrows_pass_over_the_heads(filled: Desk, qtbot: Any) -> None:
    table = filled.page.table
    qtbot.keyClick(table, Qt.Key.Key_Down)

    assert table.rows.line(table.currentIndex().row()) is not None
    assert table.current == filled.documents()[2].id


def test_a_filter_finds_without_marks_and_capitals(filled: Desk) -> None:
    filled.register.edit(filled.documents()[1].id, title="Propósitos")
    filled.page.filter.setText("PROPOS")

    assert filled.shown() == ["Working documents 1", "/3"]


def test_the_selected_document_is_edited_beside_the_list(filled: Desk, qtbot: Any) -> None:
    inspector = filled.page.inspector
    qtbot.keyClick(filled.page.table, Qt.Key.Key_F2)
    inspector.title.setPlainText("Progress of the areas")
    inspector.issued_on.setText("10 November 2026")
    inspector.issued_on.editingFinished.emit()
    inspector.languages.setText("en; fr")
    inspector.languages.editingFinished.emit()
    inspector.stage.setCurrentIndex(3)
    inspector.stage.activated.emit(3)
    filled.page.leave()

    document = filled.documents()[1]
    assert (document.title, document.issued_on) == ("Progress of the areas", date(2026, 11, 10))
    assert (document.languages, document.stage) == (("en", "fr"), DocumentStage.ISSUED)


def test_what_is_typed_is_kept_for_the_document_one_leaves(filled: Desk) -> None:
    first, *_ = filled.documents()
    filled.page.inspector.title.setPlainText("Progress of the areas")
    filled.page.table.go(first.id)

    assert filled.titles()[:2] == ["Provisional agenda", "Progress of the areas"]
    assert filled.page.inspector.title.words == "Provisional agenda"


@pytest.mark.parametrize(("typed", "words"), [("/1", "already"), (f"{STEM}//3", "Two slashes")])
def test_a_symbol_that_cannot_be_is_told_as_one_types(
    typed: str, words: str, filled: Desk, qtbot: Any
) -> None:
    symbol = filled.page.inspector.symbol
    symbol.field.selectAll()
    qtbot.keyClicks(symbol.field, typed)

    assert words in symbol.sentence
    assert symbol.field.property("wrong") == "1"

    filled.page.leave()
    assert filled.documents()[1].symbol == f"{STEM}/3"
    assert filled.said[-1].endswith("The symbol stays as it was.")


def test_a_better_symbol_is_kept_when_the_field_is_left(filled: Desk) -> None:
    symbol = filled.page.inspector.symbol
    symbol.field.setText("/5")
    symbol.field.editingFinished.emit()

    assert filled.documents()[1].symbol == f"{STEM}/5"
    assert filled.page.table.current == filled.documents()[1].id


def test_a_new_document_has_the_next_symbol(filled: Desk, qtbot: Any) -> None:
    filled.page.begin_new()
    assert filled.page.new.symbol.symbol == f"{STEM}/2"

    qtbot.keyClicks(filled.page.new.title, "Annotations")
    qtbot.keyClick(filled.page.new.title, Qt.Key.Key_Return)

    assert filled.documents()[1].symbol == f"{STEM}/2"
    assert filled.page.table.current == filled.documents()[1].id


def test_another_kind_proposes_another_symbol_and_keeps_the_title(filled: Desk, qtbot: Any) -> None:
    filled.page.begin_new()
    filled.page.new.title.setPlainText("Corrections")
    filled.page.new.kind.setCurrentIndex(6)

    assert filled.page.new.symbol.symbol == f"{STEM}/3/Corr.1"
    assert filled.page.new.title.words == "Corrections"


def test_a_new_document_can_be_left(filled: Desk, qtbot: Any) -> None:
    filled.page.begin_new()
    qtbot.keyClick(filled.page.new.title, Qt.Key.Key_Escape)

    assert len(filled.documents()) == 4
    assert filled.page.side.form is filled.page.inspector


def test_a_pasted_list_is_looked_at_and_registered_in_one_step(filled: Desk, qtbot: Any) -> None:
    QGuiApplication.clipboard().setText(f"1. {STEM}/4 Outreach\n/3 Again\nPAG.15//9 Wrong\nHeading")
    qtbot.keyClick(filled.page.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    review = filled.page.review

    assert [review.rows.becomes(row)[:20] for row in range(4)] == [
        "new",
        "There is a document ",
        "No series of documen",
        "left out",
    ]
    assert review.take.text() == "Register 1 document"
    assert len(filled.documents()) == 4

    review.rows.setData(review.rows.index(1, 0), "/5")
    assert review.take.text() == "Register 2 documents"
    review.take.click()

    assert filled.titles()[:4] == ["Provisional agenda", "Progress", "Outreach", "Again"]
    filled.store.undo()
    assert len(filled.documents()) == 4


def test_space_leaves_a_line_out(filled: Desk, qtbot: Any) -> None:
    filled.page.review_text("/4 Outreach\n/5 Role")
    qtbot.keyClick(filled.page.review.table, Qt.Key.Key_Space)

    assert filled.page.review.rows.becomes(0) == "left out"
    assert len(filled.page.review.rows.accepted()) == 1

    qtbot.keyClick(filled.page.review.table, Qt.Key.Key_Escape)
    assert len(filled.documents()) == 4


def test_a_list_is_pasted_into_the_empty_place_too(desk: Desk, qtbot: Any) -> None:
    QGuiApplication.clipboard().setText("UNEP/Hg/PAG.15/1 Provisional agenda\nUNEP/Hg/PAG.15/2 Progress")

    qtbot.keyClick(desk.page.empty, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert [line.symbol for line in desk.page.review.rows.lines] == [f"{STEM}/1", f"{STEM}/2"]


def test_one_filled_button_stands_in_the_place(desk: Desk, filled: Desk) -> None:
    assert desk.page.desk.making.isVisible()
    for document in filled.documents():
        filled.page._bench().register.remove(document.id)

    assert not desk.page.desk.making.isVisible()


def test_an_empty_clipboard_is_told(filled: Desk) -> None:
    filled.page.review_text("  \n")
    assert "holds no text" in filled.said[-1]


def test_dropped_files_become_documents_or_files_of_those_that_are_here(
    filled: Desk, paper: Path, qtbot: Any
) -> None:
    other = paper.with_name("Assay_methods.pdf")
    other.write_bytes(b"Another invented paper.")
    drop(filled.page, [paper, other])
    rows = filled.page.review.rows
    qtbot.waitUntil(lambda: len(rows.lines) == 2)
    assert rows.becomes(0) == "file for /3"

    rows.setData(rows.index(1, 0), "INF/2")
    filled.page.review.take.click()
    qtbot.waitUntil(lambda: len(filled.documents()) == 5)

    assert [len(document.attachments) for document in filled.documents()] == [0, 1, 0, 1, 0]
    assert filled.titles()[3] == "Assay methods"


def drop(page: DocumentsPage, files: list[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    page.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def test_a_file_is_attached_opened_exported_and_taken_off(
    filled: Desk, asked: Asked, paper: Path, qtbot: Any
) -> None:
    asked.answer = paper
    filled.page.inspector.files.asked_to_attach.emit()
    qtbot.waitUntil(lambda: bool(filled.documents()[1].attachments))
    assert filled.shown(Column.FILE)[2] == paper.name

    filled.commands["documents-open"].trigger()
    qtbot.waitUntil(lambda: bool(asked.opened))
    assert asked.opened[0].read_bytes() == paper.read_bytes()

    asked.answer = paper.with_name("out.pdf")
    qtbot.waitUntil(lambda: not filled.page.files.busy)
    filled.commands["documents-export"].trigger()
    qtbot.waitUntil(lambda: "“out.pdf” is written." in filled.said)

    filled.page.inspector.files.asked_to_detach.emit(filled.documents()[1].attachments[0])
    assert filled.documents()[1].attachments == ()
    assert filled.said[-1] == paper.name


def test_a_file_that_cannot_be_taken_in_is_a_sentence(
    filled: Desk, asked: Asked, tmp_path: Path, qtbot: Any
) -> None:
    asked.answer = tmp_path / "gone.pdf"
    filled.page.inspector.files.asked_to_attach.emit()
    qtbot.waitUntil(lambda: bool(filled.said))

    assert filled.said == ["“gone.pdf” was not attached. It is not there. Check the name and the folder."]
    assert filled.page.strip.isHidden()


def test_copying_can_be_cancelled(filled: Desk, asked: Asked, paper: Path) -> None:
    asked.answer = paper
    filled.page.inspector.files.asked_to_attach.emit()
    filled.page.strip.cancelled.emit()

    assert not filled.page.files.busy
    assert filled.said == ["Stopped. Nothing was changed."]


def test_delete_removes_and_says_what(filled: Desk, qtbot: Any) -> None:
    qtbot.keyClick(filled.page.table, Qt.Key.Key_Delete)

    assert len(filled.documents()) == 3
    assert filled.said == ["/3"]
    filled.store.undo()
    assert len(filled.documents()) == 4


def test_rows_copy_for_a_spreadsheet(filled: Desk, qtbot: Any) -> None:
    filled.page.table.selectAll()
    qtbot.keyClick(filled.page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 4
    assert lines[1].split("\t")[:2] == [f"{STEM}/3", "Progress"]


def test_sorting_and_columns_are_remembered(filled: Desk, look: Look, tmp_path: Path, qtbot: Any) -> None:
    from gmp_desktop.ui.documents.table import RegisterTable

    head = filled.page.table.horizontalHeader()
    head.sectionClicked.emit(int(Column.TITLE))
    head.sectionClicked.emit(int(Column.TITLE))
    filled.page.table.show_column(Column.STAGE, False)
    assert filled.shown()[1:3] == ["/1", "/3"]

    filled.page.table._settings.sync()
    again = RegisterTable(look, QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(again)
    again.resize(1200, 400)
    again.show()
    assert (again.rows.column, again.rows.downwards) == (Column.TITLE, True)
    assert again.isColumnHidden(Column.STAGE)


def test_what_is_only_cited_can_be_taken_into_the_register(filled: Desk) -> None:
    from gmp_desktop.domain.ops import Op
    from gmp_desktop.store.tables import DocumentRow

    with filled.store.write(Op.IMPORT) as session:
        session.add(DocumentRow(meeting_id=filled.meeting, symbol="MC-4/12", cited=True))
    assert filled.shown()[-2:] == ["Cited by others 1", "MC-4/12"]

    filled.page.go_to(filled.documents()[-1].id)
    filled.page.inspector.adopted.emit(filled.documents()[-1].id)
    assert "Other papers 1" in filled.shown()


def test_commands_can_be_chosen_exactly_when_they_can_be_done(filled: Desk) -> None:
    names = [name for name in ("new", "open", "remove") if filled.commands[f"documents-{name}"].isEnabled()]
    assert names == ["new", "remove"]

    filled.page.enable(False)
    assert not any(command.action.isEnabled() for command in filled.commands.all())


def test_the_palette_finds_documents(filled: Desk, qtbot: Any) -> None:
    entries = list(filled.page.entries())
    assert entries[1].words == "/3  Progress"

    with qtbot.waitSignal(filled.page.asked_to_go) as asked:
        entries[1].run()
    assert asked.args == [Place.DOCUMENTS, filled.documents()[1].id]


def test_agenda_items_are_ticked(filled: Desk, qtbot: Any) -> None:
    from gmp_desktop.domain.ops import Op
    from gmp_desktop.store.tables import AgendaItemRow

    with filled.store.write(Op.ADD_AGENDA_ITEM) as session:
        session.add(AgendaItemRow(meeting_id=filled.meeting, title="Opening", order_key="a0"))
    qtbot.keyClick(filled.page.inspector.items, Qt.Key.Key_Space)
    assert filled.shown(Column.ITEM)[2] == "1"

    qtbot.keyClick(filled.page.inspector.items, Qt.Key.Key_Space)
    assert filled.shown(Column.ITEM)[2] == ""


def test_the_list_of_the_meeting_before_is_offered(desk: Desk) -> None:
    meetings = Meetings(desk.store)
    before = meetings.add(ordinal=14)
    desk.register.add(before, symbol="INF/1", title="Laboratories")
    desk.page.show_meeting(meetings.get(desk.meeting))
    assert desk.page._over.text() == "Take over the list of PAG-14"

    desk.page._over.click()
    desk.page.review.take.click()

    assert [document.symbol for document in desk.documents()] == [f"{STEM}/INF/1"]


def test_the_list_of_documents_can_be_asked_for(filled: Desk, qtbot: Any) -> None:
    with qtbot.waitSignal(filled.page.asked_for_papers) as told:
        filled.page.ask_for_list()
    assert told.args == [PaperKind.DOCUMENTS]
