"""A job writes in its own thread while the window reads and types: nobody sees half a step, nobody is refused."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event, get_ident

import pytest

from gmp_desktop.domain.changes import Changes
from gmp_desktop.domain.ops import Op
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import BlockRow, DocumentRow
from tests.store.builders import a_document, edit, texts

EACH = 20


@pytest.fixture
def pool():
    with ThreadPoolExecutor() as pool:
        yield pool


def _write_slowly(store: Store, inside: Event, go_on: Event, text: str = "new") -> None:
    with store.write(Op.IMPORT) as session:
        document = DocumentRow()
        session.add_all([document, BlockRow(document_id=document.id, text=text, order_key="z")])
        session.flush()
        inside.set()
        assert go_on.wait(10)


def test_a_reader_sees_the_old_state_until_a_step_is_done(store: Store, pool: ThreadPoolExecutor) -> None:
    a_document(store, "one")
    inside, go_on = Event(), Event()
    writing = pool.submit(_write_slowly, store, inside, go_on)
    assert inside.wait(10)

    in_between = texts(store), store.undo_name(), len(store.conflicts())
    go_on.set()
    writing.result()

    assert in_between == (["one"], (Op.IMPORT, ""), 0)
    assert texts(store) == ["one", "new"]


@pytest.mark.parametrize(
    "change",
    [
        lambda store, block: edit(store, block, "two"),
        lambda store, block: store.keep_draft(block, "text", "two", ()),
        lambda store, block: store.undo(),
        lambda store, block: store.keep_setting("a", "b"),
    ],
    ids=["write", "draft", "undo", "setting"],
)
def test_another_threads_change_waits_for_its_turn(
    store: Store, pool: ThreadPoolExecutor, change: Callable[..., object]
) -> None:
    (block,) = a_document(store, "one")
    inside, go_on = Event(), Event()
    writing = pool.submit(_write_slowly, store, inside, go_on)
    assert inside.wait(10)

    waiting = pool.submit(change, store, block)
    assert not waiting.done()
    go_on.set()

    writing.result(), waiting.result()
    assert store.verify() == []


def test_a_step_that_fails_lets_the_next_thread_write(store: Store, pool: ThreadPoolExecutor) -> None:
    (block,) = a_document(store, "one")

    def fail() -> None:
        with store.write(Op.IMPORT):
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        pool.submit(fail).result()

    edit(store, block, "two")
    assert texts(store) == ["two"]


def test_many_threads_write_in_turn_and_nothing_is_lost(store: Store, pool: ThreadPoolExecutor) -> None:
    blocks = a_document(store, "", "", "")

    def append(block):
        for number in range(EACH):
            with store.write(Op.EDIT_TEXT) as session:
                for row in (session.get_one(BlockRow, block), session.get_one(BlockRow, blocks[0])):
                    row.text += f"{number}."

    list(pool.map(append, blocks[1:]))

    whole = "".join(f"{number}." for number in range(EACH))
    assert texts(store)[1:] == [whole, whole]
    assert len(texts(store)[0]) == 2 * len(whole)
    assert store.verify() == []


def test_listeners_are_called_in_the_thread_that_wrote(store: Store, pool: ThreadPoolExecutor) -> None:
    heard: list[tuple[Changes, int]] = []
    store.subscribe(lambda changes: heard.append((changes, get_ident())))

    writer = pool.submit(lambda: (a_document(store, "one"), get_ident())[1]).result()

    assert [thread for _, thread in heard] == [writer]
    assert writer != get_ident()


def test_a_listener_may_write(store: Store) -> None:
    (block,) = a_document(store, "one")

    def answer(changes: Changes) -> None:
        if changes.touch("document"):
            edit(store, block, "two")

    store.subscribe(answer)

    a_document(store, "three")

    assert sorted(texts(store)) == ["three", "two"]
