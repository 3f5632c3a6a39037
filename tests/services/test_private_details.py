"""Private details that two devices began for one person: the older ones count, in every list and paper."""

from collections.abc import Callable

from gmp_desktop.services import private_details
from gmp_desktop.services.directory import Directory
from gmp_desktop.services.meetings import Meetings
from gmp_desktop.services.participant_sheets import ParticipantSheets
from gmp_desktop.services.participants import Participants
from gmp_desktop.store.store import Store


def test_who_takes_back_the_consent_is_printed_nowhere(fresh: Callable[[], Store]) -> None:
    mine, other = fresh(), fresh()
    meeting = Meetings(mine).add("PAG-16")
    person = Directory(mine).add_person(given="Solvej", family="Lund")
    people = Participants(mine)
    people.add(meeting, person)
    other.absorb(mine.entries())
    people.edit_private(person, email="solvej@example.org", printable=True)
    Participants(other).edit_private(person, phone="123", printable=True)
    with other.read() as session:
        rows = [row.id for row in private_details.rows_of(session, person)]
    mine.absorb(other.entries(), other.sealed(rows))

    people.edit_private(person, printable=False)

    with mine.read() as session:
        assert len(private_details.rows_of(session, person)) == 2
        assert private_details.of_meeting(session, meeting) == {person: people.private(person)}
    table = ParticipantSheets(mine).participants(meeting, contact=True, agreed=True)
    assert table.rows[0][-3:] == ("", "", "")
    assert "solvej@example.org" in ParticipantSheets(mine).participants(meeting, contact=True).rows[0]
