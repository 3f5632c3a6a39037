from uuid import UUID

import pytest

from gmp_desktop.domain.agenda import (
    Spot,
    bare_title,
    below,
    indented,
    number_of,
    outdented,
    printed,
    short_symbol,
    stepped,
    subtree,
    sums,
    wanting_presenters,
)
from gmp_desktop.domain.errors import Refused
from gmp_desktop.domain.meeting import AgendaItem, Meeting


def id(number: int) -> UUID:
    return UUID(int=number)


def item(
    number: int, label: str, depth: int = 0, parent: int | None = None, title: str = "Item"
) -> AgendaItem:
    return AgendaItem(id(number), title, label, depth, id(parent) if parent else None)


TREE = (
    item(1, "1."),
    item(2, "2."),
    item(3, "(a)", 1, 2),
    item(4, "(i)", 2, 3),
    item(5, "(b)", 1, 2),
    item(6, "3."),
)


def test_an_item_ends_with_a_stop_that_only_its_place_decides() -> None:
    ends = {label: text[-1] for label, text in zip("123456", printed(TREE).values(), strict=True)}
    assert ends == {"1": ".", "2": ":", "3": ":", "4": ";", "5": ".", "6": "."}


@pytest.mark.parametrize("title", ["Other matters", "Other matters.", "Other matters ;", "Other matters: "])
def test_the_stop_one_typed_is_not_printed_twice(title: str) -> None:
    assert printed([item(1, "1.", title=title)]) == {id(1): "Other matters."}


def test_other_languages_have_their_own_stops() -> None:
    assert list(printed(TREE, "zh-Hans").values())[1] == "Item："
    assert list(printed(TREE, "fr").values())[1] == "Item\N{NBSP}:"


def test_an_item_without_a_title_prints_nothing() -> None:
    assert printed([item(1, "1.", title=" . ")]) == {id(1): ""}


def test_a_title_of_nothing_but_blanks_is_read_at_once() -> None:
    assert bare_title(" " * 100_000 + "x" + " " * 100_000)[-1] == "x"


def test_the_subtree_is_the_item_with_all_below_it() -> None:
    assert [part.id for part in subtree(TREE, id(2))] == [id(n) for n in (2, 3, 4, 5)]


def test_a_new_item_stands_on_the_next_line() -> None:
    assert below(TREE, id(1)) == Spot(None, id(1))
    assert below(TREE, id(2)) == Spot(id(2), None)
    assert below(TREE, id(5)) == Spot(id(2), id(5))
    assert below(TREE, None) == Spot(None, id(6))


def test_an_item_goes_last_under_the_one_before_it() -> None:
    assert indented(TREE, id(6)) == Spot(id(2), id(5))
    assert indented(TREE, id(2)) == Spot(id(1), None)


def test_the_first_item_has_nothing_to_go_under() -> None:
    with pytest.raises(Refused, match="no item above"):
        indented(TREE, id(1))


def test_there_are_four_levels() -> None:
    deep = (
        item(1, "1."),
        item(2, "(a)", 1, 1),
        item(3, "(i)", 2, 2),
        item(4, "a.", 3, 3),
        item(5, "b.", 3, 3),
    )
    with pytest.raises(Refused, match="four levels"):
        indented(deep, id(5))


def test_an_item_goes_out_next_to_its_parent() -> None:
    assert outdented(TREE, id(3)) == Spot(None, id(2))
    with pytest.raises(Refused, match="outermost"):
        outdented(TREE, id(1))


def test_items_step_among_their_siblings() -> None:
    assert stepped(TREE, id(5), -1) == Spot(id(2), None)
    assert stepped(TREE, id(1), 1) == Spot(None, id(2))
    assert stepped(TREE, id(1), -1) is None
    assert stepped(TREE, id(6), 1) is None


def test_the_minutes_of_a_parent_are_those_of_all_below_it() -> None:
    timed = [AgendaItem(part.id, "", part.label, part.depth, part.parent_id, 10) for part in TREE]
    assert sums(timed) == {id(1): 10, id(2): 40, id(3): 20, id(4): 10, id(5): 10, id(6): 10}


def test_people_call_an_item_by_all_its_labels() -> None:
    assert [number_of(TREE, part.id) for part in TREE] == ["1", "2", "2 (a)", "2 (a) (i)", "2 (b)", "3"]


def test_a_document_wants_somebody_who_introduces_it_at_its_item_or_beside_it() -> None:
    documented = {id(1), id(4), id(5)}
    assert wanting_presenters(TREE, set(), documented) == documented
    assert wanting_presenters(TREE, {id(3)}, documented) == {id(1), id(5)}
    assert wanting_presenters(TREE, {id(2)}, documented) == {id(1)}


@pytest.mark.parametrize(
    ("symbol", "short"),
    [
        ("UNEP/Hg/PAG.15/3", "/3"),
        ("UNEP/Hg/PAG.15/INF/2", "INF/2"),
        ("UNEP/Hg/PAG.15/CRP.1", "CRP.1"),
        ("UNEP/Hg/PAG.14/3", "UNEP/Hg/PAG.14/3"),
        ("MC-4/12", "MC-4/12"),
        ("<b>", "<b>"),
    ],
)
@pytest.mark.parametrize("stem", ["", "UNEP/Hg/PAG.15"])
def test_a_symbol_is_shown_without_what_all_symbols_begin_with(symbol: str, short: str, stem: str) -> None:
    assert short_symbol(symbol, Meeting(id(1), "PAG-15", "", ordinal=15, symbol_stem=stem)) == short
