import pytest
from sqlalchemy import text, update

from gmp_desktop.domain.changes import Changes
from gmp_desktop.domain.ops import Op
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import BlockRow, DocumentRow, MeetingRow
from tests.store.builders import a_document, delete_document, edit, texts


def test_a_step_is_announced_once_with_the_rows_it_touched(store: Store) -> None:
    heard: list[Changes] = []
    store.subscribe(heard.append)

    (block,) = a_document(store, "one")

    assert [changes.op for changes in heard] == [Op.IMPORT]
    assert heard[0].ids("block") == {block}
    assert heard[0].touch("document")


def test_an_error_in_a_step_leaves_nothing(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.write(Op.ADD_MEETING) as session:
        session.add(MeetingRow(code="PAG-8", ordinal=1 // len(session.query(MeetingRow).all())))

    assert not list(store.entries())
    assert store.verify() == []


def test_a_step_that_changes_nothing_is_no_step(store: Store) -> None:
    (block,) = a_document(store, "one")
    before = len(list(store.entries()))

    edit(store, block, "one")

    assert len(list(store.entries())) == before
    assert store.undo_name() == (Op.IMPORT, "")


def test_a_new_row_logs_only_what_differs_from_the_defaults(store: Store) -> None:
    with store.write(Op.ADD_MEETING) as session:
        session.add(MeetingRow(code="PAG-8", body="PAG"))

    assert [(entry.field, entry.value) for entry in store.entries()] == [("exists", '{"code":"PAG-8"}')]


def test_a_row_made_and_deleted_in_one_step_leaves_no_trace(store: Store) -> None:
    with store.write(Op.ADD_MEETING) as session:
        row = MeetingRow(code="PAG-8")
        session.add(row)
        session.flush()
        session.delete(row)

    assert not list(store.entries())


def test_several_changes_of_one_field_in_a_step_are_one_entry(store: Store) -> None:
    (block,) = a_document(store, "one")
    with store.write(Op.EDIT_TEXT) as session:
        row = session.get_one(BlockRow, block)
        row.text = "two"
        session.flush()
        row.text = "three"

    assert [entry.value for entry in store.entries() if entry.field == "text"] == ['"three"']


def test_setting_a_field_that_was_not_loaded_is_recorded(store: Store) -> None:
    (block,) = a_document(store, "one")
    with store.write(Op.EDIT_TEXT) as session:
        row = session.get_one(BlockRow, block)
        session.expire(row)
        row.text = "two"
    store.undo()

    assert texts(store) == ["one"]


@pytest.mark.parametrize("statement", [update(BlockRow).values(text=""), text("DELETE FROM block")])
def test_statements_that_would_leave_no_trace_are_refused(store: Store, statement) -> None:
    with pytest.raises(RuntimeError, match="trace"), store.write(Op.EDIT_TEXT) as session:
        session.execute(statement)


def test_bulk_methods_are_refused(store: Store) -> None:
    with pytest.raises(RuntimeError, match="trace"), store.write(Op.EDIT_TEXT) as session:
        session.bulk_save_objects([MeetingRow(code="PAG-8")])


def test_rows_change_within_a_step_only(store: Store) -> None:
    with store.read() as session:
        session.add(MeetingRow(code="PAG-8"))
        with pytest.raises(RuntimeError, match="within store"):
            session.flush()
        session.rollback()


def test_steps_do_not_nest(store: Store) -> None:
    with pytest.raises(RuntimeError, match="nest"), store.write(Op.EDIT_TEXT), store.write(Op.EDIT_TEXT):
        pass


def test_nul_and_half_characters_do_not_reach_the_database(store: Store) -> None:
    a_document(store, "a\0b\ud800")

    assert texts(store) == ["ab\ufffd"]
    assert store.verify() == []


def test_deleting_a_document_deletes_its_blocks_in_the_log_too(store: Store) -> None:
    a_document(store, "one", "two")

    delete_document(store)

    gone = [entry.table for entry in store.entries() if entry.field == "exists" and entry.value == "false"]
    assert sorted(gone) == ["block", "block", "document"]
    assert store.verify() == []


def test_tables_of_text_come_back_as_tuples(store: Store) -> None:
    with store.write(Op.ADD_BLOCK) as session:
        document = DocumentRow(corner=["a", "b\0"])
        session.add_all([document, BlockRow(document_id=document.id, kind="table", rows=[["é"], [""]])])
    with store.read() as session:
        block = session.query(BlockRow).one()
        assert block.rows == (("é",), ("",))
        assert session.get_one(DocumentRow, block.document_id).corner == ("a", "b")


def test_last_saved_tells_when(store: Store) -> None:
    assert store.last_saved is None
    a_document(store, "one")
    assert store.last_saved is not None


def test_settings_are_kept(store: Store) -> None:
    store.keep_setting("last meeting", "a")
    store.keep_setting("last meeting", "b")
    assert store.setting("last meeting") == "b"
    assert store.setting("none") is None
    assert not list(store.entries())
