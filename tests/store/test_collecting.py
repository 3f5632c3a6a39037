"""Thousands of values are made and dropped without the collector, and part by part."""

import gc

import pytest

from gmp_desktop.store.collecting import AT_ONCE, drop, in_turns, uncollected


def test_the_collector_rests_until_nobody_asks_for_it_any_more() -> None:
    with uncollected():
        with uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_an_error_lets_the_collector_go_on() -> None:
    with pytest.raises(ZeroDivisionError), uncollected():
        raise ZeroDivisionError
    assert gc.isenabled()


def test_all_of_it_is_dropped() -> None:
    row, by_number = list(range(2 * AT_ONCE + 1)), dict.fromkeys(range(AT_ONCE))
    drop(row, by_number)
    assert (row, by_number) == ([], {})


def test_taking_turns_leaves_nothing_out() -> None:
    rows = range(2 * AT_ONCE + 1)
    assert list(in_turns(rows)) == list(rows)
