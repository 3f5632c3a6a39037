"""Who may import whom, and where tests live."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "gmp_desktop"

LAYERS = {
    "domain": set(),
    "store": {"domain", "paths"},
    "documents": {"domain", "paths"},
    "reading": {"domain", "paths"},
    "services": {"domain", "store", "documents", "reading", "paths"},
    "ui": {"domain", "services", "store", "documents", "reading", "paths", "logs"},
    "cli": {"domain", "services", "paths", "logs"},
    "app": {"ui"},
    "__main__": {"app", "cli", "paths"},
    "logs": set(),
    "paths": set(),
    "__init__": set(),
}
"""What of our own each part may import besides itself."""

DOORS = {
    "gmp_desktop.store.first_look",
    "gmp_desktop.store.glance",
    "gmp_desktop.store.keys",
    "gmp_desktop.store.reference",
    "gmp_desktop.store.schema",
    "gmp_desktop.store.store",
    "gmp_desktop.documents.docx",
    "gmp_desktop.documents.paper",
    "gmp_desktop.documents.pdf",
    "gmp_desktop.documents.text",
    "gmp_desktop.reading.recognise",
}
"""Of the layers below the services the window touches these: none of them gives out a row."""

ONLY_IN = {
    "PySide6": {"ui", "app"},
    "shiboken6": {"ui", "app"},
    "sqlalchemy": {"store", "services"},
    "alembic": {"store"},
    "sqlcipher3": {"store"},
    "reportlab": {"documents"},
    "uharfbuzz": {"documents"},
    "docx": {"reading"},
    "python_calamine": {"reading"},
    "dateutil": {"reading"},
    "xlsxwriter": {"documents"},
    "rapidfuzz": {"services"},
    "jsonschema": set(),
}

LATE = (
    "sqlalchemy",
    "alembic",
    "reportlab",
    "docx",
    "python_calamine",
    "xlsxwriter",
    "rapidfuzz",
    "dateutil",
    "gmp_desktop.cli",
)

MIRRORED = ("services", "cli")
"""Layers whose tests are named for their modules, one for one."""

TESTED_ELSEWHERE = {
    "services/participant_rows.py": "tests/services/test_participants.py and test_presence.py read everything through it",
    "services/registering.py": "tests/services/test_participants.py registers everybody through it",
    "services/known_people.py": "tests/services/test_participant_import.py compares with everybody through it",
    "services/participant_taking.py": "tests/services/test_participant_import.py takes everybody through it",
    "services/register_rows.py": "tests/services/test_register.py reads and links every document through it",
    "services/bundle_rows.py": "tests/services/test_bundles.py writes and reads rows of every kind through it",
    "services/bundle.py": "tests/services/test_bundles.py writes and reads every bundle through it",
    "services/editing.py": "tests/services/test_report.py does every edit through it",
}


def part_of(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def imports(module: Path) -> Iterator[str]:
    """Every module named in an import, also within functions."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{module}: imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own(names: Iterator[str]) -> set[str]:
    return {name.split(".")[1] for name in names if name.startswith("gmp_desktop.")} - {"__version__"}


@pytest.mark.parametrize("part", sorted({part_of(module) for module in modules()}))
def test_layers_keep_to_themselves(part: str) -> None:
    found = {str(m.relative_to(ROOT)): own(imports(m)) - {part} for m in modules() if part_of(m) == part}
    assert {module: names - LAYERS[part] for module, names in found.items() if names - LAYERS[part]} == {}


@pytest.mark.parametrize("package", ONLY_IN)
def test_what_is_heavy_stays_in_its_layer(package: str) -> None:
    users = {part_of(m) for m in modules() if any(name.split(".")[0] == package for name in imports(m))}
    assert users <= ONLY_IN[package]


def test_the_domain_needs_the_standard_library_alone() -> None:
    names = {name.split(".")[0] for m in modules() if part_of(m) == "domain" for name in imports(m)}
    assert names - set(sys.stdlib_module_names) == {"gmp_desktop"}


def test_the_window_goes_through_the_services() -> None:
    """What it names of the layers below is a door or a value."""
    layers = tuple(f"gmp_desktop.{layer}." for layer in ("store", "documents", "reading"))
    named = {name for m in modules() if part_of(m) == "ui" for name in imports(m) if name.startswith(layers)}
    assert {name for name in named if name not in DOORS and name.rpartition(".")[0] not in DOORS} == set()


@pytest.mark.parametrize("part", ["ui", "cli", "app", "__main__"])
def test_rows_are_not_named_above_the_services(part: str) -> None:
    names = {name for m in modules() if part_of(m) == part for name in imports(m)}
    assert {name for name in names if name.endswith("Row") and ".store." in name} == set()


@pytest.mark.parametrize("module", ["gmp_desktop.app", "gmp_desktop.__main__", "gmp_desktop.ui.start"])
def test_the_window_opens_without_the_heavy_libraries(module: str) -> None:
    script = f"import sys, {module}; print([name for name in {LATE} if name in sys.modules])"
    out = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    assert out == "[]\n"


def test_no_class_of_qt_is_made_outside_the_windows_thread() -> None:
    """The libraries are loaded in a thread of their own while the window is looked at."""
    script = (
        "import sys, gmp_desktop.ui.services_at_hand; "
        "print([name for name in sys.modules if name.startswith(('PySide6', 'shiboken'))])"
    )
    out = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    assert out == "[]\n"


def _tests() -> list[Path]:
    return [
        t for t in (ROOT / "tests").rglob("test_*.py") if t.relative_to(ROOT / "tests").parts[0] in LAYERS
    ]


@pytest.mark.parametrize("layer", MIRRORED)
def test_every_module_has_its_tests(layer: str) -> None:
    tests = {test.stem.removeprefix("test_") for test in _tests() if layer in test.parts}
    behave = {module for module in modules() if part_of(module) == layer and _has_behaviour(module)}
    without = {str(m.relative_to(PACKAGE)) for m in behave if m.stem not in tests}
    assert without - TESTED_ELSEWHERE.keys() == set()


def _has_behaviour(module: Path) -> bool:
    """A module of values, enums and errors alone has none."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    return any(isinstance(node, ast.FunctionDef) for node in ast.walk(tree))


@pytest.mark.parametrize("layer", MIRRORED)
def test_every_test_has_its_module(layer: str) -> None:
    there = {module.stem for module in modules() if part_of(module) == layer}
    named = {test.stem.removeprefix("test_") for test in _tests() if layer in test.parts}
    assert named - there == set()


def test_every_exception_is_still_needed() -> None:
    names = {str(test.relative_to(ROOT / "tests")) for test in _tests()}
    for module in TESTED_ELSEWHERE:
        folder, name = module.split("/")
        assert (PACKAGE / module).exists()
        assert f"{folder}/test_{name}" not in names
