from pathlib import Path

import pytest

from gmp_desktop.domain.errors import Refused
from gmp_desktop.services.agenda_files import text_of


def test_the_lines_of_a_text_are_given_as_they_stand(tmp_path: Path) -> None:
    file = tmp_path / "agenda.txt"
    file.write_text("1. Opening of the meeting.\n2. Other matters.\n", encoding="utf-16")
    assert text_of(file).splitlines() == ["1. Opening of the meeting.", "2. Other matters."]


def test_a_whole_book_is_no_agenda(tmp_path: Path) -> None:
    file = tmp_path / "book.txt"
    file.write_text("A line of a book\n" * 1_001)
    with pytest.raises(Refused, match=r"has 1,001 lines of text; .+ Nothing was changed\.$"):
        text_of(file)
