"""What papers know of their meeting, and under which symbol they go."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from gmp_desktop.domain.meeting import DocumentStage
from gmp_desktop.domain.papers.front import Front
from gmp_desktop.domain.papers.kinds import PaperKind
from gmp_desktop.services.meetings import Meetings
from gmp_desktop.services.paper_facts import Facts, facts, front, hours, usual_day, wording
from gmp_desktop.store.store import Store
from tests.services.paper_world import STEM, place, register


def known(store: Store, meeting_id: UUID) -> Facts:
    meeting = Meetings(store).get(meeting_id)
    with store.read() as session:
        return facts(session, meeting)


def headed(store: Store, kind: PaperKind, **about: Any) -> Front:
    found = known(store, place(store, **about))
    return front(found, kind, wording(found.meeting.language))


def test_a_paper_that_is_not_registered_has_its_usual_symbol(store: Store) -> None:
    head = headed(store, PaperKind.AGENDA).masthead

    assert head is not None
    assert head.symbol == f"{STEM}/1"
    assert head.organ == "United Nations Environment Programme"
    assert (head.distribution, head.language_line, head.dated) == ("General", "English only", "")


def test_a_paper_without_a_usual_number_has_no_masthead(store: Store) -> None:
    assert headed(store, PaperKind.PARTICIPANTS).masthead is None


def test_nor_has_one_of_a_meeting_without_a_stem(store: Store) -> None:
    assert headed(store, PaperKind.AGENDA, symbol_stem="").masthead is None


def test_the_register_says_what_the_masthead_says(store: Store) -> None:
    id = place(store)
    register(
        store,
        id,
        symbol=f"{STEM}/INF/2",
        title="list of Participants",
        distribution="Limited",
        issued_on=date(2026, 10, 7),
    )
    head = front(known(store, id), PaperKind.PARTICIPANTS, wording("en")).masthead

    assert head is not None
    assert (head.symbol, head.distribution, head.dated) == (f"{STEM}/INF/2", "Limited", "7 October 2026")


def test_a_stage_only_a_newer_program_knows_is_no_obstacle(store: Store) -> None:
    id = place(store)
    register(store, id, symbol=f"{STEM}/4", title="A report", stage="embargoed")
    assert [one.stage for one in known(store, id).documents if one.title == "A report"] == [
        DocumentStage.PLANNED
    ]


def test_a_symbol_another_document_bears_is_not_taken(store: Store) -> None:
    id = place(store)
    register(store, id, symbol=f"{STEM}/1", title="Something else")

    assert front(known(store, id), PaperKind.AGENDA, wording("en")).masthead is None


def test_the_annotated_agenda_of_a_conference_is_an_addendum(store: Store) -> None:
    head = headed(store, PaperKind.ANNOTATED_AGENDA, body="MC-COP", symbol_stem="UNEP/MC/COP.7").masthead

    assert head is not None
    assert head.symbol == "UNEP/MC/COP.7/1/Add.1"


def test_a_document_that_is_only_cited_is_not_the_paper(store: Store) -> None:
    id = place(store)
    register(store, id, symbol="UNEP/X/9", kind="agenda", cited=True)
    head = front(known(store, id), PaperKind.AGENDA, wording("en")).masthead

    assert head is not None
    assert head.symbol == f"{STEM}/1"


@pytest.mark.parametrize(
    ("body", "lines", "called"),
    [
        ("PAG", ("Global Mercury Partnership", "Partnership Advisory Group"), "Group"),
        ("MC-COP", ("Conference of the Parties to the Minamata Convention on Mercury",), "Conference"),
        ("Task team", ("Task team",), "meeting"),
        ("", (), "meeting"),
    ],
)
def test_a_body_is_written_out(store: Store, body: str, lines: tuple[str, ...], called: str) -> None:
    head = headed(store, PaperKind.AGENDA, body=body)

    assert (head.body, head.called) == (lines, called)


@pytest.mark.parametrize(
    ("language", "languages", "line"),
    [
        ("en", ("en", "fr"), "Original: English"),
        ("fr", ("fr",), "Français seulement"),
        ("zh", ("zh",), "Chinese only"),
        ("pt", ("pt",), ""),
    ],
)
def test_the_language_line_follows_the_meeting(
    store: Store, language: str, languages: tuple[str, ...], line: str
) -> None:
    head = headed(store, PaperKind.AGENDA, language=language, languages=languages).masthead

    assert head is not None
    assert head.language_line == line


def test_the_timetable_is_that_of_items_with_time_of_their_own(store: Store) -> None:
    lines = list(hours(known(store, place(store))).values())

    assert [(line.number, line.begins, line.ends) for line in lines] == [
        ("1", 570, 590),
        ("2 (a)", 590, 605),
        ("2 (b)", 605, 620),
        ("3", 620, 710),
        ("4", None, None),
    ]
    assert lines[0].who == ("Secretariat",)
    assert (lines[3].who, lines[3].papers) == (("Ms. Ana Beispiel",), (f"{STEM}/3",))


def test_a_list_is_of_today_or_of_the_end_of_the_meeting(store: Store) -> None:
    found = known(store, place(store))

    assert usual_day(found, date(2026, 10, 7)) == date(2026, 10, 7)
    assert usual_day(found, date(2027, 1, 1)) == date(2026, 11, 10)
