"""PySide6 6.12.0 on Python 3.11 lets every void call eat a reference to None, until the process dies."""

import sys
from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QObject, QTimer

CALLS = 1_000
HELD_ELSEWHERE = CALLS // 10

pytestmark = pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal since Python 3.12")


@pytest.mark.parametrize(
    "call",
    [
        pytest.param(partial(QObject().setObjectName, "desk"), id="QObject.setObjectName"),
        pytest.param(partial(QTimer().setInterval, 50), id="QTimer.setInterval"),
    ],
)
def test_a_void_call_takes_no_reference_to_none(call: Callable[[], None]) -> None:
    assert abs(references_lost(call)) < HELD_ELSEWHERE


def test_a_lost_reference_would_be_seen() -> None:
    nones = [None] * (2 * CALLS)
    assert references_lost(nones.pop) > CALLS - HELD_ELSEWHERE


def references_lost(call: Callable[[], None]) -> int:
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        call()
    return before - sys.getrefcount(None)
