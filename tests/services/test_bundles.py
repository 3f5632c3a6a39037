import json
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, get_args
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gmp_desktop.domain.blocks import (
    Block,
    Document,
    DocumentKind,
    HeadingScheme,
    LetterRole,
    Marker,
    Masthead,
    NoteMark,
    Table,
)
from gmp_desktop.domain.errors import NotFound, Refused, WorldFault
from gmp_desktop.domain.meeting import AgendaItem, Meeting, State
from gmp_desktop.paths import shipped
from gmp_desktop.services.bundle import Bundle, dump
from gmp_desktop.services.bundles import Bundles, read, read_file
from gmp_desktop.services.meetings import Meetings
from gmp_desktop.services.papers import Paper, SetAsideEntry
from gmp_desktop.services.report import Reports
from gmp_desktop.services.sample import sample
from gmp_desktop.store.store import Store

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
}
for choice in (State, Marker, NoteMark, LetterRole, HeadingScheme, DocumentKind):
    VALUES[choice] = st.sampled_from(list(choice))


def made(kind: type[Any], **given: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    rest = {f.name: VALUES[f.type] for f in fields(kind) if f.name not in given}
    return st.builds(kind, **(rest | given))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    width = draw(st.integers(0, 3))
    rows = draw(st.lists(st.tuples(*[texts] * width), max_size=4))
    return Table(draw(VALUES[UUID]), tuple(rows), draw(st.integers(0, len(rows))), draw(texts))


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
    return Paper(document, draw(texts), printed, draw(st.booleans()), draw(texts), under, tuple(aside))


@st.composite
def bundles(draw: st.DrawFn) -> Bundle:
    items: list[AgendaItem] = []
    open_items: list[AgendaItem] = []
    for title in draw(st.lists(texts, max_size=5)):
        del open_items[draw(st.integers(0, len(open_items))) :]
        parent = open_items[-1].id if open_items else None
        items.append(AgendaItem(draw(VALUES[UUID]), title, depth=len(open_items), parent_id=parent))
        open_items.append(items[-1])
    meeting = draw(made(Meeting, code=codes))
    return Bundle(meeting, tuple(items), tuple(draw(st.lists(papers(items), max_size=3))))


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
    "said twice": SAMPLE.replace(b'"version": 1', b'"version": 1, "version": 1'),
    "another format": SAMPLE.replace(b'"gmp-desktop meeting"', b'"something"'),
    "a newer version": SAMPLE.replace(b'"version": 1', b'"version": 2'),
    "more than is known": SAMPLE.replace(b'"version": 1', b'"version": 1, "more": 1'),
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
