import pytest

from gmp_desktop.domain.names import TypedName, TypedPerson, taken_apart, typed_person
from gmp_desktop.domain.people import Person
from gmp_desktop.store.keys import new_key


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ms. Solvej Lund", TypedName("Ms.", "Solvej", "Lund")),
        ("H.E. Mr. João da Silva", TypedName("H.E. Mr.", "João", "da Silva")),
        ("Amina DIALLO", TypedName("", "Amina", "Diallo")),
        ("DIALLO Amina", TypedName("", "Amina", "Diallo", True)),
        ("Mr. Jan SMITH-JONES", TypedName("Mr.", "Jan", "Smith-Jones")),
        ("AMINA DIALLO", TypedName("", "AMINA", "DIALLO")),
        ("Zola", TypedName("", "", "Zola")),
        ("Ms.", TypedName("", "", "Ms.")),
        ("李明", TypedName("", "", "李明")),
        ("", TypedName()),
    ],
)
def test_a_name_in_one_line_is_taken_apart(text: str, name: TypedName) -> None:
    assert taken_apart(text) == name


def test_a_name_written_over_keeps_the_form_it_had() -> None:
    double = Person(new_key(), "Sra.", "Ana", "Sotelo Ruiz")
    first = Person(new_key(), "Mr.", "Ming", "Li", family_first=True)

    assert taken_apart("Sra. Ana María Sotelo Ruiz", double) == TypedName("Sra.", "Ana María", "Sotelo Ruiz")
    assert taken_apart("Mr. Li Mingyu", first) == TypedName("Mr.", "Mingyu", "Li", True)


@pytest.mark.parametrize(
    ("line", "organisation", "function"),
    [
        ("Ms. Solvej Lund, Clear Rivers Trust, Campaigner", "Clear Rivers Trust", "Campaigner"),
        ("Ms. Solvej Lund; Clear Rivers Trust; Head, of unit", "Clear Rivers Trust", "Head, of unit"),
        ("Ms. Solvej Lund\tClear Rivers Trust\tCampaigner", "Clear Rivers Trust", "Campaigner"),
        ("Ms. Solvej Lund", "", ""),
        ("Ms. Solvej Lund, , Campaigner", "", "Campaigner"),
    ],
)
def test_a_person_in_one_line(line: str, organisation: str, function: str) -> None:
    assert typed_person(line) == TypedPerson(TypedName("Ms.", "Solvej", "Lund"), organisation, function)


def test_any_line_can_be_taken_apart() -> None:
    for line in ("", ",,,", "\u202e", "=1+1", "<b>, <b>", "x" * 100_000, "a " * 50_000):
        typed_person(line)
