from pathlib import Path

import pytest

from gmp_desktop.domain.errors import NotFound, Refused, WorldFault
from gmp_desktop.services.opening import FILE, opened, place


def test_the_record_stands_in_the_data_folder_unless_another_is_named(tmp_path: Path) -> None:
    assert place(tmp_path) == tmp_path / FILE
    assert place(tmp_path, "postgresql://server/gmp") == "postgresql://server/gmp"


def test_a_record_that_is_wanted_to_be_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="There is no record"), opened(tmp_path / "new", create=False):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(WorldFault), opened(tmp_path / "file" / "data"):
        pass


@pytest.mark.parametrize(
    "url",
    [
        "oracle://server/gmp",
        "nonsense://",
        "postgresql://server:port/gmp",
        "://",
        "sqlite://",
        "sqlite:///:memory:",
        ":memory:",
    ],
)
def test_an_address_that_is_none_is_refused(tmp_path: Path, url: str) -> None:
    with pytest.raises(Refused, match="not the address of a database"):
        place(tmp_path, url)
