import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from gmp_desktop.paths import shipped
from gmp_desktop.services import bundle_rules
from gmp_desktop.services.bundle import dump
from gmp_desktop.services.bundle_rules import Broken, check
from tests.services.test_bundles import SAMPLE, bundles, texts

SCHEMA = json.loads(shipped("resources", "schema", "bundle.schema.json").read_bytes())
PUBLISHED = Draft202012Validator(SCHEMA)

Place = tuple[Any, Any]
"""A list or an object, and what names one of its values."""

anything = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 10**6) | texts | st.sampled_from(["paragraph", "x" * 101]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=5,
)


def kept(tree: Any) -> bool:
    try:
        check(tree)
    except Broken:
        return False
    return True


def places(tree: Any) -> Iterator[Place]:
    names: Any = ()
    if isinstance(tree, dict):
        names = list(tree)
    elif isinstance(tree, list):
        names = range(len(tree))
    for name in names:
        yield tree, name
        yield from places(tree[name])


@settings(max_examples=60, deadline=None)
@given(bundle=bundles())
def test_every_bundle_keeps_to_the_published_schema_and_to_the_rules(bundle: Any) -> None:
    tree = json.loads(dump(bundle))
    assert PUBLISHED.is_valid(tree)
    assert kept(tree)


@settings(max_examples=400, deadline=None)
@given(bundle=bundles(), data=st.data())
def test_both_say_the_same_of_a_bundle_that_was_spoiled(bundle: Any, data: st.DataObject) -> None:
    tree = json.loads(dump(bundle))
    for _ in range(data.draw(st.integers(1, 2))):
        found = list(places(tree))
        if not found:
            break
        whole, name = data.draw(st.sampled_from(found))
        other, at = data.draw(st.sampled_from(found))
        how = data.draw(st.sampled_from(["other", "swap", "remove", "add"]))
        if how == "other":
            whole[name] = data.draw(anything)
        elif how == "swap":
            whole[name] = copy.deepcopy(other[at])
        elif how == "remove":
            del whole[name]
        elif isinstance(whole, dict):
            whole[data.draw(texts)] = data.draw(anything)
        else:
            whole.append(data.draw(anything))
    assert kept(tree) == PUBLISHED.is_valid(tree)


@given(tree=anything)
def test_both_refuse_what_is_no_bundle(tree: Any) -> None:
    assert kept(tree) == PUBLISHED.is_valid(tree)


EDGES: list[Any] = [
    None,
    True,
    False,
    0,
    -1,
    1,
    9,
    10,
    100_000,
    100_001,
    "",
    "x",
    "x" * 36,
    "x" * 101,
    [],
    [None],
    {},
    "video",
]


def test_both_say_the_same_of_every_value_of_the_sample() -> None:
    tree = json.loads(SAMPLE)
    tree["documents"] = tree["documents"][:1]
    kinds = {block["kind"]: block for block in tree["documents"][0]["blocks"]}
    tree["documents"][0] |= {
        "blocks": list(kinds.values()),
        "set_aside": tree["documents"][0]["set_aside"][:1],
    }
    tree["agenda"] = tree["agenda"][:2]
    tree["rows"] = {kind: rows[:1] for kind, rows in tree["rows"].items()}
    differ = []
    for whole, name in places(tree):
        before = whole[name]
        for edge in EDGES:
            whole[name] = edge
            if kept(tree) != PUBLISHED.is_valid(tree):
                differ.append((name, edge))
        whole[name] = before
    assert differ == []


@pytest.mark.parametrize(("most", "of"), [(1000, "agenda"), (25_000, "documents")])
def test_both_count_the_same(most: int, of: str) -> None:
    tree = json.loads(SAMPLE)
    for count in (most, most + 1):
        tree[of] = [tree[of][0] | ({"blocks": []} if of == "documents" else {})] * count
        assert kept(tree) == (count == most)
    assert [error.validator for error in PUBLISHED.descend(tree[of], {"maxItems": most})] == ["maxItems"]
    assert SCHEMA["properties"][of]["maxItems"] == most


def test_what_is_broken_is_told_with_its_place() -> None:
    tree = json.loads(SAMPLE)
    tree["documents"][0]["blocks"][3]["id"] = "x"
    with pytest.raises(Broken) as found:
        check(tree)
    assert (found.value.rule, found.value.where) == ("pattern", "documents/0/blocks/3/id")


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "string", "format": "date"},
        {"type": "array", "items": {"type": "null"}, "maxItems": 1, "uniqueItems": True},
        {
            "type": "object",
            "required": [],
            "properties": {"a": {"type": "null"}},
            "additionalProperties": False,
        },
        {"anyOf": [{"type": "string"}, {"type": "null"}]},
        {"$ref": "#/$defs/a", "maxLength": 1},
    ],
)
def test_a_word_the_rules_do_not_know_is_never_passed_over(schema: Any) -> None:
    with pytest.raises(NotImplementedError):
        bundle_rules._Rules({"a": {"type": "string"}}).rule(schema)
