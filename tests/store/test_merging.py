import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from sqlalchemy import select

from gmp_desktop.domain.errors import DamagedFile
from gmp_desktop.domain.ops import Op
from gmp_desktop.store.fields import decode
from gmp_desktop.store.log import LogEntry, signed
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import AgendaItemRow, BlockRow, DocumentRow, MeetingRow
from tests.store.builders import a_document, delete, delete_document, edit, meet, texts
from tests.store.random_history import content

Fresh = Callable[[], Store]


@pytest.fixture
def two(fresh: Fresh) -> tuple[Store, Store]:
    return fresh(), fresh()


def test_an_edit_replaces_what_was_on_the_screen_not_what_came_in_since(two: tuple[Store, Store]) -> None:
    mine, other = two
    (block,) = a_document(mine, "one")
    meet(*two)
    seen = mine.seen(block, "text")
    edit(other, block, "theirs")
    meet(*two)

    with mine.write(Op.EDIT_TEXT, seen={(block, "text"): seen}) as session:
        session.get_one(BlockRow, block).text = "mine"

    assert texts(mine) == ["mine"]
    assert {version.value for version in mine.conflicts()[0].versions} == {"mine", "theirs"}
    assert mine.verify() == []


def test_without_what_was_seen_an_edit_replaces_the_live_versions(two: tuple[Store, Store]) -> None:
    mine, other = two
    (block,) = a_document(mine, "one")
    meet(*two)
    edit(mine, block, "mine")
    edit(other, block, "theirs")
    meet(*two)

    edit(mine, block, "both")

    assert mine.conflicts() == []


def test_settling_without_a_version_that_came_in_since_shows_what_the_log_says(fresh: Fresh) -> None:
    mine, *others = stores = [fresh() for _ in range(3)]
    (block,) = a_document(mine, "one")
    meet(*stores)
    for store, text in zip(stores, ("mine", "theirs", "yet another"), strict=True):
        edit(store, block, text)
    meet(mine, others[0])
    seen = mine.seen(block, "text")
    meet(mine, others[1])

    with mine.write(Op.RESTORE_TEXT, seen={(block, "text"): seen}):
        pass

    assert mine.verify() == []
    assert texts(mine) == ["theirs"]
    assert {version.value for version in mine.conflicts()[0].versions} == {"theirs", "yet another"}


def test_a_conflict_that_is_settled_already_is_not_settled_again(two: tuple[Store, Store]) -> None:
    mine, other = two
    (block,) = a_document(mine, "one")
    meet(*two)
    edit(mine, block, "mine")
    edit(other, block, "theirs")
    meet(*two)
    seen = mine.seen(block, "text")

    for _ in range(2):
        with mine.write(Op.EDIT_TEXT, seen={(block, "text"): seen}) as session:
            session.get_one(BlockRow, block).text = "both"

    assert texts(mine) == ["both"]
    assert (mine.conflicts(), mine.verify()) == ([], [])


def test_leaving_the_shown_version_settles_a_conflict(two: tuple[Store, Store]) -> None:
    mine, other = two
    (block,) = a_document(mine, "one")
    meet(*two)
    edit(mine, block, "mine")
    edit(other, block, "theirs")
    meet(*two)
    shown = texts(mine)

    with mine.write(Op.RESTORE_TEXT, seen={(block, "text"): mine.conflicts()[0].seen}):
        pass
    meet(*two)

    assert (texts(mine), mine.conflicts()) == (texts(other), other.conflicts()) == (shown, [])


def test_an_edit_the_deleter_did_not_know_brings_the_row_back(two: tuple[Store, Store]) -> None:
    mine, other = two
    one, _ = a_document(mine, "one", "two")
    meet(*two)
    delete(mine, one)
    edit(other, one, "not so fast")
    meet(*two)

    assert texts(mine) == texts(other) == ["not so fast", "two"]
    (conflict,) = mine.conflicts()
    assert (conflict.table, conflict.row, conflict.field) == ("block", one, "exists")
    assert {version.value for version in conflict.versions} == {False, "not so fast"}


@pytest.mark.parametrize(("keep", "left"), [(True, ["not so fast"]), (False, [])])
def test_a_row_brought_back_is_kept_or_deleted_for_good(
    two: tuple[Store, Store], keep: bool, left: list[str]
) -> None:
    mine, other = two
    (block,) = a_document(mine, "one")
    meet(*two)
    delete(mine, block)
    edit(other, block, "not so fast")
    meet(*two)

    if keep:
        with mine.write(Op.RESTORE_TEXT, seen={(block, "exists"): mine.conflicts()[0].seen}):
            pass
    else:
        delete(mine, block)
    meet(*two)

    assert (texts(mine), mine.conflicts()) == (texts(other), other.conflicts()) == (left, [])
    assert mine.verify() == []


def test_a_deletion_replaces_only_what_was_on_the_screen(two: tuple[Store, Store]) -> None:
    mine, other = two
    (block,) = a_document(mine, "one")
    meet(*two)
    seen = {(block, "text"): mine.seen(block, "text")}
    edit(other, block, "theirs")
    meet(*two)

    with mine.write(Op.REMOVE_BLOCK, seen=seen) as session:
        session.delete(session.get_one(BlockRow, block))

    assert texts(mine) == ["theirs"]
    assert mine.verify() == []


def test_a_missing_parent_hides_its_children_until_it_is_there(two: tuple[Store, Store]) -> None:
    mine, other = two
    (one,) = a_document(mine, "one")
    meet(*two)
    with other.write(Op.ADD_BLOCK) as session:
        document = session.get_one(BlockRow, one).document_id
        session.add(BlockRow(document_id=document, order_key="z", text="new"))
    delete_document(mine)
    meet(*two)
    assert texts(mine) == texts(other) == []
    assert mine.verify() == other.verify() == []

    mine.undo()
    meet(*two)

    assert texts(mine) == texts(other) == ["one", "new"]


def test_rows_arrive_before_their_parents(two: tuple[Store, Store]) -> None:
    mine, other = two
    a_document(mine, "one", "two")
    entries = sorted(mine.entries(), key=lambda entry: entry.table)

    for entry in entries:
        other.absorb([entry])

    assert content(other) == content(mine)
    assert other.verify() == []


def test_what_is_known_changes_nothing(two: tuple[Store, Store]) -> None:
    mine, other = two
    a_document(mine, "one")

    assert other.absorb(mine.entries()) is not None
    assert other.absorb(list(mine.entries())) is None


def test_a_row_deleted_and_taken_in_again_has_the_new_values(store: Store) -> None:
    (block,) = a_document(store, "one")
    with store.read() as session:
        document = session.get_one(BlockRow, block).document_id
    delete(store, block)

    with store.write(Op.IMPORT) as session:
        session.add(BlockRow(id=block, document_id=document))

    assert texts(store) == [""]
    assert store.verify() == []


def _foreign(**values: object) -> LogEntry:
    entry = LogEntry(
        uuid4(), 1, "", "1700000000000.0000", uuid4(), "edit", "document", uuid4(), "title", '"a"', ()
    )
    return signed(replace(entry, **values))  # type: ignore[arg-type]


def test_a_changed_entry_refuses_the_whole_package(two: tuple[Store, Store]) -> None:
    mine, other = two
    a_document(mine, "one")
    entries = list(mine.entries())

    with pytest.raises(DamagedFile, match="Nothing was taken"):
        other.absorb([*entries[:-1], replace(entries[-1], value='"two"')])

    assert not list(other.entries())


@pytest.mark.parametrize(
    "values",
    [
        {"value": '{"b":1, "a":2}'},
        {"value": "NaN"},
        {"value": "["},
        {"value": "[" * 100_000},
        {"time": "soon"},
        {"number": 0},
        {"number": 2**40},
        {"replaces": ("b" * 64, "a" * 64)},
        {"replaces": ("x",)},
        {"field": "a\0"},
        {"previous": "x"},
    ],
    ids=str,
)
def test_what_the_program_would_not_write_is_refused(store: Store, values: dict[str, object]) -> None:
    with pytest.raises(DamagedFile):
        store.absorb([_foreign(**values)])


@pytest.mark.parametrize(
    ("table", "field", "value"),
    [
        ("document", "draft", '"yes"'),
        ("document", "meeting_id", '"no id"'),
        ("document", "corner", '[{"a":1}]'),
        ("document", "corner", '["a\\u0000"]'),
        ("document", "corner", '["a",["b"]]'),
        ("block", "rows", '["a"]'),
        ("block", "rows", '[["a"],[1]]'),
        ("block", "rows", '[["a",["b"]]]'),
        ("document", "title", "null"),
        ("meeting", "ordinal", "99999999999"),
        ("meeting", "starts_on", '"2026-02-30"'),
        ("block", "level", "true"),
        ("document", "from a newer version", "1"),
        ("table of a newer version", "title", '"a"'),
    ],
)
def test_values_that_do_not_fit_are_kept_and_do_no_harm(
    store: Store, table: str, field: str, value: str
) -> None:
    entry = _foreign(table=table, field=field, value=value)

    store.absorb([entry])

    assert list(store.entries()) == [entry]
    assert store.verify() == []
    with store.read() as session:
        assert all(type(line) is str for row in session.scalars(select(DocumentRow)) for line in row.corner)


@pytest.mark.parametrize("value", ['["a"]', '[["a"],[1]]', '[["a",["b"]]]', '[["a"],null]', '{"a":1}'])
def test_cells_that_are_none_read_as_none(value: str) -> None:
    assert decode("block", "rows", json.loads(value)) == ()


def test_cells_are_read_as_texts() -> None:
    assert decode("block", "rows", [["a", "b\0"], []]) == (("a", "b"), ())


def test_a_row_moved_under_another_that_then_went_is_taken_in_one_go(two: tuple[Store, Store]) -> None:
    mine, other = two
    meeting = MeetingRow(code="PAG-8")
    item, under = (AgendaItemRow(meeting_id=meeting.id, title=title) for title in ("item", "under"))
    with mine.write(Op.ADD_MEETING) as session:
        session.add_all([meeting, item, under])
    meet(*two)
    with other.write(Op.EDIT_MEETING) as session:
        session.get_one(AgendaItemRow, item.id).parent_id = under.id
    with other.write(Op.EDIT_MEETING) as session:
        session.delete(session.get_one(AgendaItemRow, under.id))

    meet(*two)

    with mine.read() as session:
        (left,) = session.scalars(select(AgendaItemRow))
        assert (left.title, left.parent_id) == ("item", None)
    assert content(mine) == content(other)
    assert mine.verify() == []
    other.undo()
    meet(*two)
    with mine.read() as session:
        assert session.get_one(AgendaItemRow, item.id).parent_id == under.id


def test_the_clock_goes_on_from_what_was_read(fresh: Fresh) -> None:
    mine = fresh()
    ahead = int(datetime(2200, 1, 1, tzinfo=UTC).timestamp() * 1000)
    mine.absorb([_foreign(time=f"{ahead}.0000")])

    with mine.write(Op.EDIT_DOCUMENT) as session:
        session.query(DocumentRow).one().title = "later"

    assert [entry.time for entry in mine.entries()] == [f"{ahead}.0000", f"{ahead}.0001"]


def test_a_clock_set_to_the_end_of_time_does_not_carry_others_there(two: tuple[Store, Store]) -> None:
    mine, other = two
    mine.absorb([_foreign(time="8999999999999.9999")])
    (block,) = a_document(mine, "one")

    other.absorb(mine.entries())

    edit(mine, block, "two")
    assert texts(mine) == ["two"]
    assert mine.verify() == []
