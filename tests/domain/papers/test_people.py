"""The list of participants and the sheets to sign."""

from datetime import date
from typing import Any
from uuid import UUID

from gmp_desktop.domain.blocks import Document, Heading, HeadingScheme, Paragraph, Roll, Table
from gmp_desktop.domain.meeting import Sitting
from gmp_desktop.domain.papers.kinds import PaperSettings, SignInOrder
from gmp_desktop.domain.papers.people import participant_list, sign_in
from gmp_desktop.domain.participants import Participant, PrivateDetails
from gmp_desktop.domain.people import Organisation, OrganisationKind
from tests.domain.papers.invented import FRONT, wording
from tests.domain.papers.people import COUNTRIES, GHANA, OFFICE, ORDER, WATERS, participant

SAY = wording()
AS_AT = date(2026, 10, 7)
ANA = participant("Ana", "Beispiel", function="Director", division="Rivers Division")


def listed(
    *people: Participant, private: dict[UUID, PrivateDetails] | None = None, **settings: Any
) -> Document:
    return participant_list(
        FRONT,
        people,
        AS_AT,
        SAY,
        settings=PaperSettings(**settings),
        countries=COUNTRIES,
        country_order=ORDER,
        private=private or {},
    )


def rows(document: Document) -> list[tuple[str, ...]]:
    return [row for block in document.blocks if isinstance(block, Roll) for row in block.rows]


def test_the_list_says_of_which_day_it_is() -> None:
    note = listed(ANA).blocks[0]

    assert isinstance(note, Paragraph)
    assert not note.numbered
    assert note.text.endswith("information received by the secretariat as at Wednesday, 7 October 2026.")


def test_groups_have_headings_in_their_order() -> None:
    document = listed(
        participant("Om", "Office", OFFICE),
        participant("Wim", "Waters", WATERS),
        ANA,
        participant("Afua", "Mensah", GHANA),
    )

    assert [block.text for block in document.blocks if isinstance(block, Heading)] == [
        "Governments",
        "Intergovernmental organizations",
        "Secretariat",
    ]
    assert [row[0] for row in rows(document)] == [
        "Chile",
        "Ghana",
        "Regional Waters Commission",
        "Secretariat",
    ]
    assert document.scheme is HeadingScheme.ROMAN


def test_a_person_is_name_function_division_and_where_from() -> None:
    assert rows(listed(ANA)) == [
        ("Chile", "Ms. Ana Beispiel", "Director", "Rivers Division", "Ministry of Rivers")
    ]


def test_the_organisation_is_not_repeated_under_its_own_name() -> None:
    assert rows(listed(participant("Wim", "Waters", WATERS))) == [
        ("Regional Waters Commission", "Ms. Wim Waters", "", "")
    ]


def test_who_is_of_no_organisation_does_not_stand_under_the_last_one() -> None:
    institute = Organisation(UUID(int=25), "Institute", kind=OrganisationKind.ACADEMIA)
    people = participant("Sol", "Scholar", institute), participant("Nora", "Alone", None)
    assert [row[:2] for row in rows(listed(*people))] == [
        ("", "Ms. Nora Alone"),
        ("Institute", "Ms. Sol Scholar"),
    ]


def test_surnames_may_be_in_capitals() -> None:
    assert rows(listed(ANA, surname_capitals=True))[0][1] == "Ms. Ana BEISPIEL"


def test_contact_lines_stand_only_where_asked_for_and_agreed_to() -> None:
    other = participant("Bea", "Private")
    private = {
        ANA.person.id: PrivateDetails(
            ANA.person.id, "ana@example.org", "+1 2", "Road 1", "vegan", "ramp", True
        ),
        other.person.id: PrivateDetails(other.person.id, "bea@example.org"),
    }

    assert "example.org" not in str(rows(listed(ANA, other, private=private)))
    shown = rows(listed(ANA, other, private=private, contacts=True))
    assert shown[0][-2:] == ("Tel.: +1 2", "Email: ana@example.org")
    for secret in ("bea@example.org", "vegan", "ramp", "Road"):
        assert secret not in str(shown)


def test_who_is_not_to_be_printed_is_not() -> None:
    assert rows(listed(ANA, participant("Not", "Listed", printed=False))) == rows(listed(ANA))


def test_names_mean_themselves() -> None:
    assert rows(listed(participant("*A*", "=1+1 [^x]")))[0][1] == r"Ms. \*A\* =1+1 [\^x]"


SITTINGS = (
    Sitting(UUID(int=1), date(2026, 11, 10), 570, 720),
    Sitting(UUID(int=2), date(2026, 11, 10), 900, 1080, "Breakout"),
)


def signed(*people: Participant, **settings: Any) -> Document:
    return sign_in(
        FRONT, people, SITTINGS, SAY, settings=PaperSettings(walk_ins=2, **settings), countries=COUNTRIES
    )


def test_every_sitting_has_a_sheet_with_room_for_walk_ins() -> None:
    document = signed(ANA)
    headings = [block.text for block in document.blocks if isinstance(block, Heading)]
    sheet = document.blocks[1]

    assert headings == [
        "Tuesday, 10 November 2026, 9.30 a.m.–noon",
        "Breakout: Tuesday, 10 November 2026, 3–6 p.m.",
    ]
    assert isinstance(sheet, Table)
    assert sheet.roomy
    assert sheet.rows == (
        ("No.", "Name", "For", "Signature"),
        ("1", "Ms. Ana Beispiel", "Chile", ""),
        ("", "", "", ""),
        ("", "", "", ""),
    )


def test_a_sheet_may_be_in_the_order_of_the_badges() -> None:
    people = (
        participant("Cy", "Adams", badge=12),
        participant("Di", "Zulu", badge=3),
        participant("No", "Badge"),
    )
    sheet = signed(*people, sign_in_by=SignInOrder.BADGE).blocks[1]

    assert isinstance(sheet, Table)
    assert [row[:2] for row in sheet.rows[1:4]] == [
        ("003", "Ms. Di Zulu"),
        ("012", "Ms. Cy Adams"),
        ("", "Ms. No Badge"),
    ]


def test_a_meeting_without_sittings_has_one_sheet() -> None:
    document = sign_in(FRONT, [ANA], [], SAY, settings=PaperSettings())

    assert [type(block) for block in document.blocks] == [Table]
