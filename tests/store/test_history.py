from collections.abc import Callable

from gmp_desktop.domain.ops import Op
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import AgendaItemRow, BlockRow, MeetingRow
from tests.store.builders import a_document, delete, delete_document, edit, meet, texts
from tests.store.random_history import content

Fresh = Callable[[], Store]


def test_undo_and_redo_go_back_and_forth(store: Store) -> None:
    (block,) = a_document(store, "one")
    edit(store, block, "two")
    edit(store, block, "three")

    store.undo()
    store.undo()
    assert texts(store) == ["one"]
    store.redo()
    assert texts(store) == ["two"]
    assert (store.undo_name(), store.redo_name()) == ((Op.EDIT_TEXT, "two"), (Op.EDIT_TEXT, "three"))
    assert store.verify() == []


def test_undo_to_the_beginning_and_redo_to_the_end(store: Store) -> None:
    one, _ = a_document(store, "one", "two")
    edit(store, one, "three")
    delete(store, one)
    delete_document(store)
    states = [content(store)]
    while store.undo():
        states.append(content(store))
    assert texts(store) == []
    for state in reversed(states[:-1]):
        store.redo()
        assert content(store) == state
    assert store.redo() is None
    assert store.verify() == []


def test_a_new_step_forgets_what_was_undone(store: Store) -> None:
    (block,) = a_document(store, "one")
    edit(store, block, "two")
    store.undo()
    edit(store, block, "three")

    assert store.redo() is None
    assert texts(store) == ["three"]


def test_a_deleted_document_comes_back_with_its_children(store: Store) -> None:
    a_document(store, "one", "two")
    before = content(store)

    delete_document(store)
    assert texts(store) == []
    store.undo()

    assert content(store) == before


def test_references_to_a_deleted_row_come_back_with_it(store: Store) -> None:
    (block,) = a_document(store, "one")
    with store.write(Op.ADD_AGENDA_ITEM) as session:
        meeting = MeetingRow(code="PAG-8")
        item = AgendaItemRow(meeting_id=meeting.id)
        session.add_all([meeting, item])
        session.get_one(BlockRow, block).agenda_item_id = item.id
    with store.write(Op.REMOVE_MEETING) as session:
        session.delete(session.get_one(MeetingRow, meeting.id))
    with store.read() as session:
        assert session.get_one(BlockRow, block).agenda_item_id is None
    assert store.verify() == []

    changes = store.undo()

    assert changes is not None
    assert block in changes.ids("block")
    with store.read() as session:
        assert session.get_one(BlockRow, block).agenda_item_id == item.id


def test_steps_with_the_same_fold_are_one_until_sealed(store: Store) -> None:
    (block,) = a_document(store, "one")
    edit(store, block, "two", fold="typing")
    edit(store, block, "three", fold="typing")
    store.seal()
    edit(store, block, "four", fold="typing")

    store.undo()
    assert texts(store) == ["three"]
    store.undo()
    assert texts(store) == ["one"]
    store.redo()
    assert texts(store) == ["three"]


def test_the_undo_stack_survives_a_restart(places) -> None:
    place = places()
    store = Store.open(place)
    (block,) = a_document(store, "one")
    edit(store, block, "two")
    edit(store, block, "three")
    store.undo()
    store.close()

    store = Store.open(place)
    assert (store.undo_name(), store.redo_name()) == ((Op.EDIT_TEXT, "two"), (Op.EDIT_TEXT, "three"))
    store.redo()
    store.undo()
    store.undo()
    assert texts(store) == ["one"]
    store.close()


def test_undo_leaves_what_another_wrote_over_it(fresh: Fresh) -> None:
    mine, other = fresh(), fresh()
    (block,) = a_document(mine, "one")
    edit(mine, block, "mine")
    meet(mine, other)
    edit(other, block, "theirs")
    meet(mine, other)

    mine.undo()

    assert texts(mine) == ["theirs"]
    assert mine.verify() == []


def test_undo_keeps_what_another_wrote_beside_it(fresh: Fresh) -> None:
    mine, other = fresh(), fresh()
    (block,) = a_document(mine, "one")
    meet(mine, other)
    edit(mine, block, "mine")
    edit(other, block, "theirs")
    meet(mine, other)

    mine.undo()

    assert {version.value for version in mine.conflicts()[0].versions} == {"one", "theirs"}
    mine.redo()
    assert {version.value for version in mine.conflicts()[0].versions} == {"mine", "theirs"}


def test_undoing_a_new_row_keeps_what_another_wrote_into_it(fresh: Fresh) -> None:
    mine, other = fresh(), fresh()
    (block,) = a_document(mine, "one")
    with mine.write(Op.ADD_BLOCK) as session:
        document = session.get_one(BlockRow, block).document_id
        new = BlockRow(document_id=document, order_key="z", text="new")
        session.add(new)
    meet(mine, other)
    edit(other, new.id, "theirs")
    meet(mine, other)

    mine.undo()

    assert texts(mine) == ["one", "theirs"]
    assert mine.conflicts()[0].field == "exists"


def test_undoing_a_settled_conflict_brings_both_versions_back(fresh: Fresh) -> None:
    mine, other = fresh(), fresh()
    (block,) = a_document(mine, "one")
    meet(mine, other)
    edit(mine, block, "mine")
    edit(other, block, "theirs")
    meet(mine, other)
    (conflict,) = before = mine.conflicts()
    with mine.write(Op.RESTORE_TEXT, seen={(block, "text"): conflict.seen}) as session:
        session.get_one(BlockRow, block).text = "both"
    assert mine.conflicts() == []

    mine.undo()

    (again,) = mine.conflicts()
    assert [version.value for version in again.versions] == [version.value for version in before[0].versions]


def test_undo_of_one_device_does_not_touch_the_steps_of_another(fresh: Fresh) -> None:
    mine, other = fresh(), fresh()
    a_document(other, "theirs")
    meet(mine, other)

    assert mine.undo() is None
    assert texts(mine) == ["theirs"]


def test_deleting_again_what_had_come_back_deletes_it(fresh: Fresh) -> None:
    mine, other = fresh(), fresh()
    (block,) = a_document(mine, "one")
    meet(mine, other)
    delete(other, block)
    edit(mine, block, "two")
    meet(mine, other)
    assert texts(mine) == ["two"]
    delete(mine, block)

    for _ in range(2):
        mine.undo()
        assert texts(mine) == ["two"]
        mine.redo()
        assert texts(mine) == []
    assert mine.verify() == []
