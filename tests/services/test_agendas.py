from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest

from gmp_desktop.domain.adoption import Change
from gmp_desktop.domain.errors import NotFound, Refused
from gmp_desktop.domain.meeting import AgendaStage
from gmp_desktop.domain.ops import Op
from gmp_desktop.services.agendas import LONGEST_TITLE, Agendas
from gmp_desktop.services.meetings import Meetings
from gmp_desktop.services.sittings import Sittings
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import AttachmentRow, DocumentRow, PersonRow

TEXT = "1. Opening\n2. Matters\n(a) Adoption\n(b) Work\n3. Closure"


@pytest.fixture
def agendas(store: Store) -> Agendas:
    return Agendas(store)


@pytest.fixture
def meeting(meetings: Meetings) -> UUID:
    return meetings.add("PAG-16", ordinal=16, symbol_stem="UNEP/Hg/PAG.16")


@pytest.fixture
def items(agendas: Agendas, meeting: UUID) -> Callable[[], dict[str, UUID]]:
    agendas.paste(meeting, TEXT)
    return lambda: {item.title: item.id for item in agendas.items(meeting)}


def lines(agendas: Agendas, meeting: UUID) -> list[str]:
    return [f"{'-' * item.depth}{item.label} {item.title}" for item in agendas.items(meeting)]


Items = Callable[[], dict[str, UUID]]


def test_pasted_lines_are_a_tree(agendas: Agendas, meeting: UUID, items: Items) -> None:
    assert lines(agendas, meeting) == ["1. Opening", "2. Matters", "-(a) Adoption", "-(b) Work", "3. Closure"]


def test_pasted_lines_stand_below_the_item_chosen(agendas: Agendas, meeting: UUID, items: Items) -> None:
    assert agendas.paste(meeting, "One\n\tTwo", items()["Adoption"]) == 2
    assert lines(agendas, meeting)[2:6] == ["-(a) Adoption", "-(b) One", "--(i) Two", "-(c) Work"]


def test_pasting_is_one_step(agendas: Agendas, meeting: UUID, items: Items, store: Store) -> None:
    store.undo()
    assert agendas.items(meeting) == []


def test_a_new_item_stands_on_the_next_line(agendas: Agendas, meeting: UUID, items: Items) -> None:
    agendas.add(meeting, "New", after=items()["Matters"])
    agendas.add(meeting, "Last")
    agendas.add(meeting, "Between", after=items()["Work"], depth=0)
    assert lines(agendas, meeting) == [
        "1. Opening",
        "2. Matters",
        "-(a) New",
        "-(b) Adoption",
        "-(c) Work",
        "3. Between",
        "4. Closure",
        "5. Last",
    ]


def test_items_go_in_and_out_and_up_and_down(agendas: Agendas, meeting: UUID, items: Items) -> None:
    agendas.indent(items()["Closure"])
    agendas.outdent(items()["Adoption"])
    agendas.move(items()["Matters"], -1)
    assert lines(agendas, meeting) == [
        "1. Matters",
        "-(a) Work",
        "-(b) Closure",
        "2. Opening",
        "3. Adoption",
    ]


def test_the_first_item_stays_first(agendas: Agendas, meeting: UUID, items: Items, store: Store) -> None:
    before = store.undo_name()
    agendas.move(items()["Opening"], -1)
    assert store.undo_name() == before


def test_removing_an_item_takes_what_is_below_it_and_undo_brings_it_back(
    agendas: Agendas, meeting: UUID, items: Items, store: Store
) -> None:
    before = agendas.items(meeting)
    assert agendas.remove(items()["Matters"]) == "item 2"
    assert lines(agendas, meeting) == ["1. Opening", "2. Closure"]
    store.undo()
    assert agendas.items(meeting) == before


def test_typing_in_a_title_is_one_step_until_it_is_left(
    agendas: Agendas, meeting: UUID, items: Items, store: Store
) -> None:
    item = items()["Opening"]
    for text in ("O", "Op", "Open"):
        agendas.edit(item, title=text)
    store.seal()
    agendas.edit(item, title="Opened")
    store.undo()
    assert agendas.items(meeting)[0].title == "Open"
    store.undo()
    assert agendas.items(meeting)[0].title == "Opening"


@pytest.mark.parametrize("text", ["=1+1", "<b>bold</b>", "\u202eesrever", "a" * LONGEST_TITLE])
def test_any_title_is_kept_as_it_is(agendas: Agendas, meeting: UUID, text: str) -> None:
    agendas.edit(agendas.add(meeting), title=text)
    assert agendas.items(meeting)[0].title == text


def test_what_is_no_title_and_no_time_is_refused(agendas: Agendas, meeting: UUID) -> None:
    item = agendas.add(meeting, "Opening")
    for fields in ({"title": "x" * 100_000}, {"minutes": -1}, {"minutes": 10_000}):
        with pytest.raises(Refused, match="Nothing was changed"):
            agendas.edit(item, **fields)
    with pytest.raises(TypeError):
        agendas.edit(item, colour="blue")
    assert [(one.title, one.minutes) for one in agendas.items(meeting)] == [("Opening", None)]


def test_an_item_that_is_gone_is_not_found(agendas: Agendas) -> None:
    with pytest.raises(NotFound, match="agenda item"):
        agendas.edit(UUID(int=1), title="x")


def test_an_item_is_put_into_a_sitting_with_all_below_it(
    agendas: Agendas, meeting: UUID, items: Items, store: Store
) -> None:
    sittings = Sittings(store)
    first = sittings.add(meeting, date(2026, 11, 10))
    second = sittings.add(meeting, date(2026, 11, 11))
    agendas.schedule(items()["Work"], first)
    agendas.schedule(items()["Matters"], second)
    table = agendas.sheet(meeting).timetable
    assert [slot.sitting_id for slot in table.slots] == [first, *[second] * 4]
    agendas.schedule(items()["Matters"], None)
    assert {slot.sitting_id for slot in agendas.sheet(meeting).timetable.slots} == {first}


def test_an_item_cannot_be_put_into_a_sitting_of_another_meeting(
    agendas: Agendas, meetings: Meetings, items: Items, store: Store
) -> None:
    other = Sittings(store).add(meetings.add("PAG-17"), date(2027, 1, 1))
    with pytest.raises(Refused, match="stays where it was"):
        agendas.schedule(items()["Work"], other)


def test_presenters_are_people_or_names(agendas: Agendas, meeting: UUID, items: Items, store: Store) -> None:
    with store.write(Op.ADD_PERSON) as session:
        person = PersonRow(honorific="Ms.", given="Ingrid", family="Solheim")
        session.add(person)
    item = items()["Opening"]
    agendas.set_presenters(item, [person.id, " Secretariat ", "Secretariat", ""])
    assert [(one.name, one.person_id) for one in agendas.presenters(meeting)] == [
        ("Ms. Ingrid Solheim", person.id),
        ("Secretariat", None),
    ]
    assert [named.short for named in agendas.sheet(meeting).presenters[item]] == [
        "Ms. Solheim",
        "Secretariat",
    ]
    assert agendas.people() == [(person.id, "Ms. Ingrid Solheim")]
    agendas.set_presenters(item, [])
    assert agendas.presenters(meeting) == []


def test_naming_the_same_presenters_again_is_no_step(agendas: Agendas, items: Items, store: Store) -> None:
    agendas.set_presenters(items()["Work"], ["Secretariat"])
    store.undo()
    store.redo()
    step = store.undo_name()
    agendas.set_presenters(items()["Work"], ["Secretariat"])
    assert store.undo_name() == step


def test_documents_are_linked_once_and_say_whether_they_are_here(
    agendas: Agendas, meeting: UUID, items: Items, store: Store
) -> None:
    with store.write(Op.EDIT_DOCUMENT) as session:
        paper = DocumentRow(meeting_id=meeting, symbol="UNEP/Hg/PAG.16/3", title="Progress")
        session.add(paper)
    item = items()["Work"]
    agendas.link_document(item, paper.id)
    agendas.link_document(item, paper.id)
    sheet = agendas.sheet(meeting)
    assert [(one.symbol, one.here) for one in sheet.papers[item]] == [("UNEP/Hg/PAG.16/3", False)]
    assert (sheet.wanting, sheet.without_file) == ({item}, {paper.id})
    with store.write(Op.EDIT_DOCUMENT) as session:
        session.add(AttachmentRow(document_id=paper.id, name="3.pdf"))
    assert agendas.sheet(meeting).papers[item][0].here
    agendas.unlink_document(item, paper.id)
    assert agendas.sheet(meeting).papers == {}


def test_what_the_floor_changes_is_told_against_the_provisional_agenda(
    agendas: Agendas, meeting: UUID, items: Items, store: Store
) -> None:
    with store.write(Op.EDIT_DOCUMENT) as session:
        session.add(DocumentRow(meeting_id=meeting, symbol="UNEP/Hg/PAG.16/1", kind="agenda"))
    assert agendas.differences(meeting) == ()
    agendas.freeze_provisional(meeting)
    agendas.remove(items()["Work"])
    assert [one.title_before for one in agendas.differences(meeting) if Change.STRUCK in one.changes] == [
        "Work"
    ]
    assert agendas.adoption_text(meeting) == (
        "The meeting agreed to adopt the agenda as set out in document UNEP/Hg/PAG.16/1, as orally amended: "
        "item 2 (b), “Work”, was deleted."
    )
    agendas.adopt(meeting)
    assert agendas.sheet(meeting).meeting.agenda_stage is AgendaStage.ADOPTED
    assert [item.title for item in agendas.provisional(meeting)][3] == "Work"


def test_there_is_nothing_to_adopt_in_an_empty_agenda(agendas: Agendas, meeting: UUID) -> None:
    with pytest.raises(Refused, match="no agenda to adopt"):
        agendas.adopt(meeting)


def test_items_are_copied_as_lines(agendas: Agendas, meeting: UUID, items: Items) -> None:
    assert agendas.as_text(meeting) == (
        "1.\tOpening.\n2.\tMatters:\n\t(a)\tAdoption;\n\t(b)\tWork.\n3.\tClosure.\n"
    )
    assert agendas.as_text(meeting, [items()["Matters"]]) == "2.\tMatters:\n\t(a)\tAdoption;\n\t(b)\tWork.\n"


def test_an_annotation_begins_as_the_body_is_called(agendas: Agendas, meeting: UUID) -> None:
    assert agendas.formulas(meeting)[0] == "The Group will have before it …"


def test_an_agenda_has_an_end(agendas: Agendas, meeting: UUID) -> None:
    with pytest.raises(Refused, match="at most 1,000 items"):
        agendas.paste(meeting, "Item\n" * 1_001)
