"""Thousands of new rows in one step leave the same trace as a few, and one entry of the log each."""

from collections.abc import Callable
from uuid import UUID

import pytest
from sqlalchemy import select

from gmp_desktop.domain.ops import Op
from gmp_desktop.store.ledger_rows import AT_ONCE
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import (
    AgendaItemRow,
    AppointmentRow,
    Base,
    BlockRow,
    DocumentRow,
    MeetingRow,
    ParticipantRow,
    PersonRow,
    PrivateDetailRow,
)
from tests.store.random_history import content, private_texts

MANY = AT_ONCE + 20


def _people(meeting: UUID, count: int = MANY) -> list[Base]:
    rows: list[Base] = []
    for number in range(count):
        person = PersonRow(given="Amina\0", family=f"Diallo {number}", family_first=bool(number % 2))
        rows += [
            ParticipantRow(meeting_id=meeting, person_id=person.id, badge=number),
            PrivateDetailRow(person_id=person.id, email=f"{number}@example.org"),
            person,
        ]
    return rows


@pytest.fixture
def meeting(store: Store) -> UUID:
    with store.write(Op.ADD_MEETING) as session:
        session.add(row := MeetingRow(code="PAG-8"))
    return row.id


def _import(store: Store, rows: list[Base], progress: Callable[[float], None] = lambda done: None) -> None:
    with store.write(Op.IMPORT, progress=progress) as session:
        session.add_all(rows)


def test_a_big_step_is_one_entry_for_each_row_and_is_undone_as_one(store: Store, meeting: UUID) -> None:
    before, entries = content(store), len(list(store.entries()))
    _import(store, _people(meeting))
    after = content(store)

    assert len(list(store.entries())) == entries + 3 * MANY
    assert {row["given"] for row in after["person"]} == {"Amina"}
    assert store.verify() == []
    store.undo()
    assert content(store) == before
    assert store.verify() == []
    store.redo()
    assert content(store) == after
    store.undo()
    store.redo()
    store.rebuild()
    assert content(store) == after
    assert store.verify() == []


def test_a_big_step_is_taken_in_elsewhere(fresh: Callable[[], Store]) -> None:
    mine, other = fresh(), fresh()
    meeting = MeetingRow(code="PAG-8")
    _import(mine, [*_people(meeting.id), meeting])

    other.absorb(mine.entries(), private_texts(mine))

    assert content(other) == content(mine)
    assert other.verify() == []


def test_undoing_a_big_step_keeps_what_another_wrote_into_it(fresh: Callable[[], Store]) -> None:
    mine, other = fresh(), fresh()
    meeting = MeetingRow(code="PAG-8")
    _import(mine, [*_people(meeting.id, 3), meeting])
    other.absorb(mine.entries())
    with other.write(Op.EDIT_MEETING) as session:
        person = session.scalars(select(PersonRow).order_by(PersonRow.family)).first()
        assert person is not None
        person.honorific = "Ms."
    mine.absorb(other.entries())

    mine.undo()

    assert [(row["family"], row["honorific"]) for row in content(mine)["person"]] == [("Diallo 0", "Ms.")]
    assert mine.verify() == []


def test_a_big_step_is_taken_back_and_done_again_any_number_of_times(store: Store, meeting: UUID) -> None:
    before = content(store)
    _import(store, _people(meeting))
    after = content(store)

    for _ in range(3):
        store.undo()
        assert content(store) == before
        assert store.verify() == []
        store.redo()
        assert content(store) == after
        assert store.verify() == []


def test_taking_back_tells_its_progress_and_an_error_from_it_leaves_everything_as_it_was(
    store: Store, meeting: UUID
) -> None:
    told: list[float] = []
    _import(store, _people(meeting))
    before, entries = content(store), list(store.entries())

    def stop(done: float) -> None:
        told.append(done)
        if done > 0.7:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        store.undo(stop)

    assert content(store) == before
    assert list(store.entries()) == entries
    assert store.undo_name() == (Op.IMPORT, "")
    assert store.verify() == []
    told.clear()
    store.undo(told.append)
    assert told == sorted(told)
    assert 0.0 <= told[0] < told[-1] <= 1.0


def test_what_another_adds_to_a_big_step_goes_and_comes_with_it(fresh: Callable[[], Store]) -> None:
    mine, other = fresh(), fresh()
    meeting = MeetingRow(code="PAG-8")
    _import(mine, [meeting])
    _import(mine, _people(meeting.id, 3))
    other.absorb(mine.entries())
    with other.write(Op.EDIT_MEETING) as session:
        person = session.scalars(select(PersonRow).order_by(PersonRow.family)).first()
        assert person is not None
        session.add(AppointmentRow(person_id=person.id, title="Adviser"))
    mine.absorb(other.entries())

    mine.undo()
    assert content(mine)["appointment"] == []
    assert mine.verify() == []
    mine.redo()

    assert [row["title"] for row in content(mine)["appointment"]] == ["Adviser"]
    assert mine.verify() == []


def test_a_big_removal_comes_back_and_goes_again(store: Store, meeting: UUID) -> None:
    """One of those removed was edited before, the others were as they were made."""
    _import(store, _people(meeting, 4))
    with store.write(Op.EDIT_MEETING) as session:
        session.scalars(select(PersonRow).order_by(PersonRow.family)).all()[1].honorific = "Ms."
    before = content(store)
    with store.write(Op.REMOVE_BLOCK) as session:
        for person in session.scalars(select(PersonRow)):
            session.delete(person)
    after = content(store)

    for _ in range(2):
        store.undo()
        assert content(store) == before
        assert store.verify() == []
        store.redo()
        assert content(store) == after
        assert store.verify() == []


def test_what_refers_to_its_own_table_comes_back_as_it_was(store: Store, meeting: UUID) -> None:
    with store.write(Op.ADD_AGENDA_ITEM) as session:
        children = [AgendaItemRow(meeting_id=meeting, title=f"Part {number}") for number in range(MANY)]
        parent = AgendaItemRow(meeting_id=meeting, title="Matters")
        for child in children:
            child.parent_id = parent.id
        session.add_all([*children, parent])
    before = content(store)
    with store.write(Op.REMOVE_AGENDA_ITEM) as session:
        for item in session.scalars(select(AgendaItemRow)):
            session.delete(item)

    store.undo()

    assert content(store) == before
    assert store.verify() == []


def test_what_was_edited_before_it_was_deleted_comes_back_as_it_was(store: Store, meeting: UUID) -> None:
    """The deletion names the entry that made the row for what is left of it, and not for what was replaced."""
    _import(store, _people(meeting, 1))
    for family in ("Traoré", "Keïta", "Diallo"):
        with store.write(Op.EDIT_MEETING) as session:
            session.scalars(select(PersonRow)).one().family = family
    before = content(store)
    with store.write(Op.REMOVE_BLOCK) as session:
        session.delete(session.scalars(select(PersonRow)).one())

    store.undo()

    assert content(store) == before
    assert store.conflicts() == []
    assert store.verify() == []


def test_progress_is_told_and_an_error_from_it_leaves_everything_as_it_was(
    store: Store, meeting: UUID
) -> None:
    told: list[float] = []
    before, entries = content(store), list(store.entries())

    def cancel(done: float) -> None:
        told.append(done)
        if done > 0:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        _import(store, _people(meeting), cancel)

    assert content(store) == before
    assert list(store.entries()) == entries
    assert store.verify() == []
    told.clear()
    _import(store, _people(meeting), told.append)
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0.0, 1.0)
    assert len(told) > 3


def test_rows_added_through_a_relationship_and_edits_beside_new_rows_are_recorded(store: Store) -> None:
    with store.write(Op.IMPORT) as session:
        document = DocumentRow(title="Report")
        document.blocks.append(BlockRow(text="one"))
        session.add(document)
    with store.write(Op.IMPORT) as session:
        session.get_one(DocumentRow, document.id).title = "Other"
        session.add(BlockRow(document_id=document.id, text="two"))

    found = content(store)
    assert [row["title"] for row in found["document"]] == ["Other"]
    assert sorted(str(row["text"]) for row in found["block"]) == ["one", "two"]
    assert store.verify() == []


def test_a_row_of_a_big_step_can_be_read_after_it(store: Store, meeting: UUID) -> None:
    rows = _people(meeting, 1)
    _import(store, rows)
    assert rows[0].id in {row["id"] for row in content(store)["participant"]}


def test_a_reference_to_nothing_leaves_everything_as_it_was(store: Store, meeting: UUID) -> None:
    before = content(store)
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        _import(store, _people(PersonRow().id))
    assert content(store) == before
