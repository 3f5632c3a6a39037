from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from gmp_desktop.domain.errors import NotFound, Refused
from gmp_desktop.domain.meeting import DocumentStage, MeetingDocument
from gmp_desktop.domain.ops import Op
from gmp_desktop.domain.register import RegisterKind, short_form
from gmp_desktop.services.agendas import Agendas
from gmp_desktop.services.archive import Archive
from gmp_desktop.services.meetings import Meetings
from gmp_desktop.services.register import Entry, Register
from gmp_desktop.services.report import Reports
from gmp_desktop.services.sample import Sample
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import DocumentRow

STEM = "UNEP/Hg/PAG.15"


@pytest.fixture
def meeting(store: Store) -> UUID:
    return Meetings(store).add(ordinal=15)


@pytest.fixture
def register(store: Store, data_folder: Path) -> Register:
    return Register(store, data_folder)


@pytest.fixture
def items(store: Store) -> tuple[UUID, list[UUID]]:
    """The sample meeting with its agenda."""
    Sample(store).add()
    sample = Meetings(store).by_code("PAG-15").id
    return sample, [item.id for item in Meetings(store).agenda(sample)]


def one(register: Register, meeting: UUID, id: UUID) -> MeetingDocument:
    return next(document for document in register.documents(meeting) if document.id == id)


def report_of(store: Store, meeting: UUID) -> UUID:
    report = Reports(store).of_meeting(meeting)
    assert report is not None
    return report


def cite(store: Store, meeting: UUID, *symbols: str) -> None:
    with store.write(Op.IMPORT) as session:
        session.add_all(DocumentRow(meeting_id=meeting, symbol=symbol, cited=True) for symbol in symbols)


def shorts(register: Register, meeting: UUID) -> list[str]:
    return [short_form(document.symbol, STEM) for document in register.documents(meeting)]


def test_what_is_not_given_follows_from_the_symbol(register: Register, meeting: UUID) -> None:
    agenda = one(register, meeting, register.add(meeting, symbol="/1"))
    room = one(register, meeting, register.add(meeting, symbol="CRP.1", title=" Work \n in groups "))

    assert (agenda.symbol, agenda.title, agenda.kind, agenda.distribution) == (
        f"{STEM}/1",
        "Provisional agenda",
        "agenda",
        "General",
    )
    assert (room.title, room.kind, room.distribution) == ("Work in groups", "other", "Limited")
    assert room.stage is DocumentStage.PLANNED


def test_the_symbols_begin_as_the_register_shows(store: Store, register: Register) -> None:
    meeting = Meetings(store).add(ordinal=8)
    assert register.stem(meeting) == "UNEP/Hg/PAG.8"

    register.add(meeting, symbol="UNEP(ED)/Hg/PAG.8/1")
    assert register.stem(meeting) == "UNEP(ED)/Hg/PAG.8"


def test_nothing_is_proposed_where_nobody_knows_how_symbols_begin(store: Store, register: Register) -> None:
    meeting = Meetings(store).add("Retreat", body="Friends")

    assert register.propose(meeting, RegisterKind.WORKING).symbol == ""


def test_the_next_free_symbol_is_proposed(register: Register, meeting: UUID) -> None:
    first = register.propose(meeting, RegisterKind.WORKING)
    third = register.add(meeting, symbol="/3")
    for short in ("/1", "/2"):
        register.add(meeting, symbol=short)

    assert (first.symbol, first.title) == (f"{STEM}/1", "Provisional agenda")
    assert register.propose(meeting, RegisterKind.WORKING).symbol == f"{STEM}/4"
    assert register.propose(meeting, RegisterKind.ADDENDUM, third).symbol == f"{STEM}/3/Add.1"


@pytest.mark.parametrize("symbol", ["/3", "unep/hg/PAG.15/3", "UNEP/Hg/PAG.15//4", ""])
def test_a_symbol_that_is_taken_or_malformed_is_refused(symbol, register, meeting) -> None:
    register.add(meeting, symbol="/3")

    with pytest.raises(Refused, match="Nothing was changed"):
        register.add(meeting, symbol=symbol)

    assert len(register.documents(meeting)) == 1


def test_a_whole_list_is_one_step(store: Store, register: Register, meeting: UUID) -> None:
    register.add(meeting, symbol="/2")
    result = register.add_many(
        meeting, [Entry("/1"), Entry("/2"), Entry("nonsense"), Entry("INF/1", "Laboratories"), Entry("/1")]
    )

    assert shorts(register, meeting) == ["/1", "/2", "INF/1"]
    assert len(result.added) == 2
    assert [entry.symbol for entry, _ in result.refused] == ["/2", "nonsense", "/1"]
    assert result.refused[0][1].startswith(f"There is a document {STEM}/2 already")
    assert store.undo_name() == (Op.ADD_DOCUMENTS, "5 documents")

    store.undo()
    assert shorts(register, meeting) == ["/2"]


def test_a_file_of_a_document_that_is_here_is_attached_to_it(register, meeting, tmp_path) -> None:
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(b"An invented paper.")
    here = register.add(meeting, symbol="/2")
    kept = register.attachments.keep(paper)
    result = register.add_many(meeting, [Entry("/2", "", kept), Entry("/3", "New", kept, "fr")])

    assert result.attached == (here,)
    assert [len(document.attachments) for document in register.documents(meeting)] == [1, 1]
    assert register.documents(meeting)[1].languages == ("fr",)


def test_every_fact_of_a_document_can_be_changed(register: Register, meeting: UUID) -> None:
    id = register.add(meeting, symbol="/3", title="Progress")
    register.edit(
        id,
        symbol="INF/1",
        title="Laboratories",
        kind="note",
        distribution="Restricted",
        issued_on=date(2026, 11, 10),
        languages=("en", "fr", "en"),
        stage=DocumentStage.ISSUED,
    )

    document = one(register, meeting, id)
    assert document.symbol == f"{STEM}/INF/1"
    assert (document.title, document.kind, document.distribution) == ("Laboratories", "note", "Restricted")
    assert (document.issued_on, document.languages) == (date(2026, 11, 10), ("en", "fr"))
    assert document.stage is DocumentStage.ISSUED


def test_a_symbol_can_stay_as_it_is_and_cannot_become_that_of_another(register, meeting) -> None:
    register.add(meeting, symbol="/1")
    id = register.add(meeting, symbol="/2")
    register.edit(id, symbol="/2")

    with pytest.raises(Refused, match="already"):
        register.edit(id, symbol="/1")


def test_a_title_being_typed_is_one_step(store: Store, register: Register, meeting: UUID) -> None:
    id = register.add(meeting, symbol="/3", title="Progress")
    for title in ("Pro", "Progress of", "Progress of the areas"):
        register.edit(id, title=title)
    store.undo()

    assert one(register, meeting, id).title == "Progress"


@pytest.mark.parametrize(
    "fields", [{"title": "x" * 100_000}, {"languages": ["?"]}, {"languages": ["en"] * 100}]
)
def test_what_is_too_much_is_refused(fields, register: Register, meeting: UUID) -> None:
    id = register.add(meeting, symbol="/3")

    with pytest.raises(Refused, match="Nothing was changed"):
        register.edit(id, **fields)


@pytest.mark.parametrize("title", ["=1+1", "<b>bold</b>", "\u202egpj.exe", "议程"])
def test_a_title_is_kept_as_typed(title: str, register: Register, meeting: UUID) -> None:
    assert one(register, meeting, register.add(meeting, symbol="/3", title=title)).title == title


def test_a_document_is_put_under_items_of_its_agenda(register: Register, items) -> None:
    meeting, (first, second, third, *_) = items
    id = register.add(meeting, symbol="/30", item_ids=[first, second])
    register.link(id, third)
    register.unlink(id, first)
    assert set(one(register, meeting, id).item_ids) == {second, third}

    register.edit(id, item_ids=[first])
    assert one(register, meeting, id).item_ids == (first,)
    with pytest.raises(NotFound):
        register.link(id, uuid4())


def test_an_item_of_another_meeting_has_nothing_to_do_with_it(
    store: Store, register: Register, meeting: UUID
) -> None:
    other = Agendas(store).add(Meetings(store).add("INC-1"), "Opening")
    with pytest.raises(NotFound):
        register.link(register.add(meeting, symbol="/30"), other)


def test_a_stage_nobody_knows_is_a_mistake_of_ours(register: Register, meeting: UUID) -> None:
    with pytest.raises(ValueError, match="embargoed"):
        register.edit(register.add(meeting, symbol="/30"), stage="embargoed")


def test_the_documents_of_an_item_can_be_put_in_order(store: Store, register: Register, items) -> None:
    meeting, (item, *_) = items
    ids = [register.add(meeting, symbol=f"/{n}", item_ids=[item]) for n in (30, 31, 32)]
    register.move(ids[2], item, -1)
    assert ordered(store, register, item) == [ids[0], ids[2], ids[1]]
    register.move(ids[0], item, 9)
    assert ordered(store, register, item) == [ids[2], ids[1], ids[0]]

    steps = store.undo_name()
    register.move(ids[0], item, 1)
    assert store.undo_name() == steps


def ordered(store: Store, register: Register, item: UUID) -> list[UUID]:
    from gmp_desktop.services.register_rows import links_of

    with store.read() as session:
        return [link.document_id for link in links_of(session, item)]


def test_papers_and_cited_documents_stand_in_the_register(register: Register, items, store: Store) -> None:
    meeting, _ = items
    cite(store, meeting, "MC-4/12")
    documents = register.documents(meeting)
    report = report_of(store, meeting)

    assert report in {document.id for document in documents if document.has_text}
    cited = [document for document in documents if document.cited]
    assert documents[-len(cited) :] == cited


def test_several_documents_are_removed_in_one_step(store: Store, register: Register, meeting: UUID) -> None:
    ids = [register.add(meeting, symbol=f"/{n}") for n in (1, 2, 3)]
    register.remove(ids[0], ids[2])
    assert shorts(register, meeting) == ["/2"]

    store.undo()
    assert shorts(register, meeting) == ["/1", "/2", "/3"]


def test_the_list_of_the_meeting_before_can_be_taken_over(
    store: Store, register: Register, meeting: UUID
) -> None:
    before = Meetings(store).add(ordinal=14)
    register.add(before, symbol="/1")
    register.add(before, symbol="INF/1", title="Laboratories")
    register.add(before, symbol="UNEP/Hg/PAG.13/7", title="Report")

    code, listed = register.list_before(meeting)

    assert code == "PAG-14"
    assert [(entry.symbol, entry.title) for entry in listed] == [
        (f"{STEM}/1", "Provisional agenda"),
        (f"{STEM}/INF/1", "Laboratories"),
    ]
    assert register.list_before(before) == ("", [])


def test_a_cited_document_is_adopted_by_name_or_by_its_symbol(
    store: Store, register: Register, meeting: UUID
) -> None:
    cite(store, meeting, "MC-4/12", f"{STEM}/40")
    first, second = sorted(register.documents(meeting), key=lambda document: document.symbol)
    register.adopt(first.id)
    id = register.add(meeting, symbol=second.symbol, title="Here now")

    assert not one(register, meeting, first.id).cited
    assert id == second.id
    assert (one(register, meeting, id).cited, one(register, meeting, id).title) == (False, "Here now")


def test_removing_the_report_takes_its_text_along_and_undo_brings_it_back(
    register: Register, items, store: Store
) -> None:
    meeting, _ = items
    reports = Reports(store)
    report = report_of(store, meeting)
    text = reports.document(report)
    register.remove(report)
    assert reports.of_meeting(meeting) is None
    store.undo()

    assert reports.document(report) == text


def test_a_report_prints_the_symbol_the_register_gives_it(register: Register, items, store: Store) -> None:
    meeting, _ = items
    report = report_of(store, meeting)
    register.edit(report, symbol="/99")

    masthead = Reports(store).document(report).masthead
    assert masthead is not None
    assert masthead.symbol == f"{STEM}/99"


def test_an_imported_paper_is_in_the_register(register, meeting, store, tmp_path) -> None:
    paper = tmp_path / "note.txt"
    paper.write_text("UNEP/Hg/PAG.15/4\nDistr.: General\n\nNote on assays\n\n1. It is short.\n", "utf-8")
    Archive(store).take(Archive.read(paper), as_="document", meeting="PAG-15")

    assert shorts(register, meeting) == ["/4"]


def test_what_is_gone_is_told(register: Register) -> None:
    with pytest.raises(NotFound):
        register.edit(uuid4(), title="x")
    with pytest.raises(NotFound):
        register.stem(uuid4())
