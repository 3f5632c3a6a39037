"""The pages of the meeting desk in the whole window: what leads from one to the other, and back."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog

from gmp_desktop.domain.meeting import State
from gmp_desktop.ui.importing.page import ParticipantImportPage
from gmp_desktop.ui.pages.papers_page import PapersPage
from gmp_desktop.ui.palette_entries import entries
from gmp_desktop.ui.places import Place
from gmp_desktop.ui.workbench import Workbench


@pytest.fixture
def desk(window: Workbench) -> Workbench:
    window.go(Place.PARTICIPANTS)
    return window


def here(desk: Workbench) -> Any:
    return desk.window.pages.currentWidget()


def chosen(desk: Workbench, words: str) -> None:
    """What one finds by these words in the palette."""
    offered = entries(desk, desk.commands, desk.meetings, ())
    next(entry for entry in offered if entry.words == words).run()


def test_an_import_under_way_is_there_again_when_one_comes_back(
    desk: Workbench, tmp_path: Path, qtbot: Any
) -> None:
    file = tmp_path / "registrations.csv"
    file.write_text("Name;Organisation\nAmina Diallo;Lakes\n", "utf-8")
    desk.desk.take_people(file)
    page = here(desk)
    qtbot.waitUntil(lambda: not desk.jobs.busy and bool(page.columns._rows))

    desk.go(Place.AGENDA)
    desk.go(Place.PARTICIPANTS)

    assert isinstance(here(desk), ParticipantImportPage)
    page.foot.cancel.click()
    assert here(desk) is desk.desk.page(Place.PARTICIPANTS)
    desk.go(Place.AGENDA)
    desk.go(Place.PARTICIPANTS)
    assert here(desk) is desk.desk.page(Place.PARTICIPANTS)


def test_nothing_of_the_page_it_covers_can_be_done_in_an_import(desk: Workbench, tmp_path: Path) -> None:
    file = tmp_path / "registrations.csv"
    file.write_text("Name;Organisation\nAmina Diallo;Lakes\n", "utf-8")
    assert desk.commands["register"].isEnabled()

    desk.desk.take_people(file)

    assert not desk.commands["register"].isEnabled()
    assert desk.window.status._facts.text() == ""
    here(desk).foot.cancel.click()
    assert desk.commands["register"].isEnabled()


def test_the_stage_of_the_meeting_is_set_from_the_palette(desk: Workbench) -> None:
    chosen(desk, "Stage: Issued")

    assert desk.meeting
    assert desk.meeting.state is State.ISSUED


def test_the_foot_of_the_window_follows_the_sitting_one_ticks_for(desk: Workbench) -> None:
    told = {}
    for half in ("a.m.", "p.m."):
        offered = [entry.words for entry in here(desk).entries()]
        chosen(desk, next(words for words in offered if words.startswith("Tick") and words.endswith(half)))
        told[half] = desk.window.status._facts.text()

    assert "a.m. sitting" in told["a.m."]
    assert "p.m. sitting" in told["p.m."]


def test_export_means_the_paper_one_looks_at(desk: Workbench, dialogs: list[QDialog], qtbot: Any) -> None:
    desk.commands["papers"].trigger()
    assert isinstance(here(desk), PapersPage)

    desk.commands["export"].trigger()

    dialog = dialogs[-1]
    assert isinstance(dialog, QFileDialog)
    assert "Provisional agenda" in dialog.selectedFiles()[0]
    qtbot.keyClick(here(desk), Qt.Key.Key_Escape)
    desk.commands["export"].trigger()
    assert not isinstance(dialogs[-1], QFileDialog)


def test_the_palette_says_when_nothing_is_called_that(desk: Workbench) -> None:
    desk.open_palette()
    palette = desk.window.palette_panel
    assert palette.nothing.isHidden()

    palette.field.setText("no such thing at all")

    assert not palette.nothing.isHidden()
    assert palette.list.isHidden()
