"""The pins, the package description and the wheel agree with each other."""

import re
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

import build_installer

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
CONSTRAINTS = (ROOT / "constraints.txt").read_text("utf-8")


def wished() -> list[Requirement]:
    project = PROJECT["project"]
    lines = [*project["dependencies"], *PROJECT["dependency-groups"]["dev"]]
    for extra in project["optional-dependencies"].values():
        lines += extra
    return [Requirement(line) for line in lines]


def pinned() -> dict[str, Version]:
    lines = (Requirement(line.partition(" #")[0]) for line in CONSTRAINTS.splitlines())
    return {canonicalize_name(pin.name): Version(str(pin.specifier).removeprefix("==")) for pin in lines}


@pytest.mark.parametrize("wish", wished(), ids=str)
def test_every_dependency_is_pinned_within_its_range(wish: Requirement) -> None:
    assert wish.specifier.contains(pinned()[canonicalize_name(wish.name)])


def test_the_pins_name_no_address_and_no_folder() -> None:
    assert not re.search(r"://|@|^\s*-|/", CONSTRAINTS, re.MULTILINE)


def test_pyside_stays_below_the_release_that_frees_none() -> None:
    assert Version("6.11.3") <= pinned()["pyside6-essentials"] < Version("6.12")


@pytest.mark.parametrize("lock_file", ["uv.lock", "pylock.toml", "pylock.*.toml"])
def test_lock_files_that_record_addresses_are_never_committed(lock_file: str) -> None:
    assert lock_file in (ROOT / ".gitignore").read_text("utf-8").splitlines()


def test_a_wheel_without_its_data_is_found_out(tmp_path: Path) -> None:
    for part in ("db/migrations/env.py", "db/migrations/versions/0001.py", "db/reference/areas.csv"):
        put(tmp_path / "source" / part)
    put(tmp_path / "source/resources/fonts/serif.ttf")
    put(tmp_path / "source/resources/schema/bundle.json")
    built = tmp_path / "gmp_desktop.whl"
    with ZipFile(built, "w") as archive:
        archive.writestr("gmp_desktop/db/migrations/env.py", "")
        archive.writestr("gmp_desktop/db/reference/areas.csv", "")
        archive.writestr("gmp_desktop/resources/fonts/serif.ttf", "")

    assert set(build_installer.missing_from(built, tmp_path / "source")) == {
        "db/migrations/versions",
        "db/migrations/versions/0001.py",
        "resources/schema/bundle.json",
    }


def put(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
