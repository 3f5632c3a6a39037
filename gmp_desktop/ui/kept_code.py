"""Byte code of what Qt for Python compiles from source at every start, kept as Python keeps that of modules.

Shiboken carries a dozen modules inside its library as text and compiles them whenever it is loaded, which takes as
long as painting the first window. The text itself is the key, so another version of it is compiled as ever.
"""

import builtins
import marshal
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import MAGIC_NUMBER, cache_from_source
from pathlib import Path
from typing import Any

THEIRS = "shibokensupport/"
Code = dict[tuple[str, bytes], Any]


def load_qt() -> None:
    python_import = builtins.__import__
    with kept_code():
        import PySide6.QtCore  # noqa: F401
    # Qt for Python puts its own in its place, which makes every later import a fifth slower.
    builtins.__import__ = python_import


@contextmanager
def kept_code(file: Path | None = None) -> Iterator[None]:
    """Within, what Shiboken compiles comes from ``file``; what was not there yet is there the next time."""
    kept = file or Path(cache_from_source(str(Path(__file__).with_name("shiboken_support.py"))))
    known = _read(kept)
    new: Code = {}
    python_compile: Any = builtins.compile

    def compile_once(source: Any, filename: Any, mode: str, *rest: Any, **named: Any) -> Any:
        ours = isinstance(source, bytes) and str(filename).startswith(THEIRS) and not (rest or named)
        if not ours or mode != "exec":
            return python_compile(source, filename, mode, *rest, **named)
        key = (str(filename), source)
        if key not in known:
            known[key] = new[key] = python_compile(source, filename, mode)
        return known[key]

    builtins.compile = compile_once
    try:
        yield
    finally:
        builtins.compile = python_compile
    if new and not sys.dont_write_bytecode:
        with suppress(OSError):  # as Python itself does without in a folder it may not write to
            _write(kept, known)


def _read(file: Path) -> Code:
    try:
        content = file.read_bytes()
        if not content.startswith(MAGIC_NUMBER):
            return {}
        known = marshal.loads(content[len(MAGIC_NUMBER) :])  # noqa: S302 - as trusted as the modules' own byte code beside it
    except (OSError, EOFError, ValueError, TypeError):
        return {}
    return known if isinstance(known, dict) else {}


def _write(file: Path, known: Code) -> None:
    """At once or not at all: another start may be reading it."""
    file.parent.mkdir(exist_ok=True)
    half = file.with_name(f"{file.name}.{os.getpid()}")
    half.write_bytes(MAGIC_NUMBER + marshal.dumps(known))
    half.replace(file)
