import json
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import fields, replace
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, get_args
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Boolean, Date, Integer, String

from gmp_desktop.domain.blocks import (
    Block,
    Document,
    DocumentKind,
    Heading,
    HeadingScheme,
    LetterRole,
    ListItem,
    Marker,
    Masthead,
    NoteMark,
    Table,
)
from gmp_desktop.domain.errors import NotFound, Refused, WorldFault
from gmp_desktop.domain.limits import MOST_PARTS
from gmp_desktop.domain.meeting import (
    AgendaItem,
    AgendaStage,
    DocumentStage,
    Format,
    Meeting,
    QuorumOf,
    State,
)
from gmp_desktop.domain.ops import Op
from gmp_desktop.paths import shipped
from gmp_desktop.services import agenda, bundle_rows
from gmp_desktop.services.bundle import Bundle, dump
from gmp_desktop.services.bundle_rows import BundleRow
from gmp_desktop.services.bundles import Bundles, read, read_file
from gmp_desktop.services.front_page import FrontPages
from gmp_desktop.services.meetings import Meetings
from gmp_desktop.services.papers import Paper, SetAsideEntry
from gmp_desktop.services.report import Reports
from gmp_desktop.services.sample import sample
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import TABLES, PersonRow

SAMPLE = shipped("resources", "sample", "pag-15.json").read_bytes()

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
codes = st.text("PAG-ÅЖ漢0123456789", min_size=1, max_size=10)
VALUES: dict[Any, st.SearchStrategy[Any]] = {
    UUID: st.uuids(version=4),
    str: texts,
    bool: st.booleans(),
    int: st.integers(1, 9),
    int | None: st.none() | st.integers(0, 99),
    date | None: st.none() | st.dates(),
    tuple[str, ...]: st.lists(texts, max_size=3).map(tuple),
    tuple[int, ...]: st.lists(st.integers(0, 9), max_size=3).map(tuple),
    tuple[tuple[str, ...], ...]: st.lists(st.lists(texts, max_size=3).map(tuple), max_size=3).map(tuple),
}
CHOICES = (
    *(State, Format, AgendaStage, QuorumOf, DocumentStage),
    *(Marker, NoteMark, LetterRole, HeadingScheme, DocumentKind),
)
for choice in CHOICES:
    VALUES[choice] = st.sampled_from(list(choice))


def made(kind: type[Any], **given: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    rest = {f.name: VALUES[f.type] for f in fields(kind) if f.name not in given}
    return st.builds(kind, **(rest | given))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    width = draw(st.integers(0, 3))
    rows = draw(st.lists(st.tuples(*[texts] * width), max_size=4))
    widths = draw(VALUES[tuple[int, ...]])
    return Table(
        draw(VALUES[UUID]),
        tuple(rows),
        draw(st.integers(0, len(rows))),
        draw(texts),
        draw(st.booleans()),
        widths,
    )


blocks = st.one_of(*(tables() if kind is Table else made(kind) for kind in get_args(Block)))
mastheads = st.none() | made(Masthead, symbol=st.just(""))
documents = made(
    Document,
    masthead=mastheads,
    corner=st.lists(texts, max_size=3).map(tuple),
    blocks=st.lists(blocks, max_size=8).map(tuple),
)


@st.composite
def papers(draw: st.DrawFn, items: list[AgendaItem]) -> Paper:
    document = draw(documents)
    printed = draw(texts)
    if document.masthead:
        document = replace(document, masthead=replace(document.masthead, symbol=printed))
    under = {
        b.id: draw(st.sampled_from(items)).id
        for b in document.blocks
        if len(items) > 0 and draw(st.booleans())
    }
    aside = draw(st.lists(made(SetAsideEntry), max_size=2))
    register = (draw(VALUES[DocumentStage]), draw(VALUES[date | None]), draw(VALUES[tuple[str, ...]]))
    distribution = document.masthead.distribution if document.masthead else draw(texts)
    told = (draw(texts), printed, draw(st.booleans()), draw(texts), under, tuple(aside))
    return Paper(document, *told, *register, distribution)


VALUES_OF_COLUMNS: dict[type[Any], st.SearchStrategy[Any]] = {
    Date: st.dates(),
    Boolean: st.booleans(),
    Integer: st.integers(0, 2000),
    String: texts,
}


@st.composite
def rows(draw: st.DrawFn, there: dict[str, list[UUID]]) -> tuple[BundleRow, ...]:
    """Rows of all kinds, whose references lead to ``there`` or to each other."""
    made: list[BundleRow] = []
    there = dict(there)
    for kind in bundle_rows.KINDS:
        columns = {column.name: column for column in TABLES[kind].__table__.columns if column.name != "id"}
        targets = {
            name: next(iter(c.foreign_keys)).column.table.name
            for name, c in columns.items()
            if c.foreign_keys
        }
        there[kind] = []
        can = all(columns[name].nullable or there[target] for name, target in targets.items())
        for id in draw(st.lists(VALUES[UUID], max_size=3, unique=True)) if can else ():
            values = {}
            for name, column in columns.items():
                value = (
                    st.sampled_from(there[targets[name]])
                    if there.get(targets.get(name, ""))
                    else st.none()
                    if name in targets
                    else next(
                        made for type_, made in VALUES_OF_COLUMNS.items() if isinstance(column.type, type_)
                    )
                )
                values[name] = draw(st.none() | value if column.nullable else value)
            there[kind].append(id)
            made.append(BundleRow(kind, id, tuple(values.items())))
    return tuple(sorted(_all_belong(made), key=lambda row: (bundle_rows.KINDS.index(row.kind), row.id)))


def _all_belong(made: list[BundleRow]) -> list[BundleRow]:
    """Without the people and organisations nobody refers to: they would not be the meeting's."""
    named = {id for row in made for _, id in bundle_rows.references(row)}
    return [row for row in made if row.kind not in bundle_rows.SHARED or row.id in named]


@st.composite
def bundles(draw: st.DrawFn) -> Bundle:
    items: list[AgendaItem] = []
    open_items: list[AgendaItem] = []
    for title in draw(st.lists(texts, max_size=5)):
        del open_items[draw(st.integers(0, len(open_items))) :]
        parent = open_items[-1].id if open_items else None
        minutes, annotation = draw(VALUES[int | None]), draw(texts)
        id, depth = draw(VALUES[UUID]), len(open_items)
        items.append(AgendaItem(id, title, "", depth, parent, minutes, annotation))
        open_items.append(items[-1])
    meeting = draw(made(Meeting, code=codes))
    of_meeting = tuple(draw(st.lists(papers(items), max_size=3)))
    there = {
        "meeting": [meeting.id],
        "agenda_item": [item.id for item in items],
        "document": [paper.document.id for paper in of_meeting],
    }
    more = draw(rows(there))
    sittings = [row.id for row in more if row.kind == "sitting"]
    put = [replace(item, sitting_id=draw(st.sampled_from([None, *sittings]))) for item in items]
    return Bundle(meeting, tuple(put), of_meeting, more)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(bundle=bundles())
def test_a_bundle_taken_into_an_empty_record_is_written_the_same(
    fresh: Callable[[], Store], bundle: Bundle
) -> None:
    data = dump(bundle)
    store = fresh()
    assert Bundles(store).take(data) == bundle.meeting.code
    assert Bundles(store).write(bundle.meeting.code) == data


def test_the_sample_goes_through_unchanged(store: Store, fresh: Callable[[], Store]) -> None:
    first, second = Bundles(store), Bundles(fresh())
    first.take(SAMPLE)
    second.take(first.write("PAG-15"))
    assert second.write("PAG-15") == SAMPLE


def test_a_bundle_that_is_here_word_for_word_changes_nothing(sampled: Store) -> None:
    news: list[object] = []
    sampled.subscribe(news.append)
    assert Bundles(sampled).take(SAMPLE) == "PAG-15"
    assert news == []


def test_a_bundle_of_a_meeting_that_was_changed_here_is_refused(sampled: Store) -> None:
    meeting = Meetings(sampled).by_code("PAG-15")
    Meetings(sampled).edit(meeting.id, venue="Elsewhere")
    with pytest.raises(Refused, match="differs"):
        Bundles(sampled).take(SAMPLE)
    assert Meetings(sampled).get(meeting.id).venue == "Elsewhere"


def test_one_undo_takes_a_bundle_back(store: Store) -> None:
    Bundles(store).take(SAMPLE)
    store.undo()
    assert Meetings(store).all() == []


def test_a_meeting_that_was_removed_can_be_taken_again(sampled: Store) -> None:
    Meetings(sampled).remove(Meetings(sampled).by_code("PAG-15").id)
    Bundles(sampled).take(SAMPLE)
    assert Bundles(sampled).write("PAG-15") == SAMPLE


def test_a_text_being_typed_goes_into_the_bundle(sampled: Store, report_id: UUID) -> None:
    reports = Reports(sampled)
    block = reports.document(report_id).blocks[2]
    reports.keep(block.id, "Half a sent", reports.open_text(block.id).seen)
    assert b"Half a sent" in Bundles(sampled).write("PAG-15")


def test_a_bundle_of_version_1_is_read_as_one_without_the_meeting_desk(store: Store) -> None:
    old = tree()
    old["version"] = 1
    del old["rows"]
    for name in ("time_zone", "format", "host", "languages", "symbol_stem", "archived"):
        del old["meeting"][name]
    for name in ("agenda_stage", "quorum", "quorum_of"):
        del old["meeting"][name]
    old["agenda"] = [{name: item[name] for name in ("id", "title", "parent")} for item in old["agenda"]]
    for paper in old["documents"]:
        for name in ("stage", "issued_on", "languages", "distribution"):
            del paper[name]
        for block in paper["blocks"]:
            block.pop("roomy", None), block.pop("widths", None)
    Bundles(store).take(json.dumps(old).encode())
    meeting = Meetings(store).by_code("PAG-15")
    assert (meeting.title, meeting.quorum) == (sample().meeting.title, None)
    assert len(Meetings(store).agenda(meeting.id)) == len(sample().agenda)


def test_people_known_already_stay_as_they_are(store: Store, fresh: Callable[[], Store]) -> None:
    bundle = sample()
    person = next(row for row in bundle.rows if row.kind == "person")
    with store.write(Op.IMPORT) as session:
        session.add(PersonRow(id=person.id, family="As known here"))
    Bundles(store).add(bundle)
    with store.read() as session:
        assert session.get_one(PersonRow, person.id).family == "As known here"


def test_another_meeting_of_the_same_code_is_refused(sampled: Store) -> None:
    other = replace(sample(), meeting=replace(sample().meeting, id=UUID(int=7)))
    with pytest.raises(Refused, match="Another meeting is called PAG-15"):
        Bundles(sampled).add(other)


def test_parts_of_another_meeting_are_refused(sampled: Store) -> None:
    other = replace(sample(), meeting=replace(sample().meeting, id=UUID(int=7), code="PAG-99"))
    with pytest.raises(Refused, match="in another meeting"):
        Bundles(sampled).add(other)


def test_a_meeting_that_is_not_there_is_not_written(store: Store) -> None:
    with pytest.raises(NotFound):
        Bundles(store).write("PAG-1")


def tree() -> Any:
    return json.loads(SAMPLE)


def spoiled(change: Callable[[Any], object]) -> bytes:
    made = tree()
    change(made)
    return json.dumps(made).encode()


def block_of(made: Any, kind: str) -> Any:
    return next(block for block in made["documents"][0]["blocks"] if block["kind"] == kind)


HOSTILE = {
    "nothing": b"",
    "no JSON": b"{",
    "not UTF-8": b'{"format": "\xff"}',
    "a list": b"[]",
    "null": b"null",
    "nested deeply": b"[" * 200_000 + b"]" * 200_000,
    "nested deeply inside": SAMPLE.replace(b'"venue": "', b'"venue": ' + b'{"a":' * 5000 + b'1' + b"}" * 5000 + b', "x": "', 1),
    "too many parts": b"[" + b"0," * 4_000_001 + b"0]",
    "not a number": SAMPLE.replace(b'"ordinal": 15', b'"ordinal": NaN'),
    "an endless number": SAMPLE.replace(b'"ordinal": 15', b'"ordinal": Infinity'),
    "a huge number": SAMPLE.replace(b'"ordinal": 15', b'"ordinal": ' + b"9" * 10_000),
    "a large number": SAMPLE.replace(b'"ordinal": 15', b'"ordinal": 99999999999'),
    "a fraction": SAMPLE.replace(b'"ordinal": 15', b'"ordinal": 15.0'),
    "said twice": SAMPLE.replace(b'"version": 2', b'"version": 2, "version": 2'),
    "another format": SAMPLE.replace(b'"gmp-desktop meeting"', b'"something"'),
    "a newer version": SAMPLE.replace(b'"version": 2', b'"version": 3'),
    "more than is known": SAMPLE.replace(b'"version": 2', b'"version": 2, "more": 1'),
    "no day": spoiled(lambda made: made["meeting"].update(starts_on="2025-13-41")),
    "no id": spoiled(lambda made: made["meeting"].update(id="x")),
    "an id with a line break": spoiled(lambda made: made["meeting"].update(id=made["meeting"]["id"] + "\n")),
    "no code": spoiled(lambda made: made["meeting"].update(code="")),
    "spaces around the code": spoiled(lambda made: made["meeting"].update(code=" PAG-15")),
    "a line break in the code": spoiled(lambda made: made["meeting"].update(code="PAG\n15")),
    "an id twice": spoiled(lambda made: made["documents"][1].update(id=made["documents"][2]["id"])),
    "half a character": spoiled(lambda made: made["meeting"].update(title="\ud800")),
    "a NUL": spoiled(lambda made: made["meeting"].update(title="\0")),
    "an unknown kind": spoiled(lambda made: made["documents"][0]["blocks"][0].update(kind="video")),
    "a field missing": spoiled(lambda made: block_of(made, "paragraph").pop("text")),
    "a field of another kind": spoiled(lambda made: block_of(made, "paragraph").update(rows=[])),
    "level nought": spoiled(lambda made: block_of(made, "heading").update(level=0)),
    "level true": spoiled(lambda made: block_of(made, "heading").update(level=True)),
    "uneven rows": spoiled(lambda made: block_of(made, "table")["rows"][0].append("more")),
    "too many header rows": spoiled(lambda made: block_of(made, "table").update(header_rows=99)),
    "no such agenda item": spoiled(lambda made: made["documents"][0]["blocks"][0].update(agenda_item=made["meeting"]["id"])),
    "a parent after its child": spoiled(lambda made: made["agenda"].reverse()),
    "a child apart from its siblings": spoiled(lambda made: made["agenda"].insert(-1, made["agenda"][-1] | {"id": str(UUID(int=7)), "parent": made["agenda"][0]["id"]})),
    "its own parent": spoiled(lambda made: made["agenda"][0].update(parent=made["agenda"][0]["id"])),
    "a person nobody knows": spoiled(lambda made: made["rows"]["state_change"].append({"id": str(UUID(int=7)), "meeting_id": str(UUID(int=8)), "before": "", "after": "", "reason": "", "at": ""})),
    "a sitting that is not there": spoiled(lambda made: made["agenda"][0].update(sitting=str(UUID(int=7)))),
    "a row of half its columns": spoiled(lambda made: made["rows"]["person"].append({"id": str(UUID(int=7))})),
    "a text for a list": spoiled(lambda made: made.update(documents="none")),
}  # fmt: skip


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_bundles_are_refused_in_a_sentence_and_change_nothing(store: Store, data: bytes) -> None:
    news: list[object] = []
    store.subscribe(news.append)
    with pytest.raises(Refused, match=r"^The file is not a bundle .+ Nothing was changed\.$"):
        Bundles(store).take(data)
    assert (news, Meetings(store).all()) == ([], [])


def test_a_bundle_larger_than_the_limit_is_refused_before_it_is_parsed() -> None:
    with pytest.raises(Refused, match="64 MB"):
        read(b" " * (64 * 1024 * 1024 + 1))


def many(**found: Any) -> bytes:
    """A bundle of one document with the parts given."""
    made = tree()
    made["documents"] = [made["documents"][0] | {"blocks": [], "set_aside": []} | found]
    return json.dumps(made).encode()


def paragraphs(count: int, text: str = "A paragraph.") -> list[dict[str, object]]:
    rest = {"text": text, "numbered": True, "group": "", "agenda_item": None}
    return [{"kind": "paragraph", "id": str(UUID(int=at + 1))} | rest for at in range(count)]


def table(count: int, rows: list[list[str]]) -> list[dict[str, object]]:
    plain = {"roomy": False, "widths": [], "agenda_item": None}
    rest = {"text": "", "rows": rows, "header_rows": 0} | plain
    return [{"kind": "table", "id": str(UUID(int=at + 1))} | rest for at in range(count)]


LARGE: dict[str, Callable[[], bytes]] = {
    "paragraphs": lambda: many(blocks=paragraphs(20_000)),
    "cells": lambda: many(blocks=table(12, [[""] * 64] * 5000)),
    "small tables": lambda: many(blocks=table(20_000, [["a"] * 9])),
    "too many paragraphs": lambda: many(blocks=paragraphs(100_000)),
    "one text": lambda: many(blocks=paragraphs(1, "a" * 60_000_000)),
    "commas": lambda: many(blocks=paragraphs(1, "," * 60_000_000)),
    "backslashes": lambda: b'"' + b"\\" * 60_000_000,
    "lists": lambda: b"[" + b"[]," * 20_000_000 + b"0]",
    "objects": lambda: b"[" + b"{}," * 400_000 + b"0]",
    "names": lambda: b"{" + b",".join(b'"%d":1' % at for at in range(700_000)) + b"}",
    "figures": lambda: b"[" + b"9" * 60_000_000 + b"]",
    "numbers": lambda: b"[" + b"9999999999," * 700_000 + b"0]",
}


@pytest.mark.parametrize("make", LARGE.values(), ids=LARGE.keys())
def test_no_file_takes_longer_than_two_seconds_to_read_or_refuse(make: Callable[[], bytes]) -> None:
    data = make()
    start = time.process_time()
    with suppress(Refused):
        read(data)
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (many(blocks=paragraphs(MOST_PARTS)), "more than 25,000 parts"),
        (many(blocks=table(41, [["a"] * 64] * 100)), "more than 200,000 cells"),
        (many(blocks=table(1, [[]] * 200_000 + [["a"] * 2])), "maxItems"),
    ],
    ids=["parts", "cells", "rows"],
)
def test_what_is_more_than_a_meeting_holds_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(Refused, match=why):
        read(data)


OWN: dict[str, Callable[[Store, UUID, UUID], object]] = {
    "a text of over a million characters": lambda store, meeting, report: Reports(store).edit(
        Reports(store).document(report).blocks[2].id, "A word, " * 200_000
    ),
    "a draft of over a million characters": lambda store, meeting, report: Reports(store).keep(
        Reports(store).document(report).blocks[2].id, "word " * 300_000, ()
    ),
    "text that looks like an escape": lambda store, meeting, report: Reports(store).edit_title(
        report, r"\u0000 \ud800 \\u0000"
    ),
    "a text of marks": lambda store, meeting, report: Reports(store).edit_title(report, '{,["\\' * 600_000),
    "a long body": lambda store, meeting, report: Meetings(store).edit(meeting, body="B" * 2000),
    "a long line in the masthead": lambda store, meeting, report: FrontPages(store).edit(
        replace(Reports(store).document(report), masthead=Masthead("O" * 2000, "S" * 2000))
    ),
    "a corner of many lines": lambda store, meeting, report: FrontPages(store).edit(
        replace(Reports(store).document(report), corner=("A line",) * 60)
    ),
    "a long table": lambda store, meeting, report: Reports(store).add(
        report, None, Table(UUID(int=7), (("a",) * 70,) * 2600)
    ),
}


@pytest.mark.parametrize("change", OWN.values(), ids=OWN.keys())
def test_what_a_person_can_do_is_written_and_read_again(
    sampled: Store, report_id: UUID, change: Callable[[Store, UUID, UUID], object]
) -> None:
    change(sampled, Meetings(sampled).by_code("PAG-15").id, report_id)
    data = Bundles(sampled).write("PAG-15")
    assert dump(read(data)) == data


def test_a_meeting_no_bundle_can_hold_is_told_at_writing(sampled: Store, report_id: UUID) -> None:
    for at in range(3):
        Reports(sampled).add(report_id, None, Table(UUID(int=at + 1), (("a",) * 100,) * 1000))
    with pytest.raises(Refused, match=r"^The meeting PAG-15 cannot be written as a bundle: .+ 200,000 cells"):
        Bundles(sampled).write("PAG-15")


longer = st.one_of(texts, st.sampled_from(["x" * 2001, r"\u0000", "\n\x01" * 500, "漢" * 1001]))
tags = st.text("abc-", max_size=60)
levels = st.integers(-1, 12)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_what_is_written_can_always_be_read(fresh: Callable[[], Store], data: st.DataObject) -> None:
    """Whatever the services take in, or else they refuse it."""
    store = fresh()
    meetings, reports = Meetings(store), Reports(store)
    draw = data.draw
    meeting = meetings.add("PAG-1")
    with suppress(Refused):
        meetings.edit(meeting, title=draw(longer), body=draw(longer), venue=draw(longer))
    with suppress(Refused):
        meetings.edit(meeting, language=draw(tags))
    with suppress(Refused):
        meetings.edit(meeting, ordinal=draw(st.none() | st.integers(-5, 200_000)))
    items: list[AgendaItem] = []
    for title in draw(st.lists(longer, max_size=12)):
        items.append(AgendaItem(draw(VALUES[UUID]), title, parent_id=items[-1].id if items else None))
    with store.write(Op.IMPORT) as session:
        agenda.place(session, meeting, items)
    report = FrontPages(store).begin_report(meeting)
    front = draw(st.builds(Masthead, *[longer] * 6))
    with suppress(Refused):
        corner = draw(st.lists(longer, max_size=3)) * draw(st.sampled_from([1, 30, 400]))
        FrontPages(store).edit(replace(reports.document(report), masthead=front, corner=tuple(corner)))
    for _ in range(draw(st.integers(0, 5))):
        uneven = st.lists(st.lists(texts, max_size=3).map(tuple), max_size=3).map(tuple)
        made_table = st.builds(Table, VALUES[UUID], uneven, st.integers(-1, 3), longer)
        block = draw(st.one_of(made_table, made(Heading, level=levels), made(ListItem, level=levels), blocks))
        with suppress(Refused):
            reports.add(report, None, block)
    written = Bundles(store).write("PAG-1")
    assert dump(read(written)) == written
    assert Bundles(fresh()).take(written) == "PAG-1"


def test_a_byte_order_mark_does_no_harm() -> None:
    assert dump(read(b"\xef\xbb\xbf" + SAMPLE)) == SAMPLE


@given(st.binary(max_size=200) | st.recursive(st.none() | texts, lambda inner: st.lists(inner) | st.dictionaries(texts, inner)).map(lambda value: json.dumps(value).encode()))  # fmt: skip
def test_any_bytes_are_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(Refused):
        read(data)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="There is no file"):
        read_file(tmp_path / "none.json")
    with pytest.raises(WorldFault, match="That is a folder"):
        read_file(tmp_path)


def test_every_value_of_an_enum_is_known_to_the_schema() -> None:
    schema = shipped("resources", "schema", "bundle.schema.json").read_text()
    choices: list[type[Enum]] = [State, Marker, NoteMark, LetterRole, HeadingScheme, DocumentKind]
    assert [m.value for choice in choices for m in choice if f'"{m.value}"' not in schema] == []
