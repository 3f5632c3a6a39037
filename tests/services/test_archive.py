import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from gmp_desktop.domain.blocks import Table
from gmp_desktop.domain.errors import NotFound, Refused
from gmp_desktop.domain.inline import note_references
from gmp_desktop.domain.limits import MOST_AGENDA_ITEMS, MOST_PARTS
from gmp_desktop.domain.meeting import SetAside, State
from gmp_desktop.domain.numbering import labels
from gmp_desktop.reading.recognise import Recognised, read_text
from gmp_desktop.services import archive as module
from gmp_desktop.services.archive import Archive, Imported
from gmp_desktop.services.bundles import Bundles, read
from gmp_desktop.services.meetings import Meetings
from gmp_desktop.services.report import Reports
from gmp_desktop.store.store import Store

REPORT = """UNEP/Hg/PAG.3/9

Distr.: General
1 June 2012

English only

**Global Mercury Partnership
Partnership Advisory Group, Third meeting**
Oslo, Norway, 30 May 2012

**Report of the third meeting of the Partnership Advisory Group**

**1. Opening of the meeting**

1. The third meeting was opened at 9 a.m. by the Chair, who introduced document UNEP/Hg/PAG.3/1.

## **2. Organizational matters**

### (a) Adoption of the agenda

2. The meeting adopted the agenda (UNEP/Hg/PAG.3/1) and took note of UNEP/Hg/PAG.3/2.

### (b) Organization of work

3. The meeting agreed to work until 6 p.m.

## **3. Closure of the meeting**

4. The Chair declared the meeting closed at 6 p.m.
"""
LIST = "Points to remember\n\nThe stations were visited in May.\n\nThe samples were sent in June.\n"


def report(text: str = REPORT) -> Recognised:
    return read_text(text, "pag3.txt")


def note() -> Recognised:
    return read_text(LIST, "points.txt")


@pytest.fixture
def archive(store: Store) -> Archive:
    return Archive(store)


@pytest.fixture
def taken(archive: Archive) -> Imported:
    return archive.take(report())


def test_a_report_becomes_a_meeting_with_its_agenda(taken: Imported, store: Store) -> None:
    meetings = Meetings(store)
    meeting = meetings.by_code("PAG-3")
    assert (taken.meeting, taken.symbol) == ("PAG-3", "UNEP/Hg/PAG.3/9")
    assert (meeting.place, meeting.state) == ("Oslo, Norway", State.ISSUED)
    assert [(item.label, item.title) for item in meetings.agenda(meeting.id)][1:3] == [
        ("2.", "Organizational matters"),
        ("(a)", "Adoption of the agenda"),
    ]


def test_the_report_reads_as_it_was_recognised(taken: Imported, store: Store) -> None:
    document = Reports(store).document(taken.document)
    assert Reports(store).of_meeting(Meetings(store).by_code("PAG-3").id) == taken.document
    assert [b.text for b in document.blocks] == [b.text for b in report().document.blocks]
    assert list(labels(document).values()) == list(labels(report().document).values())


def test_every_cited_document_is_registered_once(taken: Imported, store: Store) -> None:
    entries = Meetings(store).documents(Meetings(store).by_code("PAG-3").id)
    assert [(entry.symbol, entry.cited) for entry in entries] == [
        ("UNEP/Hg/PAG.3/9", False),
        ("UNEP/Hg/PAG.3/1", True),
        ("UNEP/Hg/PAG.3/2", True),
    ]


def test_blocks_stand_under_their_agenda_items(taken: Imported, store: Store) -> None:
    from gmp_desktop.services import papers

    meeting = Meetings(store).by_code("PAG-3")
    with store.read() as session:
        paper = papers.load(next(papers.of_meeting(session, meeting.id)))
    titles = {item.id: item.title for item in Meetings(store).agenda(meeting.id)}
    under = {block.text[:22]: titles[paper.under[block.id]] for block in paper.document.blocks}
    assert under["The meeting agreed to "] == "Organization of work"
    assert under["The Chair declared the"] == "Closure of the meeting"


def test_one_undo_takes_everything_back(taken: Imported, store: Store) -> None:
    store.undo()
    assert Meetings(store).all() == []
    assert store.undo_name() is None
    store.redo()
    assert Meetings(store).by_code("PAG-3").place == "Oslo, Norway"


def test_what_was_set_aside_is_kept_with_the_document(archive: Archive, store: Store) -> None:
    aside = SetAside("www.example.org", "foreign to the document")
    taken = archive.take(replace(report(), set_aside=(aside,)))
    assert taken.set_aside == (aside,)
    assert Reports(store).set_aside(taken.document) == [aside]


@pytest.mark.parametrize(
    ("text", "words"),
    [(REPORT, "already, word for word"), (REPORT.replace("9 a.m.", "10 a.m."), "another report")],
)
def test_a_second_report_of_the_meeting_is_refused(
    archive: Archive, taken: Imported, store: Store, text: str, words: str
) -> None:
    before = Meetings(store).documents(Meetings(store).by_code("PAG-3").id)
    with pytest.raises(Refused, match=f"PAG-3 .*{words}.*--meeting CODE"):
        archive.take(report(text))
    assert Meetings(store).documents(Meetings(store).by_code("PAG-3").id) == before


def test_the_same_report_can_be_another_meeting(archive: Archive, taken: Imported, store: Store) -> None:
    again = archive.take(report(), meeting="PAG-3bis")
    assert (again.meeting, again.symbol) == ("PAG-3bis", "UNEP/Hg/PAG.3/9")
    assert len(Meetings(store).all()) == 2


def test_a_meeting_that_waits_for_its_report_gets_it(archive: Archive, store: Store) -> None:
    id = Meetings(store).add("PAG-3", venue="Town hall")
    archive.take(report())
    assert Meetings(store).get(id).venue == "Town hall"
    assert Reports(store).of_meeting(id) is not None
    assert len(Meetings(store).agenda(id)) == 5


def test_a_report_taken_as_a_document_brings_no_meeting(archive: Archive, store: Store) -> None:
    taken = archive.take(report(), as_="document")
    assert (taken.meeting, taken.symbol) == (None, "UNEP/Hg/PAG.3/9")
    assert Meetings(store).all() == []
    assert Reports(store).document_by_symbol("UNEP/Hg/PAG.3/9").id == taken.document


def test_documents_without_a_symbol_are_counted(archive: Archive) -> None:
    assert [archive.take(note()).symbol, archive.take(note()).symbol] == ["DOC-1", "DOC-2"]


def test_a_symbol_can_be_given(archive: Archive, store: Store) -> None:
    assert archive.take(note(), symbol="UNEP/Hg/PAG.3/INF/ 4").symbol == "UNEP/Hg/PAG.3/INF/4"
    with pytest.raises(Refused, match="is not a document symbol"):
        archive.take(note(), symbol="four")


def test_a_given_symbol_is_printed_in_the_masthead(archive: Archive, store: Store) -> None:
    taken = archive.take(report(), symbol="UNEP/Hg/PAG.3/10")
    masthead = Reports(store).document(taken.document).masthead
    assert masthead is not None
    assert masthead.symbol == "UNEP/Hg/PAG.3/10"


def test_a_document_so_far_cited_takes_the_place_it_had(
    archive: Archive, taken: Imported, store: Store
) -> None:
    archive.take(note(), meeting="pag-3", symbol="UNEP/Hg/PAG.3/2")
    entries = Meetings(store).documents(Meetings(store).by_code("PAG-3").id)
    assert [(entry.symbol, entry.cited) for entry in entries][2] == ("UNEP/Hg/PAG.3/2", False)
    assert len(Reports(store).document_by_symbol("UNEP/Hg/PAG.3/2").blocks) == len(note().document.blocks)


def test_a_symbol_that_is_taken_is_refused(archive: Archive, taken: Imported) -> None:
    with pytest.raises(Refused, match=r"The document UNEP/Hg/PAG\.3/9 is here already"):
        archive.take(note(), meeting="PAG-3", symbol="UNEP/Hg/PAG.3/9")


def test_a_paper_that_is_no_report_is_not_taken_for_one(archive: Archive) -> None:
    with pytest.raises(Refused, match="is not the report of a meeting"):
        archive.take(note(), as_="report")


def test_a_report_that_does_not_say_which_meeting_needs_a_name(archive: Archive) -> None:
    read = report()
    assert read.meeting is not None
    with pytest.raises(Refused, match="name it with --meeting"):
        archive.take(replace(read, meeting=replace(read.meeting, code="")))


def test_a_document_does_not_make_a_meeting(archive: Archive) -> None:
    with pytest.raises(NotFound, match="There is no meeting PAG-4"):
        archive.take(note(), meeting="PAG-4")


def test_notes_still_belong_to_their_references(archive: Archive, store: Store, seeds: Path) -> None:
    taken = archive.take(Archive.read(next(seeds.glob("001_*.txt"))))
    document = Reports(store).document(taken.document)
    ids = {str(block.id) for block in document.blocks}
    texts = [document.title, document.subtitle, *document.corner, *(block.text for block in document.blocks)]
    references = [note for text in texts for note in note_references(text)]
    assert references
    assert ids.issuperset(references)
    assert all(UUID(id).version == 7 for id in ids)


def lines_of(count: int, line: str = "{}. Paragraph number {} here.") -> str:
    return "\n\n".join(line.format(at, at) for at in range(1, count + 1))


@pytest.mark.parametrize(
    "line",
    [
        "{}. Paragraph number {} here.",
        "Line {}",
        "## Line {}",
        "(a) line {}",
        "See UNEP/MC/COP.{}/{}.",
        "|a|{}|",
    ],
)
def test_twenty_thousand_lines_are_read_within_two_seconds(tmp_path: Path, line: str) -> None:
    (tmp_path / "lines.txt").write_text(lines_of(20_000, line))
    start = time.process_time()
    with suppress(Refused):
        Archive.read(tmp_path / "lines.txt")
    assert time.process_time() - start < 2


def test_thousands_of_headings_find_their_agenda_items_in_no_time() -> None:
    found = read_text("Provisional agenda\n\n" + lines_of(9_000, "{}. Matter {}"), "agenda.txt")
    start = time.process_time()
    under = dict(module._under(found.document, found.agenda))
    assert time.process_time() - start < 1
    assert list(under.values()) == [item.id for item in found.agenda]
    assert len(under) == 9_000


def test_a_paper_with_more_than_a_meeting_holds_is_refused(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "lines.txt").write_text(lines_of(MOST_PARTS + 1))
    with pytest.raises(Refused, match=r"^“lines.txt” has 25,002 paragraphs .+ Nothing was changed; part"):
        archive.read(tmp_path / "lines.txt")
    with pytest.raises(Refused, match="part the paper"):
        archive.take(read_text(lines_of(MOST_PARTS + 1), "lines.txt"))


def test_tables_with_more_cells_than_a_meeting_holds_are_refused(archive: Archive) -> None:
    found = read_text("\t".join("abc") + "\n", "table.txt")
    table = Table(UUID(int=7), (("a",) * 201,) * 1000)
    with pytest.raises(Refused, match="200,000 cells"):
        archive.take(replace(found, document=replace(found.document, blocks=(table,))))


def test_a_report_with_more_headings_than_an_agenda_has_can_be_a_document(archive: Archive) -> None:
    item = report().agenda[0]
    found = replace(report(), agenda=(item,) * (MOST_AGENDA_ITEMS + 1))
    with pytest.raises(Refused, match=r"1,000 headings, .+ \(--as document\)"):
        archive.take(found)
    assert archive.take(found, as_="document").meeting is None


def test_a_meeting_does_not_outgrow_its_bundle(
    archive: Archive, taken: Imported, monkeypatch: pytest.MonkeyPatch, store: Store
) -> None:
    monkeypatch.setattr(module, "MOST_PARTS", 15)
    with pytest.raises(Refused, match="the meeting PAG-3 would hold more than 15 paragraphs"):
        archive.take(note(), meeting="PAG-3")
    assert len(Meetings(store).documents(Meetings(store).by_code("PAG-3").id)) == 3


def test_a_meeting_with_a_long_line_and_a_long_table_is_written_and_read(archive: Archive) -> None:
    text = REPORT + "\n\n5. " + "word " * 300_000 + "\n\n" + "a\tb\tc\n" * 6_000
    archive.take(report(text))
    written = Bundles(archive._store).write("PAG-3")
    assert len(read(written).papers[0].document.blocks) > 8
