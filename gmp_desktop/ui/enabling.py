"""Commands can be chosen exactly when they can be done; undo and redo say what they would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gmp_desktop.ui.command_set import STYLES
from gmp_desktop.ui.places import Place
from gmp_desktop.ui.wording import step_words

if TYPE_CHECKING:
    from gmp_desktop.ui.workbench import Workbench

translate = QCoreApplication.translate
OF_MEETING = (Place.OVERVIEW, Place.AGENDA, Place.PARTICIPANTS, Place.DOCUMENTS, Place.REPORT)
FROM_ANYWHERE = ("export", "print", "preview")


def enable(bench: Workbench) -> None:
    commands, page = bench.commands, bench.report
    here, has_report = bench.window.pages.currentWidget() is page, page.document is not None
    writing = here and page.list.editing is not None
    for name in (*FROM_ANYWHERE, "front", "set-aside", "add"):
        commands[name].setEnabled(has_report and (here or name in FROM_ANYWHERE))
    if bench.paper.papers is not None:
        for name in ("export", "print"):
            commands[name].setEnabled(True)
    commands["find"].setEnabled((here and has_report) or bench.desk.here() is not None)
    enable_row(bench)
    for name in ("italic", "bold", "split"):
        commands[name].setEnabled(writing)
    commands["papers"].setEnabled(bench.has_meeting)
    for place in OF_MEETING:
        commands[place].setEnabled(bench.has_meeting)
    bench.desk.enable()
    commands["page-view"].setChecked(bench.window.page_view.isVisible())
    commands["outline"].setChecked(page.outline.isVisibleTo(page))
    commands[bench.window.look.chosen].setChecked(True)
    _name_steps(bench, writing)


def enable_row(bench: Workbench) -> None:
    """What can be done depends on the row one stands on; up and down would else be the list's own keys."""
    commands, page = bench.commands, bench.report
    here, row = bench.window.pages.currentWidget() is page, page.list.current
    has_row = here and page.document is not None and row is not None
    has_block = has_row and row is not None and row.block is not None
    for name in ("edit", "up", "down"):
        commands[name].setEnabled(has_row)
    for name in ("join", "remove", *STYLES):
        commands[name].setEnabled(has_block)


def _name_steps(bench: Workbench, writing: bool) -> None:
    store = bench.store
    for name, words, step in (
        ("undo", translate("menu", "Undo {step}"), store.undo_name() if store else None),
        ("redo", translate("menu", "Redo {step}"), store.redo_name() if store else None),
    ):
        action = bench.commands[name]
        action.setText(words.format(step=step_words(*step) if step else "").strip())
        action.setEnabled(step is not None or writing)
