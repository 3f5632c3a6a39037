"""The printed agenda and its annotations."""

from datetime import date
from uuid import UUID

import pytest

from gmp_desktop.domain.blocks import AgendaLine, DocumentKind, Footnote, NoteMark
from gmp_desktop.domain.meeting import DocumentStage, Sitting
from gmp_desktop.domain.papers.agendas import Officer, agenda, annotated_agenda
from tests.domain.papers.invented import FRONT, adopted, items, lines, registered, with_symbol, wording

SAY = wording()
FIRST = Sitting(UUID(int=5), date(2026, 11, 10), 570, 780)


def test_the_agenda_is_labelled_and_stopped_as_in_the_united_nations() -> None:
    document = agenda(FRONT, items(), SAY)

    assert document.kind is DocumentKind.AGENDA
    assert document.title == "Provisional agenda"
    assert lines(document) == [
        "1. Opening of the meeting.",
        "2. Organizational matters:",
        "(a) Adoption of the agenda;",
        "(b) Organization of work.",
        "3. Partnership areas:",
        "(a) Gold mining;",
        "(b) Waste.",
        "4. Closure of the meeting.",
    ]


def test_the_corner_tells_body_number_place_days_and_item() -> None:
    assert agenda(FRONT, items(), SAY).corner == (
        "Partnership Advisory Group",
        "Sixteenth meeting",
        "Nairobi, 10–11 November 2026",
        "Item 2 (a) of the provisional agenda",
    )


def test_an_adopted_agenda_is_called_agenda() -> None:
    document = agenda(adopted(), items(), SAY)

    assert document.title == "Agenda"
    assert document.corner[-1] == "Item 2 (a) of the agenda"


def test_a_paper_with_another_symbol_than_the_agenda_tells_the_agendas_in_a_note() -> None:
    document = annotated_agenda(with_symbol("UNEP/X/2"), items(), SAY)
    note = document.blocks[-1]

    assert isinstance(note, Footnote)
    assert note.text == "UNEP/X/1."
    assert note.mark is NoteMark.STAR
    assert document.corner[-1] == f"Item 2 (a) of the provisional agenda[^{note.id}]"


def test_the_agenda_itself_has_no_such_note() -> None:
    blocks = agenda(with_symbol("UNEP/X/1"), items(), SAY).blocks

    assert all(isinstance(block, AgendaLine) for block in blocks)


def test_a_paper_is_the_same_whenever_it_is_put_together() -> None:
    assert agenda(FRONT, items(), SAY) == agenda(FRONT, items(), SAY)


def test_annotations_stand_under_their_items_and_are_numbered_through() -> None:
    document = annotated_agenda(FRONT, items(Opening="First.\n\n Second.", Waste="Third."), SAY)

    assert lines(document)[:3] == ["Item 1: Opening of the meeting", "1. First.", "2. Second."]
    assert lines(document)[-3:] == ["Item 3 (b): Waste", "3. Third.", "Item 4: Closure of the meeting"]


def test_the_opening_is_told_from_the_first_sitting_and_the_officers() -> None:
    officers = (Officer("Ms. Ana Beispiel", "Ms. Beispiel"), Officer("Mr. Ben Primer", "Mr. Primer"))
    document = annotated_agenda(FRONT, items(), SAY, first=FIRST, officers=officers)

    assert lines(document)[1:3] == [
        "1. The meeting will be opened at 9.30 a.m. on Tuesday, 10 November 2026 at Lakeside Centre.",
        "2. The meeting will be chaired by the Co-Chairs, Ms. Ana Beispiel and Mr. Ben Primer.",
    ]


def test_what_the_annotation_says_is_not_said_twice() -> None:
    told = "Ms. Beispiel will open the meeting at 9.30 a.m. (UNEP/X/3)."
    document = annotated_agenda(
        FRONT,
        items(Opening=told),
        SAY,
        first=FIRST,
        officers=[Officer("Ms. Ana Beispiel", "Ms. Beispiel")],
        documents=[registered("UNEP/X/3", "Report", "Opening")],
    )

    assert lines(document)[1:3] == [f"1. {told}", "Item 2: Organizational matters"]


@pytest.mark.parametrize(
    ("told", "left"),
    [
        ("document UNEP/X/1.", 0),
        ("(UNEP/X/1)", 0),
        ("UNEP/X/10", 1),
        ("UNEP/X/1/Add.1", 1),
        ("A/UNEP/X/1", 1),
    ],
)
def test_a_longer_symbol_does_not_name_a_shorter_one(told: str, left: int) -> None:
    document = annotated_agenda(
        FRONT, items(Gold=told), SAY, documents=[registered("UNEP/X/1", "Report", "Gold")]
    )
    assert sum("UNEP/X/1, “Report”" in line for line in lines(document)) == left


def test_nothing_is_told_of_what_is_not_known() -> None:
    assert len(annotated_agenda(FRONT, items(), SAY).blocks) == len(items())


def test_one_document_is_named_in_the_sentence_and_several_in_a_list() -> None:
    document = annotated_agenda(
        FRONT,
        items(),
        SAY,
        documents=[
            registered("UNEP/X/3", "Report", "Gold"),
            registered("UNEP/X/4", "Waste", "Waste"),
            registered("", "A paper without a symbol", "Waste"),
            registered("UNEP/X/5", "Withdrawn", "Waste", stage=DocumentStage.WITHDRAWN),
            registered("UNEP/X/6", "Cited", "Waste", cited=True),
        ],
    )

    assert lines(document)[5:-1] == [
        "Item 3 (a): Gold mining",
        "1. The Group will have before it document UNEP/X/3, “Report”.",
        "Item 3 (b): Waste",
        "2. The Group will have before it the following documents:",
        "(a) Document UNEP/X/4, “Waste”;",
        "(b) The document “A paper without a symbol”.",
    ]


def test_marks_in_a_symbol_or_a_name_are_plain_text() -> None:
    document = annotated_agenda(
        FRONT,
        items(),
        SAY,
        officers=[Officer("Ms. *Star* [^x]", "Ms. Star")],
        documents=[registered("X*1*", "", "Gold")],
    )

    assert r"\*Star\* [\^x]" in lines(document)[1]
    assert r"X\*1\*" in lines(document)[-3]
