import json
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gmp_desktop.domain.tidy import tidy
from gmp_desktop.store.log import BEGINNING, LogEntry, canonical, moment, signed, tick, to_json

ENTRY = LogEntry(
    uuid4(),
    7,
    "a" * 64,
    BEGINNING,
    uuid4(),
    "edit text",
    "block",
    uuid4(),
    "text",
    '"é"',
    ("b" * 64, "c" * 64),
)
JSON = st.recursive(st.none() | st.booleans() | st.integers() | st.text().map(tidy), st.lists)


@given(value=JSON, field=st.text().map(tidy), op=st.text().map(tidy))
def test_an_entry_is_hashed_as_canonical_json(value: object, field: str, op: str) -> None:
    entry = replace(ENTRY, value=to_json(value), field=field, op=op)
    members = {
        "device": str(entry.device),
        "number": 7,
        "previous": "a" * 64,
        "time": BEGINNING,
        "step": str(entry.step),
        "op": op,
        "row": f"block/{entry.row}",
        "field": field,
        "value": value,
        "replaces": ["b" * 64, "c" * 64],
    }
    assert canonical(entry) == json.dumps(members, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def test_every_part_of_an_entry_is_in_its_id() -> None:
    changes: list[dict[str, Any]] = [
        {"device": uuid4()},
        {"number": 8},
        {"previous": ""},
        {"time": "1" * 13 + ".0000"},
        {"step": uuid4()},
        {"op": "a"},
        {"table": "a"},
        {"row": uuid4()},
        {"field": "a"},
        {"value": "1"},
        {"replaces": ()},
    ]
    ids = {signed(replace(ENTRY, **change)).id for change in [{}, *changes]}
    assert len(ids) == len(changes) + 1


def test_what_stands_for_an_entry_is_not_in_its_id() -> None:
    assert signed(replace(ENTRY, stands_for="d" * 64)).id == signed(ENTRY).id


@pytest.mark.parametrize(
    ("value", "json_text"),
    [
        (date(2026, 1, 2), '"2026-01-02"'),
        (UUID(int=1), '"00000000-0000-0000-0000-000000000001"'),
        ((("a",), ("b",)), '[["a"],["b"]]'),
        (None, "null"),
    ],
)
def test_values_of_columns_have_one_form(value: object, json_text: str) -> None:
    assert to_json(value) == json_text


def test_other_values_have_none() -> None:
    with pytest.raises(TypeError):
        to_json({1, 2})
    with pytest.raises(ValueError, match="JSON compliant"):
        to_json(float("nan"))


@given(now=st.datetimes(datetime(1980, 1, 1), datetime(2200, 1, 1)), steps=st.integers(1, 30))
def test_time_never_goes_back(now: datetime, steps: int) -> None:
    times = [tick(f"{2**40:013}.9990", now.replace(tzinfo=UTC))]
    for _ in range(steps):
        times.append(tick(times[-1], now.replace(tzinfo=UTC)))
    assert times == sorted(set(times))
    assert {len(time) for time in times} == {18}


def test_a_time_tells_the_hour() -> None:
    noon = datetime(2026, 11, 21, 12, tzinfo=UTC)
    assert moment(tick(BEGINNING, noon)) == noon
