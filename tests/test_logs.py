import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from gmp_desktop.logs import log_defect, open_log


@pytest.fixture(autouse=True)
def quiet_afterwards() -> Iterator[None]:
    logger = logging.getLogger("gmp_desktop")
    level = logger.level
    yield
    logger.setLevel(level)
    for handler in logger.handlers[:]:
        logger.removeHandler(handler)
        handler.close()


def deep() -> None:
    try:
        raise KeyError("Ms. Somebody")
    except KeyError as error:
        raise ValueError("Mr. Nobody said so") from error


def test_a_defect_is_noted_by_its_kind_and_place_alone(tmp_path: Path) -> None:
    try:
        deep()
    except ValueError as error:
        sentence = log_defect(error, tmp_path)
    text = (tmp_path / "logs" / "gmp-desktop.log").read_text(encoding="utf-8")
    assert "logs" in sentence
    assert "ValueError" in text
    assert "KeyError" in text
    assert "test_logs.py" in text
    assert "Somebody" not in text
    assert str(Path.home()) not in text


def test_quoted_words_are_left_out(tmp_path: Path) -> None:
    file = open_log(tmp_path)
    logging.getLogger("gmp_desktop.anything").warning(
        "cannot read “%s” of '%s'", "Ms. Somebody", "Mr. Nobody"
    )
    assert "cannot read … of …" in file.read_text(encoding="utf-8")


def test_the_log_does_not_grow_without_end(tmp_path: Path) -> None:
    file = open_log(tmp_path)
    for _ in range(4_000):
        logging.getLogger("gmp_desktop").info("x" * 1_000)
    assert len(list(file.parent.iterdir())) == 4
    assert sum(one.stat().st_size for one in file.parent.iterdir()) < 2_100_000


def test_a_folder_that_takes_no_log_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("in the way")
    assert "could not be noted" in log_defect(ValueError(), tmp_path)
