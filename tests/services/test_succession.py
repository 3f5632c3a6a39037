from datetime import date
from typing import Any
from uuid import UUID

import pytest

from gmp_desktop.domain.meeting import Format
from gmp_desktop.domain.ops import Op
from gmp_desktop.services.agendas import Agendas
from gmp_desktop.services.meetings import Meetings
from gmp_desktop.services.sittings import Sittings
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import AppointmentRow, PersonRow

FACTS: dict[str, Any] = {
    "ordinal": 15,
    "title": "Fifteenth meeting of the Partnership Advisory Group",
    "starts_on": date(2025, 11, 18),
    "ends_on": date(2025, 11, 19),
    "place": "Nairobi",
    "venue": "Conference Room 9",
    "host": "Kenya",
    "time_zone": "Africa/Nairobi",
    "format": Format.HYBRID,
    "languages": ("en", "fr"),
    "symbol_stem": "UNEP(ED)/Hg/PAG.15",
}


@pytest.fixture
def last(meetings: Meetings) -> UUID:
    return meetings.add(**FACTS)


def test_the_next_meeting_is_known_as_the_last_one_was(meetings: Meetings, last: UUID) -> None:
    made = meetings.get(meetings.new_from(last, starts_on=date(2026, 10, 6), place="Geneva"))
    assert (made.code, made.ordinal, made.symbol_stem) == ("PAG-16", 16, "UNEP(ED)/Hg/PAG.16")
    assert made.title == "Sixteenth meeting of the Partnership Advisory Group"
    assert (made.starts_on, made.ends_on) == (date(2026, 10, 6), date(2026, 10, 7))
    assert (made.format, made.languages) == (Format.HYBRID, ("en", "fr"))
    assert (made.host, made.venue, made.time_zone) == ("", "", "")


def test_after_the_highest_number_there_is_none_higher(meetings: Meetings) -> None:
    assert meetings.get(meetings.new_from(meetings.add(ordinal=100_000), code="PAG-last")).ordinal == 100_000


def test_the_next_meeting_of_an_old_one_comes_after_all_of_them(meetings: Meetings, last: UUID) -> None:
    meetings.add(ordinal=20)
    assert meetings.get(meetings.new_from(last)).code == "PAG-21"


def test_a_title_without_a_number_is_made_anew(meetings: Meetings) -> None:
    last = meetings.add(ordinal=15, title="Autumn meeting")
    made = meetings.get(meetings.new_from(last))
    assert made.title == "Sixteenth meeting of the Global Mercury Partnership Advisory Group"
    assert made.symbol_stem == "UNEP/Hg/PAG.16"


def test_the_agenda_comes_with_it_and_the_sittings_on_the_new_days(
    meetings: Meetings, last: UUID, store: Store
) -> None:
    agendas, sittings = Agendas(store), Sittings(store)
    first = sittings.add(last, date(2025, 11, 18), 570, 750)
    second = sittings.add(last, date(2025, 11, 19), 600, 780)
    agendas.paste(last, "1. Opening\n2. Matters\n(a) Adoption")
    opening, _, adoption = agendas.items(last)
    agendas.edit(adoption.id, minutes=15, annotation="The Group may wish to adopt it.")
    agendas.schedule(adoption.id, second)
    made = meetings.new_from(last, starts_on=date(2026, 10, 6))
    held = sittings.of_meeting(made)
    assert [(one.day, one.begins) for one in held] == [(date(2026, 10, 6), 570), (date(2026, 10, 7), 600)]
    item = agendas.items(made)[2]
    assert (item.title, item.label, item.minutes) == ("Adoption", "(a)", 15)
    assert (item.annotation, item.sitting_id) == ("The Group may wish to adopt it.", held[1].id)
    assert not {one.id for one in held} & {first, second}
    assert opening.id not in {one.id for one in agendas.items(made)}


def test_days_beyond_the_last_one_have_no_sittings(meetings: Meetings, last: UUID, store: Store) -> None:
    sittings = Sittings(store)
    sittings.add(last, date(2025, 11, 18))
    sittings.add(last, date(2025, 11, 19))
    one_day = meetings.new_from(last, starts_on=date(2026, 10, 6), ends_on=date(2026, 10, 6))
    assert len(sittings.of_meeting(one_day)) == 1
    assert sittings.of_meeting(meetings.new_from(last)) == []


def test_people_present_again_while_they_hold_an_office(meetings: Meetings, last: UUID, store: Store) -> None:
    agendas = Agendas(store)
    with store.write(Op.ADD_PERSON) as session:
        staying, going = PersonRow(family="Keller"), PersonRow(family="Nasser")
        session.add_all((staying, going))
        session.add(AppointmentRow(person_id=staying.id, role="lead", area="waste"))
        session.add(AppointmentRow(person_id=going.id, role="lead", area="asgm", ends_on=date(2026, 1, 1)))
    item = agendas.add(last, "Progress")
    agendas.set_presenters(item, [going.id, staying.id, "Secretariat"])
    made = meetings.new_from(last, starts_on=date(2026, 10, 6))
    assert [one.name for one in agendas.presenters(made)] == ["Keller", "Secretariat"]
    assert [one.name for one in agendas.presenters(last)] == ["Nasser", "Keller", "Secretariat"]


def test_a_new_meeting_is_one_step(meetings: Meetings, last: UUID, store: Store) -> None:
    Agendas(store).add(last, "Opening")
    meetings.new_from(last)
    store.undo()
    assert [one.id for one in meetings.all()] == [last]


def test_a_duplicate_has_the_agenda_and_everybody_in_it(meetings: Meetings, last: UUID, store: Store) -> None:
    agendas = Agendas(store)
    agendas.set_presenters(agendas.add(last, "Opening"), ["Secretariat"])
    made = meetings.get(meetings.duplicate(last))
    assert (made.code, made.title, made.place) == ("PAG-15 (2)", FACTS["title"], "Nairobi")
    assert [one.name for one in agendas.presenters(made.id)] == ["Secretariat"]
    assert meetings.get(meetings.duplicate(last)).code == "PAG-15 (3)"
