"""Private texts: fingerprints in the log, texts beside it, and nothing left of what was erased."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from gmp_desktop.domain.changes import Changes
from gmp_desktop.domain.errors import DamagedFile
from gmp_desktop.domain.ops import Op
from gmp_desktop.store.engine import open_engine, writing
from gmp_desktop.store.log import signed
from gmp_desktop.store.sealed import SealedText
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import PersonRow, PrivateDetailRow
from tests.store.builders import meet
from tests.store.random_history import Person, content, exchange_all

Fresh = Callable[[], Store]
ADDRESS = "amina.diallo@example.org"
LATER = "a.diallo@example.net"


def _somebody(store: Store, email: str = ADDRESS) -> tuple[UUID, UUID]:
    """A person and their private details."""
    person = PersonRow(family="Diallo")
    private = PrivateDetailRow(person_id=person.id, email=email)
    with store.write(Op.IMPORT) as session:
        session.add_all([person, private])
    return person.id, private.id


def _change(store: Store, private: UUID, email: str) -> None:
    with store.write(Op.EDIT_MEETING) as session:
        session.get_one(PrivateDetailRow, private).email = email


def _email(store: Store) -> str:
    (row,) = content(store)["private_detail"]
    return str(row["email"])


def _exported(store: Store) -> str:
    return "".join(map(str, store.entries()))


def test_the_log_holds_no_private_text(store: Store) -> None:
    _, private = _somebody(store)
    _change(store, private, LATER)

    assert _email(store) == LATER
    assert ADDRESS not in _exported(store)
    assert LATER not in _exported(store)
    assert store.verify() == []


def test_equal_texts_cannot_be_told_to_be_equal(store: Store) -> None:
    (one, two) = (_somebody(store)[1] for _ in range(2))
    prints = {text.fingerprint for text in store.sealed([one, two])}
    assert len(prints) == 2
    assert len({text.salt for text in store.sealed([one, two])}) == 2


def test_an_empty_text_stays_as_it_is(store: Store) -> None:
    _, private = _somebody(store)
    _change(store, private, "")
    *_, last = store.entries()
    assert last.value == '""'


def test_undo_redo_history_and_rebuild_show_the_texts(store: Store) -> None:
    _, private = _somebody(store)
    _change(store, private, LATER)

    store.undo()
    assert _email(store) == ADDRESS
    store.redo()
    store.rebuild()

    assert _email(store) == LATER
    said = [(change.version.value, change.before) for change in store.history(private)]
    assert (LATER, (ADDRESS,)) in said
    assert store.verify() == []


def test_texts_travel_only_where_somebody_asks_for_them(fresh: Fresh) -> None:
    mine, other = fresh(), fresh()
    _, private = _somebody(mine)
    other.absorb(mine.entries())
    assert _email(other) == ""

    changes = other.absorb([], sealed=mine.sealed([private]))

    assert changes is not None
    assert changes.ids("private_detail") == {private}
    assert _email(other) == ADDRESS
    assert other.absorb(mine.entries(), sealed=mine.sealed([private])) is None
    assert other.verify() == []


def test_a_conflict_shows_the_texts_and_equal_ones_are_none(fresh: Fresh) -> None:
    mine, other = fresh(), fresh()
    _, private = _somebody(mine)
    meet(mine, other)
    _change(mine, private, LATER)
    _change(other, private, "else@example.org")
    mine.absorb(other.entries(), sealed=other.sealed([private]))

    (conflict,) = mine.conflicts()
    assert {version.value for version in conflict.versions} == {LATER, "else@example.org"}

    third = fresh()
    third.absorb(mine.entries())
    assert third.conflicts() == []


@pytest.mark.parametrize(
    "change",
    [
        {"value": "other@example.org"},
        {"salt": "0" * 32},
        {"salt": "not a key"},
        {"salt": ""},
        {"field": "phone"},
        {"field": "printable"},
        {"table": "person"},
        {"fingerprint": "f" * 64},
    ],
    ids=str,
)
def test_a_text_that_is_not_its_fingerprints_refuses_the_package(
    fresh: Fresh, change: dict[str, str]
) -> None:
    mine, other = fresh(), fresh()
    _, private = _somebody(mine)
    (sealed,) = mine.sealed([private])

    with pytest.raises(DamagedFile, match="Nothing was taken"):
        other.absorb(mine.entries(), sealed=[replace(sealed, **change)])  # type: ignore[arg-type]

    assert not list(other.entries())


def test_a_text_nothing_speaks_of_is_not_kept(fresh: Fresh) -> None:
    mine, other = fresh(), fresh()
    _, private = _somebody(mine)

    assert other.absorb([], sealed=mine.sealed([private])) is None
    assert other.sealed([private]) == []


@pytest.mark.parametrize("of_person", [True, False])
def test_what_was_erased_never_comes_back(fresh: Fresh, of_person: bool) -> None:
    mine, other = fresh(), fresh()
    person, private = _somebody(mine)
    _change(mine, private, LATER)
    mine.keep_draft(private, "email", "draft@example.org", ())
    package: list[SealedText] = mine.sealed([private])
    assert len(package) == 2
    other.absorb(mine.entries(), sealed=package)
    heard: list[Changes] = []
    mine.subscribe(heard.append)

    mine.erase(person if of_person else private)

    assert [changes.op for changes in heard] == [Op.ERASE]
    assert heard[0].ids("private_detail") == {private}
    assert mine.draft(private, "email") is None
    for bring_back in (
        mine.undo,
        mine.redo,
        mine.rebuild,
        lambda: mine.absorb(other.entries(), sealed=package),
        mine.undo,
        mine.undo,
        mine.redo,
    ):
        bring_back()
        assert not any(row["email"] for row in content(mine)["private_detail"])
        assert mine.sealed([private]) == []
        assert mine.verify() == []
    assert {change.version.value for change in mine.history(private) if change.version.field == "email"} == {
        ""
    }


def test_texts_of_details_deleted_before_are_erased_too(store: Store) -> None:
    person, private = _somebody(store)
    with store.write(Op.REMOVE_BLOCK) as session:
        session.delete(session.get_one(PrivateDetailRow, private))

    store.erase(person)
    store.undo()

    assert _email(store) == ""


def test_after_erasing_new_texts_can_be_written_and_others_are_left(store: Store) -> None:
    person, private = _somebody(store)
    _, other = _somebody(store, LATER)

    store.erase(person)
    _change(store, private, "new@example.org")

    assert {row["email"] for row in content(store)["private_detail"]} == {"new@example.org", LATER}
    assert len(store.sealed([other])) == 1
    assert store.verify() == []


def test_erasing_where_there_is_nothing_is_no_news(store: Store) -> None:
    heard: list[Changes] = []
    store.subscribe(heard.append)
    person = PersonRow()
    assert store.erase(person.id) is None
    assert heard == []


def test_nothing_erased_is_left_in_the_files(record_file: Path) -> None:
    store = Store.open(record_file)
    person, private = _somebody(store)
    for number in range(30):
        _change(store, private, f"{number}{LATER}")
    store.keep_draft(private, "email", f"draft{LATER}", ())
    before = b"".join(path.read_bytes() for path in record_file.parent.glob("record.db*"))

    store.erase(person)

    after = b"".join(path.read_bytes() for path in record_file.parent.glob("record.db*"))
    store.close()
    assert ADDRESS.encode() in before
    assert LATER.encode() in before
    assert ADDRESS.encode() not in after
    assert LATER.encode() not in after


@pytest.mark.parametrize("column", ["value", "salt", "field", '"row"'])
def test_a_changed_private_text_is_found(places: Callable[[], str | Path], column: str) -> None:
    place = places()
    store = Store.open(place)
    _somebody(store)
    engine = open_engine(place)
    with writing(engine).begin() as connection:
        connection.execute(text(f"UPDATE sealed SET {column} = '{'0' * 32}'"))
    engine.dispose()

    assert any("A private text was altered" in finding for finding in store.verify())
    store.close()


def test_a_plain_text_where_a_sealed_one_belongs_is_not_shown(fresh: Fresh) -> None:
    """It could not be erased."""
    mine, other = fresh(), fresh()
    _somebody(mine)
    (entry,) = [entry for entry in mine.entries() if entry.table == "private_detail"]
    other.absorb(mine.entries())
    other.absorb(
        [signed(replace(entry, field="email", value='"plain"', device=uuid4(), number=1, previous=""))]
    )

    assert _email(other) == ""
    assert other.verify() == []


@given(seed=st.integers(min_value=0), actions=st.integers(min_value=5, max_value=50))
@settings(
    max_examples=8,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_whatever_happened_before_nothing_of_an_erased_person_is_left(
    fresh: Fresh, seed: int, actions: int
) -> None:
    chance = Random(seed)
    one, other = (Person(fresh(), chance) for _ in range(2))
    for number in range(actions):
        chance.choice((one, other)).act()
        if number % 10 == 9:
            exchange_all((one, other))
    private = sorted({entry.row for entry in one.store.entries() if entry.table == "private_detail"})
    erased = [row for row in private if chance.random() < 0.5]
    package = [*one.store.sealed(private), *other.store.sealed(private)]
    for row in erased:
        one.store.erase(row)
    known = list(one.store.entries())

    one.store.absorb(known, sealed=[text for text in package if text.row in erased])
    for _ in range(10):
        chance.choice((one.undo, one.redo))()
    one.store.rebuild()

    assert one.store.sealed(erased) == []
    assert all(
        not row[name]
        for row in content(one.store)["private_detail"]
        if row["id"] in erased
        for name in ("email", "phone", "address", "dietary", "access")
    )
    assert all("missing" in finding or "follow" in finding for finding in one.store.verify())
