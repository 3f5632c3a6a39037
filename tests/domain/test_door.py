import pytest

from gmp_desktop.domain.door import Sought, asks, at_the_door, found, sought, wearers
from gmp_desktop.domain.participants import Participant
from gmp_desktop.domain.people import Organisation, OrganisationKind, Person
from gmp_desktop.store.keys import new_key

MEETING = new_key()


def one(given: str, family: str, body: str, badge: int, country: str = "") -> Sought:
    kind = OrganisationKind.GOVERNMENT if country else OrganisationKind.NGO
    organisation = Organisation(new_key(), body, "", kind, country)
    participant = Participant(
        new_key(), MEETING, Person(new_key(), "", given, family), organisation, badge=badge
    )
    return sought(participant, "Brazil" if country == "BR" else body)


PEOPLE = [
    one("Paulo", "Tavares", "Ministry of Environment", 12, "BR"),
    one("Tara", "Pahlavi", "Clear Rivers Trust", 120),
    one("Emil", "Brandt", "Basin Commission", 50),
    one("Łukasz", "O’Brien", "Côte d’Ivoire", 7),
]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("pa ta", [0, 1]),
        ("ta pa", [0, 1]),
        ("bra", [2, 0]),
        ("brazil pau", [0]),
        ("minis", [0]),
        ("LUK", [3]),
        ("obri", [3]),
        ("ivoire", [3]),
        ("d'iv", [3]),
        ("12", [0, 1]),
        ("012", [0]),
        ("120", [1]),
        ("ares", []),
        ("pa xx", []),
    ],
)
def test_beginnings_of_words_in_any_order(text: str, whom: list[int]) -> None:
    assert found(text, PEOPLE) == whom


def test_the_likeliest_comes_first_and_likewise_likely_ones_stay() -> None:
    same = [one("Ana", "Sotelo", "Clear Rivers Trust", at) for at in range(1, 6)]
    assert found("so", same) == [0, 1, 2, 3, 4]
    assert found("em br", PEOPLE) == [2]


def test_a_number_means_exactly_that_badge() -> None:
    assert at_the_door("12", PEOPLE, found("12", PEOPLE)) == 0
    assert at_the_door("1", PEOPLE, found("1", PEOPLE)) is None
    assert at_the_door("5", PEOPLE, found("5", PEOPLE)) is None
    assert at_the_door("bra", PEOPLE, found("bra", PEOPLE)) == 2


def test_a_badge_two_wear_means_neither() -> None:
    twins = [one("Ana", "Sotelo", "Clear Rivers Trust", 7), one("Ben", "Primer", "Clear Rivers Trust", 7)]
    assert at_the_door("007", twins, found("007", twins)) is None
    assert (wearers("007", [7, 7, 70]), wearers("8", [7]), wearers("9" * 5000, [9])) == (2, 0, 0)


@pytest.mark.parametrize(
    ("text", "enough"), [("", False), ("p", False), ("pa", True), ("7", True), ("李", True)]
)
def test_two_letters_are_enough(text: str, enough: bool) -> None:
    assert asks(text) is enough


def test_looking_among_the_found_finds_the_same() -> None:
    among = found("pa", PEOPLE)
    assert found("pa ta", PEOPLE, sorted(among)) == found("pa ta", PEOPLE)


def test_any_text_may_be_typed() -> None:
    for text in ("=1+1", "<b>", "\u202e", "x" * 100_000, "a " * 50_000, "٣", "²"):
        asks(text)
        at_the_door(text, PEOPLE, found(text, PEOPLE))
