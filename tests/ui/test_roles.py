import pytest

from gmp_desktop.ui.roles import CONTRAST, DARK, LIGHT, Roles

GROUNDS = ("base", "window", "sel")
TEXTS = ("text", "text2", "text3", "accent", "warn", "error", "ok")
LINES = ("mark", "focus", "edge")


def luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture(params=[LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
def roles(request: pytest.FixtureRequest) -> Roles:
    return request.param


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXTS)
def test_every_text_can_be_read_on_every_ground(roles: Roles, text: str, ground: str) -> None:
    assert contrast(getattr(roles, text), getattr(roles, ground)) >= 4.5


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("line", LINES)
def test_every_line_that_says_something_can_be_seen(roles: Roles, line: str, ground: str) -> None:
    assert contrast(getattr(roles, line), getattr(roles, ground)) >= 3


@pytest.mark.parametrize("name", ["warn", "error", "ok"])
def test_states_can_be_read_on_their_own_ground(roles: Roles, name: str) -> None:
    assert contrast(getattr(roles, name), getattr(roles, f"{name}bg")) >= 4.5


def test_the_main_button_can_be_read(roles: Roles) -> None:
    assert contrast(roles.onaccent, roles.accent) >= 4.5


def test_the_mark_is_seen_on_paper_in_every_scheme(roles: Roles) -> None:
    assert contrast(LIGHT.mark, roles.paper) >= 3
