"""The door on the day: people are ticked off as they come and go, and a pulled plug loses none of it."""

import pytest

from tests.outside.desk import Desk

HERE = "a.m. sitting"


def at_the_door(desk: Desk) -> None:
    """The place of participants, ticking for the morning."""
    desk.stand("Find a participant", "text")
    desk.choose("tick for a.m.")
    desk.see(HERE, "label")
    desk.key("ctrl+f")
    desk.stand("Find a participant", "text")


def entered(desk: Desk, letters: str) -> None:
    desk.type(letters)
    desk.key("Return")


def present(desk: Desk) -> int:
    """How many the foot of the window counts in the sitting."""
    words = desk.see(HERE, "label")["name"]
    return int(words.split(" present")[0].split("·")[-1].split(" of ")[0])


def counts(desk: Desk, there: int) -> None:
    desk.until(lambda: present(desk) == there, f"{there} present")


@pytest.mark.timeout(240)
def test_people_are_ticked_off_and_a_pulled_plug_loses_nobody(desk: Desk) -> None:
    assert desk.run("sample").returncode == 0
    desk.open()
    desk.see("Paragraph 1:")
    desk.key("ctrl+3")
    at_the_door(desk)
    before = present(desk)

    entered(desk, "30")
    desk.see("Mr. Tavares-Quint, Brazil, arrived", "label")
    desk.see("16 online", "label")
    counts(desk, before + 1)

    entered(desk, "mo")
    desk.see("Mr. Morimoto-Hale, Japan, arrived", "label")
    counts(desk, before + 2)
    desk.key("ctrl+z")
    counts(desk, before + 1)
    desk.key("ctrl+shift+z")
    counts(desk, before + 2)

    entered(desk, "999")
    desk.see("Nobody has badge 999.", "label")
    desk.key("Escape")
    desk.gone("Nobody has badge 999.", "label")

    entered(desk, "tavares")
    desk.see("Enter again: has left now.", "label")
    desk.key("Return")
    desk.see("Mr. Tavares-Quint, Brazil, left", "label")
    counts(desk, before + 1)

    entered(desk, "Amina Walker")
    desk.stand("Walk-in", "text")
    desk.key("ctrl+a")
    entered(desk, "Ms. Amina Walker, Clear Rivers Trust, Campaigner")
    desk.see("Ms. Amina Walker is registered and ticked", "label")
    counts(desk, before + 2)
    told = desk.see("registered  ·  ", "label")["name"]
    assert told.startswith("48 registered  ·  48 arrived  ·  ")

    desk.kill()
    assert desk.run("verify").returncode == 0
    desk.open()
    at_the_door(desk)

    assert desk.see("registered  ·  ", "label")["name"] == told
    counts(desk, before + 2)
    desk.type("walker")
    desk.see("Name: Ms. Amina Walker", "table cell")
