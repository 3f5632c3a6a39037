"""Stories told with the real program in a real window; skipped, with what is missing, where that cannot be."""

import subprocess
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from tests.outside.desk import ROOT, Desk, missing

SHOTS = ROOT / "tests" / "outside" / "failures"
_ABSENT = missing()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("outside"))
            if _ABSENT:
                item.add_marker(pytest.mark.skip(reason=f"not installed: {', '.join(_ABSENT)}"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    desk = item.funcargs.get("desk") if hasattr(item, "funcargs") else None
    if report.failed and isinstance(desk, Desk):
        shot = SHOTS / f"{item.name}.png"
        try:
            desk.shot(shot)
            report.sections.append(("screenshot", str(shot.relative_to(ROOT))))
            report.sections.append(("program's output", desk.log()[-4000:]))
        except (OSError, subprocess.SubprocessError) as error:
            report.sections.append(("screenshot", f"none: {error}"))
    return report


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    place = Desk(tmp_path / "data")
    yield place
    place.close()
