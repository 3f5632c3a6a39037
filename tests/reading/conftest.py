"""Real papers, where they are at hand, and a way to read an invented one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from gmp_desktop.reading.recognise import Recognised, read_file, read_text

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"


@pytest.fixture(scope="session")
def seed_path() -> Callable[[str], Path]:
    def find(number: str) -> Path:
        found = sorted(SEEDS.glob(f"{number}_*.txt"))
        if not found:
            pytest.skip(f"the real paper {number} is not at hand")
        return found[0]

    return find


@pytest.fixture(scope="session")
def seed(seed_path: Callable[[str], Path]) -> Callable[[str], Recognised]:
    return lambda number: read_file(seed_path(number))


@pytest.fixture
def read() -> Callable[[str], Recognised]:
    return lambda text: read_text(text, "invented.txt")
