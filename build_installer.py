"""Packaging, one step at a time: ``python build_installer.py --help``."""

import argparse
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

ROOT = Path(__file__).resolve().parent
CONSTRAINTS = ROOT / "constraints.txt"
SHIPPED = ("db", "resources")
INDISPENSABLE = ("db/migrations/env.py", "db/migrations/versions", "db/reference", "resources/fonts")


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Packaging of GMP Desktop.")
    steps = parser.add_subparsers(required=True, metavar="STEP")

    step = steps.add_parser("lock", help="refresh constraints.txt, the pinned versions of all that we use")
    step.add_argument("--upgrade", action="store_true", help="take the newest versions allowed")
    step.set_defaults(run=lambda chosen: lock(upgrade=chosen.upgrade))

    step = steps.add_parser("wheel", help="build a wheel and check that its data is inside")
    step.add_argument("--to", type=Path, default=ROOT / "dist", metavar="DIR", help="where to put it (dist)")
    step.set_defaults(run=lambda chosen: wheel(chosen.to))

    chosen = parser.parse_args(arguments)
    try:
        print(chosen.run(chosen))
    except Refused as reason:
        print(f"build_installer: {reason}", file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as failed:
        return failed.returncode
    return 0


class Refused(Exception):
    """What was built must not be used, and why."""


def lock(*, upgrade: bool) -> Path:
    """Pin versions for every platform and Python we support, naming no place they came from."""
    command = ["uv", "pip", "compile", "pyproject.toml", "--all-extras", "--group", "dev", "--quiet"]
    command += ["--universal", "--python-version", "3.11", "--only-binary", ":all:"]
    command += ["--no-header", "--no-annotate", "--output-file", CONSTRAINTS.name]
    _python("-m", *command, *(["--upgrade"] if upgrade else []))
    if "://" in CONSTRAINTS.read_text("utf-8"):
        raise Refused(f"{CONSTRAINTS.name} names an address; it must hold versions only")
    return CONSTRAINTS


def wheel(folder: Path) -> Path:
    _python("-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), ".")
    built = max(folder.glob("gmp_desktop-*.whl"), key=lambda path: path.stat().st_mtime)
    if absent := sorted(missing_from(built)):
        raise Refused(f"{built.name} lacks {', '.join(absent)}")
    return built


def missing_from(built: Path, root: Path = ROOT) -> Iterator[str]:
    """What the source tree has, or must have, and the wheel does not."""
    with ZipFile(built) as archive:
        inside = set(archive.namelist())
    for part in INDISPENSABLE:
        if not any(
            name == f"gmp_desktop/{part}" or name.startswith(f"gmp_desktop/{part}/") for name in inside
        ):
            yield part
    for path in _data(root):
        if f"gmp_desktop/{path}" not in inside:
            yield path


def _data(root: Path) -> Iterator[str]:
    for folder in SHIPPED:
        for path in (root / folder).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path.relative_to(root).as_posix()


def _python(*arguments: str) -> None:
    subprocess.run([sys.executable, *arguments], cwd=ROOT, check=True)


if __name__ == "__main__":
    sys.exit(main())
