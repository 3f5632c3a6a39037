"""A whole meeting is prepared by keyboard alone: from nothing to the printed agenda and list of participants."""

import re
import subprocess
import zipfile
from pathlib import Path

import pytest

from gmp_desktop.domain.papers.kinds import PaperKind
from gmp_desktop.services.paper_files import suffixes
from tests.outside.desk import Desk
from tests.outside.registrations import Registration, registrations, write_csv

SYMBOLS = (
    ("UNEP/Hg/PAG.16/1", "Provisional agenda"),
    ("UNEP/Hg/PAG.16/2", "Progress in the partnership areas"),
    ("UNEP/Hg/PAG.16/INF/1", "List of documents"),
)
AGENDA = (
    "1. Opening of the meeting.",
    "2. Organizational matters:",
    "(a) Adoption of the agenda;",
    "(b) Organization of work.",
    "3. Review of what was agreed:",
    "(a) Election of a rapporteur;",
    "(b) Report of the bureau.",
    "4. Progress in the partnership areas.",
    "5. Work of the Partnership:",
    "(a) Work in groups;",
    "(b) Reports of the groups.",
    "6. Cooperation with other bodies and processes.",
    "7. Communication and outreach.",
    "8. Dates and venue of the next meeting.",
    "9. Other matters.",
    "10. Closure of the meeting.",
)
GROUPS = (
    "Governments",
    "Intergovernmental organizations",
    "Non-governmental organizations",
    "Industry",
    "Academia",
    "Secretariat",
)


@pytest.mark.timeout(240)
def test_a_meeting_of_sixty_is_prepared_and_its_papers_printed(desk: Desk, tmp_path: Path) -> None:
    people = registrations()
    write_csv(tmp_path / "registrations.csv", people)

    make_the_meeting(desk)
    settle_the_agenda(desk)
    register_the_documents(desk)
    take_in(desk, tmp_path / "registrations.csv")
    take_back_and_do_again(desk)
    open_the_door(desk, people)

    agenda = printed(desk, "Provisional agenda", tmp_path / "agenda.pdf")
    assert [line for line in lines_of(agenda) if line in AGENDA] == list(AGENDA)
    listed = " ".join(printed(desk, "List of participants", tmp_path / "people.pdf", down=4).split())
    for one in people:
        assert f"{one.title} {one.given} {one.family}" in listed
    assert "Ms. Solvej Lund" in listed
    assert in_order(listed)
    assert desk.run("verify").returncode == 0
    if ".docx" in suffixes(PaperKind.PARTICIPANTS):
        write_word(desk, people, tmp_path / "people.docx")


def make_the_meeting(desk: Desk) -> None:
    desk.open()
    desk.stand("Open the sample meeting", "push button")
    desk.key("2")
    desk.stand("Number of the meeting", "text")
    desk.key("shift+Tab", "Down")
    desk.see("Advisory Group, two days", "combo box")
    desk.key("Tab")
    desk.type("16")
    desk.key("Tab")
    desk.type("9 June 2027")
    desk.key("Tab", "Tab")
    desk.type("Geneva")
    desk.key("Return")
    desk.see("9 h 40 planned of 13 h")


def settle_the_agenda(desk: Desk) -> None:
    """Rename an item, add two below it, set one deeper, move it, give it minutes and somebody who presents it."""
    desk.key("ctrl+2")
    desk.stand("Agenda", "table")
    desk.see("Wednesday 9 June")
    desk.see("Thursday 10 June")
    desk.key("Down", "Down", "Down", "Down", "F2", "ctrl+a")
    desk.type("Review of what was agreed")
    desk.key("Return")
    desk.see("3. Review of what was agreed.")
    desk.type("Report of the bureau")
    desk.key("Tab", "Return")
    desk.see("(a) Report of the bureau;")
    desk.type("Election of a rapporteur")
    desk.key("Escape")
    desk.see("(b) Election of a rapporteur.")
    desk.key("alt+Up")
    desk.see("(a) Election of a rapporteur;")
    desk.key("Escape")
    desk.stand("Title", "text")
    desk.key("Tab")
    desk.type("25")
    desk.key("Tab")
    desk.stand("Presents", "text")
    desk.type("Ms. Ines Okafor")
    desk.key("Tab")
    desk.see("Minutes: 25")
    desk.see("Presents: Ms. Ines Okafor")
    desk.stand("Annotation", "text")


def register_the_documents(desk: Desk) -> None:
    """A list comes from elsewhere by the clipboard: here it is written, cut and pasted."""
    for at, (symbol, title) in enumerate(SYMBOLS):
        if at:
            desk.key("Return")
        desk.type(f"{symbol} {title}")
    desk.key("ctrl+a", "ctrl+x", "Escape")
    desk.key("ctrl+4")
    desk.stand("New document", "push button")
    desk.key("ctrl+v")
    desk.stand("What was understood", "table")
    desk.see("Register 3 documents", "push button")
    desk.key("Tab", "Tab", "Return")
    desk.stand("Documents of the meeting", "table")
    for _, title in SYMBOLS:
        desk.see(title, "table cell")


def take_in(desk: Desk, sheet: Path) -> None:
    desk.key("ctrl+3")
    desk.stand("Import…", "push button")
    desk.key("Return")
    desk.write_path(sheet)
    desk.stand("Honorific", "combo box")
    desk.see("read as Windows-1252, semicolons", "push button")
    desk.key("ctrl+Return")
    desk.stand("Look it over", "push button")
    desk.key("Return")
    desk.stand("Take in 60 people", "push button")
    desk.key("Return")
    desk.stand("Find a participant", "text")
    desk.see("60 registered", "label")


def take_back_and_do_again(desk: Desk) -> None:
    desk.key("ctrl+z")
    desk.see("Nobody registered yet", "label")
    desk.key("ctrl+6")
    desk.see("Nobody in the directory yet", "label")
    desk.key("ctrl+3")
    desk.key("ctrl+shift+z")
    desk.see("60 registered", "label")


def open_the_door(desk: Desk, people: list[Registration]) -> None:
    desk.choose("in session")
    desk.until(lambda: "in session" in desk.run("meetings").stdout.casefold(), "the meeting in session")
    desk.choose("tick for wednesday a")
    desk.see("Wednesday a.m. sitting", "label")
    desk.key("ctrl+f")
    desk.stand("Find a participant", "text")
    found = [one for one in people if one.family.startswith("Mo")]
    assert len(found) == 1
    desk.type("mo")
    desk.key("Return")
    desk.see(f"{found[0].title} {found[0].family}, Ghana, arrived", "label")
    desk.type("Solvej")
    desk.key("Return")
    desk.stand("Walk-in", "text")
    desk.key("ctrl+a")
    desk.type("Ms. Solvej Lund, Clear Rivers Trust, Campaigner")
    desk.key("Return")
    desk.see("Ms. Solvej Lund is registered and ticked", "label")
    desk.see("61 registered  ·  2 arrived", "label")


def printed(desk: Desk, name: str, path: Path, *, down: int = 0) -> str:
    """What stands on the pages of a paper that was exported from the window."""
    desk.key("ctrl+shift+e")
    desk.stand("Papers of the meeting", "table")
    for _ in range(down):
        desk.key("Down")
    desk.until(
        lambda: any(cell["focused"] for cell in desk.find(f"Paper: {name}", "table cell")),
        f"“{name}” chosen",
    )
    desk.key("ctrl+e")
    desk.write_path(path)
    desk.see(f"“{path.name}” is written.", "label")
    desk.key("Escape")
    desk.stand("Find a participant", "text")
    return subprocess.run(
        ["pdftotext", "-layout" if not down else "-raw", str(path), "-"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def lines_of(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines()]


def in_order(listed: str) -> bool:
    places = [match.start() if (match := re.search(rf"\b{group}\b", listed)) else -1 for group in GROUPS]
    return places == sorted(places) and places[0] >= 0


def write_word(desk: Desk, people: list[Registration], path: Path) -> None:
    """The same list as a Word file: the suffix says so."""
    desk.key("ctrl+shift+e")
    desk.stand("Papers of the meeting", "table")
    desk.key("Down", "Down", "Down", "Down", "ctrl+e")
    desk.write_path(path)
    desk.see(f"“{path.name}” is written.", "label")
    with zipfile.ZipFile(path) as file:
        text = file.read("word/document.xml").decode("utf-8")
    assert all(one.family in text for one in people)
