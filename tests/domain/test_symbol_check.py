from uuid import uuid4

import pytest

from gmp_desktop.domain.meeting import MeetingDocument
from gmp_desktop.domain.symbol_check import Fault, check_distribution, check_symbol, judge
from gmp_desktop.domain.symbols import is_symbol

STEM = "UNEP/Hg/PAG.15"
TAKEN = (
    MeetingDocument(uuid4(), f"{STEM}/3", "Progress in the areas"),
    MeetingDocument(uuid4(), f"{STEM}/4", cited=True),
)


@pytest.mark.parametrize("text", [f"{STEM}/5", f" {STEM} / 5\n", "/5", "INF/2", "MC-4/12", f"{STEM}/4"])
def test_what_can_be_registered_is_no_problem(text: str) -> None:
    assert check_symbol(text, TAKEN, STEM) is None


def test_a_symbol_is_given_once_and_it_is_said_to_what() -> None:
    problem = check_symbol("unep/hg/pag.15/3", TAKEN, STEM)

    assert problem is not None
    assert problem.stops
    assert problem.sentence == "There is a document UNEP/Hg/PAG.15/3 already: “Progress in the areas”."


@pytest.mark.parametrize(
    ("text", "at", "words"),
    [
        ("UNEP/Hg/PAG.15//3", 15, "Two slashes stand together"),
        ("UNEP/Hg/PAG.15/", 15, "The number at the end is missing"),
        ("UNEP/Hg/PAG.15", 14, "The number at the end is missing"),
        ("UNEP/Hg/PAG.15/3_b", 16, "“_” cannot stand in a symbol"),
        ("NOWHERE/Hg/1", 0, "No series of documents begins with “NOWHERE”"),
        ("UNEP/Hg/PAG.15/add1", 15, "“add1” is written Add.1"),
        ("UNEP/Hg/PAG.15/3/Add", 17, "The number after “Add” is missing"),
        ("UNEP/Hg/PAG.15/crp1", 15, "“crp1” is written CRP.1"),
        ("UNEP/Hg/PAG.15/Inf2", 15, "“Inf2” is written INF/2"),
        ("UNEP/Hg/PAG.15/3a", 15, "“3a” is neither a body nor a number"),
        ("UNEP/Hg/PAG.15/3\u202e", 16, "The sign U+202E cannot stand in a symbol"),
        ("=1+1", 0, "“=” cannot stand in a symbol"),
        ("<b>", 0, "“<” cannot stand in a symbol"),
        ("A" * 100_000, 200, "This is too long for a symbol"),
    ],
)
def test_a_malformed_symbol_says_what_is_wrong_and_where(text: str, at: int, words: str) -> None:
    problem = check_symbol(text, (), STEM)

    assert problem is not None
    assert (problem.fault, problem.at) == (Fault.MALFORMED, at)
    assert problem.sentence.startswith(words)
    assert len(problem.sentence) < 200


@pytest.mark.parametrize("text", ["", "  \n"])
def test_no_symbol_is_a_fault_of_its_own(text: str) -> None:
    problem = check_symbol(text, (), STEM)
    assert problem is not None
    assert problem.fault is Fault.EMPTY


def test_every_text_is_a_symbol_or_has_a_fault() -> None:
    for text in (
        "UNEP/3",
        "A/1",
        "UNEP/INF/1",
        "UNEP/Hg/INF",
        "UNEP/Hg/3/4",
        "UNEP(ED)/3/Rev.1/Add.1",
        "ST/",
    ):
        problem = check_symbol(text, (), "")
        assert (problem is None) == is_symbol(text)


def test_a_document_of_another_meeting_can_be_registered_but_is_told() -> None:
    problem = check_symbol("UNEP/Hg/PAG.14/7", TAKEN, STEM)

    assert problem is not None
    assert problem.fault is Fault.OTHER_MEETING
    assert not problem.stops


@pytest.mark.parametrize(
    ("short", "distribution", "wrong"),
    [
        ("L.1", "General", True),
        ("L.1/Add.1", "limited", False),
        ("R.1", "Limited", True),
        ("CRP.1", "General", False),
        ("3", "Restricted", False),
    ],
)
def test_the_distribution_fits_the_symbol(short: str, distribution: str, wrong: bool) -> None:
    problem = check_distribution(f"{STEM}/{short}", distribution)

    assert (problem is not None) == wrong
    assert problem is None or not problem.stops


def test_a_list_is_judged_line_by_line() -> None:
    lines = [("/5", False), ("/3", False), ("/3", True), ("/5", False), ("", True), ("PAG", False)]
    verdicts = judge(lines, TAKEN, STEM)

    assert [verdict.problem.fault if verdict.problem else None for verdict in verdicts] == [
        None,
        Fault.DUPLICATE,
        None,
        Fault.DUPLICATE,
        Fault.EMPTY,
        Fault.MALFORMED,
    ]
    assert verdicts[2].gets_file is TAKEN[0]
    assert [verdict.can_be for verdict in verdicts] == [True, False, True, False, False, False]
