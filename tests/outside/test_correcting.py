"""A report is read, corrected and put right again by keyboard alone."""

from tests.outside.desk import Desk


def printed(desk: Desk) -> str:
    done = desk.run("export", "--to", str(desk.data / "printed.txt"))
    assert done.returncode == 0, done.stderr
    return (desk.data / "printed.txt").read_text("utf-8")


def opened(desk: Desk) -> None:
    """The window with the record behind it: the whole report is there, not only what the first paint shows."""
    desk.open()
    desk.until(lambda: any("Heading 8" in node["name"] for node in desk.tree()), "the whole report")


def test_a_first_start_opens_the_sample_meeting_with_one_key(desk: Desk) -> None:
    desk.open()
    desk.see("Open the sample meeting")

    desk.key("1")

    desk.see("Paragraph 1:")
    assert "PAG-15" in desk.run("meetings").stdout


def test_a_paragraph_is_corrected_taken_back_and_corrected_again(desk: Desk) -> None:
    desk.run("sample")
    before = printed(desk)
    opened(desk)

    desk.key("Return")
    desk.key("ctrl+End")
    desk.type(" The host ended early.")
    desk.key("Escape")
    desk.until(lambda: "The host ended early." in printed(desk), "the corrected words")
    corrected = printed(desk)

    desk.key("ctrl+z")
    desk.until(lambda: printed(desk) == before, "the words as they were")
    desk.key("ctrl+shift+z")
    desk.until(lambda: printed(desk) == corrected, "the correction again")
    assert desk.run("verify").returncode == 0


def test_return_in_a_paragraph_splits_it_and_backspace_joins_it_again(desk: Desk) -> None:
    desk.run("sample")
    before = printed(desk)
    opened(desk)

    desk.key("Return")
    desk.key("ctrl+Home", "ctrl+Right", "ctrl+Right", "Return")
    desk.until(lambda: printed(desk).count("\n\n") == before.count("\n\n") + 1, "one paragraph more")
    desk.key("ctrl+Home", "BackSpace")

    desk.until(lambda: printed(desk) == before, "the paragraph as it was")


def test_alt_and_arrow_move_a_paragraph(desk: Desk) -> None:
    desk.run("sample")
    opened(desk)
    second = desk.see("Paragraph 2:")["name"].removeprefix("Paragraph 2: ")

    desk.key("Down", "Down", "alt+Up", "alt+Up")

    desk.until(lambda: desk.find(f"Paragraph 1: {second}"), "the second paragraph as the first")
