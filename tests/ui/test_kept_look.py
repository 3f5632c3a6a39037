"""The first window out of what was kept: the same as out of the record, or the record is asked."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gmp_desktop.domain.blocks import Footnote, Paragraph, Table
from gmp_desktop.domain.meeting import State
from gmp_desktop.store import first_look
from gmp_desktop.store.glance import glance
from gmp_desktop.store.store import Store
from gmp_desktop.ui import kept_look as module
from gmp_desktop.ui.kept_look import EarlyId, keep_look, kept_look
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.report.face import ReportFace
from gmp_desktop.ui.report.row import Row
from gmp_desktop.ui.report.rows import rows_of, spoken
from gmp_desktop.ui.start import FILE, Program
from gmp_desktop.ui.widgets.header import Header

ROOM = 30


@pytest.fixture
def record(sample_file: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(sample_file, tmp_path / FILE))


def damage(record: Path, change: Callable[[list[list[str]]], Any]) -> None:
    """Another content in a file that is whole."""
    lines = first_look.kept(record, module._form())
    assert lines
    change(lines)
    first_look.keep(record, module._form(), lambda: lines)


def test_an_early_id_is_that_of_the_record() -> None:
    id = uuid4()
    early = EarlyId(id.hex, 16)
    assert (early == id, id == early, early != id, id != early) == (True, True, False, False)
    assert {early: 1}[id] == 1  # type: ignore[index]
    assert early != uuid4()
    assert early != "x"


def test_the_rows_kept_are_those_of_the_record(record: Path) -> None:
    keep_look(record, ROOM)
    kept, seen = kept_look(record, ROOM), glance(record, ROOM)
    assert kept
    assert seen
    assert seen.document
    assert seen.meeting
    rows = rows_of(seen.document)
    assert [row._replace(block=None, called="") for row in rows] == [
        row._replace(called="") for row in kept.rows
    ]
    assert [spoken(row) for row in rows] == [f"{row.called}: {row.plain}" for row in kept.rows]
    assert (kept.code, kept.state) == (seen.meeting.code, seen.meeting.state.value)
    assert kept.facts
    assert kept.symbol


def test_a_window_with_more_room_asks_the_record(record: Path) -> None:
    keep_look(record, 5)
    assert kept_look(record, 5)
    assert kept_look(record, 6) is None


def test_a_report_kept_whole_fits_any_window(record: Path) -> None:
    keep_look(record, 10_000)
    assert kept_look(record, 100_000)


def test_notes_and_tables_come_back(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = glance(record, 2)
    assert seen
    assert seen.document
    note = Footnote(uuid4(), "Issued *without* editing.")
    blocks = (
        Paragraph(uuid4(), f"Said.[^{note.id}]", group="X"),
        Table(uuid4(), (("a", ""), ("", "d\u2028e")), 0),
        note,
    )
    document = replace(seen.document, blocks=blocks)
    monkeypatch.setattr("gmp_desktop.store.glance.glance", lambda *_: replace(seen, document=document))
    keep_look(record, ROOM)
    kept = kept_look(record, 2)
    assert kept
    assert [row.cells for row in kept.rows] == [(), (), (("a", ""), ("", "d\u2028e"))]
    assert kept.rows[1].notes == ((str(note.id), "1"),)
    assert kept.rows[2].header_rows == 0


@pytest.mark.parametrize("sign", "\x1c\x1d\x1e\x1f")
def test_signs_that_part_words_are_not_kept(record: Path, sign: str, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = glance(record, 2)
    assert seen
    assert seen.document
    document = replace(seen.document, blocks=(Table(uuid4(), ((f"a{sign}b",),)),))
    monkeypatch.setattr("gmp_desktop.store.glance.glance", lambda *_: replace(seen, document=document))
    keep_look(record, ROOM)
    assert kept_look(record, 1) is None


@pytest.mark.parametrize(
    "change",
    [
        lambda lines: lines[0].pop(),
        lambda lines: lines[1].pop(),
        lambda lines: lines[1].append(""),
        lambda lines: lines[1].__setitem__(0, "no number"),
        lambda lines: lines[1].__setitem__(3, "odd"),
        lambda lines: lines[1].__setitem__(5, "item x"),
        lambda lines: lines[1].__setitem__(9, "many"),
    ],
)
def test_lines_of_another_shape_are_passed_over(
    record: Path, change: Callable[[list[list[str]]], Any]
) -> None:
    keep_look(record, ROOM)
    damage(record, change)
    assert kept_look(record, 2) is None


class French(QTranslator):
    def translate(self, context: str, text: str, *_: object) -> str:
        return "Page de titre" if text == "Front page" else ""

    def isEmpty(self) -> bool:
        return False


def test_an_interface_in_another_language_asks_the_record(record: Path, qapp: QApplication) -> None:
    keep_look(record, ROOM)
    french = French()
    QCoreApplication.installTranslator(french)
    try:
        assert kept_look(record, ROOM) is None
    finally:
        QCoreApplication.removeTranslator(french)
    assert kept_look(record, ROOM)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.usefixtures("qtbot")
def test_the_first_paint_is_the_same_picture(record: Path, look: Look, qtbot: QtBot, scheme: str) -> None:
    keep_look(record, ROOM)
    kept, seen = kept_look(record, ROOM), glance(record, ROOM)
    assert kept
    assert seen
    assert seen.document
    look.choose(type(look.scheme)(scheme))
    one, other = ReportFace(look), ReportFace(look)
    for face in (one, other):
        qtbot.addWidget(face)
        face.resize(900, 700)
    one.show_rows(kept.symbol, kept.rows)
    other.show_document(seen.document, complete=False)
    assert one.grab().toImage() == other.grab().toImage()
    other.show_rows(kept.symbol, kept.rows)
    assert one.grab().toImage() == other.grab().toImage()
    look.choose(type(look.scheme)("system"))


def test_rows_stay_where_they_are_when_the_record_brings_them(record: Path, look: Look, qtbot: QtBot) -> None:
    keep_look(record, ROOM)
    kept, seen = kept_look(record, ROOM), glance(record, ROOM)
    assert kept
    assert seen
    assert seen.document
    face = ReportFace(look)
    qtbot.addWidget(face)
    face.show_rows(kept.symbol, kept.rows)
    face.list.go(kept.rows[4].id)
    with (
        qtbot.assertNotEmitted(face.list.rows.rowsRemoved),
        qtbot.assertNotEmitted(face.list.rows.rowsInserted),
    ):
        face.show_document(seen.document, complete=False)
    assert face.list.current is not None
    assert face.list.current.block == seen.document.blocks[3]


def test_the_head_has_a_stage_for_every_state(look: Look, qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QMenu

    header = Header(look, QMenu())
    qtbot.addWidget(header)
    assert set(header._stages) == {state.value for state in State}
    stages = list(header._stages.values())
    with qtbot.waitSignal(header.state_chosen) as chosen:
        stages[1].click()
    assert chosen.args == [State.IN_SESSION]


# The program


def at_first_paint(program: Program, qtbot: QtBot) -> None:
    with qtbot.waitSignal(program.window.painted, timeout=20_000):
        program.show(None, None)


Start = Callable[[], Program]


@pytest.fixture
def start(qapp: QApplication, tmp_path: Path) -> Any:
    interval, hook = sys.getswitchinterval(), sys.excepthook
    made: list[Program] = []

    def begin() -> Program:
        made.append(Program(qapp, tmp_path, None))
        return made[-1]

    yield begin
    for program in made:
        program.window.close()
        program.end()
        program.window.deleteLater()
    sys.setswitchinterval(interval)
    sys.excepthook = hook


def closed(program: Program, qtbot: QtBot) -> None:
    at_first_paint(program, qtbot)
    qtbot.waitUntil(lambda: program.is_whole, timeout=20_000)
    program.window.close()
    program.end()


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_a_window_closed_is_the_first_look_of_the_next(start: Start, record: Path, qtbot: QtBot) -> None:
    closed(start(), qtbot)
    assert kept_look(record, 5)
    program, seen = start(), list[Row]()
    program.window.painted.connect(lambda: seen.extend(program.face.list.rows.rows))
    at_first_paint(program, qtbot)
    assert all(row.called for row in seen)
    shown = [row.text for row in seen]
    qtbot.waitUntil(lambda: program.is_whole, timeout=20_000)
    assert [row.text for row in program.face.list.rows.rows][: len(shown)] == shown
    assert all(row.block for row in program.face.list.rows.rows[1:])


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_a_killed_program_leaves_none(start: Start, record: Path, qtbot: QtBot) -> None:
    keep_look(record, ROOM)
    program = start()
    at_first_paint(program, qtbot)
    qtbot.waitUntil(lambda: program.is_whole, timeout=20_000)
    assert kept_look(record, 1) is None
    assert not list(record.parent.glob("*.look*"))


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_what_was_written_elsewhere_since_is_shown(start: Start, record: Path, qtbot: QtBot) -> None:
    keep_look(record, ROOM)
    store = Store.open(record)
    store.undo()
    store.close()
    program = start()
    program.show(None, None)
    assert program._looked
    qtbot.waitUntil(lambda: program.is_whole, timeout=20_000)


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_the_first_start_of_all_keeps_nothing(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    closed(start(), qtbot)
    assert not list(tmp_path.glob("*.look*"))


def test_the_first_paint_needs_no_record_and_no_values(record: Path) -> None:
    keep_look(record, 200)
    code = """
import json, os, sys
from pathlib import Path
from gmp_desktop.app import run
late = ("sqlcipher3", "uuid", "platform", "gmp_desktop.domain.blocks", "gmp_desktop.domain.meeting")
def painted():
    print(json.dumps([name for name in late if name in sys.modules]), flush=True)
    os._exit(0)
run(Path(sys.argv[1]), None, None, painted=painted)
"""
    done = subprocess.run(
        [sys.executable, "-c", code, record.parent], capture_output=True, text=True, timeout=60, check=False
    )
    assert json.loads(done.stdout) == [], done.stderr
