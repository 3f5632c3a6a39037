"""Making and dropping very many values at once without holding up the other threads of the program."""

import gc
from collections.abc import Iterable, Iterator, MutableMapping
from contextlib import contextmanager
from threading import Lock
from time import sleep
from typing import Any, TypeVar

AT_ONCE = 500
MOMENT_S = 0.0005

Made = TypeVar("Made")


class _Pauses:
    """How many ask for the collector to rest; it goes on when nobody does any more."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._count = 0
        self._was_on = False

    def begin(self) -> None:
        with self._lock:
            if self._count == 0:
                self._was_on = gc.isenabled()
                gc.disable()
            self._count += 1

    def end(self) -> None:
        with self._lock:
            self._count -= 1
            if self._count == 0 and self._was_on:
                gc.enable()


_pauses = _Pauses()


@contextmanager
def uncollected() -> Iterator[None]:
    """Looking for garbage among thousands of values as they are made takes as long as making them, and finds none.

    It would also let no other thread run meanwhile.
    """
    _pauses.begin()
    try:
        yield
    finally:
        _pauses.end()


def in_turns(rows: Iterable[Made]) -> Iterator[Made]:
    """The same, with a moment for the other threads now and then.

    Who waits for the interpreter asks for it after a while of nobody letting go of it; the driver lets go for every
    row and is back at once, so that the others would wait until the last one.
    """
    for number, row in enumerate(rows, start=1):
        if number % AT_ONCE == 0:
            sleep(MOMENT_S)
        yield row


def drop(*kept: list[Any] | MutableMapping[Any, Any]) -> None:
    """Empty them part by part: what goes in one piece lets no other thread run until all of it is gone."""
    for one in kept:
        while one:
            if isinstance(one, list):
                del one[-AT_ONCE:]
            else:
                one.popitem()
