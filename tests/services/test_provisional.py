from collections.abc import Callable

from gmp_desktop.domain.meeting import State
from gmp_desktop.domain.ops import Op
from gmp_desktop.services import provisional
from gmp_desktop.services.agendas import Agendas
from gmp_desktop.services.meetings import Meetings
from gmp_desktop.store.store import Store


def test_what_was_printed_stays_when_the_agenda_goes_on(meetings: Meetings, store: Store) -> None:
    meeting, agendas = meetings.add("PAG-16"), Agendas(store)
    agendas.paste(meeting, "1. Opening\n2. Matters\n(a) Adoption")
    agendas.freeze_provisional(meeting)
    first = agendas.items(meeting)[0]
    agendas.remove(first.id)
    kept = agendas.provisional(meeting)
    assert [(item.label, item.title, item.depth) for item in kept] == [
        ("1.", "Opening", 0),
        ("2.", "Matters", 0),
        ("(a)", "Adoption", 1),
    ]
    assert kept[0].agenda_item_id is None


def test_it_is_kept_anew_only_when_asked_for(meetings: Meetings, store: Store) -> None:
    meeting, agendas = meetings.add("PAG-16"), Agendas(store)
    agendas.add(meeting, "Opening")
    agendas.freeze_provisional(meeting)
    agendas.add(meeting, "Closure")
    with store.write(Op.SET_STATE) as session:
        provisional.freeze_if_needed(session, meeting)
    assert len(agendas.provisional(meeting)) == 1
    agendas.freeze_provisional(meeting)
    assert len(agendas.provisional(meeting)) == 2


def test_what_two_devices_kept_is_there_once(fresh: Callable[[], Store]) -> None:
    mine, other = fresh(), fresh()
    meeting = Meetings(mine).add("PAG-16")
    Agendas(mine).paste(meeting, "1. Opening\n2. Closure")
    other.absorb(mine.entries())
    for store in (mine, other):
        Meetings(store).set_state(meeting, State.IN_SESSION)
    mine.absorb(other.entries())
    agendas = Agendas(mine)
    assert [item.title for item in agendas.provisional(meeting)] == ["Opening", "Closure"]

    agendas.remove(agendas.items(meeting)[0].id)

    assert agendas.adoption_text(meeting).count("“Opening”, was deleted") == 1
