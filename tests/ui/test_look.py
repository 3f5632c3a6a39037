from collections.abc import Iterator

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from gmp_desktop.ui.look import Look, Scheme
from gmp_desktop.ui.roles import DARK, LIGHT


@pytest.fixture
def chosen(look: Look) -> Iterator[Look]:
    yield look
    look.choose(Scheme.SYSTEM)


def test_a_chosen_scheme_is_worn_whatever_the_system_says(chosen: Look, qapp: QApplication) -> None:
    chosen.choose(Scheme.DARK)

    assert qapp.palette().color(QPalette.ColorRole.Base).name().upper() == DARK.base
    assert DARK.edge in qapp.styleSheet()


def test_a_change_of_scheme_is_told_once(chosen: Look, qtbot) -> None:
    with qtbot.waitSignal(chosen.changed):
        chosen.choose(Scheme.CONTRAST)


def test_a_system_that_says_nothing_is_light(chosen: Look) -> None:
    chosen.choose(Scheme.DARK)
    chosen.choose(Scheme.SYSTEM)

    assert chosen.roles is LIGHT


def test_disabled_words_are_paler_in_the_disabled_group_only(chosen: Look, qapp: QApplication) -> None:
    palette = qapp.palette()

    assert (
        palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text).name().upper() == LIGHT.disabled
    )
    assert palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Text).name().upper() == LIGHT.text


def test_the_interface_has_its_own_typeface(chosen: Look, qapp: QApplication) -> None:
    from PySide6.QtGui import QFontInfo

    assert QFontInfo(qapp.font()).family() == "Inter"
    assert QFontInfo(chosen.font(11.5, serif=True)).family() == "Liberation Serif"


def test_icons_take_the_colour_of_their_word(chosen: Look) -> None:
    image = chosen.pixmap("check", 16, "ok").toImage()

    strongest = max((image.pixelColor(x, y) for x in range(16) for y in range(16)), key=lambda c: c.alpha())
    assert strongest.name() == chosen.color("ok").name()
