"""One durable edit of a long text through the store, against one raw commit of the same UPDATE, in turn."""

import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path
from uuid import UUID

import sqlcipher3.dbapi2

from benchmarks.pairs import Figure, against, timed
from gmp_desktop.domain.ops import Op
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import BlockRow, DocumentRow

ROUNDS = 201
LETTERS = 20_000


def measure() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        raw, ours = _timer(_raw(folder / "raw.db")), _timer(_ours(folder / "ours.db"))
        yield against("one durable edit of 20 KB / raw commit", ours, raw, goal=3.0, rounds=ROUNDS)


def _timer(edit: Callable[[str], None]) -> Callable[[], float]:
    """Every edit with another text."""
    numbers = count()
    return lambda: timed(partial(edit, f"{next(numbers)} ".ljust(LETTERS, "x")))


def _raw(file: Path) -> Callable[[str], None]:
    database = sqlcipher3.dbapi2.connect(file, isolation_level=None)
    for statement in (
        "PRAGMA journal_mode = WAL",
        "PRAGMA synchronous = FULL",
        "CREATE TABLE block (id TEXT PRIMARY KEY, text TEXT NOT NULL)",
        "INSERT INTO block VALUES ('a', '')",
    ):
        database.execute(statement)

    def edit(text: str) -> None:
        database.execute("BEGIN IMMEDIATE")
        database.execute("UPDATE block SET text = ? WHERE id = 'a'", (text,))
        database.execute("COMMIT")

    return edit


def _ours(file: Path) -> Callable[[str], None]:
    store = Store.open(file)
    block = _block(store)

    def edit(text: str) -> None:
        with store.write(Op.EDIT_TEXT) as session:
            session.get_one(BlockRow, block).text = text

    return edit


def _block(store: Store) -> UUID:
    with store.write(Op.ADD_BLOCK) as session:
        document = DocumentRow()
        block = BlockRow(document_id=document.id)
        session.add_all([document, block])
    return block.id
