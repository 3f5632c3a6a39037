import pytest

from gmp_desktop.domain.likeness import alike


@pytest.mark.parametrize(
    ("name", "other", "likely"),
    [
        (("Solvej", "Lund"), ("Solvej", "Lund"), True),
        (("Zsófia", "Keller"), ("Zsofia", "KELLER"), True),
        (("Ming", "Li"), ("Li", "Ming"), True),
        (("S.", "Lund"), ("Solvej", "Lund"), True),
        (("Amina", "Diallo"), ("Amina", "Dialo"), True),
        (("Amina", "Diallo"), ("Amnia", "Diallo"), True),
        (("Solvej", "Lund"), ("Ingrid", "Lund"), False),
        (("Ana", "Li"), ("Ana", "Lo"), False),
        (("", ""), ("Ana", "Li"), False),
        (("", "Lund"), ("Solvej", "Lund"), False),
    ],
)
def test_who_is_likely_the_same(name: tuple[str, str], other: tuple[str, str], likely: bool) -> None:
    assert bool(alike(*name, *other)) is likely
    assert bool(alike(*other, *name)) is likely
