"""Timing two things in turn, so that whatever else the machine does falls on both."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

ROUNDS = 9
Case = Callable[[], float]
"""One run of one case; gives its milliseconds."""


@dataclass(frozen=True, slots=True)
class Figure:
    """Medians in milliseconds; ``ratio`` is the median of the ratios of neighbouring runs."""

    name: str
    ours_ms: float
    reference_ms: float
    ratio: float
    goal: float

    def __str__(self) -> str:
        verdict = "ok" if self.ratio <= self.goal else "MISSED"
        return (
            f"{self.name:<58} {self.ours_ms:9.2f} ms / {self.reference_ms:9.2f} ms"
            f" = {self.ratio:5.2f} x   (goal {self.goal:.2f}, {verdict})"
        )


def against(name: str, ours: Case, reference: Case, *, goal: float, rounds: int = ROUNDS) -> Figure:
    """Run both once to warm up, then in turn; more rounds where one run is short."""
    ours(), reference()
    pairs = [(ours(), reference()) for _ in range(rounds)]
    return Figure(
        name,
        statistics.median(mine for mine, _ in pairs),
        statistics.median(theirs for _, theirs in pairs),
        statistics.median(mine / theirs for mine, theirs in pairs),
        goal,
    )


def timed(work: Callable[[], object]) -> float:
    """Milliseconds of one call."""
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000
