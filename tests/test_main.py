import subprocess
import sys
from pathlib import Path

import pytest

from gmp_desktop import __main__ as program
from gmp_desktop import app
from gmp_desktop.paths import data_folder

ROOT = Path(__file__).parents[1]
Asked = list[tuple[Path, str | None, Path | None]]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """What the window was asked for."""
    wishes: Asked = []

    def run(data: Path, database: str | None, file: Path | None) -> int:
        wishes.append((data, database, file))
        return 0

    monkeypatch.setattr(app, "run", run)
    return wishes


@pytest.mark.parametrize(
    ("words", "wish"),
    [
        ([], (data_folder(), None, None)),
        (["--data", "d"], (Path("d"), None, None)),
        (["--data=d", "--database=postgresql://x/y"], (Path("d"), "postgresql://x/y", None)),
        (["report.PDF"], (data_folder(), None, Path("report.PDF"))),
        (["meeting.json", "--data", "d"], (Path("d"), None, Path("meeting.json"))),
    ],
)
def test_without_a_command_the_window_opens(asked: Asked, words: list[str], wish: tuple[object, ...]) -> None:
    assert program.main(words) == 0
    assert asked == [wish]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["--help"], 0),
        (["--version"], 0),
        (["metings"], 2),
        (["a.txt", "b.txt"], 2),
        (["--data"], 2),
        (["--wrong"], 2),
    ],
)
def test_everything_else_is_for_the_command_line(asked: Asked, words: list[str], status: int) -> None:
    assert program.main(words) == status
    assert asked == []


HEAVY = (
    "sqlalchemy",
    "alembic",
    "reportlab",
    "docx",
    "pypdfium2",
    "argparse",
    "gmp_desktop.cli",
)


@pytest.mark.parametrize("module", ["gmp_desktop.__main__", "gmp_desktop.app"])
def test_the_way_to_the_window_is_short(module: str) -> None:
    script = f"import sys, {module}; print([name for name in {HEAVY} if name in sys.modules])"
    out = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    assert out == "[]\n"
