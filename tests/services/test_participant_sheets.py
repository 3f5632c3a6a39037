"""Lists of a meeting for a spreadsheet; what an import wrote, another reads again."""

from pathlib import Path
from uuid import UUID

import pytest

from gmp_desktop.domain.errors import Refused
from gmp_desktop.services.meetings import Meetings
from gmp_desktop.services.participant_import import ParticipantImport
from gmp_desktop.services.participant_sheets import ParticipantSheets, write_table
from gmp_desktop.services.participants import Participants
from gmp_desktop.store.store import Store

LIST = """Surname;First name;Titel;Organisation;Kind;Country;Function;E-Mail;Diet;Partnership area;Attends
Haddad;Leila;Ms.;Union of Small Refiners;Industry;Kenya;=1+1;l.haddad@usr.example;no nuts;Waste;online
Vauclair;Étienne;M.;Ministry of Waters;Government;Bolivia;+Chef;e@mw.example;;;in the room
"""


@pytest.fixture
def meeting(store: Store) -> UUID:
    id = Meetings(store).add("PAG-15")
    service = ParticipantImport(store)
    sheet = service.read(LIST.encode(), name="list.csv")
    service.take(service.plan(sheet, service.offer(sheet).mapping, id), {})
    return id


def test_contact_is_given_only_when_asked_and_needs_never(store: Store, meeting: UUID) -> None:
    sheets = ParticipantSheets(store)

    assert "l.haddad@usr.example" not in str(sheets.participants(meeting))
    assert "l.haddad@usr.example" in str(sheets.participants(meeting, contact=True))
    assert "no nuts" not in str(sheets.participants(meeting, contact=True))


def test_participants_stand_in_the_order_of_the_printed_list(store: Store, meeting: UUID) -> None:
    assert [row[3] for row in ParticipantSheets(store).participants(meeting).rows] == ["Vauclair", "Haddad"]


@pytest.mark.parametrize("name", ["list.csv", "list.xlsx"])
def test_a_written_list_is_taken_in_again_as_it_was(
    store: Store, meeting: UUID, tmp_path: Path, name: str
) -> None:
    sheets = ParticipantSheets(store)
    write_table(sheets.participants(meeting, contact=True), tmp_path / name)
    other = Meetings(store).add("PAG-16")
    service = ParticipantImport(store)
    sheet = service.read(tmp_path / name)

    result = service.take(service.plan(sheet, service.offer(sheet).mapping, other), {})

    assert (result.registered, result.added, result.refused) == (2, 0, ())
    assert sheets.participants(other, contact=True).rows == sheets.participants(meeting, contact=True).rows


def test_documents_and_agenda_of_the_sample_are_tables(sampled: Store) -> None:
    meeting = Meetings(sampled).by_code("PAG-15").id
    sheets = ParticipantSheets(sampled)

    assert len(sheets.documents(meeting).rows) == len(Meetings(sampled).documents(meeting))
    assert [row[1] for row in sheets.agenda(meeting).rows] == [
        item.title for item in Meetings(sampled).agenda(meeting)
    ]


def test_an_empty_meeting_is_a_table_of_heads(store: Store, tmp_path: Path) -> None:
    table = ParticipantSheets(store).participants(Meetings(store).add("PAG-1"))
    write_table(table, tmp_path / "none.xlsx")

    assert table.rows == ()
    assert Participants(store).of_meeting(Meetings(store).by_code("PAG-1").id) == []


def test_another_kind_of_file_is_refused(tmp_path: Path, store: Store) -> None:
    table = ParticipantSheets(store).agenda(Meetings(store).add("PAG-1"))
    with pytest.raises(Refused, match=r"ends in \.xlsx or \.csv"):
        write_table(table, tmp_path / "list.doc")

    assert not list(tmp_path.glob("*.doc"))
