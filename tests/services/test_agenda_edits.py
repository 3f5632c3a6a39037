import pytest

from gmp_desktop.domain.errors import NotFound, Refused
from gmp_desktop.services.agenda_edits import MOST_PRESENTERS
from gmp_desktop.services.agendas import Agendas
from gmp_desktop.services.meetings import Meetings
from gmp_desktop.store.keys import new_key
from gmp_desktop.store.store import Store


def test_many_moves_leave_the_order_one_can_see(meetings: Meetings, store: Store) -> None:
    meeting, agendas = meetings.add("PAG-16"), Agendas(store)
    agendas.paste(meeting, "\n".join("abcdef"))
    for title, step in (("f", -1), ("a", 1), ("c", 1), ("c", 1), ("b", -1)):
        item = next(item for item in agendas.items(meeting) if item.title == title)
        agendas.move(item.id, step)
    assert [item.title for item in agendas.items(meeting)] == ["b", "a", "d", "f", "c", "e"]


def test_what_is_gone_presents_nothing_and_is_not_linked(meetings: Meetings, store: Store) -> None:
    agendas = Agendas(store)
    item = agendas.add(meetings.add("PAG-16"), "Opening")
    with pytest.raises(NotFound, match="person"):
        agendas.set_presenters(item, [new_key()])
    with pytest.raises(NotFound, match="document"):
        agendas.link_document(item, new_key())


@pytest.mark.parametrize("who", [["x" * 301], [f"Name {number}" for number in range(MOST_PRESENTERS + 1)]])
def test_presenters_are_few_and_have_names(meetings: Meetings, store: Store, who: list[str]) -> None:
    agendas, meeting = Agendas(store), meetings.add("PAG-16")
    item = agendas.add(meeting, "Opening")
    with pytest.raises(Refused, match="presenters"):
        agendas.set_presenters(item, who)
    assert agendas.presenters(meeting) == []
