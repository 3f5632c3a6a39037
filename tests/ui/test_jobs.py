from threading import current_thread, main_thread

import pytest

from gmp_desktop.ui.jobs import Jobs, Ticket


def test_work_is_done_elsewhere_and_told_here(jobs: Jobs, qtbot) -> None:
    told: list[tuple[bool, bool]] = []
    jobs.run(
        lambda _: current_thread() is main_thread(),
        lambda there: told.append((there, current_thread() is main_thread())),
    )

    qtbot.waitUntil(lambda: bool(told))

    assert told == [(False, True)]


def test_nothing_comes_of_what_is_cancelled(jobs: Jobs, qtbot) -> None:
    told: list[object] = []
    ticket = jobs.run(lambda ticket: ticket.cancelled.wait(5), told.append)
    ticket.cancel()

    qtbot.waitUntil(lambda: not jobs.busy)

    assert told == []


def halves(ticket: Ticket) -> None:
    for part in (0.5, 1.0):
        ticket.progress(part)


def test_progress_is_told_as_it_is_made(jobs: Jobs, qtbot) -> None:
    steps: list[float] = []
    jobs.run(halves, lambda _: steps.append(9), progress=steps.append)

    qtbot.waitUntil(lambda: 9 in steps)

    assert steps == [0.5, 1.0, 9]


def test_an_error_comes_back(jobs: Jobs, qtbot) -> None:
    errors: list[BaseException] = []
    jobs.run(lambda _: 1 / 0, print, failed=errors.append)

    qtbot.waitUntil(lambda: bool(errors))

    assert isinstance(errors[0], ZeroDivisionError)


def test_an_error_nobody_expects_goes_where_all_go(jobs: Jobs, qtbot) -> None:
    with qtbot.captureExceptions() as caught:
        jobs.run(lambda _: 1 / 0, print)
        qtbot.waitUntil(lambda: bool(caught))

    assert caught[0][0] is ZeroDivisionError


@pytest.mark.parametrize("count", [0, 3])
def test_stopping_waits_for_what_runs(jobs: Jobs, count: int) -> None:
    for _ in range(count):
        jobs.run(lambda ticket: ticket.cancelled.wait(5), print)

    jobs.stop()

    assert not jobs.busy
