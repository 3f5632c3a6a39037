"""One piece of work at a time."""

from typing import Any

from gmp_desktop.ui.jobs import Jobs
from gmp_desktop.ui.one_job import OneJob


def _ignored(_: object) -> None:
    """Nobody asks how far it is."""


def test_what_is_begun_anew_ends_what_was_under_way(jobs: Jobs, qtbot: Any) -> None:
    told: list[object] = []
    job = OneJob(jobs)
    job.run(lambda _: "first", told.append, told.append, _ignored)
    job.run(lambda _: "second", told.append, told.append, _ignored)
    qtbot.waitUntil(lambda: not job.busy and not jobs.busy)
    assert told == ["second"]


def test_a_failure_is_told_once_it_is_over(jobs: Jobs, qtbot: Any) -> None:
    failed: list[type[BaseException]] = []
    job = OneJob(jobs)

    def fail(_: object) -> None:
        raise ValueError

    job.run(fail, _ignored, lambda error: failed.append(type(error)), _ignored)
    qtbot.waitUntil(lambda: not job.busy)
    assert failed == [ValueError]
