"""The program as a function: arguments in, exit status and words out."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from gmp_desktop.cli import main
from gmp_desktop.services.opening import FILE

REPORT = """UNEP/Hg/PAG.3/9

Distr.: General
1 June 2012

**Global Mercury Partnership
Partnership Advisory Group, Third meeting**
Oslo, Norway, 30 May 2012

**Report of the third meeting of the Partnership Advisory Group**

**1. Opening of the meeting**

1. The third meeting was opened at 9 a.m. by the Chair, who introduced document UNEP/Hg/PAG.3/1.

## **2. Closure of the meeting**

2. The Chair declared the meeting closed at 6 p.m.
"""


@dataclass
class Run:
    status: int
    out: str
    err: str


Command = Callable[..., Run]


@pytest.fixture
def data(data_folder: Path, empty_record: Path) -> Path:
    """A data folder with an empty record."""
    shutil.copy(empty_record, data_folder / FILE)
    return data_folder


@pytest.fixture
def run(data: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    def command(*words: object) -> Run:
        status = main(["--data", str(data), *map(str, words)])
        return Run(status, *capsys.readouterr())

    return command


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A short report."""
    file = tmp_path / "pag3.txt"
    file.write_text(REPORT, encoding="utf-8")
    return file
