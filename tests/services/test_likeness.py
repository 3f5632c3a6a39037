"""Who is probably somebody known: across marks, order of names, typing errors; and who is not."""

from uuid import UUID

import pytest

from gmp_desktop.domain.registration.candidates import Candidate, Known, Verdict
from gmp_desktop.domain.registration.people_in import Registration
from gmp_desktop.services.likeness import compare

HERE = (
    Known(
        UUID(int=1),
        "Ms.",
        "Zsófia",
        "Keller",
        organisation="Clean Lamps Alliance",
        function="Area lead",
        email="keller@cla.example",
    ),
    Known(UUID(int=2), "Mr.", "Étienne", "Vauclair", organisation="Ministère des eaux"),
    Known(UUID(int=3), "Ms.", "Amina", "Diallo"),
    Known(UUID(int=4), own_script="李明", organisation="Lakes"),
)


def one(given: str, family: str, organisation: str = "", email: str = "", **more: str) -> Candidate:
    told = Registration(0, given=given, family=family, organisation=organisation, email=email, **more)  # type: ignore[arg-type]
    return compare([told], HERE, lambda fraction: None)[0]


@pytest.mark.parametrize(
    ("candidate", "verdict", "who"),
    [
        (one("Zsofia", "KELLER", "Clean Lamps Alliance"), Verdict.SAME, 1),
        (one("Keller", "Zsófia", "The Clean Lamps Alliance"), Verdict.SAME, 1),
        (one("Etienne", "Vauclair"), Verdict.SAME, 2),
        (one("Amina", "Diallo", "Alliance for Streams"), Verdict.SAME, 3),
        (one("Zsófia", "Keller", "Union of Refiners"), Verdict.UNSURE, 1),
        (one("Zsofia", "Kellr", "Clean Lamps Alliance"), Verdict.UNSURE, 1),
        (one("Zs.", "Keller", email="KELLER@cla.example"), Verdict.SAME, 1),
        (one("Zsófia B.", "Keller", email="keller@cla.example"), Verdict.SAME, 1),
        (one("Peter", "Novak", email="keller@cla.example"), Verdict.UNSURE, 1),
        (one("", "", own_script="李明", organisation="Lakes"), Verdict.SAME, 4),
        (one("Amira", "Dialla", "Elsewhere"), Verdict.NEW, None),
        (one("Jean", "Moreau"), Verdict.NEW, None),
    ],
)
def test_likeness(candidate: Candidate, verdict: Verdict, who: int | None) -> None:
    assert (candidate.verdict, candidate.known and candidate.known.person_id.int) == (verdict, who)


def test_what_differs_is_told_and_what_the_file_leaves_out_is_not() -> None:
    told = one("Zsófia", "Keller", "Clean Lamps Alliance", function="Secretary-General")

    assert [(d.what, d.here, d.there) for d in told.differs] == [
        ("function", "Area lead", "Secretary-General")
    ]


def test_somebody_named_twice_in_the_file_is_found() -> None:
    rows = [
        Registration(0, given="Leila", family="Haddad", organisation="Refiners", email="l@x.example"),
        Registration(1, given="LEILA", family="Haddad", organisation="Refiners"),
        Registration(2, given="Leila", family="Haddad", organisation="Lakes"),
        Registration(3, given="Haddad", family="Leila", organisation="Other", email="L@x.example"),
    ]
    found = compare(rows, (), lambda fraction: None)

    assert [one.repeats for one in found] == [-1, 0, -1, 0]


def test_a_large_block_of_like_initials_still_finds_the_one() -> None:
    many = [Known(UUID(int=at + 10), given=f"A{at:04}", family=f"D{at:04}") for at in range(900)]
    told = Registration(0, given="A0500", family="D05000")

    assert compare([told], many, lambda fraction: None)[0].verdict is Verdict.UNSURE
