"""Several programs on one database: one writes at a time, and none overwrites what it has not seen."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import UUID, uuid4

from gmp_desktop.domain.ops import Op
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import BlockRow
from tests.store.builders import a_document, edit, texts

EACH = 25


def test_no_acknowledged_edit_vanishes_when_two_write_at_once(places) -> None:
    place = places()
    store = Store.open(place, device=uuid4())
    (block,) = a_document(store, "start")
    with ThreadPoolExecutor() as pool:
        list(pool.map(lambda name: _append(place, block, name), ["a", "b"]))

    assert sorted(texts(store)[0].split()) == sorted(
        ["start", *(f"{name}{n}" for name in "ab" for n in range(EACH))]
    )
    assert store.verify() == []
    store.close()


def _append(place: str | Path, block: UUID, name: str) -> None:
    store = Store.open(place, device=uuid4())
    for number in range(EACH):
        with store.write(Op.EDIT_TEXT) as session:
            row = session.get_one(BlockRow, block)
            row.text = f"{row.text} {name}{number}"
    store.close()


def test_everyone_undoes_their_own_steps(places) -> None:
    place = places()
    mine, other = Store.open(place, device=uuid4()), Store.open(place, device=uuid4())
    one, two = a_document(mine, "one", "two")
    edit(mine, one, "mine")
    edit(other, two, "theirs")

    mine.undo()

    assert texts(other) == ["one", "theirs"]
    assert other.undo_name() == (Op.EDIT_TEXT, "theirs")
    mine.close()
    other.close()


def test_both_versions_stay_when_two_edit_what_they_both_saw(places) -> None:
    place = places()
    mine, other = Store.open(place, device=uuid4()), Store.open(place, device=uuid4())
    (block,) = a_document(mine, "one")
    seen = {(block, "text"): mine.seen(block, "text")}
    for store, words in ((mine, "mine"), (other, "theirs")):
        with store.write(Op.EDIT_TEXT, seen=seen) as session:
            session.get_one(BlockRow, block).text = words

    assert {version.value for version in mine.conflicts()[0].versions} == {"mine", "theirs"}
    mine.close()
    other.close()
