"""Whatever people do at whatever laptops: the tables are what the log says, and no text is lost."""

from collections.abc import Callable
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from gmp_desktop.store.store import Store
from tests.store.random_history import Person, content, exchange, exchange_all, lost, missing_texts, only_gaps

LAPTOPS = 4
RANDOM = settings(
    max_examples=10,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@given(seed=st.integers(min_value=0), actions=st.integers(min_value=5, max_value=60))
@RANDOM
def test_the_tables_are_what_the_log_says(fresh: Callable[[], Store], seed: int, actions: int) -> None:
    chance = Random(seed)
    people = [Person(fresh(), chance) for _ in range(LAPTOPS)]
    for _ in range(actions):
        chance.choice(people).act()
        if chance.random() < 0.2:
            exchange(chance, people)

    assert all(only_gaps(person.store.verify()) for person in people)


@given(seed=st.integers(min_value=0), actions=st.integers(min_value=5, max_value=60))
@RANDOM
def test_after_a_full_exchange_all_are_equal_and_nothing_is_lost(
    fresh: Callable[[], Store], seed: int, actions: int
) -> None:
    chance = Random(seed)
    people = [Person(fresh(), chance) for _ in range(LAPTOPS)]
    for _ in range(actions):
        chance.choice(people).act()
        if chance.random() < 0.1:
            exchange(chance, people)
    exchange_all(people)

    assert [person.store.verify() for person in people] == [[]] * LAPTOPS
    assert all(content(person.store) == content(people[0].store) for person in people)
    assert not any(missing_texts(person.store, people[0].written) for person in people)
    assert not lost(people[0].store)


@pytest.mark.timeout(420)
def test_ten_thousand_operations(fresh: Callable[[], Store]) -> None:
    person = Person(fresh(), Random(10_000))
    for number in range(10_000):
        person.act()
        if number % 2_000 == 0:
            before = content(person.store)
            person.store.rebuild()
            assert content(person.store) == before

    assert person.store.verify() == []
    assert not missing_texts(person.store, person.written)
