from pathlib import Path

import pytest

from gmp_desktop.services.dropped_files import FoundFile, look_at

STEM = "UNEP/Hg/PAG.15"
PAPER = """UNEP/Hg/PAG.15/3
Distr.: General
4 May 2026

Partnership Advisory Group
Fifteenth meeting
Nairobi, 10 and 11 November 2026

Report on the activities of the areas

1. The secretariat has the honour to submit this report.
"""


def found(path: Path, text: str = PAPER) -> FoundFile:
    path.write_text(text, encoding="utf-8")
    (file,) = look_at([path], STEM)
    return file


def test_the_first_page_tells_what_the_name_does_not(tmp_path: Path) -> None:
    assert found(tmp_path / "K2600021-f.txt") == FoundFile(
        tmp_path / "K2600021-f.txt", f"{STEM}/3", "Report on the activities of the areas", "fr"
    )


def test_the_name_goes_before_the_first_page(tmp_path: Path) -> None:
    assert found(tmp_path / "UNEP_Hg_PAG.15_4.txt").symbol == f"{STEM}/4"


@pytest.mark.parametrize("name", ["Assay_laboratories.xlsx", "Assay_laboratories.pdf"])
def test_a_file_that_cannot_be_read_is_called_by_its_name(name: str, tmp_path: Path) -> None:
    assert found(tmp_path / name, "no paper") == FoundFile(tmp_path / name, "", "Assay laboratories")


def test_files_are_looked_at_until_it_is_stopped(tmp_path: Path) -> None:
    told: list[float] = []
    paths = [tmp_path / "a.bin", tmp_path / "b.bin"]

    assert [file.title for file in look_at(paths, STEM, told.append)] == ["a", "b"]
    assert told == [0.5, 1.0]
    assert look_at(paths, STEM, stopped=lambda: True) == []
