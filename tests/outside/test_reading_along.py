"""A screen reader asks for a child it counted a moment ago, and the scroll bar it meant is gone meanwhile."""

from tests.outside.desk import Desk


def test_a_reader_may_ask_for_what_is_gone(desk: Desk) -> None:
    assert desk.run("sample").returncode == 0
    desk.open()
    desk.see("Paragraph 1:")
    desk.see("Page view")

    for place in ("Overview", "Report"):
        desk.press(place)
        desk.ask_beyond()

        assert desk.program
        assert desk.program.poll() is None, desk.log()[-3000:]
    assert desk.see("Paragraph 1:")


def test_a_window_that_was_read_closes_quietly(desk: Desk) -> None:
    assert desk.run("sample").returncode == 0
    desk.open()
    desk.see("Page view")
    assert desk.tree()
    assert desk.program

    desk.key("ctrl+q")

    assert desk.program.wait(20) == 0, desk.log()[-3000:]
