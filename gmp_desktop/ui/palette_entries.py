"""What the palette can find now: commands that can be done, places, meetings, paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gmp_desktop.domain.blocks import Annex, Heading
from gmp_desktop.domain.inline import plain
from gmp_desktop.domain.meeting import State
from gmp_desktop.ui.commands import Commands, key_words
from gmp_desktop.ui.palette_matching import Entry
from gmp_desktop.ui.report.row import Row
from gmp_desktop.ui.wording import state_words, when_and_where

if TYPE_CHECKING:
    from gmp_desktop.domain.meeting import Meeting
    from gmp_desktop.ui.workbench import Workbench

translate = QCoreApplication.translate


def entries(
    bench: Workbench, commands: Commands, meetings: Iterable[Meeting], rows: Iterable[Row]
) -> Iterator[Entry]:
    group = translate("palette", "Commands")
    for command in commands.possible():
        if command.name != "palette":
            words = command.action.text().replace("&", "")
            keys = key_words(command.action)
            yield Entry(
                group, words, command.action.trigger, command.icon, commands.group_words(command.group), keys
            )
    yield from _stages(bench)
    for meeting in meetings:
        open_it = partial(bench.open_meeting, meeting.id)
        words = f"{meeting.code}  {meeting.title}".strip()
        yield Entry(translate("palette", "Meetings"), words, open_it, "archive", when_and_where(meeting))
    for page in bench.desk.made():
        yield from page.entries()
    for row in rows:
        words = plain(row.text)
        if row.block is not None and words:
            heading = isinstance(row.block, Heading | Annex)
            named = translate("palette", "Headings") if heading else translate("palette", "Paragraphs")
            words = f"{row.label} {words}".strip()
            yield Entry(named, words, partial(bench.go_to_row, row.id), "list-tree" if heading else "pilcrow")


def _stages(bench: Workbench) -> Iterator[Entry]:
    """What the meeting is not now."""
    if bench.meeting is not None:
        for state in State:
            if state is not bench.meeting.state:
                words = translate("palette", "Stage: {stage}").format(stage=state_words(state))
                set_it = partial(bench.set_state, state)
                yield Entry(translate("palette", "Commands"), words, set_it, "landmark", bench.meeting.code)
