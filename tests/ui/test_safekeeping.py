from pathlib import Path

import pytest

from gmp_desktop.domain.errors import WorldFault
from gmp_desktop.store.backup import backups
from gmp_desktop.store.store import Store
from gmp_desktop.ui.jobs import Jobs
from gmp_desktop.ui.safekeeping import Safekeeping


def test_a_copy_that_is_due_is_made(qtbot, store: Store, jobs: Jobs, tmp_path: Path) -> None:
    told: list[str] = []
    keeping = Safekeeping(store, jobs, told.append)
    keeping.keep()
    qtbot.waitUntil(lambda: bool(backups(tmp_path / "gmp-desktop.db")))
    assert told == []


def test_the_same_trouble_is_told_once(
    qtbot, store: Store, jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Store) -> Path:
        raise WorldFault("The disk is full.")

    monkeypatch.setattr(Store, "due_backup", full)
    told: list[str] = []
    keeping = Safekeeping(store, jobs, told.append)
    for _ in range(2):
        keeping.keep()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert told == ["The record could not be copied for safety: The disk is full."]
