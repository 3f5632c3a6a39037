from uuid import UUID

from gmp_desktop.domain.meeting import AgendaItem
from gmp_desktop.domain.ops import Op
from gmp_desktop.services import agenda
from gmp_desktop.services.meetings import Meetings
from gmp_desktop.store.store import Store

ITEMS = (
    AgendaItem(UUID(int=9), "Opening"),
    AgendaItem(UUID(int=8), "Organizational matters"),
    AgendaItem(UUID(int=7), "Adoption of the agenda", parent_id=UUID(int=8)),
    AgendaItem(UUID(int=6), "Organization of work", parent_id=UUID(int=8)),
    AgendaItem(UUID(int=5), "Hours", parent_id=UUID(int=6)),
)


def test_items_come_back_in_their_order_with_labels(store: Store, meetings: Meetings) -> None:
    id = meetings.add("PAG-16")
    with store.write(Op.ADD_AGENDA_ITEM) as session:
        agenda.place(session, id, ITEMS)
    found = meetings.agenda(id)
    assert [(item.label, item.depth) for item in found] == [
        ("1.", 0),
        ("2.", 0),
        ("(a)", 1),
        ("(b)", 1),
        ("(i)", 2),
    ]
    assert [item.id for item in found] == [item.id for item in ITEMS]


def test_renewed_items_keep_their_tree_under_other_keys() -> None:
    made = agenda.renewed(ITEMS)
    assert {item.id for item in made}.isdisjoint({item.id for item in ITEMS})
    assert made[2].parent_id == made[3].parent_id == made[1].id
    assert made[4].parent_id == made[3].id
