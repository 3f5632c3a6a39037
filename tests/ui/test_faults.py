from typing import Any

import pytest
from PySide6.QtCore import QObject

from gmp_desktop.domain.errors import Refused, WorldFault
from gmp_desktop.ui.advice import Tone
from gmp_desktop.ui.faults import Faults, report, sentence


@pytest.fixture
def said() -> list[tuple[Any, ...]]:
    return []


@pytest.fixture
def faults(qapp, said: list[tuple[Any, ...]]) -> Faults:
    faults_parent = QObject()
    made = Faults(lambda *words: said.append(words), lambda text: said.append((text,)), faults_parent)
    made.keep = faults_parent  # type: ignore[attr-defined]
    return made


def test_what_is_refused_is_said_quietly(faults: Faults, said: list[tuple[Any, ...]]) -> None:
    faults.take(Refused("A meeting needs a code."))

    assert said == [("A meeting needs a code.", Tone.WARNING)]


def test_the_worlds_faults_are_said_loudly(faults: Faults, said: list[tuple[Any, ...]]) -> None:
    faults.take(WorldFault("The disk is full."))

    assert said == [("The disk is full.", Tone.FAULT)]


def test_a_report_of_our_own_fault_holds_no_words_of_the_meeting(
    faults: Faults, said: list[tuple[Any, ...]]
) -> None:
    try:
        raise KeyError("Ms. Solheim said")
    except KeyError as error:
        faults.take(error)
        text = report(error)

    assert said == [(text,)]
    assert "KeyError" in text
    assert "Solheim" not in text
    assert "/" not in text.splitlines()[-1].split(":")[0].split("tests")[0].strip("/ ")


def test_words_qt_puts_before_a_sentence_are_taken_off() -> None:
    error = Refused("Error calling Python override of QTextEdit::keyPressEvent(): A table cannot be split.")

    assert sentence(error) == "A table cannot be split."
