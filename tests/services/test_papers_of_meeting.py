"""Every paper of a meeting, from its record to the file."""

from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from gmp_desktop.documents.text import write_text
from gmp_desktop.domain.blocks import Document
from gmp_desktop.domain.errors import NotFound, Refused
from gmp_desktop.domain.papers.cards import Cards
from gmp_desktop.domain.papers.kinds import PaperKind, PaperSettings
from gmp_desktop.services.meetings import Meetings
from gmp_desktop.services.paper_files import suffixes
from gmp_desktop.services.papers_of_meeting import MeetingPapers
from gmp_desktop.services.participants import Participants
from gmp_desktop.store.store import Store
from tests.services.paper_world import place


@pytest.fixture
def papers(store: Store) -> MeetingPapers:
    return MeetingPapers(store, lambda: date(2026, 10, 7))


@pytest.fixture
def meeting(store: Store) -> UUID:
    return place(store)


def said(papers: MeetingPapers, meeting: UUID, paper: PaperKind, **settings: Any) -> str:
    made = papers.compose(meeting, paper, **settings)
    assert isinstance(made, Document)
    return write_text(made)


@pytest.mark.parametrize("paper", PaperKind)
def test_every_paper_is_written_in_all_its_forms(
    papers: MeetingPapers, meeting: UUID, tmp_path: Path, paper: PaperKind
) -> None:
    for suffix in suffixes(paper):
        file = tmp_path / f"paper{suffix}"
        papers.write(meeting, paper, file)
        assert file.stat().st_size > 20


@pytest.mark.parametrize("paper", PaperKind)
def test_a_meeting_of_which_nothing_is_known_has_papers(
    store: Store, papers: MeetingPapers, tmp_path: Path, paper: PaperKind
) -> None:
    empty = Meetings(store).add("Empty", body="", ordinal=None)
    papers.write(empty, paper, tmp_path / "paper.pdf")

    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF")


def test_the_annotated_agenda_tells_hour_chair_and_documents(papers: MeetingPapers, meeting: UUID) -> None:
    text = said(papers, meeting, PaperKind.ANNOTATED_AGENDA)

    assert "1. The meeting will be opened at 9.30 a.m. on Tuesday, 10 November 2026." in text
    assert "2. The meeting will be chaired by the Co-Chair, Ms. Ana Beispiel." in text
    assert "The Group will have before it document UNEP/Hg/PAG.16/3, “Report on activities”." in text


def test_the_list_of_participants_is_of_today_unless_another_day_is_asked_for(
    papers: MeetingPapers, meeting: UUID
) -> None:
    assert "Wednesday, 7 October 2026" in said(papers, meeting, PaperKind.PARTICIPANTS)
    assert "Friday, 2 October 2026" in said(papers, meeting, PaperKind.PARTICIPANTS, as_at=date(2026, 10, 2))


def test_private_details_stay_private(papers: MeetingPapers, meeting: UUID) -> None:
    for paper in PaperKind:
        made = papers.compose(meeting, paper, contacts=True)
        assert "vegan" not in str(made)
        assert "2@example.org" not in str(made)
        assert "example.org" not in str(papers.compose(meeting, paper))
    assert "1@example.org" in said(papers, meeting, PaperKind.PARTICIPANTS, contacts=True)


def test_countries_are_named_in_the_language_of_the_meeting(store: Store, papers: MeetingPapers) -> None:
    assert "\nChili\n" in said(papers, place(store, language="fr"), PaperKind.PARTICIPANTS)


def test_a_sheet_may_be_of_one_sitting(store: Store, papers: MeetingPapers, meeting: UUID) -> None:
    first, _ = Meetings(store).sittings(meeting)

    assert "2–5 p.m." in said(papers, meeting, PaperKind.SIGN_IN)
    assert "2–5 p.m." not in said(papers, meeting, PaperKind.SIGN_IN, sitting_id=first.id)
    with pytest.raises(NotFound):
        papers.compose(meeting, PaperKind.SIGN_IN, sitting_id=UUID(int=1))


def test_cards_are_of_everybody(papers: MeetingPapers, meeting: UUID) -> None:
    made = papers.compose(meeting, PaperKind.BADGES)

    assert isinstance(made, Cards)
    assert [(card.name, card.organisation, card.number) for card in made.cards] == [
        ("Ms. Ana Beispiel", "Chile", 1),
        ("Ms. Ben Primer", "Chile", 2),
    ]


def test_a_paper_follows_the_record(store: Store, papers: MeetingPapers, meeting: UUID) -> None:
    one, _ = Participants(store).of_meeting(meeting)
    Participants(store).remove([one.id])

    assert one.person.family not in said(papers, meeting, PaperKind.PARTICIPANTS)


def test_another_suffix_changes_nothing(papers: MeetingPapers, meeting: UUID, tmp_path: Path) -> None:
    with pytest.raises(Refused):
        papers.write(meeting, PaperKind.AGENDA, tmp_path / "agenda.exe")
    assert not (tmp_path / "agenda.exe").exists()


def test_large_print_needs_more_paper(papers: MeetingPapers, meeting: UUID, tmp_path: Path) -> None:
    plain, large = tmp_path / "plain.pdf", tmp_path / "large.pdf"
    papers.write(meeting, PaperKind.RUNNING_SHEET, plain)
    papers.write(meeting, PaperKind.RUNNING_SHEET, large, settings=PaperSettings(large=True))

    assert large.read_bytes().count(b"/Type /Page\n") > plain.read_bytes().count(b"/Type /Page\n")


HOSTILE = (
    "<b>",
    "=1+1",
    "*x* [^y]",
    "\u202egnp\u202c",
    "n" * 300,
    "李明 ليلى שלום",
    "half \ud83d",
    "{0} {name}",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_of_the_record_breaks_a_paper(
    store: Store, papers: MeetingPapers, tmp_path: Path, text: str
) -> None:
    meeting = place(store, code="X", place=text, venue=text)
    one = Participants(store).of_meeting(meeting)[0]
    Participants(store).edit(one.id, function=text)
    for paper in PaperKind:
        for suffix in suffixes(paper):
            papers.write(meeting, paper, tmp_path / f"{paper.value}{suffix}")


@pytest.mark.parametrize("suffix", [".csv", ".docx", ".txt"])
def test_a_form_is_what_the_file_holds(
    papers: MeetingPapers, meeting: UUID, tmp_path: Path, suffix: str
) -> None:
    papers.write(meeting, PaperKind.PARTICIPANTS, tmp_path / f"a{suffix}")
    assert papers.form(meeting, PaperKind.PARTICIPANTS, suffix) == (tmp_path / f"a{suffix}").read_bytes()


def test_a_form_the_paper_has_not_is_refused(papers: MeetingPapers, meeting: UUID) -> None:
    with pytest.raises(Refused):
        papers.form(meeting, PaperKind.BADGES, ".csv")


def test_a_list_for_a_spreadsheet_tells_how_to_reach_people_only_if_that_is_asked_for(
    papers: MeetingPapers, meeting: UUID
) -> None:
    with_contacts = papers.form(meeting, PaperKind.PARTICIPANTS, ".csv", PaperSettings(contacts=True))
    assert b"1@example.org" in with_contacts
    assert b"2@example.org" not in with_contacts
    assert b"E-mail" not in papers.form(meeting, PaperKind.PARTICIPANTS, ".csv")
