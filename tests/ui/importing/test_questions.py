"""What is told and asked of the columns of a list, in words."""

import pytest

from gmp_desktop.domain.registration.headings import Field
from gmp_desktop.domain.registration.mapping import Problem, Wants
from gmp_desktop.domain.registration.names import NameOrder
from gmp_desktop.domain.registration.questions import DAY_FIRST, EMPTY, REPEATS, Asks, Note, Question, Tells
from gmp_desktop.ui.importing.questions import note_words, option_words, problem_words, question_words


@pytest.mark.parametrize("tells", Tells)
def test_every_note_has_words(tells: Tells) -> None:
    assert note_words(Note(tells, ("Narnia",), ("industry",)), Field.KIND)


@pytest.mark.parametrize(
    ("note", "words"),
    [
        (Note(Tells.READ_AS, ("Fr.", "Hr."), ("Ms.", "Mr.")), "Fr., Hr. read as Ms., Mr."),
        (Note(Tells.NOT_KNOWN, ("Narnia",)), "Narnia not known: left empty"),
        (Note(Tells.NOT_KNOWN, tuple("abcde")), "a, b, c, d … not known: left empty"),
        (Note(Tells.TAKEN_AS, ("IND",), ("academia",)), "IND taken as Academia"),
    ],
)
def test_a_note_names_the_words_of_the_file(note: Note, words: str) -> None:
    assert note_words(note, Field.KIND) == words


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (
            Question("kind:ind", Field.KIND, Asks.WORD, (), "industry", "IND", 2),
            "2 rows say IND: taken as Industry?",
        ),
        (
            Question("kind:{0}", Field.KIND, Asks.WORD, (), "industry", "{0}", 1),
            "1 row says {0}: taken as Industry?",
        ),
        (
            Question("name", Field.FULL_NAME, Asks.NAME_ORDER, (), about="Amina Diallo"),
            "Is Diallo the family name of Amina Diallo?",
        ),
        (
            Question("starts", Field.STARTS, Asks.DAY_ORDER, (), about="3/4/2026"),
            "3/4/2026: day or month first?",
        ),
        (
            Question("for", Field.ORGANISATION, Asks.EMPTY_CELLS, (), count=2),
            "2 cells are empty: do they repeat the one above?",
        ),
    ],
)
def test_a_question_is_a_sentence(question: Question, words: str) -> None:
    assert question_words(question) == words


def test_every_answer_has_words() -> None:
    name = Question("name", Field.FULL_NAME, Asks.NAME_ORDER, tuple(NameOrder), about="Amina Diallo")
    assert [option_words(name, answer) for answer in name.options] == [
        "Diallo is the family name",
        "Amina is the family name",
        "Amina is the family name and stays first",
    ]
    word = Question("kind:ind", Field.KIND, Asks.WORD, ("industry",), about="IND")
    assert option_words(word, "industry") == "Industry"
    assert option_words(Question("d", Field.STARTS, Asks.DAY_ORDER, ()), DAY_FIRST) == "The day comes first"
    empty = Question("for", Field.ORGANISATION, Asks.EMPTY_CELLS, (REPEATS, EMPTY))
    assert option_words(empty, REPEATS) == "They repeat the cell above"


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        (Problem(Wants.NAMES), "No column becomes a name. Say which one has the names."),
        (
            Problem(Wants.ONE_COLUMN, ("Name",), 3),
            "3 columns called “Name” become the same. Leave all but one of them out.",
        ),
        (
            Problem(Wants.ONE_COLUMN, ("Name", "{n}"), 2),
            "“Name” and “{n}” all become the same. Leave all but one of them out.",
        ),
        (Problem(Wants.ANSWER, about="3/4/2026"), "3/4/2026: day or month first?"),
    ],
)
def test_a_problem_says_what_to_do(problem: Problem, words: str) -> None:
    assert problem_words(problem) == words
