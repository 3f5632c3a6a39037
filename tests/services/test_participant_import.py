"""Participants from a spreadsheet: understood, compared, taken in one step, told what was not."""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from gmp_desktop.domain.errors import NotFound, Refused
from gmp_desktop.domain.ops import Op
from gmp_desktop.domain.participants import Participant
from gmp_desktop.domain.registration.candidates import Decision, Verdict
from gmp_desktop.domain.registration.headings import Field
from gmp_desktop.domain.registration.mapping import Mapping, Problem, Wants
from gmp_desktop.domain.registration.questions import DAY_FIRST, Note, Tells, key_of
from gmp_desktop.services.directory import Directory
from gmp_desktop.services.meetings import Meetings
from gmp_desktop.services.participant_import import (
    Offer,
    ParticipantImport,
    Plan,
    Result,
    _setting_of,
    lexicon,
)
from gmp_desktop.services.participants import Participants
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import AppointmentRow, OrganisationRow, PersonRow

LIST = """Surname;First name;Titel;Organisation;Cat.;Country;Position;E-Mail;Diet;HoD
Haddad;Leila;Fr.;Union of Small Refiners;IND;Kenya;Secretary-General;l.haddad@usr.example;no nuts;
VAUCLAIR;Étienne;Hr.;Ministry of Waters;Government;Bolivia;Chef de service;;;yes
Keller;Zsófia;Fr.;Union of Small Refiners;IND;;Adviser;;;
;;Hr.;Nobody Ltd;IND;;;;;
"""


@pytest.fixture
def service(store: Store) -> ParticipantImport:
    return ParticipantImport(store)


@pytest.fixture
def meeting(store: Store) -> UUID:
    return Meetings(store).add("PAG-15")


def plan_of(service: ParticipantImport, meeting: UUID, text: str, **answers: str) -> Plan:
    sheet = service.read(text.encode(), name="list.csv")
    mapping = service.offer(sheet).mapping
    for key, answer in answers.items():
        mapping = mapping.answered(key, answer)
    return service.plan(sheet, mapping, meeting)


def take(service: ParticipantImport, meeting: UUID, text: str, *decisions: Decision) -> Result:
    return service.take(plan_of(service, meeting, text), dict(enumerate(decisions)))


def registered(store: Store, meeting: UUID) -> dict[str, Participant]:
    return {one.person.family: one for one in Participants(store).of_meeting(meeting)}


def test_a_list_becomes_participants_persons_and_organisations(
    service: ParticipantImport, meeting: UUID, store: Store
) -> None:
    result = take(service, meeting, LIST)

    assert (result.registered, result.added, result.changed) == (3, 3, 0)
    here = registered(store, meeting)
    leila, etienne = here["Haddad"], here["Vauclair"]
    assert (leila.person.honorific, leila.function, leila.badge) == ("Ms.", "Secretary-General", 1)
    assert leila.organisation is not None
    assert (leila.organisation.kind, leila.organisation.country) == ("industry", "KE")
    assert etienne.heads_delegation
    assert etienne.organisation is not None
    assert etienne.organisation.country == "BO"
    assert here["Keller"].organisation == leila.organisation
    private = Participants(store).private(leila.person.id)
    assert (private.email, private.dietary) == ("l.haddad@usr.example", "no nuts")


def test_the_whole_import_is_one_step(service: ParticipantImport, meeting: UUID, store: Store) -> None:
    take(service, meeting, LIST)
    assert store.undo_name() == (Op.IMPORT_PARTICIPANTS, "list.csv")

    store.undo()

    assert registered(store, meeting) == {}
    with store.read() as session:
        assert not session.scalars(select(PersonRow)).all()
        assert not session.scalars(select(OrganisationRow)).all()


def test_the_same_file_again_adds_nothing(service: ParticipantImport, meeting: UUID, store: Store) -> None:
    take(service, meeting, LIST)
    before = registered(store, meeting)

    result = take(service, meeting, LIST)

    assert (result.registered, result.added, result.changed) == (0, 0, 0)
    assert registered(store, meeting) == before
    with store.read() as session:
        assert len(session.scalars(select(OrganisationRow)).all()) == 2


def test_somebody_of_another_meeting_is_registered_and_not_made_twice(
    service: ParticipantImport, meeting: UUID, store: Store
) -> None:
    take(service, meeting, LIST)
    next_meeting = Meetings(store).add("PAG-16")

    result = take(service, next_meeting, LIST)

    assert (result.registered, result.added) == (3, 0)


CHANGED = "Surname;First name;Organisation;Position;E-Mail;Phone\nHaddad;Leila;Union of Small Refiners;President;new@usr.example;+254 700\n"


@pytest.mark.parametrize(
    ("decision", "function", "email", "phone"),
    [
        (Decision.USE, "Secretary-General", "l.haddad@usr.example", ""),
        (Decision.FILL, "Secretary-General", "l.haddad@usr.example", "+254 700"),
        (Decision.FILE, "President", "new@usr.example", "+254 700"),
    ],
)
def test_what_differs_is_decided_by_a_person(
    service: ParticipantImport,
    meeting: UUID,
    store: Store,
    decision: Decision,
    function: str,
    email: str,
    phone: str,
) -> None:
    take(service, meeting, LIST)

    take(service, meeting, CHANGED, decision)

    one = registered(store, meeting)["Haddad"]
    private = Participants(store).private(one.person.id)
    assert (one.function, private.email, private.phone) == (function, email, phone)


def test_somebody_of_the_same_name_can_be_somebody_new(
    service: ParticipantImport, meeting: UUID, store: Store
) -> None:
    take(service, meeting, LIST)

    take(service, meeting, CHANGED, Decision.NEW)

    assert len(Participants(store).of_meeting(meeting)) == 4


NEARLY = "Surname;First name;Organisation\nHadad;Leila;Union of Small Refiners\n"


def test_what_nobody_decided_waits(service: ParticipantImport, meeting: UUID, store: Store) -> None:
    take(service, meeting, LIST)
    plan = plan_of(service, meeting, NEARLY)
    assert plan.candidates[0].verdict is Verdict.UNSURE

    result = service.take(plan, {})

    assert [one.reason for one in result.refused] == ["Nobody decided whether this is somebody known."]
    assert len(Participants(store).of_meeting(meeting)) == 3


def test_refused_rows_are_written_as_they_stood_with_their_reason(
    service: ParticipantImport, meeting: UUID, tmp_path: Path
) -> None:
    result = take(service, meeting, LIST)
    for name in ("refused.csv", "refused.xlsx"):
        service.write_refused(result, tmp_path / name)
        again = service.read(tmp_path / name)
        assert again.heads == ("Row", *result.sheet.heads, "Reason")
        assert again.rows == (("5", *result.sheet.rows[3], "There is no name in it."),)


def test_a_refused_row_with_a_formula_comes_back_as_it_was(
    service: ParticipantImport, meeting: UUID, tmp_path: Path
) -> None:
    result = take(service, meeting, "Name;Badge\n=1+1;-2\nLi Ming;1\n")
    service.write_refused(result, tmp_path / "refused.csv")

    assert b"'=1+1" in (tmp_path / "refused.csv").read_bytes()
    assert service.read(tmp_path / "refused.csv").rows[0][1:3] == ("=1+1", "-2")


def test_a_badge_is_worn_by_one(service: ParticipantImport, meeting: UUID, store: Store) -> None:
    result = take(service, meeting, "Name;Badge\nDIALLO, Amina;7\nMOREAU, Jean;7\nKELLER, Zsófia;\n")

    assert [one.reason for one in result.refused] == ["Badge 007 is somebody else’s."]
    assert {name: one.badge for name, one in registered(store, meeting).items()} == {"Diallo": 7, "Keller": 8}


def test_a_delegation_has_one_head(service: ParticipantImport, meeting: UUID, store: Store) -> None:
    take(service, meeting, "Name;For;Head of delegation\nDIALLO, A;Lakes;yes\nMOREAU, J;Lakes;yes\n")
    take(service, meeting, "Name;For;Head of delegation\nKELLER, Z;Lakes;yes\n")

    assert [name for name, one in registered(store, meeting).items() if one.heads_delegation] == ["Keller"]


def test_ministries_of_one_country_have_one_head(
    service: ParticipantImport, meeting: UUID, store: Store
) -> None:
    head = "Name;For;Kind;Country;Head of delegation\n"
    take(service, meeting, f"{head}KELLER, Z;Council of Lakes;Government;Kenya;yes\n")
    take(
        service,
        meeting,
        f"{head}DIALLO, A;Ministry of Waters;Government;Kenya;yes\nMOREAU, J;Ministry of Mines;Government;Kenya;yes\n",
    )

    assert [name for name, one in registered(store, meeting).items() if one.heads_delegation] == ["Diallo"]


def test_what_an_organisation_is_known_as_a_list_does_not_change(
    service: ParticipantImport, meeting: UUID, store: Store
) -> None:
    Directory(store).add_organisation(name="Lakes", kind="academia")
    take(service, meeting, "Name;For;Kind\nDIALLO, A;Lakes;Industry\n")

    (one,) = registered(store, meeting).values()
    assert one.organisation is not None
    assert one.organisation.kind == "academia"


def test_somebody_twice_in_the_file_is_taken_once(service: ParticipantImport, meeting: UUID) -> None:
    result = take(service, meeting, "Name;For\nDIALLO, Amina;Lakes\nAmina DIALLO;Lakes\n")

    assert (result.registered, result.refused[0].reason) == (1, "The same person stands in row 2.")


def test_days_in_office_are_kept(service: ParticipantImport, meeting: UUID, store: Store) -> None:
    text = "Name;For;In office since\nDIALLO, Amina;Lakes;3/4/2026\n"
    with pytest.raises(Refused, match="not certain yet"):
        plan_of(service, meeting, text)

    service.take(plan_of(service, meeting, text, **{key_of(Field.STARTS): DAY_FIRST}), {})

    with store.read() as session:
        assert session.scalars(select(AppointmentRow.starts_on)).all() == [date(2026, 4, 3)]


def test_a_mapping_is_remembered_for_sheets_with_these_headings(
    service: ParticipantImport, meeting: UUID
) -> None:
    sheet = service.read(LIST.encode(), name="list.csv")
    mapping = (
        service.offer(sheet)
        .mapping.becoming(8, Field.LEAVE_OUT)
        .answered(key_of(Field.KIND, "IND"), "academia")
    )
    service.take(service.plan(sheet, mapping, meeting), {})

    assert service.offer(sheet) == Offer(mapping, remembered=True)
    assert not service.offer(service.read(CHANGED.encode(), name="b.csv")).remembered


def test_a_remembered_mapping_that_cannot_be_read_is_guessed_anew(
    service: ParticipantImport, store: Store
) -> None:
    sheet = service.read(LIST.encode(), name="list.csv")
    guessed = service.offer(sheet)
    for kept in ("{", "[]", '{"fields": ["unheard of"], "answers": []}', '{"fields": [], "answers": []}'):
        store.keep_setting(_setting_of(sheet), kept)
        assert service.offer(sheet) == guessed


def test_three_columns_named_alike_are_refused_and_nothing_changes(
    service: ParticipantImport, meeting: UUID, store: Store
) -> None:
    with pytest.raises(Refused, match=r"not certain yet\. Nothing was changed"):
        plan_of(service, meeting, "Name;Name;Name\na;b;c\n")

    assert store.undo_name() == (Op.ADD_MEETING, "PAG-15")


def test_hostile_texts_are_only_texts(service: ParticipantImport, meeting: UUID, store: Store) -> None:
    rows = [
        "Name;For",
        "=1+1, Amina;<b>Lakes</b>",
        "\u202eDIALLO, \u2066Jean;'; DROP TABLE person;",
        f"{'x' * 100_000};y",
        "LI, Ming;z",
    ]
    result = take(service, meeting, "\n".join(rows))

    assert {"=1+1", "Diallo", "Li"} == set(registered(store, meeting))
    assert "100,000 letters" in result.refused[0].reason


def test_giving_up_while_writing_leaves_nothing(
    service: ParticipantImport, meeting: UUID, store: Store
) -> None:
    class GivenUp(Exception):
        pass

    def progress(fraction: float) -> None:
        if fraction >= 0.5:
            raise GivenUp

    plan = plan_of(service, meeting, LIST)
    with pytest.raises(GivenUp):
        service.take(plan, {}, progress)

    assert registered(store, meeting) == {}
    assert store.undo_name() == (Op.ADD_MEETING, "PAG-15")


@pytest.mark.parametrize("decision", [Decision.USE, Decision.FILL, Decision.FILE])
def test_a_person_removed_meanwhile_is_told_and_nobody_is_taken_in(
    service: ParticipantImport, meeting: UUID, store: Store, decision: Decision
) -> None:
    directory = Directory(store)
    person = directory.add_person(given="Leila", family="Haddad")
    plan = plan_of(service, meeting, "First name;Surname\nLeila;Haddad\n")
    directory.remove_persons([person])

    with pytest.raises(NotFound, match="removed meanwhile"):
        service.take(plan, {0: decision})
    assert registered(store, meeting) == {}


def test_after_the_highest_badge_the_free_ones_are_given(
    service: ParticipantImport, meeting: UUID, store: Store
) -> None:
    take(service, meeting, "First name;Surname;Badge\nLeila;Haddad;999999\nZsófia;Keller;\nBen;Primer;1\n")

    assert {name: one.badge for name, one in registered(store, meeting).items()} == {
        "Haddad": 999_999,
        "Keller": 2,
        "Primer": 1,
    }


def test_a_meeting_removed_meanwhile_takes_nobody_in(
    service: ParticipantImport, meeting: UUID, store: Store
) -> None:
    plan = plan_of(service, meeting, LIST)
    Meetings(store).remove(meeting)

    with pytest.raises(NotFound):
        service.take(plan, {})


def test_a_government_without_a_name_is_its_countrys(
    service: ParticipantImport, meeting: UUID, store: Store
) -> None:
    take(service, meeting, "Name;Kind;Country\nDIALLO, Amina;Government;KE\n")

    [one] = registered(store, meeting).values()
    assert one.organisation is not None
    assert (one.organisation.name, one.organisation.country) == ("Kenya", "KE")


def test_an_organisation_called_as_a_country_is_its_government(
    service: ParticipantImport, meeting: UUID, store: Store
) -> None:
    take(service, meeting, "Name;For\nDIALLO, Amina;Sénégal\nMOREAU, Jean;Lakes\n")

    bodies = [one.organisation for one in registered(store, meeting).values()]
    assert {(body.name, body.kind, body.country) for body in bodies if body} == {
        ("Sénégal", "government", "SN"),
        ("Lakes", "other", ""),
    }


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("USA", "US"),
        ("Tanzania", "TZ"),
        ("Bolivia", "BO"),
        ("Kenia", ""),
        ("Côte d'Ivoire", "CI"),
        ("KEN", "KE"),
        ("Vietnam", "VN"),
    ],
)
def test_countries_are_known_by_what_everybody_calls_them(said: str, code: str) -> None:
    assert lexicon().country(said) == code


def test_the_first_people_are_shown_as_they_will_read(service: ParticipantImport, meeting: UUID) -> None:
    sheet = service.read(LIST.encode(), name="list.csv")
    first = service.first_people(sheet, service.offer(sheet).mapping)

    assert [one.name for one in first] == ["Ms. Leila Haddad", "Mr. Étienne Vauclair", "Ms. Zsófia Keller"]
    assert [one.verdict for one in service.compare(first, meeting)] == [Verdict.NEW] * 3


def test_every_column_is_understood(service: ParticipantImport) -> None:
    sheet = service.read(LIST.encode(), name="list.csv")
    told = service.understood(sheet, service.offer(sheet))

    assert told[2].told == Note(Tells.READ_AS, ("Fr.", "Hr."), ("Ms.", "Mr."))
    assert (told[4].questions[0].about, told[4].questions[0].count) == ("IND", 3)
    assert service.problems(sheet, Mapping((Field.LEAVE_OUT,) * 10)) == [Problem(Wants.NAMES)]
