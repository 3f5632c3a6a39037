"""What can be chosen for a paper changes it."""

import pytest
from pytestqt.qtbot import QtBot

from gmp_desktop.domain.papers.kinds import PaperKind
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.paper_choices import PaperChoices


@pytest.mark.parametrize(
    ("kind", "offered"),
    [(PaperKind.BADGES, True), (PaperKind.NAME_PLATES, True), (PaperKind.PARTICIPANTS, False)],
)
def test_names_in_their_own_script_are_offered_where_they_are_printed(
    look: Look, qtbot: QtBot, kind: PaperKind, offered: bool
) -> None:
    choices = PaperChoices(look, [])
    qtbot.addWidget(choices)
    choices.show_kind(kind)
    assert choices.own_script.isHidden() is not offered
