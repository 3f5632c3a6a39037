"""Blocks are values: each has an id and a text, and is equal to its like."""

from dataclasses import FrozenInstanceError, fields
from typing import get_args
from uuid import UUID

import pytest

from gmp_desktop.domain import blocks
from gmp_desktop.domain.blocks import Block, Roll, Table

ID = UUID(int=1)


def make(kind):
    return kind(ID, (("a",),)) if kind in (Table, Roll) else kind(ID, "text")


@pytest.mark.parametrize("kind", get_args(Block))
def test_every_block_has_an_id_and_a_text(kind) -> None:
    assert {"id", "text"} <= {field.name for field in fields(kind)}
    assert make(kind) == make(kind)


@pytest.mark.parametrize("kind", get_args(Block))
def test_a_block_cannot_be_changed(kind) -> None:
    with pytest.raises(FrozenInstanceError):
        make(kind).text = "other"


def test_the_union_names_every_block() -> None:
    others = {"Document", "Masthead"}
    found = {name for name, kind in vars(blocks).items() if hasattr(kind, "__dataclass_fields__")} - others

    assert found == {kind.__name__ for kind in get_args(Block)}
