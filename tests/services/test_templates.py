from datetime import date

import pytest

from gmp_desktop.domain.errors import NotFound
from gmp_desktop.services.agendas import Agendas
from gmp_desktop.services.meetings import Meetings
from gmp_desktop.services.sittings import Sittings
from gmp_desktop.services.templates import templates
from gmp_desktop.store.store import Store

KEYS = [template.key for template in templates()]


def test_the_shortest_template_comes_first() -> None:
    assert KEYS == ["pag-one-day", "pag-two-days", "cop"]


@pytest.mark.parametrize("key", KEYS)
def test_every_template_fits_into_its_sittings(key: str, meetings: Meetings, store: Store) -> None:
    made = meetings.new_from_template(key, code="M", starts_on=date(2026, 10, 5))
    table = Agendas(store).sheet(made).timetable
    assert table.planned > 0
    assert [day.over for day in table.days] == [0] * len(table.days)
    assert all(item.title for item in Agendas(store).items(made))


def test_a_meeting_from_a_template_is_named_by_its_body_and_number(meetings: Meetings) -> None:
    made = meetings.get(meetings.new_from_template("cop", ordinal=7, starts_on=date(2027, 10, 4)))
    assert (made.code, made.symbol_stem, made.ends_on) == ("COP-7", "UNEP/MC/COP.7", date(2027, 10, 8))
    assert (
        made.title == "Seventh meeting of the Conference of the Parties to the Minamata Convention on Mercury"
    )
    assert len(made.languages) == 6


def test_without_a_first_day_there_are_no_sittings_yet(meetings: Meetings, store: Store) -> None:
    made = meetings.new_from_template("pag-two-days", ordinal=16)
    assert Sittings(store).of_meeting(made) == []


@pytest.mark.parametrize("key", ["nothing", "../phrases/en", ""])
def test_an_unknown_template_is_not_found(key: str, meetings: Meetings) -> None:
    with pytest.raises(NotFound, match="no template"):
        meetings.new_from_template(key, ordinal=16)
    assert meetings.all() == []
