"""Terms of office and what overlaps."""

from datetime import date
from uuid import UUID

import pytest

from gmp_desktop.domain.directory import Appointment, Role, in_office, matching, overlapping, refuse_term
from gmp_desktop.domain.errors import Refused
from gmp_desktop.domain.people import folded

ADA, BO = UUID(int=1), UUID(int=2)
MARCH, MAY, JULY = date(2026, 3, 1), date(2026, 5, 1), date(2026, 7, 1)


def lead(
    id: int,
    person: UUID = ADA,
    area: str = "ASGM",
    starts_on: date | None = None,
    ends_on: date | None = None,
) -> Appointment:
    return Appointment(UUID(int=id), person, Role.LEAD, area=area, starts_on=starts_on, ends_on=ends_on)


@pytest.mark.parametrize("day", [MARCH, MAY, JULY])
def test_the_first_and_the_last_day_belong_to_a_term(day: date) -> None:
    assert in_office(lead(9, starts_on=MARCH, ends_on=JULY), day)


def test_a_term_is_over_after_its_last_day_and_not_begun_before_its_first() -> None:
    assert not in_office(lead(9, ends_on=MARCH), MAY)
    assert not in_office(lead(9, starts_on=JULY), MAY)
    assert in_office(lead(9), MAY)


def test_a_term_does_not_end_before_it_begins() -> None:
    refuse_term(MARCH, MARCH)
    refuse_term(None, MARCH)
    with pytest.raises(Refused):
        refuse_term(MAY, MARCH)


def test_two_leads_of_one_area_at_a_time_overlap() -> None:
    first = lead(9, ends_on=MAY)
    assert overlapping(lead(10, BO, starts_on=MAY), [first]) == (first,)
    assert overlapping(lead(10, BO, starts_on=JULY), [first]) == ()
    assert overlapping(lead(10, BO, "WASTE", starts_on=MAY), [first]) == ()


def test_a_person_has_one_affiliation_at_a_time() -> None:
    one = Appointment(UUID(int=9), ADA, organisation_id=UUID(int=3))
    assert overlapping(Appointment(UUID(int=10), ADA, organisation_id=UUID(int=4)), [one]) == (one,)
    assert overlapping(Appointment(UUID(int=10), BO, organisation_id=UUID(int=3)), [one]) == ()
    assert overlapping(Appointment(UUID(int=10), ADA, Role.MEMBER), [one]) == ()


def test_an_appointment_does_not_overlap_itself() -> None:
    assert overlapping(lead(9), [lead(9)]) == ()


def test_every_word_typed_is_looked_for_at_any_place() -> None:
    texts = [folded(text) for text in ("Rūta Vaitkus Lithuania", "Ana Sotelo Cape Verde", "")]
    assert matching("ruta lith", texts) == [0]
    assert matching("VERDE ana", texts) == [1]
    assert matching("", texts) == [0, 1, 2]
    assert matching("[", texts) == []
