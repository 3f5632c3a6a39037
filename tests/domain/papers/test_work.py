"""The organization of work as a table."""

from datetime import date

from gmp_desktop.domain.blocks import Table
from gmp_desktop.domain.papers.work import Hour, organisation_of_work
from tests.domain.papers.invented import FRONT, adopted, wording

SAY = wording()
TENTH, ELEVENTH = date(2026, 11, 10), date(2026, 11, 11)


def table(*hours: Hour) -> Table:
    found = organisation_of_work(FRONT, hours, SAY, item="2 (b)").blocks[0]
    assert isinstance(found, Table)
    return found


def test_the_day_stands_where_it_begins() -> None:
    made = table(
        Hour("Opening.", "1", TENTH, 570, 600),
        Hour("Adoption of the agenda;", "2 (a)", TENTH, 600, 615, ("Secretariat",), ("UNEP/X/1",)),
        Hour("Closure", "3", ELEVENTH, 900, 960),
        Hour("Any other matters", "4"),
    )

    assert made.rows == (
        ("Date/time", "Item", "Title", "Presenter/documents"),
        ("**Tuesday, 10 November**\n9.30–10 a.m.", "1", "Opening", ""),
        ("10–10.15 a.m.", "2 (a)", "Adoption of the agenda", "Secretariat\nUNEP/X/1"),
        ("**Wednesday, 11 November**\n3–4 p.m.", "3", "Closure", ""),
        ("", "4", "Any other matters", ""),
    )
    assert made.header_rows == 1
    assert len(made.widths) == 4


def test_it_is_proposed_until_the_agenda_is_adopted() -> None:
    assert organisation_of_work(FRONT, (), SAY).title == "Proposed organization of work"
    assert organisation_of_work(adopted(), (), SAY).title == "Organization of work"


def test_without_a_timetable_there_is_no_table() -> None:
    assert organisation_of_work(FRONT, (), SAY).blocks == ()
