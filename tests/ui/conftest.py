"""Pages on real services and a real record; a window nobody announced fails the test."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox

from gmp_desktop.services.sample import Sample
from gmp_desktop.store.store import Store
from gmp_desktop.ui.bench import Bench
from gmp_desktop.ui.jobs import Jobs
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.main_window import MainWindow
from gmp_desktop.ui.report.face import ReportFace
from gmp_desktop.ui.services_at_hand import bench_on
from gmp_desktop.ui.start import ARGUMENTS
from gmp_desktop.ui.workbench import Workbench


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ARGUMENTS


@pytest.fixture(scope="session")
def look(qapp: QApplication) -> Look:
    return Look(qapp)


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.stop()


@pytest.fixture
def dialogs(monkeypatch: pytest.MonkeyPatch) -> list[QDialog]:
    """Ask for this to announce that dialogs may open; they are collected and not shown."""
    opened: list[QDialog] = []
    monkeypatch.setattr(QDialog, "open", lambda dialog: opened.append(dialog))  # noqa: PLW0108
    return opened


@pytest.fixture(autouse=True)
def no_unexpected_dialog(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    unexpected: list[str] = []

    def refuse(dialog: Any, *_: object) -> int:
        unexpected.append(type(dialog).__name__)
        return 0

    monkeypatch.setattr(QDialog, "exec", refuse)
    for name in ("question", "warning", "critical", "information"):
        monkeypatch.setattr(QMessageBox, name, refuse)
    if "dialogs" not in request.fixturenames:
        monkeypatch.setattr(QDialog, "open", refuse)
    yield
    assert not unexpected, f"opened without being announced: {unexpected}"


@pytest.fixture(scope="session")
def sample_file(empty_record: Path) -> Path:
    file = Path(shutil.copy(empty_record, empty_record.with_name("ui-sample.db")))
    store = Store.open(file)
    Sample(store).add()
    store.close()
    return file


@pytest.fixture
def store(sample_file: Path, tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(Path(shutil.copy(sample_file, tmp_path / "gmp-desktop.db")))
    yield opened
    opened.close()


@pytest.fixture
def bench(store: Store, tmp_path: Path) -> Bench:
    return bench_on(store, tmp_path)


Open = Callable[[Bench], Workbench]


@pytest.fixture
def opened(qtbot: Any, look: Look, jobs: Jobs, tmp_path: Path) -> Open:
    """Shows the whole window on services."""

    def make(services: Bench) -> Workbench:
        settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
        window = MainWindow(look, settings)
        qtbot.addWidget(window)
        made = Workbench(window, ReportFace(look), jobs, settings, lambda: None)
        window.show()
        made.show_glance(None)
        made.attach(services)
        return made

    return make


@pytest.fixture
def window(opened: Open, bench: Bench, qtbot: Any) -> Workbench:
    """The window with the sample meeting's report in it."""
    made = opened(bench)
    qtbot.waitUntil(lambda: made.report.list.rows.rowCount() > 0)
    return made
