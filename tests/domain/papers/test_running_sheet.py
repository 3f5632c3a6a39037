"""What the Chair has at hand."""

from datetime import date

from gmp_desktop.domain.blocks import Table
from gmp_desktop.domain.papers.running_sheet import running_sheet
from gmp_desktop.domain.papers.work import Hour
from tests.domain.papers.invented import FRONT, item, items, lines, wording

SAY = wording()


def test_an_item_has_its_hours_people_documents_words_and_room() -> None:
    hour = Hour(
        "", "2 (a)", date(2026, 11, 10), 600, 615, ("Secretariat", "Ms. *B*"), ("UNEP/X/1", "UNEP/X/2")
    )
    document = running_sheet(
        FRONT, items(Adoption="The Group may wish to adopt it."), {item("Adoption").id: hour}, SAY
    )

    assert lines(document)[3:10] == [
        "Item 2 (a): Adoption of the agenda",
        "**Tuesday, 10 November, 10–10.15 a.m. (15 minutes)**",
        r"Presenters: Secretariat and Ms. \*B\*.",
        "Documents: UNEP/X/1, UNEP/X/2.",
        "The Group may wish to adopt it.",
        "**Are there any comments on the provisional agenda? I see none. The agenda is adopted.**",
        "",
    ]
    assert [block.roomy for block in document.blocks if isinstance(block, Table)] == [True]


def test_the_meeting_is_opened_and_closed_by_its_number() -> None:
    said = lines(running_sheet(FRONT, items(), {}, SAY))

    assert "**I declare open the sixteenth meeting.**" in said
    assert said[-1] == "**I declare closed the sixteenth meeting.**"
